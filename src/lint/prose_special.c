/* SPDX-License-Identifier: Apache-2.0 */
#include "lint/prose_special.h"

#include <string.h>

#include "base/utf8.h"

/* OBJECT REPLACEMENT CHARACTER: stands for what is no text. */
enum { REPLACEMENT = 0xfffc };

/* Bytes, but for a fence: backticks, of which longer runs are marks. */
enum { LONGEST_FORMULA = 200, LONGEST_LINK = 2000, LONGEST_FENCE = 7 };

bool
iw_place_is_word(const struct iw_place *p, size_t at)
{
	size_t n;
	uint32_t code = iw_place_char(p, at, &n);

	return iw_utf8_is_word(code) && code != REPLACEMENT;
}

/* Whether the character before `at` is a word's. */
static bool
is_word_before(const struct iw_place *p, size_t at)
{
	if (!at)
		return false;
	for (at--; at && ((unsigned char)p->raw[at] & 0xc0) == 0x80; at--)
		;
	return iw_place_is_word(p, at);
}

/*
 * The length of what begins here with an opening of `n` bytes and ends with `close`, which begins within `most` bytes;
 * 0 when it does not end.
 */
static size_t
enclosed(const struct iw_place *p, size_t n, const char *close, size_t most)
{
	size_t m = strlen(close), left = p->len - p->at;
	const char *s = p->raw + p->at, *end;

	if (left > most + m - 1)
		left = most + m - 1;
	end = left > n ? memmem(s + n, left - n, close, m) : NULL;
	return end ? (size_t)(end - s) + m : 0;
}

static bool
is_gap(const char *s, size_t len)
{
	return len && strspn(s, "_\\ ") >= len && memchr(s, '_', len);
}

/* Text between backticks: code, or a gap. */
static size_t
code_length(const struct iw_place *p, enum iw_token_kind *kind)
{
	const char *s = p->raw + p->at;
	char fence[LONGEST_FENCE + 1] = "";
	size_t n = 0, total;

	while (n <= LONGEST_FENCE && s[n] == '`')
		n++;
	if (n > LONGEST_FENCE)
		return 0;
	memset(fence, '`', n);
	total = enclosed(p, n, fence, p->len);
	if (total && is_gap(s + n, total - 2 * n))
		*kind = IW_TOKEN_BLANK;
	return total;
}

/* TeX between dollar signs, told from money as pandoc does. */
static size_t
formula_length(const struct iw_place *p)
{
	size_t total = enclosed(p, 1, "$", LONGEST_FORMULA);
	const char *s = p->raw + p->at;

	if (total < 3 || s[1] == ' ' || s[total - 2] == ' ' || (s[total] >= '0' && s[total] <= '9'))
		return 0;
	return total;
}

/* An address, which ends at white space or a bracket. */
static size_t
link_length(const struct iw_place *p)
{
	const char *s = p->raw + p->at;

	if (strncmp(s, "http://", 7) == 0 || strncmp(s, "https://", 8) == 0 || strncmp(s, "www.", 4) == 0)
		return strcspn(s, " \n<>\"");
	return 0;
}

/* A picture, as Markdown writes it: "![what it shows](where it is)" */
static size_t
picture_length(const struct iw_place *p)
{
	const char *s = p->raw + p->at;
	size_t total = s[1] == '[' ? enclosed(p, 2, ")", LONGEST_LINK) : 0;

	return total && memmem(s + 2, total - 2, "](", 2) ? total : 0;
}

/* "_", "__", "un___ed"; not "__init__" */
static size_t
underscores(const struct iw_place *p)
{
	size_t n = strspn(p->raw + p->at, "_");

	if (p->at && p->raw[p->at - 1] == '_')
		return 0; /* the rest of a row that is none */
	return n > 2 || !(is_word_before(p, p->at) || iw_place_is_word(p, p->at + n)) ? n : 0;
}

/* "......" */
static size_t
dots(const struct iw_place *p)
{
	size_t n = strspn(p->raw + p->at, ".");

	return n > 3 ? n : 0;
}

/* "[...]", "( )" */
static size_t
bracketed_gap(const struct iw_place *p)
{
	const char *s = p->raw + p->at;
	size_t n = 1 + strspn(s + 1, " ._");

	if (n > 1 && s[n] == (*s == '[' ? ']' : ')'))
		return n + 1;
	if (strncmp(s + 1, "\xe2\x80\xa6", 3) == 0 && (s[4] == ']' || s[4] == ')'))
		return 5;
	return 0;
}

size_t
iw_special_length(const struct iw_place *p, bool spaced, enum iw_token_kind *kind)
{
	const char *s = p->raw + p->at;

	*kind = IW_TOKEN_BLANK;
	switch (*s) {
	case '_': return underscores(p);
	case '.': return dots(p);
	case '[': return bracketed_gap(p);
	case '(': return spaced ? bracketed_gap(p) : 0;
	}
	*kind = IW_TOKEN_OPAQUE;
	switch (*s) {
	case '`': return code_length(p, kind);
	case '$': return formula_length(p);
	case '!': return picture_length(p);
	case ']': /* the target of a link */ return s[1] == '(' ? enclosed(p, 2, ")", LONGEST_LINK) : 0;
	case 'h':
	case 'w': return link_length(p);
	case '\xef': return strncmp(s, "\xef\xbf\xbc", 3) == 0 ? 3 : 0;
	}
	return 0;
}
