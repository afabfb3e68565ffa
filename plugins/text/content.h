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

/* What stands within a node. Directions that it opens end with it. */
void iw_page_content(struct iw_page *p, const xmlNode *node);

#endif
