/* SPDX-License-Identifier: Apache-2.0 */
/* lint --statistics: how many findings each rule has. */
#ifndef IW_LINT_STATISTICS_H
#define IW_LINT_STATISTICS_H

#include "lint/run.h"

/* A line for each rule that has open findings: count, severity, id, summary; most first, and the total last. */
void iw_statistics_write(const struct iw_lint *lint, struct iw_buf *out);

#endif
