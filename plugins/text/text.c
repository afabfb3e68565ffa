/* SPDX-License-Identifier: Apache-2.0 */
/*
 * text - a form as plain text, for a terminal, a mail or a screen reader.
 *
 * It is also the reference for plugins in C: it uses nothing but itemwright/plugin.h, libxml2 and the words of its
 * own folder (share/words.h), walks the compiled form (schemas/compiled-form.xsd) and writes one output. It shows
 * answers exactly when the document has them, and never asks which view it was given. line.c fills lines, content.c
 * writes the text of items.
 */
#include <stdlib.h>
#include <string.h>

#include "text/content.h"

/* A label and the text beside it. */
static void
add_item(struct iw_page *p, const char *label, const xmlNode *text, size_t indent)
{
	iw_page_end_line(p);
	p->indent = indent;
	p->hanging = indent + iw_columns(label) + 1;
	iw_page_label(p, label);
	iw_page_content(p, text);
	iw_page_end_line(p);
	p->indent = p->hanging = 0;
}

/* Why an option is right or wrong, when the document says it. */
static void
add_answer(struct iw_page *p, const xmlNode *option)
{
	const xmlNode *rationale = iw_child(option, "rationale");
	const char *place = iw_attr(option, "place"), *match = iw_attr(option, "match");
	struct iw_phrase mark = { { 0 } };

	if (strcmp(iw_attr(option, "key"), "yes") == 0)
		mark = iw_page_phrase(p, "key", NULL, NULL);
	if (*place)
		mark = iw_page_phrase(p, "step", place, NULL);
	if (*match)
		mark = iw_page_phrase(p, "matches", match, NULL);
	if (!rationale && !*mark.text)
		return;
	p->indent = p->hanging = 7;
	iw_page_text(p, mark.text);
	iw_page_text(p, " ");
	if (rationale)
		iw_page_content(p, rationale);
	iw_page_end_line(p);
	p->indent = p->hanging = 0;
}

static void
add_interaction(struct iw_page *p, const xmlNode *interaction)
{
	for (const xmlNode *n = interaction->children; n; n = n->next) {
		bool prompt = iw_is(n, "prompt");
		char label[32];

		if (n->type != XML_ELEMENT_NODE)
			continue;
		if (iw_is(n, "response") && n->prev && iw_is(n->prev, "prompt"))
			iw_page_gap(p);
		snprintf(label, sizeof label, "%s%s", iw_attr(n, prompt ? "number" : "letter"), prompt ? ")" : ".");
		add_item(p, label, iw_child(n, "text"), 4);
		add_answer(p, n);
	}
}

static void
add_references(struct iw_page *p, const xmlNode *question)
{
	struct iw_phrase see = iw_page_phrase(p, "see", NULL, NULL);

	for (const xmlNode *n = question->children; n; n = n->next)
		if (iw_is(n, "reference")) {
			add_item(p, see.text, n, 4);
			if (*iw_attr(n, "href")) {
				p->indent = 5 + iw_columns(see.text);
				iw_page_text(p, iw_attr(n, "href"));
				iw_page_end_line(p);
			}
		}
}

static void
add_question(struct iw_page *p, const xmlNode *question)
{
	const xmlNode *rationale = iw_child(question, "rationale");
	const char *item = iw_attr(question, "item");
	bool scored = strcmp(iw_attr(question, "scored"), "no") != 0;
	struct iw_phrase heading = iw_page_phrase(p,
	                                          !*item   ? "question"
	                                          : scored ? "question.scored"
	                                                   : "question.unscored",
	                                          iw_attr(question, "number"), item);

	iw_page_gap(p);
	iw_page_text(p, heading.text);
	iw_page_end_line(p);
	iw_page_gap(p);
	iw_page_content(p, iw_child(question, "stem"));
	iw_page_end_line(p);
	iw_page_gap(p);
	for (const xmlNode *n = question->children; n; n = n->next)
		if (iw_child(n, "option") || iw_child(n, "prompt"))
			add_interaction(p, n);
	if (rationale) {
		struct iw_phrase why = iw_page_phrase(p, "why", NULL, NULL);

		add_item(p, why.text, rationale, 4);
	}
	add_references(p, question);
}

static void
add_cover(struct iw_page *p, const xmlNode *root)
{
	const char *minutes = iw_attr(root, "minutes");
	struct iw_phrase facts = iw_page_phrase(p, "questions", iw_attr(root, "questions"), NULL);

	if (*minutes) {
		struct iw_phrase questions = facts, time = iw_page_phrase(p, "minutes", minutes, NULL);

		facts = iw_page_phrase(p, "facts", questions.text, time.text);
	}
	iw_page_content(p, iw_child(root, "exam-title"));
	iw_page_end_line(p);
	iw_page_content(p, iw_child(root, "form-title"));
	iw_page_end_line(p);
	iw_page_text(p, facts.text);
	iw_page_end_line(p);
}

static bool
render(const struct iw_host *host, struct iw_job *job, const xmlDoc *form)
{
	const xmlNode *root = form->children;
	struct iw_page p = { .host = host, .job = job };
	char output[300];

	p.width = (size_t)strtoul(host->option(job, "width"), NULL, 10);
	if (p.width < 40 || p.width > 400)
		return iw_plugin_fail(host, job, NULL, "width is from 40 to 400 columns, not %zu", p.width);
	if (!iw_language_open(&p.language, host, job, iw_attr(root, "lang")))
		return false;
	snprintf(output, sizeof output, "%s.txt", iw_attr(root, "name"));
	p.output = output;
	add_cover(&p, root);
	for (const xmlNode *n = root->children; n; n = n->next)
		if (iw_is(n, "question"))
			add_question(&p, n);
	return iw_page_end(&p);
}

static const struct iw_option options[] = {
	{ "width", IW_OPTION_NUMBER, NULL, "78", "columns of a line, from 40 to 400" },
	{ NULL, IW_OPTION_TEXT, NULL, NULL, NULL },
};

IW_PLUGIN(.name = "text", .version = "1.0", .summary = "plain text, for a terminal or a mail",
          .views = IW_VIEW_CANDIDATE | IW_VIEW_FULL, .options = options, .render = render, .media_types = "text/plain");
