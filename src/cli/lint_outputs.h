/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where the findings go: one output for each --format. Files are written whole, and all of them or none, before
 * anything is printed.
 */
#ifndef IW_LINT_OUTPUTS_H
#define IW_LINT_OUTPUTS_H

#include "base/commit.h"
#include "cli/command.h"
#include "cli/terminal.h"
#include "lint/report/report.h"

struct iw_output {
	const struct iw_format *format;
	const char *file; /* NULL for standard output */
};

struct iw_outputs {
	struct iw_output *at;
	size_t count, cap;
	bool statistics; /* on standard output, in place of findings */
	struct iw_terminal terminal;
};

/* From the command line. IW_UNUSABLE when it asks for what there is not, or for one place twice. */
enum iw_status iw_outputs_parse(struct iw_outputs *outputs, const struct iw_args *args, struct iw_error *e);
void iw_outputs_release(struct iw_outputs *outputs);

/* Stage the outputs that are files; finish `commit`, and then print the other one. */
enum iw_status iw_outputs_stage(const struct iw_outputs *outputs, const struct iw_report *report,
                                struct iw_commit *commit, struct iw_error *e);
enum iw_status iw_outputs_print(const struct iw_outputs *outputs, const struct iw_report *report, struct iw_error *e);

#endif
