/* SPDX-License-Identifier: Apache-2.0 */
/* What the fuzzers of responses share: the form, and what must hold of any record that was read. */
#ifndef IW_FUZZ_RESPONSES_H
#define IW_FUZZ_RESPONSES_H

#include <string.h>

#include "../unit/score_form.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "fuzz.h"
#include "score/responses.h"
#include "score/results.h"

static struct iw_answer_key key;

/* A message is plain, and says no more of the record than a letter or a number. */
static inline void
check_bad(struct iw_bad *bad, const char *record, size_t len)
{
	struct iw_buf text = IW_BUF_INIT;

	must(bad->at <= len);
	iw_bad_locate(bad, record, len);
	must(bad->line >= 1 && bad->column >= 1 && strncmp(iw_bad_rule(bad->kind), "responses/", 10) == 0);
	iw_bad_text(bad, &key, &text);
	must(text.len > 0);
	for (size_t i = 0; i < text.len; i++)
		must(bad->kind == IW_BAD_XML || (text.data[i] >= ' ' && text.data[i] < 0x7f));
	iw_buf_release(&text);
}

static inline void
check_normal(const struct iw_key_question *q, const char *text, size_t len, enum iw_mark mark)
{
	char normal[IW_KEY_MOST_TEXT], again[IW_KEY_MOST_TEXT];
	size_t n = iw_mark_normal(q, text, len, normal);
	struct iw_slip slip;

	must(n <= sizeof normal && iw_mark(q, normal, n, &slip) == mark);
	must(iw_mark_normal(q, normal, n, again) == n && memcmp(normal, again, n) == 0);
	must((mark == IW_RIGHT) == (n == q->text_len && memcmp(normal, q->text, n) == 0));
}

/* Responses that were read: each by itself is marked as all at once. */
static inline void
check_marks(const struct iw_columns *columns, const struct iw_row *row)
{
	uint16_t right[2] = { 0 };
	bool is_right[6], readable = true;
	uint32_t raw, sum = 0;
	bool good = iw_mark_all(&key, columns->of, row->text, row->at, is_right, right, &raw);

	for (size_t q = 0; q < key.count; q++) {
		uint32_t c = columns->of[q], len = row->at[c + 1] - 1 - row->at[c];
		struct iw_slip slip;
		enum iw_mark mark = iw_mark(&key.questions[q], row->text + row->at[c], len, &slip);

		must(row->at[c] < row->at[c + 1]);
		readable = readable && mark != IW_UNREADABLE;
		must(mark != IW_UNREADABLE || slip.at < len);
		if (mark != IW_UNREADABLE)
			check_normal(&key.questions[q], row->text + row->at[c], len, mark);
		sum += mark == IW_RIGHT && key.questions[q].scored;
		must(!good || key.questions[q].scored || is_right[q] == (mark == IW_RIGHT));
	}
	must(good == readable && (!good || (raw == sum && raw == (uint32_t)right[0] + right[1])));
}

static inline void
check_name(const struct iw_row *row)
{
	const struct iw_cell *c = &row->candidate;
	uint32_t code;

	must(c->len > 0 && c->len <= IW_MOST_CANDIDATE && iw_utf8_valid(c->text, c->len) == c->len);
	for (size_t i = 0; i < c->len; i += iw_utf8_decode(c->text + i, c->len - i, &code))
		must(iw_utf8_decode(c->text + i, c->len - i, &code) && !iw_utf8_is_harmful(code));
}

/* Read a record and check what was read. Whether it was good; the row is the caller's to look at and to release. */
static inline bool
read_record(const struct iw_response_file *s, const char *record, size_t len, struct iw_row *row)
{
	iw_row_init(row, &key);
	s->format->read(s, record, len, row);
	iw_row_check_name(row);
	if (row->bad.kind != IW_BAD_NONE) {
		check_bad(&row->bad, record, len);
		return false;
	}
	check_name(row);
	check_marks(s->columns, row);
	return true;
}

#endif
