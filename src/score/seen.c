/* SPDX-License-Identifier: Apache-2.0 */
#include "score/seen.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/mem.h"

enum { FIRST = 1024 };
static const uint64_t UPPER = UINT64_C(0xffffffff00000000);

/* Zeroed memory for what is looked at here and there: in huge pages, where there is enough of it and the system can. */
static void *
alloc_spread(size_t n, size_t size)
{
	size_t huge = (size_t)2 << 20, bytes = n * size;
	void *p;

	if (bytes < huge)
		return iw_alloc(n, size);
	p = aligned_alloc(huge, (bytes + huge - 1) / huge * huge);
	if (!p)
		iw_out_of_memory();
	(void)madvise(p, bytes, MADV_HUGEPAGE);
	memset(p, 0, bytes);
	return p;
}

void
iw_seen_init(struct iw_seen *seen)
{
	*seen = (struct iw_seen){ .slot_count = FIRST, .slots = iw_alloc(FIRST, sizeof *seen->slots) };
	randombytes_buf(seen->key, sizeof seen->key);
}

void
iw_seen_release(struct iw_seen *seen)
{
	free(seen->places);
	free(seen->slots);
	memset(seen, 0, sizeof *seen);
}

uint64_t
iw_seen_hash(const struct iw_seen *seen, const char *candidate, size_t len)
{
	uint64_t hash;

	crypto_shorthash((unsigned char *)&hash, (const unsigned char *)candidate, len, seen->key);
	return hash;
}

void
iw_seen_prefetch(const struct iw_seen *seen, uint64_t hash)
{
	__builtin_prefetch(&seen->slots[hash & (seen->slot_count - 1)]);
}

static void
put(struct iw_seen *seen, uint64_t hash, size_t index)
{
	size_t i = hash & (seen->slot_count - 1);

	while (seen->slots[i])
		i = (i + 1) & (seen->slot_count - 1);
	seen->slots[i] = (hash & UPPER) | (index + 1);
}

/* At most half of the slots are taken. */
static void
grow(struct iw_seen *seen)
{
	free(seen->slots);
	seen->slot_count *= 2;
	seen->slots = alloc_spread(seen->slot_count, sizeof *seen->slots);
	for (size_t n = 0; n < seen->count; n++)
		put(seen, seen->places[n].hash, n);
}

const struct iw_seen_place *
iw_seen_add(struct iw_seen *seen, const struct iw_seen_place *place,
            bool (*same)(void *context, const struct iw_seen_place *earlier), void *context)
{
	size_t i = place->hash & (seen->slot_count - 1);

	for (; seen->slots[i]; i = (i + 1) & (seen->slot_count - 1)) {
		const struct iw_seen_place *earlier = &seen->places[(seen->slots[i] & ~UPPER) - 1];

		if (((seen->slots[i] ^ place->hash) & UPPER) == 0 && earlier->hash == place->hash &&
		    same(context, earlier))
			return earlier;
	}
	IW_GROW(seen->places, seen->count, seen->cap);
	seen->places[seen->count++] = *place;
	if (2 * seen->count > seen->slot_count)
		grow(seen);
	else
		seen->slots[i] = (place->hash & UPPER) | seen->count;
	return NULL;
}
