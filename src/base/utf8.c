/* SPDX-License-Identifier: Apache-2.0 */
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

size_t
iw_utf8_decode(const char *s, size_t len, uint32_t *code)
{
	const unsigned char *p = (const unsigned char *)s;
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	uint32_t c;
	size_t n;

	if (len == 0)
		return 0;
	if (p[0] < 0x80) {
		*code = p[0];
		return 1;
	}
	n = p[0] >= 0xf0 ? 4 : p[0] >= 0xe0 ? 3 : 2;
	if (p[0] < 0xc2 || p[0] > 0xf4 || len < n)
		return 0;
	c = p[0] & (0x7fU >> n);
	for (size_t i = 1; i < n; i++) {
		if ((p[i] & 0xc0) != 0x80)
			return 0;
		c = c << 6 | (p[i] & 0x3f);
	}
	if (c < least[n] || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
		return 0;
	*code = c;
	return n;
}

size_t
iw_utf8_valid(const char *s, size_t len)
{
	size_t i = 0, n;
	uint32_t c;

	while (i < len) {
		if ((unsigned char)s[i] < 0x80)
			n = 1;
		else if ((n = iw_utf8_decode(s + i, len - i, &c)) == 0)
			break;
		i += n;
	}
	return i;
}

size_t
iw_utf8_count(const char *s, size_t len)
{
	size_t count = 0, n;
	uint64_t eight;
	uint32_t c;

	for (size_t i = 0; i < len; i += n, count++) {
		for (; len - i > sizeof eight; i += sizeof eight, count += sizeof eight) {
			memcpy(&eight, s + i, sizeof eight);
			if (eight & 0x8080808080808080U)
				break; /* not all of them are ASCII */
		}
		if ((unsigned char)s[i] < 0x80 || (n = iw_utf8_decode(s + i, len - i, &c)) == 0)
			n = 1;
	}
	return count;
}

struct range {
	uint32_t first, last;
};

static bool
within(const struct range *table, size_t n, uint32_t c)
{
	for (size_t i = 0; i < n && table[i].first <= c; i++)
		if (c <= table[i].last)
			return true;
	return false;
}

#define WITHIN(table, c) within(table, sizeof(table) / sizeof *(table), c)

int
iw_utf8_width(uint32_t c)
{
	/* Combining marks and format characters; then East Asian wide blocks and emoji (UAX #11). */
	static const struct range none[] = {
		{ 0x0300, 0x036f }, { 0x0483, 0x0489 }, { 0x0591, 0x05bd }, { 0x064b, 0x065f },
		{ 0x200b, 0x200f }, { 0x202a, 0x202e }, { 0x2060, 0x2064 }, { 0x2066, 0x206f },
		{ 0x20d0, 0x20f0 }, { 0xfe00, 0xfe0f }, { 0xfe20, 0xfe2f }, { 0xfeff, 0xfeff },
	};
	static const struct range wide[] = {
		{ 0x1100, 0x115f },   { 0x2e80, 0x303e },   { 0x3041, 0x33ff },   { 0x3400, 0x4dbf },
		{ 0x4e00, 0x9fff },   { 0xa000, 0xa4cf },   { 0xac00, 0xd7a3 },   { 0xf900, 0xfaff },
		{ 0xfe30, 0xfe6f },   { 0xff00, 0xff60 },   { 0xffe0, 0xffe6 },   { 0x1f300, 0x1f64f },
		{ 0x1f680, 0x1f6ff }, { 0x1f900, 0x1f9ff }, { 0x1fa70, 0x1faff }, { 0x20000, 0x3fffd },
	};

	if (c < 0x300)
		return 1;
	return WITHIN(none, c) ? 0 : WITHIN(wide, c) ? 2 : 1;
}

bool
iw_utf8_is_word(uint32_t c)
{
	if (c < 0x80)
		return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
	if (c < 0xc0)
		return c == 0xaa || c == 0xb5 || c == 0xba;
	if (c == 0xd7 || c == 0xf7)
		return false;
	/* General punctuation, arrows, mathematical operators, boxes, CJK punctuation, private use. */
	return !(c >= 0x2000 && c <= 0x206f) && !(c >= 0x20a0 && c <= 0x20cf) && !(c >= 0x2190 && c <= 0x2bff) &&
	       !(c >= 0x2e00 && c <= 0x2e7f) && !(c >= 0x3000 && c <= 0x3004) && !(c >= 0x3008 && c <= 0x3020) &&
	       !(c >= 0xe000 && c <= 0xf8ff) && !(c >= 0xff00 && c <= 0xff0f);
}

/* Capital letters: every `step`-th from first to last has its small letter `away`. */
struct capitals {
	uint32_t first, last, step;
	int32_t away;
};

uint32_t
iw_utf8_lower(uint32_t c)
{
	static const struct capitals table[] = {
		{ 0xc0, 0xd6, 1, 32 },
		{ 0xd8, 0xde, 1, 32 },
		{ 0x100, 0x12e, 2, 1 },
		{ 0x130, 0x130, 1, 'i' - 0x130 },
		{ 0x132, 0x136, 2, 1 },
		{ 0x139, 0x147, 2, 1 },
		{ 0x14a, 0x176, 2, 1 },
		{ 0x178, 0x178, 1, 0xff - 0x178 },
		{ 0x179, 0x17d, 2, 1 },
		{ 0x1a0, 0x1a4, 2, 1 },
		{ 0x1af, 0x1af, 1, 1 },
		{ 0x1cd, 0x1db, 2, 1 },
		{ 0x1de, 0x1ee, 2, 1 },
		{ 0x1f8, 0x21e, 2, 1 },
		{ 0x222, 0x232, 2, 1 },
		{ 0x386, 0x386, 1, 38 },
		{ 0x388, 0x38a, 1, 37 },
		{ 0x38c, 0x38c, 1, 64 },
		{ 0x38e, 0x38f, 1, 63 },
		{ 0x391, 0x3a1, 1, 32 },
		{ 0x3a3, 0x3ab, 1, 32 },
		{ 0x400, 0x40f, 1, 80 },
		{ 0x410, 0x42f, 1, 32 },
		{ 0x460, 0x480, 2, 1 },
		{ 0x48a, 0x4be, 2, 1 },
		{ 0x4c1, 0x4cd, 2, 1 },
		{ 0x4d0, 0x52e, 2, 1 },
		{ 0x1e00, 0x1e94, 2, 1 },
		{ 0x1e9e, 0x1e9e, 1, 0xdf - 0x1e9e },
		{ 0x1ea0, 0x1efe, 2, 1 },
	};
	enum { COUNT = sizeof table / sizeof *table };

	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + 32 : c;
	if (c > table[COUNT - 1].last)
		return c;
	for (size_t i = 0; i < COUNT && table[i].first <= c; i++)
		if (c <= table[i].last)
			return (c - table[i].first) % table[i].step ? c : c + (uint32_t)table[i].away;
	return c;
}

bool
iw_utf8_is_harmful(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x061c || c == 0x200e || c == 0x200f ||
	       (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

bool
iw_utf8_is_unseen(uint32_t code)
{
	static const struct {
		uint32_t first, last;
	} ranges[] = {
		{ 0xad, 0xad },     { 0x34f, 0x34f },   { 0x115f, 0x1160 },   { 0x17b4, 0x17b5 }, { 0x180e, 0x180e },
		{ 0x200b, 0x200b }, { 0x2060, 0x206f }, { 0x3164, 0x3164 },   { 0xfeff, 0xfeff }, { 0xffa0, 0xffa0 },
		{ 0xfff9, 0xfffb }, { 0xfffe, 0xffff }, { 0xe0000, 0xe007f },
	};

	for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
		if (code >= ranges[i].first && code <= ranges[i].last)
			return true;
	return false;
}

void
iw_utf8_add(struct iw_buf *out, const char *s, bool (*is_taken)(uint32_t code))
{
	size_t len = strlen(s), n;
	uint32_t code;

	for (; len; s += n ? n : 1, len -= n ? n : 1) {
		n = iw_utf8_decode(s, len, &code);
		if (n && is_taken(code))
			iw_buf_add(out, s, n);
		else
			iw_buf_str(out, "\xef\xbf\xbd");
	}
}

char *
iw_utf8_line(const char *bytes, size_t len)
{
	struct iw_buf line = IW_BUF_INIT;
	char *text = iw_strndup(bytes, len);

	len = strlen(text);
	while (len && strchr(" \t\r\n", text[len - 1]))
		text[--len] = '\0';
	for (char *p = text; *p; p++)
		if (strchr("\t\r\n", *p))
			*p = ' ';
	iw_utf8_add(&line, text, iw_utf8_is_plain);
	free(text);
	text = iw_strndup(line.data, line.len);
	iw_buf_release(&line);
	return text;
}
