/* SPDX-License-Identifier: Apache-2.0 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/parallel.h"
#include "base/path.h"
#include "cli/commands.h"
#include "cli/progress.h"
#include "lint/report/report.h"

/* What the findings are narrowed to: paths relative to the bank; none of them for the whole bank. */
struct scope {
	char *root;
	char **paths;
	size_t count;
};

static void
release(struct scope *s)
{
	for (size_t i = 0; i < s->count; i++)
		free(s->paths[i]);
	free(s->paths);
	free(s->root);
}

static bool
is_within(const char *path, const char *part)
{
	size_t n = strlen(part);

	return strncmp(path, part, n) == 0 && (path[n] == '\0' || path[n] == '/');
}

static bool
keep(void *context, const struct iw_finding *f)
{
	const struct scope *s = context;

	for (size_t i = 0; i < s->count; i++)
		if (is_within(f->path, s->paths[i]))
			return true;
	return false;
}

/* The bank of `path`, and the part of it that `path` names. `*whole` is set when that is all of it. */
static enum iw_status
add_path(struct scope *s, const char *path, bool *whole, struct iw_error *e)
{
	char *root, *real = realpath(path, NULL), *real_root, *first_root;
	enum iw_status status = IW_OK;

	if (!real)
		return iw_fail(e, IW_UNUSABLE, "%s: there is no such file or folder", path);
	root = iw_bank_find(path);
	if (!root) {
		free(real);
		return iw_fail(e, IW_UNUSABLE,
		               "%s: no exam.xml here or in a folder above; a bank is a folder with exam.xml", path);
	}
	real_root = realpath(root, NULL);
	first_root = s->root ? realpath(s->root, NULL) : NULL;
	if (first_root && strcmp(first_root, real_root) != 0) {
		status = iw_fail(e, IW_UNUSABLE,
		                 "%s belongs to another bank than the paths before it; lint one bank at a time", path);
	} else if (strcmp(real, real_root) == 0) {
		*whole = true;
	} else {
		s->paths = iw_realloc(s->paths, s->count + 1, sizeof *s->paths);
		s->paths[s->count++] = iw_path_relative(real_root, real);
	}
	if (!s->root) {
		s->root = root;
		root = NULL;
	}
	free(first_root);
	free(real_root);
	free(real);
	free(root);
	return status;
}

static enum iw_status
find_scope(struct scope *s, const struct iw_args *args, struct iw_error *e)
{
	bool whole = false;
	enum iw_status status = args->operand_count ? IW_OK : add_path(s, ".", &whole, e);

	for (size_t i = 0; i < args->operand_count && status == IW_OK; i++)
		status = add_path(s, args->operands[i], &whole, e);
	/* Without a PATH the whole bank is meant, from wherever in it. */
	while ((whole || !args->operand_count) && s->count)
		free(s->paths[--s->count]);
	return status;
}

static bool
is_in_bank(const struct iw_bank *bank, const char *path)
{
	for (size_t i = 0; i < bank->source_count; i++)
		if (is_within(bank->sources[i].path, path))
			return true;
	for (size_t i = 0; i < bank->media.count; i++)
		if (is_within(bank->media.path[i], path))
			return true;
	return false;
}

static enum iw_status
narrow(struct iw_lint *lint, struct scope *s, struct iw_error *e)
{
	for (size_t i = 0; i < s->count; i++)
		if (!is_in_bank(&lint->bank, s->paths[i]))
			return iw_fail(e, IW_UNUSABLE,
			               "%s is not part of the bank: items are items/**/*.xml, forms are "
			               "forms/**/*.xml, pictures are "
			               "below media/",
			               s->paths[i]);
	if (s->count)
		iw_findings_keep(&lint->findings, keep, s);
	return IW_OK;
}

static const char *
s(size_t n)
{
	return n == 1 ? "" : "s";
}

static void
say_summary(const struct iw_lint *lint)
{
	size_t errors = iw_findings_count(&lint->findings, IW_ERROR);
	size_t warnings = iw_findings_count(&lint->findings, IW_WARNING);
	size_t notes = iw_findings_count(&lint->findings, IW_NOTE);
	size_t items = lint->bank.item_count, forms = lint->bank.form_count;

	if (errors + warnings + notes == 0)
		iw_say("no findings in %zu item%s, %zu form%s", items, s(items), forms, s(forms));
	else
		iw_say("%zu error%s, %zu warning%s, %zu note%s in %zu item%s, %zu form%s", errors, s(errors), warnings,
		       s(warnings), notes, s(notes), items, s(items), forms, s(forms));
}

static enum iw_status
lint_and_report(struct scope *s, unsigned jobs, const struct iw_format *format, struct iw_error *e)
{
	struct iw_buf out = IW_BUF_INIT;
	struct iw_progress_line line;
	struct iw_lint_options options = { .jobs = iw_parallel_jobs(jobs), .progress = &line.progress };
	struct iw_lint lint;
	enum iw_status status;

	iw_progress_start(&line, "files");
	status = iw_lint_run(&lint, s->root, &options, e);
	iw_progress_stop(&line);
	if (status != IW_OK)
		return status;
	status = narrow(&lint, s, e);
	if (status == IW_OK) {
		format->write(&(struct iw_report){ .lint = &lint }, &out);
		status = iw_print(out.data, out.len, e);
	}
	if (status == IW_OK) {
		say_summary(&lint);
		status = iw_findings_count(&lint.findings, IW_ERROR) ? IW_FOUND : IW_OK;
	}
	iw_buf_release(&out);
	iw_lint_release(&lint);
	return status;
}

static enum iw_status
run(const struct iw_args *args, struct iw_error *e)
{
	const char *name = iw_args_value(args, "format");
	const struct iw_format *format = iw_format_find(name ? name : "text");
	struct scope s = { 0 };
	enum iw_status status;
	unsigned jobs;

	if (!format)
		return iw_fail(e, IW_UNUSABLE, "there is no format '%s'; choose text or json", name);
	status = iw_args_number(args, "jobs", 1, 64, 0, &jobs, e);
	if (status == IW_OK)
		status = find_scope(&s, args, e);
	if (status == IW_OK)
		status = lint_and_report(&s, jobs, format, e);
	release(&s);
	return status;
}

const struct iw_command iw_cmd_lint = {
	.name = "lint",
	.operands = "[PATH...]",
	.summary = "check a bank and say what is wrong with it",
	.about = "Checks the bank that PATH belongs to, or the one of the folder that you are in: every file against "
		 "the "
		 "schema, every item, the bank as a whole, and every form against the blueprint.\n\n"
		 "PATH is a bank, or a file or folder of one; then only what is found there is shown, while the whole "
		 "bank "
		 "is still read, so that duplicates and references are known.\n\n"
		 "Findings go to standard output, the summary to standard error. itemwright explain RULE tells what a "
		 "finding "
		 "means and how to mend it.",
	.flags =
		(const struct iw_flag[]){
			{ "format", 'f', "FORMAT", "how to print findings: text (default) or json", false },
			{ "jobs", 'j', "N", "threads to use; as many as there are processors by default", false },
			{ 0 },
		},
	.most = SIZE_MAX,
	.run = run,
};
