/* SPDX-License-Identifier: Apache-2.0 */
/* Cutting a text into tokens, in one pass. */
#include <string.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "lint/lexicon.h"
#include "lint/prose_special.h"

struct cutter {
	struct iw_place here;
	const struct iw_lexicon *lexicon;
	struct iw_arena *arena;
	struct iw_token *tokens;
	size_t count, cap, words;
	uint32_t lists;
	char *lower; /* where the next word goes, in lower case */
	bool spaced, quotes;
};

/* What a word has been made of so far. */
struct casing {
	bool number; /* it begins with a digit */
	bool small, mixed;
	size_t letters; /* and digits */
};

static bool
is_small(unsigned char c)
{
	return c >= 'a' && c <= 'z';
}

static bool
is_capital(unsigned char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
is_digit(unsigned char c)
{
	return c >= '0' && c <= '9';
}

/* A letter or a digit of ASCII. */
static bool
is_plain(unsigned char c)
{
	return is_small(c) || is_capital(c) || is_digit(c);
}

static bool
is_apostrophe(uint32_t code)
{
	return code == '\'' || code == 0x2019 || code == 0x2bc;
}

/* What holds a word or a number together when it stands between two of its characters. */
static bool
joins(uint32_t code, bool number)
{
	return code == '.' || code == '_' || is_apostrophe(code) || (number && (code == ',' || code == ':'));
}

static struct iw_token *
push(struct cutter *c, enum iw_token_kind kind, size_t len)
{
	struct iw_token *t;

	if (c->count == c->cap) {
		t = c->tokens;
		c->cap *= 2;
		c->tokens = iw_arena_alloc(c->arena, c->cap, sizeof *c->tokens);
		memcpy(c->tokens, t, c->count * sizeof *t);
	}
	t = &c->tokens[c->count++];
	t->kind = kind;
	t->at = (uint32_t)c->here.at;
	t->len = (uint32_t)len;
	t->lower = "";
	t->spaced = c->spaced;
	c->spaced = false;
	c->here.at += len;
	return t;
}

static void
put_lower(struct cutter *c, uint32_t code, size_t at, size_t n)
{
	uint32_t lower = is_apostrophe(code) ? '\'' : iw_utf8_lower(code);

	if (lower == code) {
		for (; n; n--)
			*c->lower++ = c->here.raw[at++];
	} else if (lower < 0x80) {
		*c->lower++ = (char)lower;
	} else if (lower < 0x800) {
		*c->lower++ = (char)(0xc0 | lower >> 6);
		*c->lower++ = (char)(0x80 | (lower & 0x3f));
	} else {
		*c->lower++ = (char)(0xe0 | lower >> 12);
		*c->lower++ = (char)(0x80 | (lower >> 6 & 0x3f));
		*c->lower++ = (char)(0x80 | (lower & 0x3f));
	}
}

/* Letters and digits of ASCII, of which most words are made; returns where they end. */
static size_t
take_ascii(struct cutter *c, size_t at, struct casing *k)
{
	size_t from = at;

	for (;; at++) {
		unsigned char byte = (unsigned char)c->here.raw[at];

		if (is_small(byte)) {
			k->small = true;
		} else if (is_capital(byte)) {
			k->mixed |= k->small;
			byte += 'a' - 'A';
		} else if (!is_digit(byte)) {
			break;
		}
		*c->lower++ = (char)byte;
	}
	k->letters += at - from;
	return at;
}

/* A letter beyond ASCII, or what joins two letters; returns its length, 0 where the word ends. */
static size_t
take_other(struct cutter *c, size_t at, struct casing *k)
{
	size_t n;
	uint32_t code = iw_place_char(&c->here, at, &n);
	bool joint = code != ' ' && joins(code, k->number), word, capital;

	if (code < 0x80 && !joint)
		return 0;
	word = iw_place_is_word(&c->here, at);
	capital = iw_utf8_lower(code) != code;
	if (!word && !(joint && iw_place_is_word(&c->here, at + n)))
		return 0;
	k->letters += word;
	k->mixed |= k->small && word && capital;
	k->small |= word && !capital;
	put_lower(c, code, at, n);
	return n;
}

/* A word or a number, which begins here. */
static void
cut_word(struct cutter *c)
{
	struct casing k = { .number = is_digit((unsigned char)c->here.raw[c->here.at]) };
	char *lower = c->lower;
	size_t end, n;
	struct iw_token *t;
	uint32_t first = iw_place_char(&c->here, c->here.at, &n);

	for (end = take_ascii(c, c->here.at, &k); (n = take_other(c, end, &k)) != 0;)
		end = take_ascii(c, end + n, &k);
	t = push(c, k.number ? IW_TOKEN_NUMBER : IW_TOKEN_WORD, end - c->here.at);
	t->lower = lower;
	t->hash = iw_hash(lower, (size_t)(c->lower - lower));
	t->capital = iw_utf8_lower(first) != first;
	t->mixed = k.mixed;
	t->shouted = t->capital && !k.small && k.letters > 1;
	if (c->lexicon)
		t->phrases = iw_lexicon_find(c->lexicon, t->hash);
	c->lists |= t->phrases ? t->phrases->lists : 0;
	c->words++;
	c->lower++; /* there is a NUL */
}

static void
cut_mark(struct cutter *c)
{
	struct iw_token *t;
	size_t n;

	(void)iw_place_char(&c->here, c->here.at, &n);
	t = push(c, IW_TOKEN_MARK, n);
	t->lower = memcpy(c->lower, c->here.raw + t->at, n);
	c->lower += n + 1; /* there is a NUL */
	c->quotes |= n > 1 || t->lower[0] == '"';
}

/* The length of a space, of those of Unicode too, as in "10 GB", which is not to be torn apart. */
static size_t
space_length(const struct cutter *c)
{
	size_t n;
	uint32_t code = iw_place_char(&c->here, c->here.at, &n);
	bool space = code == ' ' || code == 0xa0 || (code >= 0x2000 && code <= 0x200a) || code == 0x202f ||
	             code == 0x205f || code == 0x3000;

	return space ? n : 0;
}

static void
cut_next(struct cutter *c)
{
	unsigned char byte = (unsigned char)c->here.raw[c->here.at];
	bool word = is_plain(byte) || (byte >= 0x80 && iw_place_is_word(&c->here, c->here.at));
	enum iw_token_kind kind;
	size_t n;

	if (!word && (n = space_length(c)) != 0) {
		c->here.at += n;
		c->spaced = true;
	} else if (byte == '\n') {
		push(c, IW_TOKEN_BREAK, 1);
		c->spaced = true;
	} else if ((!word || byte == 'h' || byte == 'w') && (n = iw_special_length(&c->here, c->spaced, &kind)) != 0) {
		push(c, kind, n);
	} else if (word) {
		cut_word(c);
	} else {
		cut_mark(c);
	}
}

/* Mark what stands between quotation marks of either shape; one that is never closed quotes nothing. */
static void
mark_quotations(struct cutter *c)
{
	size_t open = SIZE_MAX;

	for (size_t i = 0; i < c->count; i++) {
		const char *s = c->tokens[i].lower;
		bool opens = strcmp(s, "\xe2\x80\x9c") == 0 || strcmp(s, "\xc2\xab") == 0,
		     closes = strcmp(s, "\xe2\x80\x9d") == 0 || strcmp(s, "\xc2\xbb") == 0,
		     straight = strcmp(s, "\"") == 0;

		if (c->tokens[i].kind != IW_TOKEN_MARK) {
			continue;
		} else if (opens || (straight && open == SIZE_MAX)) {
			open = i;
		} else if ((closes || straight) && open != SIZE_MAX) {
			while (++open < i)
				c->tokens[open].quoted = true;
			open = SIZE_MAX;
		}
	}
}

void
iw_text_cut(struct iw_text *text, struct iw_arena *arena, const struct iw_lexicon *lexicon)
{
	struct cutter c = {
		.here = { text->raw, text->len, 0 },
		.lexicon = lexicon,
		.arena = arena,
		.cap = text->len / 4 + 8, /* enough for most texts */
		.spaced = true,
	};

	/* No character takes more bytes in lower case; each token has one at least, and a NUL. */
	c.lower = iw_arena_alloc(arena, 2 * text->len, 1);
	c.tokens = iw_arena_alloc(arena, c.cap, sizeof *c.tokens);
	while (c.here.at < c.here.len)
		cut_next(&c);
	if (c.quotes)
		mark_quotations(&c);
	text->tokens = c.tokens;
	text->count = c.count;
	text->words = c.words;
	text->lists = c.lists;
}
