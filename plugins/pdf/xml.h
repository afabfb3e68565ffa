/* SPDX-License-Identifier: Apache-2.0 */
/* Small questions to the compiled form (schemas/compiled-form.xsd). All that is returned is borrowed from it. */
#ifndef IW_PDF_XML_H
#define IW_PDF_XML_H

#include <libxml/tree.h>
#include <stdbool.h>

#define IW_MATHML "http://www.w3.org/1998/Math/MathML"

/* Whether a node is the element `name` of Itemwright's namespace, or of MathML's. */
bool iw_is(const xmlNode *node, const char *name);
bool iw_is_math(const xmlNode *node, const char *name);

/* Whether a node is one of the elements of a list such as "p pre ul". */
bool iw_is_any(const xmlNode *node, const char *names);

/* The first element below `parent`, and the one after `node`; NULL at the end. */
const xmlNode *iw_first(const xmlNode *parent);
const xmlNode *iw_next(const xmlNode *node);

/* The first element `name` below `parent`, or NULL. */
const xmlNode *iw_child(const xmlNode *parent, const char *name);

/* Whether a node is no element and holds white space alone. */
bool iw_is_blank(const xmlNode *node);

/* The element below `parent`, when there is nothing else; else NULL. */
const xmlNode *iw_only_child(const xmlNode *parent);

/* The value of an attribute without a namespace, or "". */
const char *iw_attr(const xmlNode *node, const char *name);

/* The value as a number from 1 to `most`, or 1 when there is none. */
int iw_attr_count(const xmlNode *node, const char *name, int most);

/* The language that holds at a node: the nearest xml:lang, or "en". Of a node alone: its own, or NULL. */
const char *iw_lang(const xmlNode *node);
const char *iw_own_lang(const xmlNode *node);

/* Whether a language is written from right to left. */
bool iw_lang_is_rtl(const char *lang);

#endif
