/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/lint_statistics.h"

#include <stdlib.h>
#include <string.h>

struct tally {
	const struct iw_rule *rule;
	enum iw_severity severity;
	size_t count;
};

static int
most_first(const void *a, const void *b)
{
	const struct tally *x = a, *y = b;

	if (x->count != y->count)
		return x->count < y->count ? 1 : -1;
	if (x->severity != y->severity)
		return x->severity < y->severity ? 1 : -1;
	return (x->rule > y->rule) - (x->rule < y->rule);
}

/* A tally for each rule, most first. Free with free(). */
static struct tally *
count(const struct iw_lint *lint)
{
	struct tally *tallies = iw_alloc(iw_rule_count, sizeof *tallies);

	for (size_t i = 0; i < iw_rule_count; i++)
		tallies[i] = (struct tally){ &iw_rules[i], lint->severities[i], 0 };
	for (size_t i = 0; i < lint->findings.count; i++)
		if (iw_finding_is_open(&lint->findings.at[i]))
			tallies[lint->findings.at[i].rule - iw_rules].count++;
	qsort(tallies, iw_rule_count, sizeof *tallies, most_first);
	return tallies;
}

void
iw_statistics_write(const struct iw_lint *lint, struct iw_buf *out)
{
	struct tally *tallies = count(lint);
	size_t total = 0;
	int widest = 0;

	for (size_t i = 0; i < iw_rule_count && tallies[i].count; i++) {
		int len = (int)strlen(tallies[i].rule->id);

		widest = len > widest ? len : widest;
		total += tallies[i].count;
	}
	for (size_t i = 0; i < iw_rule_count && tallies[i].count; i++)
		iw_buf_printf(out, "%7zu  %-7s  %-*s  %s\n", tallies[i].count, iw_severity_name(tallies[i].severity),
		              widest, tallies[i].rule->id, tallies[i].rule->summary);
	iw_buf_printf(out, "%7zu  total\n", total);
	free(tallies);
}
