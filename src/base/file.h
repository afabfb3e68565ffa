/* SPDX-License-Identifier: Apache-2.0 */
/* Reading files, and lists of them. For writing see commit.h. */
#ifndef IW_FILE_H
#define IW_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/status.h"

/*
 * The bytes of a regular file are added to `out`. IW_UNUSABLE when there is none, when it is no regular
 * file, may not be read or is larger than `most`; then *too_large, which may be NULL, says so.
 */
enum iw_status iw_file_read(const char *path, size_t most, struct iw_buf *out, bool *too_large, struct iw_error *e);

bool iw_file_exists(const char *path);
bool iw_dir_exists(const char *path);

/* A sorted list of paths. */
struct iw_paths {
	char **path;
	size_t count, cap;
	size_t links; /* that were left out */
};

#define IW_PATHS_INIT                                                                                                  \
	{                                                                                                              \
		NULL, 0, 0, 0                                                                                          \
	}

/*
 * Add the regular files below root/dir whose names end in `suffix` (NULL: any), as paths relative to
 * `root`, in the order of their bytes. Hidden files and links are left out: a bank holds its own files. A
 * folder that is not there holds no files; one that cannot be read is IW_UNUSABLE.
 */
enum iw_status iw_paths_below(struct iw_paths *list, const char *root, const char *dir, const char *suffix,
                              struct iw_error *e);
void iw_paths_release(struct iw_paths *list);

#endif
