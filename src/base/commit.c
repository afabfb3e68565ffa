/* SPDX-License-Identifier: Apache-2.0 */
#include "base/commit.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/temporary.h"

struct iw_staged {
	char *path;
	struct iw_temporary *temporary; /* NULL once renamed */
};

/* Names can tell something too: a folder that is made for what only its owner may read is like it. */
static enum iw_status
make_dirs(struct iw_commit *c, const char *dir, mode_t mode, struct iw_error *e)
{
	enum iw_status status = IW_OK;
	char *parent;

	if (iw_dir_exists(dir))
		return IW_OK;
	parent = iw_path_dir(dir);
	status = make_dirs(c, parent, mode, e);
	free(parent);
	if (status != IW_OK)
		return status;
	if (mkdir(dir, mode & 077 ? 0777 : 0700) == 0) {
		IW_GROW(c->made, c->made_count, c->made_cap);
		c->made[c->made_count++] = iw_strdup(dir);
	} else if (errno != EEXIST) {
		return iw_fail(e, IW_SYSTEM, "%s: the folder cannot be made: %s", dir, strerror(errno));
	}
	return IW_OK;
}

static int
write_all(int fd, const char *bytes, size_t len)
{
	while (len > 0) {
		ssize_t n = write(fd, bytes, len);

		if (n < 0 && errno != EINTR)
			return -1;
		if (n > 0) {
			bytes += n;
			len -= (size_t)n;
		}
	}
	return 0;
}

enum iw_status
iw_commit_open(struct iw_commit *c, const char *path, mode_t mode, int *fd, struct iw_error *e)
{
	char *dir = iw_path_dir(path), *pattern = NULL;
	enum iw_status status = make_dirs(c, dir, mode, e);
	struct iw_temporary *temporary;
	int made;

	if (status != IW_OK)
		goto out;
	/* A name may have 255 bytes; the temporary one must not need more. */
	pattern = iw_printf("%s/.%.200s.XXXXXX", dir, iw_path_base(path));
	made = iw_temporary_make(pattern, &temporary);
	if (made < 0) {
		status = iw_fail(e, IW_SYSTEM, "%s: cannot be written: %s", path, strerror(errno));
		goto out;
	}
	IW_GROW(c->files, c->count, c->cap);
	c->files[c->count++] = (struct iw_staged){ iw_strdup(path), temporary };
	if (fchmod(made, mode) != 0) {
		status = iw_fail(e, IW_SYSTEM, "%s: cannot be written: %s", path, strerror(errno));
		close(made);
		goto out;
	}
	*fd = made;
out:
	free(pattern);
	free(dir);
	return status;
}

enum iw_status
iw_commit_write(int fd, const char *path, const void *bytes, size_t len, struct iw_error *e)
{
	if (write_all(fd, bytes, len) != 0)
		return iw_fail(e, IW_SYSTEM, "%s: cannot be written: %s", path, strerror(errno));
	return IW_OK;
}

enum iw_status
iw_commit_close(int fd, const char *path, struct iw_error *e)
{
	enum iw_status status = IW_OK;

	if (fsync(fd) != 0)
		status = iw_fail(e, IW_SYSTEM, "%s: cannot be written: %s", path, strerror(errno));
	if (close(fd) != 0 && status == IW_OK)
		status = iw_fail(e, IW_SYSTEM, "%s: cannot be written: %s", path, strerror(errno));
	return status;
}

enum iw_status
iw_commit_add(struct iw_commit *c, const char *path, const void *bytes, size_t len, mode_t mode, struct iw_error *e)
{
	int fd;
	enum iw_status status = iw_commit_open(c, path, mode, &fd, e);

	if (status != IW_OK)
		return status;
	status = iw_commit_write(fd, path, bytes, len, e);
	if (status == IW_OK)
		return iw_commit_close(fd, path, e);
	close(fd);
	return status;
}

enum iw_status
iw_commit_only_new(const struct iw_commit *c, struct iw_error *e)
{
	struct stat st;

	for (size_t i = 0; i < c->count; i++)
		if (lstat(c->files[i].path, &st) == 0)
			return iw_fail(e, IW_UNUSABLE, "%s exists already and is not replaced", c->files[i].path);
	return IW_OK;
}

static void
sync_dir(const char *path)
{
	char *dir = iw_path_dir(path);
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	/* Some file systems cannot sync a folder; the files themselves are synced. */
	if (fd >= 0) {
		(void)fsync(fd);
		close(fd);
	}
	free(dir);
}

/* All of them, unless the system fails: a signal waits. */
static enum iw_status
rename_all(struct iw_commit *c, struct iw_error *e)
{
	enum iw_status status = IW_OK;
	size_t done = 0;

	iw_temporary_hold();
	for (; done < c->count && status == IW_OK; done++)
		if (rename(iw_temporary_path(c->files[done].temporary), c->files[done].path) != 0)
			status = iw_fail(e, IW_SYSTEM, "%s: cannot be put in place: %s", c->files[done].path,
			                 strerror(errno));
	iw_temporary_resume();
	for (size_t i = 0; i < done - (status != IW_OK); i++) {
		iw_temporary_keep(c->files[i].temporary);
		c->files[i].temporary = NULL;
	}
	return status;
}

enum iw_status
iw_commit_finish(struct iw_commit *c, struct iw_error *e)
{
	enum iw_status status;
	struct stat st;

	/* What can be known to fail is asked before the first rename. */
	for (size_t i = 0; i < c->count; i++)
		if (lstat(c->files[i].path, &st) == 0 && S_ISDIR(st.st_mode))
			return iw_fail(e, IW_SYSTEM, "%s: is a folder; choose another place", c->files[i].path);
	status = rename_all(c, e);
	if (status != IW_OK)
		return status;
	for (size_t i = 0; i < c->count; i++)
		sync_dir(c->files[i].path);
	while (c->made_count)
		free(c->made[--c->made_count]);
	return IW_OK;
}

void
iw_commit_release(struct iw_commit *c)
{
	for (size_t i = 0; i < c->count; i++) {
		if (c->files[i].temporary)
			iw_temporary_remove(c->files[i].temporary);
		free(c->files[i].path);
	}
	while (c->made_count) {
		(void)rmdir(c->made[--c->made_count]);
		free(c->made[c->made_count]);
	}
	free(c->made);
	free(c->files);
	*c = (struct iw_commit)IW_COMMIT_INIT;
}
