/* SPDX-License-Identifier: Apache-2.0 */
/*
 * lint --changed-since: which findings are on what has changed since a revision of git.
 *
 * An item has changed when the bytes of its element are in no file of the revision: whoever moves an item to another
 * file, or changes its neighbours, has not changed it. The exam, a form, a picture and the baseline have changed when
 * their file has, and what stands in a file of items but in no item has as well.
 */
#ifndef IW_LINT_CHANGED_H
#define IW_LINT_CHANGED_H

#include "cli/lint_texts.h"
#include "lint/baseline.h"

struct iw_changed {
	char **paths;                /* of the files that differ from the revision, relative to the bank */
	struct iw_texts_pair *files; /* what is in each, if it is one of items */
	size_t count;
	struct iw_map by_path; /* index into these two */
};

/* Ask git about the bank in folder `root`, and about the file of a baseline, which may be NULL. */
enum iw_status iw_changed_find(struct iw_changed *changed, const char *root, const char *revision,
                               const struct iw_baseline *baseline, unsigned jobs, struct iw_error *e);
void iw_changed_release(struct iw_changed *changed);

/* Whether a finding, or the item that it is related to, has changed. */
bool iw_changed_has(const struct iw_changed *changed, const struct iw_finding *f);

#endif
