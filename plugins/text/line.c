/* SPDX-License-Identifier: Apache-2.0 */
#include "text/line.h"

#include <string.h>

static const char blank[] = " \t\r\n";

static void
write_held(struct iw_page *p)
{
	if (p->len && !p->failed)
		p->failed = !p->host->write(p->job, p->output, p->held, p->len);
	p->len = 0;
}

static void
put(struct iw_page *p, const char *bytes, size_t len)
{
	while (len) {
		size_t n = sizeof p->held - p->len;

		n = n < len ? n : len;
		memcpy(p->held + p->len, bytes, n);
		p->len += n;
		bytes += n;
		len -= n;
		if (p->len == sizeof p->held)
			write_held(p);
	}
}

bool
iw_page_end(struct iw_page *p)
{
	write_held(p);
	return !p->failed;
}

static size_t
columns(const char *s, size_t len)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++)
		n += ((unsigned char)s[i] & 0xc0) != 0x80;
	return n;
}

size_t
iw_columns(const char *s)
{
	return columns(s, strlen(s));
}

static void
begin_line(struct iw_page *p)
{
	p->labelled = false;
	if (p->begun)
		return;
	for (size_t i = 0; i < p->indent; i++)
		put(p, " ", 1);
	p->column = p->indent;
	p->begun = true;
}

static void
break_line(struct iw_page *p)
{
	put(p, "\n", 1);
	p->begun = p->space = p->labelled = false;
	p->indent = p->hanging;
}

void
iw_page_end_line(struct iw_page *p)
{
	if (p->begun)
		break_line(p);
	p->indent = p->hanging;
}

void
iw_page_begin_block(struct iw_page *p)
{
	if (!p->labelled)
		iw_page_end_line(p);
}

void
iw_page_label(struct iw_page *p, const char *s)
{
	iw_page_text(p, s);
	p->space = p->labelled = true;
}

void
iw_page_gap(struct iw_page *p)
{
	put(p, "\n", 1);
}

/* Keep track of the directions that a piece of text opens and closes: U+202A to U+202E, U+2066 to U+2069. */
static void
follow_directions(struct iw_page *p, const char *s, size_t len)
{
	for (size_t i = 0; i + 2 < len; i++) {
		unsigned char page = (unsigned char)s[i + 1], c = (unsigned char)s[i + 2];
		bool isolate = page == 0x81 && c >= 0xa6 && c <= 0xa8;
		size_t depth = p->depth;

		if ((unsigned char)s[i] != 0xe2)
			continue;
		if (isolate || (page == 0x80 && c >= 0xaa && c <= 0xae && c != 0xac)) {
			if (depth < MAX_DIRECTIONS)
				p->isolate[p->depth++] = isolate;
		} else if (page == 0x80 && c == 0xac) {
			p->depth -= depth && !p->isolate[depth - 1];
		} else if (page == 0x81 && c == 0xa9) {
			while (depth && !p->isolate[depth - 1])
				depth--;
			p->depth = depth ? depth - 1 : p->depth;
		}
	}
}

void
iw_page_close_directions(struct iw_page *p, size_t depth)
{
	while (p->depth > depth)
		put(p, p->isolate[--p->depth] ? "\xe2\x81\xa9" : "\xe2\x80\xac", 3);
}

static void
add_word(struct iw_page *p, const char *word, size_t len)
{
	size_t n = columns(word, len);

	if (p->space && p->column + 1 + n > p->width)
		break_line(p);
	if (p->space)
		put(p, " ", 1);
	p->column += p->space;
	p->space = false;
	begin_line(p);
	put(p, word, len);
	p->column += n;
	follow_directions(p, word, len);
}

static void
add_verbatim(struct iw_page *p, const char *s)
{
	for (size_t n; *s; s += n) {
		n = strcspn(s, "\n");
		if (n) {
			begin_line(p);
			if (p->space)
				put(p, " ", 1);
			p->space = false;
			put(p, s, n);
			follow_directions(p, s, n);
		} else {
			break_line(p);
			n = 1;
		}
	}
}

void
iw_page_text(struct iw_page *p, const char *s)
{
	if (p->verbatim) {
		add_verbatim(p, s);
		return;
	}
	for (size_t n; *s; s += n) {
		n = strspn(s, blank);
		if (n) {
			p->space = p->begun;
			continue;
		}
		n = strcspn(s, blank);
		add_word(p, s, n);
	}
}
