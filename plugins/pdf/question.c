/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "pdf/parts.h"
#include "pdf/xml.h"

struct option { /* an option, a prompt or a response */
	const xmlNode *node;
	const char *label;
	double wide; /* what its text needs on one line; less than 0 when it is no line of text */
};

struct question {
	struct iw_doc *doc;
	const xmlNode *node;
	const char *lang;
	struct iw_tag *tag;
	struct iw_flow *flow;
	double width;
};

const xmlNode *
iw_interaction_of(const xmlNode *question)
{
	const xmlNode *node = iw_first(question);

	while (node && !iw_is_any(node, "multiple-choice multiple-response ordering matching"))
		node = iw_next(node);
	return node;
}

static struct iw_setting
setting(const struct question *q, struct iw_tag *tag, double width)
{
	return (struct iw_setting){ q->doc->design.text, q->lang, tag, 0, width, 0 };
}

/* The number hangs in the margin. It is the heading of the question, and says so to those who hear it. */
static void
add_number(struct question *q, const char *number)
{
	struct iw_doc *doc = q->doc;
	struct iw_tag *heading = iw_tag_new(doc, q->tag, "H2");
	struct iw_atom label = iw_label(doc, &doc->design.number, q->lang, heading, number, -1);
	const char *title = iw_keep(doc, iw_words_fill(doc->words->question, number, NULL), g_free);

	heading->actual = title;
	iw_flow_label(q->flow, label, -label.width - doc->design.hang * 0.36);
	iw_strip_anchor(doc, q->flow->first, iw_attr(q->node, "id"), title, true);
}

static void
add_hint(struct question *q, const char *text, const char *n)
{
	struct iw_doc *doc = q->doc;

	iw_flow_gap(q->flow, doc->design.gap, IW_BREAK_BAD);
	iw_flow_words(q->flow, &doc->design.hint, q->tag, "P", text, n, NULL);
}

static GArray *
read_options(struct question *q, const xmlNode *interaction, const char *name)
{
	GArray *options = g_array_new(FALSE, FALSE, sizeof(struct option));

	for (const xmlNode *n = iw_first(interaction); n; n = iw_next(n)) {
		struct option option = { n, iw_attr(n, iw_is(n, "prompt") ? "number" : "letter"), -1 };
		const xmlNode *text = iw_child(n, "text");
		struct iw_setting set = setting(q, q->tag, 0);
		double least;

		if (!iw_is(n, name) || !text)
			continue;
		if (!iw_has_blocks(text))
			iw_content_widths(q->doc, &set, text, &least, &option.wide);
		g_array_append_val(options, option);
	}
	return options;
}

/* An option with its letter before it. */
static struct iw_flow *
option_flow(struct question *q, const struct option *option, struct iw_tag *list, double width)
{
	struct iw_doc *doc = q->doc;
	struct iw_tag *item = iw_tag_new(doc, list, "LI"), *label = iw_tag_new(doc, item, "Lbl");
	double indent = doc->design.indent;
	struct iw_setting set = setting(q, iw_tag_new(doc, item, "LBody"), width - indent);
	struct iw_flow *body = iw_flow_new(doc, set.width), *flow = iw_flow_new(doc, width);
	struct iw_atom letter;

	set.gap = doc->design.small_gap * 1.3;
	iw_flow_content(body, &set, iw_child(option->node, "text"));
	letter = iw_label(doc, &doc->design.letter, q->lang, label, option->label, -1);
	/* Close to its text, which readers of PDF take for the same line then. */
	iw_flow_label(body, letter, -letter.width - doc->design.text.size * 0.62);
	iw_flow_append(flow, body, indent);
	return flow;
}

/* Add options `from` to `to` below each other. */
static void
stack_options(struct question *q, struct iw_flow *flow, const GArray *options, guint from, guint to,
              struct iw_tag *list)
{
	for (guint i = from; i < to; i++) {
		bool alone = to - from > 2 && (i == from + 1 || i + 1 == to);

		if (i > from)
			iw_flow_gap(flow, q->doc->design.small_gap, alone ? IW_BREAK_BAD : IW_BREAK_OPTION);
		iw_flow_append(flow, option_flow(q, &g_array_index(options, struct option, i), list, flow->width), 0);
	}
}

/* In how many columns options stand: several when each of them is short. */
static guint
columns_for(const struct question *q, const GArray *options)
{
	double longest = 0, gutter = q->doc->design.indent;
	guint count = options->len;

	for (guint i = 0; i < count; i++) {
		double wide = g_array_index(options, struct option, i).wide;

		if (wide < 0)
			return 1;
		longest = MAX(longest, wide);
	}
	for (guint columns = MIN(count, 4); columns > 1 && !q->doc->design.large; columns--) {
		bool even = count % columns == 0 || (columns == 2 && count > 3) || (columns == 3 && count == 5);

		if (even && longest + q->doc->design.indent + gutter <= q->width / columns)
			return columns;
	}
	return 1;
}

static void
add_options(struct question *q, const xmlNode *interaction)
{
	GArray *options = read_options(q, interaction, "option");
	struct iw_tag *list = iw_tag_new(q->doc, q->tag, "L");
	guint columns = columns_for(q, options), rows = (options->len + columns - 1) / columns;
	struct iw_flow *flows[4];
	double places[4];

	list->numbering = "UpperAlpha";
	iw_flow_gap(q->flow, q->doc->design.gap, IW_BREAK_BAD);
	if (columns == 1) {
		stack_options(q, q->flow, options, 0, options->len, list);
	} else {
		for (guint c = 0; c < columns; c++) {
			places[c] = q->width * c / columns;
			flows[c] = iw_flow_new(q->doc, q->width / columns);
			stack_options(q, flows[c], options, c * rows, MIN((c + 1) * rows, options->len), list);
		}
		iw_flow_beside(q->flow, flows, places, columns, q->doc->design.page_height, true);
	}
	g_array_unref(options);
}

static struct iw_flow *
side_flow(struct question *q, const xmlNode *matching, const char *name, const char *title, double width)
{
	struct iw_doc *doc = q->doc;
	GArray *options = read_options(q, matching, name);
	struct iw_flow *flow = iw_flow_new(doc, width);
	struct iw_tag *list;

	iw_flow_words(flow, &doc->design.head, q->tag, "P", title, NULL, NULL);
	iw_flow_gap(flow, doc->design.small_gap, IW_BREAK_NEVER);
	list = iw_tag_new(doc, q->tag, "L");
	list->numbering = strcmp(name, "prompt") == 0 ? "Decimal" : "UpperAlpha";
	stack_options(q, flow, options, 0, options->len, list);
	g_array_unref(options);
	return flow;
}

/* Prompts and responses side by side; in large print one above the other. */
static void
add_matching(struct question *q, const xmlNode *matching)
{
	const struct iw_design *d = &q->doc->design;
	double places[] = { 0, q->width * 0.57 }, most = (d->page_height - d->top - d->bottom) * 0.6;
	bool beside = !d->large;
	struct iw_flow *flows[] = {
		side_flow(q, matching, "prompt", q->doc->words->prompts, beside ? q->width * 0.53 : q->width),
		side_flow(q, matching, "response", q->doc->words->responses, beside ? q->width * 0.43 : q->width),
	};

	iw_flow_gap(q->flow, d->gap, IW_BREAK_BAD);
	if (beside) {
		iw_flow_beside(q->flow, flows, places, 2, most, true);
		return;
	}
	iw_flow_append(q->flow, flows[0], 0);
	iw_flow_gap(q->flow, d->gap * 1.5, IW_BREAK_OPTION);
	iw_flow_append(q->flow, flows[1], 0);
}

/* The notes of a question, below it. A note may hold notes: they come at the end. */
static void
add_notes(struct question *q)
{
	struct iw_doc *doc = q->doc;
	double indent = doc->design.small.size * 1.6;

	for (guint i = 0; i < doc->notes->len; i++) {
		const xmlNode *note = doc->notes->pdata[i];
		struct iw_tag *tag = iw_tag_new(doc, q->tag, "Note"), *label = iw_tag_new(doc, tag, "Lbl");
		struct iw_setting set = { doc->design.small, q->lang, tag, 0, q->width - indent, 0 };
		struct iw_flow *flow = iw_flow_new(doc, set.width);
		const char *number = iw_format(doc, "%u", i + 1);

		iw_flow_content(flow, &set, note);
		iw_flow_label(flow, iw_label(doc, &doc->design.small, q->lang, label, number, -1), -indent);
		iw_strip_anchor(doc, flow->first, iw_format(doc, "%s-note-%u", iw_attr(q->node, "id"), i + 1),
		                iw_format(doc, "%s %u", doc->words->notes, i + 1), false);
		iw_flow_gap(q->flow, i == 0 ? doc->design.gap * 1.4 : doc->design.small_gap * 0.5, IW_BREAK_BAD);
		iw_flow_append(q->flow, flow, indent);
	}
}

static void
add_interaction(struct question *q, const xmlNode *interaction)
{
	const char *select = iw_attr(interaction, "select");

	if (iw_is(interaction, "matching")) {
		add_hint(q, q->doc->words->match, NULL);
		add_matching(q, interaction);
		return;
	}
	if (iw_is(interaction, "multiple-response"))
		add_hint(q, q->doc->words->select, select);
	if (iw_is(interaction, "ordering"))
		add_hint(q, q->doc->words->select_order, select);
	add_options(q, interaction);
}

struct iw_flow *
iw_question_flow(struct iw_doc *doc, const xmlNode *question, struct iw_tag *parent)
{
	const struct iw_design *d = &doc->design;
	const xmlNode *interaction = iw_interaction_of(question);
	struct question q = { .doc = doc, .node = question, .lang = iw_lang(question) };
	struct iw_flow *flow;
	struct iw_setting set;
	bool other;

	q.width = d->page_width - 2 * d->side - d->hang;
	doc->block_rtl = iw_lang_is_rtl(q.lang);
	/* Its number hangs on the other side than those around it: there is to be room for it. */
	other = doc->block_rtl != doc->rtl;
	if (other)
		q.width -= d->hang;
	q.tag = iw_tag_lang(doc, parent, "Sect", q.lang);
	q.flow = iw_flow_new(doc, q.width);
	doc->where = question;
	doc->notes = g_ptr_array_new();
	set = setting(&q, q.tag, q.width);
	iw_flow_content(q.flow, &set, iw_child(question, "stem"));
	add_number(&q, iw_attr(question, "number"));
	if (interaction)
		add_interaction(&q, interaction);
	add_notes(&q);
	g_ptr_array_unref(doc->notes);
	doc->notes = NULL;
	doc->where = NULL;
	q.flow->first->starts = true;
	if (doc->block_rtl)
		iw_flow_mirror(q.flow);
	doc->block_rtl = doc->rtl;
	flow = iw_flow_new(doc, q.width);
	iw_flow_append(flow, q.flow, other && doc->rtl ? d->hang : 0);
	return flow;
}
