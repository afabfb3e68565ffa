/* SPDX-License-Identifier: Apache-2.0 */
#include "xml/node.h"

#include <string.h>

bool
iw_node_is(const xmlNode *node, const char *name)
{
	return node && node->type == XML_ELEMENT_NODE && node->ns && strcmp((const char *)node->name, name) == 0 &&
	       strcmp((const char *)node->ns->href, IW_NS) == 0;
}

static xmlNode *
element_from(xmlNode *node)
{
	while (node && node->type != XML_ELEMENT_NODE)
		node = node->next;
	return node;
}

xmlNode *
iw_node_first(const xmlNode *parent)
{
	return parent ? element_from(parent->children) : NULL;
}

xmlNode *
iw_node_next(const xmlNode *node)
{
	return element_from(node->next);
}

xmlNode *
iw_node_child(const xmlNode *parent, const char *name)
{
	xmlNode *n = iw_node_first(parent);

	while (n && !iw_node_is(n, name))
		n = iw_node_next(n);
	return n;
}

static const char *
value(const xmlAttr *a)
{
	if (!a)
		return NULL;
	/* Without entities an attribute is one text node, or none when it is empty. */
	return a->children ? (const char *)a->children->content : "";
}

const char *
iw_node_attr(const xmlNode *node, const char *name)
{
	for (const xmlAttr *a = node->properties; a; a = a->next)
		if (!a->ns && strcmp((const char *)a->name, name) == 0)
			return value(a);
	return NULL;
}

const char *
iw_node_lang(const xmlNode *node)
{
	for (const xmlAttr *a = node->properties; a; a = a->next)
		if (a->ns && strcmp((const char *)a->name, "lang") == 0 &&
		    strcmp((const char *)a->ns->href, (const char *)XML_XML_NAMESPACE) == 0)
			return value(a);
	return NULL;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void
space(struct iw_buf *out, size_t from)
{
	if (out->len > from && out->data[out->len - 1] != ' ')
		iw_buf_char(out, ' ');
}

static void
fold(const char *s, size_t from, struct iw_buf *out)
{
	char *to = iw_buf_room(out, strlen(s)), *start = to;
	bool space = out->len == from || to[-1] == ' ';

	for (; *s; s++) {
		if (!is_blank(*s)) {
			*to++ = *s;
			space = false;
		} else if (!space) {
			*to++ = ' ';
			space = true;
		}
	}
	*to = '\0';
	out->len += (size_t)(to - start);
}

/* Elements within a line, around which there is no space but what the author wrote. */
static bool
is_inline(const xmlNode *node)
{
	static const char *const names[] = { "em", "strong", "code", "sub", "sup", "a", "span" };

	if (node->ns && strcmp((const char *)node->ns->href, IW_MATHML_NS) == 0)
		return strcmp((const char *)node->name, "math") != 0;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp((const char *)node->name, names[i]) == 0)
			return true;
	return false;
}

static void
collect(const xmlNode *node, const char *skip, size_t from, struct iw_buf *out)
{
	for (const xmlNode *n = node->children; n; n = n->next) {
		const char *alt;

		if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE)
			fold((const char *)n->content, from, out);
		if (n->type != XML_ELEMENT_NODE || (skip && iw_node_is(n, skip)))
			continue;
		if (!is_inline(n))
			space(out, from);
		if (iw_node_is(n, "img") && (alt = iw_node_attr(n, "alt")) != NULL)
			fold(alt, from, out);
		collect(n, skip, from, out);
		if (!is_inline(n))
			space(out, from);
	}
}

void
iw_node_text(const xmlNode *node, const char *skip, struct iw_buf *out)
{
	size_t from = out->len;

	collect(node, skip, from, out);
	if (out->len > from && out->data[out->len - 1] == ' ')
		out->data[--out->len] = '\0';
}
