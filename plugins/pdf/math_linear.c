/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "pdf/math.h"
#include "pdf/xml.h"

/* What stands before, between and after the parts of an element on one line. */
static const struct form {
	const char *name, *before, *between, *after;
} forms[] = {
	{ "mfrac", "(", ")/(", ")" },      { "msqrt", "\xe2\x88\x9a(", "", ")" },
	{ "msup", "", "^", "" },           { "msub", "", "_", "" },
	{ "msubsup", "", "_^", "" },       { "munderover", "", "_^", "" },
	{ "munder", "", "_", "" },         { "mover", "", "^", "" },
	{ "mmultiscripts", "", "_^", "" }, { "mtable", "[", "; ", "]" },
	{ "mtr", "", ", ", "" },           { "ms", "\"", "", "\"" },
	{ "mphantom", NULL, NULL, NULL },  { "annotation", NULL, NULL, NULL },
	{ "none", NULL, NULL, NULL },      { "mprescripts", NULL, NULL, NULL },
};

static const struct form *
form_of(const xmlNode *node)
{
	static const struct form plain = { "", "", "", "" };

	for (size_t i = 0; i < G_N_ELEMENTS(forms); i++)
		if (iw_is_math(node, forms[i].name))
			return &forms[i];
	return &plain;
}

static void
add_text(GString *text, const char *content)
{
	for (const char *p = content; *p; p++)
		if (!strchr(" \t\r\n", *p))
			g_string_append_c(text, *p);
		else if (text->len && text->str[text->len - 1] != ' ')
			g_string_append_c(text, ' ');
}

static void
add_fenced(const xmlNode *node, GString *text)
{
	const char *open = xmlHasProp(node, (const xmlChar *)"open") ? iw_attr(node, "open") : "(";
	const char *close = xmlHasProp(node, (const xmlChar *)"close") ? iw_attr(node, "close") : ")";
	const char *separators = xmlHasProp(node, (const xmlChar *)"separators") ? iw_attr(node, "separators") : ",";

	g_string_append(text, open);
	for (const xmlNode *n = iw_first(node); n; n = iw_next(n)) {
		iw_math_linear(n, text);
		if (iw_next(n) && *separators) {
			g_string_append_len(text, separators, g_utf8_next_char(separators) - separators);
			if (*g_utf8_next_char(separators))
				separators = g_utf8_next_char(separators);
		}
	}
	g_string_append(text, close);
}

/* What stands between part `i` and the one before: the scripts of "_^" take turns. */
static void
add_between(const struct form *form, int i, GString *text)
{
	if (strcmp(form->between, "_^") == 0)
		g_string_append_c(text, i % 2 ? '_' : '^');
	else
		g_string_append(text, form->between);
}

void
iw_math_linear(const xmlNode *node, GString *text)
{
	const struct form *form = form_of(node);
	int i = 0;

	if (iw_is_math(node, "mfenced")) {
		add_fenced(node, text);
		return;
	}
	if (iw_is_math(node, "mroot")) {
		const xmlNode *base = iw_first(node), *index = base ? iw_next(base) : NULL;

		g_string_append(text, "root(");
		if (index)
			iw_math_linear(index, text);
		g_string_append(text, ", ");
		if (base)
			iw_math_linear(base, text);
		g_string_append(text, ")");
		return;
	}
	if (!form->before)
		return;
	g_string_append(text, form->before);
	for (const xmlNode *n = node->children; n; n = n->next) {
		if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE) {
			const xmlChar *content = n->content;

			/* White space between elements is none of the formula. */
			if (!iw_first(node))
				add_text(text, (const char *)content);
		} else if (n->type == XML_ELEMENT_NODE) {
			if (i++)
				add_between(form, i - 1, text);
			iw_math_linear(n, text);
		}
	}
	g_string_append(text, form->after);
}
