/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/prepare.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "base/path.h"
#include "cli/progress.h"
#include "lint/report/report.h"

/* The form of that id, or whose file that is. */
static const struct iw_form *
find_form(const struct iw_bank *bank, const char *name)
{
	char *real = realpath(name, NULL);
	const struct iw_form *found = NULL;

	for (size_t i = 0; i < bank->form_count && !found; i++) {
		char *path = iw_path_join(bank->root, iw_owner_path(bank, &bank->forms[i].owner)),
		     *full = realpath(path, NULL);

		if ((bank->forms[i].id && strcmp(bank->forms[i].id, name) == 0) ||
		    (real && full && strcmp(real, full) == 0))
			found = &bank->forms[i];
		free(full);
		free(path);
	}
	free(real);
	return found;
}

/* What findings are held against: a form, its items, and all files of items (to their sources). */
struct concern {
	const struct iw_bank *bank;
	const struct iw_form *form;
	struct iw_map items, files;
};

static bool
is_on_form(const struct concern *c, const struct iw_item *item)
{
	return item->id && iw_map_get(&c->items, item->id);
}

/* Whether a place is in an item of the form, or in none but in a file that has one. Items go by their ids: of two
 * items with one id it is not known which one the form means. */
static bool
is_in_item(const struct concern *c, const struct iw_source *source, const struct iw_span *at)
{
	const struct iw_item *in = NULL;
	bool any = false;

	for (size_t i = 0; i < source->item_count; i++) {
		any |= is_on_form(c, &source->items[i]);
		if (source->items[i].owner.at.start <= at->start)
			in = &source->items[i];
	}
	return in ? is_on_form(c, in) : any;
}

/* Notes are for authors. Of the exam only errors: that the bank is short of items says nothing of a form. */
static bool
concerns(const struct concern *c, const struct iw_finding *f)
{
	const size_t *source = iw_map_get(&c->files, f->path);

	if (f->severity == IW_NOTE)
		return false;
	if (strcmp(f->path, "exam.xml") == 0)
		return f->severity == IW_ERROR;
	if (source)
		return is_in_item(c, &c->bank->sources[*source], &f->at);
	return strcmp(f->path, iw_owner_path(c->bank, &c->form->owner)) == 0;
}

static void
concern_init(struct concern *c, const struct iw_bank *bank, const struct iw_form *form)
{
	*c = (struct concern){ bank, form, IW_MAP_INIT, IW_MAP_INIT };
	for (size_t i = 0; i < form->item_count; i++)
		iw_map_add(&c->items, form->items[i].ref.name, 0, NULL);
	for (size_t i = 0; i < bank->source_count; i++)
		if (bank->sources[i].kind == IW_SOURCE_ITEMS)
			iw_map_add(&c->files, bank->sources[i].path, i, NULL);
}

static void
concern_release(struct concern *c)
{
	iw_map_release(&c->items);
	iw_map_release(&c->files);
}

/* The form, and the one that its scale rests on, which may be the same. */
struct both {
	struct concern form, reference;
};

/* Of the reference form, what is shown is what stops us. */
static bool
concerns_either(void *context, const struct iw_finding *f)
{
	const struct both *b = context;

	return concerns(&b->form, f) || (f->severity == IW_ERROR && concerns(&b->reference, f));
}

static void
narrow(struct iw_lint *lint, const struct iw_form *form, const struct iw_form *reference)
{
	struct both b;

	concern_init(&b.form, &lint->bank, form);
	concern_init(&b.reference, &lint->bank, reference);
	iw_findings_keep(&lint->findings, concerns_either, &b);
	concern_release(&b.form);
	concern_release(&b.reference);
}

/* The form that the cut was set on; `form` itself where there is none other. */
static const struct iw_form *
find_reference(const struct iw_bank *bank, const struct iw_form *form)
{
	const struct iw_exam *exam = bank->exam;
	const struct iw_form *reference = exam->cut && exam->reference ? iw_bank_form(bank, exam->reference) : NULL;

	return reference ? reference : form;
}

/* Show what was found, and whether it stops us. */
static enum iw_status
judge(const struct iw_lint *lint, const struct iw_form *form, const struct iw_form *reference,
      enum iw_strictness strictness, struct iw_error *e)
{
	struct iw_buf text = IW_BUF_INIT;
	size_t stopping = 0;

	for (size_t i = 0; i < lint->findings.count; i++)
		if (lint->findings.at[i].severity == IW_ERROR && iw_finding_is_open(&lint->findings.at[i]) &&
		    (strictness == IW_PUBLISH || !lint->findings.at[i].rule->form))
			stopping++;
	iw_report_text(&(struct iw_report){ .lint = lint }, &text);
	if (text.len)
		fputs(text.data, stderr);
	iw_buf_release(&text);
	if (stopping && form != reference)
		return iw_fail(
			e, IW_FOUND,
			"form '%s' and form '%s', which its scale rests on, have %zu error%s; nothing was written",
			form->id ? form->id : "?", reference->id, stopping, stopping == 1 ? "" : "s");
	if (stopping)
		return iw_fail(e, IW_FOUND, "form '%s' has %zu error%s; nothing was written", form->id ? form->id : "?",
		               stopping, stopping == 1 ? "" : "s");
	return IW_OK;
}

static enum iw_status
unknown_form(const struct iw_bank *bank, const char *name, struct iw_error *e)
{
	struct iw_buf known = IW_BUF_INIT;
	enum iw_status status;

	for (size_t i = 0; i < bank->form_count; i++)
		if (bank->forms[i].id)
			iw_buf_printf(&known, "%s%s", known.len ? ", " : "", bank->forms[i].id);
	status = iw_fail(e, IW_UNUSABLE, "the bank has no form '%s'; its forms are: %s", name,
	                 known.len ? known.data : "none");
	iw_buf_release(&known);
	return status;
}

/* The bank that --bank names, or the one of the form's file, or the one around us. Free with free(). */
static char *
find_bank(const struct iw_args *args, const char *form)
{
	const char *given = iw_args_value(args, "bank");

	if (given)
		return iw_bank_find(given);
	return iw_bank_find(strchr(form, '/') && iw_file_exists(form) ? form : ".");
}

enum iw_status
iw_prepare(struct iw_prepared *p, const struct iw_args *args, const char *form, enum iw_strictness strictness,
           struct iw_error *e)
{
	char *root = find_bank(args, form);
	struct iw_progress_line line;
	struct iw_lint_options options = { .jobs = iw_parallel_jobs(0), .progress = &line.progress };
	const struct iw_form *found, *reference;
	enum iw_status status;

	*p = (struct iw_prepared){ 0 };
	if (!root)
		return iw_fail(e, IW_UNUSABLE,
		               "no exam.xml here or in a folder above; go to the bank, or name it with --bank");
	iw_progress_start(&line, "files");
	status = iw_lint_run(&p->lint, root, &options, e);
	iw_progress_stop(&line);
	free(root);
	if (status != IW_OK)
		return status;
	found = find_form(&p->lint.bank, form);
	if (!found)
		status = unknown_form(&p->lint.bank, form, e);
	if (status == IW_OK) {
		reference = strictness == IW_PUBLISH ? find_reference(&p->lint.bank, found) : found;
		narrow(&p->lint, found, reference);
		status = judge(&p->lint, found, reference, strictness, e);
	}
	if (status == IW_OK)
		status = iw_compile(&p->lint.bank, found, &p->compiled, e);
	if (status != IW_OK)
		iw_lint_release(&p->lint);
	return status;
}

void
iw_prepared_release(struct iw_prepared *p)
{
	xmlFreeDoc(p->views[0]);
	xmlFreeDoc(p->views[1]);
	iw_compiled_release(&p->compiled);
	iw_lint_release(&p->lint);
}

enum iw_status
iw_prepared_view(struct iw_prepared *p, bool full, const xmlDoc **doc, struct iw_error *e)
{
	struct iw_schema *schema;
	enum iw_status status;

	*doc = p->views[full];
	if (*doc)
		return IW_OK;
	schema = iw_schema_new("compiled-form.xsd", e);
	if (!schema)
		return IW_SYSTEM;
	*doc = p->views[full] = iw_compiled_view(&p->compiled, full);
	status = iw_schema_holds(schema, p->views[full], e);
	iw_schema_free(schema);
	return status;
}
