/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Finding and loading output plugins.
 *
 * A folder of plugins holds NAME.so (a shared object) and NAME/ (a plugin of stylesheets when it has a
 * plugin.xml; the files of NAME.so when it has none). Folders are searched in this order; of two
 * plugins of one name the first is taken:
 *     ITEMWRIGHT_PLUGIN_PATH   the user's own, separated by colons
 *     ITEMWRIGHT_PLUGIN_DIRS   in place of the installed ones; the build tree's wrapper sets it
 *     the installed folders
 *
 * A file that others may write to is not loaded, nor one whose stamp does not fit; each refusal has its
 * reason. No code of a shared object runs in this process: it is asked in one of its own what it declares.
 */
#ifndef IW_PLUGINS_H
#define IW_PLUGINS_H

#include <itemwright/plugin.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/status.h"

/* An output of a plugin made of stylesheets. */
struct iw_sheet_output {
	const char *stylesheet, *name; /* "{name}" in the name is the document's */
	uint32_t views;                /* of which it is made */
};

struct iw_loaded {
	struct iw_plugin plugin; /* a copy: fields that the plugin is too old to have are 0 */
	char *path;              /* the file that it came from */
	bool shared;             /* an object; its render is NULL here, since it is loaded in its own process only */
	char **data;             /* folders to look for its own files in, in order */
	char **share;            /* beside each of them, the one that stylesheets may include from, there or not */
	size_t data_count;
	const struct iw_sheet_output *outputs; /* for a plugin of stylesheets; its render is NULL */
	size_t output_count;
	struct iw_arena arena;
};

/* What was found: a plugin, or why it was refused. */
struct iw_found_plugin {
	struct iw_loaded *loaded; /* NULL when refused */
	char *path;
	char *reason; /* when refused */
};

struct iw_found_plugins {
	struct iw_found_plugin *at;
	size_t count, cap;
};

/* Load every plugin of every folder, in the order of the search. */
void iw_plugins_list(struct iw_found_plugins *found);
void iw_plugins_release(struct iw_found_plugins *found);

/* Load the plugin of that name; IW_UNUSABLE with the reason. Free with iw_loaded_free. */
enum iw_status iw_plugin_load(const char *name, struct iw_loaded **loaded, struct iw_error *e);
void iw_loaded_free(struct iw_loaded *loaded);

/* For the above: one file. The path is copied; `folder` is the one that was searched. */
enum iw_status iw_shared_load(struct iw_loaded *loaded, const char *path, struct iw_error *e);

/* Load a shared object for good; for a process of the plugin's own. NULL with the reason. */
const struct iw_plugin *iw_shared_open(const char *path, struct iw_error *e);

enum iw_status iw_sheet_load(struct iw_loaded *loaded, const char *folder, struct iw_error *e);

/* Add the names of views: "candidate, full". */
void iw_views_name(uint32_t bits, struct iw_buf *out);

/* Read names separated by spaces. False when one is none, or there are none. */
bool iw_views_read(const char *names, uint32_t *bits);

/* Refuse options that are not whole: a known type, a default that is of it, the choices of a choice. */
enum iw_status iw_plugin_check_options(const struct iw_plugin *plugin, struct iw_error *e);

/* Refuse a file or folder that others could have written. */
enum iw_status iw_plugin_is_safe(const char *path, struct iw_error *e);

#endif
