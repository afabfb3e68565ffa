/* SPDX-License-Identifier: Apache-2.0 */
#include "score/results.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/json.h"

static const char *const names[] = {
	[IW_RESULTS_CSV] = "results.csv",
	[IW_RESULTS_JSON] = "results.json",
	[IW_UNSCORED_CSV] = "unscored.csv",
};

enum { CSV, JSON };

const char *
iw_output_name(enum iw_output output)
{
	return names[output];
}

bool
iw_result_meets(const struct iw_key_domain *domain, size_t right)
{
	return right >= domain->needed;
}

/* Returns the length, which is less than `size`: ids and numbers are short. */
__attribute__((format(printf, 3, 4))) static unsigned char
print(char *text, size_t size, const char *fmt, ...)
{
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(text, size, fmt, ap);
	va_end(ap);
	return (unsigned char)((size_t)n < size ? n : 0);
}

#define SET_PIECE(piece, ...) ((piece)->len = print((piece)->text, sizeof(piece)->text, __VA_ARGS__))

static void
make_raw(struct iw_layout *l, size_t raw)
{
	const struct iw_key_row *row = l->key->rows ? &l->key->rows[raw] : NULL;

	if (row) {
		SET_PIECE(&l->raw[CSV][raw], ",%zu,%ld,%s", raw, row->reported, row->pass ? "pass" : "fail");
		SET_PIECE(&l->raw[JSON][raw], ",\"raw\":%zu,\"scaled\":%ld,\"pass\":%s,\"domains\":[", raw,
		          row->reported, row->pass ? "true" : "false");
	} else {
		SET_PIECE(&l->raw[CSV][raw], ",%zu", raw);
		SET_PIECE(&l->raw[JSON][raw], ",\"raw\":%zu,\"domains\":[", raw);
	}
}

static void
make_right(struct iw_layout *l, size_t n, size_t right)
{
	const struct iw_key_domain *d = &l->key->domains[l->domains[n]];
	size_t i = n * (l->key->scored + 1) + right;
	bool meets = iw_result_meets(d, right);

	if (l->has_levels)
		SET_PIECE(&l->right[CSV][i], ",%zu,%s", right, !d->has_level ? "" : meets ? IW_MEETS : IW_MEETS_NOT);
	else
		SET_PIECE(&l->right[CSV][i], ",%zu", right);
	SET_PIECE(&l->right[JSON][i], "%s%zu", n ? "," : "", right);
}

void
iw_layout_init(struct iw_layout *l, const struct iw_answer_key *key)
{
	*l = (struct iw_layout){ .key = key };
	l->domains = iw_alloc(key->domain_count + 1, sizeof *l->domains);
	l->unscored = iw_alloc(key->count, sizeof *l->unscored);
	for (size_t i = 0; i < key->domain_count; i++)
		if (key->domains[i].scored) {
			l->domains[l->domain_count++] = (unsigned)i;
			l->has_levels |= key->domains[i].has_level;
		}
	for (size_t i = 0; i < key->count; i++)
		if (!key->questions[i].scored)
			l->unscored[l->unscored_count++] = i;
	for (int f = CSV; f <= JSON; f++) {
		l->raw[f] = iw_alloc(key->scored + 1, sizeof *l->raw[f]);
		l->right[f] = iw_alloc(l->domain_count * (key->scored + 1) + 1, sizeof *l->right[f]);
	}
	for (size_t raw = 0; raw <= key->scored; raw++)
		make_raw(l, raw);
	for (size_t n = 0; n < l->domain_count; n++)
		for (size_t right = 0; right <= key->domains[l->domains[n]].scored; right++)
			make_right(l, n, right);
}

void
iw_layout_release(struct iw_layout *l)
{
	free(l->domains);
	free(l->unscored);
	for (int f = CSV; f <= JSON; f++) {
		free(l->raw[f]);
		free(l->right[f]);
	}
}

/* What a byte asks for in a cell of CSV, and in a string of JSON. */
enum { QUOTED = 1, ESCAPED = 2 };

static const unsigned char asks[256] = {
	['"'] = QUOTED | ESCAPED, ['\\'] = ESCAPED, [','] = QUOTED,  [';'] = QUOTED,
	['\t'] = QUOTED,          ['\n'] = QUOTED,  ['\r'] = QUOTED,
};

static unsigned
all_asks(const char *text, size_t len)
{
	unsigned all = 0;

	for (size_t i = 0; i < len; i++)
		all |= asks[(unsigned char)text[i]];
	return all;
}

/* Whether a spreadsheet would run it as a formula, or take an apostrophe off. */
static bool
is_risky(const char *text, size_t len)
{
	if (len == 0)
		return false;
	if (text[0] == '=' || text[0] == '+' || text[0] == '-' || text[0] == '@' || text[0] == '\'')
		return true;
	/* The wide forms of the same: U+FF1D, U+FF0B, U+FF0D, U+FF20. */
	return len >= 3 && text[0] == '\xef' && text[1] == '\xbc' && text[2] && strchr("\x9d\x8b\x8d\xa0", text[2]);
}

/* A cell, where there is room for twice its bytes and three more. Returns what follows. */
static char *
put_cell(char *out, const char *text, size_t len, unsigned asked)
{
	if (asked & QUOTED)
		*out++ = '"';
	if (is_risky(text, len))
		*out++ = '\'';
	if (!(asked & QUOTED)) {
		memcpy(out, text, len);
		return out + len;
	}
	for (size_t i = 0; i < len; i++) {
		if (text[i] == '"')
			*out++ = '"';
		*out++ = text[i];
	}
	*out++ = '"';
	return out;
}

/* What was put into the room of a buffer ends here. */
static void
end(struct iw_buf *b, char *out)
{
	*out = '\0';
	b->len = (size_t)(out - b->data);
}

void
iw_add_cell(struct iw_buf *out, const char *text, size_t len)
{
	end(out, put_cell(iw_buf_room(out, 2 * len + 3), text, len, all_asks(text, len)));
}

/* The candidate as a string of JSON, where there is room for six times its bytes and two more: "\u001f". */
static char *
put_string(char *out, const char *text, size_t len, unsigned asked)
{
	json_t *string;
	char *dumped;
	size_t n;

	if (!(asked & ESCAPED)) {
		*out++ = '"';
		memcpy(out, text, len);
		out[len] = '"';
		return out + len + 1;
	}
	string = json_stringn(text, len);
	dumped = json_dumps(string, JSON_ENCODE_ANY);
	if (!dumped)
		iw_out_of_memory();
	n = strlen(dumped);
	memcpy(out, dumped, n);
	free(dumped);
	json_decref(string);
	return out + n;
}

static inline char *
put(char *out, const struct iw_piece *piece)
{
	memcpy(out, piece->text, sizeof piece->text);
	return out + piece->len;
}

static inline char *
put_wide(char *out, const struct iw_wide_piece *piece)
{
	memcpy(out, piece->text, sizeof piece->text);
	return out + piece->len;
}

struct iw_cell
iw_results_add(const struct iw_layout *l, const struct iw_result *result, struct iw_buf *csv, struct iw_buf *json)
{
	static const struct iw_piece line_end = { "\r\n", 2 }, open = { ",\n    {\"candidate\":", 19 },
				     close = { "]}", 2 };
	const char *name = result->candidate;
	size_t rows = l->key->scored + 1, len = result->candidate_len, start = csv->len,
	       room = sizeof(struct iw_wide_piece) + (l->domain_count + 2) * sizeof(struct iw_piece);
	unsigned asked = all_asks(name, len);
	struct iw_cell cell;
	char *out = put_cell(iw_buf_room(csv, 2 * len + 3 + room), name, len, asked);

	cell = iw_cell_of(csv->data + start, (size_t)(out - csv->data) - start, 0);
	out = put_wide(out, &l->raw[CSV][result->raw]);
	for (size_t n = 0; n < l->domain_count; n++)
		out = put(out, &l->right[CSV][n * rows + result->right[l->domains[n]]]);
	end(csv, put(out, &line_end));

	out = put_string(put(iw_buf_room(json, 6 * len + 2 + room), &open), name, len, asked);
	out = put_wide(out, &l->raw[JSON][result->raw]);
	for (size_t n = 0; n < l->domain_count; n++)
		out = put(out, &l->right[JSON][n * rows + result->right[l->domains[n]]]);
	end(json, put(out, &close));
	return cell;
}

void
iw_results_unscored(const struct iw_layout *l, const struct iw_kept *kept, struct iw_cell candidate, struct iw_buf *out)
{
	char *to = iw_buf_room(out, candidate.len + l->unscored_count * (IW_KEY_MOST_TEXT + 3) + 2);

	memcpy(to, candidate.text, candidate.len);
	to += candidate.len;
	for (const struct iw_kept *k = kept; k < kept + l->unscored_count; k++) {
		*to++ = ',';
		if (k->len == 1 && *k->text != ' ')
			*to++ = *k->text;
		else if (k->len)
			to += iw_mark_normal(&l->key->questions[l->unscored[k - kept]], k->text, k->len, to);
		*to++ = ',';
		*to++ = k->is_right ? '1' : '0';
	}
	*to++ = '\r';
	*to++ = '\n';
	end(out, to);
}
