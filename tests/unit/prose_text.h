/* SPDX-License-Identifier: Apache-2.0 */
/* Tokens of a text, for tests of cutting. */
#ifndef IW_PROSE_TEXT_H
#define IW_PROSE_TEXT_H

#include "base/buf.h"
#include "lint/prose.h"

/* The tokens of a text: words as they are looked up, numbers with # before them, gaps, ... */
static inline void
describe(const struct iw_text *text, struct iw_buf *out)
{
	static const char *const kinds[] = {
		[IW_TOKEN_WORD] = "",       [IW_TOKEN_NUMBER] = "#",    [IW_TOKEN_MARK] = "",
		[IW_TOKEN_BLANK] = "<gap>", [IW_TOKEN_OPAQUE] = "<no>", [IW_TOKEN_BREAK] = "<end>",
	};

	for (size_t i = 0; i < text->count; i++)
		iw_buf_printf(out, "%s%s%s", i ? " " : "", kinds[text->tokens[i].kind], text->tokens[i].lower);
}

/* What holds of the tokens of any text. */
static inline bool
is_sound(const struct iw_text *text)
{
	size_t behind = 0, count = 0;

	for (size_t i = 0; i < text->count; i++) {
		const struct iw_token *t = &text->tokens[i];

		if (!t->len || t->at < behind || t->at + t->len > text->len || !t->lower)
			return false;
		if ((t->kind == IW_TOKEN_MARK) != (!iw_token_is_word(t) && t->lower[0]))
			return false;
		behind = t->at + t->len;
		count += iw_token_is_word(t);
	}
	return count == text->words;
}

#endif
