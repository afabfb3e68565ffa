/* SPDX-License-Identifier: Apache-2.0 */
/* What stands in a text and is neither a word nor a mark: gaps, code, formulas, pictures, links. */
#ifndef IW_PROSE_SPECIAL_H
#define IW_PROSE_SPECIAL_H

#include "base/utf8.h"
#include "lint/prose.h"

/* A text, which ends in a NUL, and a place in it. */
struct iw_place {
	const char *raw;
	size_t len, at;
};

/* The character at `at`, and its length; 0 at the end. */
static inline uint32_t
iw_place_char(const struct iw_place *p, size_t at, size_t *n)
{
	uint32_t code = (unsigned char)p->raw[at];

	*n = at < p->len;
	if (code < 0x80)
		return code;
	*n = iw_utf8_decode(p->raw + at, p->len - at, &code);
	if (*n)
		return code;
	*n = 1;
	return 0xfffd;
}

/* Whether a letter or a digit stands at `at`. */
bool iw_place_is_word(const struct iw_place *p, size_t at);

/*
 * The length of what is special and begins here, and what it is: IW_TOKEN_BLANK or IW_TOKEN_OPAQUE; 0 when nothing is.
 * `spaced`: white space, or the beginning, stands before. How far is looked for an end is limited, but for code.
 */
size_t iw_special_length(const struct iw_place *p, bool spaced, enum iw_token_kind *kind);

#endif
