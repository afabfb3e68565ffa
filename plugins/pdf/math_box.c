/* SPDX-License-Identifier: Apache-2.0 */
#include "pdf/math_box.h"

#include <math.h>
#include <string.h>

enum { MOST_PARTS = 400 }; /* of a sign that is put together */

static void
release_parts(void *parts)
{
	g_array_unref(parts);
}

struct iw_math_box *
iw_math_box(struct iw_math *m)
{
	struct iw_math_box *box = iw_new(m->doc, sizeof *box);

	box->accent = -1;
	box->parts = iw_keep(m->doc, g_array_new(FALSE, TRUE, sizeof(struct iw_math_part)), release_parts);
	return box;
}

void
iw_math_put(struct iw_math_box *box, struct iw_math_box *inner, double x, double y)
{
	struct iw_math_part part = { .kind = IW_MATH_BOX, .x = x, .y = y, .width = inner->width, .box = inner };

	g_array_append_val(box->parts, part);
	box->width = MAX(box->width, x + inner->width);
	box->ascent = MAX(box->ascent, inner->ascent - y);
	box->descent = MAX(box->descent, inner->descent + y);
}

void
iw_math_rule(struct iw_math_box *box, double x, double y, double width, double height)
{
	struct iw_math_part part = { .kind = IW_MATH_RULE, .x = x, .y = y, .width = width, .height = height };

	g_array_append_val(box->parts, part);
	box->width = MAX(box->width, x + width);
	box->ascent = MAX(box->ascent, -y);
	box->descent = MAX(box->descent, y + height);
}

double
iw_math_constant(const struct iw_math *m, hb_ot_math_constant_t constant, double size)
{
	double value = hb_ot_math_get_constant(m->font, constant);

	if (constant <= HB_OT_MATH_CONSTANT_SCRIPT_SCRIPT_PERCENT_SCALE_DOWN ||
	    constant == HB_OT_MATH_CONSTANT_RADICAL_DEGREE_BOTTOM_RAISE_PERCENT)
		return value / 100;
	return value * m->unit * size;
}

double
iw_math_axis(const struct iw_math *m, double size)
{
	return iw_math_constant(m, HB_OT_MATH_CONSTANT_AXIS_HEIGHT, size);
}

hb_codepoint_t
iw_math_glyph_of(const struct iw_math *m, gunichar c)
{
	hb_codepoint_t glyph = 0;

	return m->font && hb_font_get_nominal_glyph(m->font, c, &glyph) ? glyph : 0;
}

/* How far a glyph's lower end is above the baseline. */
static double
bottom_of(const struct iw_math *m, hb_codepoint_t glyph, double size)
{
	hb_glyph_extents_t extents = { 0, 0, 0, 0 };

	hb_font_get_glyph_extents(m->font, glyph, &extents);
	return (extents.y_bearing + extents.height) * m->unit * size;
}

static void
add_glyph(const struct iw_math *m, struct iw_math_box *box, hb_codepoint_t glyph, double size, double x, double y,
          const char *text)
{
	hb_glyph_extents_t extents = { 0, 0, 0, 0 };
	double unit = m->unit * size;
	struct iw_math_part part = {
		.kind = IW_MATH_GLYPH, .x = x, .y = y, .glyph = glyph, .size = size, .text = text
	};

	hb_font_get_glyph_extents(m->font, glyph, &extents);
	part.width = hb_font_get_glyph_h_advance(m->font, glyph) * unit;
	g_array_append_val(box->parts, part);
	box->width = MAX(box->width, x + part.width);
	box->ascent = MAX(box->ascent, extents.y_bearing * unit - y);
	box->descent = MAX(box->descent, -(extents.y_bearing + extents.height) * unit + y);
}

struct iw_math_box *
iw_math_glyph(struct iw_math *m, hb_codepoint_t glyph, double size, const char *text)
{
	struct iw_math_box *box = iw_math_box(m);

	add_glyph(m, box, glyph, size, 0, 0, text);
	box->glyph = box->whole = true;
	box->rise = MAX(0, bottom_of(m, glyph, size));
	box->italic = hb_ot_math_get_glyph_italics_correction(m->font, glyph) * m->unit * size;
	box->accent = hb_ot_math_get_glyph_top_accent_attachment(m->font, glyph) * m->unit * size;
	return box;
}

struct iw_math_box *
iw_math_text(struct iw_math *m, const char *text, double size, bool bold, bool italic)
{
	struct iw_math_box *box = iw_math_box(m);
	struct iw_math_part part = { .kind = IW_MATH_TEXT };
	struct iw_style style = *m->style;

	style.size = size / m->zoom;
	style.bold |= bold;
	style.italic = italic;
	part.atom = iw_label(m->doc, &style, m->lang, m->tag, text, -1);
	part.width = part.atom.width;
	g_array_append_val(box->parts, part);
	box->width = part.width;
	box->ascent = style.size * 0.76;
	box->descent = style.size * 0.22;
	box->whole = true;
	return box;
}

static double
height_of(const struct iw_math_box *box)
{
	return box->ascent + box->descent;
}

/* The smallest variant that is large enough; `enough` tells whether there is one. */
static hb_codepoint_t
find_variant(const struct iw_math *m, hb_codepoint_t glyph, double wanted, bool upright, bool *enough)
{
	hb_ot_math_glyph_variant_t variants[32];
	unsigned count = G_N_ELEMENTS(variants);

	hb_ot_math_get_glyph_variants(m->font, glyph, upright ? HB_DIRECTION_BTT : HB_DIRECTION_LTR, 0, &count,
	                              variants);
	*enough = false;
	for (unsigned i = 0; i < count && !*enough; i++) {
		glyph = variants[i].glyph;
		*enough = variants[i].advance >= wanted;
	}
	return glyph;
}

/* How often the parts that repeat are needed to reach a length, with parts overlapping as little as they may. */
static int
repeats_needed(const hb_ot_math_glyph_part_t *parts, unsigned count, double least, double wanted)
{
	double fixed = 0, more = 0;
	int n_fixed = 0, n_more = 0;

	for (unsigned i = 0; i < count; i++) {
		bool repeats = parts[i].flags & HB_OT_MATH_GLYPH_PART_FLAG_EXTENDER;

		*(repeats ? &more : &fixed) += parts[i].full_advance;
		*(repeats ? &n_more : &n_fixed) += 1;
	}
	if (n_more == 0 || more <= least * n_more)
		return 1;
	for (int n = 0; n < MOST_PARTS / n_more; n++)
		if (fixed + more * n - least * (n_fixed + n_more * n - 1) >= wanted)
			return n;
	return MOST_PARTS / n_more;
}

static struct iw_math_box *
assemble(struct iw_math *m, hb_codepoint_t glyph, double size, double wanted, bool upright, const char *text)
{
	hb_direction_t direction = upright ? HB_DIRECTION_BTT : HB_DIRECTION_LTR;
	hb_ot_math_glyph_part_t parts[16];
	unsigned count = G_N_ELEMENTS(parts);
	hb_position_t italic;
	double least = hb_ot_math_get_min_connector_overlap(m->font, direction), at = 0, full = 0, overlap;
	int repeats, total = 0;
	struct iw_math_box *box;

	hb_ot_math_get_glyph_assembly(m->font, glyph, direction, 0, &count, parts, &italic);
	if (count == 0)
		return NULL;
	repeats = repeats_needed(parts, count, least, wanted);
	for (unsigned i = 0; i < count; i++) {
		int n = parts[i].flags & HB_OT_MATH_GLYPH_PART_FLAG_EXTENDER ? repeats : 1;

		total += n;
		full += n * parts[i].full_advance;
	}
	/* What is too much goes into the overlaps. */
	overlap = total > 1 ? MAX(least, (full - wanted) / (total - 1)) : 0;
	for (unsigned i = 0; i < count; i++)
		overlap = total > 1 ? MIN(overlap, MAX(least, parts[i].full_advance * 0.9)) : 0;
	box = iw_math_box(m);
	for (unsigned i = 0; i < count; i++)
		for (int n = parts[i].flags & HB_OT_MATH_GLYPH_PART_FLAG_EXTENDER ? repeats : 1; n > 0; n--) {
			double place = at * m->unit * size;

			add_glyph(m, box, parts[i].glyph, size, upright ? 0 : place,
			          upright ? bottom_of(m, parts[i].glyph, size) - place : 0, at == 0 ? text : "");
			at += parts[i].full_advance - overlap;
		}
	return box;
}

struct iw_math_box *
iw_math_stretch(struct iw_math *m, hb_codepoint_t glyph, double size, double wanted, bool upright, const char *text)
{
	double unit = m->unit * size, middle;
	bool enough;
	hb_codepoint_t variant = find_variant(m, glyph, wanted / unit, upright, &enough);
	struct iw_math_box *box = enough ? NULL : assemble(m, glyph, size, wanted / unit, upright, text), *outer;

	if (!box)
		box = iw_math_glyph(m, variant, size, text);
	if (!upright)
		return box;
	middle = (box->ascent - box->descent) / 2 - iw_math_axis(m, size);
	outer = iw_math_box(m);
	outer->italic = box->italic;
	outer->whole = true;
	iw_math_put(outer, box, 0, middle);
	outer->ascent = height_of(box) / 2 + iw_math_axis(m, size);
	outer->descent = height_of(box) / 2 - iw_math_axis(m, size);
	return outer;
}
