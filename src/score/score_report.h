/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a candidate has reached, as a document that a plugin renders (schemas/score-report.xsd). It tells nothing of any
 * item.
 */
#ifndef IW_SCORE_REPORT_H
#define IW_SCORE_REPORT_H

#include <libxml/tree.h>

#include "score/results.h"

/* `name` is what the output is to be called. The caller's: xmlFreeDoc. */
xmlDoc *iw_score_report(const struct iw_answer_key *key, const struct iw_result *result, const char *name);

#endif
