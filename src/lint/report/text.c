/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Findings as compilers print them. What comes from files reaches the terminal without control characters and without
 * those that turn the direction of text.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/path.h"
#include "base/utf8.h"
#include "lint/report/common.h"

enum { WIDEST = 100, BEFORE = 30 };

/* How a severity is shown, and the rest, with colours as gcc has them. */
static const char *const severity_colours[] = {
	[IW_NOTE] = "1;36",
	[IW_WARNING] = "1;35",
	[IW_ERROR] = "1;31",
};
static const char place_colour[] = "1", mark_colour[] = "1;32", label_colour[] = "1";

/* The file and the line that were shown last: findings come by file, and there by line. */
struct shown {
	const char *path;
	struct iw_buf bytes;
	bool there;
	uint32_t number;
	const char *line; /* NULL before the first one */
	size_t len;       /* without its end */
};

/* Go to the line `number`; false when the file has no such line. */
static bool
find_line(struct shown *file, uint32_t number)
{
	const char *line = file->bytes.data, *end = line + file->bytes.len;
	uint32_t at = 1;

	if (file->line && file->number == number)
		return true;
	if (file->line && file->number < number) {
		line = file->line;
		at = file->number;
	}
	while (line && at < number) {
		line = memchr(line, '\n', (size_t)(end - line));
		line = line ? line + 1 : NULL;
		at++;
	}
	if (!line || line >= end)
		return false;
	if (line == file->bytes.data && file->bytes.len >= 3 && memcmp(line, "\xef\xbb\xbf", 3) == 0)
		line += 3;
	file->number = number;
	file->line = line;
	file->len = strcspn(line, "\r\n");
	return true;
}

/* The length of the character before byte `i`, which is not 0; a byte that is not UTF-8 counts as one. */
static size_t
char_before(const char *line, size_t i)
{
	uint32_t code;
	size_t n = 1;

	while (n < 4 && n < i && ((unsigned char)line[i - n] & 0xc0) == 0x80)
		n++;
	return iw_utf8_decode(line + i - n, n, &code) == n ? n : 1;
}

/* The byte of a line at which the character `from` begins: going back from `at`, which is at byte `start` of the file.
 */
static size_t
find_start(const struct shown *file, uint32_t from, uint32_t at, uint32_t start)
{
	size_t line = (size_t)(file->line - file->bytes.data), i = start - line;

	if (from == 1)
		return 0;
	if (start < line || i > file->len)
		return file->len; /* behind a carriage return, or the file has changed */
	for (; i && at > from; at--)
		i -= char_before(file->line, i);
	return i;
}

/* One character as a terminal may show it. Returns its width. */
static size_t
show_char(const char *s, size_t n, uint32_t code, struct iw_buf *out)
{
	if (code == '\t') {
		iw_buf_char(out, ' ');
		return 1;
	}
	if (n == 0 || iw_utf8_is_harmful(code)) {
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
 * The part of a line around a place, at most WIDEST columns, and below it carets under the place.
 */
static void
show_line(const struct shown *file, const struct iw_span *span, struct iw_buf *text, struct iw_buf *marks)
{
	const char *line = file->line;
	uint32_t column = span->column, end_column = span->end_line > span->line ? UINT32_MAX : span->end_column,
		 from = column > WIDEST - BEFORE ? column - BEFORE : 1, at = from;
	size_t len = file->len, width = 0, n;

	if (from > 1)
		iw_buf_str(text, "..."), iw_buf_str(marks, "   ");
	for (size_t i = find_start(file, from, column, span->start); i < len && width < WIDEST; i += n ? n : 1, at++) {
		uint32_t code = 0;
		size_t w;

		n = iw_utf8_decode(line + i, len - i, &code);
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
start_colour(const struct iw_report *report, const char *colour, struct iw_buf *out)
{
	if (report->colour)
		iw_buf_printf(out, "\033[%sm", colour);
}

static void
end_colour(const struct iw_report *report, struct iw_buf *out)
{
	if (report->colour)
		iw_buf_str(out, "\033[m");
}

static void
show_excerpt(const struct iw_report *report, struct shown *file, const struct iw_span *at, struct iw_buf *out)
{
	struct iw_buf text = IW_BUF_INIT, marks = IW_BUF_INIT;

	if (find_line(file, at->line)) {
		show_line(file, at, &text, &marks);
		trim(&text);
		trim(&marks);
		iw_buf_printf(out, "%5u | %s\n      | ", at->line, text.data);
		start_colour(report, mark_colour, out);
		iw_buf_str(out, marks.data);
		end_colour(report, out);
		iw_buf_char(out, '\n');
	}
	iw_buf_release(&text);
	iw_buf_release(&marks);
}

/* A hyperlink of the terminal (OSC 8) to a file of this host. */
static void
start_link(const struct iw_report *report, const char *path, struct iw_buf *out)
{
	char *real = report->links ? realpath(path, NULL) : NULL, host[256] = "";

	if (real) {
		if (gethostname(host, sizeof host - 1) != 0)
			host[0] = '\0';
		iw_buf_str(out, "\033]8;;file://");
		iw_add_uri_path(out, host);
		iw_add_uri_path(out, real);
		iw_buf_str(out, "\033\\");
	}
	free(real);
}

static void
end_link(const struct iw_report *report, struct iw_buf *out)
{
	if (report->links)
		iw_buf_str(out, "\033]8;;\033\\");
}

static void
show_place(const struct iw_report *report, const char *path, const struct iw_span *at, struct iw_buf *out)
{
	char *name = iw_path_join(report->lint->bank.root, path);

	start_link(report, name, out);
	iw_add_line(out, name);
	iw_buf_printf(out, ":%u:%u", at->line, at->column);
	end_link(report, out);
	free(name);
}

static void
show_head(const struct iw_report *report, const struct iw_finding *f, struct iw_buf *out)
{
	const char *colour = severity_colours[f->severity];

	start_colour(report, place_colour, out);
	show_place(report, f->path, &f->at, out);
	iw_buf_char(out, ':');
	end_colour(report, out);
	iw_buf_char(out, ' ');
	start_colour(report, colour, out);
	iw_buf_printf(out, "%s:", iw_severity_name(f->severity));
	end_colour(report, out);
	iw_buf_char(out, ' ');
	iw_add_line(out, f->message);
	iw_buf_str(out, " [");
	start_colour(report, colour, out);
	iw_buf_str(out, f->rule->id);
	end_colour(report, out);
	iw_buf_str(out, "]\n");
}

/* "       = help: " */
static void
start_line(const struct iw_report *report, const char *label, struct iw_buf *out)
{
	iw_buf_str(out, "       = ");
	start_colour(report, label_colour, out);
	iw_buf_printf(out, "%s:", label);
	end_colour(report, out);
	iw_buf_char(out, ' ');
}

/* Where the other one is, unless the message has said so. */
static void
show_related(const struct iw_report *report, const struct iw_finding *f, struct iw_buf *out)
{
	const struct iw_related *r = &f->related;

	if (!r->path || strstr(f->message, r->path))
		return;
	start_line(report, "note", out);
	if (r->subject) {
		iw_buf_char(out, '\'');
		iw_add_line(out, r->subject);
		iw_buf_str(out, "' is in ");
	} else {
		iw_buf_str(out, "the other one is in ");
	}
	show_place(report, r->path, &r->at, out);
	iw_buf_char(out, '\n');
}

static void
look_at(struct shown *file, const struct iw_report *report, const struct iw_finding *f)
{
	char *path;

	if (file->path && strcmp(file->path, f->path) == 0)
		return;
	path = iw_path_join(report->lint->bank.root, f->path);
	iw_buf_clear(&file->bytes);
	file->path = f->path;
	file->line = NULL;
	file->there = iw_file_read(path, IW_XML_MOST_BYTES, &file->bytes, NULL, NULL) == IW_OK;
	free(path);
}

static void
show_finding(const struct iw_report *report, const struct iw_finding *f, struct shown *file, struct iw_buf *out)
{
	look_at(file, report, f);
	show_head(report, f, out);
	if (file->there && f->at.end > f->at.start)
		show_excerpt(report, file, &f->at, out);
	show_related(report, f, out);
	start_line(report, "help", out);
	iw_buf_printf(out, "%s\n", f->rule->help);
	if (f->edit_count) {
		start_line(report, "fix", out);
		iw_buf_printf(out, "%s\n", f->fix);
	}
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
		show_finding(report, &findings->at[i], &file, out);
	}
	iw_buf_release(&file.bytes);
}
