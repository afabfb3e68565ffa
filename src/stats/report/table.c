/* SPDX-License-Identifier: Apache-2.0 */
#include "stats/report/table.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "stats/report/plain.h"

static void
blanks(struct iw_buf *out, size_t n)
{
	while (n--)
		iw_buf_char(out, ' ');
}

void
iw_heading(struct iw_buf *out, const char *text)
{
	if (out->len)
		iw_buf_char(out, '\n');
	iw_buf_printf(out, "%s\n", text);
	for (size_t i = iw_plain_width(text, strlen(text)); i; i--)
		iw_buf_str(out, "─");
	iw_buf_char(out, '\n');
}

/* The part of plain text that is shown in a cell, and how wide it is. */
static void
cut(struct iw_buf *shown, const char *text, size_t columns, size_t *width)
{
	size_t len, all;

	iw_plain_add(shown, text, strlen(text));
	len = shown->len;
	all = iw_plain_fit(shown->data, len, columns, width);
	if (all == len)
		return;
	shown->len = iw_plain_fit(shown->data, len, columns - 1, width);
	shown->data[shown->len] = '\0';
	iw_buf_str(shown, "…");
	++*width;
}

static void
cell(struct iw_buf *out, const char *text, size_t columns, int right)
{
	struct iw_buf shown = IW_BUF_INIT;
	size_t width;

	cut(&shown, text, columns, &width);
	blanks(out, right ? columns - width : 0);
	iw_buf_add(out, shown.data, shown.len);
	blanks(out, right ? 0 : columns - width);
	iw_buf_release(&shown);
}

void
iw_cell(struct iw_buf *out, const char *text, size_t width)
{
	cell(out, text, width, 0);
}

void
iw_cell_right(struct iw_buf *out, const char *text, size_t width)
{
	cell(out, text, width, 1);
}

/* A number is never cut: half of one would be another. */
static void
number(struct iw_buf *out, const char *text, size_t columns)
{
	size_t width = iw_plain_width(text, strlen(text));

	blanks(out, width < columns ? columns - width : 0);
	iw_buf_str(out, text);
}

void
iw_cell_count(struct iw_buf *out, uint64_t n, size_t width)
{
	char text[32];

	snprintf(text, sizeof text, "%" PRIu64, n);
	number(out, n ? text : "·", width);
}

double
iw_rounded(double value, int places)
{
	double unit = pow(10, places);

	return round(value * unit) / unit;
}

void
iw_cell_number(struct iw_buf *out, double value, int places, size_t width)
{
	char text[400];

	snprintf(text, sizeof text, "%.*f", places, iw_rounded(value, places));
	number(out, text, width);
}

void
iw_bar(struct iw_buf *out, double n, double most, size_t width)
{
	static const char *const parts[] = { "", "▏", "▎", "▍", "▌", "▋", "▊", "▉" };
	size_t eighths = most > 0 ? (size_t)(n / most * 8 * (double)width + 0.5) : 0, used;

	if (eighths > 8 * width)
		eighths = 8 * width;
	if (n > 0 && eighths == 0)
		eighths = 1;
	for (size_t i = 0; i < eighths / 8; i++)
		iw_buf_str(out, "█");
	iw_buf_str(out, parts[eighths % 8]);
	used = (eighths + 7) / 8;
	blanks(out, width - used);
}

void
iw_line_end(struct iw_buf *out)
{
	while (out->len && out->data[out->len - 1] == ' ')
		out->data[--out->len] = '\0';
	iw_buf_char(out, '\n');
}

/* Take the next line of at most `columns` off a plain text. */
static size_t
next_line(const char **text, size_t columns, size_t *width)
{
	const char *s = *text;
	size_t len = strlen(s), fit = iw_plain_fit(s, len, columns, width), end = fit;

	if (fit < len && s[fit] != ' ') {
		while (end && s[end - 1] != ' ')
			end--;
		if (!end)
			end = fit; /* one long word */
		if (!end)
			end = len;
	}
	*text = s + end;
	while (**text == ' ')
		++*text;
	*width = iw_plain_width(s, end);
	return end;
}

void
iw_side_by_side(struct iw_buf *out, const char *left, const char *right, size_t columns)
{
	enum { GAP = 3, INDENT = 3 };
	size_t half = (columns - INDENT - GAP) / 2;

	while (*left || *right) {
		const char *l = left, *r = right;
		size_t width, len = next_line(&left, half, &width);

		blanks(out, INDENT);
		iw_buf_add(out, l, len);
		blanks(out, width < half ? half - width : 0);
		iw_buf_str(out, " │ ");
		len = next_line(&right, half, &width);
		iw_buf_add(out, r, len);
		iw_line_end(out);
	}
}
