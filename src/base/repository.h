/* SPDX-License-Identifier: Apache-2.0 */
/* Where a git work tree begins, found without git. */
#ifndef IW_REPOSITORY_H
#define IW_REPOSITORY_H

/*
 * The root of the git work tree that holds `path`: the nearest folder at or above it in which there is `.git`, a
 * folder, or a file as in a linked work tree or a submodule. An absolute path without links; NULL when there is none.
 * Free with free().
 */
char *iw_repository_find(const char *path);

#endif
