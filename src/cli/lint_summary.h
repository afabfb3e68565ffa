/* SPDX-License-Identifier: Apache-2.0 */
/* What lint says at the end, on standard error: how much it found, and how much of that it does not show. */
#ifndef IW_LINT_SUMMARY_H
#define IW_LINT_SUMMARY_H

#include "lint/run.h"

struct iw_lint_summary {
	size_t open[IW_ERROR + 1]; /* findings by severity, on what was asked about */
	size_t known;              /* in the baseline */
	size_t unchanged;          /* open, on what has not changed */
	const char *since;         /* the revision; NULL without one */
	enum iw_severity show;
};

/* Count what the findings are now. */
void iw_lint_summary_count(struct iw_lint_summary *summary, const struct iw_findings *findings);

/* Whether something is at least that severe; never when it is IW_OFF. */
bool iw_lint_summary_has(const struct iw_lint_summary *summary, enum iw_severity severity);

void iw_lint_summary_say(const struct iw_lint_summary *summary, const struct iw_bank *bank);

#endif
