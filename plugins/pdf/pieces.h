/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Runs of glyphs with the text that they stand for, for readers of PDF to find it again: between glyphs.c, which draws
 * them, and pieces.c, which takes them apart.
 *
 * From left to right a cluster says its text: cairo gives it to the font where one glyph stands for it, else to the
 * page. A run from right to left is drawn in the order seen, each glyph with a character of its own wherever that can
 * be, as nearly all readers turn it round. Where letters carry marks that is not enough: such a word says as a whole
 * how it is written.
 */
#ifndef IW_PDF_PIECES_H
#define IW_PDF_PIECES_H

#include <cairo.h>
#include <pango/pango.h>
#include <stdbool.h>

struct iw_piece { /* glyphs, one as a rule, and the characters that they stand for */
	const char *text;
	int len;
	guint first, count; /* of the run's glyphs */
};

struct iw_cluster { /* in a run from right to left: glyphs that Pango keeps together, and their characters */
	const char *text;
	int len;
	guint first, count; /* of the run's pieces */
	guint base;         /* which of them is the letter, not a mark on it */
	bool plain;         /* one glyph where it is looked for, for one character */
	bool space;
};

struct iw_run {
	const PangoItem *item;
	const char *text; /* of the run */
	bool reversed;
	bool open;        /* the last piece ends in a mark: it is to go on */
	GArray *glyphs;   /* of cairo_glyph_t */
	GArray *pieces;   /* of struct iw_piece */
	GArray *clusters; /* of struct iw_cluster */
};

/* Take a run apart, its left end being at x and its baseline at y. */
struct iw_run iw_run_new(const char *text, const PangoItem *item, const PangoGlyphString *glyphs, double x, double y);

void iw_run_free(struct iw_run *run);

#endif
