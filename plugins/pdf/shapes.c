/* SPDX-License-Identifier: Apache-2.0 */
#include "pdf/shapes.h"

#include <math.h>

#define OUTLINE 0.6 /* the width of a line around something */

void
iw_draw_rect(struct iw_canvas *canvas, const struct iw_atom *atom, double x, double y)
{
	const double *grey = atom->what;
	double top = MAX(y, canvas->top);
	struct iw_rect rect = { x, top, atom->width, y + atom->height - top, *grey };

	g_array_append_val(canvas->rects, rect);
}

static bool
touch(const struct iw_rect *a, const struct iw_rect *b)
{
	return fabs(a->x - b->x) < 0.01 && fabs(a->width - b->width) < 0.01 && fabs(a->grey - b->grey) < 0.001 &&
	       fabs(a->y + a->height - b->y) < 0.01;
}

void
iw_draw_rects(struct iw_canvas *canvas)
{
	GArray *rects = canvas->rects;

	for (guint i = 0; i < rects->len; i++) {
		struct iw_rect *r = &g_array_index(rects, struct iw_rect, i);

		for (guint j = i + 1; j < rects->len && r->grey >= 0; j++) {
			struct iw_rect *next = &g_array_index(rects, struct iw_rect, j);

			if (next->grey >= 0 && touch(r, next)) {
				r->height += next->height;
				next->grey = -1;
			}
		}
	}
	for (guint i = 0; i < rects->len; i++) {
		const struct iw_rect *r = &g_array_index(rects, struct iw_rect, i);

		if (r->grey < 0)
			continue;
		iw_canvas_mark(canvas, NULL, false);
		cairo_set_source_rgb(canvas->cr, r->grey, r->grey, r->grey);
		cairo_rectangle(canvas->cr, r->x, r->y, r->width, r->height);
		cairo_fill(canvas->cr);
	}
	g_array_set_size(rects, 0);
}

void
iw_draw_anchor(struct iw_canvas *canvas, const struct iw_atom *atom, double x, double y)
{
	struct iw_anchor anchor = *(const struct iw_anchor *)atom->what;

	(void)x;
	if (canvas->repeats)
		return;
	anchor.page = (int)canvas->pages->len - 1;
	anchor.y = y;
	g_array_append_val(canvas->anchors, anchor);
}

void
iw_draw_nothing(struct iw_canvas *canvas, const struct iw_atom *atom, double x, double y)
{
	(void)x, (void)y;
	if (!canvas->repeats && atom->tag)
		iw_tag_join(atom->tag);
}

void
iw_draw_disc(struct iw_canvas *canvas, const struct iw_atom *atom, double x, double y)
{
	double r = atom->width / 2;

	iw_canvas_mark(canvas, NULL, false);
	cairo_new_sub_path(canvas->cr);
	cairo_arc(canvas->cr, x + r, y + r, r, 0, 2 * G_PI);
	cairo_set_source_rgb(canvas->cr, 0, 0, 0);
	cairo_fill(canvas->cr);
}

void
iw_draw_circle(struct iw_canvas *canvas, const struct iw_atom *atom, double x, double y)
{
	const double *grey = atom->what;
	double r = atom->width / 2;

	iw_canvas_mark(canvas, NULL, false);
	cairo_new_sub_path(canvas->cr);
	cairo_arc(canvas->cr, x + r, y + r, r - OUTLINE / 2, 0, 2 * G_PI);
	cairo_set_line_width(canvas->cr, OUTLINE);
	cairo_set_source_rgb(canvas->cr, *grey, *grey, *grey);
	cairo_stroke(canvas->cr);
}

void
iw_draw_box(struct iw_canvas *canvas, const struct iw_atom *atom, double x, double y)
{
	const double *grey = atom->what;

	iw_canvas_mark(canvas, NULL, false);
	cairo_rectangle(canvas->cr, x, y, atom->width, atom->height);
	cairo_set_line_width(canvas->cr, OUTLINE);
	cairo_set_source_rgb(canvas->cr, *grey, *grey, *grey);
	cairo_stroke(canvas->cr);
}
