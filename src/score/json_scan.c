/* SPDX-License-Identifier: Apache-2.0 */
#include "score/json_scan.h"

#include <stdint.h>
#include <string.h>

#include "base/utf8.h"

enum { DEEPEST = 32 };

bool
iw_json_refuse(struct iw_json_scan *scan, const char *why)
{
	if (!scan->why)
		scan->why = why;
	return false;
}

static char
here(const struct iw_json_scan *scan)
{
	return scan->at < scan->len ? scan->text[scan->at] : '\0';
}

char
iw_json_peek(struct iw_json_scan *scan)
{
	while (here(scan) == ' ' || here(scan) == '\t' || here(scan) == '\r' || here(scan) == '\n')
		scan->at++;
	return here(scan);
}

bool
iw_json_take(struct iw_json_scan *scan, char c)
{
	if (iw_json_peek(scan) != c || c == '\0')
		return false;
	scan->at++;
	return true;
}

/* Four hexadecimal digits. */
static bool
take_unit(struct iw_json_scan *scan, uint32_t *unit)
{
	static const char digits[] = "0123456789abcdef";

	*unit = 0;
	for (int i = 0; i < 4; i++, scan->at++) {
		char c = here(scan);
		const char *d = c ? strchr(digits, c >= 'A' && c <= 'F' ? c + ('a' - 'A') : c) : NULL;

		if (!d)
			return iw_json_refuse(scan, "\\u has four hexadecimal digits behind it");
		*unit = *unit * 16 + (uint32_t)(d - digits);
	}
	return true;
}

static char *
put_utf8(char *out, uint32_t c)
{
	if (c < 0x80) {
		*out++ = (char)c;
		return out;
	}
	if (c >= 0x10000)
		*out++ = (char)(0xf0 | c >> 18);
	if (c >= 0x800)
		*out++ = (char)(c >= 0x10000 ? 0x80 | (c >> 12 & 0x3f) : 0xe0 | c >> 12);
	*out++ = (char)(c >= 0x800 ? 0x80 | (c >> 6 & 0x3f) : 0xc0 | c >> 6);
	*out++ = (char)(0x80 | (c & 0x3f));
	return out;
}

/* What stands behind \u: a character, or both halves of one. */
static bool
take_code(struct iw_json_scan *scan)
{
	uint32_t c, low;

	if (!take_unit(scan, &c))
		return false;
	if (c >= 0xd800 && c < 0xdc00) {
		if (scan->at + 2 > scan->len || memcmp(scan->text + scan->at, "\\u", 2) != 0)
			return iw_json_refuse(scan, "a surrogate stands alone");
		scan->at += 2;
		if (!take_unit(scan, &low))
			return false;
		if (low < 0xdc00 || low >= 0xe000)
			return iw_json_refuse(scan, "a surrogate stands alone");
		c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
	} else if (c >= 0xdc00 && c < 0xe000) {
		return iw_json_refuse(scan, "a surrogate stands alone");
	}
	if (c == 0)
		return iw_json_refuse(scan, "a string holds the character NUL");
	scan->out = put_utf8(scan->out, c);
	return true;
}

/* An escape, behind its backslash. */
static bool
take_escape(struct iw_json_scan *scan)
{
	static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
	char c = here(scan);
	const char *which = c ? strchr(from, c) : NULL;

	if (!which && c != 'u')
		return iw_json_refuse(scan, "there is no such escape");
	scan->at++;
	if (!which)
		return take_code(scan);
	*scan->out++ = to[which - from];
	return true;
}

bool
iw_json_take_string(struct iw_json_scan *scan, struct iw_json_text *string)
{
	char *start = scan->out;
	size_t first;
	bool escaped = false;

	iw_json_peek(scan);
	string->at = scan->at;
	if (!iw_json_take(scan, '"'))
		return iw_json_refuse(scan, "a string is expected");
	first = scan->at;
	while (here(scan) != '"') {
		uint32_t code;
		size_t n = iw_utf8_decode(scan->text + scan->at, scan->len - scan->at, &code);

		if (scan->at == scan->len)
			return iw_json_refuse(scan, "a string does not end");
		if (n == 0)
			return iw_json_refuse(scan, "it is not in UTF-8");
		if (code < 0x20)
			return iw_json_refuse(scan, "a string holds a control character");
		if (code == '\\') {
			escaped = true;
			scan->at++;
			if (!take_escape(scan))
				return false;
			continue;
		}
		memcpy(scan->out, scan->text + scan->at, n);
		scan->out += n;
		scan->at += n;
	}
	*string =
		(struct iw_json_text){ escaped ? start : scan->text + first, (size_t)(scan->out - start), string->at };
	scan->at++;
	return true;
}

static size_t
digits(struct iw_json_scan *scan)
{
	size_t start = scan->at;

	while (here(scan) >= '0' && here(scan) <= '9')
		scan->at++;
	return scan->at - start;
}

static bool
skip_number(struct iw_json_scan *scan)
{
	bool good;

	if (here(scan) == '-')
		scan->at++;
	if (here(scan) == '0') {
		scan->at++;
		good = true;
	} else {
		good = digits(scan) > 0;
	}
	if (good && here(scan) == '.') {
		scan->at++;
		good = digits(scan) > 0;
	}
	if (good && (here(scan) == 'e' || here(scan) == 'E')) {
		scan->at++;
		if (here(scan) == '+' || here(scan) == '-')
			scan->at++;
		good = digits(scan) > 0;
	}
	return good ? true : iw_json_refuse(scan, "a value is expected");
}

static bool
skip_word(struct iw_json_scan *scan)
{
	static const char *const words[] = { "true", "false", "null" };

	for (size_t i = 0; i < 3; i++) {
		size_t n = strlen(words[i]);

		if (scan->len - scan->at >= n && memcmp(scan->text + scan->at, words[i], n) == 0) {
			scan->at += n;
			return true;
		}
	}
	return iw_json_refuse(scan, "a value is expected");
}

/* A string, of whose characters nothing is kept. */
static bool
skip_string(struct iw_json_scan *scan)
{
	struct iw_json_text ignored;
	char *out = scan->out;
	bool good = iw_json_take_string(scan, &ignored);

	scan->out = out;
	return good;
}

static bool skip_value(struct iw_json_scan *scan, int depth);

/* Members or elements, behind the opening bracket. */
static bool
skip_list(struct iw_json_scan *scan, char close, int depth)
{
	if (depth == DEEPEST)
		return iw_json_refuse(scan, "it is nested too deep");
	if (iw_json_take(scan, close))
		return true;
	do {
		if (close == '}' && !skip_string(scan))
			return false;
		if (close == '}' && !iw_json_take(scan, ':'))
			return iw_json_refuse(scan, "a colon is expected");
		if (!skip_value(scan, depth + 1))
			return false;
	} while (iw_json_take(scan, ','));
	return iw_json_take(scan, close) ? true : iw_json_refuse(scan, "a comma or a closing bracket is expected");
}

static bool
skip_value(struct iw_json_scan *scan, int depth)
{
	char c = iw_json_peek(scan);

	if (c == '"')
		return skip_string(scan);
	if (iw_json_take(scan, '{'))
		return skip_list(scan, '}', depth);
	if (iw_json_take(scan, '['))
		return skip_list(scan, ']', depth);
	return c == '-' || (c >= '0' && c <= '9') ? skip_number(scan) : skip_word(scan);
}

bool
iw_json_skip(struct iw_json_scan *scan)
{
	return skip_value(scan, 0);
}
