/* SPDX-License-Identifier: Apache-2.0 */
#include "lint/finding.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "lint/rule.h"

static const char *const severity_names[] = {
	[IW_OFF] = "off",
	[IW_NOTE] = "note",
	[IW_WARNING] = "warning",
	[IW_ERROR] = "error",
};

const char *
iw_severity_name(enum iw_severity severity)
{
	return severity_names[severity];
}

bool
iw_severity_parse(const char *name, enum iw_severity *severity)
{
	for (unsigned i = IW_OFF; i <= IW_ERROR; i++)
		if (strcmp(name, severity_names[i]) == 0) {
			*severity = (enum iw_severity)i;
			return true;
		}
	return false;
}

bool
iw_finding_is_open(const struct iw_finding *f)
{
	return f->acceptance == IW_OPEN;
}

uint64_t
iw_finding_fingerprint(const struct iw_finding *f)
{
	const char *about = f->subject ? f->subject : f->path;
	uint64_t h = iw_hash(f->rule->id, strlen(f->rule->id));

	h = iw_hash_mix(h ^ iw_hash(about, strlen(about)));
	return iw_hash_mix(h ^ f->content);
}

struct iw_finding *
iw_findings_add(struct iw_findings *list, const struct iw_finding *f)
{
	IW_GROW(list->at, list->count, list->cap);
	list->at[list->count] = *f;
	return &list->at[list->count++];
}

void
iw_finding_fix(struct iw_finding *f, const char *what, struct iw_span at, const char *text)
{
	f->fix = what;
	f->edits = iw_realloc(f->edits, f->edit_count + 1, sizeof *f->edits);
	f->edits[f->edit_count++] = (struct iw_edit){ at, iw_strdup(text) };
}

static int
order(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

static int
by_place(const void *a, const void *b)
{
	const struct iw_finding *x = a, *y = b;
	int d = strcmp(x->path, y->path);

	if (!d)
		d = order(x->at.line, y->at.line);
	if (!d)
		d = order(x->at.column, y->at.column);
	if (!d)
		d = strcmp(x->rule->id, y->rule->id);
	return d ? d : strcmp(x->message, y->message);
}

void
iw_findings_sort(struct iw_findings *list)
{
	if (list->count)
		qsort(list->at, list->count, sizeof *list->at, by_place);
}

static void
release(struct iw_finding *f)
{
	for (size_t i = 0; i < f->edit_count; i++)
		free(f->edits[i].text);
	free(f->edits);
	free(f->message);
}

void
iw_findings_keep(struct iw_findings *list, bool (*keep)(void *context, const struct iw_finding *f), void *context)
{
	size_t n = 0;

	for (size_t i = 0; i < list->count; i++) {
		if (keep(context, &list->at[i]))
			list->at[n++] = list->at[i];
		else
			release(&list->at[i]);
	}
	list->count = n;
}

size_t
iw_findings_count(const struct iw_findings *list, enum iw_severity severity)
{
	size_t n = 0;

	for (size_t i = 0; i < list->count; i++)
		n += list->at[i].severity == severity && iw_finding_is_open(&list->at[i]);
	return n;
}

void
iw_findings_release(struct iw_findings *list)
{
	for (size_t i = 0; i < list->count; i++)
		release(&list->at[i]);
	free(list->at);
	*list = (struct iw_findings){ 0 };
}
