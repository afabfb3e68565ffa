/* SPDX-License-Identifier: Apache-2.0 */
#include "lint/locate.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Behind the tag at bytes[at], which ends before `end`; 0 when it does not. */
static uint32_t
behind_tag(const char *bytes, uint32_t at, uint32_t end)
{
	const char *close = memchr(bytes + at, '>', end - at);

	return close ? (uint32_t)(close - bytes) + 1 : 0;
}

/* What is looked for, and whether markup within it is stepped over. */
struct piece {
	const char *text;
	size_t len;
	bool markup;
};

/* A piece goes on behind a tag of at most so many bytes. */
enum { LONGEST_TAG = 8192 };

/* The end of a match of a piece at bytes[at], or 0. */
static uint32_t
match(const char *bytes, uint32_t at, uint32_t end, const struct piece *p)
{
	const char *text = p->text;
	size_t i = 0;

	while (i < p->len) {
		if (p->markup && at < end && bytes[at] == '<') {
			at = behind_tag(bytes, at, end - at < LONGEST_TAG ? end : at + LONGEST_TAG);
			if (!at)
				return 0;
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

/* The end of the piece that stands here as whole words, or 0. */
static uint32_t
end_of(const char *bytes, uint32_t at, uint32_t end, const struct piece *p)
{
	uint32_t stop;

	if (tolower((unsigned char)bytes[at]) != tolower((unsigned char)p->text[0]) || is_within_word(bytes, at, end))
		return 0;
	stop = match(bytes, at, end, p);
	return stop && !is_within_word(bytes, stop, end) ? stop : 0;
}

size_t
iw_locate_count(const char *raw, size_t most, size_t end, const char *text, size_t len)
{
	const struct piece p = { text, len, false };
	size_t n = 0;

	for (size_t at = 0; len && at < most; at++)
		n += end_of(raw, (uint32_t)at, (uint32_t)end, &p) != 0;
	return n;
}

/* Find the nth place, or the last before it. */
static bool
search(const char *bytes, struct iw_range r, bool in_tags, const struct piece *p, size_t nth, struct iw_range *found)
{
	bool any = false;

	for (uint32_t at = r.tag; p->len && at < r.end; at++) {
		uint32_t stop;

		while (!in_tags && at < r.end && bytes[at] == '<') {
			uint32_t behind = behind_tag(bytes, at, r.end);

			at = behind ? behind : r.end;
		}
		stop = at < r.end ? end_of(bytes, at, r.end, p) : 0;
		if (!stop)
			continue;
		any = true;
		found->start = at;
		found->end = stop;
		if (nth-- == 0)
			break;
	}
	return any;
}

struct iw_span
iw_locate_nth(const struct iw_xml *xml, const xmlNode *node, const char *text, size_t len, size_t nth)
{
	struct iw_range r = iw_xml_range(xml, node), found;
	const struct piece p = { text, len, true };

	/* Within tags there are names, but also alt texts. */
	if (search(xml->bytes.data, r, false, &p, nth, &found) || search(xml->bytes.data, r, true, &p, nth, &found))
		return iw_xml_span(xml, found.start, found.end);
	return iw_xml_node_span(xml, node);
}

struct iw_span
iw_locate(const struct iw_xml *xml, const xmlNode *node, const char *text, size_t len)
{
	return iw_locate_nth(xml, node, text, len, 0);
}
