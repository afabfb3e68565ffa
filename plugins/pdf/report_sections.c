/* SPDX-License-Identifier: Apache-2.0 */
/* The table of the sections: title with a bar, how many of how many, level. */
#include "pdf/report.h"
#include "pdf/shapes.h"
#include "pdf/xml.h"

enum { TITLE, COUNT, LEVEL, COLUMNS };

struct sections {
	struct iw_report *r;
	struct iw_tag *table;
	struct iw_style cell, head;
	double least[COLUMNS], widths[COLUMNS], places[COLUMNS];
	size_t columns; /* there may be no levels */
};

/* A row before it is set: what stands in its cells. */
struct row {
	struct iw_text texts[COLUMNS];
	const xmlNode *section; /* NULL for the head */
	bool strong;            /* its level */
};

static bool
has_levels(const xmlNode *report)
{
	for (const xmlNode *n = iw_first(report); n; n = iw_next(n))
		if (iw_is(n, "section") && *iw_attr(n, "needed"))
			return true;
	return false;
}

static struct row
head_row(const struct iw_report *r)
{
	return (struct row){ .texts = { iw_text_ours(r, r->words->section), iw_text_ours(r, r->words->answers),
		                        iw_text_ours(r, r->words->level) } };
}

static struct row
section_row(const struct iw_report *r, const xmlNode *section)
{
	bool has_level = *iw_attr(section, "needed"),
	     meets = has_level && iw_report_number(section, "correct") >= iw_report_number(section, "needed");
	const char *level = !has_level ? "\xe2\x80\x93" : meets ? r->words->meets : r->words->needs;

	return (struct row){ .texts = { iw_text_of(r, iw_report_content(r->doc, iw_child(section, "title"))),
		                        { .text = iw_format(r->doc, "%s / %s", iw_attr(section, "correct"),
		                                            iw_attr(section, "scored")) },
		                        iw_text_ours(r, level) },
		             .section = section,
		             .strong = meets };
}

static struct iw_style
style_of(const struct sections *s, const struct row *row, size_t column)
{
	struct iw_style style = row->section ? s->cell : s->head;

	style.bold |= column == LEVEL && row->strong;
	style.align = column == COUNT ? IW_END : IW_START;
	return style;
}

static void
measure(struct sections *s, const struct row *row)
{
	for (size_t i = COUNT; i < s->columns; i++) {
		struct iw_style style = style_of(s, row, i);
		double least, most;

		iw_para_widths(iw_report_para(s->r->doc, &style, NULL, row->texts[i]), &least, &most);
		s->least[i] = MAX(s->least[i], least + 1);
		s->widths[i] = MAX(s->widths[i], most + 1);
	}
}

/* Counts and levels get what they need, within bounds, and titles what is left. */
static void
share_width(struct sections *s)
{
	static const double bounds[] = { [COUNT] = 0.22, [LEVEL] = 0.32 };
	double width = s->r->flow->width, gap = s->r->doc->design.indent * (s->r->doc->design.large ? 0.8 : 1.4), x;
	struct row row = head_row(s->r);

	measure(s, &row);
	for (const xmlNode *n = iw_first(s->r->doc->form); n; n = iw_next(n))
		if (iw_is(n, "section")) {
			row = section_row(s->r, n);
			measure(s, &row);
		}
	x = width;
	for (size_t i = s->columns - 1; i >= COUNT; i--) {
		/* What needs two lines need not have the width of all of one. */
		if (s->widths[i] > width * bounds[i])
			s->widths[i] = MIN(width * bounds[i], MAX(s->least[i], s->widths[i] * 0.6));
		s->places[i] = x -= s->widths[i];
		x -= gap;
	}
	s->widths[TITLE] = x;
}

static struct iw_tag *
cell_tag(const struct sections *s, const struct row *row, size_t column, struct iw_tag *tr)
{
	bool heads = !row->section || column == TITLE;
	struct iw_tag *tag = iw_tag_lang(s->r->doc, tr, heads ? "TH" : "TD", row->texts[column].lang);

	if (heads)
		tag->scope = row->section ? "Row" : "Column";
	return tag;
}

static struct iw_flow *
cell_flow(const struct sections *s, const struct row *row, size_t column, struct iw_tag *tr)
{
	struct iw_doc *doc = s->r->doc;
	struct iw_flow *flow = iw_flow_new(doc, s->widths[column]);
	struct iw_style style = style_of(s, row, column);
	struct iw_para *para = iw_report_para(doc, &style, cell_tag(s, row, column, tr), row->texts[column]);
	double scored, needed;

	if (!iw_para_is_empty(para))
		iw_flow_para(flow, para, 0, flow->width);
	if (column == TITLE && row->section) {
		scored = iw_report_number(row->section, "scored");
		needed = *iw_attr(row->section, "needed") ? iw_report_number(row->section, "needed") / scored : -1;
		iw_flow_gap(flow, doc->design.large ? 4 : 1.5, IW_BREAK_NEVER);
		iw_flow_add(flow, iw_report_bar(doc, flow->width, iw_report_number(row->section, "correct") / scored,
		                                needed));
	}
	return flow;
}

/* Returns the row's last strip. */
static struct iw_strip *
add_row(const struct sections *s, struct iw_flow *to, struct row row, double pad)
{
	struct iw_doc *doc = s->r->doc;
	struct iw_tag *tr = iw_tag_new(doc, s->table, "TR");
	struct iw_flow *flows[COLUMNS];

	for (size_t i = 0; i < s->columns; i++)
		flows[i] = cell_flow(s, &row, i, tr);
	iw_flow_beside(to, flows, s->places, s->columns, doc->design.page_height / 2, true);
	to->last->height += pad;
	iw_strip_rect(doc, to->last, 0, to->last->height - 0.4, s->r->flow->width, 0.4, row.section ? 0.75 : 0.3);
	iw_flow_gap(to, pad, IW_BREAK_ROW);
	return to->last;
}

/* The head stands at the top of each page that the table has. */
static void
add_rows(const struct sections *s)
{
	struct iw_doc *doc = s->r->doc;
	double pad = doc->design.pad * (doc->design.large ? 0.8 : 0.25 + 0.55 * s->r->air);
	struct iw_flow *rows = iw_flow_new(doc, s->r->flow->width), *head = iw_flow_new(doc, rows->width);
	struct iw_strip *copy = iw_new(doc, sizeof *copy), *first = add_row(s, rows, head_row(s->r), pad * 0.6);

	*copy = *first;
	copy->height += pad;
	iw_flow_add(head, copy);
	for (const xmlNode *n = iw_first(doc->form); n; n = iw_next(n))
		if (iw_is(n, "section"))
			add_row(s, rows, section_row(s->r, n), pad);
	for (struct iw_strip *strip = first->next; strip; strip = strip->next)
		strip->head = head;
	first->next->cost = IW_BREAK_NEVER;
	rows->last->cost = MAX(rows->last->cost, IW_BREAK_BAD);
	iw_flow_append(s->r->flow, rows, 0);
}

void
iw_report_sections(struct iw_report *r)
{
	struct iw_doc *doc = r->doc;
	const struct iw_design *d = &doc->design;
	bool levels = has_levels(doc->form);
	struct sections s = { .r = r,
		              .table = iw_tag_new(doc, r->tag, "Table"),
		              .cell = d->cell,
		              .head = d->head,
		              .columns = levels ? 3 : 2 };

	s.cell.type = IW_SANS;
	s.head.grey = 0.25;
	iw_report_heading(r, r->words->sections);
	iw_report_text(r->flow, &d->text, r->tag, "P", iw_text_ours(r, r->words->caution));
	iw_flow_gap(r->flow, d->gap * 1.4 * r->air, IW_BREAK_NEVER);
	share_width(&s);
	add_rows(&s);
	iw_flow_gap(r->flow, d->gap * r->air, IW_BREAK_NEVER);
	iw_report_text(r->flow, &d->small, r->tag, "P",
	               iw_text_ours(r, levels ? iw_format(doc, "%s %s", r->words->bar_share, r->words->bar_needed)
	                                      : r->words->bar_share));
}
