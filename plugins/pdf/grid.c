/* SPDX-License-Identifier: Apache-2.0 */
#include "pdf/grid.h"

#include <string.h>

#include "pdf/xml.h"

enum { MOST_SPAN = 1000, SHORT = 8 /* of letters that are as wide as high */ };

/* The cells of one row. `until` tells for each column the first row in which it is free. */
static void
read_row(struct iw_grid *t, const xmlNode *tr, GArray *until)
{
	guint column = 0;

	for (const xmlNode *n = iw_first(tr); n; n = iw_next(n)) {
		struct iw_cell cell = { .node = n, .row = t->rows };
		guint end;

		while (column < until->len && g_array_index(until, guint, column) > t->rows)
			column++;
		cell.column = column;
		cell.columns = (guint)iw_attr_count(n, "colspan", MOST_SPAN);
		cell.rows = (guint)iw_attr_count(n, "rowspan", MOST_SPAN);
		cell.heads = iw_is(n, "th");
		end = t->rows + cell.rows;
		column += cell.columns;
		if (until->len < column)
			g_array_set_size(until, column);
		for (guint c = cell.column; c < column; c++)
			g_array_index(until, guint, c) = end;
		g_array_append_val(t->cells, cell);
	}
	g_array_append_val(t->starts, t->cells->len);
	t->rows++;
	t->columns = MAX(t->columns, until->len);
}

static bool
all_head(const xmlNode *tr)
{
	for (const xmlNode *n = iw_first(tr); n; n = iw_next(n))
		if (!iw_is(n, "th"))
			return false;
	return true;
}

static void
read_rows(struct iw_grid *t, const xmlNode *parent, GArray *until)
{
	bool head = iw_is(parent, "thead");

	for (const xmlNode *n = iw_first(parent); n; n = iw_next(n)) {
		if (iw_is_any(n, "thead tbody"))
			read_rows(t, n, until);
		if (!iw_is(n, "tr"))
			continue;
		if (head || (t->rows == 0 && all_head(n) && iw_next(n)))
			t->head_rows = t->rows + 1;
		read_row(t, n, until);
	}
}

void
iw_grid_init(struct iw_grid *t, struct iw_doc *doc, const struct iw_setting *set, const xmlNode *node)
{
	GArray *until = g_array_new(FALSE, TRUE, sizeof(guint));

	*t = (struct iw_grid){
		.doc = doc, .set = set, .node = node, .style = doc->design.cell, .pad = doc->design.pad
	};
	t->cells = g_array_new(FALSE, FALSE, sizeof(struct iw_cell));
	t->starts = g_array_new(FALSE, FALSE, sizeof(guint));
	t->tall = g_array_new(FALSE, FALSE, sizeof(guint));
	g_array_append_val(t->starts, t->rows);
	read_rows(t, node, until);
	t->widths = g_new0(double, t->columns + 1);
	t->places = g_new0(double, t->columns + 1);
	t->heights = g_new0(double, t->rows + 1);
	for (guint i = 0; i < t->cells->len; i++) {
		struct iw_cell *cell = &g_array_index(t->cells, struct iw_cell, i);

		cell->rows = MIN(cell->rows, t->rows - cell->row); /* a span ends with the table */
		if (cell->rows > 1)
			g_array_append_val(t->tall, i);
	}
	g_array_unref(until);
}

void
iw_grid_release(struct iw_grid *t)
{
	g_array_unref(t->cells);
	g_array_unref(t->starts);
	g_array_unref(t->tall);
	g_free(t->widths);
	g_free(t->places);
	g_free(t->heights);
}

struct iw_cell *
iw_grid_cell(const struct iw_grid *t, guint i)
{
	return &g_array_index(t->cells, struct iw_cell, i);
}

guint
iw_grid_start(const struct iw_grid *t, guint row)
{
	return g_array_index(t->starts, guint, row);
}

struct iw_setting
iw_grid_setting(const struct iw_grid *t, const struct iw_cell *cell)
{
	struct iw_setting set = { t->style, t->set->lang, cell->tag, 0, 0, t->doc->design.small_gap };
	const char *align = iw_attr(cell->node, "align");

	if (cell->heads) {
		set.style = t->doc->design.head;
		set.style.size *= t->style.size / t->doc->design.cell.size;
	}
	set.style.align = strcmp(align, "center") == 0 ? IW_CENTER : strcmp(align, "end") == 0 ? IW_END : IW_START;
	return set;
}

/* Let columns [from, from + count) have `wanted` in sum. */
static void
widen(double *widths, guint from, guint count, double wanted)
{
	double sum = 0;

	for (guint c = from; c < from + count; c++)
		sum += widths[c];
	for (guint c = from; c < from + count && sum < wanted; c++)
		widths[c] += (wanted - sum) / count;
}

/*
 * The least and the most that each column can use, and the least when what is short and stands below the head is not
 * to be broken; cells that span columns come last.
 */
static void
measure(const struct iw_grid *t, double *least, double *whole, double *most)
{
	double brief = t->doc->design.cell.size * SHORT;

	for (int spanning = 0; spanning < 2; spanning++)
		for (guint i = 0; i < t->cells->len; i++) {
			const struct iw_cell *cell = &g_array_index(t->cells, struct iw_cell, i);
			struct iw_setting set = iw_grid_setting(t, cell);
			double narrow, wide;

			if ((cell->columns > 1) != spanning)
				continue;
			iw_content_widths(t->doc, &set, cell->node, &narrow, &wide);
			widen(least, cell->column, cell->columns, narrow + 2 * t->pad);
			widen(whole, cell->column, cell->columns,
			      (cell->row >= t->head_rows && wide <= brief ? wide : narrow) + 2 * t->pad);
			widen(most, cell->column, cell->columns, wide + 2 * t->pad);
		}
}

double
iw_sum(const double *values, guint count)
{
	double sum = 0;

	for (guint i = 0; i < count; i++)
		sum += values[i];
	return sum;
}

/* Share out the width. Returns what the columns need at least. */
double
iw_grid_share(struct iw_grid *t, double width)
{
	double *least = g_new0(double, t->columns + 1), *whole = g_new0(double, t->columns + 1);
	double *most = g_new0(double, t->columns + 1), narrow, low = 0, high = width, level;

	measure(t, least, whole, most);
	narrow = iw_sum(least, t->columns);
	if (iw_sum(whole, t->columns) <= width)
		memcpy(least, whole, t->columns * sizeof *least);
	for (guint c = 0; c < t->columns; c++)
		t->widths[c] = least[c] * MIN(1, width / narrow);
	/* Fill up to one level: what a narrow column does not want goes to the wide ones. */
	for (int step = 0; step < 40 && narrow < width; step++) {
		level = (low + high) / 2;
		for (guint c = 0; c < t->columns; c++)
			t->widths[c] = CLAMP(level, least[c], MAX(least[c], most[c]));
		*(iw_sum(t->widths, t->columns) > width ? &high : &low) = level;
	}
	for (guint c = 0; c < t->columns; c++)
		t->places[c + 1] = t->places[c] + t->widths[c];
	g_free(least);
	g_free(whole);
	g_free(most);
	return narrow;
}

void
iw_table_widths(struct iw_doc *doc, const struct iw_setting *set, const xmlNode *node, double *least, double *most)
{
	struct iw_grid t;
	double *narrow, *whole, *wide;

	iw_grid_init(&t, doc, set, node);
	narrow = g_new0(double, t.columns + 1);
	whole = g_new0(double, t.columns + 1);
	wide = g_new0(double, t.columns + 1);
	measure(&t, narrow, whole, wide);
	*least = iw_sum(narrow, t.columns);
	*most = iw_sum(wide, t.columns);
	g_free(narrow);
	g_free(whole);
	g_free(wide);
	iw_grid_release(&t);
}
