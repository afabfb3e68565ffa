/* SPDX-License-Identifier: Apache-2.0 */
#include "scale/scale.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"

/* What is computed twice in two ways, and is the same, may differ by so much. */
static const double SLACK = 1e-9;

/* Scaled scores are told in whole numbers that a long holds anywhere. */
static const double MOST = 1e9;

/* What an equated score is worth. Exact at both ends of each line, so that no rounding moves passing or maximum. */
static double
scaled_at(const struct iw_scale_line *l, size_t top, double equated)
{
	if (equated >= l->cut)
		return l->passing + (l->maximum - l->passing) * ((equated - l->cut) / ((double)top - l->cut));
	if (l->two_segment)
		return l->minimum + (l->passing - l->minimum) * (equated / l->cut);
	return l->passing - (l->maximum - l->passing) * ((l->cut - equated) / ((double)top - l->cut));
}

/* Of limits with a fraction the whole numbers within them count. */
static long
reported(const struct iw_scale_line *l, double scaled, bool pass)
{
	double passing = ceil(l->passing), score = floor(scaled + .5);

	score = fmin(fmax(score, ceil(l->minimum)), floor(l->maximum));
	return (long)(pass ? fmax(score, passing) : fmin(score, passing - 1));
}

static enum iw_status
check_line(const struct iw_scale_line *l, const struct iw_scale_form *reference, struct iw_error *e)
{
	size_t top = reference->count;
	double guessed;

	if (!(fabs(l->minimum) <= MOST && fabs(l->maximum) <= MOST && l->minimum < l->passing &&
	      l->passing < l->maximum))
		return iw_fail(e, IW_FOUND,
		               "exam.xml: <scoring> needs minimum < passing < maximum, not %.10g, %.10g, %.10g",
		               l->minimum, l->passing, l->maximum);
	if (ceil(l->minimum) >= ceil(l->passing) || ceil(l->passing) > floor(l->maximum))
		return iw_fail(
			e, IW_FOUND,
			"exam.xml: <scoring> has no whole number from %.10g to below %.10g, or none from there to "
			"%.10g, and scores are reported in whole numbers: use a wider scale",
			l->minimum, l->passing, l->maximum);
	if (!(l->cut > 0 && l->cut < (double)top))
		return iw_fail(
			e, IW_FOUND,
			"exam.xml: the cut is %.10g, but the reference form has %zu scored question%s: a cut is above "
			"0 and below that",
			l->cut, top, top == 1 ? "" : "s");
	guessed = reference->items ? iw_tcc_floor(reference->items, top) : 0;
	if (guessed >= l->cut)
		return iw_fail(e, IW_FOUND,
		               "exam.xml: the cut is %.10g, but who only guesses is expected to reach %.10g on the "
		               "reference form (the sum of c of its scored items): check the cut and the parameters c",
		               l->cut, guessed);
	return IW_OK;
}

static double
equated(const struct iw_scale_form *form, const struct iw_scale_form *reference, size_t raw, double theta)
{
	double own;

	if (form == reference)
		return (double)raw;
	if (raw == form->count)
		return (double)reference->count;
	if (!isnan(theta))
		return iw_tcc(reference->items, reference->count, theta);
	own = iw_tcc_floor(form->items, form->count);
	return own > 0 ? (double)raw * iw_tcc_floor(reference->items, reference->count) / own : 0;
}

static struct iw_scale_row
make_row(const struct iw_scale_line *line, const struct iw_scale_form *form, const struct iw_scale_form *reference,
         size_t raw)
{
	struct iw_scale_row row = { .raw = raw, .theta = (double)NAN };

	if (form->items)
		row.theta = iw_tcc_inverse(form->items, form->count, (double)raw);
	row.equated = equated(form, reference, raw, row.theta);
	row.pass = row.equated >= line->cut - SLACK;
	row.scaled = scaled_at(line, reference->count, row.equated);
	if (row.pass)
		row.scaled = fmax(row.scaled, line->passing);
	row.reported = reported(line, row.scaled, row.pass);
	return row;
}

static enum iw_status
make_rows(struct iw_scale *scale, const struct iw_scale_line *line, const struct iw_scale_form *form,
          const struct iw_scale_form *reference, struct iw_error *e)
{
	scale->rows = iw_alloc(form->count + 1, sizeof *scale->rows);
	for (size_t raw = 0; raw <= form->count; raw++) {
		struct iw_scale_row *row = &scale->rows[raw];

		*row = make_row(line, form, reference, raw);
		scale->row_count++;
		if (raw > 0 && !(row->scaled > row[-1].scaled))
			return iw_fail(e, IW_FOUND,
			               "the scale does not rise: a raw score of %zu would be worth %.10g, and %zu only "
			               "%.10g; check that all items of this form and of the reference form were "
			               "calibrated together, with the same model",
			               raw - 1, row[-1].scaled, raw, row->scaled);
		if (row->pass && (raw == 0 || !row[-1].pass))
			scale->raw_cut = raw;
	}
	return IW_OK;
}

static void
count_sections(struct iw_scale *scale, const struct iw_scale_form *form, size_t domains)
{
	scale->scored = form->count;
	scale->sections = iw_alloc(domains, sizeof *scale->sections);
	scale->section_count = domains;
	for (size_t i = 0; i < domains; i++) {
		scale->sections[i].domain = i;
		scale->sections[i].expected = (double)NAN;
	}
	for (size_t i = 0; i < form->count; i++)
		if (form->domains[i] < domains)
			scale->sections[form->domains[i]].scored++;
}

/* What a candidate at the cut is expected to have right of a section. */
static double
expected(const struct iw_scale_section *section, const struct iw_scale_form *form, double theta, double share)
{
	double sum = 0;

	if (isnan(theta))
		return (double)section->scored * share;
	for (size_t i = 0; i < form->count; i++)
		if (form->domains[i] == section->domain)
			sum += iw_irt_p(&form->items[i], theta);
	return sum;
}

static void
make_levels(struct iw_scale *scale, const struct iw_scale_line *line, const struct iw_scale_form *form,
            const struct iw_scale_form *reference)
{
	double share = line->cut / (double)reference->count, theta = (double)NAN;

	if (reference->items)
		theta = iw_tcc_inverse(reference->items, reference->count, line->cut);
	for (size_t i = 0; i < scale->section_count; i++) {
		struct iw_scale_section *s = &scale->sections[i];

		if (!s->scored)
			continue;
		s->expected = expected(s, form, theta, share);
		s->needed = (size_t)ceil(s->expected - SLACK);
	}
}

enum iw_status
iw_scale_make(struct iw_scale *scale, const struct iw_scale_line *line, const struct iw_scale_form *form,
              const struct iw_scale_form *reference, size_t domains, struct iw_error *e)
{
	enum iw_status status = check_line(line, reference, e);

	*scale = (struct iw_scale)IW_SCALE_INIT;
	if (status != IW_OK)
		return status;
	count_sections(scale, form, domains);
	status = make_rows(scale, line, form, reference, e);
	if (status == IW_OK)
		make_levels(scale, line, form, reference);
	else
		iw_scale_release(scale);
	return status;
}

void
iw_scale_raw_only(struct iw_scale *scale, const struct iw_scale_form *form, size_t domains, char *reason)
{
	*scale = (struct iw_scale)IW_SCALE_INIT;
	count_sections(scale, form, domains);
	scale->raw_only = reason;
}

void
iw_scale_release(struct iw_scale *scale)
{
	free(scale->rows);
	free(scale->sections);
	free(scale->raw_only);
	*scale = (struct iw_scale)IW_SCALE_INIT;
}
