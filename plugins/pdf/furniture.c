/* SPDX-License-Identifier: Apache-2.0 */
/* What the parts share: words, facts, bubbles, and what runs along the pages. */
#include <string.h>

#include "pdf/parts.h"
#include "pdf/shapes.h"
#include "pdf/xml.h"

void
iw_flow_words(struct iw_flow *flow, const struct iw_style *style, struct iw_tag *parent, const char *type,
              const char *text, const char *n, const char *m)
{
	struct iw_doc *doc = flow->doc;
	struct iw_para *para =
		iw_para_new(doc, style, doc->words->lang, iw_tag_lang(doc, parent, type, doc->words->lang));
	char *filled = iw_words_fill(text, n, m);

	iw_para_lean(para);
	iw_para_add(para, filled, -1);
	if (!iw_para_is_empty(para))
		iw_flow_para(flow, para, 0, flow->width);
	g_free(filled);
}

void
iw_flow_facts(struct iw_flow *flow, struct iw_tag *parent, const struct iw_fact *facts, size_t count)
{
	struct iw_doc *doc = flow->doc;
	struct iw_style value = doc->design.text;
	struct iw_flow *flows[6];
	double places[6];
	size_t shown = 0, across = doc->design.large ? 2 : 4;

	value.type = IW_SANS;
	for (size_t i = 0; i < count; i++) {
		struct iw_tag *tag = iw_tag_new(doc, parent, "Div");
		struct iw_flow *fact = iw_flow_new(doc, flow->width / (double)across - doc->design.indent);

		if (!facts[i].value || !*facts[i].value)
			continue;
		iw_flow_words(fact, &doc->design.small, tag, "P", facts[i].name, NULL, NULL);
		iw_flow_gap(fact, 1, IW_BREAK_NEVER);
		iw_flow_words(fact, &value, tag, "P", facts[i].value, NULL, NULL);
		places[shown] = flow->width * (double)shown / (double)across;
		flows[shown++] = fact;
		if (shown == across) {
			iw_flow_beside(flow, flows, places, shown, doc->design.page_height, true);
			iw_flow_gap(flow, doc->design.gap, IW_BREAK_ROW);
			shown = 0;
		}
	}
	if (shown)
		iw_flow_beside(flow, flows, places, shown, doc->design.page_height, true);
}

void
iw_strip_anchor(struct iw_doc *doc, struct iw_strip *strip, const char *name, const char *title, bool listed)
{
	struct iw_anchor *anchor = iw_new(doc, sizeof *anchor);

	*anchor = (struct iw_anchor){ .name = name, .title = title, .listed = listed };
	iw_strip_add(doc, strip, (struct iw_atom){ .draw = iw_draw_anchor, .what = anchor });
}

/* A line of running text. Shortened when `most` >= 0. */
static struct iw_atom
running_label(struct iw_doc *doc, const char *text, const char *lang, double most)
{
	return iw_label(doc, &doc->design.running, lang, NULL, text, most);
}

/* Draw one: `where` is 0 at the side where reading begins, 1 at the other, 2 between. */
static void
draw_running(struct iw_canvas *canvas, const struct iw_atom *label, int where, double y)
{
	const struct iw_doc *doc = canvas->doc;
	bool left = (where == 0) != doc->rtl;
	double x = left ? doc->design.side : doc->design.page_width - doc->design.side - label->width;

	if (where == 2)
		x = (doc->design.page_width - label->width) / 2;
	label->draw(canvas, label, x, y);
}

static void
draw_rule(struct iw_canvas *canvas, double y)
{
	const struct iw_design *d = &canvas->doc->design;

	iw_canvas_mark(canvas, NULL, false);
	cairo_rectangle(canvas->cr, d->side, y, d->page_width - 2 * d->side, 0.4);
	cairo_set_source_rgb(canvas->cr, 0.55, 0.55, 0.55);
	cairo_fill(canvas->cr);
}

static const char *
text_of(struct iw_doc *doc, const char *name)
{
	const xmlNode *node = iw_child(doc->form, name);
	xmlChar *text = node ? xmlNodeGetContent(node) : NULL;
	char *copy = iw_keep(doc, g_strdup(text ? (char *)text : ""), g_free);

	xmlFree(text);
	return copy;
}

/* Exam and form. The form, which the foot names too, is left out where large print has no room for both. */
static void
draw_head(struct iw_canvas *canvas, double y)
{
	struct iw_doc *doc = canvas->doc;
	const struct iw_design *d = &doc->design;
	double width = d->page_width - 2 * d->side;
	struct iw_atom form = running_label(doc, text_of(doc, "form-title"), doc->lang, width * 0.3);
	struct iw_atom exam = running_label(doc, text_of(doc, "exam-title"), doc->lang, -1);
	double left = width - form.width - d->running.size;
	bool both = !d->large || exam.width <= left;

	if (exam.width > (both ? left : width))
		exam = running_label(doc, text_of(doc, "exam-title"), doc->lang, both ? left : width);
	draw_running(canvas, &exam, 0, y);
	if (both)
		draw_running(canvas, &form, 1, y);
	draw_rule(canvas, y + d->running.size * 0.75);
}

/* The document and the number of the page, and between them whether it goes on. */
static void
draw_foot(struct iw_pages *pages, struct iw_canvas *canvas, int page, double y)
{
	const struct iw_running *running = pages->context;
	struct iw_doc *doc = pages->doc;
	const struct iw_design *d = &doc->design;
	bool turn = running->turn && page + 1 < pages->count && !d->large;
	double width = d->page_width - 2 * d->side, middle = 0;
	struct iw_atom next, number, name;
	char *text =
		iw_words_fill(doc->words->page, iw_format(doc, "%d", page + 1), iw_format(doc, "%d", pages->count));

	if (turn) {
		next = running_label(doc, doc->words->next, doc->words->lang, width * 0.4);
		middle = next.width / 2;
	}
	number = running_label(doc, text, doc->words->lang, width / 2 - middle - d->running.size);
	name = running_label(doc, running->name, "en",
	                     (turn ? width / 2 - middle : width - number.width) - d->running.size);
	g_free(text);
	draw_running(canvas, &number, 1, y);
	draw_running(canvas, &name, 0, y);
	if (turn)
		draw_running(canvas, &next, 2, y);
}

void
iw_furnish(struct iw_pages *pages, struct iw_canvas *canvas, int page)
{
	const struct iw_running *running = pages->context;
	const struct iw_design *d = &pages->doc->design;

	if (page < running->first)
		return;
	draw_head(canvas, d->top - d->running.lead * (d->large ? 1.75 : 2.3));
	draw_foot(pages, canvas, page, d->page_height - d->bottom + d->running.lead * (d->large ? 2 : 2.4));
}
