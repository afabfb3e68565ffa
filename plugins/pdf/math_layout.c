/* SPDX-License-Identifier: Apache-2.0 */
/* Fractions, roots and tables of a formula, by the rules of OpenType's MATH table. */
#include <stdlib.h>
#include <string.h>

#include "pdf/math_box.h"
#include "pdf/xml.h"

#define C(name) HB_OT_MATH_CONSTANT_##name

static double
constant(const struct iw_math *m, const struct iw_math_style *style, hb_ot_math_constant_t in_text,
         hb_ot_math_constant_t in_display)
{
	return iw_math_constant(m, style->display ? in_display : in_text, style->size);
}

/* linethickness: a length, a share of the usual one, or a name. */
static double
thickness_of(const xmlNode *node, double usual, double size)
{
	const char *text = iw_attr(node, "linethickness");
	char *end;
	double value = g_ascii_strtod(text, &end);

	if (!*text || strcmp(text, "medium") == 0)
		return usual;
	if (strcmp(text, "thin") == 0 || strcmp(text, "thick") == 0)
		return usual * (strcmp(text, "thin") == 0 ? 0.5 : 2);
	if (end != text && !*end)
		return CLAMP(value, 0, 10) * usual;
	return CLAMP(iw_math_length(text, -1), -1, 1) < 0 ? usual : CLAMP(iw_math_length(text, 0), 0, 1) * size;
}

/* How far the numerator is to go up and the denominator down. */
static void
fraction_shifts(const struct iw_math *m, const struct iw_math_style *style, double line, const struct iw_math_box *over,
                const struct iw_math_box *under, double *up, double *down)
{
	double axis = iw_math_axis(m, style->size), gap;

	if (line > 0) {
		*up = constant(m, style, C(FRACTION_NUMERATOR_SHIFT_UP), C(FRACTION_NUMERATOR_DISPLAY_STYLE_SHIFT_UP));
		*down = constant(m, style, C(FRACTION_DENOMINATOR_SHIFT_DOWN),
		                 C(FRACTION_DENOMINATOR_DISPLAY_STYLE_SHIFT_DOWN));
		gap = constant(m, style, C(FRACTION_NUMERATOR_GAP_MIN), C(FRACTION_NUM_DISPLAY_STYLE_GAP_MIN));
		*up = MAX(*up, axis + line / 2 + gap + over->descent);
		gap = constant(m, style, C(FRACTION_DENOMINATOR_GAP_MIN), C(FRACTION_DENOM_DISPLAY_STYLE_GAP_MIN));
		*down = MAX(*down, line / 2 - axis + gap + under->ascent);
		return;
	}
	*up = constant(m, style, C(STACK_TOP_SHIFT_UP), C(STACK_TOP_DISPLAY_STYLE_SHIFT_UP));
	*down = constant(m, style, C(STACK_BOTTOM_SHIFT_DOWN), C(STACK_BOTTOM_DISPLAY_STYLE_SHIFT_DOWN));
	gap = constant(m, style, C(STACK_GAP_MIN), C(STACK_DISPLAY_STYLE_GAP_MIN)) -
	      (*up - over->descent + *down - under->ascent);
	if (gap > 0) {
		*up += gap / 2;
		*down += gap / 2;
	}
}

struct iw_math_box *
iw_math_fraction(struct iw_math *m, const xmlNode *node, const struct iw_math_style *style)
{
	struct iw_math_style inner = style->display ? *style : iw_math_smaller(m, style);
	double line = thickness_of(node, iw_math_constant(m, C(FRACTION_RULE_THICKNESS), style->size), style->size);
	double up, down, width, side = style->size * 0.08, axis = iw_math_axis(m, style->size);
	struct iw_math_box *over, *under, *box = iw_math_box(m);

	inner.display = false;
	inner.up = inner.down = inner.across = 0;
	over = iw_math_set_child(m, node, 0, &inner);
	under = iw_math_set_child(m, node, 1, &inner);
	width = MAX(over->width, under->width) + 2 * side;
	fraction_shifts(m, style, line, over, under, &up, &down);
	iw_math_put(box, over, (width - over->width) / 2 + side, -up);
	if (line > 0)
		iw_math_rule(box, side, -axis - line / 2, width, line);
	iw_math_put(box, under, (width - under->width) / 2 + side, down);
	box->width = width + 2 * side;
	return box;
}

/* The sign of a root of a height, its upper end at 0: what hangs below is returned by its descent. */
static struct iw_math_box *
root_sign(struct iw_math *m, const struct iw_math_style *style, double height, double *top)
{
	hb_codepoint_t glyph = iw_math_glyph_of(m, 0x221a);
	struct iw_math_box *sign = iw_math_stretch(m, glyph, style->size, height, true, "\xe2\x88\x9a");

	*top = sign->ascent;
	sign->turned = m->rtl;
	return sign;
}

struct iw_math_box *
iw_math_root(struct iw_math *m, const xmlNode *node, const struct iw_math_style *style)
{
	bool has_index = iw_is_math(node, "mroot");
	struct iw_math_style tiny = iw_math_smaller(m, style), inner = *style;
	double line = iw_math_constant(m, C(RADICAL_RULE_THICKNESS), style->size), top, x = 0, shift;
	double gap = constant(m, style, C(RADICAL_VERTICAL_GAP), C(RADICAL_DISPLAY_STYLE_VERTICAL_GAP));
	struct iw_math_box *base, *sign, *box = iw_math_box(m);

	inner.up = inner.down = inner.across = 0;
	base = has_index ? iw_math_set_child(m, node, 0, &inner) : iw_math_set_row(m, node, &inner);
	sign = root_sign(m, style, base->ascent + base->descent + gap + line, &top);
	/* What the sign is higher than needed goes to both sides of what is under it. */
	gap += MAX(0, (sign->ascent + sign->descent - base->ascent - base->descent - gap - line) / 2);
	shift = top - (base->ascent + gap + line); /* downwards */
	if (has_index) {
		struct iw_math_box *index;
		double raise = iw_math_constant(m, C(RADICAL_DEGREE_BOTTOM_RAISE_PERCENT), 1);

		tiny = iw_math_smaller(m, &tiny);
		index = iw_math_set_child(m, node, 1, &tiny);
		x = MAX(0, iw_math_constant(m, C(RADICAL_KERN_BEFORE_DEGREE), style->size));
		iw_math_put(box, index, x,
		            sign->descent + shift - raise * (sign->ascent + sign->descent) - index->descent);
		x = MAX(0, x + index->width + iw_math_constant(m, C(RADICAL_KERN_AFTER_DEGREE), style->size));
	}
	iw_math_put(box, sign, x, shift);
	iw_math_rule(box, x + sign->width, shift - top, base->width, line);
	iw_math_put(box, base, x + sign->width, 0);
	box->ascent += iw_math_constant(m, C(RADICAL_EXTRA_ASCENDER), style->size);
	return box;
}

struct grid {
	GPtrArray *boxes; /* row by row, each `columns` long */
	guint rows, columns;
	double *widths;
};

static struct grid
set_cells(struct iw_math *m, const xmlNode *node, const struct iw_math_style *style)
{
	struct grid grid = { .boxes = g_ptr_array_new() };

	for (const xmlNode *tr = iw_first(node); tr; tr = iw_next(tr)) {
		guint columns = 0;

		for (const xmlNode *td = iw_first(tr); td; td = iw_next(td))
			columns++;
		grid.columns = MAX(grid.columns, columns);
		grid.rows++;
	}
	grid.widths = g_new0(double, grid.columns + 1);
	for (const xmlNode *tr = iw_first(node); tr; tr = iw_next(tr)) {
		const xmlNode *td = iw_first(tr);

		for (guint c = 0; c < grid.columns; c++) {
			struct iw_math_box *box = td ? iw_math_set_row(m, td, style) : iw_math_box(m);

			grid.widths[c] = MAX(grid.widths[c], box->width);
			g_ptr_array_add(grid.boxes, box);
			td = td ? iw_next(td) : NULL;
		}
	}
	return grid;
}

/* Where a cell of a column begins: columnalign lists the columns, its last word holds for the rest. */
static double
place_in(const char *align, guint column, double room)
{
	const char *word = align;

	for (guint c = 0; c < column; c++) {
		const char *next = word + strcspn(word, " ");

		next += strspn(next, " ");
		if (!*next)
			break;
		word = next;
	}
	return g_str_has_prefix(word, "left") ? 0 : g_str_has_prefix(word, "right") ? room : room / 2;
}

struct iw_math_box *
iw_math_table(struct iw_math *m, const xmlNode *node, const struct iw_math_style *style)
{
	struct iw_math_style inner = *style;
	struct iw_math_box *rows = iw_math_box(m), *box = iw_math_box(m);
	double between = style->size * 0.8, lead = style->size * 0.45, y = 0, height;
	struct grid grid;

	inner.up = inner.down = inner.across = 0;
	inner.display =
		strcmp(iw_attr(node, "displaystyle"), "true") == 0 || strcmp(iw_attr(node, "displaystyle"), "1") == 0;
	grid = set_cells(m, node, &inner);
	for (guint r = 0; r < grid.rows; r++) {
		double above = style->size * 0.7, below = style->size * 0.25, x = between / 4;

		for (guint c = 0; c < grid.columns; c++) {
			const struct iw_math_box *cell = grid.boxes->pdata[r * grid.columns + c];

			above = MAX(above, cell->ascent);
			below = MAX(below, cell->descent);
		}
		y += above + (r ? lead : 0);
		for (guint c = 0; c < grid.columns; c++) {
			struct iw_math_box *cell = grid.boxes->pdata[r * grid.columns + c];
			double room = grid.widths[c] - cell->width;

			iw_math_put(rows, cell, x + place_in(iw_attr(node, "columnalign"), c, room), y);
			x += grid.widths[c] + between;
		}
		rows->width = MAX(rows->width, x - between * 3 / 4);
		y += below;
	}
	height = y;
	rows->ascent = 0;
	rows->descent = height;
	iw_math_put(box, rows, 0, -height / 2 - iw_math_axis(m, style->size));
	box->ascent = height / 2 + iw_math_axis(m, style->size);
	box->descent = height / 2 - iw_math_axis(m, style->size);
	g_ptr_array_unref(grid.boxes);
	g_free(grid.widths);
	return box;
}
