/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>

#include "base/builtin.h"
#include "base/mem.h"
#include "cli/commands.h"
#include "lint/rule.h"

static enum iw_status
run(const struct iw_args *args, struct iw_error *e)
{
	const struct iw_rule *rule = iw_rule_find(args->operands[0]);
	const struct iw_builtin *page;
	char *name;

	if (!rule)
		return iw_fail(e, IW_UNUSABLE, "there is no rule '%s'; see itemwright rules", args->operands[0]);
	name = iw_printf("%s.md", rule->id);
	page = iw_builtin_find(iw_builtin_rules, name);
	free(name);
	if (!page)
		return iw_fail(e, IW_SYSTEM, "the page of '%s' is missing from this build", rule->id);
	return iw_print(page->data, page->len, e);
}

const struct iw_command iw_cmd_explain = {
	.name = "explain",
	.operands = "RULE",
	.summary = "explain a rule, with examples and how to mend a finding",
	.about =
		"Shows what RULE means, why it matters, an example that fails, one that passes, and how to mend what it "
		"finds. itemwright rules lists the rules.",
	.least = 1,
	.most = 1,
	.run = run,
};
