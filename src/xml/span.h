/* SPDX-License-Identifier: Apache-2.0 */
/* A place in a file: what a finding points at. */
#ifndef IW_SPAN_H
#define IW_SPAN_H

#include <stdint.h>

/*
 * Lines and columns count from 1, columns in characters; the end is behind the last character. `start`
 * and `end` are the same in bytes. All 0 when there is no such place.
 */
struct iw_span {
	uint32_t start, end;
	uint32_t line, column, end_line, end_column;
};

#endif
