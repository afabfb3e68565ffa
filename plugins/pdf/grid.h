/* SPDX-License-Identifier: Apache-2.0 */
/* The cells of a table, and how wide its columns are: for table.c, which sets them. */
#ifndef IW_PDF_GRID_H
#define IW_PDF_GRID_H

#include "pdf/block.h"

struct iw_cell {
	const xmlNode *node;
	guint row, column, rows, columns; /* where it begins, and how many it spans */
	bool heads;
	double drop; /* of its content below the top of its row */
	struct iw_flow *flow;
	struct iw_tag *tag;
};

struct iw_grid {
	struct iw_doc *doc;
	const struct iw_setting *set;
	const xmlNode *node;
	struct iw_style style;
	double pad;     /* left and right of a cell */
	GArray *cells;  /* of struct iw_cell, row by row */
	GArray *starts; /* the first cell of each row, and the end of the last */
	GArray *tall;   /* which cells span rows */
	guint rows, head_rows, columns;
	double *widths, *places; /* of the columns */
	double *heights;         /* of the rows */
};

void iw_grid_init(struct iw_grid *t, struct iw_doc *doc, const struct iw_setting *set, const xmlNode *node);
void iw_grid_release(struct iw_grid *t);

/* Cells by number, and the number of a row's first one. */
struct iw_cell *iw_grid_cell(const struct iw_grid *t, guint i);
guint iw_grid_start(const struct iw_grid *t, guint row);

/* How a cell's text is set. */
struct iw_setting iw_grid_setting(const struct iw_grid *t, const struct iw_cell *cell);

/* Share out a width to the columns. Returns what they need at least. */
double iw_grid_share(struct iw_grid *t, double width);

double iw_sum(const double *values, guint count);

#endif
