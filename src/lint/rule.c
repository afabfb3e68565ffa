/* SPDX-License-Identifier: Apache-2.0 */
#include "lint/rule.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char *const severity_names[] = {
	[IW_OFF] = "off",
	[IW_NOTE] = "note",
	[IW_WARNING] = "warning",
	[IW_ERROR] = "error",
};

const char *
iw_severity_name(enum iw_severity severity)
{
	return severity_names[severity];
}

bool
iw_severity_parse(const char *name, enum iw_severity *severity)
{
	for (unsigned i = IW_OFF; i <= IW_ERROR; i++)
		if (strcmp(name, severity_names[i]) == 0) {
			*severity = (enum iw_severity)i;
			return true;
		}
	return false;
}

const struct iw_rule *
iw_rule_find(const char *id)
{
	for (size_t i = 0; i < iw_rule_count; i++)
		if (strcmp(iw_rules[i].id, id) == 0)
			return &iw_rules[i];
	return NULL;
}

const char *
iw_rule_scope(const struct iw_rule *rule)
{
	return rule->file ? "file" : rule->item ? "item" : rule->form ? "form" : "bank";
}

__attribute__((format(printf, 4, 0))) static void
add(struct iw_check *c, const char *path, struct iw_span at, const char *fmt, va_list ap)
{
	struct iw_findings *f = c->findings;
	char message[1024];

	vsnprintf(message, sizeof message, fmt, ap);
	IW_GROW(f->at, f->count, f->cap);
	f->at[f->count++] = (struct iw_finding){ c->rule, c->severity, path, at, iw_strdup(message) };
}

static bool
is_allowed(const struct iw_check *c, const struct iw_owner *owner)
{
	bool allowed = false;

	for (size_t i = 0; i < owner->allow_count; i++)
		if (strcmp(owner->allows[i].rule, c->rule->id) == 0)
			allowed = owner->allows[i].used = true;
	return allowed;
}

void
iw_report(struct iw_check *c, const struct iw_owner *owner, struct iw_span at, const char *fmt, ...)
{
	va_list ap;

	if (is_allowed(c, owner))
		return;
	va_start(ap, fmt);
	add(c, iw_owner_path(c->bank, owner), at.line ? at : owner->at, fmt, ap);
	va_end(ap);
}

void
iw_report_file(struct iw_check *c, const char *path, struct iw_span at, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	add(c, path, at, fmt, ap);
	va_end(ap);
}
