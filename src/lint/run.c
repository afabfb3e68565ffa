/* SPDX-License-Identifier: Apache-2.0 */
#include "lint/run.h"

#include <stdlib.h>
#include <string.h>

static void
set_severities(struct iw_lint *lint)
{
	const struct iw_exam *exam = lint->bank.exam;

	lint->severities = iw_alloc(iw_rule_count, sizeof *lint->severities);
	for (size_t i = 0; i < iw_rule_count; i++)
		lint->severities[i] = iw_rules[i].severity;
	for (size_t i = 0; exam && i < exam->setting_count; i++) {
		const struct iw_setting *s = &exam->settings[i];
		const struct iw_rule *rule = s->rule ? iw_rule_find(s->rule) : NULL;

		if (rule && s->severity)
			(void)iw_severity_parse(s->severity, &lint->severities[rule - iw_rules]);
	}
}

static struct iw_check
check_of(const struct iw_lint *lint, size_t rule, struct iw_findings *findings)
{
	return (struct iw_check){
		.rule = &iw_rules[rule],
		.severity = lint->severities[rule],
		.bank = &lint->bank,
		.severities = lint->severities,
		.findings = findings,
		.jobs = lint->jobs,
	};
}

/* On many threads: each file has findings of its own. */
static void
visit(void *context, const struct iw_bank *bank, struct iw_source *source, const struct iw_body *bodies)
{
	const struct iw_lint *lint = context;
	struct iw_findings findings = { 0 };

	(void)bank;
	if (lint->progress)
		atomic_fetch_add(&lint->progress->done, 1);
	for (size_t r = 0; r < iw_rule_count; r++) {
		struct iw_check c = check_of(lint, r, &findings);

		if (!iw_rules[r].item || c.severity == IW_OFF)
			continue;
		for (size_t i = 0; i < source->item_count; i++)
			iw_rules[r].item(&c, &source->items[i], &bodies[i]);
	}
	if (findings.count) {
		source->visited = iw_alloc(1, sizeof findings);
		memcpy(source->visited, &findings, sizeof findings);
	}
}

static void
collect_item_findings(struct iw_lint *lint)
{
	struct iw_findings *all = &lint->findings;

	for (size_t i = 0; i < lint->bank.source_count; i++) {
		struct iw_findings *own = lint->bank.sources[i].visited;

		for (size_t j = 0; own && j < own->count; j++) {
			IW_GROW(all->at, all->count, all->cap);
			all->at[all->count++] = own->at[j];
		}
		if (own)
			free(own->at);
		free(own);
		lint->bank.sources[i].visited = NULL;
	}
}

static void
run_rest(struct iw_lint *lint)
{
	for (size_t r = 0; r < iw_rule_count; r++) {
		const struct iw_rule *rule = &iw_rules[r];
		struct iw_check c = check_of(lint, r, &lint->findings);

		if (c.severity == IW_OFF)
			continue;
		for (size_t i = 0; rule->file && i < lint->bank.source_count; i++)
			rule->file(&c, &lint->bank.sources[i]);
		for (size_t i = 0; rule->form && i < lint->bank.form_count; i++)
			rule->form(&c, &lint->bank.forms[i]);
		if (rule->bank)
			rule->bank(&c);
	}
}

static int
order(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

static int
by_place(const void *a, const void *b)
{
	const struct iw_finding *x = a, *y = b;
	int d = strcmp(x->path, y->path);

	if (!d)
		d = order(x->at.line, y->at.line);
	if (!d)
		d = order(x->at.column, y->at.column);
	if (!d)
		d = strcmp(x->rule->id, y->rule->id);
	return d ? d : strcmp(x->message, y->message);
}

enum iw_status
iw_lint_run(struct iw_lint *lint, const char *root, unsigned jobs, struct iw_progress *progress, struct iw_error *e)
{
	enum iw_status status;

	*lint = (struct iw_lint){ .jobs = jobs, .progress = progress };
	status = iw_bank_open(&lint->bank, root, jobs, e);
	if (status != IW_OK)
		return status;
	set_severities(lint);
	if (progress)
		atomic_store(&progress->total, lint->bank.source_count);
	iw_bank_load_items(&lint->bank, jobs, visit, lint);
	collect_item_findings(lint);
	run_rest(lint);
	if (lint->findings.count)
		qsort(lint->findings.at, lint->findings.count, sizeof *lint->findings.at, by_place);
	return IW_OK;
}

void
iw_lint_release(struct iw_lint *lint)
{
	for (size_t i = 0; i < lint->findings.count; i++)
		free(lint->findings.at[i].message);
	free(lint->findings.at);
	free(lint->severities);
	iw_bank_release(&lint->bank);
	*lint = (struct iw_lint){ 0 };
}

void
iw_findings_keep(struct iw_findings *findings, bool (*keep)(void *context, const struct iw_finding *f), void *context)
{
	size_t n = 0;

	for (size_t i = 0; i < findings->count; i++) {
		if (keep(context, &findings->at[i]))
			findings->at[n++] = findings->at[i];
		else
			free(findings->at[i].message);
	}
	findings->count = n;
}

size_t
iw_findings_count(const struct iw_findings *findings, enum iw_severity severity)
{
	size_t n = 0;

	for (size_t i = 0; i < findings->count; i++)
		n += findings->at[i].severity == severity;
	return n;
}
