/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A growing string of bytes. `data` is never NULL and data[len] is always NUL, so a buffer of text
 * can be used as a C string. The caller owns the struct; iw_buf_release gives its memory back and
 * leaves an empty buffer that can be used again.
 */
#ifndef IW_BUF_H
#define IW_BUF_H

#include <stddef.h>

struct iw_buf {
	char *data;
	size_t len, cap;
};

extern char iw_buf_empty[1];
#define IW_BUF_INIT                                                                                                    \
	{                                                                                                              \
		iw_buf_empty, 0, 0                                                                                     \
	}

void iw_buf_add(struct iw_buf *b, const void *bytes, size_t len);
void iw_buf_str(struct iw_buf *b, const char *s);
void iw_buf_char(struct iw_buf *b, char c);
__attribute__((format(printf, 2, 3))) void iw_buf_printf(struct iw_buf *b, const char *fmt, ...);

/* Make room for `len` more bytes and return where they go; add what was written to b->len. */
char *iw_buf_room(struct iw_buf *b, size_t len);

void iw_buf_clear(struct iw_buf *b);
void iw_buf_release(struct iw_buf *b);

#endif
