/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a rule is, and what it can say.
 *
 * To add a rule: write its function into the file of its family (rules_*.c), declare it in rules.h, give
 * it an entry in registry.c, and explain it in docs/rules/GROUP/NAME.md with a failing and a passing
 * example, which the test suite runs.
 *
 * A rule's scope is the kind of function that it has:
 *   file   once for each file of the bank, after loading
 *   item   once for each item while its tree is there, on one of several threads
 *   prose  the same, with the item's texts cut into words; not for retired items
 *   bank   once, when all items are loaded
 *   form   once for each form, when all items are loaded
 * A function reports what it finds with iw_report, in any order; findings are sorted afterwards.
 */
#ifndef IW_RULE_H
#define IW_RULE_H

#include "lint/finding.h"
#include "model/bank.h"

struct iw_prose;
struct iw_lexicon;

/* What a rule's function is given. */
struct iw_check {
	const struct iw_rule *rule;
	enum iw_severity severity;
	const struct iw_bank *bank;
	const enum iw_severity *severities; /* of every rule, by its place in iw_rules */
	const struct iw_lexicon *lexicon;
	const struct iw_body *body; /* the item's, in scope item and prose; else NULL */
	struct iw_findings *findings;
	unsigned jobs; /* threads that a rule of scope bank may use */
};

struct iw_rule {
	const char *id; /* "group/name", for ever */
	enum iw_severity severity;
	const char *summary;   /* one line */
	const char *help;      /* how to mend it: one line, shown with each finding */
	enum iw_xml_kind kind; /* for the rules of group xml */
	bool needs_words;      /* silent in a language that there are no word lists for */

	/* One of these, or both of the last two; the scope. */
	void (*file)(struct iw_check *c, const struct iw_source *source);
	void (*item)(struct iw_check *c, const struct iw_item *item, const struct iw_body *body);
	void (*prose)(struct iw_check *c, const struct iw_item *item, const struct iw_prose *prose);
	void (*bank)(struct iw_check *c);
	void (*form)(struct iw_check *c, const struct iw_form *form);
};

extern const struct iw_rule iw_rules[];
extern const size_t iw_rule_count;

/* The rule of that id, or NULL. */
const struct iw_rule *iw_rule_find(const char *id);

/*
 * Report a finding about something of the bank, at a place in its file; at the owner itself when
 * `at.line` is 0. Marked as accepted when the owner allows the rule. What is returned may be added to (a fix,
 * a related place) until the next report.
 */
__attribute__((format(printf, 4, 5))) struct iw_finding *iw_report(struct iw_check *c, const struct iw_owner *owner,
                                                                   struct iw_span at, const char *fmt, ...);

/* Report a finding about a file. */
__attribute__((format(printf, 4, 5))) struct iw_finding *iw_report_file(struct iw_check *c, const char *path,
                                                                        struct iw_span at, const char *fmt, ...);

/* Name the other item that a finding is about. */
void iw_relate(const struct iw_check *c, struct iw_finding *f, const struct iw_item *other);

#endif
