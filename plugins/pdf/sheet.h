/* SPDX-License-Identifier: Apache-2.0 */
/* The answer sheet while it is made: between sheet.c, its rows of bubbles, and sheet_head.c, what is around them. */
#ifndef IW_PDF_SHEET_H
#define IW_PDF_SHEET_H

#include "pdf/parts.h"

#define MARK 14.17 /* 5 mm: a square at a corner */
#define EDGE 28.35 /* 10 mm: from the edge of the paper to it */

struct iw_sheet {
	struct iw_doc *doc;
	struct iw_tag *tag;
	double width;         /* of what is between the margins */
	double pitch, row;    /* from bubble to bubble, from row to row */
	double number, label; /* the room for a question's number, and a row's */
	size_t letters;       /* at most in a line */
	guint columns;
	double header; /* the height of what stands above the columns of the first page */
	int first;     /* the first page with columns: the second one when the header leaves no room */
	double limit;  /* of a column's height */
};

/* Where a page begins below its marks. */
double iw_sheet_top(const struct iw_sheet *s);

/* Put names, the candidate's number and what to do on the first page; `s->header` becomes their height. */
void iw_sheet_head(struct iw_sheet *s, struct iw_pages *pages);

/* What is on every page: marks, bar code, name. */
void iw_sheet_furnish(struct iw_pages *pages, struct iw_canvas *canvas, int page);

#endif
