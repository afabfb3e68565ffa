/* SPDX-License-Identifier: Apache-2.0 */
#include "score/responses.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"

/* CSV has no mark of its own, and stands last. */
static const struct iw_response_format *const formats[] = { &iw_responses_qti, &iw_responses_json, &iw_responses_csv };
enum { FORMATS = sizeof formats / sizeof *formats };

struct iw_columns *
iw_columns_new(const struct iw_answer_key *key, uint32_t *question, size_t count, char delimiter)
{
	struct iw_columns *columns = iw_alloc(1, sizeof *columns);

	columns->count = count;
	columns->question = question;
	columns->delimiter = delimiter;
	columns->of = iw_alloc(key->count + 1, sizeof *columns->of);
	for (size_t c = 0; c < count; c++)
		columns->of[question[c]] = (uint32_t)c;
	if (delimiter)
		columns->quick = iw_quick_new(key, question, count, delimiter);
	return columns;
}

struct iw_columns *
iw_columns_plain(const struct iw_answer_key *key)
{
	uint32_t *question = iw_alloc(key->count, sizeof *question);

	for (size_t i = 0; i < key->count; i++)
		question[i] = (uint32_t)i;
	return iw_columns_new(key, question, key->count, '\0');
}

void
iw_columns_free(struct iw_columns *columns)
{
	if (!columns)
		return;
	iw_quick_free(columns->quick);
	free(columns->question);
	free(columns->of);
	free(columns->head);
	free(columns);
}

void
iw_row_init(struct iw_row *row, const struct iw_answer_key *key)
{
	*row = (struct iw_row){ .key = key };
	row->cells = iw_alloc(key->count + 1, sizeof *row->cells);
	row->at = iw_alloc(key->count + 2, sizeof *row->at);
}

void
iw_row_release(struct iw_row *row)
{
	iw_bad_release(&row->bad);
	free(row->cells);
	free(row->at);
	free(row->scratch);
}

void
iw_row_clear(struct iw_row *row)
{
	row->candidate = iw_cell_of("", 0, 0);
	for (size_t i = 0; i <= row->key->count; i++)
		row->cells[i] = row->candidate;
}

/* What becomes of the record, and then once more, laid out, with a byte behind each cell and one more. */
char *
iw_row_scratch(struct iw_row *row, size_t len)
{
	size_t all = 2 * len + row->key->count + 2;

	if (row->scratch_cap < all) {
		row->scratch_cap = 2 * all;
		row->scratch = iw_realloc(row->scratch, row->scratch_cap, 1);
	}
	return row->scratch;
}

void
iw_row_lay_out(struct iw_row *row, size_t count)
{
	size_t all = count + 1;
	char *text;

	for (size_t c = 0; c < count; c++)
		all += row->cells[c].len;
	text = row->scratch + row->scratch_cap - all;
	row->text = text;
	row->is_laid_out = true;
	for (size_t c = 0; c < count; c++) {
		row->at[c] = (uint32_t)(text - row->text);
		memcpy(text, row->cells[c].text, row->cells[c].len);
		text += row->cells[c].len;
		*text++ = '\n';
	}
	row->at[count] = (uint32_t)(text - row->text);
	*text = '\n';
}

size_t
iw_row_place(const struct iw_row *row, size_t column)
{
	return row->is_laid_out ? row->cells[column].at : row->at[column];
}

bool
iw_row_bad(struct iw_row *row, enum iw_bad_kind kind, size_t at, size_t question, size_t value, const char *why)
{
	if (row->bad.kind == IW_BAD_NONE)
		row->bad = (struct iw_bad){
			.kind = kind, .at = at, .question = question, .value = value, .why = why ? iw_strdup(why) : NULL
		};
	return false;
}

/*
 * Whether a candidate's name can be one: printable ASCII, as most are, or UTF-8 without what plays with the text around
 * or cannot be seen. Joiners (U+200C, U+200D) and variation selectors are part of names in some scripts.
 */
static enum iw_bad_kind
look_at_name(const struct iw_cell *c)
{
	uint32_t code;
	size_t i = 0, n;

	if (c->len == 0)
		return IW_BAD_NO_CANDIDATE;
	if (c->len > IW_MOST_CANDIDATE)
		return IW_BAD_CANDIDATE;
	while (i < c->len && (unsigned char)(c->text[i] - ' ') < 0x7f - ' ')
		i++;
	for (; i < c->len; i += n) {
		n = iw_utf8_decode(c->text + i, c->len - i, &code);
		if (n == 0)
			return IW_BAD_ENCODING;
		if (!iw_utf8_is_plain(code) || iw_utf8_is_unseen(code))
			return IW_BAD_CANDIDATE;
	}
	return IW_BAD_NONE;
}

/* How many bytes of the text are a space at its beginning, or at its end: of ASCII, no-break, or ideographic. */
static uint32_t
space(const char *text, uint32_t len, bool at_end)
{
	static const char *const spaces[] = { " ", "\xc2\xa0", "\xe3\x80\x80" };
	char edge;

	if (len == 0)
		return 0;
	edge = text[at_end ? len - 1 : 0];
	if (edge > ' ' && (unsigned char)edge < 0x80) /* as nearly always */
		return 0;
	for (uint32_t n = 1; n <= 3 && n <= len; n++)
		if (memcmp(at_end ? text + len - n : text, spaces[n - 1], n) == 0)
			return n;
	return 0;
}

void
iw_row_check_name(struct iw_row *row)
{
	struct iw_cell *c = &row->candidate;
	enum iw_bad_kind kind;
	uint32_t n;

	while ((n = space(c->text, c->len, false)) > 0) {
		c->text += n;
		c->len -= n;
	}
	while ((n = space(c->text, c->len, true)) > 0)
		c->len -= n;
	kind = row->bad.kind == IW_BAD_NONE ? look_at_name(c) : IW_BAD_NONE;
	if (kind != IW_BAD_NONE)
		iw_row_bad(row, kind, c->at, 0, 0, NULL);
}

const struct iw_response_format *
iw_response_format_find(const char *name)
{
	for (size_t i = 0; i < FORMATS; i++)
		if (strcmp(formats[i]->name, name) == 0)
			return formats[i];
	return NULL;
}

const struct iw_response_format *
iw_response_format_of(const char *bytes, size_t len)
{
	size_t i = 0;

	while (i + 1 < FORMATS && !formats[i]->is(bytes, len))
		i++;
	return formats[i];
}

bool
iw_response_format_has(const struct iw_response_format *format, const char *path)
{
	const char *dot = strrchr(path, '.');

	if (!format) {
		for (size_t i = 0; i < FORMATS; i++)
			if (iw_response_format_has(formats[i], path))
				return true;
		return false;
	}
	for (const char *s = format->suffixes; dot && *s;) {
		const char *end = strchr(s, ' ');

		if (strlen(dot) == (size_t)(end - s) && strncasecmp(dot, s, (size_t)(end - s)) == 0)
			return true;
		s = end + 1;
	}
	return false;
}
