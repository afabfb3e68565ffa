/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Responses as CSV: RFC 4180 with what spreadsheets make of it. A record is a line: names stand on one line, so that
 * no cell has a line break, and an unpaired quotation mark spoils its line alone.
 */
#include <stdlib.h>
#include <string.h>

#include "base/find64.h"
#include "score/responses.h"

/* Cells of a line without quotation marks, which stay where they are. Returns how many there are. */
static size_t
split_plain(const struct iw_response_file *s, const char *line, size_t len, struct iw_row *row)
{
	size_t count = 0, most = s->columns->count;
	char rest[64] = { 0 };
	uint64_t found;

	row->at[0] = 0;
	for (size_t i = 0; i < len; i += 64) {
		if (len - i >= 64) {
			found = iw_find64(line + i, s->columns->delimiter);
		} else {
			memcpy(rest, line + i, len - i);
			found = iw_find64(rest, s->columns->delimiter) & ((UINT64_C(1) << (len - i)) - 1);
		}
		for (; found && count < most; found &= found - 1)
			row->at[++count] = (uint32_t)(i + (size_t)__builtin_ctzll(found)) + 1;
		for (; found; found &= found - 1)
			count++;
	}
	if (count < most)
		row->at[count + 1] = (uint32_t)len + 1;
	row->text = line;
	row->is_laid_out = false;
	return count + 1;
}

/* The cell at *at, quoted or not; then *at is at its end. False when its quotation marks do not pair. */
static bool
read_cell(const char *line, size_t len, char delimiter, size_t *at, struct iw_cell *cell, char **scratch)
{
	size_t i = *at, start = i;
	char *out = *scratch;

	if (i == len || line[i] != '"') {
		while (i < len && line[i] != delimiter && line[i] != '"')
			i++;
		*cell = iw_cell_of(line + start, i - start, start);
		*at = i;
		return i == len || line[i] == delimiter;
	}
	for (i++; i < len && (line[i] != '"' || (i + 1 < len && line[i + 1] == '"')); i++) {
		i += line[i] == '"';
		*out++ = line[i];
	}
	if (i == len || (i + 1 < len && line[i + 1] != delimiter))
		return false;
	*cell = iw_cell_of(*scratch, (size_t)(out - *scratch), start);
	if (cell->len == i - start - 1) /* nothing was doubled, so that places within it are known */
		cell->text = line + start + 1;
	*scratch = out;
	*at = i + 1;
	return true;
}

/* The same as split_plain, with quotation marks; 0 when they do not pair, *bad then says where. */
static size_t
split_quoted(const struct iw_response_file *s, const char *line, size_t len, struct iw_row *row, size_t *bad)
{
	char *scratch = iw_row_scratch(row, len);
	size_t count = 0, at = 0;
	struct iw_cell cell;

	for (;; at++) {
		*bad = at;
		if (!read_cell(line, len, s->columns->delimiter, &at, &cell, &scratch))
			return 0;
		if (count < s->columns->count)
			row->cells[count] = cell;
		count++;
		if (at == len)
			break;
	}
	if (count == s->columns->count)
		iw_row_lay_out(row, count);
	return count;
}

static struct iw_cell
trimmed(struct iw_cell c)
{
	while (c.len && c.text[0] == ' ') {
		c.text++;
		c.len--;
		c.at++;
	}
	while (c.len && c.text[c.len - 1] == ' ')
		c.len--;
	return c;
}

struct iw_cell
iw_csv_candidate(struct iw_cell c)
{
	c = trimmed(c);
	/* An apostrophe stands before a name that a spreadsheet would run as a formula. */
	if (c.len && c.text[0] == '\'') {
		c.text++;
		c.len--;
	}
	return c;
}

static void
read_line(const struct iw_response_file *s, const char *line, size_t len, struct iw_row *row)
{
	size_t bad = 0, count, column = s->columns->of[row->key->count];
	struct iw_cell c;

	if (memchr(line, '"', len))
		count = split_quoted(s, line, len, row, &bad);
	else
		count = split_plain(s, line, len, row);
	if (count != s->columns->count) {
		iw_row_bad(row, count ? IW_BAD_CELLS : IW_BAD_QUOTES, bad, 0, count, NULL);
		row->bad.columns = s->columns->count;
		return;
	}
	c = iw_cell_of(row->text + row->at[column], row->at[column + 1] - 1 - row->at[column],
	               iw_row_place(row, column));
	row->candidate = iw_csv_candidate(c);
}

static bool
head_is_bad(struct iw_bad *bad, size_t at, char *why)
{
	*bad = (struct iw_bad){ .kind = IW_BAD_HEAD, .at = at, .why = why };
	return false;
}

/* What separates the names of the first line, none of which holds one of these. */
static char
find_delimiter(const char *line, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (line[i] == ',' || line[i] == ';' || line[i] == '\t')
			return line[i];
	return ',';
}

/* Take the name of a column. */
static bool
add_column(const struct iw_answer_key *key, struct iw_cell cell, uint32_t *columns, size_t *column, bool *there,
           struct iw_bad *bad)
{
	size_t q;

	cell = trimmed(cell);
	q = iw_answer_key_find(key, cell.text, cell.len);
	if (q == key->count && (cell.len != 9 || memcmp(cell.text, "candidate", 9) != 0))
		return head_is_bad(
			bad, cell.at,
			iw_printf("column %zu is none of this form: its columns are candidate and q1 to q%zu",
		                  *column + 1, key->count));
	if (there[q])
		return head_is_bad(bad, cell.at,
		                   iw_printf("column %zu is there before, under the same name", *column + 1));
	there[q] = true;
	columns[(*column)++] = (uint32_t)q;
	return true;
}

/* The names of the columns, as far as they are good: whether all of them are. */
static bool
read_names(const struct iw_answer_key *key, const char *line, size_t len, uint32_t *columns, size_t *column,
           bool *there, struct iw_bad *bad)
{
	char delimiter = find_delimiter(line, len), *room = iw_alloc(len + 1, 1), *scratch = room;
	struct iw_cell cell;
	bool good = true;

	for (size_t at = 0;; at++) {
		size_t start = at;

		if (!read_cell(line, len, delimiter, &at, &cell, &scratch))
			good = head_is_bad(bad, start, iw_strdup("the quotation marks of this cell do not pair"));
		else
			good = add_column(key, cell, columns, column, there, bad);
		if (!good || at == len)
			break;
	}
	free(room);
	return good;
}

static struct iw_columns *
read_columns(const struct iw_answer_key *key, const char *line, size_t len, struct iw_bad *bad)
{
	size_t count = key->count, column = 0;
	uint32_t *columns = iw_alloc(count + 1, sizeof *columns);
	bool *there = iw_alloc(count + 1, sizeof *there),
	     good = read_names(key, line, len, columns, &column, there, bad);

	if (good && !there[count])
		good = head_is_bad(bad, 0, iw_strdup("the first line names no column candidate"));
	for (size_t i = 0; i < count && good; i++)
		if (!there[i])
			good = head_is_bad(bad, len, iw_printf("there is no column q%zu", i + 1));
	free(there);
	if (good)
		return iw_columns_new(key, columns, column, find_delimiter(line, len));
	free(columns);
	return NULL;
}

static struct iw_columns *
read_head(const struct iw_answer_key *key, const char *bytes, size_t len, size_t *used, struct iw_bad *bad)
{
	const char *end = memchr(bytes, '\n', len), *why = NULL;
	size_t line = end ? (size_t)(end - bytes) : len;
	struct iw_columns *columns;

	*used = end ? line + 1 : line;
	if (line && bytes[line - 1] == '\r')
		line--;
	if (len >= 2 && (memcmp(bytes, "\xff\xfe", 2) == 0 || memcmp(bytes, "\xfe\xff", 2) == 0))
		why = "the file is in UTF-16; save it as UTF-8";
	else if (line == 0)
		why = "the first line is empty; it names the columns: candidate, q1, ...";
	else if (memchr(bytes, '\r', line))
		why = "lines end in CR alone; save the file with LF or CR LF";
	if (why) {
		(void)head_is_bad(bad, 0, iw_strdup(why));
		return NULL;
	}
	columns = read_columns(key, bytes, line, bad);
	if (columns && end) {
		columns->head = iw_strndup(bytes, *used);
		columns->head_len = *used;
	}
	return columns;
}

const struct iw_response_format iw_responses_csv = {
	.name = "csv",
	.suffixes = ".csv .tsv ",
	.head = read_head,
	.read = read_line,
};
