/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The pages as they are drawn, with cairo, into memory.
 *
 * All that is drawn belongs to an element of the structure or is an artifact. Cairo knows tags, but neither
 * artifacts nor attributes. So it is only told where a piece of content begins and ends, and numbers the pieces of
 * each page; which element a piece belongs to is noted here, and finish.c makes the structure of that.
 */
#ifndef IW_PDF_CANVAS_H
#define IW_PDF_CANVAS_H

#include <cairo.h>
#include <glib.h>
#include <pango/pango.h>
#include <stdbool.h>

struct iw_doc;
struct iw_tag;

enum iw_mark_kind { IW_MARK_CONTENT, IW_MARK_REVERSED, IW_MARK_ARTIFACT };

struct iw_mark { /* a piece of content of a page; its place in the page's list is its number */
	enum iw_mark_kind kind;
	struct iw_tag *tag; /* NULL for an artifact */
	const char *word;   /* from right to left, with what it is read as; NULL for what needs no such thing */
};

struct iw_link { /* an area of a page that leads elsewhere */
	int page;
	double x, y, width, height; /* y from the top */
	const char *uri;            /* an address, or */
	const char *anchor;         /* the name of a place in the document */
	struct iw_tag *tag;
};

struct iw_anchor { /* a place in the document */
	const char *name;
	const char *title; /* what a link to it says */
	bool listed;       /* in the outline */
	int page;
	double y;
};

struct iw_canvas {
	struct iw_doc *doc;
	cairo_t *cr;
	cairo_surface_t *surface;
	GByteArray *bytes;
	GPtrArray *pages;  /* of GArray of struct iw_mark */
	GArray *links;     /* of struct iw_link */
	GArray *anchors;   /* of struct iw_anchor */
	struct iw_mark on; /* what is being drawn */
	bool marked;       /* whether something is */
	bool repeats;      /* what is drawn now has been drawn before: an artifact */
	double top;        /* of the column that is being filled */
	GArray *rects;     /* of struct iw_rect, to be drawn */
	GString *bubbles;  /* a table of those that have been drawn, as CSV */
};

struct iw_canvas *iw_canvas_new(struct iw_doc *doc);
void iw_canvas_free(struct iw_canvas *canvas);

void iw_canvas_begin_page(struct iw_canvas *canvas);
void iw_canvas_end_page(struct iw_canvas *canvas);

/* Say what the next things drawn belong to. */
void iw_canvas_mark(struct iw_canvas *canvas, struct iw_tag *tag, bool reversed);

/* The same of a word from right to left whose glyphs do not tell how it is written; that is kept, not copied. */
void iw_canvas_mark_word(struct iw_canvas *canvas, struct iw_tag *tag, const char *word);

/* Let what is drawn next be a piece of its own. It is to be said what it belongs to before anything is drawn. */
void iw_canvas_part(struct iw_canvas *canvas);

/* Draw in a colour, 0xRRGGBB, from now on. */
void iw_canvas_colour(struct iw_canvas *canvas, unsigned colour);

/* End the document. False when cairo could not make it, with the reason reported. */
bool iw_canvas_finish(struct iw_canvas *canvas);

/* glyphs.c: draw a run of text that belongs to `tag`, with its left end at x and its baseline at y. */
void iw_draw_glyphs(struct iw_canvas *canvas, struct iw_tag *tag, const char *text, const PangoItem *item,
                    const PangoGlyphString *glyphs, double x, double y);

#endif
