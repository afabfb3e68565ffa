/* SPDX-License-Identifier: Apache-2.0 */
/* The lines of a text that has been laid out: between text.c, which builds it, and the strips of a flow. */
#ifndef IW_PDF_LINES_H
#define IW_PDF_LINES_H

#include "pdf/text.h"

struct iw_line {               /* what iw_draw_line draws */
	PangoLayoutLine *line; /* of a layout of `para` */
	const struct iw_para *para;
	double indent; /* of its left end, within the width of the paragraph */
};

/* y is the baseline. */
void iw_draw_line(struct iw_canvas *canvas, const struct iw_atom *atom, double x, double y);

PangoAttribute *iw_span_attr(const struct iw_span *span);
const struct iw_span *iw_span_of(const PangoItem *item);

/* What a run stands for when it is no text, or NULL. */
const struct iw_object *iw_object_of(const PangoItem *item);

/* Replace the characters of a layout that no font has; true when there were any and it is to be laid out again. */
bool iw_replace_unknown(struct iw_para *para, PangoLayout *layout);

#endif
