/* SPDX-License-Identifier: Apache-2.0 */
/* Names of files. */
#ifndef IW_PATH_H
#define IW_PATH_H

#include <stdbool.h>

/* "a/b" from "a" and "b"; `name` itself when `dir` is ".". Free with free(). */
char *iw_path_join(const char *dir, const char *name);

/* The folder of a path: "a" of "a/b", "." of "b", "/" of "/b". Free with free(). */
char *iw_path_dir(const char *path);

/* What follows the last slash. Borrowed from `path`. */
const char *iw_path_base(const char *path);

/* `to` as it is named in the folder `from`, both absolute and without links: "../c" of "/a/c" in "/a/b", "."
 * of the folder itself. Free with free(). */
char *iw_path_relative(const char *from, const char *to);

bool iw_path_has_suffix(const char *path, const char *suffix);

/*
 * Whether a path is one that may be read from or written to below a folder that we choose: relative,
 * printable UTF-8, no empty, "." or ".." part, no backslash, colon or control character, at most 255
 * bytes a part and 1023 in all.
 */
bool iw_path_is_inside(const char *path);

#endif
