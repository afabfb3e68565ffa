/* SPDX-License-Identifier: Apache-2.0 */
/* The answer key: all answers at a glance, then each question with its rationales and references. */
#include "pdf/key.h"

#include "pdf/xml.h"

static void
add_heading(struct iw_key *k, const char *type, const char *text, double above)
{
	iw_flow_gap(k->flow, above, IW_BREAK_BLOCK);
	iw_flow_words(k->flow, &k->doc->design.heading, k->tag, type, text, NULL, NULL);
	iw_flow_gap(k->flow, k->doc->design.gap, IW_BREAK_NEVER);
}

static void
add_title(struct iw_key *k)
{
	struct iw_doc *doc = k->doc;
	const struct iw_design *d = &doc->design;
	struct iw_flow *banner = iw_flow_new(doc, k->flow->width - 2 * d->pad);
	struct iw_style style = d->title;
	struct iw_para *para;

	style.type = IW_SANS;
	style.size *= d->large ? 0.9 : 0.85;
	iw_flow_words(k->flow, &style, k->tag, "H1", doc->words->key, NULL, NULL);
	iw_flow_gap(k->flow, d->small_gap, IW_BREAK_NEVER);
	style = d->text;
	style.bold = true;
	para = iw_para_new(doc, &style, doc->lang, iw_tag_new(doc, k->tag, "P"));
	iw_para_content(para, iw_child(doc->form, "exam-title"));
	iw_flow_para(k->flow, para, 0, k->flow->width);
	para = iw_para_new(doc, &d->text, doc->lang, iw_tag_new(doc, k->tag, "P"));
	iw_para_content(para, iw_child(doc->form, "form-title"));
	iw_flow_para(k->flow, para, 0, k->flow->width);
	iw_flow_gap(k->flow, d->gap * 1.5, IW_BREAK_NEVER);
	style = d->letter;
	iw_flow_words(banner, &style, k->tag, "P", doc->words->secret, NULL, NULL);
	iw_flow_fill(banner, -d->pad, k->flow->width, 0.9);
	iw_flow_append(k->flow, banner, d->pad);
	iw_flow_gap(k->flow, d->gap * 2, IW_BREAK_NEVER);
}

/* How many questions count, and how many do not. */
static const char *
counts_of(struct iw_doc *doc)
{
	int scored = 0, unscored = 0;

	for (const xmlNode *n = iw_first(doc->form); n; n = iw_next(n))
		if (iw_is(n, "question"))
			*(iw_is_unscored(n) ? &unscored : &scored) += 1;
	return iw_keep(doc,
	               iw_words_fill(doc->words->counts, iw_format(doc, "%d", scored), iw_format(doc, "%d", unscored)),
	               g_free);
}

static void
add_facts(struct iw_key *k)
{
	struct iw_doc *doc = k->doc;
	const xmlNode *scoring = iw_child(doc->form, "scoring");
	const char *scale =
		scoring ? iw_format(doc, "%s\xe2\x80\x93%s", iw_attr(scoring, "minimum"), iw_attr(scoring, "maximum"))
			: NULL;
	const struct iw_fact facts[] = {
		{ doc->words->form, iw_attr(doc->form, "name") },
		{ doc->words->questions, counts_of(doc) },
		{ doc->words->passing, scoring ? iw_attr(scoring, "passing") : NULL },
		{ doc->words->scale, scale },
		{ doc->words->cut, scoring ? iw_attr(scoring, "cut") : NULL },
		{ doc->words->model, scoring ? iw_attr(scoring, "model") : NULL },
	};

	iw_flow_facts(k->flow, k->tag, facts, G_N_ELEMENTS(facts));
}

/* An entry of the overview: number, answer, and whether it counts. */
static struct iw_flow *
overview_entry(struct iw_key *k, const xmlNode *question, struct iw_tag *list, double width)
{
	struct iw_doc *doc = k->doc;
	const struct iw_design *d = &doc->design;
	struct iw_tag *item = iw_tag_new(doc, list, "LI"), *body = iw_tag_new(doc, item, "LBody");
	struct iw_flow *flow = iw_flow_new(doc, width), *text = iw_flow_new(doc, width - d->hang);
	struct iw_span *span = iw_new(doc, sizeof *span);
	struct iw_para *para = iw_para_new(doc, &d->text, "en", body);

	span->tag = iw_tag_new(doc, body, "Link");
	span->anchor = iw_attr(question, "id");
	iw_para_lean(para);
	iw_para_add(para, iw_answer_of(doc, iw_interaction_of(question)), -1);
	iw_para_span(para, 0, span);
	if (iw_is_unscored(question)) {
		size_t start = para->text->len;

		iw_para_add(para, iw_format(doc, " (%s)", doc->words->unscored), -1);
		iw_para_attr(para, start, pango_attr_scale_new(d->large ? 1 : 0.8));
	}
	iw_flow_para(text, para, 0, text->width);
	iw_flow_label(text,
	              iw_label(doc, &d->letter, "en", iw_tag_new(doc, item, "Lbl"), iw_attr(question, "number"), -1),
	              -d->hang);
	iw_flow_append(flow, text, d->hang);
	return flow;
}

static void
add_overview(struct iw_key *k)
{
	struct iw_doc *doc = k->doc;
	const struct iw_design *d = &doc->design;
	guint columns = d->large ? 1 : 3, count = (guint)iw_attr_count(doc->form, "questions", 100000);
	guint rows = (count + columns - 1) / columns, i = 0;
	struct iw_tag *list = iw_tag_new(doc, k->tag, "L");
	struct iw_flow *flows[3];
	double places[3];

	add_heading(k, "H2", doc->words->overview, d->gap * 3);
	list->numbering = "Decimal";
	for (guint c = 0; c < columns; c++) {
		flows[c] = iw_flow_new(doc, k->flow->width / columns - d->indent);
		places[c] = k->flow->width * c / columns;
	}
	for (const xmlNode *n = iw_first(doc->form); n; n = iw_next(n))
		if (iw_is(n, "question") && i / rows < columns) {
			guint c = i++ / rows;

			iw_flow_append(flows[c], overview_entry(k, n, list, flows[c]->width), 0);
		}
	iw_flow_beside(k->flow, flows, places, columns, d->page_height * 0.6, false);
}

void
iw_make_key(struct iw_pages *pages, struct iw_tag *root)
{
	struct iw_doc *doc = pages->doc;
	const struct iw_design *d = &doc->design;
	struct iw_key k = { doc, root, iw_flow_new(doc, d->page_width - 2 * d->side - d->hang) };
	struct iw_running *running = iw_new(doc, sizeof *running);
	bool first = true;

	*running = (struct iw_running){ .name = iw_attr(doc->form, "name"), .first = 0 };
	add_title(&k);
	add_facts(&k);
	add_overview(&k);
	add_heading(&k, "H2", doc->words->details, d->gap * 4);
	for (const xmlNode *n = iw_first(doc->form); n && !doc->failed; n = iw_next(n))
		if (iw_is(n, "question")) {
			struct iw_flow *flow = iw_key_question(&k, n);

			iw_flow_gap(k.flow, first ? d->gap * 1.5 : d->question_gap,
			            first ? IW_BREAK_NEVER : IW_BREAK_FREE);
			first = false;
			iw_flow_append(k.flow, flow, 0);
		}
	if (doc->rtl)
		iw_flow_mirror(k.flow);
	pages->stretch = d->question_gap * 0.5;
	iw_pages_add(pages, k.flow);
	pages->furnish = iw_furnish;
	pages->context = running;
}
