/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Text: a paragraph is built of pieces, laid out by Pango at a width, and becomes strips, one a line.
 *
 * White space is folded as it is added. A character that no font has is reported and stands as its number, such as
 * [U+1F9FF]; nothing is dropped.
 */
#ifndef IW_PDF_TEXT_H
#define IW_PDF_TEXT_H

#include <libxml/tree.h>

#include "pdf/strip.h"

#define IW_LINE_BREAK "\xe2\x80\xa8" /* U+2028, line separator */

struct iw_span { /* how a stretch of text is drawn, and what it is part of */
	struct iw_tag *tag;
	double grey;
	unsigned colour; /* in place of the grey; 0 for none */
	bool underlined;
	const char *uri, *anchor; /* where it leads to */
};

struct iw_object { /* what stands in a line like a large letter */
	void (*draw)(struct iw_canvas *canvas, const struct iw_atom *atom, double x, double y); /* y: the baseline */
	const void *what;
	struct iw_tag *tag;
	double width, ascent, descent;
};

struct iw_para {
	struct iw_doc *doc;
	struct iw_style style;
	struct iw_tag *tag;
	const char *lang; /* of the text that is added next */
	bool rtl;         /* the direction of the whole */
	double most;      /* that an object may take of the width; 0 for any */
	bool keep;        /* white space is not folded */
	bool space;       /* is to be added before the next character */
	size_t unbroken;  /* characters since the last place for a break */
	enum iw_han han;  /* whose Han characters */
	GString *text;
	PangoAttrList *attrs;
};

struct iw_para *iw_para_new(struct iw_doc *doc, const struct iw_style *style, const char *lang, struct iw_tag *tag);

/* Align a text whose direction is not that of the block around it by the block. */
void iw_para_lean(struct iw_para *para);

/* Add text; -1 for all of it. */
void iw_para_add(struct iw_para *para, const char *text, int len);
void iw_para_control(struct iw_para *para, const char *character); /* one that is not seen */
void iw_para_object(struct iw_para *para, const struct iw_object *object);
bool iw_para_is_empty(const struct iw_para *para);

/* Where what is added next will begin, as an offset into the text. */
size_t iw_para_start(struct iw_para *para);

/* Give all that has been added since `start` an attribute or a span. */
void iw_para_attr(struct iw_para *para, size_t start, PangoAttribute *attr);
void iw_para_span(struct iw_para *para, size_t start, const struct iw_span *span);

/* Let no line end behind a hyphen of what has been added since `start`: it is part of a name. */
void iw_para_hold(struct iw_para *para, size_t start);

/* inline.c: add what an element holds, or a node: text and inline elements. */
void iw_para_content(struct iw_para *para, const xmlNode *parent);
void iw_para_node(struct iw_para *para, const xmlNode *node);

/* Lay it out, without a limit when `width` is negative. The layout is the caller's. */
PangoLayout *iw_para_layout(struct iw_para *para, double width);

/* The width that it needs, with and without breaking lines. */
void iw_para_widths(struct iw_para *para, double *least, double *most);

/* Add the lines of the paragraph to a flow; the first ones at `x`. */
void iw_flow_para(struct iw_flow *flow, struct iw_para *para, double x, double width);

/* A text on one line, as an atom at x with its baseline at y; `width` becomes its own. Shortened when `most` >= 0. */
struct iw_atom iw_label(struct iw_doc *doc, const struct iw_style *style, const char *lang, struct iw_tag *tag,
                        const char *text, double most);

/* Where the baseline is in a line of a style, from its top. */
double iw_baseline(const struct iw_style *style);

/* The kind of Han characters of a language; IW_HANS when it has none. */
enum iw_han iw_han_of(const char *lang);

#endif
