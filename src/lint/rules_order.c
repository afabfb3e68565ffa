/* SPDX-License-Identifier: Apache-2.0 */
/* Group writing: options that are numbers, out of order. */
#include <stdlib.h>
#include <string.h>

#include "lint/quantity.h"
#include "lint/rules.h"

enum { MOST_OPTIONS = 64 };

/* An option that is a quantity. */
struct place {
	struct iw_quantity q;
	size_t option;
};

/* Whether they only rise, or only fall. */
static bool
is_monotone(const struct place *at, size_t n)
{
	bool rises = true, falls = true;

	for (size_t i = 1; i < n; i++) {
		rises &= at[i].q.value >= at[i - 1].q.value;
		falls &= at[i].q.value <= at[i - 1].q.value;
	}
	return rises || falls;
}

/* "3.9, 3.10, 3.11" rises as versions do, where what is behind the point counts for itself. */
static bool
are_versions(const struct iw_prose *prose, const struct place *at, size_t n)
{
	unsigned long last[2] = { 0, 0 };

	for (size_t i = 0; i < n; i++) {
		const char *s = prose->options[at[i].option].tokens[0].lower;
		unsigned long now[2];
		char *end;

		now[0] = strtoul(s, &end, 10);
		if (end == s || *end != '.' || prose->options[at[i].option].words != 1)
			return false;
		now[1] = strtoul(end + 1, NULL, 10);
		if (i && (now[0] < last[0] || (now[0] == last[0] && now[1] < last[1])))
			return false;
		memcpy(last, now, sizeof last);
	}
	return true;
}

static int
by_value(const void *a, const void *b)
{
	const struct place *x = a, *y = b;

	if (x->q.value != y->q.value)
		return x->q.value < y->q.value ? -1 : 1;
	return (x->option > y->option) - (x->option < y->option);
}

/* Put the elements of the options into each other's places, and keep a form from shuffling them. */
static void
offer_order(struct iw_finding *f, const struct iw_prose *prose, const struct place *found, size_t n)
{
	const struct iw_xml *xml = prose->body->xml;
	struct iw_range tag = iw_xml_range(xml, prose->body->interaction);
	uint32_t name_end = tag.start + 1 + (uint32_t)strcspn(xml->bytes.data + tag.start + 1, " \t\r\n>/");
	struct place sorted[MOST_OPTIONS];

	memcpy(sorted, found, n * sizeof *sorted);
	qsort(sorted, n, sizeof *sorted, by_value);
	if (prose->body->shuffle && !xmlHasProp(prose->body->interaction, (const xmlChar *)"shuffle"))
		iw_finding_fix(f, "put the options in order", iw_xml_span(xml, name_end, name_end), " shuffle=\"no\"");
	for (size_t i = 0; i < n; i++) {
		struct iw_range to = iw_xml_range(xml, prose->options[found[i].option].node),
				from = iw_xml_range(xml, prose->options[sorted[i].option].node);
		char *text = iw_strndup(xml->bytes.data + from.start, from.end - from.start);

		iw_finding_fix(f, "put the options in order", iw_xml_span(xml, to.start, to.end), text);
		free(text);
	}
}

void
iw_rule_option_order(struct iw_check *c, const struct iw_item *item, const struct iw_prose *prose)
{
	struct place found[MOST_OPTIONS];
	size_t n = 0, others = 0;

	if (item->type != IW_MULTIPLE_CHOICE && item->type != IW_MULTIPLE_RESPONSE)
		return; /* responses in order would stand beside their prompts */
	for (size_t i = 0; i < prose->option_count && n < MOST_OPTIONS; i++) {
		if (!iw_quantity_read(&prose->options[i], &found[n].q))
			others++;
		else
			found[n++].option = i;
		if (n && found[n - 1].q.family != found[0].q.family)
			return;
	}
	if (n >= 3 && others <= 1 && !is_monotone(found, n) && !are_versions(prose, found, n))
		offer_order(iw_report(c, &item->owner, iw_text_span(prose, &prose->options[found[0].option]),
		                      "the options are numbers, but not in order"),
		            prose, found, n);
}
