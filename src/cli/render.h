/* SPDX-License-Identifier: Apache-2.0 */
/* Running an output plugin over a prepared form. */
#ifndef IW_RENDER_H
#define IW_RENDER_H

#include "base/tree.h"
#include "cli/prepare.h"

/*
 * Fill in `out` with what plugin `name` makes of a view. `settings` are the user's --option values, of all
 * plugins; those of others are left alone. Messages of the plugin go to standard error.
 */
enum iw_status iw_render(struct iw_prepared *p, const char *name, bool full, const struct iw_args *args,
                         struct iw_tree *out, struct iw_error *e);

/* Whether each --option names one of the plugins (separated by commas) and has a value. */
enum iw_status iw_render_check_options(const struct iw_args *args, const char *plugins, struct iw_error *e);

#endif
