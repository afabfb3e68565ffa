/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The baseline: findings that a bank had when somebody began to care, in a file beside it. They are accepted until
 * their text is touched, so that only new ones show.
 *
 *     {
 *       "version": 1,
 *       "findings": [
 *         {"item":"wheel-07","rule":"writing/longest-key","content":"9f0c2d4e5a6b7c8d","count":1},
 *         {"file":"media/spare.png","rule":"bank/unused-media","content":"0123456789abcdef","count":1}
 *       ]
 *     }
 *
 * An entry stands for `count` findings of a rule on the item, form or exam of that id, or on a file where there is no
 * id, about the same text. Lines, and the file that an item is in, do not matter. Entries are sorted, one a line, so
 * that two people who change a baseline rarely meet; in what order they are read does not matter.
 *
 * To lint with one: read, iw_lint_run, apply. To write it anew: prune after that, narrow the findings as the user
 * asks, adopt what is left, write.
 */
#ifndef IW_BASELINE_H
#define IW_BASELINE_H

#include "lint/run.h"

#define IW_STALE_RULE "config/stale-baseline"

enum {
	IW_BASELINE_MOST_BYTES = 128 << 20,
	IW_BASELINE_MOST_ENTRIES = 500000,
	IW_BASELINE_MOST_COUNT = 1000000000, /* of one entry */
};

struct iw_accepted {
	const char *subject; /* an id, or a path relative to the bank */
	bool is_file;        /* which of the two */
	const char *rule;
	uint64_t content;
	size_t count;      /* findings that are accepted */
	size_t used;       /* of these, found in this run */
	struct iw_span at; /* in the file that it was read from; all 0 in an entry that is new */
};

struct iw_baseline {
	char *path; /* as a finding on the baseline names it: relative to the bank */
	struct iw_accepted *entries;
	size_t count, cap; /* in order: by subject, is_file, rule, content; each key once */
	struct iw_arena strings;
};

/* The order of entries, for qsort; 0 for the same key. */
int iw_accepted_order(const void *a, const void *b);

/* An empty baseline. */
void iw_baseline_init(struct iw_baseline *b, const char *path);
void iw_baseline_release(struct iw_baseline *b);

/*
 * Add the entries of a file's text, which ends with a NUL, to an empty baseline. IW_UNUSABLE when it is anything but a
 * baseline; `file` is how the reason names it.
 */
enum iw_status iw_baseline_parse(struct iw_baseline *b, const char *file, const char *text, size_t len,
                                 struct iw_error *e);
enum iw_status iw_baseline_read(struct iw_baseline *b, const char *file, struct iw_error *e);

/* The text of the file. */
void iw_baseline_write(const struct iw_baseline *b, struct iw_buf *out);

/*
 * Mark the findings that are in the baseline, the first ones of each key, and add one of IW_STALE_RULE for each entry
 * that no longer applies. What was not looked at in this run, because its rule is off or a file could not be read, is
 * not said to be gone.
 */
void iw_baseline_apply(struct iw_baseline *b, struct iw_lint *lint);

/* How a baseline differs from what it was. */
struct iw_baseline_change {
	size_t added, removed, changed; /* entries; changed: their count */
};

/* Forget what no longer applies: after iw_baseline_apply. */
void iw_baseline_prune(struct iw_baseline *b, const struct iw_lint *lint, struct iw_baseline_change *change);

/*
 * Accept all findings of the list that are open: they are added and marked; those on the baseline itself go. What is
 * added borrows from the findings and the bank.
 */
void iw_baseline_adopt(struct iw_baseline *b, struct iw_lint *lint, struct iw_baseline_change *change);

#endif
