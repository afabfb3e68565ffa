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
 *   bank   once, when all items are loaded
 *   form   once for each form, when all items are loaded
 * A function reports what it finds with iw_report, in any order; findings are sorted afterwards.
 */
#ifndef IW_RULE_H
#define IW_RULE_H

#include "model/bank.h"

enum iw_severity { IW_OFF, IW_NOTE, IW_WARNING, IW_ERROR };

/* "error", "warning", "note", "off" */
const char *iw_severity_name(enum iw_severity severity);
bool iw_severity_parse(const char *name, enum iw_severity *severity);

struct iw_finding {
	const struct iw_rule *rule;
	enum iw_severity severity;
	const char *path; /* relative to the bank; borrowed from it */
	struct iw_span at;
	char *message;
};

struct iw_findings {
	struct iw_finding *at;
	size_t count, cap;
};

/* What a rule's function is given. */
struct iw_check {
	const struct iw_rule *rule;
	enum iw_severity severity;
	const struct iw_bank *bank;
	const enum iw_severity *severities; /* of every rule, by its place in iw_rules */
	struct iw_findings *findings;
	unsigned jobs; /* threads that a rule of scope bank may use */
};

struct iw_rule {
	const char *id; /* "group/name", for ever */
	enum iw_severity severity;
	const char *summary;   /* one line */
	const char *help;      /* how to mend it: one line, shown with each finding */
	enum iw_xml_kind kind; /* for the rules of group xml */

	/* One of these; the scope. */
	void (*file)(struct iw_check *c, const struct iw_source *source);
	void (*item)(struct iw_check *c, const struct iw_item *item, const struct iw_body *body);
	void (*bank)(struct iw_check *c);
	void (*form)(struct iw_check *c, const struct iw_form *form);
};

extern const struct iw_rule iw_rules[];
extern const size_t iw_rule_count;

/* The rule of that id, or NULL. */
const struct iw_rule *iw_rule_find(const char *id);
const char *iw_rule_scope(const struct iw_rule *rule);

/*
 * Report a finding about something of the bank, at a place in its file; at the owner itself when
 * `at.line` is 0. Dropped when the owner allows the rule.
 */
__attribute__((format(printf, 4, 5))) void iw_report(struct iw_check *c, const struct iw_owner *owner,
                                                     struct iw_span at, const char *fmt, ...);

/* Report a finding about a file. */
__attribute__((format(printf, 4, 5))) void iw_report_file(struct iw_check *c, const char *path, struct iw_span at,
                                                          const char *fmt, ...);

#endif
