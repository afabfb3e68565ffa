/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/commands.h"
#include "plugin/plugins.h"

static const char *
views(uint32_t bits)
{
	return bits == IW_VIEW_CANDIDATE ? "candidate" : bits == IW_VIEW_FULL ? "full" : "candidate, full";
}

static void
show_options(const struct iw_plugin *p, struct iw_buf *out)
{
	static const char *const types[] = { "text", "yes|no", "number", NULL };

	for (const struct iw_option *o = p->options; o && o->name; o++)
		iw_buf_printf(out, "    --option %s.%s=%s\n        %s (default: %s)\n", p->name, o->name,
		              o->type == IW_OPTION_CHOICE ? o->choices : types[o->type], o->help ? o->help : "", o->fallback);
}

static void
show(const struct iw_found_plugin *f, struct iw_buf *out)
{
	const struct iw_plugin *p;

	if (!f->loaded) {
		iw_buf_printf(out, "%s\n    refused: %s\n", f->path, f->reason);
		return;
	}
	p = &f->loaded->plugin;
	iw_buf_printf(out, "%s %s  %s\n    views: %s\n    from: %s\n", p->name, p->version, p->summary, views(p->views),
	              f->loaded->path);
	show_options(p, out);
}

static enum iw_status
run(const struct iw_args *args, struct iw_error *e)
{
	struct iw_found_plugins found;
	struct iw_buf out = IW_BUF_INIT;
	enum iw_status status;

	(void)args;
	iw_plugins_list(&found);
	for (size_t i = 0; i < found.count; i++)
		show(&found.at[i], &out);
	if (!found.count)
		iw_say("no plugins were found");
	status = iw_print(out.data, out.len, e);
	iw_buf_release(&out);
	iw_plugins_release(&found);
	return status;
}

const struct iw_command iw_cmd_plugins = {
	.name = "plugins",
	.operands = "",
	.summary = "list the output plugins, and what was refused and why",
	.about = "Lists the output plugins: what they are, the views that they can render, their options, the file that each "
	         "came from; and what was refused, with the reason.\n\n"
	         "Plugins are looked for in the folders of ITEMWRIGHT_PLUGIN_PATH, separated by colons, and then in the "
	         "installed ones. Of two plugins of one name the first is taken.",
	.run = run,
};
