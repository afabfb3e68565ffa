/* SPDX-License-Identifier: Apache-2.0 */
/* Rules run over an item from text, in a bank that has no other. */
#ifndef IW_ITEM_RULES_H
#define IW_ITEM_RULES_H

#include "item_text.h"
#include "lint/lexicon.h"
#include "lint/rule.h"

struct item_bank {
	struct iw_source sources[4]; /* item_text_read says that items are in the last one */
	struct iw_bank bank;
	struct iw_lexicon *lexicon;
};

static inline void
item_bank_start(struct item_bank *b)
{
	*b = (struct item_bank){ .sources = {
					 [3] = { .kind = IW_SOURCE_ITEMS, .path = "items/x.xml", .item_count = 1 } } };
	b->bank.sources = b->sources;
	b->bank.source_count = 4;
	b->lexicon = iw_lexicon_new("en", NULL);
}

static inline void
item_bank_release(struct item_bank *b)
{
	iw_lexicon_free(b->lexicon);
}

/* Run a rule of scope item or prose. */
static inline void
item_bank_run(struct item_bank *b, const struct iw_rule *rule, struct item_text *t, const struct iw_prose *prose,
              struct iw_findings *findings)
{
	struct iw_check c = {
		.rule = rule,
		.severity = rule->severity,
		.bank = &b->bank,
		.lexicon = b->lexicon,
		.body = &t->body,
		.findings = findings,
		.jobs = 1,
	};

	b->sources[3].items = &t->item;
	if (rule->item)
		rule->item(&c, &t->item, &t->body);
	if (rule->prose)
		rule->prose(&c, &t->item, prose);
}

#endif
