/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The candidates that there were, as 64-bit hashes: about 40 bytes each, whatever they are called. Two with the same
 * hash are asked for by their places, so that nobody is taken for somebody else; the hash is keyed anew in each run,
 * so that nobody can make such.
 */
#ifndef IW_SEEN_H
#define IW_SEEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"

/* Where the record of a candidate is. */
struct iw_seen_place {
	uint64_t hash;
	uint64_t offset; /* of the record in its file */
	uint32_t source; /* the number of its file */
	uint32_t line;   /* of the record, from 1 */
};

struct iw_seen {
	struct iw_seen_place *places; /* in the order in which they were added */
	size_t count, cap;
	uint64_t *slots; /* the upper half of the hash, and the index in `places` plus 1; 0: free */
	size_t slot_count;
	unsigned char key[16];
};

/* Draws the key; libsodium has been started. */
void iw_seen_init(struct iw_seen *seen);
void iw_seen_release(struct iw_seen *seen);

/* May be called from many threads. */
uint64_t iw_seen_hash(const struct iw_seen *seen, const char *candidate, size_t len);

/* Have the memory at hand where a hash will be looked for soon. */
void iw_seen_prefetch(const struct iw_seen *seen, uint64_t hash);

/*
 * Add a place unless its candidate is there: same(context, earlier) says whether a record with the same hash is of the
 * same candidate. Returns NULL when it was added, else the earlier place, which holds until the next addition.
 */
const struct iw_seen_place *iw_seen_add(struct iw_seen *seen, const struct iw_seen_place *place,
                                        bool (*same)(void *context, const struct iw_seen_place *earlier),
                                        void *context);

#endif
