/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>

#include "stats/stats.h"

struct visit {
	struct iw_key_counts *keys;
	struct iw_progress *progress;
};

/* On many threads. */
static void
visit(void *context, struct iw_source *source, const struct iw_body *bodies, struct iw_arena *arena)
{
	struct visit *v = context;

	(void)arena;
	if (v->progress)
		atomic_fetch_add(&v->progress->done, 1);
	for (size_t i = 0; i < source->item_count; i++)
		iw_key_counts_add(v->keys, &source->items[i], &bodies[i]);
}

static void
count_files(struct iw_stats *stats)
{
	for (size_t i = 0; i < stats->bank.source_count; i++) {
		const struct iw_source *source = &stats->bank.sources[i];

		if (source->kind != IW_SOURCE_ITEMS)
			continue;
		stats->files++;
		stats->unread += source->item_count == 0 && source->problem_count != 0;
	}
}

enum iw_status
iw_stats_collect(struct iw_stats *stats, const char *root, unsigned jobs, struct iw_progress *progress,
                 struct iw_error *e)
{
	struct visit v = { .progress = progress };
	enum iw_status status;

	*stats = (struct iw_stats){ 0 };
	status = iw_bank_open(&stats->bank, root, jobs, e);
	if (status != IW_OK)
		return status;
	if (!stats->bank.exam) {
		iw_bank_release(&stats->bank);
		return iw_fail(e, IW_UNUSABLE,
		               "exam.xml is no readable exam; itemwright lint says what is wrong with it");
	}
	if (progress)
		atomic_store(&progress->total, stats->bank.source_count);
	v.keys = iw_key_counts_new();
	iw_bank_load_items(&stats->bank, jobs, visit, &v);
	count_files(stats);
	iw_collect_counts(stats);
	iw_collect_supply(stats);
	iw_collect_keys(stats, v.keys);
	iw_collect_reading(stats);
	iw_collect_difficulty(stats);
	iw_enemies_find(&stats->enemies, &stats->bank, jobs);
	return IW_OK;
}

void
iw_stats_release(struct iw_stats *stats)
{
	iw_enemies_release(&stats->enemies);
	iw_arena_release(&stats->arena);
	iw_bank_release(&stats->bank);
	*stats = (struct iw_stats){ 0 };
}
