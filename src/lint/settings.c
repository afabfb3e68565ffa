/* SPDX-License-Identifier: Apache-2.0 */
#include "lint/settings.h"

#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>

#include "lint/nearest.h"

void
iw_patterns_add(struct iw_patterns *patterns, const char *list)
{
	for (size_t n, len;; list += n + 1) {
		list += strspn(list, " ");
		n = len = strcspn(list, ",");
		while (len && list[len - 1] == ' ')
			len--;
		IW_GROW(patterns->at, patterns->count, patterns->cap);
		patterns->at[patterns->count++] = iw_strndup(list, len);
		if (!list[n])
			return;
	}
}

static void
release(struct iw_patterns *patterns)
{
	for (size_t i = 0; i < patterns->count; i++)
		free(patterns->at[i]);
	free(patterns->at);
	*patterns = (struct iw_patterns){ 0 };
}

void
iw_choice_release(struct iw_choice *choice)
{
	release(&choice->select);
	release(&choice->ignore);
	release(&choice->set);
}

static bool
matches(const struct iw_patterns *patterns, const char *id)
{
	for (size_t i = 0; i < patterns->count; i++)
		if (fnmatch(patterns->at[i], id, 0) == 0)
			return true;
	return false;
}

static enum iw_status
unknown(const char *pattern, struct iw_error *e)
{
	char *meant = iw_rule_nearest(pattern);
	enum iw_status status;

	if (!*pattern)
		status = iw_fail(e, IW_UNUSABLE, "the name of a rule is missing; several are written as in a/b,c/d");
	else if (meant)
		status = iw_fail(e, IW_UNUSABLE,
		                 "there is no rule '%s'; did you mean '%s'? See the list of rules: itemwright rules",
		                 pattern, meant);
	else
		status = iw_fail(e, IW_UNUSABLE, "there is no rule '%s'; see the list of rules: itemwright rules",
		                 pattern);
	free(meant);
	return status;
}

static enum iw_status
check_pattern(const char *pattern, struct iw_error *e)
{
	for (size_t i = 0; i < iw_rule_count; i++)
		if (fnmatch(pattern, iw_rules[i].id, 0) == 0)
			return IW_OK;
	return unknown(pattern, e);
}

static enum iw_status
check_patterns(const struct iw_patterns *patterns, struct iw_error *e)
{
	enum iw_status status = IW_OK;

	for (size_t i = 0; i < patterns->count && status == IW_OK; i++)
		status = check_pattern(patterns->at[i], e);
	return status;
}

static void
apply_exam(const struct iw_exam *exam, enum iw_severity *severities)
{
	for (size_t i = 0; i < exam->setting_count; i++) {
		const struct iw_setting *s = &exam->settings[i];
		const struct iw_rule *rule = s->rule ? iw_rule_find(s->rule) : NULL;

		if (rule && s->severity)
			(void)iw_severity_parse(s->severity, &severities[rule - iw_rules]);
	}
}

/* PATTERN=severity */
static enum iw_status
apply_setting(const char *setting, enum iw_severity *severities, struct iw_error *e)
{
	const char *equals = strrchr(setting, '=');
	enum iw_severity severity;
	enum iw_status status;
	char *pattern;

	if (!equals || !iw_severity_parse(equals + 1, &severity))
		return iw_fail(e, IW_UNUSABLE, "--rule takes RULE=error, RULE=warning, RULE=note or RULE=off, not '%s'",
		               setting);
	pattern = iw_strndup(setting, (size_t)(equals - setting));
	status = check_pattern(pattern, e);
	for (size_t i = 0; i < iw_rule_count && status == IW_OK; i++)
		if (fnmatch(pattern, iw_rules[i].id, 0) == 0)
			severities[i] = severity;
	free(pattern);
	return status;
}

static enum iw_status
apply_choice(const struct iw_choice *choice, enum iw_severity *severities, struct iw_error *e)
{
	enum iw_status status = check_patterns(&choice->select, e);

	if (status == IW_OK)
		status = check_patterns(&choice->ignore, e);
	for (size_t i = 0; i < choice->set.count && status == IW_OK; i++)
		status = apply_setting(choice->set.at[i], severities, e);
	for (size_t i = 0; i < iw_rule_count && status == IW_OK; i++)
		if ((choice->select.count && !matches(&choice->select, iw_rules[i].id)) ||
		    matches(&choice->ignore, iw_rules[i].id))
			severities[i] = IW_OFF;
	return status;
}

enum iw_status
iw_severities(const struct iw_exam *exam, const struct iw_choice *choice, enum iw_severity **severities,
              struct iw_error *e)
{
	enum iw_severity *all = iw_alloc(iw_rule_count, sizeof *all);
	enum iw_status status = IW_OK;

	for (size_t i = 0; i < iw_rule_count; i++)
		all[i] = iw_rules[i].severity;
	if (exam)
		apply_exam(exam, all);
	if (choice)
		status = apply_choice(choice, all, e);
	if (status == IW_OK)
		*severities = all;
	else
		free(all);
	return status;
}
