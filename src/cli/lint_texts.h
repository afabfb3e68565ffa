/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The items of files as text, now and at another time: which of them were there already, in whatever file.
 */
#ifndef IW_LINT_TEXTS_H
#define IW_LINT_TEXTS_H

#include <stdbool.h>
#include <stdint.h>

#include "xml/parse.h"

/* The element of an item. */
struct iw_item_text {
	uint32_t start, end;
	uint64_t hash; /* of its bytes, whatever its line ends are */
	bool changed;  /* or new; set by iw_texts_match */
};

struct iw_texts {
	struct iw_item_text *at; /* in the order of the file */
	size_t count, cap;
};

/* A file at two times. */
struct iw_texts_pair {
	struct iw_texts now, old;
	bool is_known; /* what it is now could be read as items */
};

/* Add the items of a file to an empty list. False when they cannot be told. */
bool iw_texts_find(struct iw_texts *texts, const struct iw_xml *xml);

/* Say which items have changed. One that was there once is unchanged once: a second copy is new. */
void iw_texts_match(struct iw_texts_pair *files, size_t count);

/* The item that holds a byte of the file; NULL when none does. */
const struct iw_item_text *iw_texts_at(const struct iw_texts *texts, uint32_t at);

#endif
