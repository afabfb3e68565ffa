/* SPDX-License-Identifier: Apache-2.0 */
#include "base/near.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/near_index.h"
#include "base/parallel.h"

struct search {
	const struct iw_near_index *ix;
	struct iw_near_counter *counters;
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

/* Compare a record with those before it that may be like it. */
static void
search(void *context, size_t at, unsigned worker)
{
	struct search *s = context;
	struct iw_near_counter *c = &s->counters[worker];
	const struct iw_ranked *x = &s->ix->records[at];
	size_t found = iw_near_candidates(s->ix, at, c);

	for (size_t i = 0; i < found; i++) {
		const struct iw_ranked *y = &s->ix->records[c->candidates[i]];
		size_t shared = iw_near_shared(s->ix, x, y);

		if (shared)
			note_match(s, x, y, shared);
	}
}

void
iw_near_find(const struct iw_near_set *sets, size_t n, unsigned numerator, unsigned denominator, unsigned jobs,
             struct iw_near_match *matches)
{
	struct iw_near_index ix = {
		.numerator = numerator,
		.denominator = denominator,
		.together = IW_NEAR_TOGETHER,
	};
	struct search s = { .ix = &ix, .matches = matches };
	struct iw_ranking ranking;

	for (size_t i = 0; i < n; i++)
		matches[i] = (struct iw_near_match){ SIZE_MAX, 0 };
	iw_rank(sets, n, &ranking);
	iw_near_index_fill(&ix, &ranking);
	s.counters = iw_near_counters_new(n, jobs);
	pthread_mutex_init(&s.lock, NULL);
	iw_parallel(n, jobs, search, &s);
	pthread_mutex_destroy(&s.lock);
	iw_near_counters_free(s.counters, jobs);
	iw_near_index_release(&ix);
	iw_ranking_release(&ranking);
}
