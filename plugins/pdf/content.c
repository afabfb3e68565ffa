/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The operators of a page, as cairo has written them: "/P << /MCID 3 >> BDC" begins piece 3 of the page, and EMC ends
 * it. The name becomes that of the piece's element; an artifact gets no number; text from right to left, which is
 * drawn in the order seen, says so.
 */
#include <stdlib.h>
#include <string.h>

#include "pdf/finish.h"

enum { DEEPEST = 64 };

struct reader {
	const unsigned char *bytes;
	size_t len, at;
	int mcid;          /* the last number behind /MCID among the operands; -1 for none */
	bool mcid_next;    /* the next number is it */
	int ends[DEEPEST]; /* how many pieces each EMC to come is to end */
	int depth;
	bool in_word; /* the piece is a word, of which all is said */
};

static void
put(GByteArray *out, const char *text)
{
	g_byte_array_append(out, (const guint8 *)text, (guint)strlen(text));
}

static bool
is_space(unsigned char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static bool
is_regular(unsigned char c)
{
	return !is_space(c) && !strchr("()<>[]{}/%", c);
}

/* Skip a string in brackets, in which brackets nest. */
static void
skip_string(struct reader *r)
{
	int depth = 0;

	do {
		unsigned char c = r->bytes[r->at++];

		if (c == '\\')
			r->at++;
		else if (c == '(')
			depth++;
		else if (c == ')')
			depth--;
	} while (depth > 0 && r->at < r->len);
}

/* Skip what is no word; returns whether there was something of the kind. */
static bool
skip_other(struct reader *r)
{
	unsigned char c = r->bytes[r->at];

	if (is_space(c)) {
		r->at++;
	} else if (c == '%') {
		while (r->at < r->len && r->bytes[r->at] != '\n')
			r->at++;
	} else if (c == '(') {
		skip_string(r);
	} else if (c == '<' && r->at + 1 < r->len && r->bytes[r->at + 1] == '<') {
		r->at += 2;
	} else if (c == '<') {
		while (r->at < r->len && r->bytes[r->at] != '>')
			r->at++;
		r->at++;
	} else if (strchr("<>[]{})", c)) {
		r->at++;
	} else {
		return false;
	}
	return true;
}

static bool
is_word(const struct reader *r, size_t from, const char *word)
{
	return r->at - from == strlen(word) && memcmp(r->bytes + from, word, r->at - from) == 0;
}

/* The binary data of an image within the content, up to the operator that ends it. */
static void
skip_image(struct reader *r)
{
	while (r->at + 4 <= r->len && !(is_space(r->bytes[r->at]) && memcmp(r->bytes + r->at + 1, "EI", 2) == 0 &&
	                                is_space(r->bytes[r->at + 3])))
		r->at++;
	r->at = MIN(r->at + 3, r->len);
}

static void
push(struct reader *r, int ends)
{
	if (r->depth < DEEPEST)
		r->ends[r->depth] = ends;
	r->depth++;
}

/*
 * The letters of a word as they are seen. A mark at its left end gets something before it that runs from right to
 * left as well: it is taken for a part of what stands there else.
 */
static char *
seen_of(const char *word)
{
	char *seen = g_utf8_strreverse(word, -1), *with;

	if (!g_unichar_ismark(g_utf8_get_char(seen)))
		return seen;
	with = g_strconcat("\xe2\x80\x8f", seen, NULL); /* U+200F, right-to-left mark */
	g_free(seen);
	return with;
}

/* What stands for the content that follows, as UTF-16. */
static void
put_actual(GByteArray *out, const char *text)
{
	glong len = 0;
	gunichar2 *units = g_utf8_to_utf16(text, -1, NULL, &len, NULL);
	GString *hex = g_string_new(" /Span <</ActualText <FEFF");

	for (glong i = 0; i < len; i++)
		g_string_append_printf(hex, "%04X", units[i]);
	g_string_append(hex, ">>> BDC");
	put(out, hex->str);
	g_string_free(hex, TRUE);
	g_free(units);
}

/*
 * A word from right to left is said twice. To the standard what encloses counts, which says it as it is read. Readers
 * that take all they find for drawn in the order seen, and turn it round (poppler does), take the inner one.
 */
static void
begin_piece(struct reader *r, const GArray *marks, GByteArray *out)
{
	const struct iw_mark *mark = &g_array_index(marks, struct iw_mark, (guint)r->mcid);
	int ends = 1;
	char *text = mark->kind == IW_MARK_ARTIFACT ? g_strdup("/Artifact BMC")
	                                            : g_strdup_printf("/%s <</MCID %d>> BDC", mark->tag->type, r->mcid);
	put(out, text);
	g_free(text);
	if (mark->word && mark->kind != IW_MARK_ARTIFACT) {
		put_actual(out, mark->word);
		ends++;
	}
	if (mark->kind == IW_MARK_REVERSED) {
		put(out, " /ReversedChars BMC");
		ends++;
	}
	if (mark->word) {
		char *seen = seen_of(mark->word);

		put_actual(out, seen);
		g_free(seen);
		ends++;
	}
	r->in_word = mark->word != NULL;
	push(r, ends);
}

static void
end_piece(struct reader *r, GByteArray *out)
{
	int ends = 1;

	if (r->depth > 0 && --r->depth < DEEPEST)
		ends = r->ends[r->depth];
	for (int i = 0; i < ends; i++)
		put(out, i ? " EMC" : "EMC");
}

/* An operator has been read, which begins at `word`, its operands at `from`. */
static void
take_operator(struct reader *r, size_t from, size_t word, const GArray *marks, GByteArray *out)
{
	bool ours = r->mcid >= 0 && (guint)r->mcid < marks->len;

	if (is_word(r, word, "BDC") && ours) {
		begin_piece(r, marks, out);
	} else if (is_word(r, word, "EMC")) {
		end_piece(r, out);
	} else if (is_word(r, word, "BDC") && r->in_word) {
		push(r, 0); /* what cairo says of a glyph */
	} else {
		if (is_word(r, word, "BDC") || is_word(r, word, "BMC"))
			push(r, 1);
		if (is_word(r, word, "ID"))
			skip_image(r);
		g_byte_array_append(out, r->bytes + from, (guint)(r->at - from));
	}
	put(out, "\n");
	r->mcid = -1;
}

void
iw_finish_content(const unsigned char *bytes, size_t len, const GArray *marks, GByteArray *out)
{
	struct reader r = { .bytes = bytes, .len = len, .mcid = -1 };
	size_t from = 0;

	while (r.at < len) {
		size_t word = r.at;
		bool name;

		if (skip_other(&r)) {
			if (is_space(bytes[word]) && from == word)
				from = r.at; /* white space between operators */
			continue;
		}
		name = bytes[r.at] == '/';
		r.at += name;
		while (r.at < len && is_regular(bytes[r.at]))
			r.at++;
		if (name) {
			r.mcid_next = is_word(&r, word, "/MCID");
		} else if (strchr("0123456789+-.", bytes[word])) {
			if (r.mcid_next)
				r.mcid = (int)strtol((const char *)bytes + word, NULL, 10);
			r.mcid_next = false;
		} else {
			take_operator(&r, from, word, marks, out);
			from = r.at;
		}
	}
	g_byte_array_append(out, bytes + from, (guint)(len - from));
}
