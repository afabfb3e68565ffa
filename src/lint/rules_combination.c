/* SPDX-License-Identifier: Apache-2.0 */
/* Group writing: options that are made of other options, or of the same parts (K-type items). */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "lint/lexicon.h"
#include "lint/rules.h"

enum { FEWEST_CROSSED = 3, MOST_PARTS = 16, MOST_OPTIONS = 26, LONGEST_PART = 6 };

/* The parts of an option that is a list: hashes of their words. */
struct parts {
	uint64_t part[MOST_PARTS];
	size_t count;
	size_t longest; /* words */
	bool qualified; /* two parts with a comma between */
};

static bool
is_separator(const struct iw_token *t)
{
	static const char *const marks[] = { ",", ";", "&" };

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (iw_token_is(t, marks[i]))
			return true;
	return iw_lexicon_match(IW_WORDS_JOINER, t, 1, NULL) > 0;
}

/* "Yes, because ..." is no list, as its first part only says which way; "Yes, no" is one. */
static bool
is_verdict(const struct iw_text *option, size_t i)
{
	size_t next = 1;

	if (i || option->words <= 2 || !iw_lexicon_match(IW_WORDS_TRUE_FALSE, option->tokens, 1, NULL))
		return false;
	while (!iw_token_is_word(&option->tokens[next]))
		next++;
	return !iw_lexicon_match(IW_WORDS_TRUE_FALSE, &option->tokens[next], 1, NULL) &&
	       !iw_lexicon_match(IW_WORDS_NEGATION, &option->tokens[next], 1, NULL);
}

static void
end_part(struct parts *p, uint64_t *hash, size_t *words)
{
	if (*words && p->count < MOST_PARTS)
		p->part[p->count++] = *hash;
	if (*words > p->longest)
		p->longest = *words;
	*hash = 0;
	*words = 0;
}

static void
read_parts(const struct iw_text *option, struct parts *p)
{
	uint64_t hash = 0;
	size_t words = 0;

	*p = (struct parts){ .qualified = true };
	for (size_t i = 0; i < option->count; i++) {
		const struct iw_token *t = &option->tokens[i];

		if (is_separator(t)) {
			p->qualified &= iw_token_is(t, ",");
			end_part(p, &hash, &words);
		} else if (t->kind == IW_TOKEN_OPAQUE) {
			hash = iw_hash_mix(hash ^ i); /* code is no part that others share */
			words++;
		} else if (iw_token_is_word(t) && !is_verdict(option, i) &&
		           !iw_lexicon_match(IW_WORDS_QUANTIFIER, t, 1, NULL)) {
			hash = iw_hash_mix(hash ^ t->hash);
			words++;
		}
	}
	end_part(p, &hash, &words);
	p->qualified &= p->count == 2;
}

static size_t
place_of(const struct parts *p, uint64_t part)
{
	size_t i = 0;

	while (i < p->count && p->part[i] != part)
		i++;
	return i;
}

/* Whether another option has part k of option i; not when all have it at the same place, as a template has. */
static bool
is_shared(const struct parts *all, size_t n, size_t i, size_t k)
{
	size_t with = 0, at_place = 0;

	for (size_t j = 0; j < n; j++) {
		size_t place = place_of(&all[j], all[i].part[k]);

		with += place < all[j].count;
		at_place += place < all[j].count && place == k;
	}
	return with >= 2 && at_place < n;
}

static bool
is_list(const struct parts *p)
{
	return p->count >= 2 && p->longest <= LONGEST_PART;
}

/*
 * Whether list i shares a part with another option, as combinations do. The end of "Springfield, Ohio" or "May 3, 1950"
 * only qualifies its beginning.
 */
static bool
reuses(const struct parts *all, size_t n, size_t i)
{
	for (size_t k = 0; is_list(&all[i]) && k < all[i].count; k++)
		if (is_shared(all, n, i, k) && !(all[i].qualified && k == 1))
			return true;
	return false;
}

/* "A", "II", "3": what a reference to another option or a statement looks like. */
static bool
is_reference(const struct iw_token *t)
{
	static const char *const roman[] = { "i", "ii", "iii", "iv", "v", "vi", "vii", "viii" };

	if (t->kind == IW_TOKEN_NUMBER)
		return t->len == 1;
	if (t->kind != IW_TOKEN_WORD || !t->capital)
		return false;
	for (size_t i = 0; i < sizeof roman / sizeof *roman; i++)
		if (iw_token_is(t, roman[i]))
			return true;
	return t->len == 1 && t->lower[0] <= 'h';
}

/* "Both A and C", "I, II and IV only" */
static size_t
count_references(const struct iw_text *option)
{
	size_t n = 0;

	for (size_t i = 0; i < option->count; i++) {
		const struct iw_token *t = &option->tokens[i];
		bool known = !iw_token_is_word(t) || is_separator(t) ||
		             iw_lexicon_match(IW_WORDS_QUANTIFIER, t, 1, NULL) ||
		             iw_lexicon_match(IW_WORDS_STATEMENT, t, 1, NULL);

		if (!known && !is_reference(t))
			return 0;
		n += !known;
	}
	return n;
}

/* Under "how many", "any two" is a number. */
static bool
refers(const struct iw_text *option, bool amount)
{
	size_t n;

	if (count_references(option) >= 2 && option->tokens[0].kind == IW_TOKEN_WORD)
		return true;
	if (amount)
		return false;
	n = option->count ? iw_lexicon_match(IW_WORDS_COMBINATION, option->tokens, option->count, NULL) : 0;
	return n > 0 && option->words <= n + 1;
}

/* The words of an option as a sum, which does not depend on their order. */
static uint64_t
word_sum(const struct iw_text *option)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < option->count; i++)
		if (iw_token_is_word(&option->tokens[i]))
			sum += iw_hash_mix(option->tokens[i].hash);
	return sum;
}

/*
 * Two choices crossed: "opens late", "opens early", "closes late", "closes early". Two of the four options have, taken
 * together, just the words of the other two.
 */
static bool
is_crossed(const struct iw_prose *prose)
{
	static const size_t pairs[3][4] = { { 0, 1, 2, 3 }, { 0, 2, 1, 3 }, { 0, 3, 1, 2 } };
	uint64_t sum[4];

	if (prose->option_count != 4)
		return false;
	for (size_t i = 0; i < 4; i++) {
		if (prose->options[i].words < FEWEST_CROSSED || prose->options[i].kind == IW_PROMPT)
			return false; /* "Hot Fashion" may be a name */
		sum[i] = word_sum(&prose->options[i]);
	}
	for (size_t p = 0; p < 3; p++)
		if (sum[pairs[p][0]] + sum[pairs[p][1]] == sum[pairs[p][2]] + sum[pairs[p][3]] &&
		    sum[pairs[p][0]] != sum[pairs[p][2]] && sum[pairs[p][0]] != sum[pairs[p][3]])
			return true;
	return false;
}

void
iw_rule_combination_option(struct iw_check *c, const struct iw_item *item, const struct iw_prose *prose)
{
	struct parts all[MOST_OPTIONS];
	size_t n = 0, lists = 0, first = 0, place[MOST_OPTIONS];
	bool amount = iw_asks_amount(&prose->stem);

	if (item->type == IW_ORDERING)
		return; /* steps of one procedure share their parts */

	for (size_t i = 0; i < prose->option_count && n < MOST_OPTIONS; i++) {
		if (prose->options[i].kind == IW_PROMPT)
			continue;
		if (refers(&prose->options[i], amount)) {
			iw_report(c, &item->owner, iw_text_span(prose, &prose->options[i]),
			          "this option stands for several others");
			return;
		}
		place[n] = i;
		read_parts(&prose->options[i], &all[n++]);
	}
	for (size_t i = 0; i < n; i++)
		if (reuses(all, n, i) && lists++ == 0)
			first = place[i];
	if (is_crossed(prose))
		iw_report(c, &item->owner, iw_text_span(prose, &prose->options[0]),
		          "the options cross two choices, each with two ways");
	else if (lists >= 2 && 2 * lists >= n)
		iw_report(c, &item->owner, iw_text_span(prose, &prose->options[first]),
		          "%zu of the options are lists that share their parts", lists);
}
