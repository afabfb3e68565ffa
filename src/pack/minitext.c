/* SPDX-License-Identifier: Apache-2.0 */
#include "pack/minitext.h"

#include <sodium.h>
#include <string.h>

#include "base/utf8.h"

/* Take what stands before the next LF, and the LF. */
static bool
take_line(struct iw_minitext *t, const char **line, size_t *len)
{
	const char *end = memchr(t->at, '\n', t->left);

	if (!end)
		return false;
	*line = t->at;
	*len = (size_t)(end - t->at);
	t->at += *len + 1;
	t->left -= *len + 1;
	return true;
}

static bool
is_plain(const char *s, size_t len)
{
	if (iw_utf8_valid(s, len) != len)
		return false;
	for (size_t i = 0; i < len; i++)
		if (((unsigned char)s[i] < 0x20 && s[i] != '\t') || s[i] == 0x7f)
			return false;
	return true;
}

static bool
is_base64(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (!s[i] || !strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=", s[i]))
			return false;
	return true;
}

bool
iw_minitext_comment(struct iw_minitext *t, const char *prefix, size_t most, const char **text, size_t *len)
{
	size_t n = strlen(prefix), line_len;
	const char *line;

	if (!take_line(t, &line, &line_len) || line_len + 1 > most || line_len < n || memcmp(line, prefix, n) != 0 ||
	    !is_plain(line, line_len))
		return false;
	*text = line + n;
	*len = line_len - n;
	return true;
}

bool
iw_minitext_base64(struct iw_minitext *t, unsigned char *out, size_t size)
{
	const char *line;
	size_t len, got;

	/*
	 * sodium_base642bin refuses padding that is missing or wrong and bits that are left over; but libsodium
	 * 1.0.18 takes the byte 0xaf for '/'.
	 */
	return take_line(t, &line, &len) && is_base64(line, len) &&
	       len + 1 == sodium_base64_ENCODED_LEN(size, sodium_base64_VARIANT_ORIGINAL) &&
	       sodium_base642bin(out, size, line, len, NULL, &got, NULL, sodium_base64_VARIANT_ORIGINAL) == 0 &&
	       got == size;
}

void
iw_minitext_put(struct iw_buf *out, const unsigned char *bytes, size_t size)
{
	size_t len = sodium_base64_ENCODED_LEN(size, sodium_base64_VARIANT_ORIGINAL);

	sodium_bin2base64(iw_buf_room(out, len), len, bytes, size, sodium_base64_VARIANT_ORIGINAL);
	out->len += len - 1;
	iw_buf_char(out, '\n');
}
