/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Near-duplicates: for each set of words the first earlier set that is like it, by the Jaccard index
 * |x & y| / |x | y|, exactly. Prefix filter with size filter: Xiao, Wang, Lin, Yu, "Efficient Similarity Joins
 * for Near Duplicate Detection" (WWW 2008); longer prefixes of which more must be shared: Wang, Li, Feng,
 * "Can we beat the prefix filtering?" (SIGMOD 2012).
 */
#ifndef IW_NEAR_H
#define IW_NEAR_H

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
 * The sets whose Jaccard index is at least numerator/denominator (below 1, above 0). `matches` has `n`
 * places and is the same for any number of threads (`jobs`); of two sets that are alike, the one of higher index gets
 * the match.
 */
void iw_near_find(const struct iw_near_set *sets, size_t n, unsigned numerator, unsigned denominator, unsigned jobs,
                  struct iw_near_match *matches);

#endif
