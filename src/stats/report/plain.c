/* SPDX-License-Identifier: Apache-2.0 */
#include "stats/report/plain.h"

#include <stdbool.h>

#include "base/utf8.h"

static bool
is_unsafe(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c <= 0x9f) || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
	       (c & 0xfffe) == 0xfffe;
}

void
iw_plain_add(struct iw_buf *out, const char *s, size_t len)
{
	for (size_t i = 0, n; i < len; i += n) {
		uint32_t c;

		if ((n = iw_utf8_decode(s + i, len - i, &c)) == 0) {
			n = 1;
			c = 0;
		}
		if (c == '\t' || c == '\n' || c == '\r')
			iw_buf_char(out, ' ');
		else if (is_unsafe(c))
			iw_buf_str(out, "\xef\xbf\xbd");
		else
			iw_buf_add(out, s + i, n);
	}
}

size_t
iw_plain_fit(const char *s, size_t len, size_t columns, size_t *width)
{
	size_t at = 0, used = 0, n;
	uint32_t c;

	while (at < len && (n = iw_utf8_decode(s + at, len - at, &c)) != 0 &&
	       used + (size_t)iw_utf8_width(c) <= columns) {
		used += (size_t)iw_utf8_width(c);
		at += n;
	}
	if (width)
		*width = used;
	return at;
}

size_t
iw_plain_width(const char *s, size_t len)
{
	size_t width;

	(void)iw_plain_fit(s, len, (size_t)-1, &width);
	return width;
}
