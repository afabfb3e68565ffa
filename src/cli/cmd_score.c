/* SPDX-License-Identifier: Apache-2.0 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/parallel.h"
#include "base/path.h"
#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/score_package.h"
#include "cli/score_reports.h"
#include "score/score.h"

/* What is bad in the responses. The first line of a file cannot be skipped. */
static enum iw_status
refuse(const struct iw_score_outcome *outcome, struct iw_error *e)
{
	fputs(outcome->findings.data, stderr);
	if (outcome->bad_heads)
		return iw_fail(e, IW_FOUND,
		               "nothing was written: a file cannot be read without its first line; mend it first");
	return iw_fail(e, IW_FOUND,
	               "%" PRIu64
	               " of the records %s bad%s, and nothing was written; mend what is bad, or leave it out "
	               "with --skip-bad",
	               outcome->found, outcome->found == 1 ? "is" : "are",
	               outcome->found > 100 ? ", of which the first hundred are shown" : "");
}

static enum iw_status
tell(const struct iw_score_outcome *outcome, struct iw_error *e)
{
	struct iw_buf out = IW_BUF_INIT;
	enum iw_status status;

	iw_tally_text(&outcome->tally, &out);
	status = iw_print(out.data, out.len, e);
	iw_buf_release(&out);
	return status;
}

/* Stage the results, and tell what is bad. */
static enum iw_status
stage(struct iw_score_options *options, struct iw_commit *commit, struct iw_score_outcome *outcome, struct iw_error *e)
{
	struct iw_progress_line line;
	enum iw_status status;

	iw_progress_start(&line, "bytes");
	options->progress = &line.progress;
	status = iw_score(options, commit, outcome, e);
	iw_progress_stop(&line);
	if (outcome->others)
		iw_say("%zu %s not read: the names do not end as files of responses do", outcome->others,
		       outcome->others == 1 ? "file is" : "files are");
	if (outcome->links)
		iw_say("%zu %s not read: links within a folder are not followed; name the files themselves",
		       outcome->links, outcome->links == 1 ? "link is" : "links are");
	return status == IW_FOUND ? refuse(outcome, e) : status;
}

static enum iw_status
score(struct iw_score_options *options, struct iw_score_reports *reports, struct iw_commit *commit, const char *folder,
      struct iw_error *e)
{
	struct iw_score_outcome outcome;
	enum iw_status status;

	if (reports) {
		iw_score_reports_begin(reports, options->key);
		options->each = iw_score_reports_each;
		options->context = reports;
	}
	status = stage(options, commit, &outcome, e);
	if (status == IW_OK && reports)
		status = iw_score_reports_make(reports, commit, folder, options->jobs, e);
	if (status == IW_OK)
		status = iw_commit_finish(commit, e);
	if (status == IW_OK)
		status = tell(&outcome, e);
	iw_score_outcome_release(&outcome);
	return status;
}

static enum iw_status
read_options(const struct iw_args *args, struct iw_score_options *options, struct iw_error *e)
{
	const char *format = iw_args_value(args, "format");
	unsigned jobs;

	options->paths = args->operands;
	options->path_count = args->operand_count;
	options->output = iw_args_value(args, "output");
	options->skip_bad = iw_args_has(args, "skip-bad");
	options->names = iw_args_has(args, "names");
	options->format = format ? iw_response_format_find(format) : NULL;
	if (!options->output)
		return iw_fail(e, IW_UNUSABLE, "-o names the folder to write the results to");
	if (format && !options->format)
		return iw_fail(e, IW_UNUSABLE, "there is no format '%s'; choose csv, jsonl or qti", format);
	if (iw_args_number(args, "jobs", 1, 64, 0, &jobs, e) != IW_OK)
		return IW_UNUSABLE;
	options->jobs = iw_parallel_jobs(jobs);
	return IW_OK;
}

/* Reports of an earlier run would be taken for some of these results. */
static enum iw_status
refuse_leftover(const char *reports, struct iw_error *e)
{
	struct iw_paths found = IW_PATHS_INIT;
	enum iw_status status = iw_paths_below(&found, reports, ".", NULL, e);

	if (status == IW_OK && found.count)
		status = iw_fail(e, IW_UNUSABLE,
		                 "%s has reports of an earlier run, which would not belong to these results; remove "
		                 "it, or choose another folder",
		                 reports);
	iw_paths_release(&found);
	return status;
}

static enum iw_status
score_package(const struct iw_args *args, struct iw_score_options *options, struct iw_score_reports *reports,
              struct iw_error *e)
{
	struct iw_commit commit = IW_COMMIT_INIT;
	char *folder = iw_path_join(options->output, "reports");
	struct iw_answer_key key;
	enum iw_status status = refuse_leftover(folder, e);

	if (status == IW_OK)
		status = iw_score_package(args, &key, e);
	if (status == IW_OK) {
		options->key = &key;
		status = score(options, reports, &commit, folder, e);
		iw_answer_key_release(&key);
	}
	iw_commit_release(&commit);
	free(folder);
	return status;
}

static enum iw_status
run(const struct iw_args *args, struct iw_error *e)
{
	struct iw_score_options options = { 0 };
	struct iw_score_reports *reports = NULL;
	enum iw_status status = read_options(args, &options, e);

	if (status == IW_OK && iw_args_value(args, "reports"))
		status = iw_score_reports_new(args, &reports, e);
	else if (status == IW_OK && iw_args_value(args, "option"))
		status = iw_fail(e, IW_UNUSABLE, "--option is for the plugin that --reports names");
	if (status == IW_OK)
		status = score_package(args, &options, reports, e);
	iw_score_reports_free(reports);
	return status;
}

const struct iw_command iw_cmd_score = {
	.name = "score",
	.operands = "RESPONSES...",
	.summary = "score the responses to a form",
	.about =
		"Scores what candidates have answered with the key of a scoring package, and writes DIR/results.csv, "
		"DIR/results.json, and, where the form has unscored questions, DIR/unscored.csv with the responses to these. "
		"Prints a summary: candidates, who passed, mean and deviation, a histogram.\n\n"
		"RESPONSES are files, or folders of them: CSV as the exam page saves it, JSON lines, or QTI results. Each "
		"question is right or wrong; what counts is how many scored ones are right. The scaled score, and pass or "
		"fail, are looked up in the table that pack has put into the package.\n\n"
		"The package is verified first. When a record is bad - an unknown letter, a missing column, a candidate who "
		"is there twice - the run says where and writes nothing, unless --skip-bad is given. All files appear, or "
		"none does. Only their owner may read them, and messages name lines, not candidates.",
	.flags =
		(const struct iw_flag[]){
			{ "package", 'k', "FILE", "the scoring package of the form, NAME.key.zip", false },
			{ "public", 'p', "PUB", "a public key that you trust; may be given several times", true },
			{ "require", 0, "N", "how many of these keys must have signed; 1 by default", false },
			{ "output", 'o', "DIR", "the folder to write the results to", false },
			{ "format", 'f', "FORMAT", "csv, jsonl or qti; as the files are by default", false },
			{ "reports", 'r', "PLUGIN",
	                  "write a score report for each candidate to DIR/reports: html or pdf", false },
			{ "option", 0, "PLUGIN.NAME=VALUE", "set an option of that plugin; see itemwright plugins NAME",
	                  true },
			{ "skip-bad", 0, NULL, "leave out bad records, and list them in DIR/skipped.csv", false },
			{ "names", 0, NULL, "name candidates in messages and in skipped.csv", false },
			{ "jobs", 'j', "N", "threads to use; as many as there are processors by default", false },
			{ 0 },
		},
	.least = 1,
	.most = SIZE_MAX,
	.run = run,
};
