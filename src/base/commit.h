/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Writing files so that nothing is lost: each file is written in full under a temporary name beside its
 * place and synced; when all are there they are renamed into place. Until then the old files are
 * untouched, and after a failure, or a signal that ends the program (temporary.h), nothing of the new ones is left.
 *
 *     struct iw_commit c = IW_COMMIT_INIT;
 *     status = iw_commit_add(&c, "out/a.zip", bytes, len, 0644, &e);
 *     if (status == IW_OK)
 *             status = iw_commit_finish(&c, &e);
 *     iw_commit_release(&c);          // removes what was not finished
 */
#ifndef IW_COMMIT_H
#define IW_COMMIT_H

#include <stddef.h>
#include <sys/types.h>

#include "base/status.h"

struct iw_commit {
	struct iw_staged *files;
	size_t count, cap;
	char **made; /* folders that were made for it, outermost first */
	size_t made_count, made_cap;
};

#define IW_COMMIT_INIT                                                                                                 \
	{                                                                                                              \
		NULL, 0, 0, NULL, 0, 0                                                                                 \
	}

/*
 * Stage a file; folders on the way are made. `mode` is the file's, whatever the umask, so that secrets
 * are 0600 and outputs the same everywhere.
 */
enum iw_status iw_commit_add(struct iw_commit *c, const char *path, const void *bytes, size_t len, mode_t mode,
                             struct iw_error *e);

/*
 * The same in pieces, for what is too large for memory: after iw_commit_open, *fd is written to, and closed by
 * iw_commit_close, which syncs it; or by close(), to give up. The path is for messages.
 */
enum iw_status iw_commit_open(struct iw_commit *c, const char *path, mode_t mode, int *fd, struct iw_error *e);
enum iw_status iw_commit_write(int fd, const char *path, const void *bytes, size_t len, struct iw_error *e);
enum iw_status iw_commit_close(int fd, const char *path, struct iw_error *e);

/* Refuse to finish if a staged file exists already: for files that must never be replaced, such as keys. */
enum iw_status iw_commit_only_new(const struct iw_commit *c, struct iw_error *e);

enum iw_status iw_commit_finish(struct iw_commit *c, struct iw_error *e);
void iw_commit_release(struct iw_commit *c);

#endif
