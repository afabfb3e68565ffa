/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/commands.h"
#include "lint/rule.h"

static enum iw_status
run(const struct iw_args *args, struct iw_error *e)
{
	struct iw_buf out = IW_BUF_INIT;
	enum iw_status status;

	(void)args;
	for (size_t i = 0; i < iw_rule_count; i++)
		iw_buf_printf(&out, "%-28s %-8s %s\n", iw_rules[i].id, iw_severity_name(iw_rules[i].severity),
		              iw_rules[i].summary);
	status = iw_print(out.data, out.len, e);
	iw_buf_release(&out);
	return status;
}

const struct iw_command iw_cmd_rules = {
	.name = "rules",
	.operands = "",
	.summary = "list every rule: id, severity, what it finds",
	.about =
		"Lists the rules of itemwright lint with their default severities. A bank changes a severity with "
		"<lint><rule id=\"...\" severity=\"error|warning|note|off\"/></lint> in exam.xml; an item accepts a finding "
		"with <?itemwright allow=\"RULE\" reason=\"...\"?>.",
	.run = run,
};
