/* SPDX-License-Identifier: Apache-2.0 */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/path.h"

enum { DEEPEST = 32 };

static enum iw_status
read_all(int fd, const char *path, size_t most, struct iw_buf *out, bool *too_large, struct iw_error *e)
{
	struct stat st;
	size_t before = out->len;
	ssize_t n;

	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode))
		return iw_fail(e, IW_UNUSABLE, "%s: not a regular file", path);
	do {
		/* One byte more than the file has, so that one read sees its end. */
		size_t room = out->len == before && st.st_size >= 0 ? (size_t)st.st_size + 1 : 65536;

		if (room > most + 1)
			room = most + 1;
		n = read(fd, iw_buf_room(out, room), room);
		if (n > 0)
			out->len += (size_t)n;
	} while (n > 0 ? out->len - before <= most && (size_t)n >= 1 : n < 0 && errno == EINTR);
	if (n < 0)
		return iw_fail(e, IW_UNUSABLE, "%s: cannot be read: %s", path, strerror(errno));
	out->data[out->len] = '\0';
	if (out->len - before > most) {
		if (too_large)
			*too_large = true;
		return iw_fail(e, IW_UNUSABLE, "%s: larger than %zu bytes", path, most);
	}
	return IW_OK;
}

enum iw_status
iw_file_read(const char *path, size_t most, struct iw_buf *out, bool *too_large, struct iw_error *e)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	size_t before = out->len;
	enum iw_status status;

	if (too_large)
		*too_large = false;
	if (fd < 0)
		return iw_fail(e, IW_UNUSABLE, "%s: cannot be opened: %s", path, strerror(errno));
	status = read_all(fd, path, most, out, too_large, e);
	close(fd);
	if (status != IW_OK && out->cap) {
		out->len = before;
		out->data[before] = '\0';
	}
	return status;
}

bool
iw_file_exists(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

bool
iw_dir_exists(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static enum iw_status add_below(struct iw_paths *list, const char *root, const char *dir, const char *suffix, int depth,
                                struct iw_error *e);

/* Take over `relative`: keep it when it is a file that is asked for, descend when it is a folder. */
static enum iw_status
add_entry(struct iw_paths *list, const char *root, char *relative, const char *suffix, int depth, struct iw_error *e)
{
	char *full = iw_path_join(root, relative);
	enum iw_status status = IW_OK;
	struct stat st;
	bool there = lstat(full, &st) == 0;

	if (there && S_ISDIR(st.st_mode)) {
		status = add_below(list, root, relative, suffix, depth + 1, e);
	} else if (there && S_ISREG(st.st_mode) && (!suffix || iw_path_has_suffix(relative, suffix))) {
		IW_GROW(list->path, list->count, list->cap);
		list->path[list->count++] = relative;
		relative = NULL;
	}
	list->links += there && S_ISLNK(st.st_mode);
	free(relative);
	free(full);
	return status;
}

static enum iw_status
add_below(struct iw_paths *list, const char *root, const char *dir, const char *suffix, int depth, struct iw_error *e)
{
	char *full = iw_path_join(root, dir);
	enum iw_status status = IW_OK;
	DIR *d = depth > DEEPEST ? NULL : opendir(full);

	if (depth > DEEPEST)
		status = iw_fail(e, IW_UNUSABLE, "%s: folders are nested more than %d deep", full, DEEPEST);
	else if (!d && errno != ENOENT)
		status = iw_fail(e, IW_UNUSABLE, "%s: cannot be read: %s", full, strerror(errno));
	for (struct dirent *entry; d && status == IW_OK && (entry = readdir(d)) != NULL;)
		if (entry->d_name[0] != '.')
			status = add_entry(list, root, iw_path_join(dir, entry->d_name), suffix, depth, e);
	if (d)
		closedir(d);
	free(full);
	return status;
}

static int
by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

enum iw_status
iw_paths_below(struct iw_paths *list, const char *root, const char *dir, const char *suffix, struct iw_error *e)
{
	enum iw_status status = add_below(list, root, dir, suffix, 0, e);

	if (list->count)
		qsort(list->path, list->count, sizeof *list->path, by_bytes);
	return status;
}

void
iw_paths_release(struct iw_paths *list)
{
	for (size_t i = 0; i < list->count; i++)
		free(list->path[i]);
	free(list->path);
	*list = (struct iw_paths)IW_PATHS_INIT;
}
