/* SPDX-License-Identifier: Apache-2.0 */
/* Group writing: what the stem asks, and how. */
#include <string.h>

#include "lint/lexicon.h"
#include "lint/rules.h"

/* How far from its question word a verb, and from the verb its negation, is looked for. */
enum { FAR_VERB = 12, FAR_NEGATION = 5, NEAR_REVERSAL = 2 };

static size_t
match(enum iw_list list, const struct iw_text *text, size_t at, size_t end)
{
	return at < end ? iw_lexicon_match(list, &text->tokens[at], end - at, NULL) : 0;
}

/* The next word at or after `at`, or `end`. */
static size_t
next_word(const struct iw_text *text, size_t at, size_t end)
{
	while (at < end && !iw_token_is_word(&text->tokens[at]))
		at++;
	return at;
}

/* Whether only marks are left of the sentence. */
static bool
is_last(const struct iw_text *text, size_t at, size_t end)
{
	return next_word(text, at, end) == end;
}

/* What a search for a flaw has found: some tokens of the stem. */
struct found {
	size_t at, n;
};

/* "false" in "which statement is false", not in "which is a false alarm" nor in "what is wrong with". */
static bool
is_reversal(const struct iw_text *stem, size_t at, size_t end, bool what, struct found *found)
{
	size_t n = match(IW_WORDS_REVERSAL, stem, at, end), next = at + n;

	*found = (struct found){ at, n };
	if (!n)
		return false;
	if (n > 1 || next >= end || !iw_token_is_word(&stem->tokens[next]))
		return true;
	if (iw_token_is(&stem->tokens[next], "with") || what)
		return false;
	return match(IW_WORDS_STOP, stem, next, end) || match(IW_WORDS_STATEMENT, stem, next, end);
}

/* Behind the verb at `at`: a negation, or what asks for the wrong option. */
static bool
negates_behind(const struct iw_text *stem, size_t at, size_t end, bool what, struct found *found)
{
	for (size_t i = at, words = 0; i < end && words < FAR_NEGATION; i++) {
		const struct iw_token *t = &stem->tokens[i];

		if (t->kind == IW_TOKEN_MARK && strchr(",;:", t->lower[0]))
			return false;
		if (t->quoted || !iw_token_is_word(t))
			continue;
		*found = (struct found){ i, match(IW_WORDS_NEGATION, stem, i, end) };
		if (found->n || ((words < NEAR_REVERSAL || match(IW_WORDS_REVERSAL, stem, i, end) > 1) &&
		                 is_reversal(stem, i, end, what, found)))
			return true;
		if (match(IW_WORDS_SUBORDINATOR, stem, i, end))
			return false;
		words++;
	}
	return false;
}

/* A question word at `at` whose own clause is negated. */
static bool
asks_the_opposite(const struct iw_text *stem, size_t at, size_t end, struct found *found)
{
	bool what = iw_token_is(&stem->tokens[at], "what");
	size_t words = 0;

	for (size_t i = at + 1; i < end && words < FAR_VERB; i++) {
		if (iw_token_is(&stem->tokens[i], ":"))
			return false; /* what follows is quoted */
		if (!iw_token_is_word(&stem->tokens[i]))
			continue;
		if (match(IW_WORDS_SUBORDINATOR, stem, i, end))
			return false;
		*found = (struct found){ i, match(IW_WORDS_NEGATION, stem, i, end) };
		if (found->n && match(IW_WORDS_AUXILIARY, stem, i, end))
			return true; /* "isn't" */
		if (match(IW_WORDS_AUXILIARY, stem, i, end) && negates_behind(stem, i + 1, end, what, found))
			return true;
		words++;
	}
	return false;
}

/* "Select the service that does not ..." */
static bool
selects_the_opposite(const struct iw_text *stem, size_t at, size_t end, struct found *found)
{
	for (size_t i = at + 1, words = 0; i < end && words < FAR_VERB; i++) {
		if (!iw_token_is_word(&stem->tokens[i]))
			continue;
		words++;
		if (!match(IW_WORDS_RELATIVE, stem, i, end))
			continue;
		for (size_t j = i + 1; j < end && j < i + 4; j++) {
			*found = (struct found){ j, match(IW_WORDS_NEGATION, stem, j, end) };
			if (found->n)
				return true;
		}
		return false;
	}
	return false;
}

/* "all of these except", "EXCEPT", "..., except:" */
static bool
is_exception(const struct iw_text *stem, size_t at, size_t end, struct found *found)
{
	*found = (struct found){ at, match(IW_WORDS_EXCEPTION, stem, at, end) };
	return found->n && (stem->tokens[at].shouted || is_last(stem, at + found->n, end));
}

/* Whether a clause begins at token i. */
static bool
opens_clause(const struct iw_text *stem, size_t i)
{
	static const char *const marks[] = { ".", ",", ":", ";", "!", "?", ")" };

	if (!i || stem->tokens[i - 1].kind == IW_TOKEN_BREAK)
		return true;
	for (size_t m = 0; m < sizeof marks / sizeof *marks; m++)
		if (iw_token_is(&stem->tokens[i - 1], marks[m]))
			return true;
	return false;
}

/*
 * A question word that asks: the first of its question, or one that opens a clause. "who" in "people who do not sign
 * in" only ties a clause to the people, as every other one does where no question mark ends the sentence. `first` is
 * the sentence's first word; `*seen` becomes whether a question word stands up to `at`.
 */
static bool
asks(const struct iw_text *stem, size_t at, size_t first, size_t end, bool *seen)
{
	bool later = *seen;

	if (!match(IW_WORDS_SELECTOR, stem, at, end))
		return false;
	*seen = true;
	if (at == first || iw_token_is(&stem->tokens[at - 1], ":"))
		return true;
	return iw_token_is(&stem->tokens[end - 1], "?") && (!later || opens_clause(stem, at));
}

static bool
is_negative(const struct iw_text *stem, size_t from, size_t end, struct found *found)
{
	size_t first = next_word(stem, from, end);
	bool seen = false;

	if (match(IW_WORDS_INSTRUCTION, stem, first, end) && selects_the_opposite(stem, first, end, found))
		return true;
	for (size_t i = from; i < end; i++) {
		const struct iw_token *t = &stem->tokens[i];
		bool opens = asks(stem, i, first, end, &seen);

		if (t->quoted || t->kind != IW_TOKEN_WORD)
			continue;
		*found = (struct found){ i, match(IW_WORDS_NEGATION, stem, i, end) };
		if (found->n && t->shouted)
			return true;
		if (is_exception(stem, i, end, found) || (opens && asks_the_opposite(stem, i, end, found)))
			return true;
	}
	return false;
}

void
iw_rule_negative_stem(struct iw_check *c, const struct iw_item *item, const struct iw_prose *prose)
{
	const struct iw_text *stem = &prose->stem;
	struct found found;

	if (is_negative(stem, prose->ask, prose->ask_end, &found))
		iw_report(c, &item->owner, iw_prose_span(prose, stem, found.at, found.n),
		          "the stem asks for what does not hold: '%.*s'",
		          (int)(stem->tokens[found.at + found.n - 1].at + stem->tokens[found.at + found.n - 1].len -
		                stem->tokens[found.at].at),
		          stem->raw + stem->tokens[found.at].at);
}

void
iw_rule_fill_in_blank(struct iw_check *c, const struct iw_item *item, const struct iw_prose *prose)
{
	const struct iw_text *stem = &prose->stem;

	for (size_t i = 0; i < stem->count; i++)
		if (stem->tokens[i].kind == IW_TOKEN_BLANK) {
			iw_report(c, &item->owner, iw_prose_span(prose, stem, i, 1), "the stem has a gap to fill in");
			return;
		}
}

/* A question word that asks: it opens its sentence, or it is no relative pronoun ("..., which of these"). */
static bool
is_question_word(const struct iw_text *stem, size_t i)
{
	if (!match(IW_WORDS_QUESTION, stem, i, stem->count) || !opens_clause(stem, i))
		return false;
	return i == 0 || !iw_token_is(&stem->tokens[i - 1], ",") ||
	       (i + 1 < stem->count && iw_token_is(&stem->tokens[i + 1], "of"));
}

/* "Me?" alone asks nothing. */
static bool
ends_question(const struct iw_text *stem, size_t i)
{
	size_t words = 0;

	if (!iw_token_is(&stem->tokens[i], "?"))
		return false;
	while (i-- > 0 && !iw_token_is(&stem->tokens[i], ".") && !iw_token_is(&stem->tokens[i], "?"))
		words += iw_token_is_word(&stem->tokens[i]);
	return words > 1;
}

/* "Statement 1": the options judge what the stem states. */
static bool
is_statement(const struct iw_text *stem, size_t i)
{
	return match(IW_WORDS_STATEMENT, stem, i, stem->count) && i + 1 < stem->count &&
	       (stem->tokens[i + 1].kind == IW_TOKEN_NUMBER || iw_token_is(&stem->tokens[i + 1], "i"));
}

/* Whether the stem breaks off, for an option to complete it. */
static bool
breaks_off(const struct iw_text *stem)
{
	size_t n = stem->count;

	while (n && (stem->tokens[n - 1].kind == IW_TOKEN_BREAK || iw_token_is(&stem->tokens[n - 1], ")") ||
	             iw_token_is(&stem->tokens[n - 1], "\"")))
		n--;
	if (n > 1 && iw_token_is(&stem->tokens[n - 1], ".") && iw_token_is(&stem->tokens[n - 2], "."))
		return true; /* "..." */
	return n && !iw_token_is(&stem->tokens[n - 1], ".") && !iw_token_is(&stem->tokens[n - 1], "!");
}

/* A verb that opens its clause, or stands behind a small word: "Now choose ..." */
static bool
is_instruction(const struct iw_text *stem, size_t i)
{
	if (!match(IW_WORDS_INSTRUCTION, stem, i, stem->count))
		return false;
	return opens_clause(stem, i) || (match(IW_WORDS_STOP, stem, i - 1, stem->count) && opens_clause(stem, i - 1));
}

/* Whether a stem says what to do, asks something, or breaks off. */
static bool
is_focused(const struct iw_text *stem)
{
	for (size_t i = 0; i < stem->count; i++) {
		const struct iw_token *t = &stem->tokens[i];

		if (t->kind == IW_TOKEN_BLANK || t->kind == IW_TOKEN_OPAQUE || ends_question(stem, i) ||
		    is_statement(stem, i) || is_question_word(stem, i) || is_instruction(stem, i))
			return true;
	}
	return breaks_off(stem);
}

/* "Which of the following is true?", with or without "about X". */
static size_t
open_question(const struct iw_prose *prose)
{
	const struct iw_text *stem = &prose->stem;

	for (size_t i = prose->ask; i < prose->ask_end; i++) {
		size_t n = match(IW_WORDS_OPEN_QUESTION, stem, i, prose->ask_end);

		if (n)
			return n;
	}
	return 0;
}

static bool
is_true_or_false(const struct iw_text *option)
{
	size_t n = next_word(option, 0, option->count);

	return option->words == 1 && match(IW_WORDS_TRUE_FALSE, option, n, option->count);
}

/* Whether the options only judge the stem. */
static bool
judges(const struct iw_prose *prose)
{
	size_t n = 0;

	for (size_t i = 0; i < prose->option_count; i++) {
		if (prose->options[i].kind == IW_PROMPT)
			continue;
		if (!is_true_or_false(&prose->options[i]))
			return false;
		n++;
	}
	return n >= 2;
}

void
iw_rule_unfocused_stem(struct iw_check *c, const struct iw_item *item, const struct iw_prose *prose)
{
	if (item->type == IW_ORDERING || item->type == IW_MATCHING)
		return; /* such a stem may just name what is ordered or matched */
	if (!prose->stem.words || judges(prose))
		return; /* a statement to judge has a finding of its own */
	if (open_question(prose))
		iw_report(c, &item->owner, iw_text_span(prose, &prose->stem),
		          "the stem asks nothing until the options are read");
	else if (!is_focused(&prose->stem))
		iw_report(c, &item->owner, iw_text_span(prose, &prose->stem), "the stem asks no question");
}

void
iw_rule_true_false(struct iw_check *c, const struct iw_item *item, const struct iw_prose *prose)
{
	const struct iw_text *stem = &prose->stem;
	size_t first = next_word(stem, 0, stem->count), n = match(IW_WORDS_TRUE_FALSE, stem, first, stem->count);

	if (judges(prose))
		iw_report(c, &item->owner, iw_text_span(prose, &prose->options[0]),
		          "the options only say whether a statement is true");
	else if (n > 1)
		iw_report(c, &item->owner, iw_prose_span(prose, stem, first, n),
		          "the stem asks whether a statement is true");
}
