/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The structure of a document for those who do not see it: a tree of elements as PDF 1.7 knows them (14.7, 14.8).
 *
 * An element joins the tree when something of it is drawn for the first time (canvas.h), so that the tree has the
 * order in which the document is drawn, which is the order in which it is read. What belongs to no element is an
 * artifact: a running header, a rule, a bubble.
 */
#ifndef IW_PDF_TAGS_H
#define IW_PDF_TAGS_H

#include <glib.h>
#include <stdbool.h>

struct iw_doc;

struct iw_kid { /* of an element: another, or marked content of a page, or a link's area */
	struct iw_tag *tag;
	int page, mcid; /* of content; mcid is -1 for a link's area, which is number `link` of the canvas */
	size_t link;
};

struct iw_tag {
	const char *type; /* "P", "H1", "Table" */
	struct iw_tag *parent;
	GArray *kids; /* of struct iw_kid */
	const char *lang, *alt, *actual, *title;
	const char *scope;     /* of TH: "Column" or "Row" */
	const char *numbering; /* of L */
	int columns, rows;     /* that a cell spans */
	double box[4];         /* of a picture or formula, on its page: left, top, right, bottom; empty for none */
	bool joined;
};

/* A new element below `parent`, which is NULL for the document. It lives as long as the pool of `doc`. */
struct iw_tag *iw_tag_new(struct iw_doc *doc, struct iw_tag *parent, const char *type);

/* The same with the language of its text, if it is not that of what is around it. */
struct iw_tag *iw_tag_lang(struct iw_doc *doc, struct iw_tag *parent, const char *type, const char *lang);

/* Join an element and those around it to the tree. */
void iw_tag_join(struct iw_tag *tag);

/* Let what an element holds from number `from` on be read in the reverse of the order in which it was drawn. */
void iw_tag_turn(struct iw_tag *tag, guint from);

#endif
