/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Strings of a bank, which may say anything, as a terminal or a page may show them: on one line, without control
 * characters, and without those that turn the direction of what stands beside them (Unicode bidirectional embeddings,
 * overrides and isolates). What is left out shows as U+FFFD.
 */
#ifndef IW_PLAIN_H
#define IW_PLAIN_H

#include "base/buf.h"

void iw_plain_add(struct iw_buf *out, const char *s, size_t len);

/* The columns that plain text needs. */
size_t iw_plain_width(const char *s, size_t len);

/* How many bytes of plain text fit into `columns`; *width, which may be NULL, is what they need. */
size_t iw_plain_fit(const char *s, size_t len, size_t columns, size_t *width);

#endif
