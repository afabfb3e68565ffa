/* SPDX-License-Identifier: Apache-2.0 */
/* Group item: options, and what the stem says of them. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/hash.h"
#include "lint/locate.h"
#include "lint/rules.h"
#include "xml/node.h"

/* With how many options before it one is compared; how long a parenthesis is that tells how many to select. */
enum { MOST_COMPARED = 200, LONGEST_PARENTHESIS = 200 };

static struct iw_span
at(const struct iw_body *body, const struct iw_item_option *option)
{
	return iw_xml_node_span(body->xml, option->node);
}

void
iw_rule_unknown_response(struct iw_check *c, const struct iw_item *item, const struct iw_body *body)
{
	struct iw_map ids = IW_MAP_INIT;

	for (size_t i = 0; i < body->option_count; i++)
		if (body->options[i].kind == IW_RESPONSE && body->options[i].id)
			iw_map_add(&ids, body->options[i].id, i, NULL);
	for (size_t i = 0; i < body->option_count; i++) {
		const struct iw_item_option *o = &body->options[i];

		if (o->kind == IW_PROMPT && o->match && !iw_map_get(&ids, o->match))
			iw_report(c, &item->owner, iw_xml_attr_span(body->xml, o->node, "match"),
			          "this prompt matches '%s', which is no response of the item", o->match);
	}
	iw_map_release(&ids);
}

void
iw_rule_duplicate_option_id(struct iw_check *c, const struct iw_item *item, const struct iw_body *body)
{
	struct iw_map ids = IW_MAP_INIT;

	for (size_t i = 0; i < body->option_count; i++) {
		const char *id = body->options[i].id;
		bool added = true;
		size_t first = id ? *iw_map_add(&ids, id, i, &added) : i;

		if (!added)
			iw_report(c, &item->owner, iw_xml_attr_span(body->xml, body->options[i].node, "id"),
			          "the id '%s' is already used in this item, in line %u", id,
			          at(body, &body->options[first]).line);
	}
	iw_map_release(&ids);
}

void
iw_rule_empty_option(struct iw_check *c, const struct iw_item *item, const struct iw_body *body)
{
	for (size_t i = 0; i < body->option_count; i++)
		if (!*body->options[i].text && !body->options[i].has_picture)
			iw_report(c, &item->owner, at(body, &body->options[i]), "this <%s> has no text",
			          (const char *)body->options[i].node->name);
}

/* Whether a raised or lowered part tells more than its text: 10<sup>3</sup> is not 103. */
static bool
has_script(const xmlNode *node)
{
	for (const xmlNode *n = iw_node_first(node); n; n = iw_node_next(n))
		if (iw_node_is(n, "sub") || iw_node_is(n, "sup") || (!iw_node_is(n, "rationale") && has_script(n)))
			return true;
	return false;
}

/* Prompts are compared with prompts and responses with responses; all other options with one another. */
static bool
say_the_same(const struct iw_item_option *a, const struct iw_item_option *b)
{
	bool apart = a->kind == IW_PROMPT || a->kind == IW_RESPONSE || b->kind == IW_PROMPT || b->kind == IW_RESPONSE;

	if ((apart && a->kind != b->kind) || a->has_picture || b->has_picture || !*a->text)
		return false;
	if ((a->has_code || b->has_code ? strcmp : strcasecmp)(a->text, b->text) != 0)
		return false;
	return !has_script(a->node) && !has_script(b->node);
}

void
iw_rule_duplicate_option(struct iw_check *c, const struct iw_item *item, const struct iw_body *body)
{
	for (size_t i = 0; i < body->option_count; i++)
		for (size_t j = i > MOST_COMPARED ? i - MOST_COMPARED : 0; j < i; j++)
			if (say_the_same(&body->options[i], &body->options[j])) {
				iw_report(c, &item->owner, at(body, &body->options[i]),
				          "this says the same as the <%s> in line %u",
				          (const char *)body->options[j].node->name, at(body, &body->options[j]).line);
				break;
			}
}

/* The number that a word stands for: "TWO", "2"; 0 when it is none. */
static size_t
number_word(const char *s, size_t len)
{
	static const char *const words[] = { "one", "two",   "three", "four", "five",
		                             "six", "seven", "eight", "nine", "ten" };

	if (len && len <= 2 && isdigit((unsigned char)s[0]) && (len == 1 || isdigit((unsigned char)s[1])))
		return (size_t)(s[0] - '0') * (len == 2 ? 10 : 1) + (len == 2 ? (size_t)(s[1] - '0') : 0);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strlen(words[i]) == len && strncasecmp(words[i], s, len) == 0)
			return i + 1;
	return 0;
}

/*
 * The number in "(Select TWO.)", "(Choose 2 answers.)", "(Select and order the FOUR steps.)"; 0 when there
 * is none. `*from` and `*len` are the parenthesis. Only this form is reliable: a stem without
 * parentheses that begins with "Select" mostly tells of something else.
 */
static size_t
selected(const char *stem, const char **from, size_t *len)
{
	static const char *const verbs[] = { "select", "choose", "pick" };

	for (const char *p = strchr(stem, '('); p; p = strchr(p + 1, '(')) {
		const char *end = memchr(p, ')', strnlen(p, LONGEST_PARENTHESIS)), *word = p + 1 + strspn(p + 1, " ");
		bool verb = false;

		for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
			verb |= strncasecmp(word, verbs[i], strlen(verbs[i])) == 0 && word[strlen(verbs[i])] == ' ';
		for (; verb && end && word < end; word += strcspn(word, " ."), word += strspn(word, " .")) {
			size_t n = number_word(word, strcspn(word, " .,;)"));

			if (n) {
				*from = p;
				*len = (size_t)(end - p) + 1;
				return n;
			}
		}
	}
	return 0;
}

void
iw_rule_select_count(struct iw_check *c, const struct iw_item *item, const struct iw_body *body)
{
	bool ordering = item->type == IW_ORDERING;
	size_t keys = body->counts[ordering ? IW_STEP : IW_KEY], len, n;
	const char *from;

	if (item->type == IW_MATCHING || item->type == IW_TYPES || (n = selected(body->stem_text, &from, &len)) == 0)
		return;
	if (n != keys)
		iw_report(c, &item->owner, iw_locate(body->xml, body->stem, from, len),
		          "the stem asks for %zu %s%s, but the item has %zu %s%s", n, ordering ? "step" : "option",
		          n == 1 ? "" : "s", keys, ordering ? "step" : "key", keys == 1 ? "" : "s");
}

void
iw_rule_ordering_unshuffled(struct iw_check *c, const struct iw_item *item, const struct iw_body *body)
{
	struct iw_span at;

	if (item->type != IW_ORDERING || body->shuffle)
		return;
	at = iw_xml_attr_span(body->xml, body->interaction, "shuffle");
	iw_finding_fix(iw_report(c, &item->owner, at, "the steps will be shown in their correct order"),
	               "let the form shuffle the steps", at, "yes");
}
