/* SPDX-License-Identifier: Apache-2.0 */
/* The leaves of a formula: identifiers, numbers, operators and text. */
#include <string.h>

#include "pdf/math_box.h"
#include "pdf/xml.h"

/* Characters of a row of glyphs; NULL when the math font lacks one of them. */
static struct iw_math_box *
set_glyphs(struct iw_math *m, const char *text, double size, const char *variant)
{
	struct iw_math_box *box = iw_math_box(m), *glyph = NULL;
	double x = 0;

	for (const char *p = text; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		hb_codepoint_t g = iw_math_glyph_of(m, iw_math_letter(c, variant));

		if (!g)
			g = iw_math_glyph_of(m, c);
		if (!g)
			return NULL;
		glyph = iw_math_glyph(m, g, size, iw_format(m->doc, "%.*s", (int)(g_utf8_next_char(p) - p), p));
		iw_math_put(box, glyph, x, 0);
		x += glyph->width;
	}
	if (glyph && text[0] && !*g_utf8_next_char(text))
		return glyph;
	box->italic = glyph ? glyph->italic : 0;
	box->whole = true;
	return box;
}

static struct iw_math_box *
set_text(struct iw_math *m, const char *text, double size, const char *variant)
{
	struct iw_math_box *box = m->font ? set_glyphs(m, text, size, variant) : NULL;

	return box ? box : iw_math_text(m, text, size, variant && strstr(variant, "bold"), false);
}

/* The content with white space folded. */
static char *
content_of(struct iw_math *m, const xmlNode *node)
{
	xmlChar *content = xmlNodeGetContent(node);
	GString *text = g_string_new(NULL);
	bool space = false;

	for (const char *p = (char *)content; *p; p++) {
		if (strchr(" \t\r\n", *p)) {
			space = text->len > 0;
			continue;
		}
		if (space)
			g_string_append_c(text, ' ');
		space = false;
		g_string_append_c(text, *p);
	}
	xmlFree(content);
	return iw_keep(m->doc, g_string_free(text, FALSE), g_free);
}

/* The sign that is meant by one of the keyboard. */
static gunichar
proper_sign(gunichar c, bool accent)
{
	static const gunichar accents[][2] = {
		{ '^', 0x2c6 },    { '~', 0x2dc },     { '_', 0x203e },  { 0xaf, 0x203e },
		{ '`', 0x2cb },    { 0x2192, 0x20d7 }, { 0x302, 0x2c6 }, { 0x303, 0x2dc },
		{ 0x304, 0x203e }, { 0x307, 0x2d9 },   { 0x308, 0xa8 },
	};

	for (size_t i = 0; accent && i < G_N_ELEMENTS(accents); i++)
		if (accents[i][0] == c)
			return accents[i][1];
	return c == '-' ? 0x2212 : c;
}

struct iw_math_box *
iw_math_operator(struct iw_math *m, const char *text, const xmlNode *node, const struct iw_math_style *style)
{
	struct iw_operator op = node ? iw_operator_of(node) : iw_operator_find(text, 'p');
	gunichar c = g_utf8_get_char(text), other;
	bool single = *text && !*g_utf8_next_char(text);
	hb_codepoint_t glyph;

	if (single)
		c = proper_sign(c, op.accent);
	if (single && m->rtl && g_unichar_get_mirror_char(c, &other))
		c = other;
	if (c >= 0x2061 && c <= 0x2064)
		return iw_math_box(m); /* not seen */
	glyph = single ? iw_math_glyph_of(m, c) : 0;
	if (!glyph)
		return set_text(m, text, style->size, style->variant);
	if (op.large && style->display)
		return iw_math_stretch(
			m, glyph, style->size,
			iw_math_constant(m, HB_OT_MATH_CONSTANT_DISPLAY_OPERATOR_MIN_HEIGHT, style->size), true, text);
	if (op.stretchy && op.across && style->across > 0)
		return iw_math_stretch(m, glyph, style->size, style->across, false, text);
	if (op.stretchy && !op.across && style->up + style->down > 0) {
		double axis = iw_math_axis(m, style->size);
		double half = MAX(style->up - axis, style->down + axis);

		/* As TeX does it: nine tenths, lest all fences grow by a little. */
		return iw_math_stretch(m, glyph, style->size, MAX(half * 2 * 0.901, half * 2 - style->size * 0.5), true,
		                       text);
	}
	return op.large || op.fence ? iw_math_stretch(m, glyph, style->size, 0, true, text)
	                            : iw_math_glyph(m, glyph, style->size, text);
}

struct iw_math_box *
iw_math_token(struct iw_math *m, const xmlNode *node, const struct iw_math_style *style)
{
	const char *text = content_of(m, node), *variant = iw_attr(node, "mathvariant");

	if (!*variant)
		variant = style->variant;
	if (iw_is_math(node, "mo"))
		return iw_math_operator(m, text, node, style);
	if (iw_is_math(node, "ms"))
		text = iw_format(m->doc, "\"%s\"", text);
	if (iw_is_math(node, "mtext") || iw_is_math(node, "ms"))
		return iw_math_text(m, text, style->size, variant && strstr(variant, "bold"),
		                    variant && strstr(variant, "italic"));
	if (iw_is_math(node, "mi") && !(variant && *variant) && *text && !*g_utf8_next_char(text))
		variant = "italic";
	return set_text(m, text, style->size, variant);
}
