/* SPDX-License-Identifier: Apache-2.0 */
/* Approved items against the blueprint. */
#include <stdlib.h>

#include "stats/stats.h"

static uint64_t
approved_of(const struct iw_stats *stats, size_t domain)
{
	return stats->domains[domain].items.of[IW_APPROVED];
}

static void
fill(struct iw_stats *stats, struct iw_supply *s, const unsigned *counts)
{
	const struct iw_exam *exam = stats->bank.exam;

	s->needed = iw_arena_alloc(&stats->arena, exam->domain_count, sizeof *s->needed);
	s->missing = iw_arena_alloc(&stats->arena, exam->domain_count, sizeof *s->missing);
	s->unscored = (uint64_t)exam->unscored * s->forms;
	for (size_t i = 0; i < exam->domain_count; i++) {
		uint64_t needed = (uint64_t)counts[i] * s->forms, approved = approved_of(stats, i);

		s->needed[i] = needed;
		s->scored += needed;
		s->missing[i] = needed > approved ? needed - approved : 0;
		s->scored_missing += s->missing[i];
		s->spare += approved > needed ? approved - needed : 0;
	}
	s->unscored_missing = s->unscored > s->spare ? s->unscored - s->spare : 0;
}

/* The domain that is short first says how many forms there can be; unscored items may be of any domain. */
static uint64_t
forms_of(const struct iw_stats *stats, const unsigned *counts)
{
	const struct iw_exam *exam = stats->bank.exam;
	uint64_t size = (uint64_t)exam->scored + exam->unscored, forms = size ? stats->approved / size : 0;

	for (size_t i = 0; i < exam->domain_count; i++)
		if (counts[i] && approved_of(stats, i) / counts[i] < forms)
			forms = approved_of(stats, i) / counts[i];
	return forms;
}

void
iw_collect_supply(struct iw_stats *stats)
{
	const struct iw_exam *exam = stats->bank.exam;
	unsigned *counts = iw_alloc(exam->domain_count, sizeof *counts);

	iw_exam_counts(exam, exam->scored, counts);
	for (size_t i = 0; i < exam->domain_count; i++)
		stats->approved += approved_of(stats, i);
	for (unsigned i = 0; i < IW_SUPPLY_FORMS; i++) {
		stats->supply[i].forms = i + 1;
		fill(stats, &stats->supply[i], counts);
	}
	stats->forms = forms_of(stats, counts);
	free(counts);
}
