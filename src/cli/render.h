/* SPDX-License-Identifier: Apache-2.0 */
/* Output plugins of a command: loaded, with the options that the user has set, and run over what is rendered. */
#ifndef IW_RENDER_H
#define IW_RENDER_H

#include "base/tree.h"
#include "cli/prepare.h"
#include "plugin/runner.h"

struct iw_renderer {
	char *name;
	struct iw_loaded *loaded;
	struct iw_setting_pair *settings;
	size_t setting_count;
};

struct iw_rendering {
	struct iw_renderer *plugins;
	size_t count;
	struct iw_runner *runner;
	struct iw_arena arena;
};

/*
 * Load the plugins of `list` (separated by commas), set their options as --option says, and start the process that runs
 * them. Call it before anything secret is read (runner.h). IW_UNUSABLE when a plugin cannot be had, or an option is
 * wrong. To be released in any case.
 */
enum iw_status iw_rendering_start(struct iw_rendering *r, const char *list, const struct iw_args *args,
                                  struct iw_error *e);
void iw_rendering_release(struct iw_rendering *r);

/* A run of one of the plugins: what it reports is shown to the user. `input` is filled in, and borrowed. */
struct iw_plugin_run iw_rendering_of(const struct iw_renderer *plugin, const struct iw_plugin_document *document,
                                     struct iw_plugin_input *input, struct iw_tree *out);

/* Handed what one plugin has made; `tree` may be taken over. */
typedef enum iw_status iw_rendered(void *context, const char *plugin, struct iw_tree *tree, struct iw_error *e);

/*
 * Run all plugins over a view of a form, side by side, and hand over what each of them has made, in the order of the
 * list. When one fails the others are still handed over, and the failure is returned.
 */
enum iw_status iw_render(struct iw_rendering *r, struct iw_prepared *p, bool full, iw_rendered *rendered, void *context,
                         struct iw_error *e);

#endif
