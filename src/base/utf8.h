/* SPDX-License-Identifier: Apache-2.0 */
/* UTF-8, strictly: no overlong forms, no surrogates, nothing above U+10FFFF. */
#ifndef IW_UTF8_H
#define IW_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/* The length in bytes of the character at `s` (of `len` bytes), and the character; 0 if it is not UTF-8. */
size_t iw_utf8_decode(const char *s, size_t len, uint32_t *code);

/* How many bytes from the start are valid UTF-8; `len` when all are. */
size_t iw_utf8_valid(const char *s, size_t len);

/* The number of characters; a byte that is not UTF-8 counts as one. */
size_t iw_utf8_count(const char *s, size_t len);

/* Columns that a terminal needs for a character: 0, 1 or 2. Independent of the locale. */
int iw_utf8_width(uint32_t code);

/* Letters and digits of any script: what words are made of. */
bool iw_utf8_is_word(uint32_t code);

/* Whether a character does more than stand there: a control character, or one that turns the direction of text. */
bool iw_utf8_is_harmful(uint32_t code);
static inline bool
iw_utf8_is_plain(uint32_t code)
{
	return !iw_utf8_is_harmful(code);
}

/*
 * Characters that nobody sees, by which two names would differ that look the same, and what is no character. Joiners
 * (U+200C, U+200D) and variation selectors are none of them: words of some scripts need them.
 */
bool iw_utf8_is_unseen(uint32_t code);

/* Add a text, with U+FFFD for each character that is not taken and each byte that is not UTF-8. */
void iw_utf8_add(struct iw_buf *out, const char *s, bool (*is_taken)(uint32_t code));

/*
 * Text from elsewhere as one line that can be shown: ends of lines and tabs become spaces, what is harmful U+FFFD. Ends
 * at the first NUL. Free with free().
 */
char *iw_utf8_line(const char *bytes, size_t len);

/* Lower case for Latin, Greek and Cyrillic letters; other characters as they are. */
uint32_t iw_utf8_lower(uint32_t code);

#endif
