/* SPDX-License-Identifier: Apache-2.0 */
#include "base/buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

char iw_buf_empty[1];

char *
iw_buf_room(struct iw_buf *b, size_t len)
{
	if (len >= SIZE_MAX / 2 - b->len)
		iw_out_of_memory();
	if (b->cap < b->len + len + 1) {
		size_t cap = b->len + len + 1;

		if (cap < 2 * b->cap)
			cap = 2 * b->cap;
		b->data = iw_realloc(b->cap ? b->data : NULL, cap, 1);
		b->cap = cap;
		b->data[b->len] = '\0';
	}
	return b->data + b->len;
}

void
iw_buf_add(struct iw_buf *b, const void *bytes, size_t len)
{
	if (!len)
		return;
	memcpy(iw_buf_room(b, len), bytes, len);
	b->len += len;
	b->data[b->len] = '\0';
}

void
iw_buf_str(struct iw_buf *b, const char *s)
{
	iw_buf_add(b, s, strlen(s));
}

void
iw_buf_char(struct iw_buf *b, char c)
{
	iw_buf_add(b, &c, 1);
}

void
iw_buf_printf(struct iw_buf *b, const char *fmt, ...)
{
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	va_start(ap, fmt);
	vsnprintf(iw_buf_room(b, (size_t)n), (size_t)n + 1, fmt, ap);
	va_end(ap);
	b->len += (size_t)n;
}

void
iw_buf_clear(struct iw_buf *b)
{
	b->len = 0;
	if (b->cap)
		b->data[0] = '\0';
}

void
iw_buf_release(struct iw_buf *b)
{
	if (b->cap)
		free(b->data);
	*b = (struct iw_buf)IW_BUF_INIT;
}
