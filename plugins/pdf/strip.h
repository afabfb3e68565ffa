/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is set, before it is placed on pages: a flow of strips, one below the other.
 *
 * A strip is a piece that no page break divides: a line of text, a row of a table, a picture. It holds atoms, the
 * things to draw, in the order in which they are read. A strip says what a page break before it would cost; pages.c
 * chooses the breaks. Positions are from the top left corner of the strip as if all were written from left to
 * right; iw_flow_mirror turns that round for the other direction.
 *
 * All of it is memory of iw_new.
 */
#ifndef IW_PDF_STRIP_H
#define IW_PDF_STRIP_H

#include <stdbool.h>

#include "pdf/canvas.h"
#include "pdf/doc.h"
#include "pdf/tags.h"

/* What a page break before a strip costs. A break may also leave space unused: see pages.c. */
enum iw_cost {
	IW_BREAK_FREE = 0,        /* between questions */
	IW_BREAK_BLOCK = 12,      /* between paragraphs */
	IW_BREAK_OPTION = 20,     /* between options */
	IW_BREAK_ROW = 15,        /* between the rows of a table, the lines of code */
	IW_BREAK_LINE = 40,       /* within a paragraph */
	IW_BREAK_BAD = 120,       /* a single line, or a single option, left alone */
	IW_BREAK_NEVER = 1000000, /* unless nothing else is left */
};

struct iw_atom {
	struct iw_atom *next;
	/* Draw it, with its reference point at x, y of the page. */
	void (*draw)(struct iw_canvas *canvas, const struct iw_atom *atom, double x, double y);
	const void *what;
	struct iw_tag *tag;   /* NULL for an artifact */
	double x, y;          /* the reference point: left end, and what `draw` takes y for */
	double width, height; /* width is what mirroring goes by */
	bool behind;          /* drawn before all else of the page, and joined with the same of other strips */
};

struct iw_strip {
	struct iw_strip *next;
	double space;    /* above; left out at the top of a page */
	double height;   /* without that */
	double baseline; /* of its first line; 0 when it has none */
	int cost;
	bool starts;                /* a group, which is kept together when it fits on a page */
	const struct iw_flow *head; /* what is repeated above it at the top of a page: the head of a table */
	struct iw_atom *first, *last;
};

struct iw_flow {
	struct iw_doc *doc;
	double width;
	double gap; /* to leave above the next strip */
	int cost;   /* of a break before the next strip, if that is more than its own */
	struct iw_strip *first, *last;
};

struct iw_flow *iw_flow_new(struct iw_doc *doc, double width);
double iw_flow_height(const struct iw_flow *flow);

/* A new strip, not yet part of a flow. */
struct iw_strip *iw_strip_new(struct iw_doc *doc, double height);
struct iw_atom *iw_strip_add(struct iw_doc *doc, struct iw_strip *strip, struct iw_atom atom);

/* Put a strip at the end of a flow; `flow->gap` and `flow->cost` are used up. */
void iw_flow_add(struct iw_flow *flow, struct iw_strip *strip);

/* Leave at least this much space above the next strip; a break there costs this much. */
void iw_flow_gap(struct iw_flow *flow, double gap, int cost);

/* Move all strips of `from` to the end of `to`, shifted by x. The space above the first one is kept. */
void iw_flow_append(struct iw_flow *to, struct iw_flow *from, double x);

/*
 * Put flows side by side, each at its x, as one strip, or, when that were higher than `most`, as several between
 * which a page may break. The first baselines are at one height when `aligned`.
 */
void iw_flow_beside(struct iw_flow *to, struct iw_flow *const *flows, const double *x, size_t count, double most,
                    bool aligned);

/*
 * Put what is in a flow into a strip, at x: the strips whose tops are within [from, to), counted from `drop` above
 * the flow. They move up by `from`.
 */
void iw_strip_take(struct iw_strip *strip, struct iw_flow *flow, double x, double drop, double from, double to);

/* Draw a rectangle behind all strips of a flow and the space between them. */
void iw_flow_fill(struct iw_flow *flow, double x, double width, double grey);

/* Let nothing part the strips of a flow. */
void iw_flow_hold(struct iw_flow *flow, int cost);

void iw_flow_mirror(struct iw_flow *flow);

/* A filled rectangle; y is its top. */
void iw_strip_rect(struct iw_doc *doc, struct iw_strip *strip, double x, double y, double width, double height,
                   double grey);

#endif
