/* SPDX-License-Identifier: Apache-2.0 */
/* Hashes, the same for ever, and the map. */
#include "base/hash.h"
#include "base/mem.h"
#include "tap.h"

/* Computed from the definitions (FNV-1a, 64 bits; SplitMix64's finaliser) in another language. */
static void
test_known(void)
{
	static const struct {
		const char *text;
		uint64_t hash;
	} table[] = {
		{ "", 0xf52a15e9a9b5e89bU },
		{ "a", 0x02c0bdbf481420f8U },
		{ "item", 0x8d296af5c645f6bbU },
		{ "rag-chunking-01", 0x6c71c20e52ec6bf7U },
		{ "\xc3\xa9", 0x233403617480019eU },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		ok_named(iw_hash(table[i].text, strlen(table[i].text)) == table[i].hash, table[i].text);
	ok(iw_hash("a\0b", 3) != iw_hash("a\0c", 3));
	ok(iw_hash_mix(0) == 0);
	ok(iw_hash_mix(1) == 0x5692161d100b05e5U);
	ok(iw_hash_mix(UINT64_MAX) == 0xb4d055fcf2cbbd7bU);
}

static void
test_map(void)
{
	enum { N = 5000 };
	struct iw_map map = IW_MAP_INIT;
	char **keys = iw_alloc(N, sizeof *keys);
	size_t wrong = 0;
	bool added;

	ok(iw_map_get(&map, "none") == NULL);
	for (size_t i = 0; i < N; i++) {
		keys[i] = iw_printf("key-%zu", i);
		wrong += *iw_map_add(&map, keys[i], i, &added) != i || !added;
	}
	is_num(wrong, 0);
	is_num(map.count, N);
	for (size_t i = 0; i < N; i++) {
		char *copy = iw_strdup(keys[i]);
		const size_t *value = iw_map_get(&map, copy);

		wrong += !value || *value != i;
		wrong += *iw_map_add(&map, copy, 7, &added) != i || added;
		free(copy);
	}
	is_num(wrong, 0);
	is_num(map.count, N);
	ok(iw_map_get(&map, "key-") == NULL);
	ok(iw_map_get(&map, "key-5000") == NULL);
	ok(iw_map_get(&map, "") == NULL);
	*iw_map_add(&map, "key-3", 0, NULL) = 99;
	is_num(*iw_map_get(&map, "key-3"), 99);
	is_num(*iw_map_add(&map, "", 5, NULL), 5);
	is_num(*iw_map_get(&map, ""), 5);
	iw_map_release(&map);
	ok(iw_map_get(&map, "key-3") == NULL);
	iw_map_release(&map);
	for (size_t i = 0; i < N; i++)
		free(keys[i]);
	free(keys);
}

/* The low bits, which the map uses, are spread evenly also for keys that are alike. */
static void
test_spread(void)
{
	size_t bins[256] = { 0 };
	double chi = 0;

	for (unsigned i = 0; i < 25600; i++) {
		char key[32];
		int n = snprintf(key, sizeof key, "item-%06u", i);

		bins[iw_hash(key, (size_t)n) % 256]++;
	}
	for (size_t i = 0; i < 256; i++)
		chi += ((double)bins[i] - 100) * ((double)bins[i] - 100) / 100;
	ok_named(chi > 170 && chi < 350, "chi-square of 255 degrees of freedom");
}

int
main(void)
{
	test_known();
	test_map();
	test_spread();
	return done();
}
