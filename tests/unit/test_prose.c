/* SPDX-License-Identifier: Apache-2.0 */
/* Texts cut into tokens. */
#include "base/utf8.h"
#include "lint/lexicon.h"
#include "prose_text.h"
#include "tap.h"

static struct iw_lexicon *words;

static void
check_cut(const char *raw, const char *want)
{
	struct iw_arena arena = IW_ARENA_INIT;
	struct iw_text text = { .raw = raw, .len = strlen(raw) };
	struct iw_buf got = IW_BUF_INIT;

	iw_text_cut(&text, &arena, words);
	describe(&text, &got);
	if (!is_str(got.data, want))
		tap_show("of", raw);
	ok(is_sound(&text));
	iw_buf_release(&got);
	iw_arena_release(&arena);
}

struct cut_case {
	const char *raw, *want;
};

static void
check_cuts(const struct cut_case *table, size_t n)
{
	for (size_t i = 0; i < n; i++)
		check_cut(table[i].raw, table[i].want);
}

#define CUTS(table) check_cuts(table, sizeof(table) / sizeof *(table))

static void
test_words(void)
{
	static const struct cut_case table[] = {
		{ "", "" },
		{ " ", "" },
		{ "Which is best?", "which is best ?" },
		{ "e.g. ferns, i.e., U.S. plants etc.", "e.g . ferns , i.e . , u.s . plants etc ." },
		{ "Ph.D. at 5 p.m.", "ph.d . at #5 p.m ." },
		{ "Stop.Go", "stop.go" },
		{ "it don't, it don\xe2\x80\x99t, it don\xca\xbct", "it don't , it don't , it don't" },
		{ "'tis the dogs' o'clock 'run'", "' tis the dogs ' o'clock ' run '" },
		{ "\xe2\x80\x98run\xe2\x80\x99", "\xe2\x80\x98 run \xe2\x80\x99" },
		{ "man-hours and/or well\xe2\x80\x93known", "man - hours and / or well \xe2\x80\x93 known" },
		{ "snake_case _x x_", "snake_case _ x x _" },
		{ "AT&T C++ C# @home #1 100%", "at & t c + + c # @ home # #1 #100 %" },
		{ "one\ntwo\n", "one <end> two <end>" },
		{ "non\xc2\xa0"
		  "breaking\xe2\x80\xaf"
		  "3\xe3\x80\x80x",
		  "non breaking #3 x" },
		{ "a\xef\xbf\xbc"
		  "b \xef\xbf\xbc.",
		  "a <no> b <no> ." },
	};

	CUTS(table);
}

static void
test_numbers(void)
{
	static const struct cut_case table[] = {
		{ "1,000.5", "#1,000.5" },
		{ "1,3,4", "#1,3,4" },
		{ "1, 3, 4", "#1 , #3 , #4" },
		{ "3.14.", "#3.14 ." },
		{ "12:30, 12:", "#12:30 , #12 :" },
		{ "2nd 10GB 5's 1e6", "#2nd #10gb #5's #1e6" },
		{ "-4 \xe2\x88\x92"
		  "4 1/2 5-7",
		  "- #4 \xe2\x88\x92 #4 #1 / #2 #5 - #7" },
		{ "20\xc2\xb0"
		  "C",
		  "#20 \xc2\xb0 c" },
		{ ".5", ". #5" },
		{ "x2, 2x", "x2 , #2x" },
	};

	CUTS(table);
}

/* What is code, a formula, a picture or a link is no word. */
static void
test_opaque(void)
{
	static const struct cut_case table[] = {
		{ "run `ls -l` now", "run <no> now" },
		{ "``a ` b`` c", "<no> c" },
		{ "```\nif (x)\n``` c", "<no> c" },
		{ "an ` alone", "an ` alone" },
		{ "```````` eight", "` ` ` ` ` ` ` ` eight" },
		{ "is $x^2 + 1$ even?", "is <no> even ?" },
		{ "from $5 to $6", "from $ #5 to $ #6" },
		{ "$5-$6, US$7/US$8", "$ #5 - $ #6 , us $ #7 / us $ #8" },
		{ "$ x $ y$", "$ x $ y $" },
		{ "$", "$" },
		{ "$$", "$ $" },
		{ "see https://example.org/a_b?c=d, now", "see <no> now" },
		{ "www.example.org", "<no>" },
		{ "how http works with www", "how http works with www" },
		{ "a ![map of it](map.png) shows", "a <no> shows" },
		{ "the [page](https://example.org) says", "the [ page <no> says" },
		{ "![no picture]", "! [ no picture ]" },
		{ "so! [it] (is)", "so ! [ it ] ( is )" },
	};

	CUTS(table);
}

static void
test_gaps(void)
{
	static const struct cut_case table[] = {
		{ "The ____ barks.", "the <gap> barks ." },
		{ "The _ barks and ___.", "the <gap> barks and <gap> ." },
		{ "____ing is un____.", "<gap> ing is un <gap> ." },
		{ "__init__ _x", "_ _ init _ _ _ x" },
		{ "un___ed un____", "un <gap> ed un <gap>" },
		{ "Use `___` or `_ _` or `a_b`", "use <gap> or <gap> or <no>" },
		{ "The [...] and [ ] and ( ) and (___).", "the <gap> and <gap> and <gap> and <gap> ." },
		{ "The [\xe2\x80\xa6] or (\xe2\x80\xa6)", "the <gap> or <gap>" },
		{ "f( ) and f(...)", "f ( ) and f ( . . . )" },
		{ "so ..... it", "so <gap> it" },
		{ "wait...", "wait . . ." },
		{ "[a] (b) [] ()", "[ a ] ( b ) [ ] ( )" },
		{ "[... x]", "[ . . . x ]" },
	};

	CUTS(table);
}

static void
test_scripts(void)
{
	static const struct cut_case table[] = {
		{ "\xe4\xb8\xad\xe6\x96\x87\xe3\x80\x82\xe5\xad\x97",
		  "\xe4\xb8\xad\xe6\x96\x87 \xe3\x80\x82 \xe5\xad\x97" },
		{ "\xd0\x9f\xd1\x80\xd0\xb8\xd0\xb2\xd0\xb5\xd1\x82, \xd0\x9c\xd0\x98\xd0\xa0!",
		  "\xd0\xbf\xd1\x80\xd0\xb8\xd0\xb2\xd0\xb5\xd1\x82 , \xd0\xbc\xd0\xb8\xd1\x80 !" },
		{ "\xce\x91\xce\x92\xce\x93 \xce\xb4", "\xce\xb1\xce\xb2\xce\xb3 \xce\xb4" },
		{ "\xd9\x85\xd8\xb1\xd8\xad\xd8\xa8\xd8\xa7 \xd8\xa8\xd8\xa7\xd9\x84\xd8\xb9\xd8\xa7\xd9\x84\xd9\x85",
		  "\xd9\x85\xd8\xb1\xd8\xad\xd8\xa8\xd8\xa7 \xd8\xa8\xd8\xa7\xd9\x84\xd8\xb9\xd8\xa7\xd9\x84\xd9\x85" },
		{ "\xc3\x89"
		  "cole, e\xcc\x81t\xc3\xa9",
		  "\xc3\xa9"
		  "cole , e\xcc\x81t\xc3\xa9" },
		{ "\xc4\xb0x \xc5\xb8 STRASSE \xe1\xba\x9e", "ix \xc3\xbf strasse \xc3\x9f" },
		{ "5\xe2\x82\xac \xc2\xa3"
		  "5 x \xe2\x89\xa4 y",
		  "#5 \xe2\x82\xac \xc2\xa3 #5 x \xe2\x89\xa4 y" },
	};

	CUTS(table);
}

/* No letter takes more bytes in lower case: room is made for as many. */
static void
test_lower(void)
{
	size_t longer = 0;

	for (uint32_t code = 0x80; code < 0x10000; code++) {
		uint32_t lower = iw_utf8_lower(code);

		longer += lower > code && ((code < 0x800 && lower >= 0x800) || lower >= 0x10000);
	}
	is_num(longer, 0);
}

/* The flags of each word: C)apital, S)houted, Q)uoted, M)ixed; a dot where nothing stands before it. */
static void
check_flags(const char *raw, const char *want)
{
	struct iw_arena arena = IW_ARENA_INIT;
	struct iw_text text = { .raw = raw, .len = strlen(raw) };
	struct iw_buf got = IW_BUF_INIT;

	iw_text_cut(&text, &arena, NULL);
	for (size_t i = 0; i < text.count; i++) {
		const struct iw_token *t = &text.tokens[i];

		if (!iw_token_is_word(t))
			continue;
		iw_buf_printf(&got, "%s%s%s%s%s%s", got.len ? " " : "", t->lower, t->capital ? "C" : "",
		              t->shouted ? "S" : "", t->quoted ? "Q" : "", t->mixed ? "M" : "");
		if (t->spaced)
			iw_buf_char(&got, '.');
		ok(!t->phrases);
	}
	if (!is_str(got.data, want))
		tap_show("of", raw);
	iw_buf_release(&got);
	iw_arena_release(&arena);
}

static void
test_flags(void)
{
	check_flags("Use AWS, iPhone or eBook", "useC. awsCS. iphoneM. or. ebookM.");
	check_flags("A NOT Not B2B 4K", "aC. notCS. notC. b2bCS. 4k.");
	check_flags("\xc3\x89"
	            "COLE \xc3\x89"
	            "cole \xd0\x9c\xd0\x98\xd0\xa0 stra\xc3\x9f"
	            "E",
	            "\xc3\xa9"
	            "coleCS. \xc3\xa9"
	            "coleC. \xd0\xbc\xd0\xb8\xd1\x80"
	            "CS. stra\xc3\x9f"
	            "eM.");
	check_flags("DON'T U.S. McDonald", "don'tCS. u.sCS. mcdonaldCM.");
	check_flags("a-b (c) d/e", "a. b c d. e");
	check_flags("say \"yes no\" now", "say. yesQ noQ. now.");
	check_flags("say \"yes no now", "say. yes no. now.");
	check_flags("\xe2\x80\x9c"
	            "a\xe2\x80\x9d b \xc2\xab"
	            "c\xc2\xbb d",
	            "aQ b. cQ d.");
	check_flags("a \"b\" c \"d\" e", "a. bQ c. dQ e.");
	check_flags("\xe2\x80\x9c"
	            "a \xe2\x80\x9c"
	            "b\xe2\x80\x9d c\xe2\x80\x9d d",
	            "a bQ c. d.");
	check_flags("a\xe2\x80\x9d b \"c", "a. b. c");
}

int
main(void)
{
	words = iw_lexicon_new("en", NULL);
	test_words();
	test_numbers();
	test_opaque();
	test_gaps();
	test_scripts();
	test_lower();
	test_flags();
	iw_lexicon_free(words);
	return done();
}
