/* SPDX-License-Identifier: Apache-2.0 */
/* Group config: how the linter itself is told what to do. */
#include "lint/lexicon.h"
#include "lint/rules.h"

typedef void each_allow(struct iw_check *c, const struct iw_owner *owner, const struct iw_allow *allow);

static void
of_owner(struct iw_check *c, const struct iw_owner *owner, each_allow *each)
{
	for (size_t i = 0; i < owner->allow_count; i++)
		each(c, owner, &owner->allows[i]);
}

/* Every allowance of the bank. */
static void
for_all(struct iw_check *c, each_allow *each)
{
	for (size_t i = 0; i < c->bank->source_count; i++)
		of_owner(c, &c->bank->sources[i].outside, each);
	if (c->bank->exam)
		of_owner(c, &c->bank->exam->owner, each);
	for (size_t i = 0; i < c->bank->form_count; i++)
		of_owner(c, &c->bank->forms[i].owner, each);
	for (size_t i = 0; i < c->bank->item_count; i++)
		of_owner(c, &c->bank->items[i]->owner, each);
}

static void
unknown_allow(struct iw_check *c, const struct iw_owner *owner, const struct iw_allow *allow)
{
	if (!iw_rule_find(allow->rule))
		iw_report(c, owner, allow->at, "there is no rule '%s' to allow", allow->rule);
}

void
iw_rule_unknown_rule(struct iw_check *c)
{
	const struct iw_exam *exam = c->bank->exam;

	for (size_t i = 0; exam && i < exam->setting_count; i++)
		if (exam->settings[i].rule && !iw_rule_find(exam->settings[i].rule))
			iw_report(c, &exam->owner, exam->settings[i].at, "there is no rule '%s'",
			          exam->settings[i].rule);
	for_all(c, unknown_allow);
}

static void
allow_without_reason(struct iw_check *c, const struct iw_owner *owner, const struct iw_allow *allow)
{
	if (!allow->reason)
		iw_report(c, owner, allow->at, "'%s' is allowed here without a reason", allow->rule);
}

void
iw_rule_allow_reason(struct iw_check *c)
{
	for_all(c, allow_without_reason);
}

/* Whether the instruction allows nothing else, so that it can go as a whole. */
static bool
stands_alone(const struct iw_owner *owner, const struct iw_allow *allow)
{
	size_t n = 0;

	for (size_t i = 0; i < owner->allow_count; i++)
		n += owner->allows[i].at.start == allow->at.start;
	return n == 1;
}

static void
allow_without_use(struct iw_check *c, const struct iw_owner *owner, const struct iw_allow *allow)
{
	const struct iw_rule *rule = iw_rule_find(allow->rule);
	struct iw_finding *f;

	/* A rule that is off finds nothing; its allowances wait for it. */
	if (!rule || rule == c->rule || allow->used || c->severities[rule - iw_rules] == IW_OFF)
		return;
	f = iw_report(c, owner, allow->at, "nothing here needs '%s' to be allowed", allow->rule);
	if (stands_alone(owner, allow))
		iw_finding_fix(f, "remove the allowance", allow->at, "");
}

void
iw_rule_unused_allow(struct iw_check *c)
{
	for_all(c, allow_without_use);
}

void
iw_rule_unknown_words(struct iw_check *c)
{
	const struct iw_exam *exam = c->bank->exam;

	for (size_t i = 0; exam && i < exam->word_count; i++)
		if (exam->words[i].list && !iw_lexicon_has_list(exam->words[i].list))
			iw_report(c, &exam->owner, exam->words[i].at, "there is no list of words '%s'",
			          exam->words[i].list);
}

/* Once for the bank: which rules its language silences. */
void
iw_rule_no_words(struct iw_check *c)
{
	const struct iw_exam *exam = c->bank->exam;
	size_t n = 0;

	for (size_t i = 0; i < iw_rule_count; i++)
		n += iw_rules[i].needs_words;
	if (exam && !iw_lexicon_has_words(c->lexicon))
		iw_report(c, &exam->owner, exam->lang_at,
		          "there are no word lists for '%s': %zu rules about wording are silent", exam->lang, n);
}
