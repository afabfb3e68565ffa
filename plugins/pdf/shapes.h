/* SPDX-License-Identifier: Apache-2.0 */
/* The simple things on a page, as draw functions for atoms. All but labels are artifacts. */
#ifndef IW_PDF_SHAPES_H
#define IW_PDF_SHAPES_H

#include "pdf/strip.h"

struct iw_rect {
	double x, y, width, height, grey;
};

/* A filled rectangle behind the text; `what` is its grey, y its top. */
void iw_draw_rect(struct iw_canvas *canvas, const struct iw_atom *atom, double x, double y);

/* Draw the rectangles that have been collected: those that touch become one, lest a seam be seen. */
void iw_draw_rects(struct iw_canvas *canvas);

/* A place to lead to; `what` is a struct iw_anchor. */
void iw_draw_anchor(struct iw_canvas *canvas, const struct iw_atom *atom, double x, double y);

/* Nothing is drawn, but the atom's element joins the structure. */
void iw_draw_nothing(struct iw_canvas *canvas, const struct iw_atom *atom, double x, double y);

/*
 * A circle of the atom's width with its top at y, and the outline of a box; `what` is the grey of the line. A disc is
 * a circle that is filled.
 */
void iw_draw_disc(struct iw_canvas *canvas, const struct iw_atom *atom, double x, double y);
void iw_draw_circle(struct iw_canvas *canvas, const struct iw_atom *atom, double x, double y);
void iw_draw_box(struct iw_canvas *canvas, const struct iw_atom *atom, double x, double y);

#endif
