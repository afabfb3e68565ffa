/* SPDX-License-Identifier: Apache-2.0 */
/* Findings as compilers print them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/path.h"
#include "base/utf8.h"
#include "lint/report/report.h"

enum { WIDEST = 100, BEFORE = 30 };

/* The file that was shown last: findings come by file. */
struct shown {
	const char *path;
	struct iw_buf bytes;
	bool there;
};

/* The line `number`, without its end; NULL when the file has no such line. */
static const char *
find_line(const struct iw_buf *bytes, uint32_t number, size_t *len)
{
	const char *line = bytes->data, *end = bytes->data + bytes->len;

	while (line && --number)
		line = memchr(line, '\n', (size_t)(end - line)), line = line ? line + 1 : NULL;
	if (!line || line >= end)
		return NULL;
	if (line == bytes->data && bytes->len >= 3 && memcmp(line, "\xef\xbb\xbf", 3) == 0)
		line += 3;
	*len = strcspn(line, "\r\n");
	return line;
}

/* One character as a terminal may show it. Returns its width. */
static size_t
show_char(const char *s, size_t n, uint32_t code, struct iw_buf *out)
{
	if (code == '\t') {
		iw_buf_char(out, ' ');
		return 1;
	}
	if (n == 0 || code < 0x20 || code == 0x7f || (code >= 0x202a && code <= 0x202e) ||
	    (code >= 0x2066 && code <= 0x2069)) {
		iw_buf_str(out, "\xef\xbf\xbd");
		return 1;
	}
	iw_buf_add(out, s, n);
	return (size_t)iw_utf8_width(code);
}

static char
mark_of(uint32_t at, uint32_t column, uint32_t end_column)
{
	if (at == column)
		return '^';
	return at > column && at < end_column ? '~' : ' ';
}

/*
 * The line from character `from` on, at most WIDEST columns, and below it carets from `column` to
 * `end_column` (characters, from 1).
 */
static void
show_line(const char *line, size_t len, uint32_t column, uint32_t end_column, struct iw_buf *text, struct iw_buf *marks)
{
	uint32_t from = column > WIDEST - BEFORE ? column - BEFORE : 1, at = 1;
	size_t width = 0, n;

	if (from > 1)
		iw_buf_str(text, "..."), iw_buf_str(marks, "   ");
	for (size_t i = 0; i < len && width < WIDEST; i += n ? n : 1, at++) {
		uint32_t code = 0;
		size_t w;

		n = iw_utf8_decode(line + i, len - i, &code);
		if (at < from)
			continue;
		w = show_char(line + i, n, code, text);
		width += w;
		for (; w; w--)
			iw_buf_char(marks, mark_of(at, column, end_column));
		if (width >= WIDEST)
			iw_buf_str(text, "...");
	}
	if (at <= column)
		iw_buf_char(marks, '^');
}

static void
trim(struct iw_buf *b)
{
	while (b->len && b->data[b->len - 1] == ' ')
		b->data[--b->len] = '\0';
}

static void
excerpt(const struct iw_buf *bytes, const struct iw_span *at, struct iw_buf *out)
{
	struct iw_buf text = IW_BUF_INIT, marks = IW_BUF_INIT;
	size_t len;
	const char *line = find_line(bytes, at->line, &len);

	if (line) {
		show_line(line, len, at->column, at->end_line > at->line ? UINT32_MAX : at->end_column, &text, &marks);
		trim(&text);
		trim(&marks);
		iw_buf_printf(out, "%5u | %s\n      | %s\n", at->line, text.data, marks.data);
	}
	iw_buf_release(&text);
	iw_buf_release(&marks);
}

static void
show_finding(const struct iw_lint *lint, const struct iw_finding *f, struct shown *file, struct iw_buf *out)
{
	char *path = iw_path_join(lint->bank.root, f->path);

	if (!file->path || strcmp(file->path, f->path) != 0) {
		iw_buf_clear(&file->bytes);
		file->path = f->path;
		file->there = iw_file_read(path, IW_XML_MOST_BYTES, &file->bytes, NULL, NULL) == IW_OK;
	}
	iw_buf_printf(out, "%s:%u:%u: %s: %s [%s]\n", path, f->at.line, f->at.column, iw_severity_name(f->severity),
	              f->message, f->rule->id);
	if (file->there && f->at.end > f->at.start)
		excerpt(&file->bytes, &f->at, out);
	iw_buf_printf(out, "       = help: %s\n", f->rule->help);
	free(path);
}

void
iw_report_text(const struct iw_report *report, struct iw_buf *out)
{
	const struct iw_findings *findings = &report->lint->findings;
	struct shown file = { .bytes = IW_BUF_INIT };

	for (size_t i = 0; i < findings->count; i++) {
		if (!iw_finding_is_open(&findings->at[i]))
			continue;
		if (out->len)
			iw_buf_char(out, '\n');
		show_finding(report->lint, &findings->at[i], &file, out);
	}
	iw_buf_release(&file.bytes);
}
