/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Sets of words as sets of ranks. Words are ranked by how rare they are among all sets, the rarest first: sets that
 * are alike share rare words too, so the first ranks of a set tell soonest what it is like.
 */
#ifndef IW_RANK_H
#define IW_RANK_H

#include <stddef.h>
#include <stdint.h>

#include "base/near.h"

struct iw_ranked {
	size_t index;    /* of the set */
	uint32_t *ranks; /* ascending, each once */
	size_t count;
};

struct iw_ranking {
	struct iw_ranked *records; /* smallest sets first; of equals by index */
	size_t count;
	size_t words;        /* different ones: ranks are below it */
	uint32_t *frequency; /* by rank: how many sets have the word */
	uint32_t *storage;   /* what the records point into */
};

void iw_rank(const struct iw_near_set *sets, size_t n, struct iw_ranking *out);
void iw_ranking_release(struct iw_ranking *ranking);

#endif
