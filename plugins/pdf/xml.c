/* SPDX-License-Identifier: Apache-2.0 */
#include "pdf/xml.h"

#include <pango/pango.h>
#include <stdlib.h>
#include <string.h>

#define ITEMWRIGHT "urn:itemwright:1"

static bool
is_of(const xmlNode *node, const char *namespace)
{
	return node->type == XML_ELEMENT_NODE && node->ns && strcmp((const char *)node->ns->href, namespace) == 0;
}

bool
iw_is(const xmlNode *node, const char *name)
{
	return is_of(node, ITEMWRIGHT) && strcmp((const char *)node->name, name) == 0;
}

bool
iw_is_math(const xmlNode *node, const char *name)
{
	return is_of(node, IW_MATHML) && strcmp((const char *)node->name, name) == 0;
}

bool
iw_is_any(const xmlNode *node, const char *names)
{
	size_t len;

	if (!is_of(node, ITEMWRIGHT))
		return false;
	for (; *names; names += len + (names[len] == ' ')) {
		len = strcspn(names, " ");
		if (strlen((const char *)node->name) == len && memcmp(node->name, names, len) == 0)
			return true;
	}
	return false;
}

static const xmlNode *
element_from(const xmlNode *node)
{
	while (node && node->type != XML_ELEMENT_NODE)
		node = node->next;
	return node;
}

const xmlNode *
iw_first(const xmlNode *parent)
{
	return element_from(parent->children);
}

const xmlNode *
iw_next(const xmlNode *node)
{
	return element_from(node->next);
}

const xmlNode *
iw_child(const xmlNode *parent, const char *name)
{
	const xmlNode *node = iw_first(parent);

	while (node && !iw_is(node, name))
		node = iw_next(node);
	return node;
}

const char *
iw_attr(const xmlNode *node, const char *name)
{
	for (const xmlAttr *a = node->properties; a; a = a->next)
		if (!a->ns && strcmp((const char *)a->name, name) == 0)
			return a->children && a->children->content ? (const char *)a->children->content : "";
	return "";
}

int
iw_attr_count(const xmlNode *node, const char *name, int most)
{
	long value = strtol(iw_attr(node, name), NULL, 10);

	return value < 1 ? 1 : value > most ? most : (int)value;
}

const char *
iw_own_lang(const xmlNode *node)
{
	for (const xmlAttr *a = node->properties; a; a = a->next)
		if (a->ns && strcmp((const char *)a->ns->href, (const char *)XML_XML_NAMESPACE) == 0 &&
		    strcmp((const char *)a->name, "lang") == 0 && a->children && a->children->content)
			return (const char *)a->children->content;
	return NULL;
}

const char *
iw_lang(const xmlNode *node)
{
	const char *lang = NULL;

	for (; node && node->type == XML_ELEMENT_NODE && !lang; node = node->parent)
		lang = iw_own_lang(node);
	return lang && *lang ? lang : "en";
}

bool
iw_lang_is_rtl(const char *lang)
{
	static const char *const names[] = { "ar", "arc", "ckb", "dv",  "fa", "he", "iw",
		                             "ks", "ps",  "sd",  "syr", "ug", "ur", "yi" };
	size_t len = strcspn(lang, "-");
	const char *script = strchr(lang, '-');

	if (script && g_ascii_strncasecmp(script, "-Arab", 5) == 0)
		return true;
	if (script && g_ascii_strncasecmp(script, "-Latn", 5) == 0)
		return false;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strlen(names[i]) == len && g_ascii_strncasecmp(names[i], lang, len) == 0)
			return true;
	return false;
}

bool
iw_is_blank(const xmlNode *node)
{
	const char *text = (const char *)node->content;

	return node->type != XML_ELEMENT_NODE && (!text || text[strspn(text, " \t\r\n")] == '\0');
}

const xmlNode *
iw_only_child(const xmlNode *parent)
{
	const xmlNode *only = NULL;

	for (const xmlNode *n = parent->children; n; n = n->next) {
		if (iw_is_blank(n))
			continue;
		if (only || n->type != XML_ELEMENT_NODE)
			return NULL;
		only = n;
	}
	return only;
}
