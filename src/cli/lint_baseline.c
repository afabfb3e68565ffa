/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/lint_baseline.h"

#include <stdlib.h>
#include <string.h>

#include "base/path.h"

/* A file as findings of the bank name it; as it is when its folder is still to be made. Free with free(). */
static char *
relative_to(const char *root, const char *file)
{
	char *folder = iw_path_dir(file), *real = realpath(folder, NULL), *real_root = realpath(root, NULL);
	char *full, *relative;

	if (!real || !real_root) {
		relative = iw_strdup(file);
	} else {
		full = iw_path_join(real, iw_path_base(file));
		relative = iw_path_relative(real_root, full);
		free(full);
	}
	free(real_root);
	free(real);
	free(folder);
	return relative;
}

enum iw_status
iw_lint_baseline_open(struct iw_lint_baseline *baseline, const struct iw_args *args, const char *root,
                      struct iw_error *e)
{
	const char *file = iw_args_value(args, "baseline");
	char *path;

	*baseline = (struct iw_lint_baseline){ .update = iw_args_has(args, "update-baseline") };
	if (!file || !*file)
		return file || baseline->update ? iw_fail(e, IW_UNUSABLE, "--baseline FILE says where the baseline is")
		                                : IW_OK;
	path = relative_to(root, file);
	iw_baseline_init(&baseline->known, path);
	free(path);
	baseline->file = file;
	if (iw_file_exists(file) || iw_dir_exists(file))
		return iw_baseline_read(&baseline->known, file, e);
	if (baseline->update)
		return IW_OK;
	return iw_fail(e, IW_UNUSABLE,
	               "%s: there is no such file; make it with itemwright lint --baseline %s --update-baseline", file,
	               file);
}

void
iw_lint_baseline_release(struct iw_lint_baseline *baseline)
{
	if (baseline->file)
		iw_baseline_release(&baseline->known);
	*baseline = (struct iw_lint_baseline){ 0 };
}

void
iw_lint_baseline_apply(struct iw_lint_baseline *baseline, struct iw_lint *lint)
{
	if (!baseline->file)
		return;
	iw_baseline_apply(&baseline->known, lint);
	if (baseline->update)
		iw_baseline_prune(&baseline->known, lint, &baseline->change);
}

enum iw_status
iw_lint_baseline_stage(struct iw_lint_baseline *baseline, struct iw_lint *lint, struct iw_commit *commit,
                       struct iw_error *e)
{
	struct iw_buf text = IW_BUF_INIT;
	enum iw_status status;

	if (!baseline->update)
		return IW_OK;
	iw_baseline_adopt(&baseline->known, lint, &baseline->change);
	iw_baseline_write(&baseline->known, &text);
	status = iw_commit_add(commit, baseline->file, text.data, text.len, 0644, e);
	iw_buf_release(&text);
	return status;
}

void
iw_lint_baseline_say(const struct iw_lint_baseline *baseline)
{
	const struct iw_baseline_change *change = &baseline->change;
	char *changed = change->changed ? iw_printf(", %zu changed", change->changed) : iw_strdup("");

	iw_say("%s: %zu %s added, %zu removed%s; %zu in all", baseline->file, change->added,
	       change->added == 1 ? "entry" : "entries", change->removed, changed, baseline->known.count);
	free(changed);
}
