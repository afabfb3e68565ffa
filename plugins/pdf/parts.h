/* SPDX-License-Identifier: Apache-2.0 */
/* What the documents are made of: the booklet, the answer sheet, the answer key, the score report. */
#ifndef IW_PDF_PARTS_H
#define IW_PDF_PARTS_H

#include "pdf/block.h"
#include "pdf/pages.h"
#include "pdf/text.h"

/* Lay out one of the documents. `root` is the element that all of it belongs to. */
void iw_make_booklet(struct iw_pages *pages, struct iw_tag *root);
void iw_make_sheet(struct iw_pages *pages, struct iw_tag *root);
void iw_make_key(struct iw_pages *pages, struct iw_tag *root);
void iw_make_report(struct iw_pages *pages, struct iw_tag *root);

/* cover.c: what stands before the questions. */
struct iw_flow *iw_cover_flow(struct iw_doc *doc, struct iw_tag *root);

/* question.c: a question with its number, and whatever it holds. */
struct iw_flow *iw_question_flow(struct iw_doc *doc, const xmlNode *question, struct iw_tag *parent);

/* The interaction of a question: the element behind its stem. */
const xmlNode *iw_interaction_of(const xmlNode *question);

/* Add a paragraph of the pages' own words, with {n} and {m} filled in, in a new element. */
void iw_flow_words(struct iw_flow *flow, const struct iw_style *style, struct iw_tag *parent, const char *type,
                   const char *text, const char *n, const char *m);

/* A name and a value below it, at x of a flow. */
struct iw_fact {
	const char *name, *value;
};
void iw_flow_facts(struct iw_flow *flow, struct iw_tag *parent, const struct iw_fact *facts, size_t count);

/* A place that links and, if `listed`, the outline lead to, at the top of a strip. */
void iw_strip_anchor(struct iw_doc *doc, struct iw_strip *strip, const char *name, const char *title, bool listed);

/* bubble.c: a bubble with a letter in it, its middle at x, y. */
struct iw_bubble {
	const char *question, *row, *letter; /* what it stands for; no question for an example */
	bool filled;
};
void iw_strip_bubble(struct iw_doc *doc, struct iw_strip *strip, struct iw_tag *tag, double x, double y,
                     struct iw_bubble bubble);

/* Running headers; `pages->context` is a struct iw_running. */
struct iw_running {
	const char *name; /* of the document, at the foot */
	int first;        /* page that has them */
	bool turn;        /* whether to say at the foot that it goes on */
};
void iw_furnish(struct iw_pages *pages, struct iw_canvas *canvas, int page);

#endif
