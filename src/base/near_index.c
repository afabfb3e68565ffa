/* SPDX-License-Identifier: Apache-2.0 */
#include "base/near_index.h"

#include <stdlib.h>

#include "base/mem.h"

static size_t
ceil_div(size_t a, size_t b)
{
	return (a + b - 1) / b;
}

/* What records of so many words must share. */
static size_t
needed(const struct iw_near_index *ix, size_t count, size_t other)
{
	return ceil_div(ix->numerator * (count + other), ix->numerator + ix->denominator);
}

static size_t
first_words(const struct iw_near_index *ix, size_t at, size_t shared)
{
	size_t count = ix->records[at].count, n = count - shared + ix->together;

	if (ix->prefix && ix->prefix[at] < count)
		count = ix->prefix[at];
	return n < count ? n : count;
}

/* A record is looked for by records that are at least as large, so it is filed under few words. */
static size_t
filed_words(const struct iw_near_index *ix, size_t at)
{
	size_t count = ix->records[at].count;

	return first_words(ix, at, needed(ix, count, count));
}

void
iw_near_index_fill(struct iw_near_index *ix, const struct iw_ranking *ranking)
{
	size_t *end = iw_alloc(ranking->words, sizeof *end);

	ix->records = ranking->records;
	ix->count = ranking->count;
	ix->first = iw_alloc(ranking->words + 1, sizeof *ix->first);
	for (size_t i = 0; i < ix->count; i++)
		for (size_t j = 0, n = filed_words(ix, i); j < n; j++)
			ix->first[ix->records[i].ranks[j] + 1]++;
	for (size_t r = 0; r < ranking->words; r++) {
		ix->first[r + 1] += ix->first[r];
		end[r] = ix->first[r];
	}
	ix->filed = iw_alloc(ix->first[ranking->words], sizeof *ix->filed);
	for (size_t i = 0; i < ix->count; i++)
		for (size_t j = 0, n = filed_words(ix, i); j < n; j++)
			ix->filed[end[ix->records[i].ranks[j]]++] = (uint32_t)i;
	free(end);
}

void
iw_near_index_release(struct iw_near_index *ix)
{
	free(ix->filed);
	free(ix->first);
	*ix = (struct iw_near_index){ 0 };
}

double
iw_near_index_work(const struct iw_near_index *ix, const struct iw_ranking *ranking)
{
	double work = 0;

	for (size_t r = 0; r < ranking->words; r++) {
		double n = (double)(ix->first[r + 1] - ix->first[r]);

		work += n * (n - 1) / 2;
	}
	return work;
}

struct iw_near_counter *
iw_near_counters_new(size_t records, unsigned jobs)
{
	struct iw_near_counter *counters = iw_alloc(jobs, sizeof *counters);

	for (unsigned i = 0; i < jobs; i++)
		counters[i] = (struct iw_near_counter){ iw_alloc(records, sizeof(uint32_t)),
			                                iw_alloc(records, sizeof(uint32_t)) };
	return counters;
}

void
iw_near_counters_free(struct iw_near_counter *counters, unsigned jobs)
{
	for (unsigned i = 0; i < jobs; i++) {
		free(counters[i].marks);
		free(counters[i].candidates);
	}
	free(counters);
}

/* The first record of a list that has `least` words. */
static size_t
large_enough(const struct iw_near_index *ix, size_t low, size_t high, size_t least)
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

size_t
iw_near_candidates(const struct iw_near_index *ix, size_t at, struct iw_near_counter *c)
{
	const struct iw_ranked *x = &ix->records[at];
	size_t least = ceil_div(x->count * ix->numerator, ix->denominator), n = first_words(ix, at, least), found = 0;
	uint32_t none = (uint32_t)(at + 1) * (IW_NEAR_TOGETHER + 1);
	uint32_t enough = none + (uint32_t)(least < ix->together ? least : ix->together);

	for (size_t i = 0; i < n; i++) {
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

size_t
iw_near_shared(const struct iw_near_index *ix, const struct iw_ranked *x, const struct iw_ranked *y)
{
	size_t i = 0, j = 0, shared = 0, least = needed(ix, x->count, y->count);

	while (i < x->count && j < y->count) {
		size_t left = x->count - i < y->count - j ? x->count - i : y->count - j;

		if (shared + left < least)
			return 0;
		if (x->ranks[i] == y->ranks[j])
			shared++, i++, j++;
		else if (x->ranks[i] < y->ranks[j])
			i++;
		else
			j++;
	}
	return shared >= least ? shared : 0;
}
