/* SPDX-License-Identifier: Apache-2.0 */
/* Small questions to a tree of our namespace. */
#ifndef IW_NODE_H
#define IW_NODE_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "base/buf.h"

#define IW_NS "urn:itemwright:1"
#define IW_MATHML_NS "http://www.w3.org/1998/Math/MathML"

/* Whether a node is the element `name` of our namespace. */
bool iw_node_is(const xmlNode *node, const char *name);

/* The first element below `parent`, the element after `node`; NULL at the end. */
xmlNode *iw_node_first(const xmlNode *parent);
xmlNode *iw_node_next(const xmlNode *node);

/* The first element `name` of our namespace below `parent`, or NULL. */
xmlNode *iw_node_child(const xmlNode *parent, const char *name);

/* The value of an attribute without a namespace, or NULL. Borrowed from the tree. */
const char *iw_node_attr(const xmlNode *node, const char *name);

/* The value of xml:lang on the element itself, or NULL. Borrowed. */
const char *iw_node_lang(const xmlNode *node);

/*
 * The text below `node`, white space folded to single spaces, blocks separated by one; added to `out`.
 * Elements named `skip` (which may be NULL) are left out. An img counts as its alt text.
 */
void iw_node_text(const xmlNode *node, const char *skip, struct iw_buf *out);

#endif
