/* SPDX-License-Identifier: Apache-2.0 */
#include "base/json.h"
#include "lint/report/report.h"

static json_t *
finding(const struct iw_finding *f)
{
	return json_pack("{s:s, s:s, s:o, s:i, s:i, s:i, s:i, s:o, s:s}", "rule", f->rule->id, "severity",
	                 iw_severity_name(f->severity), "file", iw_json_string(f->path), "line", (int)f->at.line,
	                 "column", (int)f->at.column, "endLine", (int)f->at.end_line, "endColumn",
	                 (int)f->at.end_column, "message", iw_json_string(f->message), "help", f->rule->help);
}

static json_t *
summary(const struct iw_lint *lint)
{
	size_t files = lint->bank.source_count;

	return json_pack("{s:I, s:I, s:I, s:I, s:I}", "errors",
	                 (json_int_t)iw_findings_count(&lint->findings, IW_ERROR), "warnings",
	                 (json_int_t)iw_findings_count(&lint->findings, IW_WARNING), "notes",
	                 (json_int_t)iw_findings_count(&lint->findings, IW_NOTE), "files", (json_int_t)files, "items",
	                 (json_int_t)lint->bank.item_count);
}

void
iw_report_json(const struct iw_report *report, struct iw_buf *out)
{
	const struct iw_lint *lint = report->lint;
	json_t *findings = json_array(), *all;

	for (size_t i = 0; i < lint->findings.count; i++)
		if (iw_finding_is_open(&lint->findings.at[i]))
			json_array_append_new(findings, finding(&lint->findings.at[i]));
	all = json_pack("{s:i, s:o, s:o}", "version", 1, "findings", findings, "summary", summary(lint));
	iw_json_write(all, out);
}
