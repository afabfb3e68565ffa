/* SPDX-License-Identifier: Apache-2.0 */
/* The words that rules look for: phrases in texts, what a bank changes, languages. */
#include "base/buf.h"
#include "base/builtin.h"
#include "base/mem.h"
#include "lint/lexicon.h"
#include "tap.h"

/* What of a list begins at each word of a text, parted by bars. */
static void
check_found(const struct iw_lexicon *lexicon, enum iw_list list, const char *raw, const char *want)
{
	struct iw_arena arena = IW_ARENA_INIT;
	struct iw_text text = { .raw = raw, .len = strlen(raw) };
	struct iw_buf got = IW_BUF_INIT;

	iw_text_cut(&text, &arena, lexicon);
	for (size_t i = 0; i < text.count; i++) {
		const struct iw_token *from = &text.tokens[i], *to;
		size_t n = iw_lexicon_match(list, from, text.count - i, NULL);

		if (!n)
			continue;
		to = from + n - 1;
		iw_buf_printf(&got, "%s%.*s", got.len ? "|" : "", (int)(to->at + to->len - from->at), raw + from->at);
	}
	if (!is_str(got.data, want))
		tap_show("of", raw);
	ok(!got.len || iw_lexicon_may_match(list, &text));
	iw_buf_release(&got);
	iw_arena_release(&arena);
}

static void
test_phrases(const struct iw_lexicon *en)
{
	static const struct {
		enum iw_list list;
		const char *raw, *want;
	} table[] = {
		{ IW_WORDS_ABSOLUTE, "", "" },
		{ IW_WORDS_ABSOLUTE, "It Always rains, in ALL cases.", "Always|in ALL cases" },
		{ IW_WORDS_ABSOLUTE, "in all", "" },
		{ IW_WORDS_ABSOLUTE, "in all, cases", "" },
		{ IW_WORDS_ABSOLUTE, "in all\ncases", "" },
		{ IW_WORDS_ABSOLUTE,
		  "in all\xc2\xa0"
		  "cases",
		  "in all\xc2\xa0"
		  "cases" },
		{ IW_WORDS_ABSOLUTE, "neverland, nevermore", "" },
		{ IW_WORDS_ABSOLUTE, "it must always rain", "must always|always" },
		{ IW_WORDS_VAGUE, "often, oftentimes OFTEN", "often|OFTEN" },
		{ IW_WORDS_VAGUE, "`often` $often$ https://often/", "" },
		{ IW_WORDS_EXCEPTION, "except for it, except", "except for|except" },
		{ IW_WORDS_SENSITIVE, "man hours, man-hours, Man/Hours", "man hours|man-hours|Man/Hours" },
		{ IW_WORDS_SENSITIVE, "a man, hours later", "" },
		{ IW_WORDS_SENSITIVE, "man-", "" },
		{ IW_WORDS_SENSITIVE, "man--hours", "" },
		{ IW_WORDS_AUXILIARY, "can't can\xe2\x80\x99t cant CAN'T", "can't|can\xe2\x80\x99t|CAN'T" },
		{ IW_WORDS_COMBINATION, "Any 2 of the above", "Any 2 of the above" },
		{ IW_WORDS_REVERSAL, "least likely, least, likely, not true", "least likely|not true" },
		{ IW_WORDS_ALL_OF_THE_ABOVE, "all of the above are correct", "all of the above are correct" },
		{ IW_WORDS_ALL_OF_THE_ABOVE, "all of the above are wrong", "all of the above" },
		{ IW_WORDS_NEGATION, "\xe2\x80\x9cnot\xe2\x80\x9d", "not" },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		check_found(en, table[i].list, table[i].raw, table[i].want);
}

/* Each list is the one of its name. */
static void
test_lists(const struct iw_lexicon *en)
{
	static const struct {
		enum iw_list list;
		const char *name, *phrase;
	} table[] = {
		{ IW_WORDS_ABSOLUTE, "absolute-term", "always" },
		{ IW_WORDS_VAGUE, "vague-term", "usually" },
		{ IW_WORDS_SENSITIVE, "sensitive-term", "mankind" },
		{ IW_WORDS_ALL_OF_THE_ABOVE, "all-of-the-above", "all of these" },
		{ IW_WORDS_NONE_OF_THE_ABOVE, "none-of-the-above", "none of these" },
		{ IW_WORDS_TRUE_FALSE, "true-false", "true" },
		{ IW_WORDS_STOP, "stop-word", "the" },
		{ IW_WORDS_QUESTION, "question-word", "how" },
		{ IW_WORDS_SELECTOR, "selector", "whose" },
		{ IW_WORDS_STATEMENT, "statement", "statement" },
		{ IW_WORDS_AUXILIARY, "auxiliary", "would" },
		{ IW_WORDS_SUBORDINATOR, "subordinator", "unless" },
		{ IW_WORDS_INSTRUCTION, "instruction", "calculate" },
		{ IW_WORDS_NEGATION, "negation", "cannot" },
		{ IW_WORDS_REVERSAL, "reversal", "incorrect" },
		{ IW_WORDS_EXCEPTION, "exception", "except" },
		{ IW_WORDS_OPEN_QUESTION, "open-question", "which is true" },
		{ IW_WORDS_COMBINATION, "combination", "both of these" },
		{ IW_WORDS_JOINER, "joiner", "or" },
	};
	static const char *const none[] = { "", "vague", "Vague-term", "vague-term ", "en/vague-term" };

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		ok_named(iw_lexicon_has_list(table[i].name), table[i].name);
		check_found(en, table[i].list, table[i].phrase, table[i].phrase);
	}
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		ok_named(!iw_lexicon_has_list(none[i]), none[i]);
}

/* The lists, as bits, that a whole line of a file is on. */
static uint32_t
lists_with(const struct iw_lexicon *en, const char *line, size_t len)
{
	struct iw_arena arena = IW_ARENA_INIT;
	struct iw_text text = { .raw = iw_arena_str(&arena, line, len), .len = len };
	uint32_t lists = 0;

	iw_text_cut(&text, &arena, en);
	for (unsigned list = 0; list < IW_LISTS; list++)
		if (iw_lexicon_match((enum iw_list)list, text.tokens, text.count, NULL) == text.count)
			lists |= 1U << list;
	if (!lists)
		tap_show("not found", text.raw);
	iw_arena_release(&arena);
	return lists;
}

/* Every line of every file is found, whole, in a text that says it; those of a file are on one list. */
static void
test_files(const struct iw_lexicon *en)
{
	size_t lines = 0;

	for (const struct iw_builtin *file = iw_builtin_words; file->name; file++) {
		const char *end = file->data + file->len, *stop;
		uint32_t lists = UINT32_MAX;
		char name[64];

		snprintf(name, sizeof name, "%.*s", (int)strcspn(file->name + 3, "."), file->name + 3);
		ok_named(strncmp(file->name, "en/", 3) == 0 && iw_lexicon_has_list(name), file->name);
		for (const char *line = file->data; line < end; line = stop + 1) {
			size_t len = strcspn(line, "=#\n");

			stop = memchr(line, '\n', (size_t)(end - line));
			if (!len)
				continue;
			lists &= lists_with(en, line, len);
			lines++;
		}
		ok_named(lists != 0, file->name);
	}
	ok(lines > 400);
}

static void
check_advice(const struct iw_lexicon *lexicon, enum iw_list list, const char *raw, const char *want)
{
	struct iw_arena arena = IW_ARENA_INIT;
	struct iw_text text = { .raw = raw, .len = strlen(raw) };
	const struct iw_phrase *phrase = NULL;

	iw_text_cut(&text, &arena, lexicon);
	ok(iw_lexicon_match(list, text.tokens, text.count, &phrase) == text.count && phrase && phrase->list == list);
	is_str(phrase ? phrase->advice : "?", want);
	iw_arena_release(&arena);
}

static void
test_advice(const struct iw_lexicon *en)
{
	struct iw_word_change change = { .list = "sensitive-term", .add = "bloke = fellow, dude" };
	struct iw_exam exam = { .words = &change, .word_count = 1 };
	struct iw_lexicon *own = iw_lexicon_new("en", &exam);

	check_advice(en, IW_WORDS_SENSITIVE, "whitelist", "allow list");
	check_advice(en, IW_WORDS_SENSITIVE, "Third World", "developing");
	check_advice(en, IW_WORDS_ABSOLUTE, "never", NULL);
	check_advice(own, IW_WORDS_SENSITIVE, "dude", NULL);
	check_advice(own, IW_WORDS_SENSITIVE, "whitelist", "allow list");
	iw_lexicon_free(own);
}

static void
test_changes(void)
{
	struct iw_word_change changes[] = {
		{ .list = "vague-term", .add = "now and then,as a rule , Loosely", .remove = "often, rarely" },
		{ .list = "absolute-term", .remove = "always" },
		{ .list = "vague-term", .add = "rarely", .remove = "as a rule,no such word" },
		{ .list = "vague-term", .add = "seldom", .remove = "seldom" },
		{ .list = "no-such-list", .add = "masts" },
		{ .add = "masts" },
		{ .list = "stop-word", .add = ", ,,", .remove = ",-,..." },
		{ .list = "joiner", .add = "a b c d e f g h i j k l m n" },
	};
	struct iw_exam exam = { .words = changes, .word_count = sizeof changes / sizeof *changes };
	struct iw_lexicon *own = iw_lexicon_new("en-GB", &exam);

	check_found(own, IW_WORDS_VAGUE, "often usually", "usually");
	check_found(own, IW_WORDS_VAGUE, "now and then, LOOSELY", "now and then|LOOSELY");
	check_found(own, IW_WORDS_VAGUE, "as a rule, rarely, seldom", "rarely");
	check_found(own, IW_WORDS_ABSOLUTE, "always, it must always, never", "must always|never");
	check_found(own, IW_WORDS_STOP, "masts of the ship", "of|the");
	check_found(own, IW_WORDS_JOINER, "a b c d e f g h i j k l m",
	            "a b c d e f g h i j k l"); /* 12 words at most */
	check_found(own, IW_WORDS_ABSOLUTE, "loosely", "");
	iw_lexicon_free(own);
}

static void
test_languages(void)
{
	static const struct {
		const char *language;
		bool words;
	} table[] = {
		{ NULL, true },       { "", true },      { "en", true },     { "en-GB", true },
		{ "EN-us", true },    { "en_US", true }, { "de", false },    { "e", false },
		{ "english", false }, { "x-en", false }, { "/", false },     { "../en", false },
		{ "-", false },       { "%s", false },   { "fr-CA", false }, { "\xe4\xb8\xad", false },
	};
	struct iw_word_change change = { .list = "vague-term", .add = "oft" };
	struct iw_exam exam = { .words = &change, .word_count = 1 };

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct iw_lexicon *lexicon = iw_lexicon_new(table[i].language, &exam);

		ok_named(iw_lexicon_has_words(lexicon) == table[i].words,
		         table[i].language ? table[i].language : "none");
		check_found(lexicon, IW_WORDS_VAGUE, "oft", table[i].words ? "oft" : "");
		check_found(lexicon, IW_WORDS_ABSOLUTE, "never", table[i].words ? "never" : "");
		iw_lexicon_free(lexicon);
	}
	iw_lexicon_free(NULL);
}

static void
test_speaks(const struct iw_lexicon *en)
{
	struct iw_lexicon *de = iw_lexicon_new("de-AT", NULL);

	ok(iw_lexicon_speaks(en, NULL) && iw_lexicon_speaks(en, "en") && iw_lexicon_speaks(en, "EN-GB"));
	ok(!iw_lexicon_speaks(en, "de") && !iw_lexicon_speaks(en, "e") && !iw_lexicon_speaks(en, "eng"));
	ok(!iw_lexicon_speaks(en, "") && !iw_lexicon_speaks(en, "-en"));
	ok(iw_lexicon_speaks(de, NULL) && iw_lexicon_speaks(de, "de-CH") && !iw_lexicon_speaks(de, "en"));
	iw_lexicon_free(de);
}

static void
check_stands(const struct iw_lexicon *lexicon, const char *raw, bool want)
{
	struct iw_arena arena = IW_ARENA_INIT;
	struct iw_text text = { .raw = raw, .len = strlen(raw) };

	iw_text_cut(&text, &arena, lexicon);
	ok_named(iw_stands_for_others(&text) == want, raw);
	iw_arena_release(&arena);
}

int
main(void)
{
	struct iw_lexicon *en = iw_lexicon_new("en", NULL);

	test_phrases(en);
	test_lists(en);
	test_files(en);
	test_advice(en);
	test_changes();
	test_languages();
	test_speaks(en);
	check_stands(en, "All of the above", true);
	check_stands(en, "None of these.", true);
	check_stands(en, "The above", false);
	check_stands(en, "", false);
	iw_lexicon_free(en);
	return done();
}
