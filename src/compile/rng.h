/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The generator that options are shuffled with: SplitMix64 (Steele, Lea, Flood, "Fast splittable
 * pseudorandom number generators", OOPSLA 2014), 64-bit arithmetic only, so that a seed gives the same
 * order on every machine, for ever. docs/shuffle.md writes it down. Not for secrets.
 */
#ifndef IW_RNG_H
#define IW_RNG_H

#include <stddef.h>
#include <stdint.h>

struct iw_rng {
	uint64_t state;
};

/* Streams of one seed do not depend on one another: one for each question, one for the form. */
struct iw_rng iw_rng_stream(uint64_t seed, uint64_t stream);

/* Uniform from 0 to n - 1, without bias; n is at least 1. */
size_t iw_rng_below(struct iw_rng *rng, size_t n);

/* Shuffle n numbers in place (Fisher-Yates, from the last place down). */
void iw_rng_shuffle(struct iw_rng *rng, size_t *numbers, size_t n);

#endif
