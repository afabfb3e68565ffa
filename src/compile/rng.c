/* SPDX-License-Identifier: Apache-2.0 */
#include "compile/rng.h"

static const uint64_t GOLDEN = 0x9e3779b97f4a7c15U;

static uint64_t
mix(uint64_t z)
{
	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9U;
	z = (z ^ z >> 27) * 0x94d049bb133111ebU;
	return z ^ z >> 31;
}

static uint64_t
next(struct iw_rng *rng)
{
	return mix(rng->state += GOLDEN);
}

struct iw_rng
iw_rng_stream(uint64_t seed, uint64_t stream)
{
	return (struct iw_rng){ mix(mix(seed + GOLDEN) + stream) };
}

size_t
iw_rng_below(struct iw_rng *rng, size_t n)
{
	/* Numbers at or above the largest multiple of n are drawn again. */
	uint64_t most = UINT64_MAX - UINT64_MAX % n, r;

	do
		r = next(rng);
	while (r >= most);
	return (size_t)(r % n);
}

void
iw_rng_shuffle(struct iw_rng *rng, size_t *numbers, size_t n)
{
	for (size_t i = n; i > 1; i--) {
		size_t j = iw_rng_below(rng, i), kept = numbers[i - 1];

		numbers[i - 1] = numbers[j];
		numbers[j] = kept;
	}
}
