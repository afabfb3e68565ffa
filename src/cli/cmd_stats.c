/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/commit.h"
#include "base/parallel.h"
#include "cli/commands.h"
#include "cli/progress.h"
#include "stats/report/report.h"

/* What is written tells items' texts, so that nobody but the user may read the file. */
enum { SECRET = 0600 };

static enum iw_status
write_file(const char *path, const struct iw_buf *bytes, struct iw_error *e)
{
	struct iw_commit commit = IW_COMMIT_INIT;
	enum iw_status status = iw_commit_add(&commit, path, bytes->data, bytes->len, SECRET, e);

	if (status == IW_OK)
		status = iw_commit_finish(&commit, e);
	iw_commit_release(&commit);
	return status;
}

static enum iw_status
collect(struct iw_stats *stats, const char *root, unsigned jobs, struct iw_error *e)
{
	struct iw_progress_line line;
	enum iw_status status;

	iw_progress_start(&line, "files");
	status = iw_stats_collect(stats, root, jobs, &line.progress, e);
	iw_progress_stop(&line);
	return status;
}

/* A terminal has as many as it has; a file has the most. */
static unsigned
columns(const char *output)
{
	struct winsize size;

	if (output || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_col > IW_MOST_COLUMNS)
		return IW_MOST_COLUMNS;
	return size.ws_col < IW_LEAST_COLUMNS ? IW_LEAST_COLUMNS : size.ws_col;
}

static enum iw_status
report(const char *root, unsigned jobs, const struct iw_stats_format *format, const char *output, struct iw_error *e)
{
	struct iw_buf out = IW_BUF_INIT;
	struct iw_stats stats;
	enum iw_status status = collect(&stats, root, jobs, e);

	if (status != IW_OK)
		return status;
	status = format->write(&(struct iw_stats_report){ &stats, jobs, columns(output) }, &out, e);
	if (status == IW_OK)
		status = output ? write_file(output, &out, e) : iw_print(out.data, out.len, e);
	iw_buf_release(&out);
	iw_stats_release(&stats);
	return status;
}

static enum iw_status
run(const struct iw_args *args, struct iw_error *e)
{
	const char *path = args->operand_count ? args->operands[0] : ".", *name = iw_args_value(args, "format");
	const struct iw_stats_format *format = iw_stats_format_find(name ? name : "text");
	enum iw_status status;
	unsigned jobs;
	char *root;

	if (!format)
		return iw_fail(e, IW_UNUSABLE, "there is no format '%s'; choose text, json or html", name);
	status = iw_args_number(args, "jobs", 1, 64, 0, &jobs, e);
	if (status != IW_OK)
		return status;
	root = iw_bank_find(path);
	if (!root)
		return iw_fail(e, IW_UNUSABLE,
		               "%s: no exam.xml here or in a folder above; a bank is a folder with exam.xml", path);
	status = report(root, iw_parallel_jobs(jobs), format, iw_args_value(args, "output"), e);
	free(root);
	return status;
}

const struct iw_command iw_cmd_stats = {
	.name = "stats",
	.operands = "[PATH]",
	.summary = "tell what a bank holds and what its exam needs",
	.about =
		"Tells of the bank that PATH belongs to, or the one of the folder that you are in: its items by "
		"domain, "
		"type, task and status; approved items against what one, two and three forms need; where keys stand; "
		"how much there is to read; how difficult items were, where their statistics are known; and pairs of "
		"items that are so alike that they should be enemies, with their texts side by side.\n\n"
		"As text for a terminal, as JSON for programs, or as one HTML page with charts that needs nothing from "
		"outside. All three hold texts of items and are confidential: a file that -o writes can be read by its "
		"owner alone.",
	.flags =
		(const struct iw_flag[]){
			{ "format", 'f', "FORMAT", "text (default), json or html", false },
			{ "output", 'o', "FILE", "write to FILE, readable by its owner alone", false },
			{ "jobs", 'j', "N", "threads to use; as many as there are processors by default", false },
			{ 0 },
		},
	.most = 1,
	.run = run,
};
