/* SPDX-License-Identifier: Apache-2.0 */
/* The summary on a terminal: figures and a histogram, in plain characters. */
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "score/tally.h"

enum { MOST_BARS = 20, WIDEST = 50 };

/* Equal steps of the scale that scores are shown on; a step begins at the passing score. */
struct bars {
	double first, width;
	size_t count, cut; /* the first bar of those who pass; `count` when there is no cut */
	uint64_t *candidates, most;
	long last; /* the largest score: the last bar includes it */
};

/* The least of 1, 2, 5, 10, 20, 50, ... with which MOST_BARS are enough. */
static double
width_for(double range)
{
	static const double steps[] = { 1, 2, 5 };

	for (double ten = 1;; ten *= 10)
		for (size_t i = 0; i < 3; i++)
			if (range / (ten * steps[i]) < MOST_BARS - 1)
				return ten * steps[i];
}

static void
count_bars(struct bars *b, const struct iw_tally *tally)
{
	const struct iw_answer_key *key = tally->key;

	for (size_t raw = 0; raw <= key->scored; raw++) {
		double score = key->rows ? (double)key->rows[raw].reported : (double)raw;
		size_t i = score < b->first ? 0 : (size_t)((score - b->first) / b->width);

		if (i >= b->count)
			i = b->count - 1;
		b->candidates[i] += tally->raws[raw];
		if (b->candidates[i] > b->most)
			b->most = b->candidates[i];
	}
}

static void
make_bars(struct bars *b, const struct iw_tally *tally)
{
	const struct iw_answer_key *key = tally->key;
	double least = key->rows ? floor(key->minimum) : 0, most = key->rows ? ceil(key->maximum) : (double)key->scored,
	       pass = key->rows ? ceil(key->passing) : 0;

	b->width = width_for(most - least);
	b->first = pass - ceil((pass - least) / b->width) * b->width;
	b->count = (size_t)((most - b->first) / b->width);
	if (b->first + (double)b->count * b->width < most || b->count == 0)
		b->count++;
	b->cut = key->rows ? (size_t)((pass - b->first) / b->width + 0.5) : b->count;
	if (b->cut >= b->count && key->rows)
		b->count = b->cut + 1;
	b->last = (long)most;
	b->candidates = iw_alloc(b->count, sizeof *b->candidates);
	b->most = 0;
	count_bars(b, tally);
}

static void
add_bar(const struct bars *b, size_t i, double least, struct iw_buf *out)
{
	double from = b->first + (double)i * b->width, to = from + b->width - 1;
	uint64_t n = b->candidates[i];
	size_t length = b->most ? (size_t)((double)n / (double)b->most * WIDEST + 0.5) : 0;

	if (i + 1 == b->count)
		to = (double)b->last;
	if (from < least)
		from = least;
	if (to > from)
		iw_buf_printf(out, "  %5.0f - %-5.0f |", from, to);
	else
		iw_buf_printf(out, "  %13.0f |", from);
	for (size_t c = 0; c < length || (c == 0 && n); c++)
		iw_buf_char(out, '#');
	iw_buf_printf(out, "%s%" PRIu64 "\n", n ? " " : "", n);
}

static void
add_histogram(const struct iw_tally *tally, struct iw_buf *out)
{
	const struct iw_answer_key *key = tally->key;
	size_t first = SIZE_MAX, last = 0;
	struct bars b;

	make_bars(&b, tally);
	/* Where there is somebody, and on both sides of the cut. */
	for (size_t i = 0; i < b.count; i++)
		if (b.candidates[i] || i == b.cut || i + 1 == b.cut) {
			first = first < i ? first : i;
			last = i;
		}
	iw_buf_str(out, key->rows ? "\nscaled scores\n" : "\nraw scores\n");
	for (size_t i = last + 1; i-- > first;) {
		add_bar(&b, i, key->rows ? floor(key->minimum) : 0, out);
		if (i == b.cut && i > 0)
			iw_buf_printf(out, "  ------------- %.10g to pass\n", key->passing);
	}
	free(b.candidates);
}

static void
add_figures(const char *what, struct iw_figures f, struct iw_buf *out)
{
	iw_buf_printf(out, "%-12s", what);
	if (isnan(f.mean))
		iw_buf_str(out, "none");
	else
		iw_buf_printf(out, "mean %.2f", f.mean);
	if (!isnan(f.sd))
		iw_buf_printf(out, ", SD %.2f", f.sd);
}

static void
add_domains(const struct iw_tally *tally, struct iw_buf *out)
{
	double n = (double)tally->candidates;

	iw_buf_str(out, "\nsections\n");
	for (size_t i = 0; i < tally->key->domain_count; i++) {
		const struct iw_key_domain *d = &tally->key->domains[i];

		if (!d->scored)
			continue;
		iw_buf_printf(out, "  %-8s  mean %.2f of %u", d->id, (double)tally->right[i] / n, d->scored);
		if (d->has_level)
			iw_buf_printf(out, ", %.1f %% meet competencies (%u needed)", 100 * (double)tally->meets[i] / n,
			              d->needed);
		iw_buf_char(out, '\n');
	}
}

void
iw_tally_text(const struct iw_tally *tally, struct iw_buf *out)
{
	const struct iw_answer_key *key = tally->key;
	uint64_t passed = iw_tally_passed(tally);

	iw_utf8_add(out, key->name, iw_utf8_is_plain);
	iw_buf_printf(out, "\ncandidates  %" PRIu64, tally->candidates);
	if (tally->skipped)
		iw_buf_printf(out, ", %" PRIu64 " skipped", tally->skipped);
	iw_buf_char(out, '\n');
	if (tally->candidates == 0)
		return;
	if (key->rows)
		iw_buf_printf(out, "passed      %" PRIu64 ", %.1f %%\n", passed,
		              100 * (double)passed / (double)tally->candidates);
	add_figures("raw", iw_tally_raw(tally), out);
	iw_buf_printf(out, " of %zu\n", key->scored);
	if (key->rows) {
		add_figures("scaled", iw_tally_scaled(tally), out);
		iw_buf_printf(out, " of %.10g to %.10g\n", key->minimum, key->maximum);
	} else if (key->raw_only) {
		iw_buf_printf(out, "scaled      none: %s\n", key->raw_only);
	}
	add_domains(tally, out);
	add_histogram(tally, out);
}
