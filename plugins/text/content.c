/* SPDX-License-Identifier: Apache-2.0 */
#include "text/content.h"

#include <string.h>

bool
iw_is(const xmlNode *n, const char *name)
{
	return n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, name) == 0;
}

const xmlNode *
iw_child(const xmlNode *parent, const char *name)
{
	const xmlNode *n = parent->children;

	while (n && !iw_is(n, name))
		n = n->next;
	return n;
}

static const char *
attr_or(const xmlNode *n, const char *name, const char *fallback)
{
	const xmlAttr *a = n->properties;

	while (a && strcmp((const char *)a->name, name) != 0)
		a = a->next;
	if (!a)
		return fallback;
	return a->children ? (const char *)a->children->content : "";
}

const char *
iw_attr(const xmlNode *n, const char *name)
{
	return attr_or(n, name, "");
}

/* Elements that stand on lines of their own. */
static bool
is_block(const xmlNode *n)
{
	static const char *const names[] = { "p",  "pre",    "ul",    "ol", "li",      "blockquote",
		                             "tr", "figure", "table", "br", "caption", "figcaption" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (iw_is(n, names[i]))
			return true;
	return false;
}

/* The signs that plain text needs: before an element's text, before its second and third part, and after it. */
/* clang-format off */
static const struct sign {
	const char *name, *before, *second, *third, *after;
	const char *word; /* of the page, behind `before` */
} signs[] = {
	{ "td",         "",      "",    "",  " | ", ""        },
	{ "th",         "",      "",    "",  " | ", ""        },
	{ "sup",        "^",     "",    "",  "",    ""        },
	{ "sub",        "_",     "",    "",  "",    ""        },
	{ "note",       " [",    "",    "",  "]",   "note"    },
	{ "img",        "[",     "",    "",  "]",   "picture" },
	{ "caption",    "",      "",    "",  "",    "table"   },
	{ "mfrac",      "(",     ")/(", "",  ")",   ""        },
	{ "msqrt",      "sqrt(", "",    "",  ")",   ""        },
	{ "mroot",      "root(", "; ",  "",  ")",   ""        },
	{ "msup",       "",      "^",   "",  "",    ""        },
	{ "msub",       "",      "_",   "",  "",    ""        },
	{ "mover",      "",      "^",   "",  "",    ""        },
	{ "munder",     "",      "_",   "",  "",    ""        },
	{ "msubsup",    "",      "_",   "^", "",    ""        },
	{ "munderover", "",      "_",   "^", "",    ""        },
	{ "mtr",        "",      "",    "",  "; ",  ""        },
	{ "mtd",        "",      "",    "",  " ",   ""        },
};
/* clang-format on */

static const struct sign *
sign_of(const xmlNode *n)
{
	static const struct sign none = { "", "", "", "", "", "" };

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (iw_is(n, signs[i].name))
			return &signs[i];
	return &none;
}

/* A script of several parts gets brackets: x^(n+1). */
static bool
needs_brackets(const xmlNode *n, const struct sign *parent, size_t place)
{
	return place > 0 && strchr("^_", *parent->second) && *parent->second && iw_is(n, "mrow") && n->children &&
	       n->children != n->last;
}

static size_t
char_length(const char *s)
{
	size_t n = *s != 0;

	while (n && ((unsigned char)s[n] & 0xc0) == 0x80)
		n++;
	return n;
}

/* What stands before a part of a fenced formula but the first; the last separator serves for those that are missing. */
static void
add_separator(struct iw_page *p, const xmlNode *fenced, size_t place)
{
	const char *s = attr_or(fenced, "separators", ",");
	char one[8] = { 0 };

	for (size_t n; place && (n = char_length(s)) != 0; s += n) {
		if (n >= sizeof one || strchr(" \t\r\n", *s))
			continue;
		memcpy(one, s, n);
		one[n] = 0;
		place--;
	}
	iw_page_text(p, one);
}

/* "2." for the second point of a numbered list, "-" for others. */
static void
add_point(struct iw_page *p, const xmlNode *point)
{
	size_t hanging = p->hanging, number = 1;
	char label[24] = "-";

	for (const xmlNode *n = point->prev; n; n = n->prev)
		number += iw_is(n, "li");
	if (iw_is(point->parent, "ol"))
		snprintf(label, sizeof label, "%zu.", number);
	p->indent = hanging;
	p->hanging = hanging + strlen(label) + 1;
	iw_page_label(p, label);
	iw_page_content(p, point);
	iw_page_end_line(p);
	p->indent = p->hanging = hanging;
}

static void
add_element(struct iw_page *p, const xmlNode *n)
{
	const struct sign *sign = sign_of(n);
	bool block = is_block(n), pre = iw_is(n, "pre");
	size_t depth = p->depth;

	if (iw_is(n, "li")) {
		iw_page_end_line(p);
		add_point(p, n);
		return;
	}
	if (block)
		iw_page_begin_block(p);
	iw_page_text(p, sign->before);
	if (*sign->word) {
		struct iw_phrase word = iw_page_phrase(p, sign->word, NULL, NULL);

		iw_page_text(p, word.text);
		iw_page_text(p, " ");
	}
	if (iw_is(n, "img"))
		iw_page_text(p, iw_attr(n, "alt"));
	p->verbatim |= pre;
	iw_page_content(p, n);
	iw_page_close_directions(p, depth);
	if (block)
		iw_page_end_line(p);
	if (pre)
		p->verbatim = false;
	iw_page_text(p, sign->after);
}

/* Add text where there is room. */
static bool
put(struct iw_phrase *phrase, size_t *len, const char *text, size_t text_len)
{
	bool fits = text_len < sizeof phrase->text - *len;

	if (fits)
		memcpy(phrase->text + *len, text, text_len);
	*len += fits ? text_len : 0;
	return fits;
}

struct iw_phrase
iw_page_phrase(struct iw_page *p, const char *id, const char *n, const char *m)
{
	struct iw_string found = iw_language_find(&p->language, "", id, n);
	struct iw_phrase phrase = { { 0 } };
	bool good = found.text;
	size_t len = 0;

	for (size_t i = 0; i < found.len && good;) {
		const char *at = found.text + i, *value = NULL;

		if (found.len - i >= 3 && at[0] == '{' && (at[1] == 'n' || at[1] == 'm') && at[2] == '}')
			value = at[1] == 'n' ? n : m;
		good = value ? put(&phrase, &len, value, strlen(value)) : put(&phrase, &len, at, 1);
		i += value ? 3 : 1;
		if (!good)
			(void)iw_plugin_fail(p->host, p->job, NULL, "words-%s.txt: the string \"%s\" is too long",
			                     p->language.tag, id);
	}
	if (!good)
		phrase.text[0] = '\0';
	p->failed |= !good;
	return phrase;
}

static void
add_part(struct iw_page *p, const xmlNode *n, const struct sign *parent, size_t place)
{
	bool brackets = needs_brackets(n, parent, place);

	iw_page_text(p, place == 1 ? parent->second : place == 2 ? parent->third : "");
	if (brackets)
		iw_page_text(p, "(");
	add_element(p, n);
	if (brackets)
		iw_page_text(p, ")");
}

void
iw_page_content(struct iw_page *p, const xmlNode *node)
{
	const struct sign *sign = sign_of(node);
	bool fenced = iw_is(node, "mfenced");
	size_t depth = p->depth, place = 0;

	if (fenced)
		iw_page_text(p, attr_or(node, "open", "("));
	for (const xmlNode *n = node->children; n; n = n->next) {
		if (n->type == XML_TEXT_NODE)
			iw_page_text(p, (const char *)n->content);
		if (n->type != XML_ELEMENT_NODE || iw_is(n, "annotation")) /* the source of a formula */
			continue;
		if (fenced)
			add_separator(p, node, place);
		add_part(p, n, sign, place++);
	}
	if (fenced)
		iw_page_text(p, attr_or(node, "close", ")"));
	iw_page_close_directions(p, depth);
}
