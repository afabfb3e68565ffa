/* SPDX-License-Identifier: Apache-2.0 */
/* Scripts beside, above and below a base. */
#include <string.h>

#include "pdf/math_box.h"
#include "pdf/xml.h"

#define C(name) HB_OT_MATH_CONSTANT_##name

/* How far a subscript goes down and a superscript up from the baseline. */
static void
script_shifts(const struct iw_math *m, const struct iw_math_box *base, const struct iw_math_box *sub,
              const struct iw_math_box *sup, const struct iw_math_style *style, double *down, double *up)
{
	double size = style->size, gap;

	*down = iw_math_constant(m, C(SUBSCRIPT_SHIFT_DOWN), size);
	*up = iw_math_constant(m, style->cramped ? C(SUPERSCRIPT_SHIFT_UP_CRAMPED) : C(SUPERSCRIPT_SHIFT_UP), size);
	if (!base->glyph) {
		*down = MAX(*down, base->descent + iw_math_constant(m, C(SUBSCRIPT_BASELINE_DROP_MIN), size));
		*up = MAX(*up, base->ascent - iw_math_constant(m, C(SUPERSCRIPT_BASELINE_DROP_MAX), size));
	}
	if (sub)
		*down = MAX(*down, sub->ascent - iw_math_constant(m, C(SUBSCRIPT_TOP_MAX), size));
	if (sup)
		*up = MAX(*up, sup->descent + iw_math_constant(m, C(SUPERSCRIPT_BOTTOM_MIN), size));
	if (sub && sup) {
		gap = iw_math_constant(m, C(SUB_SUPERSCRIPT_GAP_MIN), size) -
		      (*up - sup->descent + *down - sub->ascent);
		*down += MAX(0, gap);
	}
}

/* Scripts behind a base; before it when the base is NULL, where they stand as before one of style's size. */
struct iw_math_box *
iw_math_attach(struct iw_math *m, struct iw_math_box *base, struct iw_math_box *sub, struct iw_math_box *sup,
               const struct iw_math_style *style)
{
	struct iw_math_box *box = iw_math_box(m);
	double down, up, after = iw_math_constant(m, C(SPACE_AFTER_SCRIPT), style->size);

	script_shifts(m, base, sub, sup, style, &down, &up);
	iw_math_put(box, base, 0, 0);
	if (sub)
		iw_math_put(box, sub, base->width - (base->glyph ? base->italic : 0), down);
	if (sup)
		iw_math_put(box, sup, base->width + (sub || !base->glyph ? 0 : base->italic * 0.3), -up);
	box->width += after;
	return box;
}

/* Scripts before a base: as behind an empty one of its height, then the base. */
static struct iw_math_box *
attach_before(struct iw_math *m, struct iw_math_box *base, struct iw_math_box *sub, struct iw_math_box *sup,
              const struct iw_math_style *style)
{
	struct iw_math_box *box = iw_math_box(m);
	double down, up, width = MAX(sub ? sub->width : 0, sup ? sup->width : 0);

	script_shifts(m, base, sub, sup, style, &down, &up);
	if (sup)
		iw_math_put(box, sup, width - sup->width, -up);
	if (sub)
		iw_math_put(box, sub, width - sub->width, down);
	iw_math_put(box, base, width + style->size * 0.03, 0);
	return box;
}

static struct iw_math_box *
set_script(struct iw_math *m, const xmlNode *node, const struct iw_math_style *style)
{
	return node && !iw_is_math(node, "none") ? iw_math_set(m, node, style) : NULL;
}

/* A base, pairs of scripts behind it, and, after mprescripts, pairs before it. */
static struct iw_math_box *
set_multi(struct iw_math *m, const xmlNode *node, const struct iw_math_style *style)
{
	struct iw_math_style small = iw_math_smaller(m, style);
	const xmlNode *n = iw_first(node);
	struct iw_math_box *box = n ? iw_math_set(m, n, style) : iw_math_box(m);
	bool before = false;

	n = n ? iw_next(n) : NULL;
	while (n) {
		const xmlNode *second = iw_next(n);
		struct iw_math_box *sub, *sup;

		if (iw_is_math(n, "mprescripts")) {
			before = true;
			n = second;
			continue;
		}
		if (second && iw_is_math(second, "mprescripts"))
			second = NULL;
		sub = set_script(m, n, &small);
		sup = set_script(m, second, &small);
		box = (before ? attach_before : iw_math_attach)(m, box, sub, sup, style);
		n = iw_next(second ? second : n);
	}
	return box;
}

struct iw_math_box *
iw_math_scripts(struct iw_math *m, const xmlNode *node, const struct iw_math_style *style)
{
	struct iw_math_style small = iw_math_smaller(m, style), low = small;
	struct iw_math_box *base, *sub = NULL, *sup = NULL, *box;

	if (iw_is_math(node, "mmultiscripts"))
		return set_multi(m, node, style);
	low.cramped = true;
	base = iw_math_set_child(m, node, 0, style);
	if (!iw_is_math(node, "msup"))
		sub = iw_math_set_child(m, node, 1, &low);
	if (!iw_is_math(node, "msub"))
		sup = iw_math_set_child(m, node, iw_is_math(node, "msup") ? 1 : 2, &small);
	box = iw_math_attach(m, base, sub, sup, style);
	box->italic = 0;
	return box;
}

static bool
is_accent(const xmlNode *parent, const char *attribute, const xmlNode *script)
{
	const char *value = iw_attr(parent, attribute);
	const xmlNode *core = script ? iw_operator_core(script) : NULL;

	if (*value)
		return strcmp(value, "true") == 0 || strcmp(value, "1") == 0;
	return core && iw_operator_of(core).accent;
}

/* A script above or below, made as wide as the base when it is an operator that stretches. */
static struct iw_math_box *
set_limit(struct iw_math *m, const xmlNode *node, bool accent, const struct iw_math_style *style, double width)
{
	struct iw_math_style own = accent ? *style : iw_math_smaller(m, style);
	const xmlNode *core = iw_operator_core(node);
	struct iw_operator op = { 0 };

	if (core)
		op = iw_operator_of(core);
	own.display = false;
	own.up = own.down = 0;
	own.across = op.stretchy && op.across ? width : 0;
	return iw_math_set(m, node, &own);
}

static void
put_over(const struct iw_math *m, struct iw_math_box *box, const struct iw_math_box *base, struct iw_math_box *over,
         bool accent, const struct iw_math_style *style, double left)
{
	double size = style->size, y, x = left + (base->width - over->width) / 2 + (accent ? 0 : base->italic / 2);

	if (accent) {
		y = -(base->ascent + size * 0.07 - over->rise + over->descent);
		if (base->glyph && base->accent >= 0 && over->glyph && over->accent >= 0)
			x = left + base->accent - over->accent;
	} else {
		double gap = iw_math_constant(m, C(UPPER_LIMIT_GAP_MIN), size);
		double rise = iw_math_constant(m, C(UPPER_LIMIT_BASELINE_RISE_MIN), size);

		y = -(base->ascent + MAX(rise, gap + over->descent));
	}
	iw_math_put(box, over, x, y);
}

static void
put_under(const struct iw_math *m, struct iw_math_box *box, const struct iw_math_box *base, struct iw_math_box *under,
          bool accent, const struct iw_math_style *style, double left)
{
	double size = style->size, x = left + (base->width - under->width) / 2 - (accent ? 0 : base->italic / 2);
	double gap = accent ? size * 0.07 : iw_math_constant(m, C(LOWER_LIMIT_GAP_MIN), size);
	double drop = accent ? 0 : iw_math_constant(m, C(LOWER_LIMIT_BASELINE_DROP_MIN), size);

	iw_math_put(box, under, x, base->descent + MAX(drop, gap + under->ascent));
}

/* In a line of text the limits of a sum stand beside it. */
static struct iw_math_box *
limits_beside(struct iw_math *m, const xmlNode *node, const struct iw_math_style *style)
{
	struct iw_math_style small = iw_math_smaller(m, style);
	bool has_under = !iw_is_math(node, "mover"), has_over = !iw_is_math(node, "munder");
	struct iw_math_box *base = iw_math_set_child(m, node, 0, style);
	struct iw_math_box *under = has_under ? iw_math_set_child(m, node, 1, &small) : NULL;
	struct iw_math_box *over = has_over ? iw_math_set_child(m, node, has_under ? 2 : 1, &small) : NULL;

	return iw_math_attach(m, base, under, over, style);
}

struct iw_math_box *
iw_math_limits(struct iw_math *m, const xmlNode *node, const struct iw_math_style *style)
{
	const xmlNode *first = iw_first(node), *core = first ? iw_operator_core(first) : NULL, *n = first;
	const xmlNode *below = NULL, *above = NULL;
	struct iw_math_box *base, *under = NULL, *over = NULL, *box = iw_math_box(m);
	struct iw_math_style wide = *style;
	bool accent_below, accent_above, arrow;
	double left = 0;

	if (!first)
		return box;
	if (core && iw_operator_of(core).movable && !style->display)
		return limits_beside(m, node, style);
	if (!iw_is_math(node, "mover"))
		below = n = iw_next(n);
	if (!iw_is_math(node, "munder"))
		above = n ? iw_next(n) : NULL;
	accent_below = is_accent(node, "accentunder", below);
	accent_above = is_accent(node, "accent", above);
	/* A base that is an arrow is made as wide as what stands above it. */
	arrow = core && iw_operator_of(core).across && iw_operator_of(core).stretchy;
	base = arrow ? NULL : iw_math_set(m, first, style);
	if (below)
		under = set_limit(m, below, accent_below, style, base ? base->width : 0);
	if (above)
		over = set_limit(m, above, accent_above, style, base ? base->width : 0);
	if (arrow) {
		wide.across = MAX(under ? under->width : 0, over ? over->width : 0) + style->size * 0.6;
		base = iw_math_set(m, first, &wide);
	}
	if (!accent_below && under)
		left = MAX(left, (under->width - base->width) / 2);
	if (!accent_above && over)
		left = MAX(left, (over->width - base->width) / 2);
	iw_math_put(box, base, left, 0);
	if (over)
		put_over(m, box, base, over, accent_above, style, left);
	if (under)
		put_under(m, box, base, under, accent_below, style, left);
	return box;
}
