/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Tables: columns as wide as their content wants, or shares of what there is; rules above, below and, lighter,
 * between rows; the head repeated on each page. A row that is higher than a good part of a page is divided.
 */
#include <math.h>
#include <string.h>

#include "pdf/grid.h"
#include "pdf/shapes.h"
#include "pdf/text.h"
#include "pdf/xml.h"

#define ABOVE 0.55 /* space above and below a cell, in pads */

static const char *
scope_of(const struct iw_cell *cell, bool in_head)
{
	const char *scope = iw_attr(cell->node, "scope");

	if (*scope)
		return strcmp(scope, "row") == 0 ? "Row" : "Column";
	return in_head ? "Column" : "Row";
}

static void
set_cell(struct iw_grid *t, struct iw_cell *cell, struct iw_tag *row)
{
	struct iw_setting set;

	cell->tag = iw_tag_new(t->doc, row, cell->heads ? "TH" : "TD");
	cell->tag->rows = (int)cell->rows;
	cell->tag->columns = (int)cell->columns;
	if (cell->heads)
		cell->tag->scope = scope_of(cell, cell->row < t->head_rows);
	set = iw_grid_setting(t, cell);
	set.width = t->places[cell->column + cell->columns] - t->places[cell->column] - 2 * t->pad;
	cell->flow = iw_flow_new(t->doc, set.width);
	iw_flow_content(cell->flow, &set, cell->node);
}

static double
first_baseline(const struct iw_cell *cell)
{
	return cell->flow->first ? cell->flow->first->baseline : 0;
}

/* Let the first lines of a row stand on one baseline. */
static void
align_row(struct iw_grid *t, guint row)
{
	double baseline = 0;

	for (guint i = iw_grid_start(t, row); i < iw_grid_start(t, row + 1); i++)
		baseline = MAX(baseline, first_baseline(iw_grid_cell(t, i)));
	for (guint i = iw_grid_start(t, row); i < iw_grid_start(t, row + 1); i++) {
		double own = first_baseline(iw_grid_cell(t, i));

		iw_grid_cell(t, i)->drop = t->pad * ABOVE + (own > 0 ? baseline - own : 0);
	}
}

/* Rows are as high as their cells; the last row of those that a cell spans takes what it needs besides. */
static void
set_heights(struct iw_grid *t)
{
	for (guint row = 0; row < t->rows; row++)
		align_row(t, row);
	for (int spanning = 0; spanning < 2; spanning++)
		for (guint i = 0; i < t->cells->len; i++) {
			const struct iw_cell *cell = iw_grid_cell(t, i);
			double height = cell->drop + iw_flow_height(cell->flow) + t->pad * ABOVE;
			double *last = &t->heights[cell->row + cell->rows - 1];

			if ((cell->rows > 1) != spanning)
				continue;
			if (!cell->flow->first)
				height = t->style.lead + t->pad * 1.1;
			*last = MAX(*last, height - iw_sum(t->heights + cell->row, cell->rows - 1));
		}
	/* In the head, what spans rows stands at their foot, above its column. */
	for (guint i = 0; i < t->tall->len; i++) {
		struct iw_cell *cell = iw_grid_cell(t, g_array_index(t->tall, guint, i));

		if (cell->row + cell->rows <= t->head_rows)
			cell->drop = iw_sum(t->heights + cell->row, cell->rows) - iw_flow_height(cell->flow) -
			             t->pad * ABOVE;
	}
}

static void
add_rule(const struct iw_grid *t, struct iw_strip *strip, double from, double to, double y, double thick, double grey)
{
	iw_strip_rect(t->doc, strip, from, y - thick / 2, to - from, thick, grey);
}

static void
add_light_rule(const struct iw_grid *t, struct iw_strip *strip, const struct iw_cell *cell)
{
	add_rule(t, strip, t->places[cell->column], t->places[cell->column + cell->columns], strip->height, 0.35, 0.6);
}

/* The rules of a row that ends in `strip`. */
static void
add_rules(const struct iw_grid *t, struct iw_strip *strip, guint row)
{
	bool last = row + 1 == t->rows;

	if (last || row + 1 == t->head_rows) {
		add_rule(t, strip, 0, t->places[t->columns], strip->height, last ? 0.9 : 0.6, 0.1);
		return;
	}
	for (guint i = iw_grid_start(t, row); i < iw_grid_start(t, row + 1); i++)
		if (iw_grid_cell(t, i)->rows == 1)
			add_light_rule(t, strip, iw_grid_cell(t, i));
	for (guint i = 0; i < t->tall->len; i++) {
		const struct iw_cell *cell = iw_grid_cell(t, g_array_index(t->tall, guint, i));

		if (cell->row + cell->rows - 1 == row)
			add_light_rule(t, strip, cell);
	}
}

/* The part of row `row` between `from` and `to` below its top. */
static struct iw_strip *
row_strip(const struct iw_grid *t, guint row, double from, double to)
{
	double height = MIN(to, t->heights[row]) - from;
	struct iw_strip *strip = iw_strip_new(t->doc, height);

	for (guint i = 0; i < t->tall->len; i++) {
		const struct iw_cell *cell = iw_grid_cell(t, g_array_index(t->tall, guint, i));
		double above;

		if (cell->row >= row || cell->row + cell->rows <= row)
			continue;
		above = iw_sum(t->heights + cell->row, row - cell->row);
		iw_strip_take(strip, cell->flow, t->places[cell->column] + t->pad, cell->drop, above + from,
		              above + to);
		strip->height = height;
	}
	for (guint i = iw_grid_start(t, row); i < iw_grid_start(t, row + 1); i++) {
		const struct iw_cell *cell = iw_grid_cell(t, i);

		if (from == 0)
			iw_strip_add(t->doc, strip, (struct iw_atom){ .draw = iw_draw_nothing, .tag = cell->tag });
		height = strip->height;
		iw_strip_take(strip, cell->flow, t->places[cell->column] + t->pad, cell->drop, from, to);
		if (cell->rows > 1)
			strip->height = height; /* what is too high for this row reaches into the next */
	}
	return strip;
}

static void
add_row(const struct iw_grid *t, struct iw_flow *flow, guint row)
{
	double most = (t->doc->design.page_height - t->doc->design.top - t->doc->design.bottom) * 0.6;
	double height = t->heights[row], next,
	       step = height > most ? t->style.lead * floor(most / 3 / t->style.lead) : height;
	struct iw_strip *strip = NULL;

	for (double from = 0; from < height; from = next) {
		/* Between lines, if all cells have lines of one height. */
		next = (from == 0 ? t->pad * ABOVE : from) + step;
		/* What hangs over from a row that is spanned goes with the last strip. */
		strip = row_strip(t, row, from, MIN(next, height));
		strip->cost = from > 0 ? IW_BREAK_LINE : row <= t->head_rows ? IW_BREAK_NEVER : IW_BREAK_ROW;
		if (row == 0 && from == 0) {
			add_rule(t, strip, 0, t->places[t->columns], 0, 0.9, 0.1);
			strip->cost = 0;
		}
		iw_flow_add(flow, strip);
	}
	if (strip)
		add_rules(t, strip, row);
	if (row + 1 == t->rows && row > t->head_rows + 1)
		strip->cost = MAX(strip->cost, IW_BREAK_BAD);
}

/* Let the rows behind the head repeat it at the top of a page, if it is not a page itself. */
static void
repeat_head(const struct iw_grid *t, struct iw_flow *flow, const struct iw_strip *body)
{
	struct iw_flow *head = iw_flow_new(t->doc, flow->width);
	struct iw_strip *s = flow->first;

	if (!body || s == body || iw_sum(t->heights, t->head_rows) > t->doc->design.page_height / 4)
		return;
	for (; s != body; s = s->next) {
		struct iw_strip *copy = iw_new(t->doc, sizeof *copy);

		*copy = *s;
		iw_flow_add(head, copy);
	}
	for (; s; s = s->next)
		s->head = head;
}

static void
add_caption(struct iw_flow *flow, const struct iw_setting *set, struct iw_tag *tag, const xmlNode *caption)
{
	struct iw_style style = flow->doc->design.small;
	struct iw_para *para;

	style.bold = true;
	para = iw_para_new(flow->doc, &style, set->lang, iw_tag_new(flow->doc, tag, "Caption"));
	iw_para_content(para, caption);
	if (iw_para_is_empty(para))
		return;
	iw_flow_para(flow, para, set->x, set->width);
	iw_flow_hold(flow, 0);
	iw_flow_gap(flow, flow->doc->design.small_gap, IW_BREAK_NEVER);
}

static void
shrink(struct iw_grid *t, double scale)
{
	t->style.size *= scale;
	t->style.lead *= scale;
}

/* Share out the width; a table that needs more gets less space around its words, then smaller ones. */
static void
make_fit(struct iw_grid *t, double width)
{
	double room;

	if (iw_grid_share(t, width) <= width)
		return;
	t->pad *= 0.5;
	if (!t->doc->design.large)
		shrink(t, 0.87);
	if (iw_grid_share(t, width) <= width)
		return;
	iw_warn(t->doc, "a table is too wide for the page: its words are divided; give it fewer columns");
	/* At least a letter is to fit into a column. */
	room = MAX(width / t->columns - 2 * t->pad, 3);
	if (t->style.size > room) {
		shrink(t, room / t->style.size);
		iw_grid_share(t, width);
	}
}

void
iw_flow_table(struct iw_flow *flow, const struct iw_setting *set, const xmlNode *node)
{
	struct iw_doc *doc = flow->doc;
	struct iw_tag *tag = iw_tag_new(doc, set->tag, "Table"), *row = NULL;
	const xmlNode *caption = iw_child(node, "caption");
	struct iw_flow *rows = iw_flow_new(doc, set->width);
	const struct iw_strip *head_end = NULL;
	struct iw_grid t;

	iw_grid_init(&t, doc, set, node);
	make_fit(&t, set->width);
	for (guint i = 0, on = t.rows; i < t.cells->len; i++) {
		struct iw_cell *cell = &g_array_index(t.cells, struct iw_cell, i);

		if (cell->row != on)
			row = iw_tag_new(doc, tag, "TR");
		on = cell->row;
		set_cell(&t, cell, row);
	}
	set_heights(&t);
	for (guint r = 0; r < t.rows; r++) {
		if (r == t.head_rows)
			head_end = rows->last;
		add_row(&t, rows, r);
	}
	if (t.head_rows && head_end)
		repeat_head(&t, rows, head_end->next);
	if (caption)
		add_caption(flow, set, tag, caption);
	iw_flow_append(flow, rows, set->x);
	iw_grid_release(&t);
}
