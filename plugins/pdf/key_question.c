/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "pdf/key.h"
#include "pdf/xml.h"

#define RIGHT "\xe2\x9c\x93" /* a check mark */
#define WRONG "\xe2\x9c\x97" /* a cross */

#define LINK 0x1c4f82

#define ISOLATE "\xe2\x81\xa6" /* letters and numbers run from left to right in every language */
#define POP "\xe2\x81\xa9"

bool
iw_is_unscored(const xmlNode *question)
{
	return strcmp(iw_attr(question, "scored"), "no") == 0;
}

/* The letter of the option that has a place in the order, or NULL. */
static const char *
letter_at(const xmlNode *interaction, int place)
{
	for (const xmlNode *n = iw_first(interaction); n; n = iw_next(n))
		if (*iw_attr(n, "place") && iw_attr_count(n, "place", 100000) == place)
			return iw_attr(n, "letter");
	return NULL;
}

const char *
iw_answer_of(struct iw_doc *doc, const xmlNode *interaction)
{
	GString *text = g_string_new(NULL);
	const char *letter;

	for (const xmlNode *n = iw_first(interaction); n; n = iw_next(n)) {
		const char *space = text->len ? " " : "";

		if (strcmp(iw_attr(n, "key"), "yes") == 0)
			g_string_append_printf(text, "%s%s", space, iw_attr(n, "letter"));
		if (iw_is(n, "prompt"))
			g_string_append_printf(text, "%s%s-%s", space, iw_attr(n, "number"), iw_attr(n, "match"));
	}
	for (int place = 1; iw_is(interaction, "ordering") && (letter = letter_at(interaction, place)) != NULL; place++)
		g_string_append_printf(text, "%s%s", text->len ? " " : "", letter);
	return iw_keep(doc, g_string_free(text, FALSE), g_free);
}

static const xmlNode *
find(const xmlNode *parent, const char *name, const char *id)
{
	for (const xmlNode *n = iw_first(parent); n; n = iw_next(n))
		if (iw_is(n, name) && strcmp(iw_attr(n, "id"), id) == 0)
			return n;
	return NULL;
}

/* Where a question comes from: item, domain and task, and whether it counts. */
static void
add_origin(struct iw_key *k, struct iw_flow *flow, const xmlNode *question, struct iw_tag *tag)
{
	struct iw_doc *doc = k->doc;
	const xmlNode *domain = find(doc->form, "domain", iw_attr(question, "domain"));
	const xmlNode *title = domain ? iw_child(domain, "title") : NULL;
	struct iw_para *para = iw_para_new(doc, &doc->design.small, doc->lang, iw_tag_new(doc, tag, "P"));

	para->rtl = doc->rtl;
	iw_para_add(para, iw_attr(question, "item"), -1);
	if (title) {
		iw_para_add(para, " \xc2\xb7 ", -1);
		iw_para_content(para, title);
	}
	if (*iw_attr(question, "task"))
		iw_para_add(para, iw_format(doc, " \xc2\xb7 %s %s", doc->words->task, iw_attr(question, "task")), -1);
	if (iw_is_unscored(question)) {
		size_t start;

		iw_para_add(para, " \xc2\xb7 ", -1);
		start = para->text->len;
		iw_para_add(para, doc->words->unscored, -1);
		iw_para_attr(para, start, pango_attr_weight_new(PANGO_WEIGHT_BOLD));
	}
	iw_flow_para(flow, para, 0, flow->width);
}

/* What an option is in the answer, in a word. */
static char *
verdict_of(const struct iw_doc *doc, const xmlNode *interaction, const xmlNode *option)
{
	const char *place = iw_attr(option, "place");

	if (iw_is(option, "prompt"))
		return iw_words_fill(doc->words->matches, iw_attr(option, "match"), NULL);
	if (iw_is(option, "response")) {
		for (const xmlNode *n = iw_first(interaction); n; n = iw_next(n))
			if (iw_is(n, "prompt") && strcmp(iw_attr(n, "match"), iw_attr(option, "letter")) == 0)
				return g_strdup("");
		return g_strdup(doc->words->left_over);
	}
	if (iw_is(interaction, "ordering"))
		return *place ? iw_words_fill(doc->words->step, place, NULL) : g_strdup(doc->words->unused);
	return g_strdup(strcmp(iw_attr(option, "key"), "yes") == 0 ? doc->words->correct : doc->words->wrong);
}

static bool
is_right(const xmlNode *option)
{
	return strcmp(iw_attr(option, "key"), "yes") == 0 || *iw_attr(option, "place") || iw_is(option, "prompt");
}

/* What is said of an option: what it is in the answer, in a choice by a sign alone, and why. */
static void
add_reason(struct iw_key *k, struct iw_flow *flow, const char *verdict, const xmlNode *option, struct iw_tag *body)
{
	struct iw_doc *doc = k->doc;
	const xmlNode *rationale = iw_child(option, "rationale");
	struct iw_setting set = { doc->design.text, iw_lang(option), NULL, 0, flow->width, 0 };
	struct iw_para *para;
	size_t start;

	set.tag = iw_tag_new(doc, body, rationale && iw_has_blocks(rationale) ? "Div" : "P");
	if (rationale && (!*verdict || iw_has_blocks(rationale))) {
		if (*verdict)
			iw_flow_words(flow, &doc->design.letter, body, "P", verdict, NULL, NULL);
		iw_flow_content(flow, &set, rationale);
		return;
	}
	para = iw_para_new(doc, &doc->design.text, doc->words->lang, set.tag);
	iw_para_lean(para);
	start = iw_para_start(para);
	iw_para_add(para, verdict, -1);
	if (rationale)
		iw_para_add(para, ".", -1);
	if (is_right(option))
		iw_para_attr(para, start, pango_attr_weight_new(PANGO_WEIGHT_BOLD));
	iw_para_add(para, " ", -1);
	para->lang = set.lang;
	if (rationale)
		iw_para_content(para, rationale);
	if (!iw_para_is_empty(para))
		iw_flow_para(flow, para, 0, flow->width);
}

/* An option: its letter, whether it is right, and why. */
static void
add_option(struct iw_key *k, struct iw_flow *flow, const xmlNode *interaction, const xmlNode *option,
           struct iw_tag *list)
{
	struct iw_doc *doc = k->doc;
	const struct iw_design *d = &doc->design;
	bool choice = iw_is_any(interaction, "multiple-choice multiple-response"), right = is_right(option);
	double indent = d->indent * (choice ? 1.9 : 1);
	struct iw_tag *item = iw_tag_new(doc, list, "LI"), *label = iw_tag_new(doc, item, "Lbl");
	struct iw_tag *body = iw_tag_new(doc, item, "LBody"), *sign = iw_tag_new(doc, body, "Span");
	struct iw_flow *text = iw_flow_new(doc, flow->width - indent);
	char *verdict = verdict_of(doc, interaction, option);
	const char *name = iw_attr(option, iw_is(option, "prompt") ? "number" : "letter");
	struct iw_style style = d->letter;

	/* What is right is to be found at a glance. */
	if (!right) {
		style.bold = false;
		style.grey = 0.4;
	}
	sign->actual = right ? doc->words->correct : doc->words->wrong;
	add_reason(k, text, choice && iw_child(option, "rationale") ? "" : verdict, option, body);
	g_free(verdict);
	if (!text->first)
		return;
	if (choice)
		iw_flow_label(text, iw_label(doc, &style, "en", sign, right ? RIGHT : WRONG, -1), -indent * 0.5);
	iw_flow_label(text, iw_label(doc, &style, "en", label, name, -1), -indent);
	iw_flow_gap(flow, d->small_gap, IW_BREAK_OPTION);
	iw_flow_append(flow, text, indent);
}

/* Add where a reference is to be found: on a line of its own where that spares breaking it. */
static void
add_address(struct iw_para *para, const char *uri, double width)
{
	struct iw_doc *doc = para->doc;
	struct iw_span *span = iw_new(doc, sizeof *span);
	struct iw_para *alone = iw_para_new(doc, &para->style, "en", NULL);
	double least, text = 0, most;
	size_t start;

	iw_para_add(alone, uri, -1);
	iw_para_widths(alone, &least, &most);
	if (!iw_para_is_empty(para)) {
		iw_para_widths(para, &least, &text);
		if (most <= width && text + para->style.size * 0.3 + most > width)
			iw_para_control(para, IW_LINE_BREAK);
		else
			iw_para_add(para, " ", -1);
	}
	span->tag = iw_tag_new(doc, para->tag, "Link");
	span->uri = uri;
	span->colour = LINK;
	start = iw_para_start(para);
	iw_para_add(para, uri, -1);
	iw_para_span(para, start, span);
	iw_para_hold(para, start);
}

static void
add_references(struct iw_key *k, struct iw_flow *flow, const xmlNode *question, struct iw_tag *tag)
{
	struct iw_doc *doc = k->doc;
	bool any = false;

	for (const xmlNode *n = iw_first(question); n; n = iw_next(n)) {
		struct iw_para *para;

		if (!iw_is(n, "reference"))
			continue;
		iw_flow_gap(flow, any ? 1 : doc->design.gap, any ? IW_BREAK_LINE : IW_BREAK_BLOCK);
		if (!any)
			iw_flow_words(flow, &doc->design.head, tag, "P", doc->words->references, NULL, NULL);
		iw_flow_gap(flow, any ? doc->design.small_gap * 0.6 : 1, IW_BREAK_BAD);
		any = true;
		para = iw_para_new(doc, &doc->design.small, doc->lang, iw_tag_new(doc, tag, "P"));
		iw_para_content(para, n);
		if (*iw_attr(n, "href"))
			add_address(para, iw_attr(n, "href"), flow->width);
		iw_flow_para(flow, para, 0, flow->width);
	}
}

/* A rationale of the whole. */
static void
add_rationale(struct iw_key *k, struct iw_flow *flow, const xmlNode *question, struct iw_tag *tag)
{
	struct iw_doc *doc = k->doc;
	const xmlNode *rationale = iw_child(question, "rationale");
	struct iw_setting set = { doc->design.text, iw_lang(question), NULL, 0, flow->width, 0 };

	if (!rationale)
		return;
	iw_flow_gap(flow, doc->design.gap, IW_BREAK_BLOCK);
	iw_flow_words(flow, &doc->design.head, tag, "P", doc->words->rationale, NULL, NULL);
	iw_flow_gap(flow, 1, IW_BREAK_NEVER);
	set.tag = iw_tag_new(doc, tag, iw_has_blocks(rationale) ? "Div" : "P");
	iw_flow_content(flow, &set, rationale);
}

struct iw_flow *
iw_key_question(struct iw_key *k, const xmlNode *question)
{
	struct iw_doc *doc = k->doc;
	const struct iw_design *d = &doc->design;
	const xmlNode *interaction = iw_interaction_of(question);
	struct iw_flow *flow = iw_flow_new(doc, k->flow->width);
	struct iw_tag *tag = iw_tag_lang(doc, k->tag, "Sect", iw_lang(question)), *heading = iw_tag_new(doc, tag, "H2");
	const char *number = iw_attr(question, "number");
	const char *title = iw_keep(doc, iw_words_fill(doc->words->question, number, NULL), g_free);
	struct iw_tag *list = iw_tag_new(doc, tag, "L");
	struct iw_style style = d->text;
	struct iw_atom label = iw_label(doc, &d->number, "en", heading, number, -1);

	doc->where = question;
	heading->actual = title;
	list->numbering = "UpperAlpha";
	style.type = IW_SANS;
	style.bold = true;
	iw_flow_words(flow, &style, tag, "P",
	              iw_format(doc, "%s: " ISOLATE "%s" POP, doc->words->answer, iw_answer_of(doc, interaction)), NULL,
	              NULL);
	iw_flow_label(flow, label, -label.width - d->hang * 0.36);
	iw_strip_anchor(doc, flow->first, iw_attr(question, "id"), title, true);
	iw_flow_gap(flow, 0, IW_BREAK_NEVER);
	add_origin(k, flow, question, tag);
	iw_flow_gap(flow, d->gap, IW_BREAK_BAD);
	for (const xmlNode *n = iw_first(interaction); n; n = iw_next(n))
		add_option(k, flow, interaction, n, list);
	add_rationale(k, flow, question, tag);
	add_references(k, flow, question, tag);
	doc->where = NULL;
	flow->first->starts = true;
	return flow;
}
