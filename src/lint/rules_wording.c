/* SPDX-License-Identifier: Apache-2.0 */
/* Group writing: single words. */
#include "lint/lexicon.h"
#include "lint/rules.h"

/* A capital within a sentence, or before another one, makes a name or a title of a word, unless all of it is shouted.
 */
static bool
is_name(const struct iw_text *text, size_t at)
{
	const struct iw_token *t = &text->tokens[at];

	if (!t->capital || t->shouted)
		return false;
	return (at && iw_token_is_word(t - 1)) || (at + 1 < text->count && t[1].capital && !t[1].shouted);
}

/* The first phrase of a list in a text that is neither quoted nor a name; its length, 0 when there is none. */
static size_t
find(enum iw_list list, const struct iw_text *text, size_t *at, const struct iw_phrase **phrase)
{
	for (*at = 0; *at < text->count && iw_lexicon_may_match(list, text); ++*at) {
		const struct iw_token *t = &text->tokens[*at];
		size_t n = t->quoted || is_name(text, *at) ? 0 : iw_lexicon_match(list, t, text->count - *at, phrase);

		if (n)
			return n;
	}
	return 0;
}

static int
length(const struct iw_text *text, size_t at, size_t n)
{
	return (int)(text->tokens[at + n - 1].at + text->tokens[at + n - 1].len - text->tokens[at].at);
}

static void
vague_in(struct iw_check *c, const struct iw_item *item, const struct iw_prose *prose, const struct iw_text *text)
{
	size_t at, n = find(IW_WORDS_VAGUE, text, &at, NULL);

	if (n)
		iw_report(c, &item->owner, iw_prose_span(prose, text, at, n), "'%.*s' is vague", length(text, at, n),
		          text->raw + text->tokens[at].at);
}

void
iw_rule_vague_term(struct iw_check *c, const struct iw_item *item, const struct iw_prose *prose)
{
	for (size_t i = 0; i < prose->option_count; i++)
		vague_in(c, item, prose, &prose->options[i]);
}

static void
sensitive_in(struct iw_check *c, const struct iw_item *item, const struct iw_prose *prose, const struct iw_text *text)
{
	const struct iw_phrase *phrase;
	size_t at, n = find(IW_WORDS_SENSITIVE, text, &at, &phrase);
	int len = n ? length(text, at, n) : 0;

	if (n && phrase->advice)
		iw_report(c, &item->owner, iw_prose_span(prose, text, at, n), "'%.*s' may offend or shut out; say: %s",
		          len, text->raw + text->tokens[at].at, phrase->advice);
	else if (n)
		iw_report(c, &item->owner, iw_prose_span(prose, text, at, n), "'%.*s' may offend or shut out", len,
		          text->raw + text->tokens[at].at);
}

void
iw_rule_sensitive_term(struct iw_check *c, const struct iw_item *item, const struct iw_prose *prose)
{
	sensitive_in(c, item, prose, &prose->stem);
	for (size_t i = 0; i < prose->option_count; i++)
		sensitive_in(c, item, prose, &prose->options[i]);
}

/* The different phrases of a list that a text has; of more than that many, the first ones. */
struct phrases {
	const struct iw_phrase *at[32];
	size_t count;
};

static bool
has_phrase(const struct phrases *p, const struct iw_phrase *phrase)
{
	for (size_t i = 0; i < p->count; i++)
		if (p->at[i] == phrase)
			return true;
	return false;
}

static struct phrases
phrases_of(enum iw_list list, const struct iw_text *text)
{
	struct phrases p = { .count = 0 };
	const struct iw_phrase *phrase;

	for (size_t i = 0; i < text->count && iw_lexicon_may_match(list, text); i++)
		if (p.count < sizeof p.at / sizeof *p.at &&
		    iw_lexicon_match(list, &text->tokens[i], text->count - i, &phrase) && !has_phrase(&p, phrase))
			p.at[p.count++] = phrase;
	return p;
}

/* "symmetric only", "only one" and "if and only if" are exact, and no exaggeration. */
static bool
is_exact(const struct iw_text *option, size_t at)
{
	const struct iw_token *t = &option->tokens[at];
	size_t next = at + 1;

	if (!iw_token_is(t, "only"))
		return false;
	while (next < option->count && !iw_token_is_word(&option->tokens[next]))
		next++;
	return next == option->count || iw_token_is(&option->tokens[next], "if") ||
	       iw_token_is(&option->tokens[next], "one") ||
	       (at && (iw_token_is(t - 1, "if") || iw_token_is(t - 1, "not") || iw_token_is(t - 1, "and")));
}

/* The first absolute term of an option that the stem has not: what the stem has is what the item is about. */
static size_t
find_absolute(const struct phrases *stem, const struct iw_text *option, size_t *at)
{
	for (*at = 0; *at < option->count && iw_lexicon_may_match(IW_WORDS_ABSOLUTE, option); ++*at) {
		const struct iw_phrase *phrase;
		size_t n = iw_lexicon_match(IW_WORDS_ABSOLUTE, &option->tokens[*at], option->count - *at, &phrase);

		if (n && !option->tokens[*at].quoted && !is_name(option, *at) && !is_exact(option, *at) &&
		    !has_phrase(stem, phrase))
			return n;
	}
	return 0;
}

static bool
is_right(const struct iw_text *option)
{
	return option->kind == IW_KEY || option->kind == IW_STEP;
}

void
iw_rule_absolute_term(struct iw_check *c, const struct iw_item *item, const struct iw_prose *prose)
{
	struct phrases stem = phrases_of(IW_WORDS_ABSOLUTE, &prose->stem);
	size_t at, n;

	if (iw_asks_amount(&prose->stem))
		return; /* "never" is an answer to "how often" */
	for (size_t i = 0; i < prose->option_count; i++)
		if (is_right(&prose->options[i]) && find(IW_WORDS_ABSOLUTE, &prose->options[i], &at, NULL))
			return;
	for (size_t i = 0; i < prose->option_count; i++) {
		const struct iw_text *option = &prose->options[i];

		if (option->kind != IW_DISTRACTOR || iw_stands_for_others(option))
			continue;
		n = find_absolute(&stem, option, &at);
		if (n)
			iw_report(c, &item->owner, iw_prose_span(prose, option, at, n),
			          "'%.*s' is in a distractor and in %s", length(option, at, n),
			          option->raw + option->tokens[at].at,
			          item->type == IW_ORDERING ? "no step" : "no key");
	}
}
