/* SPDX-License-Identifier: Apache-2.0 */
/* The generator: its numbers are frozen, for forms that are published must come out the same for ever. */
#include "compile/rng.h"
#include "tap.h"

/* Computed from the definition of SplitMix64 in another language. */
static void
test_known(void)
{
	static const struct {
		uint64_t seed, stream;
		size_t n, below[8], shuffled[8];
	} table[] = {
		{ 0U, 0, 10, { 6, 5, 7, 7, 2, 9, 6, 7 }, { 2, 1, 6, 7, 4, 0, 5, 3 } },
		{ 1U, 0, 26, { 8, 18, 24, 8, 16, 5, 6, 1 }, { 5, 0, 1, 4, 7, 2, 3, 6 } },
		{ 1U, 1, 4, { 1, 2, 0, 2, 3, 3, 1, 0 }, { 3, 1, 2, 4, 7, 0, 5, 6 } },
		{ 20260501U, 17, 1000, { 54, 597, 635, 779, 152, 322, 543, 127 }, { 4, 2, 3, 5, 7, 6, 1, 0 } },
		{ 18446744073709551615U, 5, 7, { 1, 2, 1, 6, 2, 3, 3, 0 }, { 2, 7, 1, 4, 5, 3, 6, 0 } },
		/* Half of all numbers are drawn again here. */
		{ 9U, 9, (SIZE_MAX >> 1) + 2, { 1533547523393481767U, 578387672581468848U, 4206756366635230204U, 7305037649655736989U, 6914879015957679012U, 2371483503786079295U, 7597620514493272137U, 947243295773343742U }, { 3, 4, 2, 1, 6, 7, 0, 5 } },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct iw_rng rng = iw_rng_stream(table[i].seed, table[i].stream);
		size_t numbers[8] = { 0, 1, 2, 3, 4, 5, 6, 7 };

		for (size_t j = 0; j < 8; j++)
			is_num(iw_rng_below(&rng, table[i].n), table[i].below[j]);
		iw_rng_shuffle(&rng, numbers, 8);
		for (size_t j = 0; j < 8; j++)
			is_num(numbers[j], table[i].shuffled[j]);
	}
}

/* Seeds and streams as they occur: small, and next to one another. */
static void
test_uniform(void)
{
	static const size_t sizes[] = { 2, 3, 4, 5, 6, 7, 26 };
	/* Quantiles of chi-square at 1 - 1e-4 for 1, 2, 3, 4, 5, 6 and 25 degrees of freedom. */
	static const double most[] = { 15.14, 18.42, 21.11, 23.51, 25.74, 27.86, 60.14 };

	for (size_t k = 0; k < sizeof sizes / sizeof *sizes; k++) {
		double one = 0, many = 0, expected = 100000.0 / (double)sizes[k];
		size_t in_one[26] = { 0 }, in_many[26] = { 0 };
		struct iw_rng rng = iw_rng_stream(42, k);

		for (uint64_t i = 0; i < 100000; i++) {
			struct iw_rng own = iw_rng_stream(i / 100, i % 100);

			in_one[iw_rng_below(&rng, sizes[k])]++;
			in_many[iw_rng_below(&own, sizes[k])]++;
		}
		for (size_t i = 0; i < sizes[k]; i++) {
			one += ((double)in_one[i] - expected) * ((double)in_one[i] - expected) / expected;
			many += ((double)in_many[i] - expected) * ((double)in_many[i] - expected) / expected;
		}
		if (!ok_named(one < most[k], "one stream is uniform"))
			printf("# chi-square %f\n", one);
		if (!ok_named(many < most[k], "the first numbers of many streams are uniform"))
			printf("# chi-square %f\n", many);
	}
}

/* Each of the 24 orders of four numbers is as likely as another. */
static void
test_shuffle(void)
{
	size_t seen[256] = { 0 }, different = 0;
	double chi = 0;

	for (uint64_t seed = 0; seed < 48000; seed++) {
		size_t a[4] = { 0, 1, 2, 3 };
		struct iw_rng rng = iw_rng_stream(seed, 1);

		iw_rng_shuffle(&rng, a, 4);
		seen[a[0] << 6 | a[1] << 4 | a[2] << 2 | a[3]]++;
	}
	for (size_t i = 0; i < 256; i++)
		if (seen[i]) {
			different++;
			chi += ((double)seen[i] - 2000) * ((double)seen[i] - 2000) / 2000;
		}
	is_num(different, 24);
	ok_named(chi < 57.1, "chi-square of 23 degrees of freedom");
}

static void
test_edges(void)
{
	struct iw_rng rng = iw_rng_stream(0, 0), again = iw_rng_stream(0, 0);
	size_t one[1] = { 9 }, largest = 0;

	iw_rng_shuffle(&rng, one, 0);
	iw_rng_shuffle(&rng, one, 1);
	ok(rng.state == again.state);
	is_num(one[0], 9);
	is_num(iw_rng_below(&rng, 1), 0);
	for (int i = 0; i < 1000; i++) {
		size_t r = iw_rng_below(&rng, SIZE_MAX);

		largest = r > largest ? r : largest;
	}
	ok(largest > SIZE_MAX / 2 && largest < SIZE_MAX);
	ok(iw_rng_stream(1, 2).state != iw_rng_stream(2, 1).state);
}

int
main(void)
{
	test_known();
	test_uniform();
	test_shuffle();
	test_edges();
	return done();
}
