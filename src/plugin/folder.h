/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A plugin's own files: those of the folder NAME/ beside NAME.so, or of the one that holds plugin.xml. Nothing is
 * taken that anyone may write to.
 */
#ifndef IW_FOLDER_H
#define IW_FOLDER_H

#include "plugin/plugins.h"

/* The folder that holds the file `name`, a `kind` of file for messages; borrowed. IW_FOUND when there is none. */
enum iw_status iw_folder_find(const struct iw_loaded *loaded, const char *kind, const char *name, const char **folder,
                              struct iw_error *e);

/* What it holds, at most 1 MiB. IW_FOUND when there is no such file, and another status for any other reason. */
enum iw_status iw_folder_read(const struct iw_loaded *loaded, const char *name, struct iw_buf *bytes,
                              struct iw_error *e);

/* Whether the folder `share` beside it, where there is one, may be included from. */
enum iw_status iw_folder_share(const char *folder, struct iw_error *e);

#endif
