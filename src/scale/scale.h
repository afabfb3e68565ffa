/* SPDX-License-Identifier: Apache-2.0 */
/*
 * From raw scores to the reported scale: the table that pack freezes for a form, so that scoring only looks up
 * (docs/scoring.md). A raw score is the number of scored questions that are right; K is how many the reference form
 * has, K' how many this form has.
 *
 *   theta(x)   the ability at which x is expected on this form: TCC^-1(x)
 *   equated(x) the score on the reference form that x is worth. The reference form: x. Another: IRT true-score
 *              equating, TCC_ref(theta(x)), and K for K'. No ability has a score up to the sum of c; there it is
 *              x * (sum of c of the reference) / (sum of its own c), or 0 without c: Kolen's rule (Kolen 1981, Journal
 *              of Educational Measurement 18, 1-11; both in Kolen and Brennan 2014, ch. 6).
 *   scaled(x)  passing + (maximum - passing) (equated - cut) / (K - cut): the line through (cut, passing) and
 *              (K, maximum). "two-segment" has below the cut another one: minimum + (passing - minimum) equated / cut.
 *              Not rounded.
 *   pass(x)    equated(x) >= cut - 1e-9, and then scaled(x) >= passing; decided before anything is rounded.
 *   reported(x) scaled(x) rounded to a whole number, halves up, kept within minimum and maximum; then at least passing
 *              for who passes, and below it for who fails: a fail never shows 750, a pass never 749.
 *
 * The expected score of a section at the cut is the sum of P at theta_cut = TCC_ref^-1(cut) over its questions on
 * this form. Where a reference form has no parameters it is the section's share of the cut, scored * cut / K.
 */
#ifndef IW_SCALE_H
#define IW_SCALE_H

#include "base/status.h"
#include "scale/irt.h"

/* What exam.xml says in <scoring>. */
struct iw_scale_line {
	double minimum, maximum, passing;
	double cut; /* raw points of the reference form */
	bool two_segment;
};

/* The scored items of a form. */
struct iw_scale_form {
	size_t count;
	struct iw_irt_item *items; /* NULL when not all of them have parameters */
	size_t *domains;           /* the index of each one's domain; one that is none is in no section */
};

struct iw_scale_row {
	size_t raw;
	double theta; /* NAN where none is known */
	double equated, scaled;
	long reported;
	bool pass;
};

struct iw_scale_section {
	size_t domain, scored;
	double expected; /* at the cut; NAN when it is not known, or there is nothing scored */
	size_t needed;   /* the least raw score that meets it; only where there is an expected one */
};

struct iw_scale {
	struct iw_scale_row *rows; /* for raw = 0 to scored; none when scores are raw only */
	size_t row_count, scored;
	size_t raw_cut;                    /* the least raw score that passes */
	struct iw_scale_section *sections; /* one for each domain */
	size_t section_count;
	char *raw_only; /* why there are no rows: a sentence; NULL when there are */
};

#define IW_SCALE_INIT                                                                                                  \
	{                                                                                                              \
		NULL, 0, 0, 0, NULL, 0, NULL                                                                           \
	}

/*
 * The table and the sections of a form. `reference` is the same pointer for the reference form itself, which needs no
 * parameters; otherwise both forms have them. IW_FOUND when no such scale can be: the cut is not within the form or can
 * be reached by guessing, the scale has no room for it, or a higher raw score would not have a higher scaled one.
 */
enum iw_status iw_scale_make(struct iw_scale *scale, const struct iw_scale_line *line, const struct iw_scale_form *form,
                             const struct iw_scale_form *reference, size_t domains, struct iw_error *e);

/* Sections that are only counted, and no table; the reason is taken over. */
void iw_scale_raw_only(struct iw_scale *scale, const struct iw_scale_form *form, size_t domains, char *reason);

void iw_scale_release(struct iw_scale *scale);

#endif
