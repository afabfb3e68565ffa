/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Applying the fixes that findings offer. A fix is applied as a whole or not at all: of two that touch the same bytes
 * the first is applied, and the other one is offered again by the next run.
 */
#ifndef IW_FIX_H
#define IW_FIX_H

#include "lint/run.h"

struct iw_fixed {
	size_t findings, files;
};

/*
 * Apply the fixes of the open findings to the files of the bank: all files are written, or none. The findings are those
 * of before; lint again for what is left. IW_UNUSABLE: a file is not what was linted.
 */
enum iw_status iw_fix(const struct iw_lint *lint, struct iw_fixed *fixed, struct iw_error *e);

#endif
