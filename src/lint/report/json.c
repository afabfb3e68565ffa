/* SPDX-License-Identifier: Apache-2.0 */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "lint/report/report.h"

/* A string of JSON; bytes that are not UTF-8, as in odd file names, become U+FFFD. */
static json_t *
string(const char *s)
{
	size_t len = strlen(s), good = iw_utf8_valid(s, len);
	struct iw_buf b = IW_BUF_INIT;
	json_t *j;

	if (good == len)
		return json_stringn(s, len);
	while (good < len) {
		iw_buf_add(&b, s, good);
		iw_buf_str(&b, "\xef\xbf\xbd");
		s += good + 1;
		len -= good + 1;
		good = iw_utf8_valid(s, len);
	}
	iw_buf_add(&b, s, len);
	j = json_stringn(b.data, b.len);
	iw_buf_release(&b);
	return j;
}

static json_t *
finding(const struct iw_finding *f)
{
	return json_pack("{s:s, s:s, s:o, s:i, s:i, s:i, s:i, s:o, s:s}", "rule", f->rule->id, "severity",
	                 iw_severity_name(f->severity), "file", string(f->path), "line", (int)f->at.line, "column",
	                 (int)f->at.column, "endLine", (int)f->at.end_line, "endColumn", (int)f->at.end_column,
	                 "message", string(f->message), "help", f->rule->help);
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
iw_report_json(const struct iw_lint *lint, struct iw_buf *out)
{
	json_t *findings = json_array(), *all;
	char *text;

	for (size_t i = 0; i < lint->findings.count; i++)
		json_array_append_new(findings, finding(&lint->findings.at[i]));
	all = json_pack("{s:i, s:o, s:o}", "version", 1, "findings", findings, "summary", summary(lint));
	text = json_dumps(all, JSON_INDENT(2));
	if (!text)
		iw_out_of_memory();
	iw_buf_str(out, text);
	iw_buf_char(out, '\n');
	free(text);
	json_decref(all);
}
