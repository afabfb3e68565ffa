/* SPDX-License-Identifier: Apache-2.0 */
/* Running an output plugin over a prepared form. */
#ifndef IW_RENDER_H
#define IW_RENDER_H

#include "base/tree.h"
#include "cli/prepare.h"
#include "plugin/run.h"

/* Handed what one plugin has made; `tree` may be taken over. */
typedef enum iw_status iw_rendered(void *context, const char *plugin, struct iw_tree *tree, struct iw_error *e);

/*
 * Run the plugins of `list` (separated by commas) over a view, side by side, and hand over what each of them has made,
 * in the order of the list. The user's --option values go to their plugins; what plugins report goes to standard
 * error. When plugins are not to be run at all, as with a wrong option, none is. When one fails the others are still
 * handed over, and the failure is returned.
 */
enum iw_status iw_render(struct iw_prepared *p, const char *list, bool full, const struct iw_args *args,
                         iw_rendered *rendered, void *context, struct iw_error *e);

/* Show the user what a plugin reports: a `say` of struct iw_plugin_input, whose context is the plugin's name. */
void iw_render_say(void *context, enum iw_level level, const char *where, const char *text);

/* The --option values of a plugin, as pairs; made in `arena`. */
struct iw_setting_pair *iw_render_settings(const struct iw_args *args, const char *plugin, struct iw_arena *arena,
                                           size_t *count);

/* Whether each --option names one of the plugins (separated by commas) and has a value. */
enum iw_status iw_render_check_options(const struct iw_args *args, const char *plugins, struct iw_error *e);

#endif
