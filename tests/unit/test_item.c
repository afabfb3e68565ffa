/* SPDX-License-Identifier: Apache-2.0 */
/* Items as data: options, references, allowances, and what tells copies. */
#include <math.h>

#include "item_text.h"
#include "model/words.h"
#include "tap.h"
#include "xml/init.h"

static const char *
bytes_at(const struct item_text *t, struct iw_span at)
{
	static char text[256];

	snprintf(text, sizeof text, "%.*s", (int)(at.end - at.start), t->xml.bytes.data + at.start);
	return text;
}

static void
test_whole(void)
{
	struct item_text t;

	item_text_read(&t, "id='i-1' domain='d1' task='1.4' status='approved'",
	               "<stem><p>Which  is\n <em>b</em>est?</p><p>See <img src='media/a.png' alt='a chart'/>.</p></stem>"
	               "<multiple-choice shuffle='no'><key id='k'>One <code>x</code><rationale>because <img src='media/r.png'/></rationale></key>"
	               "<distractor id='x'>Two</distractor><distractor><math xmlns='http://www.w3.org/1998/Math/MathML'><mi>x</mi></math></distractor></multiple-choice>"
	               "<reference href='https://a/'>R</reference><enemy ref='e1'/><enemy/><enemy ref='e2'/>"
	               "<statistics model='2pl' a='1.25' b='-0.5' p='0.71' n='412'/>");
	is_str(t.item.id, "i-1");
	is_str(bytes_at(&t, t.item.id_at), "i-1");
	is_str(t.item.domain.name, "d1");
	is_str(bytes_at(&t, t.item.domain.at), "d1");
	is_str(t.item.task.name, "1.4");
	is_num(t.item.status, IW_APPROVED);
	is_num(t.item.type, IW_MULTIPLE_CHOICE);
	is_num(t.item.owner.source, 3);
	is_num(t.item.enemy_count, 2);
	is_str(t.item.enemies[1].name, "e2");
	is_str(bytes_at(&t, t.item.enemies[1].at), "e2");
	is_num(t.item.media_count, 2);
	is_str(t.item.media[0].name, "media/a.png");
	is_str(bytes_at(&t, t.item.media[1].at), "media/r.png");
	is_str(t.body.stem_text, "Which is best? See a chart .");
	ok(!t.body.shuffle);
	is_num(t.body.option_count, 3);
	is_num(t.body.counts[IW_KEY], 1);
	is_num(t.body.counts[IW_DISTRACTOR], 2);
	is_str(t.body.options[0].text, "One x");
	is_str(t.body.options[0].id, "k");
	is_num(t.body.options[0].kind, IW_KEY);
	ok(t.body.options[0].has_code && !t.body.options[0].has_picture);
	ok(!t.body.options[1].has_code && !t.body.options[1].has_picture);
	ok(t.body.options[2].has_picture && !t.body.options[2].id);
	is_num(t.item.option_count, 3);
	is_num(t.item.key_count, 1);
	is_num(t.item.key_place, 0);
	is_num(t.item.reading, 10);
	ok(t.item.statistics && t.item.statistics->a == 1.25 && t.item.statistics->b == -0.5);
	ok(t.item.statistics->n == 412 && isnan(t.item.statistics->c) && isnan(t.item.statistics->r));
	item_text_release(&t);
}

static void
test_types(void)
{
	static const struct {
		const char *content;
		enum iw_type type;
		size_t counts[IW_OPTION_KINDS];
		bool shuffle;
	} table[] = {
		{ "<stem/><multiple-response><key/><key/><distractor/></multiple-response>", IW_MULTIPLE_RESPONSE, { 2, 1, 0, 0, 0 }, true },
		{ "<ordering shuffle='yes'><step/><distractor/><step/></ordering>", IW_ORDERING, { 0, 1, 2, 0, 0 }, true },
		{ "<matching shuffle='no'><prompt match='r'/><response id='r'/><prompt/></matching>", IW_MATCHING, { 0, 0, 0, 2, 1 }, false },
		{ "<ordering/><matching><prompt/></matching>", IW_ORDERING, { 0 }, true },
		{ "<essay><key/></essay>", IW_TYPES, { 0 }, true },
		{ "<x:ordering xmlns:x='other'><x:step/></x:ordering>", IW_TYPES, { 0 }, true },
		{ "<multiple-choice><x:key xmlns:x='other'/><em><key/></em></multiple-choice>", IW_MULTIPLE_CHOICE, { 0 }, true },
		{ "", IW_TYPES, { 0 }, true },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct item_text t;

		item_text_read(&t, "", table[i].content);
		is_num(t.item.type, table[i].type);
		ok(memcmp(t.body.counts, table[i].counts, sizeof t.body.counts) == 0);
		ok(t.body.shuffle == table[i].shuffle);
		ok(!t.item.id && !t.item.domain.name && t.item.status == IW_DRAFT && t.body.stem_text);
		item_text_release(&t);
	}
}

#define CHOICE(options) "<stem><p>Which?</p></stem><multiple-choice>" options "</multiple-choice>"

static uint64_t
fingerprint(const char *content)
{
	struct item_text t;
	uint64_t f;

	item_text_read(&t, "id='i'", content);
	f = t.item.fingerprint;
	item_text_release(&t);
	return f;
}

static void
test_fingerprint(void)
{
	static const char *const same[] = {
		CHOICE("<key>One two</key><distractor>Three</distractor><distractor>Four</distractor>"),
		CHOICE("<distractor>Four</distractor><key>One two</key><distractor>Three</distractor>"),
		CHOICE("<distractor id='z'>Three</distractor><distractor>four!</distractor><key><p>ONE</p> <p>\"two\"</p></key>"),
		CHOICE("<key>One two</key><key>Three</key><distractor>Four<rationale>because</rationale></distractor>"),
		"<!-- x --><stem><p><em>Which</em></p></stem><multiple-choice><key>One-two</key><key>Three</key><key>Four</key></multiple-choice>",
	};
	static const char *const different[] = {
		CHOICE("<key>Two one</key><distractor>Three</distractor><distractor>Four</distractor>"),
		CHOICE("<key>One</key><distractor>two Three</distractor><distractor>Four</distractor>"),
		CHOICE("<key>One two</key><distractor>Three</distractor>"),
		CHOICE("<key>One two</key><distractor>Three</distractor><distractor>Four</distractor><distractor>Four</distractor>"),
		CHOICE("<key>One two</key><distractor>Three</distractor><distractor>Five</distractor>"),
		"<stem><p>What?</p></stem><multiple-choice><key>One two</key><key>Three</key><key>Four</key></multiple-choice>",
		"<stem><p>Which One two?</p></stem><multiple-choice><key>Three</key><key>Four</key></multiple-choice>",
	};
	uint64_t first = fingerprint(same[0]);

	for (size_t i = 1; i < sizeof same / sizeof *same; i++)
		ok_named(fingerprint(same[i]) == first, same[i]);
	for (size_t i = 0; i < sizeof different / sizeof *different; i++)
		ok_named(fingerprint(different[i]) != first, different[i]);
}

/* Words of two texts: how many there are, and how many different ones together. */
static void
test_words(void)
{
	static const struct {
		const char *text;
		size_t words, different;
	} table[] = {
		{ "", 0, 0 },
		{ " - .", 0, 0 },
		{ "one", 1, 1 },
		{ "One, TWO; three", 3, 3 },
		{ "one ONE One", 3, 1 },
		{ "a-b/c_d", 4, 4 },
		{ "x2 2x 22", 3, 3 },
		{ "\xc3\x84pfel \xc3\xa4pfel", 2, 1 },
		{ "\xce\x91\xce\xa9 \xce\xb1\xcf\x89", 2, 1 },
		{ "caf\xc3\xa9\xe2\x80\x94" "bar", 2, 2 },
		{ "a\xff" "b", 2, 2 },
		{ "\xe4\xb8\xad\xe3\x80\x82\xe6\x96\x87", 2, 2 },
		{ "the cat the dog the", 5, 3 },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct iw_words w = IW_WORDS_INIT;

		iw_words_add(&w, table[i].text);
		is_num(w.count, table[i].words);
		iw_words_to_set(&w);
		is_num(w.count, table[i].different);
		for (size_t j = 0; j < w.count; j++)
			for (size_t k = 0; k < j; k++)
				if (w.hash[j] == w.hash[k])
					ok_named(false, "a word twice");
		iw_words_release(&w);
	}
}

static void
test_sequence(void)
{
	static const char *const texts[] = { "a b c", "a c b", "b a c", "a b", "a b c c", "", "a" };
	uint64_t hashes[7];

	for (size_t i = 0; i < 7; i++) {
		struct iw_words w = IW_WORDS_INIT, after = IW_WORDS_INIT;

		iw_words_add(&w, texts[i]);
		hashes[i] = iw_words_sequence(&w, 0);
		iw_words_add(&after, "before these");
		iw_words_add(&after, texts[i]);
		ok(iw_words_sequence(&after, 2) == hashes[i]);
		for (size_t j = 0; j < i; j++)
			ok(hashes[i] != hashes[j]);
		iw_words_release(&w);
		iw_words_release(&after);
	}
}

static void
test_allow(void)
{
	static const struct {
		const char *content;
		size_t count;
		const char *rule, *reason; /* of the last one */
	} table[] = {
		{ "<?itemwright allow=\"a/b\" reason=\"on purpose\"?>", 1, "a/b", "on purpose" },
		{ "<?itemwright reason='r' allow='a/b'?>", 1, "a/b", "r" },
		{ "<?itemwright allow = 'a/b'\n reason = 'it is \"so\"' ?>", 1, "a/b", "it is \"so\"" },
		{ "<?itemwright allow='a/b c/d, e/f' reason='r'?>", 3, "e/f", "r" },
		{ "<?itemwright allow='a/b'?>", 1, "a/b", NULL },
		{ "<?itemwright allow='a/b' reason=''?>", 1, "a/b", NULL },
		{ "<?itemwright allow='a/b' reason=' \n'?>", 1, "a/b", NULL },
		{ "<?itemwright allow=''?>", 0, NULL, NULL },
		{ "<?itemwright allow=' '?>", 0, NULL, NULL },
		{ "<?itemwright disallow='a/b'?>", 0, NULL, NULL },
		{ "<?itemwright allow='a/b?>", 0, NULL, NULL },
		{ "<?itemwright allow=a/b?>", 0, NULL, NULL },
		{ "<?itemwright?>", 0, NULL, NULL },
		{ "<?other allow='a/b' reason='r'?>", 0, NULL, NULL },
		{ "<?itemwright allow='a/b' reason='1'?><stem><p><?itemwright allow='c/d' reason='2'?></p></stem>", 2, "c/d", "2" },
		{ "<?itemwright reason=\"does not allow='x/y'\" allow='a/b'?>", 1, "a/b", "does not allow='x/y'" },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct item_text t;
		const struct iw_owner *o = &t.item.owner;

		item_text_read(&t, "", table[i].content);
		if (!is_num(o->allow_count, table[i].count))
			tap_show("of", table[i].content);
		if (o->allow_count && table[i].count) {
			is_str(o->allows[o->allow_count - 1].rule, table[i].rule);
			is_str(o->allows[o->allow_count - 1].reason, table[i].reason);
			ok(strncmp(bytes_at(&t, o->allows[0].at), "<?itemwright ", 13) == 0 && !o->allows[0].used);
		}
		item_text_release(&t);
	}
}

int
main(void)
{
	iw_xml_init();
	test_whole();
	test_types();
	test_fingerprint();
	test_words();
	test_sequence();
	test_allow();
	return done();
}
