/* SPDX-License-Identifier: Apache-2.0 */
/* Many numbers in few: their quartiles, and how many fall into each bin of a histogram. */
#ifndef IW_SPREAD_H
#define IW_SPREAD_H

#include <stdbool.h>
#include <stddef.h>

/* Numbers to look at; release with iw_sample_release. */
struct iw_sample {
	double *at;
	size_t count, cap;
};

void iw_sample_add(struct iw_sample *sample, double value);
void iw_sample_release(struct iw_sample *sample);

struct iw_spread {
	size_t count; /* of 0 numbers nothing else is known */
	double least, lower, median, mean, upper, most;
};

/*
 * Sorts the sample. Quartiles lie between two numbers as R's default has it (type 7 of Hyndman and Fan 1996, "Sample
 * Quantiles in Statistical Packages"): of 1, 2, 3, 4 they are 1.75, 2.5, 3.25.
 */
struct iw_spread iw_spread_of(struct iw_sample *sample);

enum { IW_MOST_BINS = 16 };

/* Bin i goes from `from` + i * `width` up to, but without, the next one; the last one has its end too. */
struct iw_histogram {
	double from, width;
	unsigned bins;
	bool open; /* the first and the last bin have all that lies beyond them */
	size_t counts[IW_MOST_BINS];
};

void iw_histogram_fill(struct iw_histogram *h, const struct iw_sample *sample);

/* At most 12 bins for numbers from `least` (0 or more) to `most`, with round ends. */
struct iw_histogram iw_histogram_for(double least, double most);

#endif
