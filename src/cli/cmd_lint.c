/* SPDX-License-Identifier: Apache-2.0 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "base/path.h"
#include "base/repository.h"
#include "cli/commands.h"
#include "cli/lint_baseline.h"
#include "cli/lint_changed.h"
#include "cli/lint_choice.h"
#include "cli/lint_outputs.h"
#include "cli/lint_scope.h"
#include "cli/lint_summary.h"
#include "cli/progress.h"
#include "lint/fix.h"

/* What the user asks for. */
struct request {
	struct iw_scope scope;
	struct iw_lint_choice choice;
	struct iw_outputs outputs;
	struct iw_lint_baseline baseline;
	const char *since; /* a revision; NULL for all findings */
	struct iw_changed changed;
	unsigned jobs;
	bool quiet, fix;
};

static void
release(struct request *r)
{
	iw_changed_release(&r->changed);
	iw_lint_baseline_release(&r->baseline);
	iw_outputs_release(&r->outputs);
	iw_choice_release(&r->choice.rules);
	iw_scope_release(&r->scope);
}

/* A baseline that is written is one more place. */
static enum iw_status
check_places(const struct request *r, struct iw_error *e)
{
	for (size_t i = 0; i < r->outputs.count && r->baseline.file; i++)
		if (r->outputs.at[i].file && strcmp(r->outputs.at[i].file, r->baseline.file) == 0)
			return iw_fail(e, IW_UNUSABLE, "%s is the baseline; write findings to another file",
			               r->baseline.file);
	return IW_OK;
}

/* From what is quickly found wrong to what takes longer. */
static enum iw_status
read_request(struct request *r, const struct iw_args *args, struct iw_error *e)
{
	enum iw_status status = iw_outputs_parse(&r->outputs, args, e);

	r->quiet = iw_args_has(args, "quiet");
	r->fix = iw_args_has(args, "fix");
	if (status == IW_OK)
		status = iw_args_number(args, "jobs", 1, 64, 0, &r->jobs, e);
	r->jobs = iw_parallel_jobs(r->jobs);
	if (status == IW_OK)
		status = iw_lint_choice_parse(&r->choice, args, e);
	if (status == IW_OK)
		status = iw_scope_find(&r->scope, args, e);
	if (status != IW_OK || !r->scope.root)
		return status;
	status = iw_lint_baseline_open(&r->baseline, args, r->scope.root, e);
	if (status == IW_OK)
		status = check_places(r, e);
	r->since = iw_args_value(args, "changed-since");
	if (status == IW_OK && r->since)
		status = iw_changed_find(&r->changed, r->scope.root, r->since,
		                         r->baseline.file ? &r->baseline.known : NULL, r->jobs, e);
	return status;
}

struct narrowing {
	const struct request *request;
	struct iw_lint_summary *summary;
};

static bool
is_asked_for(void *context, const struct iw_finding *f)
{
	const struct narrowing *n = context;

	if (!iw_scope_has(&n->request->scope, f))
		return false;
	if (!n->request->since || iw_changed_has(&n->request->changed, f))
		return true;
	n->summary->unchanged += iw_finding_is_open(f);
	return false;
}

static bool
is_shown(void *context, const struct iw_finding *f)
{
	const struct request *r = context;

	return f->severity >= r->choice.show;
}

/* The bank's folder as CI names it: from the root of its repository, or from here. Free with free(). */
static char *
prefix_of(const char *root)
{
	char *from = iw_repository_find(root), *real = realpath(root, NULL), *prefix = NULL;

	if (!from)
		from = realpath(".", NULL);
	if (from && real)
		prefix = iw_path_relative(from, real);
	if (prefix && strcmp(prefix, ".") == 0)
		*prefix = '\0';
	free(real);
	free(from);
	return prefix;
}

/* Files first: what is printed says that all went well. */
static enum iw_status
report(struct request *r, const struct iw_lint *lint, struct iw_commit *commit, struct iw_error *e)
{
	char *prefix = prefix_of(r->scope.root);
	const struct iw_report what = {
		.lint = lint,
		.prefix = prefix,
		.baseline = r->baseline.file != NULL,
		.partial = !r->scope.whole || r->since,
	};
	enum iw_status status = iw_outputs_stage(&r->outputs, &what, commit, e);

	if (status == IW_OK)
		status = iw_commit_finish(commit, e);
	if (status == IW_OK)
		status = iw_outputs_print(&r->outputs, &what, e);
	free(prefix);
	return status;
}

/* Narrow the findings to what is asked for, and put them where they are wanted. */
static enum iw_status
conclude(struct request *r, struct iw_lint *lint, struct iw_error *e)
{
	struct iw_lint_summary summary = { .show = r->choice.show, .since = r->since };
	struct iw_commit commit = IW_COMMIT_INIT;
	enum iw_status status;

	iw_lint_baseline_apply(&r->baseline, lint);
	iw_findings_keep(&lint->findings, is_asked_for, &(struct narrowing){ r, &summary });
	status = iw_lint_baseline_stage(&r->baseline, lint, &commit, e);
	iw_lint_summary_count(&summary, &lint->findings);
	iw_findings_keep(&lint->findings, is_shown, r);
	if (status == IW_OK)
		status = report(r, lint, &commit, e);
	iw_commit_release(&commit);
	if (status != IW_OK)
		return status;
	if (!r->quiet && r->baseline.update)
		iw_lint_baseline_say(&r->baseline);
	else if (!r->quiet)
		iw_lint_summary_say(&summary, &lint->bank);
	return iw_lint_summary_has(&summary, r->choice.fail_on) ? IW_FOUND : IW_OK;
}

static enum iw_status
lint_once(const struct request *r, struct iw_lint *lint, struct iw_error *e)
{
	struct iw_progress_line line = { 0 };
	struct iw_lint_options options = {
		.jobs = r->jobs,
		.progress = &line.progress,
		.choice = &r->choice.rules,
	};
	enum iw_status status;

	if (!r->quiet)
		iw_progress_start(&line, "files");
	status = iw_lint_run(lint, r->scope.root, &options, e);
	iw_progress_stop(&line);
	if (status != IW_OK)
		return status;
	status = iw_scope_check(&r->scope, &lint->bank, r->baseline.file ? r->baseline.known.path : NULL, e);
	if (status != IW_OK)
		iw_lint_release(lint);
	return status;
}

/* Mend what a fix is offered for, of what would be shown. */
static enum iw_status
fix_bank(struct request *r, struct iw_error *e)
{
	struct iw_lint_summary ignored = { .show = r->choice.show };
	struct iw_fixed fixed = { 0 };
	struct iw_lint lint;
	enum iw_status status = lint_once(r, &lint, e);

	if (status != IW_OK)
		return status;
	iw_lint_baseline_apply(&r->baseline, &lint);
	iw_findings_keep(&lint.findings, is_asked_for, &(struct narrowing){ r, &ignored });
	iw_findings_keep(&lint.findings, is_shown, r);
	status = iw_fix(&lint, &fixed, e);
	iw_lint_release(&lint);
	if (status == IW_OK && !r->quiet)
		iw_say("mended %zu finding%s in %zu file%s", fixed.findings, fixed.findings == 1 ? "" : "s",
		       fixed.files, fixed.files == 1 ? "" : "s");
	return status;
}

static enum iw_status
lint_bank(struct request *r, struct iw_error *e)
{
	struct iw_lint lint;
	enum iw_status status = r->fix ? fix_bank(r, e) : IW_OK;

	if (status == IW_OK)
		status = lint_once(r, &lint, e);
	if (status != IW_OK)
		return status;
	status = conclude(r, &lint, e);
	iw_lint_release(&lint);
	return status;
}

static enum iw_status
run(const struct iw_args *args, struct iw_error *e)
{
	struct request r = { .since = NULL };
	enum iw_status status = read_request(&r, args, e);

	/* An empty list of paths, where there is no bank: nothing is asked, and nothing is wrong. */
	if (status == IW_OK && r.scope.root)
		status = lint_bank(&r, e);
	release(&r);
	return status;
}

const struct iw_command iw_cmd_lint = {
	.name = "lint",
	.operands = "[PATH...]",
	.summary = "check a bank and say what is wrong with it",
	.about = "Checks the bank that PATH belongs to, or the one of the folder that you are in: every file against "
		 "the schema, every item, the bank as a whole, and every form against the blueprint.\n\n"
		 "PATH is a bank, or a file or folder of one; then only what is found there is shown, while the whole "
		 "bank is still read, so that duplicates and references are known. With - paths are read from standard "
		 "input, one a line, or with a NUL after each.\n\n"
		 "Findings go to standard output, the summary to standard error. itemwright explain RULE tells what a "
		 "finding means and how to mend it. Exit code 1 means findings as severe as --fail-on says.\n\n"
		 "The formats are text, json, sarif, junit, github, gitlab, checkstyle and gcc. Several can be asked "
		 "for, of which one is printed: --format text --format sarif=lint.sarif.\n\n"
		 "RULE is the id of a rule, or a pattern such as 'writing/*'; several may be given with commas "
		 "between.\n\n"
		 "--fix changes the files: what a finding offers as its fix, of the findings that would be shown.\n\n"
		 "A baseline holds findings that are accepted for now: they are not shown until their text is touched. "
		 "--update-baseline accepts what is found, and forgets what is mended.\n\n"
		 "--changed-since shows what is found on items that differ from those of a revision of git, or are "
		 "copies of such; the bank is still checked as a whole.",
	.flags =
		(const struct iw_flag[]){
			{ "format", 'f', "NAME[=FILE]", "how to report, and the file to write; text is the default",
	                  true },
			{ "statistics", 0, NULL, "print how many findings each rule has, in place of them", false },
			{ "color", 0, "WHEN", "auto (default), always or never", false },
			{ "quiet", 'q', NULL, "no summary and no progress: findings and errors alone", false },
			{ "show", 0, "LEVEL", "the least severe that is shown: error, warning or note (default)",
	                  false },
			{ "fail-on", 0, "LEVEL",
	                  "the least severe that exits with 1: error (default), warning, note or never", false },
			{ "select", 0, "RULE,...", "run these rules only", true },
			{ "ignore", 0, "RULE,...", "do not run these rules", true },
			{ "rule", 0, "RULE=LEVEL,...", "make a rule an error, a warning or a note, or turn it off",
	                  true },
			{ "fix", 0, NULL, "mend what a fix is offered for, then lint", false },
			{ "baseline", 0, "FILE", "do not show the findings that FILE holds", false },
			{ "update-baseline", 0, NULL, "write FILE anew with what is found now, and exit with 0",
	                  false },
			{ "changed-since", 0, "REV", "show findings on what has changed since a revision of git",
	                  false },
			{ "jobs", 'j', "N", "threads to use; as many as there are processors by default", false },
			{ 0 },
		},
	.most = SIZE_MAX,
	.run = run,
};
