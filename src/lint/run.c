/* SPDX-License-Identifier: Apache-2.0 */
#include "lint/run.h"

#include <stdlib.h>
#include <string.h>

#include "lint/lexicon.h"
#include "xml/node.h"

static struct iw_check
check_of(const struct iw_lint *lint, size_t rule, struct iw_findings *findings)
{
	return (struct iw_check){
		.rule = &iw_rules[rule],
		.severity = lint->severities[rule],
		.bank = &lint->bank,
		.severities = lint->severities,
		.lexicon = lint->lexicon,
		.findings = findings,
		.jobs = lint->options.jobs,
	};
}

/* Every rule that looks at one item, over one item. */
static void
visit_item(const struct iw_lint *lint, const struct iw_item *item, const struct iw_body *body, struct iw_arena *arena,
           struct iw_findings *findings)
{
	bool speaks = iw_lexicon_speaks(lint->lexicon, iw_node_lang(body->node));
	struct iw_prose prose;

	iw_prose_read(&prose, arena, body, lint->lexicon);
	for (size_t r = 0; r < iw_rule_count; r++) {
		const struct iw_rule *rule = &iw_rules[r];
		struct iw_check c = check_of(lint, r, findings);

		if (c.severity == IW_OFF || (rule->needs_words && !speaks))
			continue;
		c.body = body;
		if (rule->item)
			rule->item(&c, item, body);
		if (rule->prose && item->status != IW_RETIRED)
			rule->prose(&c, item, &prose);
	}
}

/* On many threads: each file has findings of its own. */
static void
visit(void *context, struct iw_source *source, const struct iw_body *bodies, struct iw_arena *arena)
{
	const struct iw_lint *lint = context;
	struct iw_findings findings = { 0 };

	if (lint->options.progress)
		atomic_fetch_add(&lint->options.progress->done, 1);
	for (size_t i = 0; i < source->item_count; i++) {
		visit_item(lint, &source->items[i], &bodies[i], arena, &findings);
		iw_arena_clear(arena);
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

/* Rules that need words say nothing in a language that has none. */
static void
silence(struct iw_lint *lint)
{
	for (size_t r = 0; r < iw_rule_count; r++)
		if (iw_rules[r].needs_words && !iw_lexicon_has_words(lint->lexicon))
			lint->severities[r] = IW_OFF;
}

enum iw_status
iw_lint_run(struct iw_lint *lint, const char *root, const struct iw_lint_options *options, struct iw_error *e)
{
	struct iw_progress *progress = options->progress;
	enum iw_status status;

	*lint = (struct iw_lint){ .options = *options };
	status = iw_bank_open(&lint->bank, root, options->jobs, e);
	if (status != IW_OK)
		return status;
	status = iw_severities(lint->bank.exam, options->choice, &lint->severities, e);
	if (status != IW_OK) {
		iw_bank_release(&lint->bank);
		return status;
	}
	lint->lexicon = iw_lexicon_new(lint->bank.exam ? lint->bank.exam->lang : NULL, lint->bank.exam);
	silence(lint);
	if (progress)
		atomic_store(&progress->total, lint->bank.source_count);
	iw_bank_load_items(&lint->bank, options->jobs, visit, lint);
	collect_item_findings(lint);
	run_rest(lint);
	iw_findings_sort(&lint->findings);
	return IW_OK;
}

void
iw_lint_release(struct iw_lint *lint)
{
	iw_findings_release(&lint->findings);
	free(lint->severities);
	iw_lexicon_free(lint->lexicon);
	iw_bank_release(&lint->bank);
	*lint = (struct iw_lint){ 0 };
}
