/* SPDX-License-Identifier: Apache-2.0 */
#include "pdf/barcode.h"
#include "pdf/shapes.h"
#include "pdf/sheet.h"
#include "pdf/xml.h"

#define DIGITS 8 /* of a candidate's number */
#define ELLIPSIS "\xe2\x80\xa6"

static const double dark = 0.25;

double
iw_sheet_top(const struct iw_sheet *s)
{
	return EDGE + MARK + s->doc->design.gap * 2;
}

/* A line to write on or a box, with its name above. */
static void
add_field(const struct iw_sheet *s, struct iw_flow *flow, const char *name)
{
	const struct iw_design *d = &s->doc->design;
	double height = d->large ? 34 : 22;
	struct iw_strip *strip = iw_strip_new(s->doc, height);

	iw_flow_words(flow, &d->small, s->tag, "P", name, NULL, NULL);
	iw_strip_add(s->doc, strip,
	             (struct iw_atom){ .draw = iw_draw_box, .what = &dark, .width = flow->width, .height = height });
	iw_flow_gap(flow, 2, IW_BREAK_NEVER);
	iw_flow_add(flow, strip);
	iw_flow_gap(flow, d->gap, IW_BREAK_NEVER);
}

/* A title, cut when it is so long that it would fill the page. */
static void
add_title(const struct iw_sheet *s, struct iw_flow *flow, const char *name, const struct iw_style *style, long most)
{
	struct iw_doc *doc = s->doc;
	const xmlNode *node = iw_child(doc->form, name);
	xmlChar *text = node ? xmlNodeGetContent(node) : NULL;
	struct iw_para *para = iw_para_new(doc, style, doc->lang, iw_tag_new(doc, s->tag, "P"));
	const char *start = text ? (const char *)text : "";

	most /= doc->design.large ? 2 : 1;
	if (g_utf8_strlen(start, -1) <= most) {
		iw_para_add(para, start, -1);
	} else {
		iw_para_add(para, start, (int)(g_utf8_offset_to_pointer(start, most) - start));
		iw_para_add(para, ELLIPSIS, -1);
	}
	if (!iw_para_is_empty(para))
		iw_flow_para(flow, para, 0, flow->width);
	xmlFree(text);
}

/* What is at the left of the first page's head. */
static struct iw_flow *
title_flow(const struct iw_sheet *s, double width)
{
	struct iw_doc *doc = s->doc;
	const struct iw_design *d = &doc->design;
	struct iw_flow *flow = iw_flow_new(doc, width);
	struct iw_style style = d->heading;

	style.size *= d->large ? 1.1 : 1.4;
	style.lead *= d->large ? 1.1 : 1.4;
	iw_flow_words(flow, &style, s->tag, "H1", doc->words->sheet, NULL, NULL);
	iw_flow_gap(flow, d->small_gap, IW_BREAK_NEVER);
	add_title(s, flow, "exam-title", &d->letter, 240);
	add_title(s, flow, "form-title", &d->small, 120);
	iw_flow_gap(flow, d->gap * 1.4, IW_BREAK_NEVER);
	add_field(s, flow, doc->words->name);
	add_field(s, flow, doc->words->date);
	add_field(s, flow, doc->words->signature);
	iw_flow_words(flow, &d->small, s->tag, "P", doc->words->fill, NULL, NULL);
	return flow;
}

/* The candidate's number: boxes to write it into, and below each the ten digits. */
static struct iw_flow *
candidate_flow(const struct iw_sheet *s)
{
	struct iw_doc *doc = s->doc;
	struct iw_flow *flow = iw_flow_new(doc, s->pitch * DIGITS);
	struct iw_tag *grid = iw_tag_new(doc, s->tag, "P");
	struct iw_strip *strip = iw_strip_new(doc, s->pitch * 1.25);

	iw_flow_words(flow, &doc->design.small, s->tag, "P", doc->words->candidate, NULL, NULL);
	iw_flow_gap(flow, 2, IW_BREAK_NEVER);
	for (int i = 0; i < DIGITS; i++)
		iw_strip_add(doc, strip,
		             (struct iw_atom){ .draw = iw_draw_box,
		                               .what = &dark,
		                               .x = s->pitch * i,
		                               .width = s->pitch,
		                               .height = s->pitch * 1.25 });
	iw_flow_add(flow, strip);
	grid->actual = "0 1 2 3 4 5 6 7 8 9";
	iw_flow_gap(flow, 3, IW_BREAK_NEVER);
	for (int digit = 0; digit < 10; digit++) {
		const char *text = iw_format(doc, "%d", digit);

		strip = iw_strip_new(doc, s->pitch);
		for (int i = 0; i < DIGITS; i++) {
			/* Numbers are written from left to right in every language, also where all else is mirrored. */
			const char *place = iw_format(doc, "%d", doc->rtl ? DIGITS - i : i + 1);

			iw_strip_bubble(doc, strip, grid, s->pitch * (i + 0.5), s->pitch / 2,
			                (struct iw_bubble){ "candidate", place, text, false });
		}
		iw_flow_add(flow, strip);
	}
	return flow;
}

void
iw_sheet_head(struct iw_sheet *s, struct iw_pages *pages)
{
	struct iw_doc *doc = s->doc;
	double right = s->pitch * DIGITS;
	struct iw_flow *flows[] = { title_flow(s, s->width - right - doc->design.indent * 1.5), candidate_flow(s) };
	double places[] = { 0, s->width - right };
	struct iw_flow *flow = iw_flow_new(doc, s->width);

	iw_flow_beside(flow, flows, places, 2, doc->design.page_height, false);
	if (doc->rtl)
		iw_flow_mirror(flow);
	iw_pages_put(pages, 0, flow->first, doc->design.side, iw_sheet_top(s));
	s->header = flow->first->height + doc->design.gap * 2;
}

static void
square(struct iw_canvas *canvas, double x, double y, double size)
{
	cairo_rectangle(canvas->cr, x, y, size, size);
	cairo_fill(canvas->cr);
}

/* Bars of half a millimetre at most, as wide as there is room for between the squares. */
static void
draw_barcode(struct iw_canvas *canvas, const char *text, double middle, double y, double height, double most)
{
	GByteArray *bars = iw_barcode(text);
	double module = bars ? MIN(0.95, most / iw_barcode_width(bars)) : 0, x;

	if (bars)
		x = middle - module * iw_barcode_width(bars) / 2;
	for (guint i = 0; bars && i < bars->len; i++) {
		if (i % 2 == 0)
			cairo_rectangle(canvas->cr, x, y, module * bars->data[i], height);
		x += module * bars->data[i];
	}
	cairo_fill(canvas->cr);
	if (bars)
		g_byte_array_unref(bars);
}

void
iw_sheet_furnish(struct iw_pages *pages, struct iw_canvas *canvas, int page)
{
	struct iw_doc *doc = pages->doc;
	const struct iw_design *d = &doc->design;
	double right = d->page_width - EDGE - MARK, bottom = d->page_height - EDGE - MARK;
	const char *name = iw_attr(doc->form, "name");
	struct iw_style style = d->running;
	char *text = g_strdup_printf("%s/%d", name, page + 1);
	struct iw_atom label;

	iw_canvas_mark(canvas, NULL, false);
	cairo_set_source_rgb(canvas->cr, 0, 0, 0);
	square(canvas, EDGE, EDGE, MARK);
	square(canvas, right, EDGE, MARK);
	square(canvas, EDGE, bottom, MARK);
	square(canvas, right, bottom, MARK);
	square(canvas, EDGE + MARK * 1.5, EDGE, MARK / 2);
	draw_barcode(canvas, text, d->page_width / 2, EDGE, MARK * 1.15, d->page_width - 2 * EDGE - 8 * MARK);
	g_free(text);
	style.grey = 0;
	label = iw_label(doc, &style, "en", NULL, iw_format(doc, "%s \xc2\xb7 %d / %d", name, page + 1, pages->count),
	                 d->page_width - 2 * EDGE - 4 * MARK);
	label.draw(canvas, &label, (d->page_width - label.width) / 2, d->page_height - EDGE - MARK * 0.3);
}
