/* SPDX-License-Identifier: Apache-2.0 */
#include "lint/locate.h"

#include <ctype.h>
#include <stdbool.h>

#include "base/utf8.h"

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* The end of a match of `text` at bytes[at], or 0. */
static uint32_t
match(const char *bytes, uint32_t at, uint32_t end, const char *text, size_t len)
{
	size_t i = 0;

	while (i < len) {
		if (at < end && bytes[at] == '<') {
			while (at < end && bytes[at] != '>')
				at++;
			at += at < end;
		} else if (is_space(text[i])) {
			if (at >= end || !is_space(bytes[at]))
				return 0;
			while (at < end && is_space(bytes[at]))
				at++;
			i++;
		} else {
			if (at >= end || tolower((unsigned char)bytes[at]) != tolower((unsigned char)text[i]))
				return 0;
			at++;
			i++;
		}
	}
	return at;
}

/* Whether a word goes on across `at`, as in "com|plex". */
static bool
is_within_word(const char *bytes, uint32_t at, uint32_t end)
{
	uint32_t before = at, c = ' ', d = ' ';

	while (before && ((unsigned char)bytes[--before] & 0xc0) == 0x80)
		;
	(void)iw_utf8_decode(bytes + before, at - before, &c);
	(void)iw_utf8_decode(bytes + at, end - at, &d);
	return iw_utf8_is_word(c) && iw_utf8_is_word(d);
}

static bool
search(const char *bytes, struct iw_range r, bool in_tags, const char *text, size_t len, struct iw_range *found)
{
	for (uint32_t at = r.tag; len && at < r.end; at++) {
		while (!in_tags && at < r.end && bytes[at] == '<') {
			while (at < r.end && bytes[at] != '>')
				at++;
			at += at < r.end;
		}
		if (at == r.end || tolower((unsigned char)bytes[at]) != tolower((unsigned char)text[0]))
			continue;
		found->start = at;
		found->end = match(bytes, at, r.end, text, len);
		if (found->end && !is_within_word(bytes, at, r.end) && !is_within_word(bytes, found->end, r.end))
			return true;
	}
	return false;
}

struct iw_span
iw_locate(const struct iw_xml *xml, const xmlNode *node, const char *text, size_t len)
{
	struct iw_range r = iw_xml_range(xml, node), found;

	/* Within tags there are names, but also alt texts. */
	if (search(xml->bytes.data, r, false, text, len, &found) || search(xml->bytes.data, r, true, text, len, &found))
		return iw_xml_span(xml, found.start, found.end);
	return iw_xml_node_span(xml, node);
}
