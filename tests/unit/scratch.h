/* SPDX-License-Identifier: Apache-2.0 */
/* A folder for the files of a test, which is removed when the test ends. */
#ifndef IW_SCRATCH_H
#define IW_SCRATCH_H

#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char scratch_dir[512];

static inline int
scratch_forget(const char *path, const struct stat *st, int kind, struct FTW *walk)
{
	(void)st;
	(void)kind;
	(void)walk;
	return remove(path);
}

static inline void
scratch_remove(void)
{
	if (scratch_dir[0])
		(void)nftw(scratch_dir, scratch_forget, 16, FTW_DEPTH | FTW_PHYS);
	scratch_dir[0] = '\0';
}

/* Call once, first. */
static inline void
scratch_make(void)
{
	const char *tmp = getenv("TMPDIR");

	snprintf(scratch_dir, sizeof scratch_dir, "%s/iw-test-XXXXXX", tmp && *tmp ? tmp : "/tmp");
	if (!mkdtemp(scratch_dir)) {
		printf("Bail out! no folder for temporary files: %s\n", strerror(errno));
		exit(1);
	}
	(void)atexit(scratch_remove);
}

/* The path of a file of the folder; it holds for the next 15 calls. */
static inline const char *
scratch_path(const char *name)
{
	static char ring[16][1024];
	static unsigned next;
	char *path = ring[next++ % 16];

	snprintf(path, sizeof ring[0], "%s/%s", scratch_dir, name);
	return path;
}

/* Write a file, making the folders on the way. */
static inline void
scratch_bytes(const char *name, const void *bytes, size_t len)
{
	char path[1024];
	FILE *f;

	snprintf(path, sizeof path, "%s", scratch_path(name));
	for (char *p = path + strlen(scratch_dir) + 1; (p = strchr(p, '/')) != NULL; *p++ = '/') {
		*p = '\0';
		(void)mkdir(path, 0777);
	}
	f = fopen(path, "wb");
	if (!f || fwrite(bytes, 1, len, f) != len || fclose(f) != 0) {
		printf("Bail out! cannot write %s: %s\n", name, strerror(errno));
		exit(1);
	}
}

static inline void
scratch_write(const char *name, const char *text)
{
	scratch_bytes(name, text, strlen(text));
}

/* The text of a file of the folder, of which 4095 bytes at most; NULL when there is none. */
static inline const char *
scratch_read(const char *name)
{
	static char text[4096];
	FILE *f = fopen(scratch_path(name), "rb");
	size_t n;

	if (!f)
		return NULL;
	n = fread(text, 1, sizeof text - 1, f);
	text[n] = '\0';
	fclose(f);
	return text;
}

#endif
