/* SPDX-License-Identifier: Apache-2.0 */
#include "xml/scan.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

struct cursor {
	struct iw_scan *scan;
	const char *bytes;
	size_t at, len, most_value;
	size_t open[IW_XML_MOST_DEPTH]; /* indices of the elements that are open */
	size_t depth;
	bool done; /* refused, or left to libxml2 */
};

static void
refuse(struct cursor *c, enum iw_xml_kind kind, size_t from, size_t to, const char *why)
{
	c->scan->refused = true;
	c->scan->kind = kind;
	c->scan->from = (uint32_t)from;
	c->scan->to = (uint32_t)(to > c->len ? c->len : to);
	c->scan->why = why;
	c->done = true;
}

static size_t
add(struct iw_ranges *r, size_t start, size_t tag, size_t end)
{
	IW_GROW(r->at, r->count, r->cap);
	r->at[r->count] = (struct iw_range){ (uint32_t)start, (uint32_t)tag, (uint32_t)end };
	return r->count++;
}

static bool
starts(const struct cursor *c, const char *s)
{
	size_t n = strlen(s);

	return c->len - c->at >= n && memcmp(c->bytes + c->at, s, n) == 0;
}

/* Move behind the next `end`; false at the end of the file. */
static bool
skip_past(struct cursor *c, const char *end)
{
	size_t n = strlen(end);
	const char *p = memmem(c->bytes + c->at, c->len - c->at, end, n);

	if (!p) {
		c->at = c->len;
		return false;
	}
	c->at = (size_t)(p - c->bytes) + n;
	return true;
}

static bool
is_space(char ch)
{
	return ch == ' ' || ch == '\t' || ch == '\n' || ch == '\r';
}

/* Move behind the '>' of a start tag. `*empty` says that it ends in "/>". */
static bool
skip_tag(struct cursor *c, bool *empty)
{
	size_t start = c->at, attributes = 0;

	for (c->at++; c->at < c->len; c->at++) {
		char ch = c->bytes[c->at];
		const char *end;

		if (ch == '>') {
			*empty = c->bytes[c->at - 1] == '/';
			c->at++;
			return true;
		}
		if (ch == '<')
			return false;
		if (ch != '"' && ch != '\'')
			continue;
		if (++attributes > IW_XML_MOST_ATTRIBUTES) {
			refuse(c, IW_XML_LIMIT, start, c->at, "a tag has more than 256 attributes");
			return false;
		}
		if ((end = memchr(c->bytes + c->at + 1, ch, c->len - c->at - 1)) == NULL)
			return false;
		if ((size_t)(end - c->bytes) - c->at - 1 > c->most_value) {
			refuse(c, IW_XML_LIMIT, c->at, (size_t)(end - c->bytes) + 1,
			       "an attribute is longer than 4096 bytes");
			return false;
		}
		c->at = (size_t)(end - c->bytes);
	}
	return false;
}

static void
start_tag(struct cursor *c)
{
	size_t start = c->at, index;
	bool empty = false;

	if (!skip_tag(c, &empty)) {
		c->done = true;
		return;
	}
	if (c->scan->elements.count >= IW_XML_MOST_ELEMENTS) {
		refuse(c, IW_XML_LIMIT, start, c->at, "the file has more than 200000 elements");
		return;
	}
	if (c->depth >= IW_XML_MOST_DEPTH) {
		refuse(c, IW_XML_LIMIT, start, c->at, "elements are nested more than 100 deep");
		return;
	}
	index = add(&c->scan->elements, start, c->at, c->at);
	if (!empty)
		c->open[c->depth++] = index;
}

static void
end_tag(struct cursor *c)
{
	if (!skip_past(c, ">") || c->depth == 0) {
		c->done = true;
		return;
	}
	c->scan->elements.at[c->open[--c->depth]].end = (uint32_t)c->at;
}

static void
instruction(struct cursor *c)
{
	size_t start = c->at;
	bool declaration = starts(c, "<?xml") && c->len - start > 5 && is_space(c->bytes[start + 5]);

	if (!skip_past(c, "?>"))
		c->done = true;
	else if (!declaration)
		add(&c->scan->instructions, start, c->at, c->at);
}

static void
bang(struct cursor *c)
{
	if (starts(c, "<!--")) {
		c->at += 4;
		c->done = !skip_past(c, "-->");
	} else if (starts(c, "<![CDATA[")) {
		c->done = !skip_past(c, "]]>");
	} else {
		const char *end = memchr(c->bytes + c->at, '>', c->len - c->at);

		refuse(c, IW_XML_DOCTYPE, c->at, end ? (size_t)(end - c->bytes) + 1 : c->len,
		       "the file has a document type declaration");
	}
}

static void
markup(struct cursor *c)
{
	while (!c->done) {
		const char *p = memchr(c->bytes + c->at, '<', c->len - c->at);

		if (!p || (size_t)(p - c->bytes) + 1 >= c->len)
			break;
		c->at = (size_t)(p - c->bytes);
		switch (p[1]) {
		case '?': instruction(c); break;
		case '!': bang(c); break;
		case '/': end_tag(c); break;
		default: start_tag(c);
		}
	}
}

/* The encoding that the XML declaration names, if any. */
static void
declared_encoding(struct cursor *c)
{
	struct iw_range tag = { (uint32_t)c->at, 0, 0 };
	const char *end;
	uint32_t from, to;

	if (!starts(c, "<?xml") || (end = memmem(c->bytes + c->at, c->len - c->at, "?>", 2)) == NULL)
		return;
	tag.tag = (uint32_t)(end - c->bytes);
	if (!iw_scan_attribute(c->bytes, tag, "encoding", &from, &to))
		return;
	if (to - from == 5 && strncasecmp(c->bytes + from, "UTF-8", 5) == 0)
		return;
	if (to - from == 8 && strncasecmp(c->bytes + from, "US-ASCII", 8) == 0)
		return;
	refuse(c, IW_XML_ENCODING, from, to, "the file declares another encoding than UTF-8");
}

static bool
is_plain(char ch)
{
	return (signed char)ch >= 0x20 || ch == '\n' || ch == '\t' || ch == '\r';
}

/* How many bytes from the start are plain: ASCII, and none of the controls that XML forbids. */
static size_t
plain(const char *bytes, size_t len)
{
	const uint64_t ones = UINT64_MAX / 255, high = ones * 0x80;
	uint64_t eight;
	size_t i = 0;

	/* Eight at a time while none is below a space or above ASCII. */
	while (len - i >= sizeof eight) {
		memcpy(&eight, bytes + i, sizeof eight);
		if (!(eight & high) && !((eight - ones * 0x20) & ~eight & high))
			i += sizeof eight;
		else if (is_plain(bytes[i]))
			i++;
		else
			return i;
	}
	while (i < len && is_plain(bytes[i]))
		i++;
	return i;
}

static void
characters(struct cursor *c)
{
	size_t n, i = 0;
	uint32_t code;

	while ((i += plain(c->bytes + i, c->len - i)) < c->len) {
		if ((n = iw_utf8_decode(c->bytes + i, c->len - i, &code)) == 0) {
			refuse(c, IW_XML_MALFORMED, i, i + 1, "this byte is not valid UTF-8");
			return;
		}
		if (n == 1) {
			refuse(c, IW_XML_MALFORMED, i, i + 1, "a control character may not stand in XML");
			return;
		}
		i += n;
	}
}

/* What the first bytes tell of files that are not UTF-8 text. */
static void
signature(struct cursor *c)
{
	static const struct {
		const char *bytes;
		size_t len;
		const char *why;
	} table[] = {
		{ "\xff\xfe", 2, "the file is UTF-16" },
		{ "\xfe\xff", 2, "the file is UTF-16" },
		{ "<\0", 2, "the file is UTF-16" },
		{ "\0<", 2, "the file is UTF-16" },
		{ "\x1f\x8b", 2, "the file is compressed (gzip)" },
		{ "BZh", 3, "the file is compressed (bzip2)" },
		{ "\xfd"
		  "7zXZ",
		  5, "the file is compressed (xz)" },
		{ "\x28\xb5\x2f\xfd", 4, "the file is compressed (zstd)" },
		{ "PK\3\4", 4, "the file is a ZIP archive" },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table && !c->done; i++)
		if (c->len >= table[i].len && memcmp(c->bytes, table[i].bytes, table[i].len) == 0)
			refuse(c, IW_XML_ENCODING, 0, table[i].len, table[i].why);
}

void
iw_scan(struct iw_scan *scan, const char *bytes, size_t len, size_t most_value)
{
	struct cursor c = { .scan = scan, .bytes = bytes, .len = len, .most_value = most_value };

	*scan = (struct iw_scan){ 0 };
	signature(&c);
	if (len >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0)
		c.at = 3;
	if (!c.done)
		declared_encoding(&c);
	if (!c.done)
		characters(&c);
	markup(&c);
}

void
iw_scan_release(struct iw_scan *scan)
{
	free(scan->elements.at);
	free(scan->instructions.at);
	*scan = (struct iw_scan){ 0 };
}

bool
iw_scan_attribute(const char *bytes, struct iw_range tag, const char *name, uint32_t *from, uint32_t *to)
{
	size_t n = strlen(name);

	for (size_t i = tag.start + 1; i < tag.tag; i++) {
		const char *quote;
		size_t eq = i + n;

		if (bytes[i] == '"' || bytes[i] == '\'') {
			/* A value: step over it. */
			if ((quote = memchr(bytes + i + 1, bytes[i], tag.tag - i - 1)) == NULL)
				return false;
			i = (size_t)(quote - bytes);
			continue;
		}
		if (!is_space(bytes[i - 1]) || eq >= tag.tag || memcmp(bytes + i, name, n) != 0)
			continue;
		while (eq < tag.tag && is_space(bytes[eq]))
			eq++;
		if (eq >= tag.tag || bytes[eq] != '=')
			continue;
		for (eq++; eq < tag.tag && is_space(bytes[eq]); eq++)
			;
		if (eq >= tag.tag || (bytes[eq] != '"' && bytes[eq] != '\''))
			return false;
		if ((quote = memchr(bytes + eq + 1, bytes[eq], tag.tag - eq - 1)) == NULL)
			return false;
		*from = (uint32_t)(eq + 1);
		*to = (uint32_t)(quote - bytes);
		return true;
	}
	return false;
}
