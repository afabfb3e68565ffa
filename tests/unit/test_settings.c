/* SPDX-License-Identifier: Apache-2.0 */
/* Which rules run, and how severe they are: the registry's word, the exam's, and the user's. */
#include <stdlib.h>

#include "lint/settings.h"
#include "tap.h"

static struct iw_choice choice;
static struct iw_error error;
static enum iw_severity *severities;

static enum iw_status
decide(const struct iw_exam *exam)
{
	enum iw_status status;

	free(severities);
	severities = NULL;
	error.text[0] = '\0';
	status = iw_severities(exam, &choice, &severities, &error);
	iw_choice_release(&choice);
	return status;
}

static enum iw_severity
of(const char *id)
{
	return severities[iw_rule_find(id) - iw_rules];
}

static size_t
on(void)
{
	size_t n = 0;

	for (size_t i = 0; i < iw_rule_count; i++)
		n += severities[i] != IW_OFF;
	return n;
}

static void
test_patterns(void)
{
	struct iw_patterns *p = &choice.select;

	iw_patterns_add(p, "a/b");
	iw_patterns_add(p, "c/*, d/e ,f");
	is_num(p->count, 4);
	is_str(p->at[0], "a/b");
	is_str(p->at[1], "c/*");
	is_str(p->at[2], "d/e");
	is_str(p->at[3], "f");
	iw_patterns_add(p, "");
	iw_patterns_add(p, "g,,");
	is_num(p->count, 8);
	is_str(p->at[4], "");
	is_str(p->at[6], "");
	is_str(p->at[7], "");
	iw_choice_release(&choice);
	is_num(p->count, 0);
	ok(!p->at);
}

static void
test_defaults(void)
{
	bool same = true;

	is_num(iw_severities(NULL, NULL, &severities, &error), IW_OK);
	for (size_t i = 0; i < iw_rule_count; i++)
		same &= severities[i] == iw_rules[i].severity;
	ok(same);
}

static void
test_select(void)
{
	size_t group = 0;

	for (size_t i = 0; i < iw_rule_count; i++)
		group += strncmp(iw_rules[i].id, "form/", 5) == 0;
	iw_patterns_add(&choice.select, "form/*");
	is_num(decide(NULL), IW_OK);
	is_num(on(), group);
	is_num(of("form/enemies"), IW_ERROR);

	iw_patterns_add(&choice.select, "form/*,item/key-count");
	iw_patterns_add(&choice.select, "bank/duplicate-?d");
	iw_patterns_add(&choice.ignore, "form/enemies");
	is_num(decide(NULL), IW_OK);
	is_num(on(), group + 1);
	is_num(of("form/enemies"), IW_OFF);
	is_num(of("bank/duplicate-id"), IW_ERROR);
	is_num(of("item/key-count"), IW_ERROR);

	iw_patterns_add(&choice.ignore, "*");
	is_num(decide(NULL), IW_OK);
	is_num(on(), 0);
}

static void
test_set(void)
{
	iw_patterns_add(&choice.set, "form/*=note,form/enemies=warning");
	iw_patterns_add(&choice.set, "bank/unused-media=off");
	is_num(decide(NULL), IW_OK);
	is_num(of("form/enemies"), IW_WARNING);
	is_num(of("form/wrong-exam"), IW_NOTE);
	is_num(of("bank/unused-media"), IW_OFF);
	is_num(of("item/key-count"), IW_ERROR);
}

/* The user is stronger than the exam, and what is not run is not run. */
static void
test_order(void)
{
	struct iw_setting settings[] = {
		{ .rule = "form/enemies", .severity = "note" },
		{ .rule = "bank/unused-media", .severity = "off" },
		{ .rule = "bank/unknown-task", .severity = "off" },
		{ .rule = "no/rule", .severity = "error" },
		{ .rule = NULL, .severity = "error" },
		{ .rule = "item/key-count", .severity = "loud" },
	};
	struct iw_exam exam = { .settings = settings, .setting_count = sizeof settings / sizeof *settings };

	iw_patterns_add(&choice.set, "bank/unused-media=error,form/wrong-exam=error");
	iw_patterns_add(&choice.ignore, "form/wrong-exam");
	is_num(decide(&exam), IW_OK);
	is_num(of("form/enemies"), IW_NOTE);
	is_num(of("bank/unused-media"), IW_ERROR);
	is_num(of("bank/unknown-task"), IW_OFF);
	is_num(of("form/wrong-exam"), IW_OFF);
	is_num(of("item/key-count"), IW_ERROR);
	/* To select a rule does not turn it on. */
	iw_patterns_add(&choice.select, "bank/unknown-task,form/enemies");
	is_num(decide(&exam), IW_OK);
	is_num(of("bank/unknown-task"), IW_OFF);
	is_num(on(), 1);
}

static void
refuses(struct iw_patterns *patterns, const char *list, const char *want)
{
	iw_patterns_add(patterns, list);
	tap_is_num(decide(NULL), IW_UNUSABLE, __FILE__, __LINE__, list);
	if (!tap_check(strstr(error.text, want) != NULL, __FILE__, __LINE__, want))
		tap_show("got ", error.text);
	ok(!severities);
}

static void
test_refusals(void)
{
	refuses(&choice.select, "form/enmies", "there is no rule 'form/enmies'; did you mean 'form/enemies'?");
	refuses(&choice.ignore, "form/enemies,forms/*", "there is no rule 'forms/*'; did you mean 'form/*'?");
	refuses(&choice.ignore, "nothing/like-this", "there is no rule 'nothing/like-this'; see the list");
	refuses(&choice.select, "form/enemies,", "the name of a rule is missing");
	refuses(&choice.select, "", "the name of a rule is missing");
	refuses(&choice.set, "form/enemies", "not 'form/enemies'");
	refuses(&choice.set, "form/enemies=loud", "not 'form/enemies=loud'");
	refuses(&choice.set, "=error", "the name of a rule is missing");
	refuses(&choice.set, "enemies=error", "did you mean 'form/enemies'?");
}

int
main(void)
{
	test_patterns();
	test_defaults();
	test_select();
	test_set();
	test_order();
	test_refusals();
	free(severities);
	return done();
}
