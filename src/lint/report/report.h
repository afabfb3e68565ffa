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

#endif
