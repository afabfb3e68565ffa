/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Findings: what is wrong, where, and how it could be mended.
 *
 * A finding that somebody has accepted, by an allowance in its item or by a baseline, stays in the list and is
 * marked, so that formats which show such findings can; everybody else asks iw_finding_is_open.
 */
#ifndef IW_FINDING_H
#define IW_FINDING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "xml/span.h"

enum iw_severity { IW_OFF, IW_NOTE, IW_WARNING, IW_ERROR };

/* "error", "warning", "note", "off" */
const char *iw_severity_name(enum iw_severity severity);
bool iw_severity_parse(const char *name, enum iw_severity *severity);

enum iw_acceptance { IW_OPEN, IW_ALLOWED, IW_BASELINED };

/* Replace the bytes [at.start, at.end) of the finding's file by `text`. */
struct iw_edit {
	struct iw_span at;
	char *text;
};

/* What another place has to do with a finding, as the item that a copy was made of. */
struct iw_related {
	const char *path, *subject; /* borrowed from the bank; path NULL when there is none */
	struct iw_span at;
};

struct iw_finding {
	const struct iw_rule *rule;
	enum iw_severity severity;
	const char *path; /* relative to the bank; borrowed from it, as are subject and reason */
	struct iw_span at;
	char *message;
	const char *subject; /* the id of the item, form or exam that it is about; NULL when that has none */
	uint64_t content;    /* a hash of the text that it is about: the same when that only moved */
	enum iw_acceptance acceptance;
	const char *reason; /* of an allowance; may be NULL */
	struct iw_related related;
	const char *fix; /* what the edits do, one line, static; NULL when there are none */
	struct iw_edit *edits;
	size_t edit_count;
};

struct iw_findings {
	struct iw_finding *at;
	size_t count, cap;
};

bool iw_finding_is_open(const struct iw_finding *f);

/*
 * What stays the same of a finding while lines, files and other items change: its rule, what it is about (the subject,
 * or the path where there is none), and the text there. Findings of one rule in one text share it.
 */
uint64_t iw_finding_fingerprint(const struct iw_finding *f);

/* Add a copy of `f`, which takes over its message, and return it; the pointer holds until the next addition. */
struct iw_finding *iw_findings_add(struct iw_findings *list, const struct iw_finding *f);

/* Offer a fix; each call adds one edit to it, behind the edits before it. The text is copied. */
void iw_finding_fix(struct iw_finding *f, const char *what, struct iw_span at, const char *text);

/* Put in order: by file, line, column, rule, message. */
void iw_findings_sort(struct iw_findings *list);

/* Keep the findings for which keep() says true. */
void iw_findings_keep(struct iw_findings *list, bool (*keep)(void *context, const struct iw_finding *f), void *context);

/* How many open findings have that severity. */
size_t iw_findings_count(const struct iw_findings *list, enum iw_severity severity);

void iw_findings_release(struct iw_findings *list);

#endif
