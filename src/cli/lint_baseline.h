/* SPDX-License-Identifier: Apache-2.0 */
/* lint --baseline and --update-baseline: the baseline as the user names it. */
#ifndef IW_LINT_BASELINE_H
#define IW_LINT_BASELINE_H

#include "base/commit.h"
#include "cli/command.h"
#include "lint/baseline.h"

struct iw_lint_baseline {
	const char *file; /* NULL without a baseline; then nothing below is used */
	bool update;
	struct iw_baseline known;
	struct iw_baseline_change change; /* when it is updated */
};

/* Read what the command line names, for the bank in folder `root`. It is to be released, also after a failure. */
enum iw_status iw_lint_baseline_open(struct iw_lint_baseline *baseline, const struct iw_args *args, const char *root,
                                     struct iw_error *e);
void iw_lint_baseline_release(struct iw_lint_baseline *baseline);

/* After the run: mark what is known, and forget what no longer applies when the baseline is updated. */
void iw_lint_baseline_apply(struct iw_lint_baseline *baseline, struct iw_lint *lint);

/* When findings are narrowed to what the user asks for: accept those, if the baseline is updated. */
enum iw_status iw_lint_baseline_stage(struct iw_lint_baseline *baseline, struct iw_lint *lint, struct iw_commit *commit,
                                      struct iw_error *e);

/* Say how it was updated. */
void iw_lint_baseline_say(const struct iw_lint_baseline *baseline);

#endif
