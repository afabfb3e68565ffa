/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/lint_choice.h"

#include <string.h>

/* The patterns of an option that may be given several times, each time with a list. */
static void
add_patterns(struct iw_patterns *patterns, const struct iw_args *args, const char *option)
{
	const char *list;

	for (size_t i = 0; (list = iw_args_nth(args, option, i)) != NULL; i++)
		iw_patterns_add(patterns, list);
}

static enum iw_status
read_level(const struct iw_args *args, const char *option, const char *known, enum iw_severity fallback,
           enum iw_severity *level, struct iw_error *e)
{
	const char *name = iw_args_value(args, option);

	*level = fallback;
	if (name && (!iw_severity_parse(name, level) || *level == IW_OFF))
		return iw_fail(e, IW_UNUSABLE, "--%s takes %s, not '%s'", option, known, name);
	return IW_OK;
}

enum iw_status
iw_lint_choice_parse(struct iw_lint_choice *choice, const struct iw_args *args, struct iw_error *e)
{
	const char *fail_on = iw_args_value(args, "fail-on");
	enum iw_status status;

	*choice = (struct iw_lint_choice){ .fail_on = IW_OFF };
	status = read_level(args, "show", "error, warning or note", IW_NOTE, &choice->show, e);
	if (status == IW_OK && !(fail_on && strcmp(fail_on, "never") == 0))
		status = read_level(args, "fail-on", "error, warning, note or never", IW_ERROR, &choice->fail_on, e);
	if (status != IW_OK)
		return status;
	add_patterns(&choice->rules.select, args, "select");
	add_patterns(&choice->rules.ignore, args, "ignore");
	add_patterns(&choice->rules.set, args, "rule");
	return IW_OK;
}
