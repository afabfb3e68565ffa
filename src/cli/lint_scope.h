/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The part of a bank that lint is asked about: all of it, or some files and folders. The whole bank is read in either
 * case; only what is shown differs.
 */
#ifndef IW_LINT_SCOPE_H
#define IW_LINT_SCOPE_H

#include "cli/command.h"
#include "lint/baseline.h"

struct iw_scope {
	char *root; /* the bank's folder; NULL when nothing was asked about and there is no bank here */
	bool whole;
	char **paths; /* else these, relative to the bank; none of them for nothing at all */
	size_t count, cap;
	struct iw_map by_path; /* index into paths */
};

/*
 * From the operands: paths, "-" for a list of them on standard input, and the bank around the current folder when there
 * are none. All must be of one bank. The scope is to be released, also after a failure.
 */
enum iw_status iw_scope_find(struct iw_scope *scope, const struct iw_args *args, struct iw_error *e);
void iw_scope_release(struct iw_scope *scope);

/* IW_UNUSABLE when a path is neither of the bank nor `baseline`, a path relative to it that may be NULL. */
enum iw_status iw_scope_check(const struct iw_scope *scope, const struct iw_bank *bank, const char *baseline,
                              struct iw_error *e);

/* Whether a finding is on what was asked about. */
bool iw_scope_has(const struct iw_scope *scope, const struct iw_finding *f);

#endif
