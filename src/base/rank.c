/* SPDX-License-Identifier: Apache-2.0 */
#include "base/rank.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* Words are ranked by how rare they are: the rare ones, first in each set, tell sets apart soonest. */
struct word {
	uint64_t hash;
	uint32_t frequency, rank;
};

struct vocabulary {
	struct word *slots; /* open addressing; frequency 0 is free */
	size_t count, cap;  /* cap is a power of 2 */
};

static struct word *
slot(const struct vocabulary *v, uint64_t hash)
{
	size_t i = (size_t)hash & (v->cap - 1);

	while (v->slots[i].frequency && v->slots[i].hash != hash)
		i = (i + 1) & (v->cap - 1);
	return &v->slots[i];
}

static void
count_word(struct vocabulary *v, uint64_t hash)
{
	struct word *w;

	if (2 * (v->count + 1) > v->cap) {
		struct vocabulary old = *v;

		v->cap = old.cap ? 2 * old.cap : 1024;
		v->slots = iw_alloc(v->cap, sizeof *v->slots);
		for (size_t i = 0; i < old.cap; i++)
			if (old.slots[i].frequency)
				*slot(v, old.slots[i].hash) = old.slots[i];
		free(old.slots);
	}
	w = slot(v, hash);
	v->count += w->frequency == 0;
	w->hash = hash;
	w->frequency++;
}

static int
rarest_first(const void *a, const void *b)
{
	const struct word *x = *(struct word *const *)a, *y = *(struct word *const *)b;

	if (x->frequency != y->frequency)
		return x->frequency < y->frequency ? -1 : 1;
	return (x->hash > y->hash) - (x->hash < y->hash);
}

/* Returns the words' frequencies by rank; free with free(). */
static uint32_t *
rank_words(struct vocabulary *v)
{
	struct word **order = iw_alloc(v->count, sizeof *order);
	uint32_t *frequency = iw_alloc(v->count, sizeof *frequency);
	size_t n = 0;

	for (size_t i = 0; i < v->cap; i++)
		if (v->slots[i].frequency)
			order[n++] = &v->slots[i];
	if (n)
		qsort(order, n, sizeof(struct word *), rarest_first);
	for (size_t i = 0; i < n; i++) {
		order[i]->rank = (uint32_t)i;
		frequency[i] = order[i]->frequency;
	}
	free(order);
	return frequency;
}

static int
smallest_first(const void *a, const void *b)
{
	const struct iw_ranked *x = a, *y = b;

	if (x->count != y->count)
		return x->count < y->count ? -1 : 1;
	return (x->index > y->index) - (x->index < y->index);
}

/*
 * Give each record its ranks in ascending order, without comparing any: list the sets that have each
 * word, then hand the words out, rarest first.
 */
static void
fill_records(struct iw_ranked *records, const struct iw_near_set *sets, size_t n, const struct vocabulary *v,
             size_t total)
{
	size_t *ends = iw_alloc(v->count + 1, sizeof *ends);
	uint32_t *owners = iw_alloc(total, sizeof *owners);
	size_t at = 0;

	for (size_t i = 0; i < v->cap; i++)
		if (v->slots[i].frequency)
			ends[v->slots[i].rank + 1] = v->slots[i].frequency;
	for (size_t r = 1; r <= v->count; r++)
		ends[r] += ends[r - 1];
	/* Each place is filled once; ends[r] moves from the beginning of word r's sets to their end. */
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < sets[i].count; j++)
			owners[ends[slot(v, sets[i].words[j])->rank]++] = (uint32_t)i;
	for (uint32_t r = 0; r < v->count; r++)
		for (; at < ends[r]; at++)
			records[owners[at]].ranks[records[owners[at]].count++] = r;
	free(owners);
	free(ends);
}

void
iw_rank(const struct iw_near_set *sets, size_t n, struct iw_ranking *out)
{
	struct vocabulary v = { 0 };
	size_t total = 0;
	uint32_t *frequency;

	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < sets[i].count; j++, total++)
			count_word(&v, sets[i].words[j]);
	frequency = rank_words(&v);
	*out = (struct iw_ranking){
		.records = iw_alloc(n, sizeof *out->records),
		.count = n,
		.words = v.count,
		.frequency = frequency,
		.storage = iw_alloc(total, sizeof *out->storage),
	};
	total = 0;
	for (size_t i = 0; i < n; i++) {
		out->records[i] = (struct iw_ranked){ i, out->storage + total, 0 };
		total += sets[i].count;
	}
	fill_records(out->records, sets, n, &v, total);
	if (n)
		qsort(out->records, n, sizeof *out->records, smallest_first);
	free(v.slots);
}

void
iw_ranking_release(struct iw_ranking *ranking)
{
	free(ranking->records);
	free(ranking->frequency);
	free(ranking->storage);
	*ranking = (struct iw_ranking){ 0 };
}
