/* SPDX-License-Identifier: Apache-2.0 */
#include "pdf/math.h"

#include <string.h>

#include "pdf/math_box.h"
#include "pdf/xml.h"

#define X_HEIGHT 0.53 /* of the fonts for text */

struct formula { /* what draw_formula draws */
	struct iw_math_box *box;
	const struct iw_face *face;
	double scale;
	double grey;
};

static void draw_box(struct iw_canvas *canvas, const struct formula *f, const struct iw_math_box *box, double x,
                     double y);

static void
draw_glyph(struct iw_canvas *canvas, const struct formula *f, const struct iw_math_part *part, double x, double y)
{
	cairo_scaled_font_t *font = iw_face_scaled(f->face, part->size);
	cairo_text_cluster_t cluster = { (int)strlen(part->text), 1 };
	cairo_glyph_t glyph = { part->glyph, x, y };

	cairo_set_scaled_font(canvas->cr, font);
	cairo_show_text_glyphs(canvas->cr, part->text, cluster.num_bytes, &glyph, 1, &cluster, 1, 0);
	cairo_scaled_font_destroy(font);
}

static void
draw_part(struct iw_canvas *canvas, const struct formula *f, const struct iw_math_part *part, double x, double y)
{
	switch (part->kind) {
	case IW_MATH_BOX: draw_box(canvas, f, part->box, x, y); break;
	case IW_MATH_GLYPH: draw_glyph(canvas, f, part, x, y); break;
	case IW_MATH_TEXT: part->atom.draw(canvas, &part->atom, x, y); break;
	case IW_MATH_RULE:
		cairo_rectangle(canvas->cr, x, y, part->width, part->height);
		cairo_fill(canvas->cr);
		break;
	}
}

static void
draw_box(struct iw_canvas *canvas, const struct formula *f, const struct iw_math_box *box, double x, double y)
{
	if (box->unseen)
		return;
	cairo_save(canvas->cr);
	if (box->turned) {
		cairo_translate(canvas->cr, 2 * x + box->width, 0);
		cairo_scale(canvas->cr, -1, 1);
	}
	for (guint i = 0; i < box->parts->len; i++) {
		const struct iw_math_part *part = &g_array_index(box->parts, struct iw_math_part, i);

		draw_part(canvas, f, part, x + part->x, y + part->y);
	}
	cairo_restore(canvas->cr);
}

static void
draw_formula(struct iw_canvas *canvas, const struct iw_atom *atom, double x, double y)
{
	const struct formula *f = atom->what;
	double box[] = { x, y - f->box->ascent * f->scale, x + atom->width, y + f->box->descent * f->scale };

	iw_canvas_mark(canvas, atom->tag, false);
	cairo_save(canvas->cr);
	cairo_translate(canvas->cr, x, y);
	cairo_scale(canvas->cr, f->scale, f->scale);
	cairo_set_source_rgb(canvas->cr, f->grey, f->grey, f->grey);
	draw_box(canvas, f, f->box, 0, 0);
	cairo_restore(canvas->cr);
	if (atom->tag)
		memcpy(atom->tag->box, box, sizeof box);
}

/* Turn a formula that is written from right to left round: boxes change sides, the signs in them do not. */
static void
mirror(struct iw_math_box *box)
{
	for (guint i = 0; i < box->parts->len; i++) {
		struct iw_math_part *part = &g_array_index(box->parts, struct iw_math_part, i);

		part->x = box->width - part->x - part->width;
		if (part->kind == IW_MATH_BOX && !part->box->whole)
			mirror(part->box);
	}
}

static void
release_font(void *font)
{
	hb_font_destroy(font);
}

/* Get the font ready; false when there is none. */
static bool
open_font(struct iw_math *m)
{
	hb_position_t height = 0;
	unsigned upem;

	m->face = iw_fonts_math(m->doc->fonts);
	m->zoom = 1;
	if (!m->face)
		return false;
	m->font = iw_keep(m->doc, hb_font_create(iw_face_hb(m->face)), release_font);
	upem = hb_face_get_upem(iw_face_hb(m->face));
	m->unit = 1.0 / upem;
	if (hb_ot_metrics_get_position(m->font, HB_OT_METRICS_TAG_X_HEIGHT, &height) && height > 0)
		m->zoom = CLAMP(X_HEIGHT / (height * m->unit), 0.9, 1.2);
	return true;
}

static char *
alt_of(struct iw_doc *doc, const xmlNode *math)
{
	GString *text = g_string_new(iw_attr(math, "alttext"));

	if (text->len == 0)
		iw_math_linear(math, text);
	return g_strstrip(iw_keep(doc, g_string_free(text, FALSE), g_free));
}

static struct iw_math_box *
set_formula(struct iw_math *m, const xmlNode *math, const char *alt)
{
	struct iw_math_style style = { .display = strcmp(iw_attr(math, "display"), "block") == 0 };
	struct iw_math_box *box;

	if (!open_font(m)) {
		iw_warn(m->doc, "a formula is set as text: no font with a MATH table is installed (Debian: "
		                "fonts-texgyre-math)");
		return iw_math_text(m, alt, m->style->size, false, false);
	}
	style.size = m->style->size * m->zoom;
	if (*iw_attr(math, "displaystyle"))
		style.display = iw_attr(math, "displaystyle")[0] == 't' || iw_attr(math, "displaystyle")[0] == '1';
	box = iw_math_set_row(m, math, &style);
	if (m->rtl)
		mirror(box);
	return box;
}

/* The end of the line of a row that begins with part `first`: the last place to divide it within `width`. */
static guint
line_end(const struct iw_math_box *row, guint first, double width)
{
	const struct iw_math_part *parts = (const struct iw_math_part *)(void *)row->parts->data;
	guint end = 0;

	for (guint i = first; i < row->parts->len; i++) {
		if (i > first && parts[i].breaks)
			end = i;
		if (parts[i].x + parts[i].width - parts[first].x > width && end > first)
			return end;
	}
	return row->parts->len;
}

/* Parts [first, end) of a row as a row of their own. */
static struct iw_math_box *
cut_row(struct iw_math *m, const struct iw_math_box *row, guint first, guint end)
{
	struct iw_math_box *box = iw_math_box(m);
	double left = g_array_index(row->parts, struct iw_math_part, first).x;

	for (guint i = first; i < end; i++) {
		const struct iw_math_part *part = &g_array_index(row->parts, struct iw_math_part, i);

		iw_math_put(box, part->box, part->x - left, part->y);
	}
	return box;
}

/* A box as something that stands in a line, made smaller if it is too large for the page. */
static struct iw_object *
make_object(struct iw_math *m, struct iw_math_box *box, double width)
{
	struct iw_doc *doc = m->doc;
	struct formula *formula = iw_new(doc, sizeof *formula);
	struct iw_object *object = iw_new(doc, sizeof *object);
	double highest = (doc->design.page_height - doc->design.top - doc->design.bottom) * 0.8, scale = 1;

	if (width > 0 && box->width > width)
		scale = width / box->width;
	if (box->ascent + box->descent > highest)
		scale = MIN(scale, highest / (box->ascent + box->descent));
	if (scale < 0.6)
		iw_warn(doc, "a formula is too large for the page: it is set at %d %% of its size", (int)(scale * 100));
	*formula = (struct formula){ box, m->face, scale, m->style->grey };
	*object = (struct iw_object){ draw_formula,        formula, m->tag, box->width * scale, box->ascent * scale,
		                      box->descent * scale };
	return object;
}

static bool
is_row(const struct iw_math_box *box)
{
	for (guint i = 0; i < box->parts->len; i++)
		if (g_array_index(box->parts, struct iw_math_part, i).kind != IW_MATH_BOX)
			return false;
	return !box->unseen;
}

GPtrArray *
iw_math_objects(struct iw_doc *doc, const xmlNode *math, struct iw_tag *parent, const struct iw_style *style,
                const char *lang, double width)
{
	struct iw_math m = {
		.doc = doc, .style = style, .lang = lang, .rtl = strcmp(iw_attr(math, "dir"), "rtl") == 0
	};
	GPtrArray *objects = g_ptr_array_new();
	struct iw_math_box *box;

	m.tag = iw_tag_new(doc, parent, "Formula");
	m.tag->alt = alt_of(doc, math);
	box = set_formula(&m, math, m.tag->alt);
	if (width <= 0 || box->width <= width || m.rtl || !is_row(box)) {
		g_ptr_array_add(objects, make_object(&m, box, width));
		return objects;
	}
	for (guint first = 0, end; first < box->parts->len; first = end) {
		end = line_end(box, first, width);
		g_ptr_array_add(objects, make_object(&m, cut_row(&m, box, first, end), width));
	}
	return objects;
}
