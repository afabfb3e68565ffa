/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Marking responses, written as docs/responses.md says: "B", "A C", "C A D B", "1-B 2-A", or nothing.
 *
 * Right is all keys and no other, the whole order, every pair; anything else that can be read is wrong, also when it is
 * incomplete or too much. What cannot be read is no response at all, and a slip says where and why.
 */
#ifndef IW_MARK_H
#define IW_MARK_H

#include "score/answer_key.h"

enum iw_mark { IW_UNANSWERED, IW_WRONG, IW_RIGHT, IW_UNREADABLE };

enum iw_slip_kind {
	IW_SLIP_SYNTAX,       /* not letters, or not pairs */
	IW_SLIP_LETTER,       /* the question has no such letter */
	IW_SLIP_PROMPT,       /* the question has no such prompt */
	IW_SLIP_LETTER_TWICE, /* the same option is chosen, or stands in the order, twice */
	IW_SLIP_PROMPT_TWICE, /* a prompt is matched twice */
};

struct iw_slip {
	enum iw_slip_kind kind;
	size_t at;      /* byte within the response */
	unsigned value; /* the letter as a character, or the number of the prompt */
};

/* Mark a response. `slip` is filled in when it is unreadable. */
enum iw_mark iw_mark(const struct iw_key_question *q, const char *text, size_t len, struct iw_slip *slip);

/*
 * The normal form of a response that could be read: single spaces, the letters of a choice in the order of the
 * alphabet, pairs in the order of the prompts. `out` has room for IW_KEY_MOST_TEXT bytes; returns how many it took.
 */
size_t iw_mark_normal(const struct iw_key_question *q, const char *text, size_t len, char *out);

/*
 * Mark all responses of a candidate. They stand in one text, in columns, and column_of[q] is that of question q: column
 * c is text[at[c]..at[c + 1] - 1), with a byte between two, and one behind the last that can be read.
 *
 * Sets is_right[q], and counts the right ones that are scored by domain into right[], which the caller has set to 0,
 * and into *raw. False when one cannot be read; the rest means nothing then.
 */
bool iw_mark_all(const struct iw_answer_key *key, const uint32_t *column_of, const char *text, const uint32_t *at,
                 bool *is_right, uint16_t *right, uint32_t *raw);

#endif
