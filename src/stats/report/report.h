/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Output formats of a bank's figures. A format is one file and one entry in the table of formats.c. All of them but
 * `text` are made of one tree of figures (figures.h), so that they cannot say different things.
 */
#ifndef IW_STATS_REPORT_H
#define IW_STATS_REPORT_H

#include "base/buf.h"
#include "stats/stats.h"

/* What a format is given. */
struct iw_stats_report {
	const struct iw_stats *stats;
	unsigned jobs;    /* threads to use */
	unsigned columns; /* of a terminal: IW_LEAST_COLUMNS to IW_MOST_COLUMNS */
};

enum { IW_LEAST_COLUMNS = 80, IW_MOST_COLUMNS = 100 };

struct iw_stats_format {
	const char *name; /* as in --format NAME */
	/* Append to `out`. IW_UNUSABLE: a file has changed since it was read. */
	enum iw_status (*write)(const struct iw_stats_report *report, struct iw_buf *out, struct iw_error *e);
};

extern const struct iw_stats_format iw_stats_formats[]; /* ends with a NULL name */

/* The format of that name, or NULL. */
const struct iw_stats_format *iw_stats_format_find(const char *name);

enum iw_status iw_stats_text(const struct iw_stats_report *report, struct iw_buf *out, struct iw_error *e);
enum iw_status iw_stats_json(const struct iw_stats_report *report, struct iw_buf *out, struct iw_error *e);
enum iw_status iw_stats_html(const struct iw_stats_report *report, struct iw_buf *out, struct iw_error *e);

/* What the formats call things. */
const char *iw_status_label(enum iw_item_status status);
const char *iw_type_label(unsigned type);           /* IW_TYPES: an item without an interaction */
const char *iw_item_label(const struct iw_item *i); /* its id, or "(no id)" */

/* How long candidates read a form; 0 when that cannot be told. */
double iw_reading_minutes(const struct iw_stats *stats);

/*
 * Words a minute: the mean of 190 studies of adults who read English non-fiction silently (Brysbaert 2019, "How many
 * words do we read per minute?", Journal of Memory and Language 109). Items are read more slowly, and options more than
 * once: it says how much of the time limit is gone at least.
 */
#define IW_WORDS_PER_MINUTE 238

#endif
