/* SPDX-License-Identifier: Apache-2.0 */
/* Group writing: how options compare with one another. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "lint/lexicon.h"
#include "lint/rules.h"

static bool
is_choice(const struct iw_text *option)
{
	return option->kind == IW_KEY || option->kind == IW_DISTRACTOR;
}

/* Whether the whole option, but for marks around it, is a phrase of the list. */
static bool
is_phrase(enum iw_list list, const struct iw_text *option)
{
	size_t at = 0, n;

	while (at < option->count && !iw_token_is_word(&option->tokens[at]))
		at++;
	n = at < option->count ? iw_lexicon_match(list, &option->tokens[at], option->count - at, NULL) : 0;
	for (at += n; n && at < option->count; at++)
		if (iw_token_is_word(&option->tokens[at]))
			return false;
	return n > 0;
}

void
iw_rule_all_of_the_above(struct iw_check *c, const struct iw_item *item, const struct iw_prose *prose)
{
	bool amount = iw_asks_amount(&prose->stem);

	for (size_t i = 0; i < prose->option_count && !amount; i++)
		if (prose->options[i].kind != IW_PROMPT && is_phrase(IW_WORDS_ALL_OF_THE_ABOVE, &prose->options[i]))
			iw_report(c, &item->owner, iw_text_span(prose, &prose->options[i]),
			          "'%s' stands for all other options", prose->body->options[i].text);
}

/* "None of these", or as the last option "None" or "None, all are alike". */
static bool
is_none(const struct iw_prose *prose, size_t i)
{
	const struct iw_text *option = &prose->options[i];
	bool last = i + 1 == prose->option_count && prose->option_count > 2;
	size_t n = iw_lexicon_match(IW_WORDS_NONE_OF_THE_ABOVE, option->tokens, option->count, NULL);

	if (!n || !is_choice(option))
		return false;
	if (n == 1)
		return last && (option->words == 1 || iw_token_is(&option->tokens[1], ","));
	return is_phrase(IW_WORDS_NONE_OF_THE_ABOVE, option);
}

void
iw_rule_none_of_the_above(struct iw_check *c, const struct iw_item *item, const struct iw_prose *prose)
{
	bool amount = iw_asks_amount(&prose->stem);

	for (size_t i = 0; i < prose->option_count && !amount; i++)
		if (is_none(prose, i))
			iw_report(c, &item->owner, iw_text_span(prose, &prose->options[i]),
			          "'%s' stands for none of the other options", prose->body->options[i].text);
}

/* Characters of an option as a candidate sees them. */
static size_t
length(const struct iw_prose *prose, size_t i)
{
	const char *text = prose->body->options[i].text;

	return iw_utf8_count(text, strlen(text));
}

/* The key, when there is one, and the longest of the others; false when an option is no text. */
static bool
find_key(const struct iw_prose *prose, size_t *key, size_t *next)
{
	size_t longest = 0;

	*key = *next = prose->option_count;
	for (size_t i = 0; i < prose->option_count; i++) {
		if (prose->body->options[i].has_picture)
			return false;
		if (prose->options[i].kind == IW_KEY) {
			*key = i;
		} else if (length(prose, i) > longest) {
			longest = length(prose, i);
			*next = i;
		}
	}
	return prose->keys == 1 && *next < prose->option_count;
}

/*
 * The longest option by far: of at least 4 words and 30 characters, 1.25 times the next one and 10 characters more.
 * Where keys are often the longest, test-wise candidates choose by length (Haladyna, Downing, Rodriguez 2002, no. 24).
 */
static bool
is_longest_key(const struct iw_prose *prose)
{
	size_t key, next, chars, other;

	if (!find_key(prose, &key, &next))
		return false;
	chars = length(prose, key);
	other = length(prose, next);
	return prose->options[key].words >= 4 && chars >= 30 && 4 * chars >= 5 * other && chars >= other + 10;
}

void
iw_rule_longest_key(struct iw_check *c, const struct iw_item *item, const struct iw_prose *prose)
{
	size_t key, next;

	if (is_longest_key(prose) && find_key(prose, &key, &next))
		iw_report(c, &item->owner, iw_text_span(prose, &prose->options[key]),
		          "the key is the longest option: %zu characters, the next one has %zu", length(prose, key),
		          length(prose, next));
}

static int
by_size(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;

	return (x > y) - (x < y);
}

/* Words of the longest option of a kind, and the median of the others of it. */
static size_t
longest_and_median(const struct iw_prose *prose, enum iw_type type, size_t *longest, size_t *median)
{
	size_t words[64], n = 0, most = 0;

	for (size_t i = 0; i < prose->option_count && n < 64; i++) {
		const struct iw_text *option = &prose->options[i];

		if (type == IW_MATCHING && option->kind != IW_RESPONSE)
			continue;
		if (!n || option->words > most) {
			most = option->words;
			*longest = i;
		}
		words[n++] = option->words;
	}
	if (n < 3)
		return 0;
	qsort(words, n, sizeof *words, by_size);
	*median = words[(n - 2) / 2];
	return most;
}

/* Three times as long as the others, and 12 words more: it draws the eye, right or wrong. */
void
iw_rule_option_length(struct iw_check *c, const struct iw_item *item, const struct iw_prose *prose)
{
	size_t longest = 0, median = 0, most = longest_and_median(prose, item->type, &longest, &median);

	if (!median || most < 3 * median || most < median + 12)
		return; /* code beside words is another matter */
	if (prose->options[longest].kind == IW_KEY && is_longest_key(prose))
		return;
	iw_report(c, &item->owner, iw_text_span(prose, &prose->options[longest]),
	          "this option has %zu words, the others about %zu", most, median);
}

/* The small word that an option begins with, by which its grammar is told; NULL without. */
static const struct iw_phrase *
opener(const struct iw_text *option)
{
	const struct iw_phrase *phrase = NULL;

	if (option->words > 1)
		(void)iw_lexicon_match(IW_WORDS_OPENER, option->tokens, option->count, &phrase);
	return phrase;
}

/* All options but one begin with the same small word. */
void
iw_rule_parallel_options(struct iw_check *c, const struct iw_item *item, const struct iw_prose *prose)
{
	const struct iw_phrase *common = NULL;
	size_t n = 0, with = 0, odd = 0, like = 0;

	for (size_t i = 0; i < prose->option_count && !common; i++)
		common = opener(&prose->options[i]);
	for (size_t i = 0; common && i < prose->option_count; i++) {
		if (prose->options[i].kind == IW_PROMPT || iw_stands_for_others(&prose->options[i]))
			continue;
		n++;
		if (opener(&prose->options[i]) == common) {
			with++;
			like = i;
		} else {
			odd = i;
		}
	}
	if (n >= 4 && with == n - 1)
		iw_report(c, &item->owner, iw_text_span(prose, &prose->options[odd]),
		          "this option does not begin with '%s' as the others do",
		          prose->options[like].tokens[0].lower);
}
