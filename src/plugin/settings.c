/* SPDX-License-Identifier: Apache-2.0 */
/* Options that the user sets for a plugin. */
#include <string.h>

#include "plugin/run.h"

static bool
is_number(const char *s)
{
	size_t n = strspn(s, "0123456789");

	return n > 0 && n <= 6 && s[n] == '\0';
}

/* Whether `value` is one of "a|b|c". */
static bool
is_choice(const char *choices, const char *value)
{
	size_t len = strlen(value);

	for (const char *p = choices; p && *p; p += strcspn(p, "|"), p += *p == '|')
		if (len && strcspn(p, "|") == len && memcmp(p, value, len) == 0)
			return true;
	return false;
}

static enum iw_status
check(const char *plugin, const struct iw_option *o, const char *value, struct iw_error *e)
{
	switch (o->type) {
	case IW_OPTION_FLAG:
		if (strcmp(value, "yes") != 0 && strcmp(value, "no") != 0)
			return iw_fail(e, IW_UNUSABLE, "option %s.%s is yes or no, not '%s'", plugin, o->name, value);
		break;
	case IW_OPTION_NUMBER:
		if (!is_number(value))
			return iw_fail(e, IW_UNUSABLE, "option %s.%s is a whole number, not '%s'", plugin, o->name,
			               value);
		break;
	case IW_OPTION_CHOICE:
		if (!is_choice(o->choices, value))
			return iw_fail(e, IW_UNUSABLE, "option %s.%s is one of %s, not '%s'", plugin, o->name,
			               o->choices, value);
		break;
	case IW_OPTION_TEXT: break;
	}
	return IW_OK;
}

enum iw_status
iw_plugin_check_options(const struct iw_plugin *p, struct iw_error *e)
{
	enum iw_status status = IW_OK;

	for (const struct iw_option *o = p->options; o && o->name && status == IW_OK; o++) {
		if ((unsigned)o->type > IW_OPTION_CHOICE)
			return iw_fail(e, IW_UNUSABLE, "option '%s' is of no type that is known", o->name);
		if (!o->fallback)
			return iw_fail(e, IW_UNUSABLE, "option '%s' has no default", o->name);
		if (o->type == IW_OPTION_CHOICE && !o->choices)
			return iw_fail(e, IW_UNUSABLE, "option '%s' has no choices", o->name);
		status = check(p->name, o, o->fallback, e);
	}
	return status;
}

enum iw_status
iw_plugin_check_settings(const struct iw_loaded *loaded, const struct iw_setting_pair *settings, size_t count,
                         struct iw_error *e)
{
	enum iw_status status = IW_OK;

	for (size_t i = 0; i < count && status == IW_OK; i++) {
		const struct iw_option *o = loaded->plugin.options;

		while (o && o->name && strcmp(o->name, settings[i].name) != 0)
			o++;
		if (!o || !o->name)
			return iw_fail(e, IW_UNUSABLE, "plugin '%s' has no option '%s'; see itemwright plugins NAME",
			               loaded->plugin.name, settings[i].name);
		for (size_t k = 0; k < i; k++)
			if (strcmp(settings[k].name, o->name) == 0)
				return iw_fail(e, IW_UNUSABLE, "option %s.%s is given twice", loaded->plugin.name,
				               o->name);
		status = check(loaded->plugin.name, o, settings[i].value, e);
	}
	return status;
}
