/* SPDX-License-Identifier: Apache-2.0 */
/* What the parts of a score report share: texts, rules, headings, facts. */
#include "pdf/report.h"
#include "pdf/xml.h"

#define FIRST_STRONG "\xe2\x81\xa8" /* U+2068: the direction of what follows is its own */
#define POP_ISOLATE "\xe2\x81\xa9"  /* U+2069 */

struct iw_text
iw_text_of(const struct iw_report *r, const char *text)
{
	return (struct iw_text){ text, r->doc->lang };
}

struct iw_text
iw_text_ours(const struct iw_report *r, const char *text)
{
	return (struct iw_text){ text, r->doc->words->lang };
}

struct iw_para *
iw_report_para(struct iw_doc *doc, const struct iw_style *style, struct iw_tag *tag, struct iw_text text)
{
	struct iw_para *para = iw_para_new(doc, style, text.lang ? text.lang : doc->lang, tag);

	iw_para_lean(para);
	if (!text.lang && *text.text)
		iw_para_control(para, FIRST_STRONG);
	iw_para_add(para, text.text, -1);
	if (!text.lang && *text.text)
		iw_para_control(para, POP_ISOLATE);
	return para;
}

void
iw_report_text(struct iw_flow *flow, const struct iw_style *style, struct iw_tag *parent, const char *type,
               struct iw_text text)
{
	struct iw_para *para = iw_report_para(flow->doc, style, iw_tag_lang(flow->doc, parent, type, text.lang), text);

	if (!iw_para_is_empty(para))
		iw_flow_para(flow, para, 0, flow->width);
}

const char *
iw_report_content(struct iw_doc *doc, const xmlNode *node)
{
	xmlChar *text = node ? xmlNodeGetContent(node) : NULL;
	const char *copy = iw_format(doc, "%s", text ? (const char *)text : "");

	xmlFree(text);
	return copy;
}

double
iw_report_number(const xmlNode *node, const char *name)
{
	return g_ascii_strtod(iw_attr(node, name), NULL);
}

void
iw_report_gap(struct iw_report *r, double gaps)
{
	iw_flow_gap(r->flow, r->doc->design.gap * gaps * r->air, IW_BREAK_NEVER);
}

/* A rule that parts what is below from what is above, so that there is none at the top of a page. */
static void
draw_rule(struct iw_canvas *canvas, const struct iw_atom *atom, double x, double y)
{
	if (y < canvas->top)
		return;
	iw_canvas_mark(canvas, NULL, false);
	cairo_set_source_rgb(canvas->cr, 0.6, 0.6, 0.6);
	cairo_rectangle(canvas->cr, x, y, atom->width, atom->height);
	cairo_fill(canvas->cr);
}

static void
put_rule(struct iw_report *r, struct iw_strip *strip, double y)
{
	iw_strip_add(r->doc, strip,
	             (struct iw_atom){ .draw = draw_rule, .y = y, .width = r->flow->width, .height = 0.4 });
}

void
iw_report_rule(struct iw_report *r)
{
	struct iw_strip *strip = iw_strip_new(r->doc, 0.4);

	put_rule(r, strip, 0);
	iw_flow_add(r->flow, strip);
}

void
iw_report_heading(struct iw_report *r, const char *text)
{
	double half = r->doc->design.gap * 2.1 * r->air;
	struct iw_flow *part = iw_flow_new(r->doc, r->flow->width);

	iw_report_text(part, &r->doc->design.heading, r->tag, "H2", iw_text_ours(r, text));
	part->first->starts = true; /* what begins here stays together */
	put_rule(r, part->first, -half);
	iw_flow_gap(r->flow, 2 * half, IW_BREAK_BLOCK);
	iw_flow_append(r->flow, part, 0);
	iw_report_gap(r, 0.8);
}

/* How far the first baseline of a text is from its top. */
static double
value_baseline(const struct iw_report_fact *fact)
{
	return iw_baseline(&fact->style);
}

void
iw_report_facts(struct iw_report *r, const struct iw_report_fact *facts, size_t count)
{
	struct iw_doc *doc = r->doc;
	struct iw_flow *flows[3];
	struct iw_tag *tags[3];
	double places[3], x = 0, names = 0, values = 0;

	for (size_t i = 0; i < count; i++) {
		double width = r->flow->width * facts[i].share;

		places[i] = x;
		x += width;
		flows[i] = iw_flow_new(doc, width - (i + 1 < count ? doc->design.indent : 0));
		tags[i] = iw_tag_new(doc, r->tag, "Div");
		iw_report_text(flows[i], &doc->design.small, tags[i], "P", iw_text_ours(r, facts[i].name));
		names = MAX(names, iw_flow_height(flows[i]));
		values = MAX(values, value_baseline(&facts[i]));
	}
	for (size_t i = 0; i < count; i++) {
		iw_flow_gap(flows[i], names - iw_flow_height(flows[i]) + values - value_baseline(&facts[i]) + 1, 0);
		iw_report_text(flows[i], &facts[i].style, tags[i], "P", facts[i].value);
	}
	iw_flow_beside(r->flow, flows, places, count, doc->design.page_height / 2, false);
}
