/* SPDX-License-Identifier: Apache-2.0 */
/* Two items word by word: which words differ, when their texts are laid side by side. */
#ifndef IW_COMPARE_H
#define IW_COMPARE_H

#include "stats/texts.h"

/* Options that stand side by side, by index; SIZE_MAX where one item has no more. */
struct iw_row {
	size_t first, second;
};

/*
 * The options of two items in rows: each beside the one that it shares most words with, in the order of the first item;
 * what is like none stands beside what is left. Free *rows with free(). Returns how many rows there are.
 */
size_t iw_compare_options(const struct iw_text *first, const struct iw_text *second, struct iw_row **rows);

/*
 * Cut a text into pieces, in turn what `other` says too and what only this one says, by the longest sequence of words
 * that both have. Marks and blanks between words go with what both say. Together the pieces are the text.
 */
typedef void iw_piece(void *context, const char *text, size_t len, bool differs);
void iw_compare_text(const char *text, const char *other, iw_piece *piece, void *context);

#endif
