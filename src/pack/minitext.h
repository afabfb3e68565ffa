/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The text of minisign's files: lines that end in LF, some with a prefix, some base64. Strict, because
 * lenient readers of this format have been fooled: no CR, no control characters, no bytes after the last
 * line, and base64 only in the one form that an encoder writes. For minikey.c and minisig_*.c.
 */
#ifndef IW_MINITEXT_H
#define IW_MINITEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

#define IW_UNTRUSTED "untrusted comment: "
#define IW_TRUSTED "trusted comment: "

/* minisign's longest lines, with the LF. */
enum { IW_MOST_UNTRUSTED = 1024, IW_MOST_TRUSTED = 8192 };

/* What is left to read. Starts as the whole text. */
struct iw_minitext {
	const char *at;
	size_t left;
};

/* Take a line that is `prefix`, then UTF-8 without control characters but tabs; borrowed, without both ends. */
bool iw_minitext_comment(struct iw_minitext *t, const char *prefix, size_t most, const char **text, size_t *len);

/* Take a line of base64 that stands for just `size` bytes. */
bool iw_minitext_base64(struct iw_minitext *t, unsigned char *out, size_t size);

/* Add such a line. Not for secrets: the buffer is not wiped. */
void iw_minitext_put(struct iw_buf *out, const unsigned char *bytes, size_t size);

#endif
