/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which sets may be alike: what near.c and near_pairs.c share, and nobody else needs.
 *
 * Two records that share at least `needed` words share at least min(together, needed) of the first
 * count - needed + together of each, since words stand in one order in all of them. A record is filed under its first
 * words, and looked for by records that are at least as large.
 */
#ifndef IW_NEAR_INDEX_H
#define IW_NEAR_INDEX_H

#include "base/rank.h"

/*
 * With 1, pairs that have one common word are compared, which in prose are most that have one. With 2, words that more
 * records have are looked at, but few pairs are compared.
 */
enum { IW_NEAR_TOGETHER = 2 };

/* For each word the records that have it among their first ones, in ascending order of size. */
struct iw_near_index {
	const struct iw_ranked *records;
	size_t count;
	size_t numerator, denominator; /* of the least Jaccard index */
	unsigned together;             /* 1 to IW_NEAR_TOGETHER */
	const uint32_t *prefix; /* by record: no more of its words count as the first ones; NULL for no such limit */
	uint32_t *filed;
	size_t *first; /* by rank: where its records begin in `filed`; they end where the next ones begin */
};

/* File the records of a ranking; the thresholds, together and prefix are set before. */
void iw_near_index_fill(struct iw_near_index *ix, const struct iw_ranking *ranking);
void iw_near_index_release(struct iw_near_index *ix);

/* How many pairs of records stand under one word, over all words: what looking for candidates has to go through. */
double iw_near_index_work(const struct iw_near_index *ix, const struct iw_ranking *ranking);

/*
 * What a thread counts with. A mark is at * (IW_NEAR_TOGETHER + 1) + how many words record `at`, the one at hand,
 * shares (from 1): marks of other records are smaller, so that none needs to be set back.
 */
struct iw_near_counter {
	uint32_t *marks;      /* by record */
	uint32_t *candidates; /* the records that may be like the one at hand */
};

struct iw_near_counter *iw_near_counters_new(size_t records, unsigned jobs);
void iw_near_counters_free(struct iw_near_counter *counters, unsigned jobs);

/* Find the records before `at` that may be like it. Returns how many there are. */
size_t iw_near_candidates(const struct iw_near_index *ix, size_t at, struct iw_near_counter *c);

/* How many words two records share; 0 when these are too few to be alike. */
size_t iw_near_shared(const struct iw_near_index *ix, const struct iw_ranked *x, const struct iw_ranked *y);

#endif
