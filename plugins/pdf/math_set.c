/* SPDX-License-Identifier: Apache-2.0 */
/* Elements of a formula, and rows of them. */
#include <stdlib.h>
#include <string.h>

#include "pdf/math.h"
#include "pdf/math_box.h"
#include "pdf/xml.h"

struct iw_math_style
iw_math_smaller(const struct iw_math *m, const struct iw_math_style *style)
{
	struct iw_math_style small = *style;
	double one = 0.7, two = 0.55;

	if (m->font) {
		one = iw_math_constant(m, HB_OT_MATH_CONSTANT_SCRIPT_PERCENT_SCALE_DOWN, 1);
		two = iw_math_constant(m, HB_OT_MATH_CONSTANT_SCRIPT_SCRIPT_PERCENT_SCALE_DOWN, 1);
	}
	small.level = style->level + 1;
	small.size = style->level == 0 ? style->size * one : style->level == 1 ? style->size * two / one : style->size;
	small.display = false;
	small.up = small.down = small.across = 0;
	return small;
}

static struct iw_math_style
as_it_is(const struct iw_math_style *style)
{
	struct iw_math_style plain = *style;

	plain.up = plain.down = plain.across = 0;
	return plain;
}

static bool
stretches_up(const xmlNode *node)
{
	const xmlNode *core = iw_operator_core(node);
	struct iw_operator op;

	if (!core)
		return false;
	op = iw_operator_of(core);
	return op.stretchy && !op.across;
}

static bool
is_space_like(const xmlNode *node)
{
	return iw_is_math(node, "mspace") || iw_is_math(node, "mtext");
}

/* Put a part at the end of a row, with the space that it has as an operator. */
static void
add_to_row(struct iw_math_box *row, double *x, const xmlNode *node, struct iw_math_box *part,
           const struct iw_math_style *style)
{
	const xmlNode *core = iw_operator_core(node);
	double em = style->size * (style->level > 0 ? 0.4 : 1);
	struct iw_operator op = { 0 };

	if (core)
		op = iw_operator_of(core);
	*x += op.before * em;
	iw_math_put(row, part, *x, 0);
	g_array_index(row->parts, struct iw_math_part, row->parts->len - 1).breaks = op.before > 0.1 && op.after > 0.1;
	*x += part->width + op.after * em;
	row->width = MAX(row->width, *x);
}

struct iw_math_box *
iw_math_set_row(struct iw_math *m, const xmlNode *parent, const struct iw_math_style *style)
{
	struct iw_math_style plain = as_it_is(style), high = plain;
	struct iw_math_box *row = iw_math_box(m), *box;
	const xmlNode *first = iw_first(parent);
	GPtrArray *parts;
	double x = 0;
	bool alone = first && !iw_next(first);
	guint i = 0;

	if (alone)
		return iw_math_set(m, first, iw_operator_core(first) ? style : &plain);
	parts = g_ptr_array_new();
	/* Fences are as high as what is beside them. */
	for (const xmlNode *n = first; n; n = iw_next(n)) {
		box = stretches_up(n) ? NULL : iw_math_set(m, n, &plain);
		g_ptr_array_add(parts, box);
		if (box && !is_space_like(n)) {
			high.up = MAX(high.up, box->ascent);
			high.down = MAX(high.down, box->descent);
		}
	}
	for (const xmlNode *n = first; n; n = iw_next(n), i++) {
		box = parts->pdata[i] ? parts->pdata[i] : iw_math_set(m, n, &high);
		add_to_row(row, &x, n, box, style);
		row->italic = box->italic;
	}
	g_ptr_array_unref(parts);
	return row;
}

struct iw_math_box *
iw_math_set_child(struct iw_math *m, const xmlNode *parent, int n, const struct iw_math_style *style)
{
	const xmlNode *node = iw_first(parent);

	while (node && n-- > 0)
		node = iw_next(node);
	return node ? iw_math_set(m, node, style) : iw_math_box(m);
}

/* mfenced is a row with fences and separators in it. */
static struct iw_math_box *
set_fenced(struct iw_math *m, const xmlNode *node, const struct iw_math_style *style)
{
	bool has_open = xmlHasProp(node, (const xmlChar *)"open"),
	     has_close = xmlHasProp(node, (const xmlChar *)"close");
	const char *separators = xmlHasProp(node, (const xmlChar *)"separators") ? iw_attr(node, "separators") : ",";
	struct iw_math_style plain = as_it_is(style), high = plain;
	struct iw_math_box *row = iw_math_box(m), *inner = iw_math_box(m), *open, *close;
	const char *at = separators;
	double x = 0;

	for (const xmlNode *n = iw_first(node); n; n = iw_next(n)) {
		struct iw_math_box *part = iw_math_set(m, n, &plain);

		iw_math_put(inner, part, x, 0);
		x += part->width;
		while (*at == ' ')
			at++;
		if (!*at || !iw_next(n))
			continue;
		part = iw_math_operator(m, iw_format(m->doc, "%.*s", (int)(g_utf8_next_char(at) - at), at), NULL,
		                        &plain);
		iw_math_put(inner, part, x, 0);
		x += part->width + plain.size * 3 / 18;
		/* The last separator goes on for the rest. */
		if (*g_utf8_next_char(at))
			at = g_utf8_next_char(at);
	}
	high.up = inner->ascent;
	high.down = inner->descent;
	open = iw_math_operator(m, has_open ? g_strstrip(iw_format(m->doc, "%s", iw_attr(node, "open"))) : "(", NULL,
	                        &high);
	close = iw_math_operator(m, has_close ? g_strstrip(iw_format(m->doc, "%s", iw_attr(node, "close"))) : ")", NULL,
	                         &high);
	iw_math_put(row, open, 0, 0);
	iw_math_put(row, inner, open->width, 0);
	iw_math_put(row, close, open->width + x, 0);
	return row;
}

static struct iw_math_box *
set_space(struct iw_math *m, const xmlNode *node, const struct iw_math_style *style)
{
	struct iw_math_box *box = iw_math_box(m);

	box->width = MAX(0, iw_math_length(iw_attr(node, "width"), 0) * style->size);
	box->ascent = MAX(0, iw_math_length(iw_attr(node, "height"), 0) * style->size);
	box->descent = MAX(0, iw_math_length(iw_attr(node, "depth"), 0) * style->size);
	return box;
}

static struct iw_math_box *
set_phantom(struct iw_math *m, const xmlNode *node, const struct iw_math_style *style)
{
	struct iw_math_box *box = iw_math_set_row(m, node, style), *outer = iw_math_box(m);

	iw_math_put(outer, box, 0, 0);
	outer->unseen = true;
	return outer;
}

/* An error message stands in a frame. */
static struct iw_math_box *
set_error(struct iw_math *m, const xmlNode *node, const struct iw_math_style *style)
{
	struct iw_math_box *box = iw_math_set_row(m, node, style), *outer = iw_math_box(m);
	double pad = style->size * 0.15, line = style->size * 0.05;
	double width = box->width + 2 * pad, height = box->ascent + box->descent + 2 * pad;

	iw_math_put(outer, box, pad, 0);
	iw_math_rule(outer, 0, -box->ascent - pad, width, line);
	iw_math_rule(outer, 0, box->descent + pad - line, width, line);
	iw_math_rule(outer, 0, -box->ascent - pad, line, height);
	iw_math_rule(outer, width - line, -box->ascent - pad, line, height);
	return outer;
}

/* What an element's own attributes change. */
static struct iw_math_style
own_style(const struct iw_math *m, const xmlNode *node, const struct iw_math_style *style)
{
	const char *display = iw_attr(node, "displaystyle"), *variant = iw_attr(node, "mathvariant");
	const char *level = iw_attr(node, "scriptlevel");
	struct iw_math_style own = *style;
	long given = strtol(level, NULL, 10), wanted = *level == '+' || *level == '-' ? style->level + given : given;

	for (; *level && own.level < wanted && own.level < 3;) {
		bool keep = own.display;

		own = iw_math_smaller(m, &own);
		own.display = keep;
	}
	if (*display)
		own.display = strcmp(display, "true") == 0 || strcmp(display, "1") == 0;
	if (*variant)
		own.variant = variant;
	return own;
}

struct iw_math_box *
iw_math_set(struct iw_math *m, const xmlNode *node, const struct iw_math_style *style)
{
	static const struct {
		const char *name;
		struct iw_math_box *(*set)(struct iw_math *m, const xmlNode *node, const struct iw_math_style *style);
	} known[] = {
		{ "mi", iw_math_token },
		{ "mn", iw_math_token },
		{ "mo", iw_math_token },
		{ "mtext", iw_math_token },
		{ "ms", iw_math_token },
		{ "mspace", set_space },
		{ "mrow", iw_math_set_row },
		{ "mstyle", iw_math_set_row },
		{ "mpadded", iw_math_set_row },
		{ "mphantom", set_phantom },
		{ "merror", set_error },
		{ "mfenced", set_fenced },
		{ "mfrac", iw_math_fraction },
		{ "msqrt", iw_math_root },
		{ "mroot", iw_math_root },
		{ "msub", iw_math_scripts },
		{ "msup", iw_math_scripts },
		{ "msubsup", iw_math_scripts },
		{ "mmultiscripts", iw_math_scripts },
		{ "munder", iw_math_limits },
		{ "mover", iw_math_limits },
		{ "munderover", iw_math_limits },
		{ "mtable", iw_math_table },
		{ "none", iw_math_set_row },
		{ "mprescripts", iw_math_set_row },
		{ "semantics", iw_math_set_row },
	};
	struct iw_math_style own = own_style(m, node, style);
	GString *text;
	struct iw_math_box *box;

	for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
		if (iw_is_math(node, known[i].name))
			return known[i].set(m, node, &own);
	if (iw_is_math(node, "annotation"))
		return iw_math_box(m);
	iw_warn(m->doc, "a formula has an element <%s>, which is not known; it is set as text",
	        (const char *)node->name);
	text = g_string_new(NULL);
	iw_math_linear(node, text);
	box = iw_math_text(m, text->str, own.size, false, false);
	g_string_free(text, TRUE);
	return box;
}
