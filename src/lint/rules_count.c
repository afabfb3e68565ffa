/* SPDX-License-Identifier: Apache-2.0 */
/* Group item: how many of what, against <item-types> of exam.xml. */
#include <stdio.h>

#include "lint/rules.h"
#include "xml/node.h"

/* The exam's ranges for the item's type; NULL when there is nothing to hold it against. */
static const struct iw_type_rule *
ranges(const struct iw_check *c, const struct iw_item *item)
{
	if (!c->bank->exam || item->type == IW_TYPES || !c->bank->exam->types[item->type].allowed)
		return NULL;
	return &c->bank->exam->types[item->type];
}

static bool
is_choice(const struct iw_item *item)
{
	return item->type == IW_MULTIPLE_CHOICE || item->type == IW_MULTIPLE_RESPONSE;
}

/* In words: authors read it who have never seen exam.xml. */
static void
say_range(const struct iw_count_range *range, char *out, size_t size)
{
	if (range->least >= range->most)
		snprintf(out, size, "%s", range->text);
	else if (range->most == UINT16_MAX)
		snprintf(out, size, "%u or more", range->least);
	else if (range->least == 0)
		snprintf(out, size, "%u at most", range->most);
	else
		snprintf(out, size, "%u to %u", range->least, range->most);
}

static void
hold(struct iw_check *c, const struct iw_item *item, const struct iw_body *body, size_t n,
     const struct iw_count_range *range, const char *one, const char *many)
{
	char wanted[40];

	if (n >= range->least && n <= range->most)
		return;
	say_range(range, wanted, sizeof wanted);
	iw_report(c, &item->owner, iw_xml_node_span(body->xml, body->interaction),
	          "this %s item has %zu %s; the exam asks for %s", iw_type_name(item->type), n, n == 1 ? one : many,
	          wanted);
}

void
iw_rule_key_count(struct iw_check *c, const struct iw_item *item, const struct iw_body *body)
{
	const struct iw_type_rule *r = ranges(c, item);

	if (r && is_choice(item))
		hold(c, item, body, body->counts[IW_KEY], &r->keys, "key", "keys");
}

void
iw_rule_distractor_count(struct iw_check *c, const struct iw_item *item, const struct iw_body *body)
{
	const struct iw_type_rule *r = ranges(c, item);

	if (r && item->type != IW_MATCHING)
		hold(c, item, body, body->counts[IW_DISTRACTOR], &r->distractors, "distractor", "distractors");
}

void
iw_rule_option_count(struct iw_check *c, const struct iw_item *item, const struct iw_body *body)
{
	const struct iw_type_rule *r = ranges(c, item);
	size_t offered = body->counts[IW_KEY] + body->counts[IW_STEP] + body->counts[IW_DISTRACTOR];

	if (r && item->type == IW_MATCHING)
		hold(c, item, body, body->counts[IW_RESPONSE], &r->options, "response", "responses");
	else if (r)
		hold(c, item, body, offered, &r->options, "option", "options");
}

void
iw_rule_step_count(struct iw_check *c, const struct iw_item *item, const struct iw_body *body)
{
	const struct iw_type_rule *r = ranges(c, item);

	if (r && item->type == IW_ORDERING)
		hold(c, item, body, body->counts[IW_STEP], &r->steps, "step", "steps");
}

void
iw_rule_prompt_count(struct iw_check *c, const struct iw_item *item, const struct iw_body *body)
{
	const struct iw_type_rule *r = ranges(c, item);

	if (r && item->type == IW_MATCHING)
		hold(c, item, body, body->counts[IW_PROMPT], &r->prompts, "prompt", "prompts");
}

void
iw_rule_type_not_allowed(struct iw_check *c, const struct iw_item *item, const struct iw_body *body)
{
	if (c->bank->exam && item->type != IW_TYPES && !c->bank->exam->types[item->type].allowed)
		iw_report(c, &item->owner, iw_xml_node_span(body->xml, body->interaction), "the exam has no %s items",
		          iw_type_name(item->type));
}
