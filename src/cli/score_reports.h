/* SPDX-License-Identifier: Apache-2.0 */
/* A score report for each candidate: through a plugin that renders the view "report", several at a time. */
#ifndef IW_SCORE_REPORTS_H
#define IW_SCORE_REPORTS_H

#include "base/commit.h"
#include "cli/command.h"
#include "score/results.h"

struct iw_score_reports;

/*
 * Load the plugin that --reports names, with its --option values, and start the process that runs it: before the
 * scoring package and the responses are read (plugin/runner.h).
 */
enum iw_status iw_score_reports_new(const struct iw_args *args, struct iw_score_reports **reports, struct iw_error *e);

/* Of which form the results will be. The key is borrowed. */
void iw_score_reports_begin(struct iw_score_reports *reports, const struct iw_answer_key *key);

/* Take down a result; an iw_result_each, whose context is the reports. Processes are not begun while there are threads.
 */
enum iw_status iw_score_reports_each(void *reports, const struct iw_result *result, struct iw_error *e);

/*
 * Make the reports of all results, `jobs` at a time. They are staged in `commit`, below `folder`, for nobody
 * else to read; a candidate's is called by the form and the candidate, or by the number of the result where that is no
 * plain name.
 */
enum iw_status iw_score_reports_make(struct iw_score_reports *reports, struct iw_commit *commit, const char *folder,
                                     unsigned jobs, struct iw_error *e);

void iw_score_reports_free(struct iw_score_reports *reports);

#endif
