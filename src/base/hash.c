/* SPDX-License-Identifier: Apache-2.0 */
#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

uint64_t
iw_hash_mix(uint64_t h)
{
	/* The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
	h = (h ^ h >> 30) * 0xbf58476d1ce4e5b9U;
	h = (h ^ h >> 27) * 0x94d049bb133111ebU;
	return h ^ h >> 31;
}

uint64_t
iw_hash(const void *bytes, size_t len)
{
	const unsigned char *p = bytes;
	uint64_t h = 0xcbf29ce484222325U;

	for (size_t i = 0; i < len; i++)
		h = (h ^ p[i]) * 0x100000001b3U;
	return iw_hash_mix(h);
}

/* The slot that holds `key`, or the free one where it belongs. The map is never full. */
static struct iw_map_slot *
find(const struct iw_map *map, const char *key, uint64_t hash)
{
	size_t mask = map->cap - 1, i = (size_t)hash & mask;

	while (map->slots[i].key && (map->slots[i].hash != hash || strcmp(map->slots[i].key, key) != 0))
		i = (i + 1) & mask;
	return &map->slots[i];
}

static void
grow(struct iw_map *map)
{
	struct iw_map old = *map;

	map->cap = old.cap ? 2 * old.cap : 16;
	map->slots = iw_alloc(map->cap, sizeof *map->slots);
	for (size_t i = 0; i < old.cap; i++)
		if (old.slots[i].key)
			*find(map, old.slots[i].key, old.slots[i].hash) = old.slots[i];
	free(old.slots);
}

size_t *
iw_map_get(const struct iw_map *map, const char *key)
{
	struct iw_map_slot *slot;

	if (!map->count)
		return NULL;
	slot = find(map, key, iw_hash(key, strlen(key)));
	return slot->key ? &slot->value : NULL;
}

size_t *
iw_map_add(struct iw_map *map, const char *key, size_t value, bool *added)
{
	uint64_t hash = iw_hash(key, strlen(key));
	struct iw_map_slot *slot;
	bool absent;

	if (2 * (map->count + 1) > map->cap)
		grow(map);
	slot = find(map, key, hash);
	absent = !slot->key;
	if (absent) {
		*slot = (struct iw_map_slot){ key, hash, value };
		map->count++;
	}
	if (added)
		*added = absent;
	return &slot->value;
}

void
iw_map_release(struct iw_map *map)
{
	free(map->slots);
	*map = (struct iw_map)IW_MAP_INIT;
}
