/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The compiled form as a document. What only the full view has is written by functions that begin with
 * if (!v->full) return: the one place of each secret.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "compile/compile.h"
#include "compile/content.h"
#include "xml/node.h"

struct view {
	const struct iw_compiled *c;
	bool full;
};

static xmlNode *
element(xmlNode *parent, const char *name)
{
	return xmlNewChild(parent, NULL, (const xmlChar *)name, NULL);
}

static xmlNode *
text_element(xmlNode *parent, const char *name, const char *text)
{
	xmlNode *n = element(parent, name);

	xmlAddChild(n, xmlNewText((const xmlChar *)text));
	return n;
}

/* An attribute, unless its value is NULL. */
static void
set(xmlNode *node, const char *name, const char *value)
{
	if (value)
		xmlNewProp(node, (const xmlChar *)name, (const xmlChar *)value);
}

__attribute__((format(printf, 3, 4))) static void
setf(xmlNode *node, const char *name, const char *fmt, ...)
{
	char value[64];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(value, sizeof value, fmt, ap);
	va_end(ap);
	set(node, name, value);
}

static void
set_lang(xmlNode *node, const char *lang)
{
	if (lang)
		xmlNewNsProp(node, xmlSearchNsByHref(node->doc, node, XML_XML_NAMESPACE), (const xmlChar *)"lang",
		             (const xmlChar *)lang);
}

/* A weight in units of 0.0001, as short as it can be written. */
static void
set_weight(xmlNode *node, uint32_t weight)
{
	char value[32];
	int len = snprintf(value, sizeof value, "%u.%04u", weight / 10000, weight % 10000);

	while (len && value[len - 1] == '0')
		value[--len] = '\0';
	if (len && value[len - 1] == '.')
		value[--len] = '\0';
	set(node, "weight", value);
}

static void
add_scoring(const struct view *v, xmlNode *root)
{
	const struct iw_exam *exam = v->c->bank->exam;
	xmlNode *n;

	if (!v->full || !exam->has_scoring)
		return;
	n = element(root, "scoring");
	set(n, "model", exam->model);
	set(n, "minimum", exam->minimum);
	set(n, "maximum", exam->maximum);
	set(n, "passing", exam->passing);
	set(n, "cut", exam->cut);
	set(n, "reference", exam->reference);
	set(n, "scale", exam->scale);
}

static void
add_domains(const struct view *v, xmlNode *root)
{
	const struct iw_exam *exam = v->c->bank->exam;

	if (!v->full)
		return;
	for (size_t i = 0; i < exam->domain_count; i++) {
		const struct iw_domain *d = &exam->domains[i];
		xmlNode *n = element(root, "domain");

		set(n, "id", d->id);
		set_weight(n, d->weight);
		text_element(n, "title", d->title);
		for (size_t j = 0; j < d->task_count; j++)
			set(text_element(n, "task", d->tasks[j].title), "id", d->tasks[j].id);
	}
}

static void
add_media(const struct view *v, xmlNode *root)
{
	size_t count = v->full ? v->c->media.count : v->c->candidate_media;

	for (size_t i = 0; i < count; i++) {
		xmlNode *n = element(root, "media");

		set(n, "name", v->c->media.at[i].name);
		set(n, "type", v->c->media.at[i].type);
		if (v->full)
			set(n, "source", v->c->media.at[i].source);
	}
}

static void
add_rationale(const struct view *v, xmlNode *to, const xmlNode *from)
{
	const xmlNode *rationale = iw_node_child(from, "rationale");

	if (!v->full || !rationale)
		return;
	iw_content_copy(element(to, "rationale"), rationale, &v->c->media);
}

/* An option, prompt or response: its text, and in the full view its author's id and rationale. */
static xmlNode *
add_shown(const struct view *v, xmlNode *parent, const char *name, const struct iw_item_option *o)
{
	xmlNode *n = element(parent, name);

	iw_content_copy(element(n, "text"), o->node, &v->c->media);
	add_rationale(v, n, o->node);
	if (v->full)
		set(n, "id", o->id);
	return n;
}

static void
mark_option(const struct view *v, xmlNode *node, const struct iw_question *q, size_t index)
{
	size_t place = iw_question_place(q, index);

	if (!v->full)
		return;
	if (q->item->type != IW_ORDERING)
		set(node, "key", q->body.options[index].kind == IW_KEY ? "yes" : "no");
	else if (place)
		setf(node, "place", "%zu", place);
}

static void
add_options(const struct view *v, xmlNode *interaction, const struct iw_question *q)
{
	setf(interaction, "select", "%zu", q->body.counts[q->item->type == IW_ORDERING ? IW_STEP : IW_KEY]);
	for (size_t i = 0; i < q->shown.count; i++) {
		size_t index = q->shown.order[i];
		xmlNode *n = add_shown(v, interaction, "option", &q->body.options[index]);

		setf(n, "letter", "%c", (char)('A' + i));
		mark_option(v, n, q, index);
	}
}

static void
add_pairs(const struct view *v, xmlNode *interaction, const struct iw_question *q)
{
	for (size_t i = 0; i < q->shown.prompt_count; i++) {
		const struct iw_item_option *o = iw_question_option(q, IW_PROMPT, q->shown.prompts[i]);
		xmlNode *n = add_shown(v, interaction, "prompt", o);

		setf(n, "number", "%zu", i + 1);
		if (v->full)
			setf(n, "match", "%c", iw_question_match(q, o));
	}
	for (size_t i = 0; i < q->shown.count; i++)
		setf(add_shown(v, interaction, "response", iw_question_option(q, IW_RESPONSE, q->shown.order[i])),
		     "letter", "%c", (char)('A' + i));
}

static void
add_references(const struct view *v, xmlNode *question, const xmlNode *item)
{
	if (!v->full)
		return;
	for (const xmlNode *n = iw_node_first(item); n; n = iw_node_next(n)) {
		struct iw_buf title = IW_BUF_INIT;

		if (!iw_node_is(n, "reference"))
			continue;
		iw_node_text(n, NULL, &title);
		set(text_element(question, "reference", title.data), "href", iw_node_attr(n, "href"));
		iw_buf_release(&title);
	}
}

static void
mark_question(const struct view *v, xmlNode *node, const struct iw_question *q)
{
	if (!v->full)
		return;
	set(node, "item", q->item->id);
	set(node, "domain", q->item->domain.name);
	set(node, "task", q->item->task.name);
	set(node, "scored", q->scored ? "yes" : "no");
}

static void
add_question(const struct view *v, xmlNode *root, size_t index)
{
	const struct iw_question *q = &v->c->questions[index];
	xmlNode *n = element(root, "question"), *interaction;

	setf(n, "id", "q%zu", index + 1);
	setf(n, "number", "%zu", index + 1);
	mark_question(v, n, q);
	set_lang(n, iw_node_lang(q->body.node));
	iw_content_copy(element(n, "stem"), q->body.stem, &v->c->media);
	interaction = element(n, iw_type_name(q->item->type));
	if (q->item->type == IW_MATCHING)
		add_pairs(v, interaction, q);
	else
		add_options(v, interaction, q);
	add_rationale(v, n, q->body.node);
	add_references(v, n, q->body.node);
}

xmlDoc *
iw_compiled_view(const struct iw_compiled *compiled, bool full)
{
	struct view v = { compiled, full };
	const struct iw_exam *exam = compiled->bank->exam;
	xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
	xmlNode *root = xmlNewNode(NULL, (const xmlChar *)"compiled-form");

	xmlDocSetRootElement(doc, root);
	xmlSetNs(root, xmlNewNs(root, (const xmlChar *)IW_NS, NULL));
	set(root, "view", full ? "full" : "candidate");
	set(root, "name", compiled->name);
	set(root, "exam", exam->id);
	set(root, "exam-version", exam->version);
	set(root, "form", compiled->form->id);
	set(root, "version", compiled->form->version);
	if (exam->minutes)
		setf(root, "minutes", "%u", exam->minutes);
	setf(root, "questions", "%zu", compiled->question_count);
	set_lang(root, exam->lang ? exam->lang : "en");
	text_element(root, "exam-title", exam->title);
	text_element(root, "form-title", compiled->form->title);
	add_scoring(&v, root);
	add_domains(&v, root);
	add_media(&v, root);
	for (size_t i = 0; i < compiled->question_count; i++)
		add_question(&v, root, i);
	return doc;
}
