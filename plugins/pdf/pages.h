/* SPDX-License-Identifier: Apache-2.0 */
/*
 * From flows to pages. Columns are filled one after the other; where one is full, the break is chosen that costs
 * least, by what strips say (strip.h) and by the space that is left unused. What has been placed is drawn at the end,
 * when the number of pages is known.
 */
#ifndef IW_PDF_PAGES_H
#define IW_PDF_PAGES_H

#include "pdf/strip.h"

struct iw_frame { /* a column to fill */
	int page;
	double x, y, width, height;
};

struct iw_placed {
	const struct iw_strip *strip;
	int page;
	double x, y, top; /* top: of its column */
	bool repeats;
};

struct iw_pages {
	struct iw_doc *doc;
	GArray *placed; /* of struct iw_placed, the pages one after the other */
	int count;
	double stretch; /* how much the space between groups may grow, so that columns end at one height */
	/* Draw what stands on every page: running headers and the like. May be NULL. */
	void (*furnish)(struct iw_pages *pages, struct iw_canvas *canvas, int page);
	void *context;
	const char *name; /* of the document, for its headers */
};

void iw_pages_init(struct iw_pages *pages, struct iw_doc *doc);
void iw_pages_release(struct iw_pages *pages);

/*
 * Place a flow into columns from number 0 on, as `frame` describes them. A group of strips that is not higher than
 * `most` stays together.
 */
void iw_pages_place(struct iw_pages *pages, const struct iw_flow *flow, double most,
                    struct iw_frame (*frame)(void *context, int number), void *context);

/* Place a flow onto pages with one column in the margins of the design, from the next page on. */
void iw_pages_add(struct iw_pages *pages, const struct iw_flow *flow);

/* Put one strip at a place of a page. */
void iw_pages_put(struct iw_pages *pages, int page, const struct iw_strip *strip, double x, double y);

void iw_pages_draw(struct iw_pages *pages, struct iw_canvas *canvas);

#endif
