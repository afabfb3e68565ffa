/* SPDX-License-Identifier: Apache-2.0 */
#include "score/tally.h"

#include <math.h>
#include <stdlib.h>

void
iw_tally_init(struct iw_tally *tally, const struct iw_answer_key *key)
{
	*tally = (struct iw_tally){ .key = key };
	tally->raws = iw_alloc(key->scored + 1, sizeof *tally->raws);
	tally->right = iw_alloc(key->domain_count + 1, sizeof *tally->right);
	tally->meets = iw_alloc(key->domain_count + 1, sizeof *tally->meets);
}

void
iw_tally_release(struct iw_tally *tally)
{
	free(tally->raws);
	free(tally->right);
	free(tally->meets);
}

void
iw_tally_add(struct iw_tally *tally, size_t raw, const uint16_t *right)
{
	tally->candidates++;
	tally->raws[raw]++;
	for (size_t d = 0; d < tally->key->domain_count; d++) {
		tally->right[d] += right[d];
		tally->meets[d] += right[d] >= tally->key->domains[d].needed;
	}
}

uint64_t
iw_tally_passed(const struct iw_tally *tally)
{
	uint64_t passed = 0;

	for (size_t raw = 0; tally->key->rows && raw <= tally->key->scored; raw++)
		passed += tally->key->rows[raw].pass ? tally->raws[raw] : 0;
	return passed;
}

/*
 * Mean and deviation of the values that raw scores stand for, from the counts. The sums are whole numbers of 128 bits,
 * so that no machine rounds them otherwise.
 */
static struct iw_figures
figures(const struct iw_tally *tally, long (*value)(const struct iw_answer_key *key, size_t raw))
{
	__extension__ __int128 sum = 0, squares = 0;
	double n = (double)tally->candidates;

	if (tally->candidates == 0)
		return (struct iw_figures){ NAN, NAN };
	for (size_t raw = 0; raw <= tally->key->scored; raw++) {
		long v = value(tally->key, raw);

		sum += (__extension__(__int128) tally->raws[raw]) * v;
		squares += (__extension__(__int128) tally->raws[raw]) * v * v;
	}
	squares = squares * tally->candidates - sum * sum;
	return (struct iw_figures){ (double)sum / n,
		                    tally->candidates > 1 ? sqrt((double)squares / (n * (n - 1))) : NAN };
}

static long
as_raw(const struct iw_answer_key *key, size_t raw)
{
	(void)key;
	return (long)raw;
}

static long
as_reported(const struct iw_answer_key *key, size_t raw)
{
	return key->rows[raw].reported;
}

struct iw_figures
iw_tally_raw(const struct iw_tally *tally)
{
	return figures(tally, as_raw);
}

struct iw_figures
iw_tally_scaled(const struct iw_tally *tally)
{
	return figures(tally, as_reported);
}
