/* SPDX-License-Identifier: Apache-2.0 */
/* The threads: each takes a block, scores it, and waits for its turn to put it in order. */
#include "score/score.h"

#include <pthread.h>
#include <stdlib.h>

#include "score/order.h"

enum { MOST_JOBS = 64 };

struct run {
	struct iw_scoring scoring;
	struct iw_input input;
	struct iw_seen seen;
	struct iw_order order;
	pthread_mutex_t taking; /* guards the input, `taken` and `ended` */
	size_t taken;           /* blocks */
	bool ended;
	pthread_mutex_t ordering; /* guards `turn`; whose turn it is has all that follows for itself */
	pthread_cond_t turned;
	size_t turn;
	enum iw_status status;
	struct iw_error *e;
};

/* The next block and its number. False when there are no more. */
static bool
take(struct run *run, struct iw_block *block, size_t *number, enum iw_status *status, struct iw_error *e)
{
	bool got = false;

	*status = IW_OK;
	pthread_mutex_lock(&run->taking);
	if (!run->ended)
		*status = iw_input_next(&run->input, &block->span, &got, e);
	run->ended |= !got || *status != IW_OK;
	if (got || *status != IW_OK)
		*number = run->taken++;
	pthread_mutex_unlock(&run->taking);
	return got || *status != IW_OK;
}

static void
end_input(struct run *run)
{
	pthread_mutex_lock(&run->taking);
	run->ended = true;
	pthread_mutex_unlock(&run->taking);
}

/* Blocks come here in order. The first failure is the one that is told. */
static void
put(struct run *run, struct iw_block *block, enum iw_status status, const struct iw_error *e)
{
	if (run->status != IW_OK)
		return;
	if (status != IW_OK)
		*run->e = *e;
	else
		status = iw_order_add(&run->order, block, run->e);
	run->status = status;
	if (status != IW_OK)
		end_input(run);
}

static void *
work(void *arg)
{
	struct run *run = arg;
	struct iw_error e = { "" };
	struct iw_block block;
	enum iw_status status;
	size_t number = 0;

	iw_block_init(&block, run->order.options->key);
	while (take(run, &block, &number, &status, &e)) {
		if (status == IW_OK)
			iw_block_score(&block, &run->scoring);
		pthread_mutex_lock(&run->ordering);
		while (run->turn != number)
			pthread_cond_wait(&run->turned, &run->ordering);
		pthread_mutex_unlock(&run->ordering);
		put(run, &block, status, &e);
		pthread_mutex_lock(&run->ordering);
		run->turn++;
		pthread_cond_broadcast(&run->turned);
		pthread_mutex_unlock(&run->ordering);
	}
	iw_block_release(&block);
	return NULL;
}

static void
work_together(struct run *run, unsigned jobs)
{
	pthread_t threads[MOST_JOBS];
	unsigned started = 0;

	pthread_mutex_init(&run->taking, NULL);
	pthread_mutex_init(&run->ordering, NULL);
	pthread_cond_init(&run->turned, NULL);
	/* If a thread cannot be had, the others do its share. */
	while (started + 1 < jobs && started < MOST_JOBS && pthread_create(&threads[started], NULL, work, run) == 0)
		started++;
	work(run);
	while (started)
		pthread_join(threads[--started], NULL);
	pthread_cond_destroy(&run->turned);
	pthread_mutex_destroy(&run->ordering);
	pthread_mutex_destroy(&run->taking);
}

static enum iw_status
score(struct run *run, const struct iw_score_options *options, struct iw_error *e)
{
	const struct iw_score_outcome *outcome = run->order.outcome;
	enum iw_status status = iw_order_begin(&run->order, e);

	if (status != IW_OK)
		return status;
	work_together(run, options->jobs);
	if (run->status != IW_OK)
		return run->status;
	if (outcome->found)
		return IW_FOUND;
	if (outcome->tally.candidates == 0)
		return iw_fail(e, IW_UNUSABLE, "there are no responses to score%s",
		               outcome->tally.skipped
		                       ? ": all were bad and skipped; run it without --skip-bad to see why"
		                       : "");
	return iw_order_finish(&run->order, e);
}

enum iw_status
iw_score(const struct iw_score_options *options, struct iw_commit *commit, struct iw_score_outcome *outcome,
         struct iw_error *e)
{
	struct iw_layout layout;
	struct run run = { .scoring = { &layout, &run.seen }, .e = e };
	enum iw_status status;

	*outcome = (struct iw_score_outcome){ .findings = IW_BUF_INIT };
	iw_tally_init(&outcome->tally, options->key);
	iw_layout_init(&layout, options->key);
	iw_seen_init(&run.seen);
	run.order = (struct iw_order){ .options = options,
		                       .layout = &layout,
		                       .input = &run.input,
		                       .seen = &run.seen,
		                       .commit = commit,
		                       .outcome = outcome };
	status = iw_input_open(&run.input, options->key, options->format, options->paths, options->path_count, e);
	if (options->progress) {
		run.input.done = &options->progress->done;
		atomic_store(&options->progress->total, run.input.total);
	}
	outcome->others = run.input.others;
	outcome->links = run.input.links;
	outcome->tally.files = run.input.paths.count;
	if (status == IW_OK)
		status = score(&run, options, e);
	iw_order_release(&run.order);
	iw_input_release(&run.input);
	iw_seen_release(&run.seen);
	iw_layout_release(&layout);
	return status;
}

void
iw_score_outcome_release(struct iw_score_outcome *outcome)
{
	iw_tally_release(&outcome->tally);
	iw_buf_release(&outcome->findings);
}
