/* SPDX-License-Identifier: Apache-2.0 */
#include "lint/lexicon.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/builtin.h"
#include "base/hash.h"
#include "base/utf8.h"

static const char *const list_names[IW_LISTS] = {
	[IW_WORDS_ABSOLUTE] = "absolute-term",
	[IW_WORDS_VAGUE] = "vague-term",
	[IW_WORDS_SENSITIVE] = "sensitive-term",
	[IW_WORDS_ALL_OF_THE_ABOVE] = "all-of-the-above",
	[IW_WORDS_NONE_OF_THE_ABOVE] = "none-of-the-above",
	[IW_WORDS_TRUE_FALSE] = "true-false",
	[IW_WORDS_STOP] = "stop-word",
	[IW_WORDS_QUESTION] = "question-word",
	[IW_WORDS_SELECTOR] = "selector",
	[IW_WORDS_STATEMENT] = "statement",
	[IW_WORDS_AUXILIARY] = "auxiliary",
	[IW_WORDS_SUBORDINATOR] = "subordinator",
	[IW_WORDS_INSTRUCTION] = "instruction",
	[IW_WORDS_NEGATION] = "negation",
	[IW_WORDS_REVERSAL] = "reversal",
	[IW_WORDS_EXCEPTION] = "exception",
	[IW_WORDS_OPEN_QUESTION] = "open-question",
	[IW_WORDS_COMBINATION] = "combination",
	[IW_WORDS_JOINER] = "joiner",
	[IW_WORDS_QUANTIFIER] = "quantifier",
	[IW_WORDS_RELATIVE] = "relative",
	[IW_WORDS_AMOUNT_QUESTION] = "amount-question",
	[IW_WORDS_ABBREVIATION] = "abbreviation",
	[IW_WORDS_OPENER] = "opener",
	[IW_WORDS_NUMBER] = "number",
	[IW_WORDS_MONTH] = "month",
};

struct iw_lexicon {
	const char *language; /* as in xml:lang */
	struct iw_arena arena;
	struct slot *slots; /* open addressing, never full; by the hash of a phrase's first word */
	size_t slot_count, used;
	size_t phrase_count;
};

struct slot {
	uint64_t hash;
	struct iw_phrase *first;
};

enum { LONGEST_PHRASE = 12 };

static struct slot *
find_slot(const struct iw_lexicon *lexicon, uint64_t hash)
{
	size_t mask = lexicon->slot_count - 1, i = (size_t)hash & mask;

	while (lexicon->slots[i].first && lexicon->slots[i].hash != hash)
		i = (i + 1) & mask;
	return &lexicon->slots[i];
}

const struct iw_phrase *
iw_lexicon_find(const struct iw_lexicon *lexicon, uint64_t hash)
{
	return lexicon->slot_count ? find_slot(lexicon, hash)->first : NULL;
}

static void
grow(struct iw_lexicon *lexicon)
{
	struct slot *old = lexicon->slots;
	size_t count = lexicon->slot_count;

	lexicon->slot_count = count ? 2 * count : 1024;
	lexicon->slots = iw_alloc(lexicon->slot_count, sizeof *lexicon->slots);
	for (size_t i = 0; i < count; i++)
		if (old[i].first)
			*find_slot(lexicon, old[i].hash) = old[i];
	free(old);
}

/* The words of a phrase: cut as prose is, so that both agree. Returns how many. */
static size_t
cut(struct iw_lexicon *lexicon, const char *text, size_t len, uint64_t *words)
{
	struct iw_text t = { .raw = iw_arena_str(&lexicon->arena, text, len), .len = len };
	size_t n = 0;

	iw_text_cut(&t, &lexicon->arena, NULL);
	for (size_t i = 0; i < t.count && n < LONGEST_PHRASE; i++)
		if (iw_token_is_word(&t.tokens[i]))
			words[n++] = t.tokens[i].hash;
	return n;
}

static bool
is_same(const struct iw_phrase *p, enum iw_list list, const uint64_t *words, size_t count)
{
	return p->list == list && p->count == count && memcmp(p->words, words, count * sizeof *words) == 0;
}

static struct iw_phrase *
find_phrase(const struct iw_lexicon *lexicon, enum iw_list list, const uint64_t *words, size_t count)
{
	struct iw_phrase *p = lexicon->slot_count ? find_slot(lexicon, words[0])->first : NULL;

	while (p && !is_same(p, list, words, count))
		p = p->next;
	return p;
}

/* Add a phrase, or bring a removed one back. */
static void
add(struct iw_lexicon *lexicon, enum iw_list list, const char *text, size_t len, const char *advice)
{
	uint64_t words[LONGEST_PHRASE];
	size_t count = cut(lexicon, text, len, words);
	struct iw_phrase *p = count ? find_phrase(lexicon, list, words, count) : NULL;
	struct slot *slot;

	if (p) {
		p->removed = false;
		p->advice = advice ? advice : p->advice;
	}
	if (p || !count)
		return;
	if (2 * (lexicon->used + 1) > lexicon->slot_count)
		grow(lexicon);
	slot = find_slot(lexicon, words[0]);
	lexicon->used += !slot->first;
	p = iw_arena_alloc(&lexicon->arena, 1, sizeof *p);
	*p = (struct iw_phrase){ .list = list, .count = count, .advice = advice, .next = slot->first };
	p->lists = 1U << list | (p->next ? p->next->lists : 0);
	p->words = memcpy(iw_arena_alloc(&lexicon->arena, count, sizeof *words), words, count * sizeof *words);
	*slot = (struct slot){ words[0], p };
	lexicon->phrase_count++;
}

static void
take_away(struct iw_lexicon *lexicon, enum iw_list list, const char *text, size_t len)
{
	uint64_t words[LONGEST_PHRASE];
	size_t count = cut(lexicon, text, len, words);
	struct iw_phrase *p = count ? find_phrase(lexicon, list, words, count) : NULL;

	if (p)
		p->removed = true;
}

/* "word or phrase = advice" */
static void
add_entry(struct iw_lexicon *lexicon, enum iw_list list, const char *text, size_t len)
{
	const char *equals = memchr(text, '=', len), *advice = NULL;

	while (len && isspace((unsigned char)text[len - 1]))
		len--;
	if (equals) {
		const char *from = equals + 1 + strspn(equals + 1, " ");

		if (from < text + len)
			advice = iw_arena_str(&lexicon->arena, from, (size_t)(text + len - from));
		len = (size_t)(equals - text);
	}
	add(lexicon, list, text, len, advice);
}

/* An entry, and perhaps a comment behind it. */
static void
add_line(struct iw_lexicon *lexicon, enum iw_list list, const char *line, size_t len)
{
	const char *comment = memchr(line, '#', len);

	add_entry(lexicon, list, line, comment ? (size_t)(comment - line) : len);
}

static void
add_file(struct iw_lexicon *lexicon, enum iw_list list, const struct iw_builtin *file)
{
	const char *end = file->data + file->len;

	for (const char *line = file->data, *stop; line < end; line = stop + 1) {
		stop = memchr(line, '\n', (size_t)(end - line));
		if (!stop)
			stop = end;
		add_line(lexicon, list, line, (size_t)(stop - line));
	}
}

/* "en" of "en-GB". */
static size_t
primary_length(const char *language)
{
	return strcspn(language, "-_");
}

static void
add_language(struct iw_lexicon *lexicon, const char *language)
{
	for (unsigned list = 0; list < IW_LISTS; list++) {
		char *name = iw_printf("%.*s/%s.txt", (int)primary_length(language), language, list_names[list]);
		const struct iw_builtin *file;

		for (char *c = name; *c != '/'; c++)
			*c = (char)tolower((unsigned char)*c);
		file = iw_builtin_find(iw_builtin_words, name);
		if (file)
			add_file(lexicon, (enum iw_list)list, file);
		free(name);
	}
}

static unsigned
list_of(const char *name)
{
	unsigned list = 0;

	while (list < IW_LISTS && strcmp(list_names[list], name) != 0)
		list++;
	return list;
}

bool
iw_lexicon_has_list(const char *name)
{
	return list_of(name) < IW_LISTS;
}

typedef void each_phrase(struct iw_lexicon *lexicon, enum iw_list list, const char *text, size_t len);

/* Phrases separated by commas. */
static void
for_phrases(struct iw_lexicon *lexicon, enum iw_list list, const char *phrases, each_phrase *each)
{
	for (const char *p = phrases; p && *p; p += p[0] == ',') {
		size_t len = strcspn(p, ",");

		each(lexicon, list, p, len);
		p += len;
	}
}

static void
apply_exam(struct iw_lexicon *lexicon, const struct iw_exam *exam)
{
	for (size_t i = 0; i < exam->word_count; i++) {
		unsigned list = exam->words[i].list ? list_of(exam->words[i].list) : IW_LISTS;

		if (list == IW_LISTS)
			continue;
		for_phrases(lexicon, (enum iw_list)list, exam->words[i].add, add_entry);
		for_phrases(lexicon, (enum iw_list)list, exam->words[i].remove, take_away);
	}
}

struct iw_lexicon *
iw_lexicon_new(const char *language, const struct iw_exam *exam)
{
	struct iw_lexicon *lexicon = iw_alloc(1, sizeof *lexicon);

	language = language && *language ? language : "en";
	lexicon->language = iw_arena_str(&lexicon->arena, language, strlen(language));
	add_language(lexicon, language);
	if (lexicon->phrase_count && exam)
		apply_exam(lexicon, exam);
	return lexicon;
}

void
iw_lexicon_free(struct iw_lexicon *lexicon)
{
	if (!lexicon)
		return;
	iw_arena_release(&lexicon->arena);
	free(lexicon->slots);
	free(lexicon);
}

bool
iw_lexicon_has_words(const struct iw_lexicon *lexicon)
{
	return lexicon->phrase_count > 0;
}

bool
iw_lexicon_speaks(const struct iw_lexicon *lexicon, const char *language)
{
	size_t n = primary_length(lexicon->language);

	return !language || (primary_length(language) == n && strncasecmp(language, lexicon->language, n) == 0);
}

/* Marks between the words of a phrase do not matter when they join words: "man-hours", "master/slave". */
static size_t
match_words(const struct iw_phrase *p, const struct iw_token *t, size_t n)
{
	size_t i = 0;

	for (size_t w = 0; w < p->count; w++, i++) {
		if (w && i < n && (iw_token_is(&t[i], "-") || iw_token_is(&t[i], "/")))
			i++;
		if (i >= n || t[i].hash != p->words[w] || !iw_token_is_word(&t[i]))
			return 0;
	}
	return i;
}

size_t
iw_lexicon_longest(enum iw_list list, const struct iw_token *t, size_t n, const struct iw_phrase **phrase)
{
	size_t longest = 0;

	for (const struct iw_phrase *p = t->phrases; p; p = p->next) {
		size_t length = p->list == list && !p->removed ? match_words(p, t, n) : 0;

		if (length <= longest)
			continue;
		longest = length;
		if (phrase)
			*phrase = p;
	}
	return longest;
}

bool
iw_stands_for_others(const struct iw_text *option)
{
	return iw_lexicon_match(IW_WORDS_ALL_OF_THE_ABOVE, option->tokens, option->count, NULL) ||
	       iw_lexicon_match(IW_WORDS_NONE_OF_THE_ABOVE, option->tokens, option->count, NULL);
}

bool
iw_asks_amount(const struct iw_text *stem)
{
	for (size_t i = 0; i < stem->count && iw_lexicon_may_match(IW_WORDS_AMOUNT_QUESTION, stem); i++)
		if (iw_lexicon_match(IW_WORDS_AMOUNT_QUESTION, &stem->tokens[i], stem->count - i, NULL))
			return true;
	return false;
}
