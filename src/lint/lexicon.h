/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The words that rules look for, in the language of the bank: lists that live in src/lint/words/LANGUAGE/LIST.txt and
 * that exam.xml may add to and take from. To add a list: a file, and a place in enum iw_list and in the table of
 * lexicon.c. To add a language: a folder.
 *
 * A line is a word or a phrase, as it stands in a text but in lower case, and perhaps "= advice" behind it; # begins a
 * comment.
 */
#ifndef IW_LEXICON_H
#define IW_LEXICON_H

#include "lint/prose.h"
#include "model/exam.h"

enum iw_list {
	/* What rules of the same name report. */
	IW_WORDS_ABSOLUTE,
	IW_WORDS_VAGUE,
	IW_WORDS_SENSITIVE,
	IW_WORDS_ALL_OF_THE_ABOVE,
	IW_WORDS_NONE_OF_THE_ABOVE,
	IW_WORDS_TRUE_FALSE,
	/* What tells the parts of a sentence. */
	IW_WORDS_STOP,
	IW_WORDS_QUESTION,
	IW_WORDS_SELECTOR,
	IW_WORDS_STATEMENT,
	IW_WORDS_AUXILIARY,
	IW_WORDS_SUBORDINATOR,
	IW_WORDS_INSTRUCTION,
	IW_WORDS_NEGATION,
	IW_WORDS_REVERSAL,
	IW_WORDS_EXCEPTION,
	IW_WORDS_OPEN_QUESTION,
	IW_WORDS_COMBINATION,
	IW_WORDS_JOINER,
	IW_WORDS_QUANTIFIER,
	IW_WORDS_RELATIVE,
	IW_WORDS_AMOUNT_QUESTION,
	IW_WORDS_ABBREVIATION,
	IW_WORDS_OPENER,
	/* With their value as the advice. */
	IW_WORDS_NUMBER,
	IW_WORDS_MONTH,
	IW_LISTS
};

/* A phrase of a list; those that begin with the same word are chained. */
struct iw_phrase {
	enum iw_list list;
	const uint64_t *words; /* their hashes */
	size_t count;
	const char *advice; /* what to say instead; NULL when the list has none */
	bool removed;       /* by the bank */
	uint32_t lists;     /* that it and those behind it in the chain are of, as bits */
	struct iw_phrase *next;
};

struct iw_lexicon;

/*
 * The words of `language` (as in xml:lang; NULL is English), as `exam` (which may be NULL) changes them. Never NULL:
 * for a language without data it is empty. Afterwards it is only read, by any number of threads.
 */
struct iw_lexicon *iw_lexicon_new(const char *language, const struct iw_exam *exam);
void iw_lexicon_free(struct iw_lexicon *lexicon);

/* Whether there are lists for its language. */
bool iw_lexicon_has_words(const struct iw_lexicon *lexicon);

/* Whether a text of that xml:lang is in its language; NULL is whatever the bank is in. */
bool iw_lexicon_speaks(const struct iw_lexicon *lexicon, const char *language);

/* Whether a list of exam.xml has that name. */
bool iw_lexicon_has_list(const char *name);

/* The phrases that begin with a word of that hash, or NULL. */
const struct iw_phrase *iw_lexicon_find(const struct iw_lexicon *lexicon, uint64_t hash);

/*
 * How many of the `n` tokens at `t` make the longest phrase of `list`; 0 when none begins there. `phrase`, which may be
 * NULL, is set to it.
 */
static inline size_t iw_lexicon_match(enum iw_list list, const struct iw_token *t, size_t n,
                                      const struct iw_phrase **phrase);

/* Whether a text has a word that begins a phrase of `list`; when not, there is no need to look. */
static inline bool iw_lexicon_may_match(enum iw_list list, const struct iw_text *text);

/* Whether an option is one such as "all of the above": those have rules of their own. */
bool iw_stands_for_others(const struct iw_text *option);

/* Whether a stem asks for a number: then "none" and "never" are answers as others are. */
bool iw_asks_amount(const struct iw_text *stem);

/* What iw_lexicon_match does where a phrase of the list may begin, which is seldom. */
size_t iw_lexicon_longest(enum iw_list list, const struct iw_token *t, size_t n, const struct iw_phrase **phrase);

static inline size_t
iw_lexicon_match(enum iw_list list, const struct iw_token *t, size_t n, const struct iw_phrase **phrase)
{
	return n && t->phrases && t->phrases->lists >> list & 1 ? iw_lexicon_longest(list, t, n, phrase) : 0;
}

static inline bool
iw_lexicon_may_match(enum iw_list list, const struct iw_text *text)
{
	return text->lists >> list & 1;
}

#endif
