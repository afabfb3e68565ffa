/* SPDX-License-Identifier: Apache-2.0 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/near_index.h"
#include "base/parallel.h"

/* Weights are whole numbers, of this unit: sums of them do not depend on their order, nor on the machine. */
enum { UNIT = 65536 };

/* Records are searched so many at a time; between two batches the search may end. */
enum { BATCH = 512 };

/* A thread's own. */
struct found {
	struct iw_near_pair *at;
	size_t count, cap;
};

struct search {
	struct iw_near_index ix;
	const struct iw_near_least *least;
	uint32_t *weights; /* by rank */
	uint64_t *totals;  /* by record: the weight of all its words */
	uint32_t *prefix;  /* of the index */
	size_t from;       /* the first record of the batch */
	struct iw_near_counter *counters;
	struct found *found;
};

static void
weigh(struct search *s, const struct iw_ranking *ranking)
{
	size_t sets = 0;

	for (size_t i = 0; i < ranking->count; i++)
		sets += ranking->records[i].count != 0;
	s->weights = iw_alloc(ranking->words, sizeof *s->weights);
	for (size_t r = 0; r < ranking->words; r++)
		s->weights[r] = (uint32_t)lround(UNIT * log(1 + (double)sets / ranking->frequency[r]));
	s->totals = iw_alloc(ranking->count, sizeof *s->totals);
	for (size_t i = 0; i < ranking->count; i++)
		for (size_t j = 0; j < ranking->records[i].count; j++)
			s->totals[i] += s->weights[ranking->records[i].ranks[j]];
}

/*
 * What two records share weighs at least `weighted` of each. The first words that they share, as many as `together`,
 * stand among those after which too little is left of either: what is left, with one word less before it, does not
 * weigh enough.
 */
static uint32_t *
weighted_prefixes(const struct search *s, const struct iw_ranking *ranking, unsigned together)
{
	uint32_t *prefix = iw_alloc(ranking->count, sizeof *prefix);

	for (size_t i = 0; i < ranking->count; i++) {
		const struct iw_ranked *r = &ranking->records[i];
		uint64_t enough = s->least->weighted * s->totals[i], before = 0;

		for (unsigned j = 0; j + 1 < together && j < r->count; j++)
			before += s->weights[r->ranks[j]];
		for (uint64_t left = s->totals[i]; prefix[i] < r->count && 100 * (left + before) >= enough;)
			left -= s->weights[r->ranks[prefix[i]++]];
	}
	return prefix;
}

/*
 * Prose is searched sooner by two words together. Where many items are made of one template it is by one: the second
 * one would be a word of the template, under which all of them stand.
 */
static void
fill_index(struct search *s, const struct iw_ranking *ranking)
{
	enum { COMPARISON = 10 /* takes as long as going past so many records */ };
	double least = 0;

	for (unsigned together = 1; together <= IW_NEAR_TOGETHER; together++) {
		uint32_t *prefix = weighted_prefixes(s, ranking, together);
		struct iw_near_index ix = {
			.numerator = s->least->degree,
			.denominator = 100,
			.together = together,
			.prefix = prefix,
		};
		double work;

		iw_near_index_fill(&ix, ranking);
		work = iw_near_index_work(&ix, ranking) * (together == 1 ? COMPARISON : 1);
		if (together == 1 || work < least) {
			iw_near_index_release(&s->ix);
			free(s->prefix);
			s->ix = ix;
			s->prefix = prefix;
			least = work;
		} else {
			iw_near_index_release(&ix);
			free(prefix);
		}
	}
}

static uint64_t
shared_weight(const struct search *s, const struct iw_ranked *x, const struct iw_ranked *y)
{
	uint64_t sum = 0;

	for (size_t i = 0, j = 0; i < x->count && j < y->count;) {
		if (x->ranks[i] == y->ranks[j])
			sum += s->weights[x->ranks[i]], i++, j++;
		else if (x->ranks[i] < y->ranks[j])
			i++;
		else
			j++;
	}
	return sum;
}

/* Compare record `at` with one before it. */
static void
compare(struct search *s, size_t at, size_t other, struct found *found)
{
	const struct iw_ranked *x = &s->ix.records[at], *y = &s->ix.records[other];
	size_t shared = iw_near_shared(&s->ix, x, y);
	uint64_t both = shared ? shared_weight(s, x, y) : 0, any = s->totals[at] + s->totals[other] - both;

	if (!shared || 100 * both < s->least->weighted * any)
		return;
	IW_GROW(found->at, found->count, found->cap);
	found->at[found->count++] = (struct iw_near_pair){
		.first = x->index < y->index ? x->index : y->index,
		.second = x->index < y->index ? y->index : x->index,
		.degree = (double)shared / (double)(x->count + y->count - shared),
		.weighted = (double)both / (double)any,
	};
}

static void
search(void *context, size_t index, unsigned worker)
{
	struct search *s = context;
	struct iw_near_counter *c = &s->counters[worker];
	struct found *found = &s->found[worker];
	size_t at = s->from + index, n = iw_near_candidates(&s->ix, at, c), before = found->count;

	/* One record alone may exceed the limit: what it finds beyond it would be dropped. */
	for (size_t i = 0; i < n && found->count - before <= s->least->most; i++)
		compare(s, at, c->candidates[i], found);
}

/* Add what the threads have found to the pairs. */
static void
gather(struct search *s, unsigned jobs, struct iw_near_pairs *out, size_t *cap)
{
	for (unsigned i = 0; i < jobs; i++) {
		for (size_t j = 0; j < s->found[i].count; j++) {
			IW_GROW(out->at, out->count, *cap);
			out->at[out->count++] = s->found[i].at[j];
		}
		s->found[i].count = 0;
	}
}

static int
nearest_first(const void *a, const void *b)
{
	const struct iw_near_pair *x = a, *y = b;

	if (x->weighted != y->weighted)
		return x->weighted > y->weighted ? -1 : 1;
	if (x->degree != y->degree)
		return x->degree > y->degree ? -1 : 1;
	if (x->first != y->first)
		return x->first < y->first ? -1 : 1;
	return (x->second > y->second) - (x->second < y->second);
}

static void
search_all(struct search *s, unsigned jobs, struct iw_near_pairs *out)
{
	size_t n = s->ix.count, cap = 0;

	s->counters = iw_near_counters_new(n, jobs);
	s->found = iw_alloc(jobs, sizeof *s->found);
	for (; s->from < n && out->count <= s->least->most; s->from += BATCH) {
		iw_parallel(n - s->from < BATCH ? n - s->from : BATCH, jobs, search, s);
		gather(s, jobs, out, &cap);
	}
	for (unsigned i = 0; i < jobs; i++)
		free(s->found[i].at);
	free(s->found);
	iw_near_counters_free(s->counters, jobs);
	if (out->count)
		qsort(out->at, out->count, sizeof *out->at, nearest_first);
	out->more = out->count > s->least->most;
	if (out->more)
		out->count = s->least->most;
}

void
iw_near_pairs(const struct iw_near_set *sets, size_t n, const struct iw_near_least *least, unsigned jobs,
              struct iw_near_pairs *out)
{
	struct search s = { .least = least };
	struct iw_ranking ranking;

	*out = (struct iw_near_pairs){ 0 };
	iw_rank(sets, n, &ranking);
	weigh(&s, &ranking);
	fill_index(&s, &ranking);
	search_all(&s, jobs, out);
	iw_near_index_release(&s.ix);
	free(s.prefix);
	free(s.totals);
	free(s.weights);
	iw_ranking_release(&ranking);
}

void
iw_near_pairs_release(struct iw_near_pairs *pairs)
{
	free(pairs->at);
	*pairs = (struct iw_near_pairs){ 0 };
}
