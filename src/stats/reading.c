/* SPDX-License-Identifier: Apache-2.0 */
/* How much there is to read. */
#include "stats/stats.h"

static void
note_longest(struct iw_reading_figures *f, const struct iw_item *item)
{
	size_t at = f->longest_count;

	while (at && f->longest[at - 1]->reading < item->reading)
		at--;
	if (at == IW_LONGEST)
		return;
	f->longest_count += f->longest_count < IW_LONGEST;
	for (size_t i = f->longest_count - 1; i > at; i--)
		f->longest[i] = f->longest[i - 1];
	f->longest[at] = item;
}

/* A form is made of approved items. */
static double
form_words(const struct iw_stats *stats)
{
	const struct iw_exam *exam = stats->bank.exam;
	double words = 0, size = (double)exam->scored + exam->unscored;

	for (size_t i = 0; i < stats->bank.item_count; i++)
		if (stats->bank.items[i]->status == IW_APPROVED)
			words += stats->bank.items[i]->reading;
	return words > 0 ? words / (double)stats->items.of[IW_APPROVED] * size : 0;
}

void
iw_collect_reading(struct iw_stats *stats)
{
	struct iw_reading_figures *f = &stats->reading;
	struct iw_sample all = { 0 }, types[IW_TYPE_ROWS] = { 0 };

	for (size_t i = 0; i < stats->bank.item_count; i++) {
		const struct iw_item *item = stats->bank.items[i];

		if (item->status == IW_RETIRED)
			continue;
		iw_sample_add(&all, item->reading);
		iw_sample_add(&types[item->type], item->reading);
		note_longest(f, item);
	}
	f->all = iw_spread_of(&all);
	if (f->all.count)
		f->histogram = iw_histogram_for(f->all.least, f->all.most);
	iw_histogram_fill(&f->histogram, &all);
	for (unsigned i = 0; i < IW_TYPE_ROWS; i++) {
		f->types[i] = iw_spread_of(&types[i]);
		iw_sample_release(&types[i]);
	}
	iw_sample_release(&all);
	f->form_words = form_words(stats);
}
