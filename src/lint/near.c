/* SPDX-License-Identifier: Apache-2.0 */
#include "lint/near.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
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

static void
rank_words(struct vocabulary *v)
{
	struct word **order = iw_alloc(v->count, sizeof *order);
	size_t n = 0;

	for (size_t i = 0; i < v->cap; i++)
		if (v->slots[i].frequency)
			order[n++] = &v->slots[i];
	if (n)
		qsort(order, n, sizeof(struct word *), rarest_first);
	for (size_t i = 0; i < n; i++)
		order[i]->rank = (uint32_t)i;
	free(order);
}

/* A set as ascending ranks. */
struct record {
	size_t index; /* of the set */
	uint32_t *ranks;
	size_t count;
};

static int
ascending(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

static int
smallest_first(const void *a, const void *b)
{
	const struct record *x = a, *y = b;

	if (x->count != y->count)
		return x->count < y->count ? -1 : 1;
	return (x->index > y->index) - (x->index < y->index);
}

static struct record *
make_records(const struct iw_near_set *sets, size_t n, struct vocabulary *v, uint32_t **storage)
{
	struct record *records = iw_alloc(n, sizeof *records);
	size_t total = 0;

	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < sets[i].count; j++, total++)
			count_word(v, sets[i].words[j]);
	rank_words(v);
	*storage = iw_alloc(total, sizeof **storage);
	total = 0;
	for (size_t i = 0; i < n; i++) {
		records[i] = (struct record){ i, *storage + total, sets[i].count };
		for (size_t j = 0; j < sets[i].count; j++)
			records[i].ranks[j] = slot(v, sets[i].words[j])->rank;
		if (sets[i].count)
			qsort(records[i].ranks, sets[i].count, sizeof *records[i].ranks, ascending);
		total += sets[i].count;
	}
	if (n)
		qsort(records, n, sizeof *records, smallest_first);
	return records;
}

/* How many ranks two records share, or 0 as soon as they cannot share `needed`. */
static size_t
overlap(const struct record *x, const struct record *y, size_t needed)
{
	size_t i = 0, j = 0, shared = 0;

	while (i < x->count && j < y->count) {
		size_t left = x->count - i < y->count - j ? x->count - i : y->count - j;

		if (shared + left < needed)
			return 0;
		if (x->ranks[i] == y->ranks[j])
			shared++, i++, j++;
		else if (x->ranks[i] < y->ranks[j])
			i++;
		else
			j++;
	}
	return shared >= needed ? shared : 0;
}

/* The records whose prefix holds a rank, largest first. */
struct posting {
	size_t record;
	size_t next; /* index of the next one + 1; 0 ends */
};

struct index {
	size_t *heads; /* by rank */
	struct posting *postings;
	size_t count, cap;
	size_t *seen; /* by record: the last record that it was compared with, + 1 */
};

static size_t
ceil_div(size_t a, size_t b)
{
	return (a + b - 1) / b;
}

static void
note_match(const struct record *x, const struct record *y, size_t shared, struct iw_near_match *matches)
{
	size_t later = x->index > y->index ? x->index : y->index, earlier = x->index + y->index - later;

	if (earlier < matches[later].other)
		matches[later] =
		        (struct iw_near_match){ earlier, (double)shared / (double)(x->count + y->count - shared) };
}

/* Compare record `at` with the smaller ones that share a word of its prefix, then index its prefix. */
static void
join(struct index *ix, const struct record *records, size_t at, size_t numerator, size_t denominator,
     struct iw_near_match *matches)
{
	const struct record *x = &records[at];
	size_t least = ceil_div(x->count * numerator, denominator), prefix = x->count ? x->count - least + 1 : 0;

	for (size_t i = 0; i < prefix; i++) {
		for (size_t p = ix->heads[x->ranks[i]]; p; p = ix->postings[p - 1].next) {
			size_t other = ix->postings[p - 1].record, needed, shared;

			if (records[other].count < least)
				break; /* the rest is smaller still */
			if (ix->seen[other] == at + 1)
				continue;
			ix->seen[other] = at + 1;
			needed = ceil_div(numerator * (x->count + records[other].count), numerator + denominator);
			if ((shared = overlap(x, &records[other], needed)) != 0)
				note_match(x, &records[other], shared, matches);
		}
	}
	for (size_t i = 0; i < prefix; i++) {
		IW_GROW(ix->postings, ix->count, ix->cap);
		ix->postings[ix->count++] = (struct posting){ at, ix->heads[x->ranks[i]] };
		ix->heads[x->ranks[i]] = ix->count;
	}
}

void
iw_near_find(const struct iw_near_set *sets, size_t n, unsigned numerator, unsigned denominator,
             struct iw_near_match *matches)
{
	struct vocabulary v = { 0 };
	uint32_t *storage;
	struct record *records = make_records(sets, n, &v, &storage);
	struct index ix = { .heads = iw_alloc(v.count, sizeof *ix.heads), .seen = iw_alloc(n, sizeof *ix.seen) };

	free(v.slots);
	for (size_t i = 0; i < n; i++)
		matches[i] = (struct iw_near_match){ SIZE_MAX, 0 };
	for (size_t i = 0; i < n; i++)
		join(&ix, records, i, numerator, denominator, matches);
	free(ix.heads);
	free(ix.postings);
	free(ix.seen);
	free(records);
	free(storage);
}
