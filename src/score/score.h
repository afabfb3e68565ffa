/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Scoring: from files of responses to files of results, with the key of a form (docs/score.md).
 *
 * Memory does not grow with the responses but for the set of candidates (seen.h). Results stand in the order of the
 * responses; they are the same bytes for any number of threads. Nothing is renamed into place here: the caller finishes
 * the commit, to which it can add what it makes of the results.
 */
#ifndef IW_SCORE_H
#define IW_SCORE_H

#include "base/commit.h"
#include "base/progress.h"
#include "score/results.h"

/* Called for each result in the order of the responses, on one thread at a time. The result is borrowed for the call.
 */
typedef enum iw_status iw_result_each(void *context, const struct iw_result *result, struct iw_error *e);

struct iw_score_options {
	const struct iw_answer_key *key;
	const struct iw_response_format *format; /* NULL: as the files are */
	const char *const *paths;                /* files and folders */
	size_t path_count;
	const char *output; /* the folder */
	bool skip_bad;      /* leave out bad records, and list them in skipped.csv */
	bool names;         /* messages may name candidates */
	unsigned jobs;
	iw_result_each *each; /* NULL for none */
	void *context;
	struct iw_progress *progress; /* bytes; may be NULL */
};

struct iw_score_outcome {
	struct iw_tally tally;
	struct iw_buf findings; /* what is bad, a line each; the first of them, where there are many */
	uint64_t found;         /* how many are bad and were not skipped */
	size_t bad_heads;       /* of them: first lines of files, which cannot be skipped */
	size_t others;          /* files of folders that were not read, by their names */
	size_t links;           /* in folders, which were not followed */
};

/*
 * IW_OK: the results are staged. IW_FOUND: records are bad, or a file's first line, as `findings` says; IW_UNUSABLE,
 * IW_SYSTEM with a message. `outcome` is released in any case. libsodium has been started.
 */
enum iw_status iw_score(const struct iw_score_options *options, struct iw_commit *commit,
                        struct iw_score_outcome *outcome, struct iw_error *e);
void iw_score_outcome_release(struct iw_score_outcome *outcome);

#endif
