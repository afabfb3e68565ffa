/* SPDX-License-Identifier: Apache-2.0 */
/* Group blueprint: the composition of the bank and of forms. */
#include <stdlib.h>
#include <string.h>

#include "lint/rules.h"

void
iw_rule_weight_sum(struct iw_check *c)
{
	const struct iw_exam *exam = c->bank->exam;
	uint64_t sum = 0;

	for (size_t i = 0; exam && i < exam->domain_count; i++)
		sum += exam->domains[i].weight;
	if (exam && exam->domain_count && sum != IW_WEIGHT_SUM)
		iw_report(c, &exam->owner, exam->blueprint, "the weights of the domains sum to %.10g, not to 100",
		          (double)sum / (IW_WEIGHT_SUM / 100));
}

void
iw_rule_short_bank(struct iw_check *c)
{
	const struct iw_exam *exam = c->bank->exam;
	unsigned *needed, *approved;

	if (!exam || !exam->domain_count)
		return;
	needed = iw_alloc(exam->domain_count, sizeof *needed);
	approved = iw_alloc(exam->domain_count + 1, sizeof *approved);
	iw_exam_counts(exam, exam->scored, needed);
	for (size_t i = 0; i < c->bank->item_count; i++) {
		const struct iw_item *item = c->bank->items[i];

		if (item->status == IW_APPROVED && item->domain.name)
			approved[iw_exam_domain(exam, item->domain.name)]++;
	}
	for (size_t i = 0; i < exam->domain_count; i++)
		if (approved[i] + exam->tolerance < needed[i])
			iw_report(c, &exam->owner, exam->domains[i].at,
			          "domain '%s' has %u approved %s; a form needs %u",
			          exam->domains[i].id ? exam->domains[i].id : "?", approved[i],
			          approved[i] == 1 ? "item" : "items", needed[i]);
	free(approved);
	free(needed);
}

/* The form that the cut was set on; NULL when there is none of that name. */
static const struct iw_form *
reference(const struct iw_check *c)
{
	return c->bank->exam->reference ? iw_bank_form(c->bank, c->bank->exam->reference) : NULL;
}

void
iw_rule_unknown_reference(struct iw_check *c)
{
	const struct iw_exam *exam = c->bank->exam;

	if (!exam || reference(c))
		return;
	if (exam->reference)
		iw_report(c, &exam->owner, exam->reference_at,
		          "there is no form '%s', which the cut is said to be set on", exam->reference);
	else if (exam->cut)
		iw_report(c, &exam->owner, exam->cut_at, "the cut is %s points, but of which form is not said",
		          exam->cut);
}

void
iw_rule_cut_range(struct iw_check *c)
{
	const struct iw_exam *exam = c->bank->exam;
	const struct iw_form *form = exam ? reference(c) : NULL;
	size_t scored = 0;
	char *end;
	double cut;

	if (!exam || !exam->cut)
		return;
	cut = strtod(exam->cut, &end);
	for (size_t i = 0; form && i < form->item_count; i++)
		scored += form->items[i].scored;
	if (!form)
		scored = exam->scored;
	if (*end || (cut > 0 && cut < (double)scored)) /* what is no number is the schema's to tell */
		return;
	iw_report(c, &exam->owner, exam->cut_at, "the cut is %s points, but %s%s%s has %zu scored %s", exam->cut,
	          form ? "form '" : "a form", form ? form->id : "", form ? "'" : "", scored,
	          scored == 1 ? "item" : "items");
}

/* Only a form of this exam can be held against its blueprint. */
static const struct iw_exam *
blueprint(const struct iw_check *c, const struct iw_form *form)
{
	const struct iw_exam *exam = c->bank->exam;

	if (!exam || !exam->domain_count)
		return NULL;
	return exam->id && form->exam && strcmp(exam->id, form->exam) != 0 ? NULL : exam;
}

void
iw_rule_domain_count(struct iw_check *c, const struct iw_form *form)
{
	const struct iw_exam *exam = blueprint(c, form);
	unsigned *needed, *found;

	if (!exam)
		return;
	needed = iw_alloc(exam->domain_count, sizeof *needed);
	found = iw_alloc(exam->domain_count + 1, sizeof *found);
	iw_exam_counts(exam, exam->scored, needed);
	for (size_t i = 0; i < form->item_count; i++) {
		const struct iw_item *item = iw_bank_item(c->bank, form->items[i].ref.name);

		if (item && item->domain.name && form->items[i].scored)
			found[iw_exam_domain(exam, item->domain.name)]++;
	}
	for (size_t i = 0; i < exam->domain_count; i++)
		if (found[i] + exam->tolerance < needed[i] || found[i] > needed[i] + exam->tolerance)
			iw_report(c, &form->owner, form->owner.at,
			          "the form has %u scored %s of domain '%s'; the blueprint asks for %u", found[i],
			          found[i] == 1 ? "item" : "items", exam->domains[i].id ? exam->domains[i].id : "?",
			          needed[i]);
	free(found);
	free(needed);
}

static void
hold_total(struct iw_check *c, const struct iw_form *form, bool scored, unsigned needed)
{
	size_t found = 0;

	for (size_t i = 0; i < form->item_count; i++)
		found += form->items[i].scored == scored;
	if (found != needed)
		iw_report(c, &form->owner, form->owner.at, "the form has %zu %s %s; the blueprint asks for %u", found,
		          scored ? "scored" : "unscored", found == 1 ? "item" : "items", needed);
}

void
iw_rule_scored_count(struct iw_check *c, const struct iw_form *form)
{
	if (blueprint(c, form))
		hold_total(c, form, true, c->bank->exam->scored);
}

void
iw_rule_unscored_count(struct iw_check *c, const struct iw_form *form)
{
	if (blueprint(c, form))
		hold_total(c, form, false, c->bank->exam->unscored);
}
