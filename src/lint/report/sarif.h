/* SPDX-License-Identifier: Apache-2.0 */
/* The parts of a SARIF log: sarif.c puts them together. Section numbers in comments are those of SARIF 2.1.0. */
#ifndef IW_REPORT_SARIF_H
#define IW_REPORT_SARIF_H

#include "lint/report/common.h"

/* The log while it is made. */
struct iw_sarif {
	const struct iw_report *report;
	struct iw_map files; /* path -> index into artifacts */
	json_t *artifacts;
};

/* Every rule, in the order of iw_rules, so that a rule's place is its index. */
json_t *iw_sarif_rules(void);

/* "error", "warning", "note", or "none" of a rule that is off */
const char *iw_sarif_level(enum iw_severity severity);

/* A finding; `turn` is its own of iw_fingerprint_turns. */
json_t *iw_sarif_result(struct iw_sarif *s, const struct iw_finding *f, uint32_t turn);

/* The message of a finding: braces doubled (3.11.5), and no links (3.11.6) but one to the related location. */
json_t *iw_sarif_message(const struct iw_finding *f);

#endif
