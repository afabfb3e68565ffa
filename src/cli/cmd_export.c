/* SPDX-License-Identifier: Apache-2.0 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/commit.h"
#include "base/path.h"
#include "cli/commands.h"
#include "cli/render.h"
#include "pack/archive.h"

/* Add all of `from` to `to`, in a folder when `folder` is not NULL. */
static enum iw_status
merge(struct iw_tree *to, const struct iw_tree *from, const char *folder, struct iw_error *e)
{
	enum iw_status status = IW_OK;

	for (size_t i = 0; i < from->count && status == IW_OK; i++) {
		const struct iw_entry *entry = &from->entries[i];
		char *name = folder ? iw_path_join(folder, entry->name) : iw_strdup(entry->name);

		status = iw_tree_write(to, name, entry->data.data, entry->data.len, e);
		free(name);
	}
	return status;
}

/* What all plugins have made. One writes to the root, several to a folder each. */
struct collection {
	struct iw_tree tree;
	bool several;
};

static enum iw_status
collect(void *context, const char *plugin, struct iw_tree *tree, struct iw_error *e)
{
	struct collection *c = context;

	return merge(&c->tree, tree, c->several ? plugin : NULL, e);
}

static enum iw_status
write_archive(const struct iw_tree *tree, const char *path, struct iw_error *e)
{
	struct iw_commit commit = IW_COMMIT_INIT;
	struct iw_buf bytes = IW_BUF_INIT;
	enum iw_status status = iw_archive_write(tree, path, &bytes, e);

	if (status == IW_OK)
		status = iw_commit_add(&commit, path, bytes.data, bytes.len, 0644, e);
	if (status == IW_OK)
		status = iw_commit_finish(&commit, e);
	iw_commit_release(&commit);
	iw_buf_release(&bytes);
	return status;
}

static enum iw_status
write_folder(const struct iw_tree *tree, const char *folder, struct iw_error *e)
{
	struct iw_commit commit = IW_COMMIT_INIT;
	enum iw_status status = IW_OK;

	for (size_t i = 0; i < tree->count && status == IW_OK; i++) {
		const struct iw_entry *entry = &tree->entries[i];
		char *path = iw_path_join(folder, entry->name);

		status = iw_commit_add(&commit, path, entry->data.data, entry->data.len, 0644, e);
		free(path);
	}
	if (status == IW_OK)
		status = iw_commit_finish(&commit, e);
	iw_commit_release(&commit);
	return status;
}

static enum iw_status
say_what(const struct iw_tree *tree, const char *output, bool archive, struct iw_error *e)
{
	struct iw_buf text = IW_BUF_INIT;
	enum iw_status status;

	if (archive) {
		iw_buf_printf(&text, "%s\n", output);
	} else {
		for (size_t i = 0; i < tree->count; i++) {
			char *path = iw_path_join(output, tree->entries[i].name);

			iw_buf_printf(&text, "%s\n", path);
			free(path);
		}
	}
	status = iw_print(text.data, text.len, e);
	iw_buf_release(&text);
	return status;
}

static enum iw_status
write_all(const struct iw_tree *tree, const char *output, struct iw_error *e)
{
	bool archive = iw_archive_is_name(output) && !iw_dir_exists(output);
	enum iw_status status = archive ? write_archive(tree, output, e) : write_folder(tree, output, e);

	return status == IW_OK ? say_what(tree, output, archive, e) : status;
}

/* What one plugin fails to make does not keep the others' outputs back. */
static enum iw_status
export_form(const struct iw_args *args, struct iw_rendering *rendering, bool full, struct iw_error *e)
{
	struct collection c = { IW_TREE_INIT, rendering->count > 1 };
	enum iw_status status, written = IW_OK;
	struct iw_prepared p;
	struct iw_error why;

	status = iw_prepare(&p, args, args->operands[0], IW_PREVIEW, e);
	if (status != IW_OK)
		return status;
	status = iw_render(rendering, &p, full, collect, &c, e);
	if (c.tree.count)
		written = write_all(&c.tree, iw_args_value(args, "output"), status == IW_OK ? e : &why);
	if (written != IW_OK && status != IW_OK)
		iw_say("%s", why.text);
	iw_tree_release(&c.tree);
	iw_prepared_release(&p);
	return written > status ? written : status;
}

static enum iw_status
run(const struct iw_args *args, struct iw_error *e)
{
	const char *list = iw_args_value(args, "to"), *view = iw_args_value(args, "view");
	struct iw_rendering rendering;
	enum iw_status status;

	if (!list || !*list)
		return iw_fail(e, IW_UNUSABLE, "--to says what to export to: a plugin, or several as in html,text");
	if (!iw_args_value(args, "output"))
		return iw_fail(e, IW_UNUSABLE, "-o says where to write: a folder, or an archive such as form.zip");
	if (view && strcmp(view, "candidate") != 0 && strcmp(view, "full") != 0)
		return iw_fail(e, IW_UNUSABLE, "--view is candidate or full, not '%s'", view);
	status = iw_rendering_start(&rendering, list, args, e);
	if (status == IW_OK)
		status = export_form(args, &rendering, view && strcmp(view, "full") == 0, e);
	iw_rendering_release(&rendering);
	return status;
}

const struct iw_command iw_cmd_export = {
	.name = "export",
	.operands = "FORM",
	.summary = "export a form through output plugins",
	.about = "Compiles FORM, the id of a form or its file, and hands it to the plugins that --to names. What one "
		 "plugin writes goes into the folder or archive that -o names; what several write goes into a folder "
		 "for each.\n\n"
		 "The candidate view, which is the default, holds no key, rationale, domain or scored flag; the full "
		 "view holds them all and is confidential.\n\n"
		 "The form's composition (blueprint, approval, enemies) is shown but not enforced, so that a form in "
		 "the making can be looked at; an item with an error stops the export. What a plugin writes appears "
		 "whole or not at all: one that fails, crashes or hangs is ended and named, and the others go on. The "
		 "files written are listed on standard output.",
	.flags =
		(const struct iw_flag[]){
			{ "to", 't', "PLUGINS", "what to export to: one plugin, or several as in html,text", false },
			{ "output", 'o', "PATH",
	                  "a folder, or an archive by its ending: .zip .tar .tar.gz .tar.xz .tar.zst", false },
			{ "view", 0, "VIEW", "candidate (default) or full", false },
			{ "option", 0, "PLUGIN.NAME=VALUE", "set an option of a plugin; see itemwright plugins NAME",
	                  true },
			{ "bank", 0, "PATH", "the bank; the one around the current folder by default", false },
			{ 0 },
		},
	.least = 1,
	.most = 1,
	.run = run,
};
