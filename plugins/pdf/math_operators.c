/* SPDX-License-Identifier: Apache-2.0 */
/* What is known of operators: the space around them, and whether they stretch (MathML Core, appendix B). */
#include <stdlib.h>
#include <string.h>

#include "pdf/math_box.h"
#include "pdf/xml.h"

#define LEAST_SPACE 0.3 /* how far an operator may move into what is beside it, in parts of an em */
#define MOST_SPACE 20

enum { STRETCHY = 1, ACROSS = 2, LARGE = 4, MOVABLE = 8, FENCE = 16, ACCENT = 32 };

/* Signs that are separated by spaces have one entry; space is in 18ths of an em. */
static const struct {
	const char *signs;
	char form; /* i, p or s: infix, prefix, postfix */
	unsigned char before, after, flags;
} known[] = {
	{ "= \xe2\x89\xa0 < > \xe2\x89\xa4 \xe2\x89\xa5 \xe2\x89\xaa \xe2\x89\xab \xe2\x89\x88 \xe2\x89\xa1 "
	  "\xe2\x89\x85 "
	  "\xe2\x89\x83 \xe2\x88\xbc \xe2\x88\x9d \xe2\x88\x88 \xe2\x88\x89 \xe2\x88\x8b \xe2\x8a\x82 \xe2\x8a\x83 "
	  "\xe2\x8a\x86 \xe2\x8a\x87 \xe2\x8a\x84 \xe2\x8a\xa2 \xe2\x8a\xa8 \xe2\x8a\xa5 \xe2\x88\xa5 \xe2\x88\xa3 "
	  "\xe2\x89\xba \xe2\x89\xbb \xe2\x89\x94 \xe2\x89\x9c == != <= >= :=",
	  'i', 5, 5, 0 },
	{ "\xe2\x86\x92 \xe2\x86\x90 \xe2\x86\x94 \xe2\x87\x92 \xe2\x87\x90 \xe2\x87\x94 \xe2\x86\xa6 \xe2\x9f\xb6 "
	  "\xe2\x9f\xb5 \xe2\x9f\xb7 \xe2\x9f\xb9 \xe2\x9f\xb8 \xe2\x9f\xba \xe2\x87\x8c",
	  'i', 5, 5, STRETCHY | ACROSS },
	{ "+ - \xe2\x88\x92 \xc2\xb1 \xe2\x88\x93 \xc3\x97 \xc3\xb7 \xc2\xb7 * \xe2\x88\x97 \xe2\x8b\x85 \xe2\x88\x98 "
	  "\xe2\x80\xa2 \xe2\x88\xaa \xe2\x88\xa9 \xe2\x88\xa7 \xe2\x88\xa8 \xe2\x8a\x95 \xe2\x8a\x97 \xe2\x8a\x96 "
	  "\xe2\x8a\x99 \xe2\x88\x96 \xe2\x8b\x86 mod",
	  'i', 4, 4, 0 },
	{ "/ \\ \xe2\x88\x95", 'i', 1, 1, 0 },
	{ ", ;", 'i', 0, 3, 0 },
	{ ":", 'i', 3, 3, 0 },
	{ "|", 'i', 3, 3, STRETCHY | FENCE },
	{ "%", 'i', 3, 3, 0 },
	{ "+ - \xe2\x88\x92 \xc2\xb1 \xe2\x88\x93 \xc2\xac \xe2\x88\x80 \xe2\x88\x83 \xe2\x88\x84 \xe2\x88\x87 "
	  "\xe2\x88\x82 \xe2\x88\x86",
	  'p', 0, 1, 0 },
	{ "( [ { \xe2\x9f\xa8 \xe2\x8c\x88 \xe2\x8c\x8a \xe2\x9f\xa6 | \xe2\x80\x96 \xe2\x88\xa5", 'p', 0, 0,
	  STRETCHY | FENCE },
	{ ") ] } \xe2\x9f\xa9 \xe2\x8c\x89 \xe2\x8c\x8b \xe2\x9f\xa7 | \xe2\x80\x96 \xe2\x88\xa5", 's', 0, 0,
	  STRETCHY | FENCE },
	{ "\xe2\x88\x91 \xe2\x88\x8f \xe2\x88\x90 \xe2\x8b\x83 \xe2\x8b\x82 \xe2\x8b\x81 \xe2\x8b\x80 \xe2\xa8\x81 "
	  "\xe2\xa8\x82 \xe2\xa8\x80 \xe2\xa8\x84 \xe2\xa8\x86",
	  'p', 3, 3, LARGE | MOVABLE },
	{ "\xe2\x88\xab \xe2\x88\xac \xe2\x88\xad \xe2\x88\xae \xe2\x88\xaf", 'p', 3, 3, LARGE },
	{ "lim max min sup inf arg\xc2\xa0max arg\xc2\xa0min argmax argmin det gcd", 'p', 3, 3, MOVABLE },
	{ "log ln exp sin cos tan", 'p', 3, 3, 0 },
	{ "! !!", 's', 1, 0, 0 },
	{ "\xe2\x80\xb2 \xe2\x80\xb3 \xc2\xb0 '", 's', 0, 0, 0 },
	{ "^ \xcb\x86 ~ \xcb\x9c _ \xc2\xaf \xe2\x80\xbe \xcb\x87 \xcb\x98 \xe2\x83\x97 \xe2\x86\xbc \xe2\x87\x80 "
	  "\xcc\x82 \xcc\x83 \xcc\x84",
	  's', 0, 0, STRETCHY | ACROSS | ACCENT },
	{ "\xcb\x99 \xc2\xa8 \xc2\xb4 ` \xcc\x87 \xcc\x88", 's', 0, 0, ACCENT },
	{ "\xe2\x8f\x9e \xe2\x8f\x9f \xe2\x8e\xb4 \xe2\x8e\xb5 \xe2\x8f\x9c \xe2\x8f\x9d", 's', 0, 0,
	  STRETCHY | ACROSS | ACCENT },
	{ "\xe2\x81\xa1 \xe2\x81\xa2 \xe2\x81\xa3 \xe2\x81\xa4", 'i', 0, 0, 0 },
};

static bool
is_listed(const char *signs, const char *text)
{
	size_t len = strlen(text);

	for (const char *p = signs; *p && len; p += strcspn(p, " "), p += *p == ' ')
		if (strcspn(p, " ") == len && memcmp(p, text, len) == 0)
			return true;
	return false;
}

struct iw_operator
iw_operator_find(const char *text, char form)
{
	static const char orders[][4] = { "ips", "psi", "sip" };
	const char *order = orders[form == 'p' ? 1 : form == 's' ? 2 : 0];

	for (; *order; order++)
		for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
			if (known[i].form == *order && is_listed(known[i].signs, text))
				return (struct iw_operator){ .before = known[i].before / 18.0,
					                     .after = known[i].after / 18.0,
					                     .stretchy = known[i].flags & STRETCHY,
					                     .across = known[i].flags & ACROSS,
					                     .large = known[i].flags & LARGE,
					                     .movable = known[i].flags & MOVABLE,
					                     .fence = known[i].flags & FENCE,
					                     .accent = known[i].flags & ACCENT };
	return (struct iw_operator){ .before = 5 / 18.0, .after = 5 / 18.0 };
}

double
iw_math_length(const char *text, double otherwise)
{
	static const struct {
		const char *unit;
		double ems;
	} units[] = { { "em", 1 },         { "ex", 0.45 },         { "px", 0.75 / 10.5 },
		      { "pt", 1 / 10.5 },  { "cm", 28.35 / 10.5 }, { "mm", 2.835 / 10.5 },
		      { "in", 72 / 10.5 }, { "%", 0.01 } };
	static const char *const named[] = { "veryverythinmathspace", "verythinmathspace", "thinmathspace",
		                             "mediummathspace",       "thickmathspace",    "verythickmathspace",
		                             "veryverythickmathspace" };
	char *end;
	double value = g_ascii_strtod(text, &end);

	for (size_t i = 0; i < G_N_ELEMENTS(named); i++)
		if (strcmp(text, named[i]) == 0)
			return (double)(i + 1) / 18;
	for (size_t i = 0; i < G_N_ELEMENTS(units) && end != text; i++)
		if (strcmp(end, units[i].unit) == 0 && value > -100 && value < 1000)
			return value * units[i].ems;
	return end != text && !*end && value == 0 ? 0 : otherwise;
}

static bool
flag_of(const xmlNode *mo, const char *name, bool otherwise)
{
	const char *value = iw_attr(mo, name);

	return *value ? strcmp(value, "true") == 0 || strcmp(value, "1") == 0 : otherwise;
}

/* Prefix at the beginning of a row of several, postfix at its end. */
static char
form_of(const xmlNode *mo)
{
	const char *form = iw_attr(mo, "form");
	const xmlNode *n = mo;

	if (*form)
		return strcmp(form, "prefix") == 0 ? 'p' : strcmp(form, "postfix") == 0 ? 's' : 'i';
	/* What an operator with scripts is in a row, it is itself. */
	while (n->parent && n->parent->type == XML_ELEMENT_NODE && iw_operator_core(n->parent) == mo)
		n = n->parent;
	for (const xmlNode *p = n->prev; p; p = p->prev)
		if (p->type == XML_ELEMENT_NODE)
			return iw_next(n) ? 'i' : 's';
	return iw_next(n) ? 'p' : 'i';
}

struct iw_operator
iw_operator_of(const xmlNode *mo)
{
	xmlChar *content = xmlNodeGetContent(mo);
	struct iw_operator op;

	g_strstrip((char *)content);
	op = iw_operator_find((char *)content, form_of(mo));
	xmlFree(content);
	op.before = CLAMP(iw_math_length(iw_attr(mo, "lspace"), op.before), -LEAST_SPACE, MOST_SPACE);
	op.after = CLAMP(iw_math_length(iw_attr(mo, "rspace"), op.after), -LEAST_SPACE, MOST_SPACE);
	op.stretchy = flag_of(mo, "stretchy", op.stretchy);
	op.large = flag_of(mo, "largeop", op.large);
	op.movable = flag_of(mo, "movablelimits", op.movable);
	op.fence = flag_of(mo, "fence", op.fence);
	return op;
}

const xmlNode *
iw_operator_core(const xmlNode *node)
{
	static const char *const around[] = { "msub",       "msup",          "msubsup", "munder", "mover",
		                              "munderover", "mmultiscripts", "mstyle",  "mrow" };

	while (node && !iw_is_math(node, "mo")) {
		size_t i = 0;

		while (i < G_N_ELEMENTS(around) && !iw_is_math(node, around[i]))
			i++;
		if (i == G_N_ELEMENTS(around))
			return NULL;
		/* A row is an operator when it holds nothing else. */
		if (i >= G_N_ELEMENTS(around) - 2 && (!iw_first(node) || iw_next(iw_first(node))))
			return NULL;
		node = iw_first(node);
	}
	return node;
}
