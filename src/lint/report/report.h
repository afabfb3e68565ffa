/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Output formats of findings. A format is one file and one entry in the table of formats.c.
 */
#ifndef IW_REPORT_H
#define IW_REPORT_H

#include "lint/run.h"

/* What a format is given. */
struct iw_report {
	const struct iw_lint *lint;
	const char *prefix; /* the bank's folder relative to the root of its repository; NULL or "" when it is that */
	bool colour, links; /* for a terminal that can */
	bool baseline;      /* findings were compared with one: those that are open are new */
	bool partial;       /* findings of some files were left out: nothing is known of a file that has none */
};

struct iw_format {
	const char *name; /* as in --format NAME */
	const char *summary;
	void (*write)(const struct iw_report *report, struct iw_buf *out);
};

extern const struct iw_format iw_formats[]; /* ends with a NULL name */

/* The format of that name, or NULL. */
const struct iw_format *iw_format_find(const char *name);

void iw_report_text(const struct iw_report *report, struct iw_buf *out);
void iw_report_json(const struct iw_report *report, struct iw_buf *out);
void iw_report_sarif(const struct iw_report *report, struct iw_buf *out);
void iw_report_junit(const struct iw_report *report, struct iw_buf *out);
void iw_report_github(const struct iw_report *report, struct iw_buf *out);
void iw_report_gitlab(const struct iw_report *report, struct iw_buf *out);
void iw_report_checkstyle(const struct iw_report *report, struct iw_buf *out);
void iw_report_gcc(const struct iw_report *report, struct iw_buf *out);

#endif
