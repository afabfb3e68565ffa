/* SPDX-License-Identifier: Apache-2.0 */
/* Texts cut into tokens, the sentence that asks, and where tokens stand in the file. */
#include "base/utf8.h"
#include "item_text.h"
#include "lint/lexicon.h"
#include "tap.h"
#include "xml/init.h"

static struct iw_lexicon *words;

/* The tokens of a text: words as they are looked up, numbers with # before them, gaps, ... */
static void
describe(const struct iw_text *text, struct iw_buf *out)
{
	static const char *const kinds[] = {
		[IW_TOKEN_WORD] = "",       [IW_TOKEN_NUMBER] = "#",    [IW_TOKEN_MARK] = "",
		[IW_TOKEN_BLANK] = "<gap>", [IW_TOKEN_OPAQUE] = "<no>", [IW_TOKEN_BREAK] = "<end>",
	};

	for (size_t i = 0; i < text->count; i++)
		iw_buf_printf(out, "%s%s%s", i ? " " : "", kinds[text->tokens[i].kind], text->tokens[i].lower);
}

/* What holds of the tokens of any text. */
static bool
is_sound(const struct iw_text *text)
{
	size_t behind = 0, count = 0;

	for (size_t i = 0; i < text->count; i++) {
		const struct iw_token *t = &text->tokens[i];

		if (!t->len || t->at < behind || t->at + t->len > text->len || !t->lower)
			return false;
		if ((t->kind == IW_TOKEN_MARK) != (!iw_token_is_word(t) && t->lower[0]))
			return false;
		behind = t->at + t->len;
		count += iw_token_is_word(t);
	}
	return count == text->words;
}

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

static void
read_item(struct item_text *t, struct iw_prose *prose, const char *content)
{
	item_text_read(t, "id='i'", content);
	iw_prose_read(prose, &t->arena, &t->body, words);
}

/* The text of some tokens, as it stands in the raw text. */
static const char *
slice(const struct iw_text *text, size_t from, size_t to)
{
	static char out[256];
	const struct iw_token *last = to > from ? &text->tokens[to - 1] : NULL;

	out[0] = '\0';
	if (last && last->kind == IW_TOKEN_BREAK && to - 1 > from)
		last--;
	if (last)
		snprintf(out, sizeof out, "%.*s", (int)(last->at + last->len - text->tokens[from].at),
		         text->raw + text->tokens[from].at);
	return out;
}

static void
test_ask(void)
{
	static const struct {
		const char *stem, *ask;
	} table[] = {
		{ "", "" },
		{ "<p/>", "" },
		{ "<p>Which sail is best?</p>", "Which sail is best?" },
		{ "<p>A firm sews sails. Which is best? The wind is strong.</p>", "Which is best?" },
		{ "<p>Is it the jib? Or the spinnaker?</p>", "Or the spinnaker?" },
		{ "<p>Which are sails?</p><p>(Select TWO.)</p>", "Which are sails?" },
		{ "<p>Which are sails? (Select TWO.)</p>", "Which are sails?" },
		{ "<p>Name two sails. (Select TWO.)</p>", "Name two sails." },
		{ "<p>A ship has three masts. The one in front is called</p>", "The one in front is called" },
		{ "<p>First of all:</p><p>Masts are made of</p>", "Masts are made of" },
		{ "<p>Which is so?</p><ul><li>Jibs fly.</li><li>Masts bend.</li></ul>", "Which is so?" },
		{ "<p>Rules:</p><ol><li>Sail on.</li><li>Sail off</li></ol>", "Sail off" },
		{ "<p>Compare oak vs. pine. Which, e.g. in salt water, lasts?</p>",
		  "Which, e.g. in salt water, lasts?" },
		{ "<p>Dr. Reed sails. What does Mr. J. Smith do?</p>", "What does Mr. J. Smith do?" },
		{ "<p>It costs 3.5 crowns. Why?</p>", "Why?" },
		{ "<p>Watch out! Which mast fell?</p>", "Which mast fell?" },
		{ "<p>The signal is <code>a. b?</code> now. What follows</p>", "What follows" },
		{ "<table><tr><td>Which?</td><td>Oak.</td></tr></table>", "Which?" },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		char content[512];
		struct item_text t;
		struct iw_prose prose;

		snprintf(content, sizeof content, "<stem>%s</stem>", table[i].stem);
		read_item(&t, &prose, content);
		ok(prose.ask <= prose.ask_end && prose.ask_end <= prose.stem.count);
		is_str(slice(&prose.stem, prose.ask, prose.ask_end), table[i].ask);
		item_text_release(&t);
	}
}

static void
test_item(void)
{
	struct item_text t;
	struct iw_prose prose;
	struct iw_buf shape = IW_BUF_INIT;

	read_item(&t, &prose,
	          "<stem>\n <p>Which <em>of</em> these\n\tis<br/>best?</p>\n<ul><li>Run <code>a b</code></li>"
	          "<li><math xmlns='http://www.w3.org/1998/Math/MathML'><mi>x</mi></math>and"
	          "<img src='media/a.png' alt='a chart'/></li></ul><pre>x y</pre></stem>"
	          "<multiple-choice><distractor>Two <rationale>no words</rationale></distractor><key><p>One</p><p>of "
	          "3</p></key>"
	          "<distractor/></multiple-choice>");
	describe(&prose.stem, &shape);
	is_str(shape.data, "which of these is best ? <end> run <no> <end> <no> and <no> <end> <no> <end>");
	is_num(prose.stem.words, 7);
	is_num(prose.stem.kind, IW_OPTION_KINDS);
	is_num(prose.option_count, 3);
	is_num(prose.keys, 1);
	is_num(prose.distractors, 2);
	is_num(prose.options[0].kind, IW_DISTRACTOR);
	is_num(prose.options[0].words, 1);
	is_num(prose.options[1].kind, IW_KEY);
	is_str(prose.options[1].raw, "One\nof 3\n");
	is_num(prose.options[1].words, 3);
	is_num(prose.options[2].count, 0);
	is_str(prose.options[2].raw, "");
	ok(is_sound(&prose.stem) && is_sound(&prose.options[1]));
	iw_buf_release(&shape);
	item_text_release(&t);

	read_item(&t, &prose, "");
	ok(prose.stem.count == 0 && prose.option_count == 0 && prose.ask_end == 0 && !prose.stem.node);
	item_text_release(&t);
}

/* The bytes at the tokens that are `word`, one place after another, parted by bars. */
static void
check_spans(const char *content, const char *word, size_t n, const char *want)
{
	struct item_text t;
	struct iw_prose prose;
	struct iw_buf got = IW_BUF_INIT;
	uint32_t behind = 0;

	read_item(&t, &prose, content);
	for (size_t i = 0; i + n <= prose.stem.count; i++) {
		struct iw_span at = iw_prose_span(&prose, &prose.stem, i, n);

		ok(at.start <= at.end && at.end <= t.xml.bytes.len && at.line == 1 && at.column == at.start + 1);
		if (!iw_token_is(&prose.stem.tokens[i], word))
			continue;
		iw_buf_printf(&got, "%s%.*s", got.len ? "|" : "", (int)(at.end - at.start),
		              t.xml.bytes.data + at.start);
		ok(at.start >= behind); /* the next one, and not the same again */
		behind = at.end;
	}
	if (!is_str(got.data, want))
		tap_show("of", content);
	iw_buf_release(&got);
	item_text_release(&t);
}

static void
test_spans(void)
{
	check_spans("<stem><p>often, Often and oftentimes OFTEN</p></stem>", "often", 1, "often|Often|OFTEN");
	check_spans("<stem><p>in all cases in all cases</p></stem>", "in", 3, "in all cases|in all cases");
	check_spans("<stem><p>in <strong>all</strong>  cases</p></stem>", "in", 3, "in <strong>all</strong>  cases");
	check_spans("<stem><p>a <img src='often' alt='often'/> often</p></stem>", "often", 1, "often");
	check_spans("<stem><!-- often --><p>o<em>f</em>ten</p></stem>", "often", 1, "o<em>f</em>ten");
	check_spans("<stem><p>salt &amp; often</p></stem>", "often", 1, "often");
	check_spans("<stem><p>of&#116;en</p></stem>", "often", 1, "<stem>");
	check_spans("<stem><p>we ____ and ____ it</p></stem>", "it", 1, "it");
	check_spans("<stem><p>&lt;often often&gt; of</p></stem>", "often", 1, "often|often");
	check_spans("<stem><p>in&lt; all in all cases</p></stem>", "all", 2, "all in|all cases");
	check_spans("<stem><p><![CDATA[often]]></p></stem>", "often", 1, "often");
}

static void
test_option_spans(void)
{
	struct item_text t;
	struct iw_prose prose;
	struct iw_span at;

	read_item(&t, &prose,
	          "<stem><p>often</p></stem><multiple-choice><key id='often'>so\n often</key>"
	          "<distractor>never<rationale>often</rationale></distractor></multiple-choice>");
	at = iw_prose_span(&prose, &prose.options[0], 1, 1);
	ok(at.line == 2 && at.column == 2 && at.end_column == 7);
	at = iw_prose_span(&prose, &prose.options[0], 0, 2);
	ok(at.line == 1 && at.end_line == 2 && at.end_column == 7);
	at = iw_text_span(&prose, &prose.options[1]);
	ok(strncmp(t.xml.bytes.data + at.start, "<distractor>never", 17) == 0 && at.end - at.start == 12);
	at = iw_text_span(&prose, &prose.stem);
	ok(strncmp(t.xml.bytes.data + at.start, "<stem>", 6) == 0 && at.end - at.start == 6);
	item_text_release(&t);
}

int
main(void)
{
	iw_xml_init();
	words = iw_lexicon_new("en", NULL);
	test_words();
	test_numbers();
	test_opaque();
	test_gaps();
	test_scripts();
	test_lower();
	test_flags();
	test_ask();
	test_item();
	test_spans();
	test_option_spans();
	iw_lexicon_free(words);
	return done();
}
