/* SPDX-License-Identifier: Apache-2.0 */
/* Mathematical letters: the block U+1D400, whose gaps are letters that were there before it. */
#include <string.h>

#include "pdf/math_box.h"

struct variant {
	const char *name;
	gunichar latin, greek, digits; /* of A, Alpha and 0; 0 when there are none */
};

static const struct variant variants[] = {
	{ "bold", 0x1d400, 0x1d6a8, 0x1d7ce },    { "italic", 0x1d434, 0x1d6e2, 0 },
	{ "bold-italic", 0x1d468, 0x1d71c, 0 },   { "script", 0x1d49c, 0, 0 },
	{ "bold-script", 0x1d4d0, 0, 0 },         { "fraktur", 0x1d504, 0, 0 },
	{ "double-struck", 0x1d538, 0, 0x1d7d8 }, { "bold-fraktur", 0x1d56c, 0, 0 },
	{ "sans-serif", 0x1d5a0, 0, 0x1d7e2 },    { "bold-sans-serif", 0x1d5d4, 0x1d756, 0x1d7ec },
	{ "sans-serif-italic", 0x1d608, 0, 0 },   { "sans-serif-bold-italic", 0x1d63c, 0x1d790, 0 },
	{ "monospace", 0x1d670, 0, 0x1d7f6 },
};

static gunichar
fill_gap(gunichar c)
{
	static const gunichar gaps[][2] = {
		{ 0x1d455, 0x210e }, { 0x1d49d, 0x212c }, { 0x1d4a0, 0x2130 }, { 0x1d4a1, 0x2131 }, { 0x1d4a3, 0x210b },
		{ 0x1d4a4, 0x2110 }, { 0x1d4a7, 0x2112 }, { 0x1d4a8, 0x2133 }, { 0x1d4ad, 0x211b }, { 0x1d4ba, 0x212f },
		{ 0x1d4bc, 0x210a }, { 0x1d4c4, 0x2134 }, { 0x1d506, 0x212d }, { 0x1d50b, 0x210c }, { 0x1d50c, 0x2111 },
		{ 0x1d515, 0x211c }, { 0x1d51d, 0x2128 }, { 0x1d53a, 0x2102 }, { 0x1d53f, 0x210d }, { 0x1d545, 0x2115 },
		{ 0x1d547, 0x2119 }, { 0x1d548, 0x211a }, { 0x1d549, 0x211d }, { 0x1d551, 0x2124 },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(gaps); i++)
		if (gaps[i][0] == c)
			return gaps[i][1];
	return c;
}

/* The place of a Greek letter in its alphabet of 58 signs, or -1. */
static int
greek_place(gunichar c)
{
	static const gunichar signs[] = { 0x2202, 0x3f5, 0x3d1, 0x3f0, 0x3d5, 0x3f1, 0x3d6 };

	if (c >= 0x391 && c <= 0x3a9)
		return (int)(c - 0x391);
	if (c == 0x2207)
		return 25;
	if (c >= 0x3b1 && c <= 0x3c9)
		return (int)(c - 0x3b1) + 26;
	for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
		if (signs[i] == c)
			return (int)i + 51;
	return -1;
}

gunichar
iw_math_letter(gunichar c, const char *name)
{
	for (size_t i = 0; name && i < G_N_ELEMENTS(variants); i++) {
		const struct variant *v = &variants[i];

		if (strcmp(v->name, name) != 0)
			continue;
		if (c >= 'A' && c <= 'Z')
			return fill_gap(v->latin + c - 'A');
		if (c >= 'a' && c <= 'z')
			return fill_gap(v->latin + 26 + c - 'a');
		if (c >= '0' && c <= '9' && v->digits)
			return v->digits + c - '0';
		if (v->greek && greek_place(c) >= 0)
			return v->greek + (gunichar)greek_place(c);
	}
	return c;
}
