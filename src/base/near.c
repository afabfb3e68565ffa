/* SPDX-License-Identifier: Apache-2.0 */
#include "base/near.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/parallel.h"
#include "base/rank.h"

/* How many ranks two records share, or 0 as soon as they cannot share `needed`. */
static size_t
overlap(const struct iw_ranked *x, const struct iw_ranked *y, size_t needed)
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

/*
 * Two records that share at least `needed` words share at least min(TOGETHER, needed) of the first
 * count - needed + TOGETHER of each, since words stand in one order in all of them. One shared word finds
 * too many: most pairs that have it share no second one, and need not be compared.
 */
enum { TOGETHER = 2 };

/* For each word the records that have it among their first ones, in ascending order of size. */
struct index {
	const struct iw_ranked *records;
	size_t count;
	uint32_t *filed;
	size_t *first; /* by rank: where its records begin in `filed`; they end where the next ones begin */
	size_t numerator, denominator; /* of the least Jaccard index */
};

static size_t
ceil_div(size_t a, size_t b)
{
	return (a + b - 1) / b;
}

/* What records of so many words must share. */
static size_t
needed(const struct index *ix, size_t count, size_t other)
{
	return ceil_div(ix->numerator * (count + other), ix->numerator + ix->denominator);
}

static size_t
first_words(size_t count, size_t shared)
{
	return count - shared + TOGETHER < count ? count - shared + TOGETHER : count;
}

/* A record is looked for by records that are at least as large, so it is filed under few words. */
static size_t
filed_words(const struct index *ix, const struct iw_ranked *r)
{
	return first_words(r->count, needed(ix, r->count, r->count));
}

static void
fill_index(struct index *ix, size_t words)
{
	size_t *end = iw_alloc(words, sizeof *end);

	ix->first = iw_alloc(words + 1, sizeof *ix->first);
	for (size_t i = 0; i < ix->count; i++)
		for (size_t j = 0; j < filed_words(ix, &ix->records[i]); j++)
			ix->first[ix->records[i].ranks[j] + 1]++;
	for (size_t r = 0; r < words; r++) {
		ix->first[r + 1] += ix->first[r];
		end[r] = ix->first[r];
	}
	ix->filed = iw_alloc(ix->first[words], sizeof *ix->filed);
	for (size_t i = 0; i < ix->count; i++)
		for (size_t j = 0; j < filed_words(ix, &ix->records[i]); j++)
			ix->filed[end[ix->records[i].ranks[j]]++] = (uint32_t)i;
	free(end);
}

/*
 * What a thread counts with. A mark is at * (TOGETHER + 1) + how many words record `at`, the one at hand, shares
 * (from 1): marks of other records are smaller, so that none needs to be set back.
 */
struct counter {
	uint32_t *marks;      /* by record */
	uint32_t *candidates; /* the records that share enough */
};

struct search {
	const struct index *ix;
	struct counter *counters;
	struct iw_near_match *matches;
	pthread_mutex_t lock; /* of matches, which are few */
};

/* Of two that are alike the later one gets the match, with the earliest of its partners. */
static void
note_match(struct search *s, const struct iw_ranked *x, const struct iw_ranked *y, size_t shared)
{
	size_t later = x->index > y->index ? x->index : y->index, earlier = x->index + y->index - later;

	pthread_mutex_lock(&s->lock);
	if (earlier < s->matches[later].other)
		s->matches[later] =
			(struct iw_near_match){ earlier, (double)shared / (double)(x->count + y->count - shared) };
	pthread_mutex_unlock(&s->lock);
}

/* The first record of a list that has `least` words. */
static size_t
large_enough(const struct index *ix, size_t low, size_t high, size_t least)
{
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (ix->records[ix->filed[middle]].count < least)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Find the records before `at` that share `together` of its first words. Returns how many there are. */
static size_t
find_candidates(const struct index *ix, size_t at, size_t least, size_t together, struct counter *c)
{
	const struct iw_ranked *x = &ix->records[at];
	uint32_t none = (uint32_t)(at + 1) * (TOGETHER + 1), enough = none + (uint32_t)together;
	size_t found = 0;

	for (size_t i = 0; i < first_words(x->count, least); i++) {
		size_t end = ix->first[x->ranks[i] + 1], p = large_enough(ix, ix->first[x->ranks[i]], end, least);

		for (; p < end && ix->filed[p] < at; p++) {
			uint32_t *mark = &c->marks[ix->filed[p]];

			if (*mark < none)
				*mark = none;
			if (*mark != enough && ++*mark == enough)
				c->candidates[found++] = ix->filed[p];
		}
	}
	return found;
}

/* Compare a record with those before it that may be like it. */
static void
search(void *context, size_t at, unsigned worker)
{
	struct search *s = context;
	struct counter *c = &s->counters[worker];
	const struct iw_ranked *x = &s->ix->records[at];
	size_t least = ceil_div(x->count * s->ix->numerator, s->ix->denominator);
	size_t found = x->count ? find_candidates(s->ix, at, least, least < TOGETHER ? least : TOGETHER, c) : 0;

	for (size_t i = 0; i < found; i++) {
		const struct iw_ranked *y = &s->ix->records[c->candidates[i]];
		size_t shared = overlap(x, y, needed(s->ix, x->count, y->count));

		if (shared)
			note_match(s, x, y, shared);
	}
}

static void
search_all(const struct index *ix, unsigned jobs, struct iw_near_match *matches)
{
	struct search s = { .ix = ix, .matches = matches, .counters = iw_alloc(jobs, sizeof *s.counters) };

	pthread_mutex_init(&s.lock, NULL);
	for (unsigned i = 0; i < jobs; i++)
		s.counters[i] = (struct counter){ iw_alloc(ix->count, sizeof(uint32_t)),
			                          iw_alloc(ix->count, sizeof(uint32_t)) };
	iw_parallel(ix->count, jobs, search, &s);
	for (unsigned i = 0; i < jobs; i++) {
		free(s.counters[i].marks);
		free(s.counters[i].candidates);
	}
	free(s.counters);
	pthread_mutex_destroy(&s.lock);
}

void
iw_near_find(const struct iw_near_set *sets, size_t n, unsigned numerator, unsigned denominator, unsigned jobs,
             struct iw_near_match *matches)
{
	struct index ix = { .numerator = numerator, .denominator = denominator };
	struct iw_ranking ranking;

	for (size_t i = 0; i < n; i++)
		matches[i] = (struct iw_near_match){ SIZE_MAX, 0 };
	iw_rank(sets, n, &ranking);
	ix.records = ranking.records;
	ix.count = n;
	fill_index(&ix, ranking.words);
	search_all(&ix, jobs, matches);
	free(ix.filed);
	free(ix.first);
	iw_ranking_release(&ranking);
}
