/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Linting a bank: load it, run every rule that is on, sort what they find. The findings and their order
 * are the same for any number of threads.
 */
#ifndef IW_RUN_H
#define IW_RUN_H

#include "base/progress.h"
#include "lint/settings.h"

struct iw_lint_options {
	unsigned jobs;                  /* threads, at least 1 */
	struct iw_progress *progress;   /* counts files; NULL when nobody looks */
	const struct iw_choice *choice; /* NULL for what the bank asks for */
};

struct iw_lint {
	struct iw_bank bank;
	enum iw_severity *severities; /* by a rule's place in iw_rules */
	struct iw_lexicon *lexicon;   /* the words of the bank's language */
	struct iw_findings findings;  /* in order */
	struct iw_lint_options options;
};

/* Load and lint the bank in folder `root`. On failure nothing is to be released. */
enum iw_status iw_lint_run(struct iw_lint *lint, const char *root, const struct iw_lint_options *options,
                           struct iw_error *e);
void iw_lint_release(struct iw_lint *lint);

#endif
