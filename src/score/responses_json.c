/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Responses as JSON lines (schemas/responses.schema.json): an object a line,
 *
 *     {"candidate": "1001", "form": "aip-c01-A-1", "responses": {"q1": "B", "q2": ["A", "C"], "q3": null}}
 *
 * A question that is left out is not answered. Other members are skipped: engines note times and the like.
 */
#include <string.h>

#include "score/json_scan.h"
#include "score/responses.h"

/* What has been seen of a line. */
struct line {
	struct iw_json_scan scan;
	struct iw_row *row;
	bool candidate, responses, form;
};

static bool
looks_like_json(const char *bytes, size_t len)
{
	size_t i = 0;

	while (i < len && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r' || bytes[i] == '\n'))
		i++;
	return i < len && (bytes[i] == '{' || bytes[i] == '[');
}

/* ["A", "C"], behind its bracket: as "A C". */
static bool
read_array(struct line *l, struct iw_cell *cell)
{
	struct iw_json_scan *scan = &l->scan;
	struct iw_json_text s;
	char *start = scan->out;

	if (iw_json_take(scan, ']'))
		return true;
	do {
		if (iw_json_peek(scan) != '"')
			return iw_json_refuse(scan, "a response is a string, an array of strings, or null");
		if (scan->out > start)
			*scan->out++ = ' ';
		if (!iw_json_take_string(scan, &s))
			return false;
	} while (iw_json_take(scan, ','));
	cell->text = start;
	cell->len = (uint32_t)(scan->out - start);
	return iw_json_take(scan, ']') ? true : iw_json_refuse(scan, "a comma or a closing bracket is expected");
}

static bool
read_response(struct line *l, struct iw_cell *cell)
{
	struct iw_json_scan *scan = &l->scan;
	char c = iw_json_peek(scan);
	struct iw_json_text s;

	*cell = iw_cell_of("", 0, scan->at);
	if (iw_json_take(scan, '['))
		return read_array(l, cell);
	if (c == 'n')
		return iw_json_skip(scan);
	if (c != '"')
		return iw_json_refuse(scan, "a response is a string, an array of strings, or null");
	if (!iw_json_take_string(scan, &s))
		return false;
	*cell = iw_cell_of(s.text, s.len, s.at);
	return true;
}

/* The members of "responses". */
static bool
read_responses(struct line *l)
{
	struct iw_json_scan *scan = &l->scan;
	const struct iw_answer_key *key = l->row->key;
	struct iw_json_text name;
	size_t q;

	if (!iw_json_take(scan, '{'))
		return iw_json_refuse(scan, "\"responses\" is an object, with a member for each question");
	if (iw_json_take(scan, '}'))
		return true;
	do {
		if (!iw_json_take_string(scan, &name))
			return false;
		q = iw_answer_key_find(key, name.text, name.len);
		if (q == key->count)
			return iw_row_bad(l->row, IW_BAD_QUESTION, name.at, 0, 0, NULL);
		if (l->row->cells[q].at)
			return iw_row_bad(l->row, IW_BAD_QUESTION_TWICE, name.at, q, 0, NULL);
		if (!iw_json_take(scan, ':'))
			return iw_json_refuse(scan, "a colon is expected");
		if (!read_response(l, &l->row->cells[q]))
			return false;
	} while (iw_json_take(scan, ','));
	return iw_json_take(scan, '}') ? true : iw_json_refuse(scan, "a comma or a closing bracket is expected");
}

static bool
is(const struct iw_json_text *s, const char *word)
{
	return s->len == strlen(word) && memcmp(s->text, word, s->len) == 0;
}

static bool
once(struct line *l, const struct iw_json_text *name, bool *seen)
{
	if (*seen) {
		l->scan.at = name->at;
		return iw_json_refuse(&l->scan, "this member is there twice");
	}
	*seen = true;
	return true;
}

static bool
read_member(struct line *l, const struct iw_json_text *name)
{
	struct iw_json_text s;

	if (is(name, "responses"))
		return once(l, name, &l->responses) && read_responses(l);
	if (is(name, "candidate")) {
		if (!once(l, name, &l->candidate) || !iw_json_take_string(&l->scan, &s))
			return false;
		l->row->candidate = iw_cell_of(s.text, s.len, s.at);
		return true;
	}
	if (is(name, "form")) {
		if (!once(l, name, &l->form) || !iw_json_take_string(&l->scan, &s))
			return false;
		return is(&s, l->row->key->name) ? true : iw_row_bad(l->row, IW_BAD_FORM, s.at, 0, 0, NULL);
	}
	return iw_json_skip(&l->scan);
}

static bool
read_members(struct line *l)
{
	struct iw_json_scan *scan = &l->scan;
	struct iw_json_text name;

	if (!iw_json_take(scan, '{'))
		return iw_json_refuse(scan, "a line is an object with \"candidate\" and \"responses\"");
	do {
		if (!iw_json_take_string(scan, &name))
			return false;
		if (!iw_json_take(scan, ':'))
			return iw_json_refuse(scan, "a colon is expected");
		if (!read_member(l, &name))
			return false;
	} while (iw_json_take(scan, ','));
	if (!iw_json_take(scan, '}'))
		return iw_json_refuse(scan, "a comma or a closing bracket is expected");
	iw_json_peek(scan);
	if (scan->at < scan->len)
		return iw_json_refuse(scan, "something stands behind the object; each object has a line of its own");
	scan->at = 0;
	return l->responses ? true : iw_json_refuse(scan, "there is no member \"responses\"");
}

static void
read_line(const struct iw_response_file *s, const char *line, size_t len, struct iw_row *row)
{
	struct line l = { .scan = { line, len, 0, iw_row_scratch(row, len), NULL }, .row = row };

	(void)s;
	iw_row_clear(row);
	if (!read_members(&l) && l.scan.why)
		iw_row_bad(row, IW_BAD_JSON, l.scan.at, 0, 0,
		           l.scan.at < len ? l.scan.why : "the object does not end on its line");
	iw_row_lay_out(row, row->key->count);
}

const struct iw_response_format iw_responses_json = {
	.name = "jsonl",
	.suffixes = ".jsonl .ndjson .json ",
	.is = looks_like_json,
	.read = read_line,
};
