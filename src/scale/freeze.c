/* SPDX-License-Identifier: Apache-2.0 */
#include "scale/freeze.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"

/* So many items are named; who lacks more looks at the bank as a whole. */
enum { MOST_NAMED = 10 };

struct roster {
	struct iw_scale_form form;
	const struct iw_form *of;
	const char **lacking; /* ids of scored items without parameters */
	size_t lacking_count;
};

static void
roster_init(struct roster *r, const struct iw_bank *bank, const struct iw_form *form)
{
	size_t n = 0;

	*r = (struct roster){ .of = form };
	r->form.items = iw_alloc(form->item_count, sizeof *r->form.items);
	r->form.domains = iw_alloc(form->item_count, sizeof *r->form.domains);
	r->lacking = iw_alloc(form->item_count, sizeof *r->lacking);
	for (size_t i = 0; i < form->item_count; i++) {
		const struct iw_item *item = iw_bank_item(bank, form->items[i].ref.name);

		if (!form->items[i].scored)
			continue;
		if (!item || !iw_irt_read(item->statistics, &r->form.items[n]))
			r->lacking[r->lacking_count++] = form->items[i].ref.name;
		r->form.domains[n++] = item && item->domain.name ? iw_exam_domain(bank->exam, item->domain.name)
		                                                 : bank->exam->domain_count;
	}
	r->form.count = n;
	if (r->lacking_count) {
		free(r->form.items);
		r->form.items = NULL;
	}
}

static void
roster_release(struct roster *r)
{
	free(r->form.items);
	free(r->form.domains);
	free(r->lacking);
}

static void
name_lacking(struct iw_buf *out, const struct roster *r)
{
	if (!r->lacking_count)
		return;
	iw_buf_printf(out, "; of form '%s' ", r->of->id);
	for (size_t i = 0; i < r->lacking_count && i < MOST_NAMED; i++)
		iw_buf_printf(out, "%s%s", i ? ", " : "", r->lacking[i]);
	if (r->lacking_count > MOST_NAMED)
		iw_buf_printf(out, " and %zu more", r->lacking_count - MOST_NAMED);
}

/* Why two forms cannot be equated; NULL when they can. Free with free(). */
static char *
cannot_equate(const struct roster *form, const struct roster *reference)
{
	struct iw_buf out = IW_BUF_INIT;
	char *reason;

	if (!form->lacking_count && !reference->lacking_count)
		return NULL;
	iw_buf_printf(
		&out,
		"form '%s' cannot be equated to the reference form '%s': scored items lack parameters that can be "
		"used (<statistics>: a above 0, c from 0 to below 1)",
		form->of->id, reference->of->id);
	name_lacking(&out, form);
	name_lacking(&out, reference);
	reason = iw_strdup(out.data);
	iw_buf_release(&out);
	return reason;
}

/* Why there can be no scaled score, whatever the items; NULL when there may be one. Free with free(). */
static char *
no_scale(const struct iw_bank *bank)
{
	const struct iw_exam *exam = bank->exam;

	if (!exam->has_scoring)
		return iw_strdup("exam.xml has no <scoring>");
	if (!exam->cut)
		return iw_strdup("exam.xml gives no cut");
	if (!exam->reference)
		return iw_strdup("exam.xml gives a cut, but does not name in reference the form that it was set on");
	if (!iw_bank_form(bank, exam->reference))
		return iw_printf("the bank has no form '%s', which the cut was set on", exam->reference);
	return NULL;
}

static double
number(const char *s)
{
	return s ? strtod(s, NULL) : 0;
}

static enum iw_status
make(struct iw_scale *scale, const struct iw_bank *bank, const struct roster *form, const struct roster *reference,
     struct iw_error *e)
{
	const struct iw_exam *exam = bank->exam;
	struct iw_scale_line line = {
		.minimum = number(exam->minimum),
		.maximum = number(exam->maximum),
		.passing = number(exam->passing),
		.cut = number(exam->cut),
		.two_segment = exam->scale && strcmp(exam->scale, "two-segment") == 0,
	};
	char *reason = form == reference ? NULL : cannot_equate(form, reference);

	if (!reason)
		return iw_scale_make(scale, &line, &form->form, &reference->form, exam->domain_count, e);
	iw_scale_raw_only(scale, &form->form, exam->domain_count, reason);
	return IW_OK;
}

enum iw_status
iw_scale_of_form(struct iw_scale *scale, const struct iw_bank *bank, const struct iw_form *form, struct iw_error *e)
{
	char *reason = no_scale(bank);
	struct roster own, other;
	enum iw_status status = IW_OK;

	roster_init(&own, bank, form);
	if (!reason && own.form.count == 0)
		reason = iw_printf("form '%s' has no scored questions", form->id);
	if (reason) {
		iw_scale_raw_only(scale, &own.form, bank->exam->domain_count, reason);
	} else if (form->id && strcmp(form->id, bank->exam->reference) == 0) {
		status = make(scale, bank, &own, &own, e);
	} else {
		roster_init(&other, bank, iw_bank_form(bank, bank->exam->reference));
		status = make(scale, bank, &own, &other, e);
		roster_release(&other);
	}
	roster_release(&own);
	return status;
}
