/* SPDX-License-Identifier: Apache-2.0 */
/* Group writing: what an item lacks, and how it compares with the bank. */
#include <stdlib.h>

#include "lint/rules.h"
#include "xml/node.h"

static bool
has_rationale(const struct iw_item_option *option)
{
	return iw_node_child(option->node, "rationale") != NULL;
}

/* Keys and distractors each need one; of steps and of pairs, one tells why, or the item's own. */
void
iw_rule_missing_rationale(struct iw_check *c, const struct iw_item *item, const struct iw_body *body)
{
	bool each = item->type == IW_MULTIPLE_CHOICE || item->type == IW_MULTIPLE_RESPONSE;
	size_t without = 0, first = 0;

	if (item->status == IW_RETIRED || (!each && iw_node_child(body->node, "rationale")))
		return;
	for (size_t i = body->option_count; i-- > 0;)
		if (!has_rationale(&body->options[i])) {
			without++;
			first = i;
		}
	if (without && each)
		iw_report(c, &item->owner, iw_xml_node_span(body->xml, body->options[first].node),
		          "%zu of %zu options have no rationale", without, body->option_count);
	else if (without && without == body->option_count)
		iw_report(c, &item->owner, iw_xml_node_span(body->xml, body->interaction),
		          "no rationale says why this is the answer");
}

void
iw_rule_missing_reference(struct iw_check *c, const struct iw_item *item, const struct iw_body *body)
{
	if (item->status != IW_RETIRED && !iw_node_child(body->node, "reference"))
		iw_report(c, &item->owner, item->owner.at, "the item has no reference");
}

static int
by_number(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

/* Below this many items a bank tells nothing of what is usual. */
enum { FEWEST_ITEMS = 20, SHORTEST_LOAD = 120 };

/*
 * Far out by Tukey's fences (Exploratory Data Analysis, 1977): three interquartile ranges above the upper quartile, and
 * at least twice the median, so that a bank of even items is not split by hairs. 0 when the bank is too small.
 */
static uint32_t
reading_limit(const struct iw_bank *bank, uint32_t *median)
{
	uint32_t *words = iw_alloc(bank->item_count, sizeof *words), limit = 0;
	size_t n = 0;

	for (size_t i = 0; i < bank->item_count; i++)
		if (bank->items[i]->status != IW_RETIRED)
			words[n++] = bank->items[i]->reading;
	if (n >= FEWEST_ITEMS) {
		qsort(words, n, sizeof *words, by_number);
		*median = words[n / 2];
		limit = words[n * 3 / 4] + 3 * (words[n * 3 / 4] - words[n / 4]);
		limit = limit > 2 * *median ? limit : 2 * *median;
		limit = limit > SHORTEST_LOAD ? limit : SHORTEST_LOAD;
	}
	free(words);
	return limit;
}

void
iw_rule_reading_load(struct iw_check *c)
{
	uint32_t median = 0, limit = reading_limit(c->bank, &median);

	for (size_t i = 0; limit && i < c->bank->item_count; i++) {
		const struct iw_item *item = c->bank->items[i];

		if (item->status != IW_RETIRED && item->reading > limit)
			iw_report(c, &item->owner, item->owner.at,
			          "a candidate reads %u words here; half of the bank's items have at most %u, and %u "
			          "is far out",
			          item->reading, median, limit);
	}
}
