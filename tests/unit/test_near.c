/* SPDX-License-Identifier: Apache-2.0 */
/* Near-duplicates, against comparing every set with every other. */
#include <stdlib.h>

#include "base/hash.h"
#include "base/mem.h"
#include "compile/rng.h"
#include "base/near.h"
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
	static const unsigned thresholds[][2] = { { 1, 100 }, { 1, 3 }, { 1, 2 }, { 2, 3 }, { 4, 5 }, { 17, 20 }, { 9, 10 }, { 99, 100 } };
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

int
main(void)
{
	test_random();
	test_threshold();
	return done();
}
