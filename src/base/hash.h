/* SPDX-License-Identifier: Apache-2.0 */
/* Hashing of strings, and a map from strings to numbers. Not for secrets. */
#ifndef IW_HASH_H
#define IW_HASH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* FNV-1a with a final mix; the same on every machine. */
uint64_t iw_hash(const void *bytes, size_t len);
uint64_t iw_hash_mix(uint64_t h);

/* Keys are borrowed and must outlive the map. */
struct iw_map {
	struct iw_map_slot *slots;
	size_t count, cap;
};

struct iw_map_slot {
	const char *key;
	uint64_t hash;
	size_t value;
};

#define IW_MAP_INIT                                                                                                    \
	{                                                                                                              \
		NULL, 0, 0                                                                                             \
	}

/* The value of `key`, or NULL. The pointer holds until the next addition. */
size_t *iw_map_get(const struct iw_map *map, const char *key);

/* Add `key` with `value` unless it is there. Returns its value; `*added`, which may be NULL, says which. */
size_t *iw_map_add(struct iw_map *map, const char *key, size_t value, bool *added);

void iw_map_release(struct iw_map *map);

#endif
