/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Near-duplicates: sets of words that are alike by the Jaccard index |x & y| / |x | y|, found exactly, without
 * comparing each with each. Prefix filter with size filter: Xiao, Wang, Lin, Yu, "Efficient Similarity Joins for Near
 * Duplicate Detection" (WWW 2008); longer prefixes of which more must be shared: Wang, Li, Feng, "Can we beat the
 * prefix filtering?" (SIGMOD 2012). What is found is the same for any number of threads (`jobs`).
 */
#ifndef IW_NEAR_H
#define IW_NEAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct iw_near_set {
	const uint64_t *words; /* each once */
	size_t count;
};

struct iw_near_match {
	size_t other;  /* the first set, by index, that is like this one; SIZE_MAX when none is */
	double degree; /* the Jaccard index with it */
};

/*
 * For each set the first earlier one whose Jaccard index with it is at least numerator/denominator (below 1,
 * above 0). `matches` has `n` places; of two sets that are alike, the one of higher index gets the match.
 */
void iw_near_find(const struct iw_near_set *sets, size_t n, unsigned numerator, unsigned denominator, unsigned jobs,
                  struct iw_near_match *matches);

struct iw_near_pair {
	size_t first, second; /* sets, by index, the lower one first */
	double degree;        /* the Jaccard index */
	double weighted;      /* the same with each word weighted by how rare it is */
};

/* What makes a pair: both indices at least so high, in hundredths (1 to 99). */
struct iw_near_least {
	unsigned degree, weighted;
	size_t most; /* pairs; a search that finds more ends there */
};

struct iw_near_pairs {
	struct iw_near_pair *at; /* the highest weighted index first; of equals the higher degree, then by index */
	size_t count;
	bool more; /* there are, or may be, more than `most` */
};

/*
 * All pairs. A word that d of the n sets with words have weighs ln(1 + n/d): what every set says weighs 0.7 and decides
 * little, what only two of 1,000 say weighs 6.2. (The usual inverse document frequency, Sparck Jones 1972, with
 * 1 added so that words of every set still weigh something: else two sets that are alike and alone would share
 * nothing.)
 */
void iw_near_pairs(const struct iw_near_set *sets, size_t n, const struct iw_near_least *least, unsigned jobs,
                   struct iw_near_pairs *out);
void iw_near_pairs_release(struct iw_near_pairs *pairs);

#endif
