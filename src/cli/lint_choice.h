/* SPDX-License-Identifier: Apache-2.0 */
/* What the command line of lint says of rules and severities. */
#ifndef IW_LINT_CHOICE_H
#define IW_LINT_CHOICE_H

#include "cli/command.h"
#include "lint/settings.h"

struct iw_lint_choice {
	struct iw_choice rules;
	enum iw_severity show;    /* what is less severe is not shown */
	enum iw_severity fail_on; /* what is as severe ends in IW_FOUND; IW_OFF: nothing does */
};

/* IW_UNUSABLE: a severity that is none. Patterns are looked at by iw_lint_run. Release with iw_choice_release. */
enum iw_status iw_lint_choice_parse(struct iw_lint_choice *choice, const struct iw_args *args, struct iw_error *e);

#endif
