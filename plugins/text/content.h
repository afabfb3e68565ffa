/* SPDX-License-Identifier: Apache-2.0 */
/*
 * content.h - the text of items (schemas/content.xsd) in plain lines; and how one finds one's way in the document.
 */
#ifndef TEXT_CONTENT_H
#define TEXT_CONTENT_H

#include "text/line.h"

/* Whether the node is an element of this name; names are told apart without their namespace. */
bool iw_is(const xmlNode *n, const char *name);

/* The first child element of this name; NULL when there is none. */
const xmlNode *iw_child(const xmlNode *parent, const char *name);

/* The value of an attribute, or "". Borrowed from the document. */
const char *iw_attr(const xmlNode *n, const char *name);

/*
 * The page's own words, from words-XX.txt: the string `id` with `n` and `m`, which may be NULL, in the places of {n}
 * and {m}; it is also of the form for the number `n`. "" when the page has failed.
 */
struct iw_phrase {
	char text[512];
};
struct iw_phrase iw_page_phrase(struct iw_page *p, const char *id, const char *n, const char *m);

/* What stands within a node. Directions that it opens end with it. */
void iw_page_content(struct iw_page *p, const xmlNode *node);

#endif
