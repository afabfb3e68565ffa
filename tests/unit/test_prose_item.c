/* SPDX-License-Identifier: Apache-2.0 */
/* The texts of an item: what is cut, the sentence that asks, and where tokens stand in the file. */
#include "item_text.h"
#include "lint/lexicon.h"
#include "prose_text.h"
#include "tap.h"
#include "xml/init.h"

static struct iw_lexicon *words;

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
		{ "<p>Name two sails.</p>", "Name two sails." },
		{ "<p>Sails tear.</p><p>Name two sails.</p><p>(Select TWO.)</p>", "Name two sails." },
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
	test_ask();
	test_item();
	test_spans();
	test_option_spans();
	iw_lexicon_free(words);
	return done();
}
