/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Running plugins: the host's side of itemwright/plugin.h. Both kinds of plugin are run in the same way; what they
 * write is collected in memory and handed to the caller only if all went well.
 */
#ifndef IW_PLUGIN_RUN_H
#define IW_PLUGIN_RUN_H

#include "base/tree.h"
#include "plugin/plugins.h"

struct iw_setting_pair { /* an option that the user has set */
	const char *name, *value;
};

struct iw_plugin_picture {
	const char *name, *type; /* "m1.png", "image/png" */
	const struct iw_buf *bytes;
};

/* What is rendered, with the pictures that it shows. */
struct iw_plugin_document {
	const xmlDoc *doc; /* a form, or a score report */
	enum iw_view view; /* which it is */
	const struct iw_plugin_picture *pictures;
	size_t picture_count;
};

struct iw_plugin_input {
	const struct iw_plugin_document *document;
	const struct iw_setting_pair *settings;
	size_t setting_count;
	/* Told what the plugin reports; `where`, a question such as "q7", may be NULL. */
	void (*say)(void *context, enum iw_level level, const char *where, const char *text);
	void *say_context;
};

/* IW_UNUSABLE when an option is not the plugin's or its value is not of the option's type. */
enum iw_status iw_plugin_check_settings(const struct iw_loaded *loaded, const struct iw_setting_pair *settings,
                                        size_t count, struct iw_error *e);

/* One run of one plugin. */
struct iw_plugin_run {
	const struct iw_loaded *loaded;
	const struct iw_plugin_input *input;
	struct iw_tree *out; /* empty */

	/* Filled in. IW_FOUND when the plugin failed: what it reported has been told, the error names it, and `out` is
	 * empty. */
	enum iw_status status;
	struct iw_error error;
};

/*
 * Run plugins, each in a process of its own that is locked in, at most `jobs` at a time. One that fails, crashes or
 * hangs is ended, and the others are not touched by it. Their memory begins as the caller's: commands that have read
 * something secret go through runner.h.
 */
void iw_plugins_run(struct iw_plugin_run *runs, size_t count, unsigned jobs);

#endif
