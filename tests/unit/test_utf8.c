/* SPDX-License-Identifier: Apache-2.0 */
/* UTF-8: every character, and what is none. */
#include "base/utf8.h"
#include "tap.h"

/* By the table of RFC 3629, for any number. */
static size_t
encode(uint32_t c, char *out)
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xc0 | c >> 6);
		out[1] = (char)(0x80 | (c & 63));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xe0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 63));
		out[2] = (char)(0x80 | (c & 63));
		return 3;
	}
	out[0] = (char)(0xf0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 63));
	out[2] = (char)(0x80 | (c >> 6 & 63));
	out[3] = (char)(0x80 | (c & 63));
	return 4;
}

static void
test_every_character(void)
{
	size_t wrong = 0, cut = 0, surrogates = 0, beyond = 0;
	uint32_t got;
	char s[8];

	for (uint32_t c = 0; c < 0x120000; c++) {
		size_t n = encode(c, s), m = iw_utf8_decode(s, n, &got);

		if (c >= 0xd800 && c <= 0xdfff)
			surrogates += m != 0;
		else if (c > 0x10ffff)
			beyond += m != 0;
		else
			wrong += m != n || got != c;
		for (size_t k = 0; k < n; k++)
			cut += iw_utf8_decode(s, k, &got) != 0;
	}
	is_num(wrong, 0);
	is_num(cut, 0);
	is_num(surrogates, 0);
	is_num(beyond, 0);
}

static void
test_invalid(void)
{
	static const struct {
		const char *bytes;
		size_t len, valid, count;
	} table[] = {
		{ "", 0, 0, 0 },
		{ "abc", 3, 3, 3 },
		{ "a\0b", 3, 3, 3 },
		{ "\xc3\xa9", 2, 2, 1 },
		{ "a\xc3", 2, 1, 2 },
		{ "\x80", 1, 0, 1 },
		{ "a\xbf\xbf", 3, 1, 3 },
		{ "\xc0\x80", 2, 0, 2 },             /* overlong */
		{ "\xc1\xbf", 2, 0, 2 },
		{ "\xe0\x80\x80", 3, 0, 3 },
		{ "\xe0\x9f\xbf", 3, 0, 3 },
		{ "\xf0\x8f\xbf\xbf", 4, 0, 4 },
		{ "\xed\xa0\x80", 3, 0, 3 },         /* surrogate */
		{ "\xf4\x90\x80\x80", 4, 0, 4 },     /* above U+10FFFF */
		{ "\xf5\x80\x80\x80", 4, 0, 4 },
		{ "\xff\xfe", 2, 0, 2 },
		{ "\xc3\x28", 2, 0, 2 },
		{ "\xe2\x82\x28", 3, 0, 3 },
		{ "\xe2\x82\xac\xf0\x9f\x9a\x80z", 8, 8, 3 },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		is_num(iw_utf8_valid(table[i].bytes, table[i].len), table[i].valid);
		is_num(iw_utf8_count(table[i].bytes, table[i].len), table[i].count);
	}
}

static void
test_width(void)
{
	static const struct {
		uint32_t c;
		int width;
	} table[] = {
		{ 'a', 1 },    { 0xe9, 1 },   { 0x301, 0 },  { 0x200b, 0 },  { 0x2060, 0 },   { 0xfe0f, 0 },  { 0x4e2d, 2 },
		{ 0xac00, 2 }, { 0x3042, 2 }, { 0xff21, 2 }, { 0x2192, 1 },  { 0x1f600, 2 },  { 0x1f680, 2 }, { 0x1fa90, 2 },
		{ 0x41, 1 },   { 0x416, 1 },  { 0x5d0, 1 },  { 0x20000, 2 }, { 0x10ffff, 1 },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		if (!is_num(iw_utf8_width(table[i].c), table[i].width))
			printf("# U+%04X\n", (unsigned)table[i].c);
}

static void
test_words_and_case(void)
{
	static const uint32_t letters[] = { 'a', 'Z', '5', 0xe9, 0xb5, 0x3b1, 0x416, 0x4e2d, 0x5d0, 0x661, 0x1d400 };
	static const uint32_t others[] = { ' ', '-', '.', '_', 0xa0, 0xab, 0xd7, 0xf7, 0x2013, 0x2019, 0x20ac, 0x2192, 0x3002, 0xff0c };
	static const uint32_t pairs[][2] = {
		{ 'A', 'a' },      { 'z', 'z' },      { '5', '5' },      { 0xc9, 0xe9 },    { 0xd7, 0xd7 },    { 0xdf, 0xdf },   { 0x100, 0x101 },
		{ 0x101, 0x101 },  { 0x139, 0x13a },  { 0x13a, 0x13a },  { 0x160, 0x161 },  { 0x178, 0xff },   { 0x17d, 0x17e }, { 0x386, 0x3ac },
		{ 0x388, 0x3ad },  { 0x38c, 0x3cc },  { 0x38e, 0x3cd },  { 0x38f, 0x3ce },  { 0x391, 0x3b1 },  { 0x3a9, 0x3c9 }, { 0x3c9, 0x3c9 },
		{ 0x400, 0x450 },  { 0x410, 0x430 },  { 0x42f, 0x44f },  { 0x44f, 0x44f },  { 0x490, 0x491 },  { 0x4e2d, 0x4e2d }, { 0x1e9e, 0xdf },
		{ 0x1ea0, 0x1ea1 },  { 0x130, 'i' },     { 0x21a, 0x21b },  { 0x3a2, 0x3a2 },  { 0x3ab, 0x3cb },  { 0x4c1, 0x4c2 }, { 0x52e, 0x52f },
		{ 0x52f, 0x52f },
	};

	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
		if (!ok_named(iw_utf8_is_word(letters[i]), "is of a word"))
			printf("# U+%04X\n", (unsigned)letters[i]);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (!ok_named(!iw_utf8_is_word(others[i]), "is between words"))
			printf("# U+%04X\n", (unsigned)others[i]);
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (!is_num(iw_utf8_lower(pairs[i][0]), pairs[i][1]))
			printf("# U+%04X\n", (unsigned)pairs[i][0]);
}

static void
test_shown(void)
{
	static const uint32_t harmful[] = { 0, '\t', 0x1b, 0x7f, 0x9b, 0x61c, 0x200e, 0x2028, 0x202e, 0x2066, 0x2069, 0xfeff };
	static const uint32_t plain[] = { ' ', '~', 0xa0, 0x5d0, 0x627, 0x200d, 0x2010, 0x202f, 0x206a, 0xfffd, 0x1f600 };
	struct iw_buf out = IW_BUF_INIT;
	char *line;

	for (size_t i = 0; i < sizeof harmful / sizeof *harmful; i++)
		if (!ok_named(iw_utf8_is_harmful(harmful[i]), "does harm"))
			printf("# U+%04X\n", (unsigned)harmful[i]);
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		if (!ok_named(iw_utf8_is_plain(plain[i]), "does none"))
			printf("# U+%04X\n", (unsigned)plain[i]);
	iw_utf8_add(&out, "a\xe2\x80\xae" "b\xff\xc3\xa9", iw_utf8_is_plain);
	is_str(out.data, "a\xef\xbf\xbd" "b\xef\xbf\xbd\xc3\xa9");
	iw_buf_release(&out);
	ok(iw_utf8_is_unseen(0xad) && iw_utf8_is_unseen(0x200b) && iw_utf8_is_unseen(0xffff) && iw_utf8_is_unseen(0xe0041));
	ok(!iw_utf8_is_unseen('a') && !iw_utf8_is_unseen(0x200d) && !iw_utf8_is_unseen(0xe0100) && !iw_utf8_is_unseen(0x3042));
	line = iw_utf8_line("\tone\r\ntwo\033[2J \n", 16);
	is_str(line, " one  two\xef\xbf\xbd[2J");
	free(line);
}

int
main(void)
{
	test_every_character();
	test_invalid();
	test_width();
	test_words_and_case();
	test_shown();
	return done();
}
