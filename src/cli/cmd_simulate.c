/* SPDX-License-Identifier: Apache-2.0 */
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/commit.h"
#include "cli/commands.h"
#include "cli/prepare.h"
#include "cli/progress.h"
#include "cli/simulate.h"

/* So much is written at once. */
enum { PIECE = 1 << 16, MOST_CANDIDATES = 10000000 };

/* What is wanted, and where it goes. */
struct run {
	unsigned candidates, seed;
	double mean, sd;
	const char *output; /* NULL: standard output */
	int fd;
};

/* The decimal number given for an option, or the fallback that *number holds. */
static enum iw_status
decimal(const struct iw_args *args, const char *name, double least, double most, double *number, struct iw_error *e)
{
	const char *s = iw_args_value(args, name);
	double given;
	char *end;

	if (!s)
		return IW_OK;
	given = strtod(s, &end);
	if (!*s || *end || strspn(s, "+-.0123456789") != strlen(s) || !(given >= least && given <= most))
		return iw_fail(e, IW_UNUSABLE, "--%s takes a number from %g to %g, not '%s'", name, least, most, s);
	*number = given;
	return IW_OK;
}

static enum iw_status
flush(const struct run *r, struct iw_buf *piece, struct iw_error *e)
{
	enum iw_status status = r->output ? iw_commit_write(r->fd, r->output, piece->data, piece->len, e)
	                                  : iw_print(piece->data, piece->len, e);

	iw_buf_clear(piece);
	return status;
}

static enum iw_status
write_lines(const struct run *r, const struct iw_simulation *s, struct iw_error *e)
{
	struct iw_buf piece = IW_BUF_INIT;
	struct iw_progress_line line;
	enum iw_status status = IW_OK;

	iw_progress_start(&line, "candidates");
	atomic_store(&line.progress.total, r->candidates);
	iw_simulation_head(s, &piece);
	for (unsigned i = 1; i <= r->candidates && status == IW_OK; i++) {
		iw_simulation_line(s, i, &piece);
		atomic_store(&line.progress.done, i);
		if (piece.len >= PIECE)
			status = flush(r, &piece, e);
	}
	if (status == IW_OK)
		status = flush(r, &piece, e);
	iw_progress_stop(&line);
	iw_buf_release(&piece);
	return status;
}

/* For its owner alone: the answer that most give tells the key. */
static enum iw_status
write_file(struct run *r, const struct iw_simulation *s, struct iw_error *e)
{
	struct iw_commit commit = IW_COMMIT_INIT;
	enum iw_status status = iw_commit_open(&commit, r->output, 0600, &r->fd, e);

	if (status == IW_OK) {
		status = write_lines(r, s, e);
		if (status == IW_OK)
			status = iw_commit_close(r->fd, r->output, e);
		else
			close(r->fd);
	}
	if (status == IW_OK)
		status = iw_commit_finish(&commit, e);
	iw_commit_release(&commit);
	return status;
}

static enum iw_status
simulate(const struct iw_args *args, struct run *r, struct iw_error *e)
{
	struct iw_prepared prepared;
	struct iw_simulation s;
	enum iw_status status = iw_prepare(&prepared, args, args->operands[0], IW_PREVIEW, e);

	if (status != IW_OK)
		return status;
	iw_simulation_init(&s, &prepared.compiled, r->seed, r->mean, r->sd);
	status = r->output ? write_file(r, &s, e) : write_lines(r, &s, e);
	if (status == IW_OK)
		iw_say("simulated, no responses of people: %u candidate%s of %s, named sim-000001 on, with seed %u; %zu of %zu "
		       "questions by their item's parameters",
		       r->candidates, r->candidates == 1 ? "" : "s", prepared.compiled.name, r->seed, s.given_count,
		       s.count);
	iw_simulation_release(&s);
	iw_prepared_release(&prepared);
	return status;
}

static enum iw_status
run(const struct iw_args *args, struct iw_error *e)
{
	struct run r = { .mean = 0, .sd = 1, .output = iw_args_value(args, "output"), .fd = -1 };
	enum iw_status status = iw_args_number(args, "candidates", 1, MOST_CANDIDATES, 100, &r.candidates, e);

	if (status == IW_OK)
		status = iw_args_number(args, "seed", 0, UINT_MAX, 1, &r.seed, e);
	if (status == IW_OK)
		status = decimal(args, "mean", -6, 6, &r.mean, e);
	if (status == IW_OK)
		status = decimal(args, "sd", 0, 6, &r.sd, e);
	return status == IW_OK ? simulate(args, &r, e) : status;
}

const struct iw_command iw_cmd_simulate = {
	.name = "simulate",
	.operands = "FORM",
	.summary = "make responses of simulated candidates, to try out scoring",
	.about =
		"Writes a file of responses to the form, CSV as candidates' responses are handed in, of candidates that there "
		"are not: each has an ability from a normal distribution, and is right as the parameters of the items say "
		"(<statistics>), or as is plausible where an item has none. Wrong answers take distractors, some more than "
		"others; a few are left empty.\n\n"
		"The candidates are called sim-000001, sim-000002, and so on, so that nobody takes them for people. The same "
		"form, seed and options give the same bytes on any machine, and a longer run begins with the same candidates. "
		"What is written tells the key: it is confidential, and a file that -o writes can be read by its owner alone.",
	.flags =
		(const struct iw_flag[]){
			{ "candidates", 'n', "N", "how many; 100 by default", false },
			{ "seed", 's', "S", "what all is drawn from, a whole number; 1 by default", false },
			{ "output", 'o', "FILE", "write to FILE, readable by its owner alone", false },
			{ "mean", 0, "THETA", "the mean of the abilities in logits; 0 by default", false },
			{ "sd", 0, "SD", "their standard deviation; 1 by default", false },
			{ "bank", 0, "PATH", "the bank; the one around the current folder by default", false },
			{ 0 },
		},
	.least = 1,
	.most = 1,
	.run = run,
};
