/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Questions to git. It is run in a folder of the work tree, which it then finds by itself: what a hook's environment
 * says of repository and index is for the hook's folder, and left out. Names of files come and go between NULs, so
 * they may be of any bytes.
 */
#ifndef IW_GIT_H
#define IW_GIT_H

#include "base/buf.h"
#include "base/status.h"

#define IW_GIT_ID_SIZE 65 /* SHA-256 in hexadecimal and a NUL */

/* A file that is not as it was at a revision. */
struct iw_git_change {
	char *path;               /* relative to the folder that git was run in */
	char old[IW_GIT_ID_SIZE]; /* the id of its bytes then; "" when it was no file */
};

struct iw_git_changes {
	struct iw_git_change *at;
	size_t count, cap;
};

/*
 * The id of the commit that `revision` names. IW_UNUSABLE, with what can be done about it: there is no git, `folder` is
 * in no repository, or there is no such revision.
 */
enum iw_status iw_git_commit(const char *folder, const char *revision, char id[IW_GIT_ID_SIZE], struct iw_error *e);

/*
 * The files at or below `paths` (relative to `folder`; ends with NULL) that differ between a commit and the work tree,
 * or that are in only one of them; those that git does not know or ignores count too. A folder that is a repository of
 * its own is one entry.
 */
enum iw_status iw_git_changed(const char *folder, const char *commit, const char *const *paths,
                              struct iw_git_changes *changes, struct iw_error *e);
void iw_git_changes_release(struct iw_git_changes *changes);

/* Bytes that git gave; NULL when it has none. */
struct iw_git_bytes {
	const char *data;
	size_t len;
};

/* What each file was; `old` has a place for each change, and points into `all`, which is to be released. */
enum iw_status iw_git_old_bytes(const char *folder, const struct iw_git_changes *changes, struct iw_git_bytes *old,
                                struct iw_buf *all, struct iw_error *e);

#endif
