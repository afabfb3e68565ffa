/* SPDX-License-Identifier: Apache-2.0 */
/* Group xml: what was found while a file was read. */
#include "lint/rules.h"

void
iw_rule_problems(struct iw_check *c, const struct iw_source *source)
{
	for (size_t i = 0; i < source->problem_count; i++)
		if (source->problems[i].kind == c->rule->kind)
			iw_report_file(c, source->path, source->problems[i].at, "%s", source->problems[i].message);
}
