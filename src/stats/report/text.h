/* SPDX-License-Identifier: Apache-2.0 */
/* The sections of the report for a terminal, for text.c. Each adds nothing when there is nothing to say. */
#ifndef IW_STATS_TEXT_H
#define IW_STATS_TEXT_H

#include "stats/report/report.h"
#include "stats/texts.h"

enum { IW_LISTED = 20 /* at most so many items or pairs in a list */ };

void iw_text_items(const struct iw_stats_report *report, struct iw_buf *out);
void iw_text_blueprint(const struct iw_stats_report *report, struct iw_buf *out);
void iw_text_tasks(const struct iw_stats_report *report, struct iw_buf *out);
void iw_text_keys(const struct iw_stats_report *report, struct iw_buf *out);
void iw_text_reading(const struct iw_stats_report *report, struct iw_buf *out);
void iw_text_difficulty(const struct iw_stats_report *report, struct iw_buf *out);
void iw_text_enemies(const struct iw_stats_report *report, const struct iw_texts *texts, struct iw_buf *out);

#endif
