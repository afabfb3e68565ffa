/* SPDX-License-Identifier: Apache-2.0 */
/* Group writing: what gives the key away. */
#include <string.h>

#include "lint/lexicon.h"
#include "lint/rules.h"

/*
 * A stem's word of so many bytes counts; words are alike from ALIKE in common. Each word is compared with each other:
 * an item that would take too long, which no candidate could read either, is left alone.
 */
enum { SHORTEST_WORD = 4, LONGEST_WORD = 64, ALIKE = 5, LONGEST_KEY = 14, LONGEST_STEM = 60, MOST_TOKENS = 2000 };

/* The length of a word without the ending that grammar gives it. */
static size_t
stem_length(const struct iw_token *t)
{
	static const char *const endings[] = { "ations", "ation", "ings", "ing", "ies", "ied", "ers", "er", "ors",
		                               "or",     "es",    "ed",   "'s",  "s",   "ly",  "al",  "e",  "y" };
	size_t len = strlen(t->lower);

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		size_t n = strlen(endings[i]);

		if (len >= n + (endings[i][n - 1] == 's' && n < 3 ? SHORTEST_WORD - 1 : SHORTEST_WORD) &&
		    strcmp(t->lower + len - n, endings[i]) == 0)
			return len - n;
	}
	return len;
}

/* Whether two words come from one: the same but for their endings, or long words that begin alike. */
static bool
is_alike(const struct iw_token *a, const struct iw_token *b)
{
	size_t x = stem_length(a), y = stem_length(b), shorter = x < y ? x : y;

	if (a->hash == b->hash || a->mixed || b->mixed)
		return a->hash == b->hash;
	if (x == y && strncmp(a->lower, b->lower, x) == 0)
		return true;
	return shorter >= ALIKE && strncmp(a->lower, b->lower, shorter) == 0;
}

static bool
is_content(const struct iw_token *t)
{
	return t->kind == IW_TOKEN_WORD && t->len <= LONGEST_WORD && strlen(t->lower) >= SHORTEST_WORD &&
	       !iw_lexicon_match(IW_WORDS_STOP, t, 1, NULL);
}

/* Words that are alike begin with the same three bytes; most pairs do not. */
static bool
may_be_alike(const struct iw_token *t, const struct iw_token *word)
{
	return t->lower[0] == word->lower[0] && t->lower[1] == word->lower[1] && t->lower[2] == word->lower[2] &&
	       t->kind == IW_TOKEN_WORD && t->len <= LONGEST_WORD;
}

static bool
has_alike(const struct iw_text *text, size_t from, size_t to, const struct iw_token *word)
{
	for (const struct iw_token *t = text->tokens + from; t < text->tokens + to; t++)
		if (may_be_alike(t, word) && is_alike(t, word))
			return true;
	return false;
}

/* The tokens of the stem that count: of a long one, the sentence that asks. */
static void
stem_part(const struct iw_prose *prose, size_t *from, size_t *to)
{
	bool whole = prose->stem.words <= LONGEST_STEM;

	*from = whole ? 0 : prose->ask;
	*to = whole ? prose->stem.count : prose->ask_end;
}

static bool
is_in_stem(const struct iw_prose *prose, const struct iw_token *word)
{
	size_t from, to;

	stem_part(prose, &from, &to);
	return has_alike(&prose->stem, from, to, word);
}

static bool
is_too_long(const struct iw_prose *prose)
{
	size_t from, to, n;

	stem_part(prose, &from, &to);
	n = to - from + prose->option_count;
	for (size_t i = 0; i < prose->option_count; i++)
		n += prose->options[i].count;
	return n > MOST_TOKENS;
}

/* How many options of a kind have the word. */
static size_t
count_with(const struct iw_prose *prose, enum iw_option_kind kind, const struct iw_token *word)
{
	size_t n = 0;

	for (size_t i = 0; i < prose->option_count; i++)
		n += prose->options[i].kind == kind && has_alike(&prose->options[i], 0, prose->options[i].count, word);
	return n;
}

/* Whether an option has a word of the stem that no option of the other kind has. */
static bool
has_own_repeat(const struct iw_prose *prose, const struct iw_text *option, enum iw_option_kind other)
{
	for (size_t i = 0; i < option->count; i++) {
		const struct iw_token *t = &option->tokens[i];

		if (is_content(t) && is_in_stem(prose, t) && !count_with(prose, other, t))
			return true;
	}
	return false;
}

/* Where the stem names all options, as in "of glycine and tyrosine, which ...", none stands out. */
static bool
repeats_all(const struct iw_prose *prose)
{
	for (size_t i = 0; i < prose->option_count; i++)
		if (prose->options[i].kind == IW_DISTRACTOR && !has_own_repeat(prose, &prose->options[i], IW_KEY))
			return false;
	return true;
}

/* The first word of a key that the stem and every other key has, and no distractor. */
static const struct iw_token *
find_clang(const struct iw_prose *prose, const struct iw_text *key)
{
	for (size_t i = 0; i < key->count; i++) {
		const struct iw_token *t = &key->tokens[i];

		if (is_content(t) && is_in_stem(prose, t) && !count_with(prose, IW_DISTRACTOR, t) &&
		    count_with(prose, IW_KEY, t) == prose->keys)
			return t;
	}
	return NULL;
}

static void
repeat_in_choice(struct iw_check *c, const struct iw_item *item, const struct iw_prose *prose)
{
	for (size_t i = 0; i < prose->option_count && prose->distractors; i++) {
		const struct iw_text *key = &prose->options[i];
		const struct iw_token *word =
			key->kind == IW_KEY && key->words <= LONGEST_KEY ? find_clang(prose, key) : NULL;

		if (!word || iw_stands_for_others(key))
			continue;
		if (repeats_all(prose))
			return;
		iw_report(c, &item->owner, iw_prose_span(prose, key, (size_t)(word - key->tokens), 1),
		          "the key repeats '%.*s' from the stem, and no distractor does", (int)word->len,
		          key->raw + word->at);
		return;
	}
}

/* The response that a prompt matches, or NULL. */
static const struct iw_text *
response_of(const struct iw_prose *prose, size_t prompt)
{
	const struct iw_item_option *options = prose->body->options;

	for (size_t i = 0; options[prompt].match && i < prose->option_count; i++)
		if (options[i].kind == IW_RESPONSE && options[i].id &&
		    strcmp(options[i].id, options[prompt].match) == 0)
			return &prose->options[i];
	return NULL;
}

/* The first word of a prompt that its response has, and no other one. */
static const struct iw_token *
find_pair_clue(const struct iw_prose *prose, const struct iw_text *prompt, const struct iw_text *response)
{
	for (size_t i = 0; i < prompt->count; i++) {
		const struct iw_token *t = &prompt->tokens[i];

		if (is_content(t) && has_alike(response, 0, response->count, t) &&
		    count_with(prose, IW_RESPONSE, t) == 1)
			return t;
	}
	return NULL;
}

static void
repeat_in_pairs(struct iw_check *c, const struct iw_item *item, const struct iw_prose *prose)
{
	for (size_t i = 0; i < prose->option_count; i++) {
		const struct iw_text *prompt = &prose->options[i];
		const struct iw_text *response = prompt->kind == IW_PROMPT ? response_of(prose, i) : NULL;
		const struct iw_token *word = response ? find_pair_clue(prose, prompt, response) : NULL;

		if (word)
			iw_report(c, &item->owner, iw_prose_span(prose, prompt, (size_t)(word - prompt->tokens), 1),
			          "of the responses only the one that matches has '%.*s' too", (int)word->len,
			          prompt->raw + word->at);
	}
}

void
iw_rule_word_repeat(struct iw_check *c, const struct iw_item *item, const struct iw_prose *prose)
{
	if (is_too_long(prose))
		return;
	if (item->type == IW_MATCHING)
		repeat_in_pairs(c, item, prose);
	else
		repeat_in_choice(c, item, prose);
}

/* Whether a word wants "an" (1) or "a" (0) before it; -1 when its letters do not tell. */
static int
wants_an(const struct iw_token *t)
{
	static const char *const an[] = { "hour", "honest", "honor", "honour", "heir" }, *const a[] = {
		"uni", "use", "usu", "euro", "one", "once", "ubi", "ut"
	};

	if (t->kind != IW_TOKEN_WORD || t->shouted || t->len == 1)
		return -1;
	for (size_t i = 0; i < sizeof an / sizeof *an; i++)
		if (strncmp(t->lower, an[i], strlen(an[i])) == 0)
			return 1;
	for (size_t i = 0; i < sizeof a / sizeof *a; i++)
		if (strncmp(t->lower, a[i], strlen(a[i])) == 0)
			return strncmp(t->lower, "unin", 4) == 0 || strncmp(t->lower, "unim", 4) == 0 ? 1 : 0;
	return strchr("aeiou", t->lower[0]) != NULL;
}

/* The article that the stem ends with: "a" or "an"; NULL for "a(n)" and all else. */
static const struct iw_token *
last_article(const struct iw_text *stem)
{
	size_t n = stem->count;

	while (n && (stem->tokens[n - 1].kind == IW_TOKEN_BREAK || stem->tokens[n - 1].kind == IW_TOKEN_BLANK ||
	             iw_token_is(&stem->tokens[n - 1], ":") || iw_token_is(&stem->tokens[n - 1], ".")))
		n--;
	if (!n || !(iw_token_is(&stem->tokens[n - 1], "a") || iw_token_is(&stem->tokens[n - 1], "an")))
		return NULL;
	return &stem->tokens[n - 1];
}

void
iw_rule_article_cue(struct iw_check *c, const struct iw_item *item, const struct iw_prose *prose)
{
	const struct iw_token *article = last_article(&prose->stem);
	size_t disagree = 0;

	if (item->type == IW_ORDERING || item->type == IW_MATCHING)
		return;

	for (size_t i = 0; article && i < prose->option_count; i++) {
		const struct iw_text *option = &prose->options[i];
		int an = option->count && !iw_stands_for_others(option) ? wants_an(&option->tokens[0]) : -1;

		disagree += an >= 0 && an != iw_token_is(article, "an");
	}
	if (disagree)
		iw_report(c, &item->owner,
		          iw_prose_span(prose, &prose->stem, (size_t)(article - prose->stem.tokens), 1),
		          "'%s' does not go with %zu of the options", article->lower, disagree);
}
