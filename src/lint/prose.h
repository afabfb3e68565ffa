/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The texts of an item, cut into words: what rules about wording look at.
 *
 * Code, formulas, pictures, links and what stands between backticks are no words: each is one opaque token. All lives
 * in the arena that it was made in, as long as the item's tree.
 */
#ifndef IW_PROSE_H
#define IW_PROSE_H

#include <string.h>

#include "model/item.h"

struct iw_lexicon;
struct iw_phrase;

enum iw_token_kind {
	IW_TOKEN_WORD,   /* begins with a letter */
	IW_TOKEN_NUMBER, /* begins with a digit: "3", "1,000.5", "2nd" */
	IW_TOKEN_MARK,   /* one other character */
	IW_TOKEN_BLANK,  /* a gap to fill in: "____", "[...]" */
	IW_TOKEN_OPAQUE, /* code, a formula, a picture, a link */
	IW_TOKEN_BREAK,  /* the end of a paragraph, a list's item, a cell */
};

struct iw_token {
	enum iw_token_kind kind;
	uint32_t at, len;  /* bytes of the text */
	const char *lower; /* in lower case, without the apostrophe's many shapes; for a mark itself; "" for the rest */
	uint64_t hash;     /* of `lower` */
	const struct iw_phrase *phrases; /* of the lexicon, that begin with this word */
	bool capital;                    /* begins with a capital letter */
	bool shouted;                    /* at least two letters, all capital */
	bool quoted;                     /* between quotation marks */
	bool mixed;                      /* a capital behind a small letter, as names of products have */
	bool spaced;                     /* white space, or the beginning, before it */
};

struct iw_text {
	const char *raw; /* blocks end in line feeds, other white space is folded */
	size_t len;
	struct iw_token *tokens;
	size_t count;
	size_t words;   /* tokens that are words or numbers */
	uint32_t lists; /* of the lexicon, of which a phrase begins with one of the words, as bits */
	const xmlNode *node;
	enum iw_option_kind kind; /* IW_OPTION_KINDS for the stem */
};

struct iw_prose {
	const struct iw_body *body;
	struct iw_text stem;
	size_t ask, ask_end;     /* the tokens of the stem's sentence that asks: from, to */
	struct iw_text *options; /* as in the body */
	size_t option_count;
	size_t keys, distractors;
};

/* Cut the texts of an item into words. */
void iw_prose_read(struct iw_prose *prose, struct iw_arena *arena, const struct iw_body *body,
                   const struct iw_lexicon *lexicon);

/* Cut one text, of which raw, which ends in a NUL, and len are given; `lexicon` may be NULL. What iw_prose_read uses.
 */
void iw_text_cut(struct iw_text *text, struct iw_arena *arena, const struct iw_lexicon *lexicon);

/* Where the `n` tokens from `first` on stand in the file. */
struct iw_span iw_prose_span(const struct iw_prose *prose, const struct iw_text *text, size_t first, size_t n);

/* Where a whole text stands: its start tag. */
struct iw_span iw_text_span(const struct iw_prose *prose, const struct iw_text *text);

static inline bool
iw_token_is(const struct iw_token *t, const char *lower)
{
	return t->lower[0] == lower[0] && strcmp(t->lower, lower) == 0;
}

/* A word or a number. */
static inline bool
iw_token_is_word(const struct iw_token *t)
{
	return t->kind == IW_TOKEN_WORD || t->kind == IW_TOKEN_NUMBER;
}

#endif
