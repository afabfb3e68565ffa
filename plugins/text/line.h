/* SPDX-License-Identifier: Apache-2.0 */
/*
 * line.h - lines of text of a given width, of any length where nothing can be wrapped.
 *
 * Bytes are held back and given to the host some thousand at a time: iw_page_end() writes the rest, and says whether
 * all was written. Nothing is allocated. Widths are in columns, and each character is taken for one.
 */
#ifndef TEXT_LINE_H
#define TEXT_LINE_H

#include "share/words.h"

#define MAX_DIRECTIONS 125 /* deeper than that, Unicode ignores them */

struct iw_page {
	const struct iw_host *host;
	struct iw_job *job;
	const char *output; /* borrowed */
	struct iw_language language;
	size_t width;
	size_t indent, hanging; /* of the next line, and of those after it */
	bool verbatim;          /* white space is kept, and nothing is wrapped */

	/* The rest is line.c's. */
	char held[4096];
	size_t len;
	size_t column;               /* of the line so far, with its indentation */
	bool begun, labelled, space; /* something, or just a label, is on the line; a space is due before a word */
	bool failed;
	bool isolate[MAX_DIRECTIONS]; /* directions that are open: an isolate, or else an embedding or override */
	size_t depth;
};

/* How many columns a text takes. */
size_t iw_columns(const char *s);

/* Text in which white space separates words. A piece that touches the one before stays with it. */
void iw_page_text(struct iw_page *p, const char *s);

/* A label, as "A.": what follows stands on its line, even when that is a paragraph. */
void iw_page_label(struct iw_page *p, const char *s);

/* End the line, if anything stands on it; the second one, if anything but a label does. */
void iw_page_end_line(struct iw_page *p);
void iw_page_begin_block(struct iw_page *p);

/* An empty line; only after the end of a line. */
void iw_page_gap(struct iw_page *p);

/* Close the directions (U+202E and its like) that were opened since p->depth was `depth`, so that they end there. */
void iw_page_close_directions(struct iw_page *p, size_t depth);

/* Write what is held. False when anything could not be written. */
bool iw_page_end(struct iw_page *p);

#endif
