/* SPDX-License-Identifier: Apache-2.0 */
/* Near-duplicates, against comparing every set with every other. */
#include <math.h>
#include <stdlib.h>

#include "base/hash.h"
#include "base/mem.h"
#include "base/near.h"
#include "compile/rng.h"
#include "tap.h"

enum { SETS = 120, WORDS = 40 };

struct sets {
	uint64_t words[SETS][WORDS];
	struct iw_near_set at[SETS];
	size_t n;
};

static size_t
shared(const struct iw_near_set *a, const struct iw_near_set *b)
{
	size_t n = 0;

	for (size_t i = 0; i < a->count; i++)
		for (size_t j = 0; j < b->count; j++)
			n += a->words[i] == b->words[j];
	return n;
}

static void
find_slowly(const struct sets *s, unsigned numerator, unsigned denominator, struct iw_near_match *matches)
{
	for (size_t i = 0; i < s->n; i++) {
		matches[i] = (struct iw_near_match){ SIZE_MAX, 0 };
		for (size_t j = i; j-- > 0;) {
			size_t both = shared(&s->at[i], &s->at[j]), any = s->at[i].count + s->at[j].count - both;

			if (any && both * denominator >= numerator * any)
				matches[i] = (struct iw_near_match){ j, (double)both / (double)any };
		}
	}
}

static void
add_word(struct sets *s, size_t set, uint64_t word)
{
	for (size_t i = 0; i < s->at[set].count; i++)
		if (s->words[set][i] == word)
			return;
	if (s->at[set].count < WORDS)
		s->words[set][s->at[set].count++] = word;
}

/* Sets of which some are changed copies of others, over few words or many, with ones that are common. */
static void
make(struct sets *s, struct iw_rng *rng, size_t vocabulary)
{
	s->n = iw_rng_below(rng, SETS + 1);
	for (size_t i = 0; i < s->n; i++) {
		size_t size = iw_rng_below(rng, WORDS), changes = iw_rng_below(rng, 8);

		s->at[i] = (struct iw_near_set){ s->words[i], 0 };
		if (i && iw_rng_below(rng, 3)) {
			size_t of = iw_rng_below(rng, i);

			for (size_t j = changes / 2; j < s->at[of].count; j++)
				add_word(s, i, s->words[of][j]);
			size = changes;
		}
		for (size_t j = 0; j < size; j++)
			add_word(s, i, iw_hash_mix(iw_rng_below(rng, iw_rng_below(rng, 2) ? 5 : vocabulary) + 1));
	}
}

static void
compare(struct sets *s, unsigned numerator, unsigned denominator, unsigned jobs, size_t *wrong, size_t *found)
{
	struct iw_near_match *fast = iw_alloc(SETS, sizeof *fast), *slow = iw_alloc(SETS, sizeof *slow);

	iw_near_find(s->at, s->n, numerator, denominator, jobs, fast);
	find_slowly(s, numerator, denominator, slow);
	for (size_t i = 0; i < s->n; i++) {
		double off = fast[i].degree - slow[i].degree;

		*wrong += fast[i].other != slow[i].other || off > 1e-12 || off < -1e-12;
		*found += slow[i].other != SIZE_MAX;
	}
	free(fast);
	free(slow);
}

static void
test_random(void)
{
	static const unsigned thresholds[][2] = { { 1, 100 }, { 1, 3 },   { 1, 2 },  { 2, 3 },
		                                  { 4, 5 },   { 17, 20 }, { 9, 10 }, { 99, 100 } };
	static const size_t vocabularies[] = { 6, 30, 200, 100000 };
	struct sets *s = iw_alloc(1, sizeof *s);
	struct iw_rng rng = iw_rng_stream(7, 7);

	for (size_t t = 0; t < sizeof thresholds / sizeof *thresholds; t++)
		for (size_t v = 0; v < sizeof vocabularies / sizeof *vocabularies; v++) {
			size_t wrong = 0, found = 0;

			for (int round = 0; round < 12; round++) {
				make(s, &rng, vocabularies[v]);
				compare(s, thresholds[t][0], thresholds[t][1], round % 2 ? 4 : 1, &wrong, &found);
			}
			is_num(wrong, 0);
			ok(found > 0);
		}
	free(s);
}

/* Exactly at the threshold counts; one word less does not. */
static void
test_threshold(void)
{
	static const uint64_t a[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9 }, b[] = { 10, 9, 8, 7, 6, 5, 4, 3, 2, 1 };
	struct iw_near_set sets[] = { { a, 9 }, { b, 10 }, { a, 0 }, { a, 8 }, { b, 0 } };
	struct iw_near_match m[5];

	iw_near_find(sets, 5, 9, 10, 1, m);
	ok(m[0].other == SIZE_MAX);
	is_num(m[1].other, 0);
	ok(m[1].degree > 0.8999 && m[1].degree < 0.9001);
	ok(m[2].other == SIZE_MAX && m[3].other == SIZE_MAX && m[4].other == SIZE_MAX); /* nothing is like nothing */
	iw_near_find(sets, 5, 8, 9, 1, m);
	is_num(m[3].other, 0);
	iw_near_find(sets, 5, 8, 10, 1, m);
	is_num(m[3].other, 0); /* the first that is like it, not the nearest */
	iw_near_find(sets, 0, 1, 2, 1, NULL);
}

/* What a word weighs, as near.h says. */
static uint64_t
weight(const struct sets *s, uint64_t word)
{
	size_t with = 0, sets = 0;

	for (size_t i = 0; i < s->n; i++) {
		sets += s->at[i].count != 0;
		with += shared(&s->at[i], &(struct iw_near_set){ &word, 1 });
	}
	return (uint64_t)lround(65536 * log(1 + (double)sets / (double)with));
}

static uint64_t
total(const struct sets *s, const struct iw_near_set *a)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < a->count; i++)
		sum += weight(s, a->words[i]);
	return sum;
}

static uint64_t
shared_weight(const struct sets *s, const struct iw_near_set *a, const struct iw_near_set *b)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < a->count; i++)
		if (shared(&(struct iw_near_set){ &a->words[i], 1 }, b))
			sum += weight(s, a->words[i]);
	return sum;
}

static int
nearest_first(const void *a, const void *b)
{
	const struct iw_near_pair *x = a, *y = b;

	if (x->weighted != y->weighted)
		return x->weighted > y->weighted ? -1 : 1;
	if (x->degree != y->degree)
		return x->degree > y->degree ? -1 : 1;
	return x->first != y->first ? (x->first < y->first ? -1 : 1) : x->second < y->second ? -1 : 1;
}

/* Every set with every other. Returns how many pairs there are. */
static size_t
pair_slowly(const struct sets *s, const struct iw_near_least *least, struct iw_near_pair *pairs)
{
	uint64_t *totals = iw_alloc(SETS, sizeof *totals);
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++)
		totals[i] = total(s, &s->at[i]);
	for (size_t i = 0; i < s->n; i++)
		for (size_t j = i + 1; j < s->n; j++) {
			size_t both = shared(&s->at[i], &s->at[j]), any = s->at[i].count + s->at[j].count - both;
			uint64_t heavy, all;

			if (!any || both * 100 < least->degree * any)
				continue;
			heavy = shared_weight(s, &s->at[i], &s->at[j]);
			all = totals[i] + totals[j] - heavy;
			if (heavy * 100 >= least->weighted * all)
				pairs[n++] = (struct iw_near_pair){ i, j, (double)both / (double)any,
					                            (double)heavy / (double)all };
		}
	if (n)
		qsort(pairs, n, sizeof *pairs, nearest_first);
	free(totals);
	return n;
}

/* Returns how many pairs differ. */
static size_t
compare_pairs(const struct iw_near_pairs *fast, const struct iw_near_pair *slow, size_t n)
{
	size_t wrong = fast->count != n;

	for (size_t i = 0; i < n && i < fast->count; i++)
		wrong += memcmp(&fast->at[i], &slow[i], sizeof *slow) != 0;
	return wrong;
}

static void
test_pairs(void)
{
	static const struct iw_near_least wishes[] = {
		{ 80, 60, SETS * SETS }, { 80, 1, SETS * SETS },  { 50, 50, SETS * SETS },
		{ 1, 90, SETS * SETS },  { 99, 99, SETS * SETS },
	};
	static const size_t vocabularies[] = { 6, 30, 200, 100000 };
	struct sets *s = iw_alloc(1, sizeof *s);
	struct iw_near_pair *slow = iw_alloc(SETS * SETS, sizeof *slow);
	struct iw_rng rng = iw_rng_stream(8, 8);

	for (size_t w = 0; w < sizeof wishes / sizeof *wishes; w++)
		for (size_t v = 0; v < sizeof vocabularies / sizeof *vocabularies; v++) {
			size_t wrong = 0, found = 0, light = 0;

			for (int round = 0; round < 4; round++) {
				struct iw_near_pairs fast;
				size_t n;

				make(s, &rng, vocabularies[v]);
				n = pair_slowly(s, &wishes[w], slow);
				iw_near_pairs(s->at, s->n, &wishes[w], round % 2 ? 4 : 1, &fast);
				wrong += compare_pairs(&fast, slow, n) + fast.more;
				found += n;
				iw_near_pairs_release(&fast);
				light += pair_slowly(s, &(struct iw_near_least){ wishes[w].degree, 1, 0 }, slow) - n;
			}
			is_num(wrong, 0);
			ok(found > 0);
			ok(light > 0 || wishes[w].weighted <= wishes[w].degree); /* the weights do decide something */
		}
	free(slow);
	free(s);
}

/* A search that is cut short gives the same for any number of threads, and says so. */
static void
test_limit(void)
{
	enum { MANY = 800 };
	struct iw_near_least least = { 80, 60, MANY * (MANY - 1) / 2 };
	struct iw_near_set *sets = iw_alloc(MANY, sizeof *sets);
	uint64_t words[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };
	struct iw_near_pairs all, some, again;
	size_t wrong = 0;

	for (size_t i = 0; i < MANY; i++)
		sets[i] = (struct iw_near_set){ words, 9 + i % 2 };
	iw_near_pairs(sets, MANY, &least, 2, &all);
	is_num(all.count, least.most);
	ok(!all.more);
	least.most--;
	iw_near_pairs(sets, MANY, &least, 2, &some);
	is_num(some.count, least.most);
	ok(some.more);
	iw_near_pairs_release(&some);
	least.most = 1000;
	iw_near_pairs(sets, MANY, &least, 1, &some);
	iw_near_pairs(sets, MANY, &least, 8, &again);
	is_num(some.count, 1000);
	ok(some.more && again.more && again.count == 1000);
	for (size_t i = 0; i < 1000 && again.count == 1000; i++)
		wrong += memcmp(&some.at[i], &again.at[i], sizeof *some.at) != 0;
	is_num(wrong, 0);
	iw_near_pairs_release(&all);
	iw_near_pairs_release(&some);
	iw_near_pairs_release(&again);
	iw_near_pairs(sets, 0, &least, 2, &all);
	ok(all.count == 0 && !all.more);
	iw_near_pairs_release(&all);
	free(sets);
}

/* Two that are alike and alone are a pair, also when there is nothing that they could be rarer than. */
static void
test_alone(void)
{
	static const uint64_t a[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9 }, b[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };
	struct iw_near_set sets[] = { { a, 9 }, { a, 0 }, { b, 10 }, { b, 0 } };
	struct iw_near_pairs pairs;

	iw_near_pairs(sets, 4, &(struct iw_near_least){ 80, 60, 10 }, 1, &pairs);
	is_num(pairs.count, 1);
	if (pairs.count == 1) {
		/* 9 words of both sets weigh ln 2, the one of b ln 3. */
		ok(pairs.at[0].first == 0 && pairs.at[0].second == 2);
		ok(fabs(pairs.at[0].degree - 0.9) < 1e-12);
		ok(fabs(pairs.at[0].weighted - 9 * log(2) / (9 * log(2) + log(3))) < 1e-4);
	}
	iw_near_pairs_release(&pairs);
}

static size_t
count_pairs(const struct iw_near_set *sets, size_t n, unsigned degree, unsigned weighted, size_t most, bool *more)
{
	struct iw_near_pairs pairs;
	size_t count;

	iw_near_pairs(sets, n, &(struct iw_near_least){ degree, weighted, most }, 1, &pairs);
	count = pairs.count;
	*more = pairs.more;
	iw_near_pairs_release(&pairs);
	return count;
}

/* Exactly at the threshold counts; each word here is in two sets, so that all weigh the same. */
static void
test_pair_threshold(void)
{
	static const uint64_t a[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };
	struct iw_near_set sets[] = { { a, 4 }, { a, 5 }, { a + 4, 1 } }, x[] = { { a, 8 }, { a + 2, 8 }, { a, 10 } };
	bool more;

	is_num(count_pairs(sets, 3, 80, 80, 9, &more), 1);
	is_num(count_pairs(sets, 3, 81, 80, 9, &more), 0);
	is_num(count_pairs(sets, 3, 80, 81, 9, &more), 0);
	/* The third set is like both others, which are not alike. */
	is_num(count_pairs(x, 3, 80, 50, 2, &more), 2);
	ok(!more);
	is_num(count_pairs(x, 3, 80, 50, 1, &more), 1);
	ok(more);
}

int
main(void)
{
	test_random();
	test_threshold();
	test_pairs();
	test_limit();
	test_alone();
	test_pair_threshold();
	return done();
}
