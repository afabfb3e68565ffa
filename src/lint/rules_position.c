/* SPDX-License-Identifier: Apache-2.0 */
/* Group writing: where the keys of multiple-choice items stand. */
#include <stdlib.h>

#include "base/buf.h"
#include "base/chi_square.h"
#include "lint/rules.h"

/*
 * Fewer items of a number of options than five a place tell nothing (Cochran's rule for chi-square); a spread that
 * chance gives once in a thousand is reported.
 */
enum { MOST_OPTIONS = 26, FEWEST_A_PLACE = 5 };
static const double unlikely = 0.001;

/* How often the key is at each place, among items of one number of options. */
struct places {
	size_t at[MOST_OPTIONS + 1][MOST_OPTIONS];
};

static bool
counts(const struct iw_item *item)
{
	return item->type == IW_MULTIPLE_CHOICE && item->status != IW_RETIRED && item->key_count == 1 &&
	       item->option_count >= 2 && item->option_count <= MOST_OPTIONS;
}

static void
report(struct iw_check *c, const struct iw_owner *owner, struct iw_span at, const size_t *places, size_t options,
       const char *where)
{
	struct iw_buf spread = IW_BUF_INIT;
	size_t n = 0;
	double p;

	for (size_t i = 0; i < options; i++) {
		n += places[i];
		iw_buf_printf(&spread, "%s%c %zu", i ? ", " : "", (char)('A' + i), places[i]);
	}
	p = iw_chi_square_p(iw_chi_square_even(places, options), (unsigned)options - 1);
	if (n >= FEWEST_A_PLACE * options && p < unlikely)
		iw_report(c, owner, at, "the keys of %zu items with %zu options stand at %s%s (chi-square, p < 0.001)",
		          n, options, spread.data, where);
	iw_buf_release(&spread);
}

/* As the authors wrote them. */
void
iw_rule_key_position(struct iw_check *c)
{
	const struct iw_exam *exam = c->bank->exam;
	struct places *places = iw_alloc(1, sizeof *places);

	for (size_t i = 0; i < c->bank->item_count; i++)
		if (counts(c->bank->items[i]))
			places->at[c->bank->items[i]->option_count][c->bank->items[i]->key_place]++;
	for (size_t n = 2; exam && n <= MOST_OPTIONS; n++)
		report(c, &exam->owner, exam->owner.at, places->at[n], n, " as written");
	free(places);
}

static size_t
least(const size_t *places, size_t n)
{
	size_t best = 0;

	for (size_t i = 1; i < n; i++)
		if (places[i] < places[best])
			best = i;
	return best;
}

/* As candidates see them: items that are shuffled are dealt to the letters that are used least (docs/shuffle.md). */
void
iw_rule_form_key_position(struct iw_check *c, const struct iw_form *form)
{
	struct places *places = iw_alloc(1, sizeof *places);
	size_t dealt[MOST_OPTIONS + 1] = { 0 };

	for (size_t i = 0; i < form->item_count; i++) {
		const struct iw_item *item = iw_bank_item(c->bank, form->items[i].ref.name);

		if (!item || !counts(item))
			continue;
		if (item->shuffle)
			dealt[item->option_count]++;
		else
			places->at[item->option_count][item->key_place]++;
	}
	for (size_t n = 2; n <= MOST_OPTIONS; n++) {
		for (; dealt[n]; dealt[n]--)
			places->at[n][least(places->at[n], n)]++;
		report(c, &form->owner, form->owner.at, places->at[n], n, " on this form");
	}
	free(places);
}
