/* SPDX-License-Identifier: Apache-2.0 */
/* Where keys stand among the options, as the author wrote them. */
#include <stdatomic.h>
#include <stdlib.h>

#include "stats/stats.h"

enum { KINDS = 2 /* multiple-choice and multiple-response */, SIZES = IW_MOST_POSITIONS + 1 };

/* Threads add to it in any order, and sums do not depend on that. */
struct iw_key_counts {
	struct {
		atomic_size_t items, at[IW_MOST_POSITIONS];
		atomic_size_t spread; /* the sum of k(n-k), of which each is at most 169 */
	} of[KINDS][SIZES];           /* by type and number of options */
	atomic_size_t left_out;
};

struct iw_key_counts *
iw_key_counts_new(void)
{
	return iw_alloc(1, sizeof(struct iw_key_counts));
}

void
iw_key_counts_add(struct iw_key_counts *counts, const struct iw_item *item, const struct iw_body *body)
{
	size_t n = body->option_count, keys = body->counts[IW_KEY];

	if ((item->type != IW_MULTIPLE_CHOICE && item->type != IW_MULTIPLE_RESPONSE) || item->status == IW_RETIRED)
		return;
	if (n > IW_MOST_POSITIONS) {
		atomic_fetch_add(&counts->left_out, 1);
		return;
	}
	atomic_fetch_add(&counts->of[item->type][n].items, 1);
	atomic_fetch_add(&counts->of[item->type][n].spread, keys * (n - keys));
	for (size_t i = 0; i < n; i++)
		if (body->options[i].kind == IW_KEY)
			atomic_fetch_add(&counts->of[item->type][n].at[i], 1);
}

void
iw_collect_keys(struct iw_stats *stats, struct iw_key_counts *counts)
{
	stats->keys = iw_arena_alloc(&stats->arena, (size_t)KINDS * SIZES, sizeof *stats->keys);
	for (unsigned type = 0; type < KINDS; type++)
		for (unsigned n = 1; n < SIZES; n++) {
			struct iw_key_figures *f = &stats->keys[stats->key_count];

			f->items = atomic_load(&counts->of[type][n].items);
			if (!f->items)
				continue;
			f->type = (enum iw_type)type;
			f->options = n;
			for (unsigned i = 0; i < n; i++)
				f->counts[i] = atomic_load(&counts->of[type][n].at[i]);
			f->evenness = iw_evenness_of(f->counts, n, atomic_load(&counts->of[type][n].spread));
			stats->key_count++;
		}
	stats->keys_left_out = atomic_load(&counts->left_out);
	free(counts);
}

_Static_assert(IW_MULTIPLE_CHOICE == 0 && IW_MULTIPLE_RESPONSE == 1, "the first index of iw_key_counts is a type");
