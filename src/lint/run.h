/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Linting a bank: load it, run every rule that is on, sort what they find. The findings and their order
 * are the same for any number of threads.
 */
#ifndef IW_RUN_H
#define IW_RUN_H

#include "base/progress.h"
#include "lint/rule.h"

struct iw_lint {
	struct iw_bank bank;
	enum iw_severity *severities; /* by a rule's place in iw_rules */
	struct iw_findings findings;  /* by file, line, column, rule */
	unsigned jobs;
	struct iw_progress *progress; /* NULL when nobody looks */
};

/* Load and lint the bank in folder `root`; `progress` counts its files and may be NULL. On failure nothing is to be
 * released. */
enum iw_status iw_lint_run(struct iw_lint *lint, const char *root, unsigned jobs, struct iw_progress *progress,
                           struct iw_error *e);
void iw_lint_release(struct iw_lint *lint);

/* Keep the findings for which keep() says true. */
void iw_findings_keep(struct iw_findings *findings, bool (*keep)(void *context, const struct iw_finding *f),
                      void *context);

size_t iw_findings_count(const struct iw_findings *findings, enum iw_severity severity);

#endif
