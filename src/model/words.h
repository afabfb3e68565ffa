/* SPDX-License-Identifier: Apache-2.0 */
/* Words of a text, for finding copies: runs of letters and digits, in lower case. */
#ifndef IW_WORDS_H
#define IW_WORDS_H

#include <stddef.h>
#include <stdint.h>

struct iw_words {
	uint64_t *hash; /* 64-bit hashes stand for words: two of a million words meet with p < 1e-7 */
	size_t count, cap;
};

#define IW_WORDS_INIT                                                                                                  \
	{                                                                                                              \
		NULL, 0, 0                                                                                             \
	}

/* Add the words of `text`, in order. */
void iw_words_add(struct iw_words *w, const char *text);

/* A hash of words [from, count) in their order. */
uint64_t iw_words_sequence(const struct iw_words *w, size_t from);

/* Drop what is there twice; the first of each stays, in order. */
void iw_words_to_set(struct iw_words *w);

void iw_words_release(struct iw_words *w);

#endif
