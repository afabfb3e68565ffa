/* SPDX-License-Identifier: Apache-2.0 */
#include "stats/spread.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"

void
iw_sample_add(struct iw_sample *sample, double value)
{
	IW_GROW(sample->at, sample->count, sample->cap);
	sample->at[sample->count++] = value;
}

void
iw_sample_release(struct iw_sample *sample)
{
	free(sample->at);
	*sample = (struct iw_sample){ 0 };
}

static int
ascending(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double
quantile(const struct iw_sample *sorted, double part)
{
	double place = part * (double)(sorted->count - 1), below = floor(place);
	size_t i = (size_t)below, next = i + 1 < sorted->count ? i + 1 : i;

	return sorted->at[i] + (place - below) * (sorted->at[next] - sorted->at[i]);
}

struct iw_spread
iw_spread_of(struct iw_sample *sample)
{
	double sum = 0;

	if (!sample->count)
		return (struct iw_spread){ 0 };
	qsort(sample->at, sample->count, sizeof *sample->at, ascending);
	for (size_t i = 0; i < sample->count; i++)
		sum += sample->at[i];
	return (struct iw_spread){
		.count = sample->count,
		.least = sample->at[0],
		.lower = quantile(sample, 0.25),
		.median = quantile(sample, 0.5),
		.mean = sum / (double)sample->count,
		.upper = quantile(sample, 0.75),
		.most = sample->at[sample->count - 1],
	};
}

void
iw_histogram_fill(struct iw_histogram *h, const struct iw_sample *sample)
{
	for (size_t i = 0; h->bins && i < sample->count; i++) {
		/* 0.3 is in the bin that begins with it, though 0.3 / 0.1 is a little less than 3. */
		double bin = floor((sample->at[i] - h->from) / h->width + 1e-9);
		bool last = bin >= h->bins && (h->open || sample->at[i] <= h->from + h->width * h->bins);

		if (last)
			h->counts[h->bins - 1]++;
		else if (bin < 0 && h->open)
			h->counts[0]++;
		else if (bin >= 0 && bin < h->bins)
			h->counts[(unsigned)bin]++;
	}
}

struct iw_histogram
iw_histogram_for(double least, double most)
{
	static const double steps[] = { 1, 2, 2.5, 5 };
	enum { BINS = 12, STEPS = sizeof steps / sizeof *steps };

	for (double ten = 10; most < 1e12; ten *= 10)
		for (size_t i = 0; i < STEPS; i++) {
			double width = steps[i] * ten, first = floor(least / width),
			       bins = floor(most / width) - first + 1;

			if (bins <= BINS)
				return (struct iw_histogram){ .from = first * width,
					                      .width = width,
					                      .bins = (unsigned)bins };
		}
	return (struct iw_histogram){ 0 };
}
