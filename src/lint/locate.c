/* SPDX-License-Identifier: Apache-2.0 */
#include "lint/locate.h"

#include <ctype.h>
#include <stdbool.h>

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

struct iw_span
iw_locate(const struct iw_xml *xml, const xmlNode *node, const char *text, size_t len)
{
	struct iw_range r = iw_xml_range(xml, node);
	const char *bytes = xml->bytes.data;

	for (uint32_t at = r.tag; len && at < r.end; at++) {
		uint32_t end;

		if (tolower((unsigned char)bytes[at]) == tolower((unsigned char)text[0]) &&
		    (end = match(bytes, at, r.end, text, len)) != 0)
			return iw_xml_span(xml, at, end);
	}
	return iw_xml_node_span(xml, node);
}
