/* SPDX-License-Identifier: Apache-2.0 */
/* The cover of the booklet: what this is, who takes it, and how to answer the types of question that it has. */
#include <string.h>

#include "pdf/parts.h"
#include "pdf/shapes.h"
#include "pdf/xml.h"

struct cover {
	struct iw_doc *doc;
	struct iw_tag *tag;
	struct iw_flow *flow;
};

static void
add_title(struct cover *c)
{
	struct iw_doc *doc = c->doc;
	const struct iw_design *d = &doc->design;
	const char *publisher = doc->host->option(doc->job, "publisher");
	struct iw_style style = d->small;
	struct iw_para *para;

	style.size *= d->large ? 1 : 1.15;
	style.bold = true;
	style.grey = 0.25;
	if (publisher && *publisher) {
		iw_flow_words(c->flow, &style, c->tag, "P", publisher, NULL, NULL);
		iw_flow_gap(c->flow, d->gap * 3, IW_BREAK_NEVER);
	}
	iw_flow_words(c->flow, &style, c->tag, "P", doc->words->booklet, NULL, NULL);
	iw_flow_gap(c->flow, d->gap * 0.8, IW_BREAK_NEVER);
	para = iw_para_new(doc, &d->title, doc->lang, iw_tag_new(doc, c->tag, "H1"));
	iw_para_content(para, iw_child(doc->form, "exam-title"));
	iw_flow_para(c->flow, para, 0, c->flow->width);
	iw_flow_gap(c->flow, d->gap, IW_BREAK_NEVER);
	style = d->text;
	style.type = IW_SANS;
	style.size *= d->large ? 1.1 : 1.3;
	style.lead *= 1.3;
	para = iw_para_new(doc, &style, doc->lang, iw_tag_new(doc, c->tag, "P"));
	iw_para_content(para, iw_child(doc->form, "form-title"));
	iw_flow_para(c->flow, para, 0, c->flow->width);
}

static void
add_rule(struct cover *c, double above, double below, double thick)
{
	struct iw_strip *strip = iw_strip_new(c->doc, thick);

	iw_strip_rect(c->doc, strip, 0, 0, c->flow->width, thick, 0.1);
	iw_flow_gap(c->flow, above, 0);
	iw_flow_add(c->flow, strip);
	iw_flow_gap(c->flow, below, 0);
}

static void
add_facts(struct cover *c)
{
	struct iw_doc *doc = c->doc;
	const char *minutes = iw_attr(doc->form, "minutes");
	char *time = *minutes ? iw_words_fill(doc->words->minutes, minutes, NULL) : NULL;
	const struct iw_fact facts[] = {
		{ doc->words->questions, iw_attr(doc->form, "questions") },
		{ doc->words->time, time },
		{ doc->words->form, iw_attr(doc->form, "name") },
		{ doc->words->version, iw_attr(doc->form, "exam-version") },
	};

	iw_flow_facts(c->flow, c->tag, facts, G_N_ELEMENTS(facts));
	g_free(time);
}

/* Boxes to write into, with what belongs into each above its upper edge. */
static void
add_fields(struct cover *c)
{
	static const double outline = 0.45;
	struct iw_doc *doc = c->doc;
	const struct iw_design *d = &doc->design;
	const char *const names[] = { doc->words->name, doc->words->candidate, doc->words->date,
		                      doc->words->signature };
	double half = c->flow->width / 2 - d->indent / 2, box = d->large ? 40 : 27;

	for (size_t i = 0; i < G_N_ELEMENTS(names); i += 2) {
		struct iw_strip *strip = iw_strip_new(doc, d->small.lead + 3 + box);

		for (size_t k = i; k < i + 2; k++) {
			double x = k == i ? 0 : c->flow->width - half;
			struct iw_atom label = iw_label(doc, &d->small, doc->words->lang, iw_tag_new(doc, c->tag, "P"),
			                                names[k], half);

			label.x = x;
			label.y = iw_baseline(&d->small);
			iw_strip_add(doc, strip, label);
			iw_strip_add(doc, strip,
			             (struct iw_atom){ .draw = iw_draw_box,
			                               .what = &outline,
			                               .x = x,
			                               .y = d->small.lead + 3,
			                               .width = half,
			                               .height = box });
		}
		iw_flow_add(c->flow, strip);
		iw_flow_gap(c->flow, d->gap, IW_BREAK_ROW);
	}
}

/* Not to be opened yet: on the first page, where it is seen before anything is turned. */
static void
add_closed(struct cover *c)
{
	struct iw_doc *doc = c->doc;
	const struct iw_design *d = &doc->design;
	struct iw_flow *banner = iw_flow_new(doc, c->flow->width - 2 * d->pad);

	iw_flow_gap(c->flow, d->gap * 2, IW_BREAK_NEVER);
	iw_flow_words(banner, &d->letter, c->tag, "P", doc->words->closed, NULL, NULL);
	iw_flow_fill(banner, -d->pad, c->flow->width, 0.9);
	iw_flow_append(c->flow, banner, d->pad);
}

static void
add_heading(struct cover *c, const char *text)
{
	iw_flow_gap(c->flow, c->doc->design.gap * 2.4, IW_BREAK_BLOCK);
	iw_flow_words(c->flow, &c->doc->design.heading, c->tag, "H2", text, NULL, NULL);
	iw_flow_gap(c->flow, c->doc->design.gap * 0.7, IW_BREAK_NEVER);
}

static void
add_rules(struct cover *c)
{
	struct iw_doc *doc = c->doc;
	const char *const rules[] = { doc->words->rule_sheet, doc->words->rule_all, doc->words->rule_whole,
		                      doc->words->rule_order };
	struct iw_tag *list = iw_tag_new(doc, c->tag, "L");
	double indent = doc->design.text.size * 1.3;

	list->numbering = "Disc";
	for (size_t i = 0; i < G_N_ELEMENTS(rules); i++) {
		struct iw_tag *item = iw_tag_new(doc, list, "LI"), *label = iw_tag_new(doc, item, "Lbl");
		struct iw_flow *body = iw_flow_new(doc, c->flow->width - indent);

		iw_flow_words(body, &doc->design.text, item, "LBody", rules[i], NULL, NULL);
		iw_flow_label(body, iw_label(doc, &doc->design.text, "en", label, "\xe2\x80\xa2", -1), -indent * 0.8);
		iw_flow_append(c->flow, body, indent);
		iw_flow_gap(c->flow, doc->design.small_gap, IW_BREAK_OPTION);
	}
}

/* What an answer looks like on the answer sheet: rows of bubbles, `marks` telling which are filled. */
static struct iw_flow *
sample(struct iw_doc *doc, const char *const *marks, bool numbered)
{
	double pitch = doc->design.bubble * 1.28, left = numbered ? pitch : 0;
	struct iw_flow *flow = iw_flow_new(doc, pitch * 6);

	for (int row = 0; marks[row]; row++) {
		struct iw_strip *strip = iw_strip_new(doc, pitch);

		strip->baseline = pitch * 0.75;
		if (numbered) {
			struct iw_atom label = iw_label(doc, &doc->design.small, "en", NULL, row ? "2" : "1", -1);

			label.y = strip->baseline;
			iw_strip_add(doc, strip, label);
		}
		for (int i = 0; marks[row][i]; i++) {
			const char *letter = iw_format(doc, "%c", 'A' + i);

			iw_strip_bubble(doc, strip, NULL, left + pitch * (i + 0.5), pitch / 2,
			                (struct iw_bubble){ .letter = letter, .filled = marks[row][i] == 'x' });
		}
		iw_flow_add(flow, strip);
	}
	return flow;
}

static bool
has_type(const struct iw_doc *doc, const char *type)
{
	for (const xmlNode *n = iw_first(doc->form); n; n = iw_next(n))
		if (iw_is(n, "question") && iw_child(n, type))
			return true;
	return false;
}

/* How to answer a type of question, and an example beside it. */
static void
add_type(struct cover *c, const char *title, const char *text, const char *const *marks, bool numbered)
{
	struct iw_doc *doc = c->doc;
	const struct iw_design *d = &doc->design;
	double across = d->large ? c->flow->width : c->flow->width * 0.72;
	struct iw_flow *flows[] = { iw_flow_new(doc, across), sample(doc, marks, numbered) };
	double places[] = { 0, c->flow->width - d->bubble * 1.28 * (numbered ? 5 : 5) };
	struct iw_style bold = d->letter;

	iw_flow_words(flows[0], &bold, c->tag, "H3", title, NULL, NULL);
	iw_flow_gap(flows[0], 0, IW_BREAK_NEVER);
	iw_flow_words(flows[0], &d->text, c->tag, "P", text, NULL, NULL);
	iw_flow_gap(c->flow, d->gap, IW_BREAK_BLOCK);
	if (d->large) {
		flows[0]->first->starts = true;
		iw_flow_append(c->flow, flows[0], 0);
		iw_flow_gap(c->flow, d->small_gap, IW_BREAK_NEVER);
		iw_flow_append(c->flow, flows[1], 0);
	} else {
		iw_flow_beside(c->flow, flows, places, 2, d->page_height, false);
	}
}

static void
add_types(struct cover *c)
{
	static const char *const one[] = { "oxoo", NULL }, *const several[] = { "oxoxo", NULL };
	static const char *const order[] = { "ooxo", "xooo", NULL }, *const match[] = { "oxoo", "oxoo", NULL };
	const struct iw_words *words = c->doc->words;
	const struct {
		const char *type, *title, *text;
		const char *const *marks;
		bool numbered;
	} types[] = {
		{ "multiple-choice", words->choice, words->how_choice, one, false },
		{ "multiple-response", words->response, words->how_response, several, false },
		{ "ordering", words->ordering, words->how_ordering, order, true },
		{ "matching", words->matching, words->how_matching, match, true },
	};

	add_heading(c, words->how);
	for (size_t i = 0; i < G_N_ELEMENTS(types); i++)
		if (has_type(c->doc, types[i].type))
			add_type(c, types[i].title, types[i].text, types[i].marks, types[i].numbered);
}

static void
add_notice(struct cover *c)
{
	struct iw_doc *doc = c->doc;
	const char *notice = doc->host->option(doc->job, "notice");
	struct iw_flow *flow = iw_flow_new(doc, c->flow->width - 2 * doc->design.pad);

	if (!notice || !*notice)
		return;
	iw_flow_words(flow, &doc->design.small, c->tag, "P", notice, NULL, NULL);
	iw_flow_gap(c->flow, doc->design.gap * 2, IW_BREAK_BLOCK);
	iw_flow_append(c->flow, flow, 0);
}

struct iw_flow *
iw_cover_flow(struct iw_doc *doc, struct iw_tag *root)
{
	const struct iw_design *d = &doc->design;
	struct cover c = { doc, iw_tag_new(doc, root, "Sect"), iw_flow_new(doc, d->page_width - 2 * d->side) };

	add_title(&c);
	add_rule(&c, d->gap * 2.2, d->gap * 1.3, 1.2);
	add_facts(&c);
	add_rule(&c, d->gap * 1.3, d->gap * 2, 0.4);
	add_fields(&c);
	add_closed(&c);
	add_heading(&c, doc->words->begin);
	add_rules(&c);
	add_types(&c);
	add_notice(&c);
	if (doc->rtl)
		iw_flow_mirror(c.flow);
	return c.flow;
}
