/* SPDX-License-Identifier: Apache-2.0 */
#include <stdint.h>

#include "cli/commands.h"
#include "plugin/plugins.h"

/* What it is. */
static void
show(const struct iw_loaded *loaded, struct iw_buf *out)
{
	const struct iw_plugin *p = &loaded->plugin;

	iw_buf_printf(out, "%s %s  %s\n    views: ", p->name, p->version, p->summary);
	iw_views_name(p->views, out);
	iw_buf_char(out, '\n');
	if (p->media_types)
		iw_buf_printf(out, "    writes: %s\n", p->media_types);
	iw_buf_printf(out, "    from: %s\n", loaded->path);
}

static void
show_options(const struct iw_plugin *p, struct iw_buf *out)
{
	static const char *const types[] = {
		[IW_OPTION_TEXT] = "TEXT",
		[IW_OPTION_FLAG] = "yes|no",
		[IW_OPTION_NUMBER] = "NUMBER",
	};

	if (!p->options || !p->options->name)
		iw_buf_str(out, "\nno options\n");
	for (const struct iw_option *o = p->options; o && o->name; o++)
		iw_buf_printf(out, "\n--option %s.%s=%s%s%s\n    %s\n", p->name, o->name,
		              o->type == IW_OPTION_CHOICE ? o->choices : types[o->type],
		              *o->fallback ? "  default: " : "", o->fallback, o->help ? o->help : "");
}

static void
list(struct iw_buf *out)
{
	struct iw_found_plugins found;

	iw_plugins_list(&found);
	for (size_t i = 0; i < found.count; i++)
		if (found.at[i].loaded)
			show(found.at[i].loaded, out);
		else
			iw_buf_printf(out, "%s\n    refused: %s\n", found.at[i].path, found.at[i].reason);
	if (!found.count)
		iw_say("no plugins were found");
	iw_plugins_release(&found);
}

static enum iw_status
show_one(const char *name, struct iw_buf *out, struct iw_error *e)
{
	struct iw_loaded *loaded;
	enum iw_status status = iw_plugin_load(name, &loaded, e);

	if (status != IW_OK)
		return status;
	if (out->len)
		iw_buf_char(out, '\n');
	show(loaded, out);
	show_options(&loaded->plugin, out);
	iw_loaded_free(loaded);
	return IW_OK;
}

static enum iw_status
run(const struct iw_args *args, struct iw_error *e)
{
	struct iw_buf out = IW_BUF_INIT;
	enum iw_status status = IW_OK;

	if (!args->operand_count)
		list(&out);
	for (size_t i = 0; i < args->operand_count && status == IW_OK; i++)
		status = show_one(args->operands[i], &out, e);
	if (status == IW_OK)
		status = iw_print(out.data, out.len, e);
	iw_buf_release(&out);
	return status;
}

const struct iw_command iw_cmd_plugins = {
	.name = "plugins",
	.operands = "[NAME...]",
	.summary = "list the output plugins, or show what one is and its options",
	.about = "Lists the output plugins: what they are, the views that they can render, the media types that they"
		 " write, the file that each came from; and what was refused, with the reason. With NAME, shows that"
		 " plugin and its options, with their values and defaults.\n\n"
		 "Plugins are looked for in the folders of ITEMWRIGHT_PLUGIN_PATH, separated by colons, and then in "
		 "the installed ones. Of two plugins of one name the first is taken.",
	.most = SIZE_MAX,
	.run = run,
};
