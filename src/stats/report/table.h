/* SPDX-License-Identifier: Apache-2.0 */
/* Lines of a terminal: cells of fixed width, bars, and text in two columns. */
#ifndef IW_TABLE_H
#define IW_TABLE_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/* A heading of a section, underlined, with an empty line before it unless it is the first. */
void iw_heading(struct iw_buf *out, const char *text);

/* `text` made plain, cut with an ellipsis or filled up to `width` columns. */
void iw_cell(struct iw_buf *out, const char *text, size_t width);

/* The same at the right end of the cell. */
void iw_cell_right(struct iw_buf *out, const char *text, size_t width);

/* A number at the right end of a cell; a dot for 0, which is easier to pass over. */
void iw_cell_count(struct iw_buf *out, uint64_t n, size_t width);

/* A number with so many places, a half rounded up as people do (printf does not), at the right end of a cell. */
void iw_cell_number(struct iw_buf *out, double value, int places, size_t width);
double iw_rounded(double value, int places);

/* A bar for n of `most`, in eighths of a column, filled up to `width`. Anything but 0 shows. */
void iw_bar(struct iw_buf *out, double n, double most, size_t width);

/* End the line, without blanks before its end. */
void iw_line_end(struct iw_buf *out);

/* Two plain texts side by side, each wrapped at blanks to its half of the columns. */
void iw_side_by_side(struct iw_buf *out, const char *left, const char *right, size_t columns);

#endif
