/* SPDX-License-Identifier: Apache-2.0 */
/* What earlier administrations have told of the items. */
#include <math.h>
#include <stdlib.h>

#include "stats/stats.h"

static void
note_item(struct iw_sample *samples, const struct iw_statistics *s)
{
	static const double limits[IW_PARAMETERS][2] = {
		[IW_P] = { 0, 1 },        [IW_R] = { -1, 1 }, [IW_A] = { -1000, 1000 },
		[IW_B] = { -1000, 1000 }, [IW_C] = { 0, 1 },  [IW_N] = { 0, 1e9 },
	};
	const double values[IW_PARAMETERS] = {
		[IW_P] = s->p, [IW_R] = s->r, [IW_A] = s->a, [IW_B] = s->b, [IW_C] = s->c, [IW_N] = s->n,
	};

	/* NAN is within no limits. */
	for (unsigned i = 0; i < IW_PARAMETERS; i++)
		if (values[i] >= limits[i][0] && values[i] <= limits[i][1])
			iw_sample_add(&samples[i], values[i]);
}

static int
lowest_first(const void *a, const void *b)
{
	const struct iw_item *x = *(const struct iw_item *const *)a, *y = *(const struct iw_item *const *)b;

	if (x->statistics->r != y->statistics->r)
		return x->statistics->r < y->statistics->r ? -1 : 1;
	if (x->owner.source != y->owner.source)
		return x->owner.source < y->owner.source ? -1 : 1;
	return (x->place > y->place) - (x->place < y->place);
}

static void
list_low(struct iw_stats *stats)
{
	struct iw_difficulty_figures *f = &stats->difficulty;

	f->low = iw_arena_alloc(&stats->arena, f->with, sizeof *f->low);
	for (size_t i = 0; i < stats->bank.item_count; i++) {
		const struct iw_item *item = stats->bank.items[i];
		double r = item->statistics && item->status != IW_RETIRED ? item->statistics->r : NAN;

		if (!(r >= -1 && r < IW_LOW_R))
			continue;
		f->low[f->low_count++] = item;
		f->negative_count += r < 0;
	}
	if (f->low_count)
		qsort(f->low, f->low_count, sizeof *f->low, lowest_first);
}

void
iw_collect_difficulty(struct iw_stats *stats)
{
	struct iw_difficulty_figures *f = &stats->difficulty;
	struct iw_sample samples[IW_PARAMETERS] = { 0 };

	for (size_t i = 0; i < stats->bank.item_count; i++) {
		const struct iw_item *item = stats->bank.items[i];

		if (!item->statistics || item->status == IW_RETIRED)
			continue;
		f->with++;
		note_item(samples, item->statistics);
	}
	f->p_histogram = (struct iw_histogram){ .from = 0, .width = 0.1, .bins = 10 };
	f->b_histogram = (struct iw_histogram){ .from = -3.5, .width = 0.5, .bins = 14, .open = true };
	iw_histogram_fill(&f->p_histogram, &samples[IW_P]);
	iw_histogram_fill(&f->b_histogram, &samples[IW_B]);
	for (unsigned i = 0; i < IW_PARAMETERS; i++) {
		f->of[i] = iw_spread_of(&samples[i]);
		iw_sample_release(&samples[i]);
	}
	list_low(stats);
}
