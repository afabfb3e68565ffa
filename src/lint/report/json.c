/* SPDX-License-Identifier: Apache-2.0 */
/* Findings as one JSON object: schemas/findings.schema.json. Keys are only ever added. */
#include <stdlib.h>
#include <string.h>

#include "lint/report/common.h"

/* The id of the item that stands in that file; null for what is said of something else. */
static json_t *
item(const char *path, const char *subject)
{
	bool is_item = subject && strcmp(iw_subject_kind(path), "item") == 0;

	return is_item ? iw_json_string(subject) : json_null();
}

static void
add_place(json_t *to, const struct iw_span *at)
{
	json_object_set_new(to, "line", json_integer(at->line));
	json_object_set_new(to, "column", json_integer(at->column));
	json_object_set_new(to, "endLine", json_integer(at->end_line));
	json_object_set_new(to, "endColumn", json_integer(at->end_column));
}

static json_t *
related(const struct iw_related *r)
{
	json_t *all = json_pack("{s:o}", "file", iw_json_string(r->path));

	add_place(all, &r->at);
	json_object_set_new(all, "item", item(r->path, r->subject));
	return all;
}

static json_t *
fix(const struct iw_finding *f)
{
	json_t *edits = json_array(), *one;

	for (size_t i = 0; i < f->edit_count; i++) {
		const struct iw_edit *edit = &f->edits[i];

		one = json_pack("{s:I, s:I}", "startByte", (json_int_t)edit->at.start, "endByte",
		                (json_int_t)edit->at.end);
		add_place(one, &edit->at);
		json_object_set_new(one, "text", iw_json_string(edit->text));
		json_array_append_new(edits, one);
	}
	return json_pack("{s:s, s:o}", "description", f->fix, "edits", edits);
}

static json_t *
finding(const struct iw_finding *f, uint32_t turn)
{
	json_t *all = json_pack("{s:s, s:s, s:o}", "rule", f->rule->id, "severity", iw_severity_name(f->severity),
	                        "file", iw_json_string(f->path));

	add_place(all, &f->at);
	json_object_set_new(all, "message", iw_json_string(f->message));
	json_object_set_new(all, "help", json_string(f->rule->help));
	json_object_set_new(all, "item", item(f->path, f->subject));
	json_object_set_new(all, "fingerprint", iw_json_fingerprint(f, turn));
	if (f->edit_count)
		json_object_set_new(all, "fix", fix(f));
	if (f->related.path)
		json_object_set_new(all, "related", related(&f->related));
	return all;
}

static json_t *
summary(const struct iw_lint *lint)
{
	const struct iw_findings *all = &lint->findings;

	return json_pack("{s:I, s:I, s:I, s:I, s:I}", "errors", (json_int_t)iw_findings_count(all, IW_ERROR),
	                 "warnings", (json_int_t)iw_findings_count(all, IW_WARNING), "notes",
	                 (json_int_t)iw_findings_count(all, IW_NOTE), "files", (json_int_t)lint->bank.source_count,
	                 "items", (json_int_t)lint->bank.item_count);
}

void
iw_report_json(const struct iw_report *report, struct iw_buf *out)
{
	const struct iw_findings *list = &report->lint->findings;
	uint32_t *turns = iw_fingerprint_turns(list);
	json_t *findings = json_array();

	for (size_t i = 0; i < list->count; i++)
		if (iw_finding_is_open(&list->at[i]))
			json_array_append_new(findings, finding(&list->at[i], turns[i]));
	free(turns);
	iw_json_write(
		json_pack("{s:i, s:o, s:o}", "version", 1, "findings", findings, "summary", summary(report->lint)),
		out);
}
