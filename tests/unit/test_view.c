/* SPDX-License-Identifier: Apache-2.0 */
/* The two views of a small bank: both hold to the schema, and one of them keeps its secrets. */
#include "compile/compile.h"
#include "scratch.h"
#include "tap.h"
#include "xml/init.h"
#include "xml/node.h"

#define NS "xmlns='urn:itemwright:1'"

/* Everything that a candidate may not see has "zq" in it, and nothing else has. */
static void
write_bank(void)
{
	scratch_write("bank/exam.xml",
	              "<exam " NS " id='ex' version='1.0' xml:lang='en' time-limit='PT90M'><title>Exam</title>"
	              "<blueprint scored='3' unscored='1'><domain id='zqdomain' weight='60'><title>zqtitle</title><task id='zqtask'><title>zqtask</title></task></domain>"
	              "<domain id='d2' weight='40'><title>zqother</title></domain></blueprint>"
	              "<item-types><multiple-choice/><multiple-response/><ordering/><matching/></item-types>"
	              "<scoring minimum='100' maximum='1000' passing='750' cut='2.5' reference='A'/><terms><out-of-scope>zqterm</out-of-scope></terms></exam>");
	scratch_write("bank/forms/A.xml", "<form " NS " id='A' exam='ex' version='2' seed='5'><!-- zqcomment --><title>Form A</title>"
	                                  "<item ref='zq-choice'/><item ref='zq-response'/><item ref='zq-order' scored='no'/><item ref='zq-match'/></form>");
	scratch_write("bank/items/choice.xml",
	              "<item " NS " id='zq-choice' domain='zqdomain' task='zqtask' skill='zqskill' status='approved' xml:lang='en-GB'><!-- zqcomment --><?itemwright allow='a/b' reason='zqreason'?>"
	              "<stem><p>Look <img src='media/zqstem.svg' alt='a picture'/></p></stem><multiple-choice>"
	              "<key id='zqkey'>Right<rationale>zqrationale <img src='media/zqwhy.svg' alt='zqalt'/></rationale></key>"
	              "<distractor id='zqwrong'>Wrong 1\n<rationale>zqwrong</rationale></distractor><distractor>Wrong 2<!-- zqcomment --></distractor></multiple-choice>"
	              "<rationale>zqwhole</rationale><reference href='https://zq.example/'>zqreference</reference><enemy ref='zq-order'/><statistics p='0.123' n='98765'/></item>");
	scratch_write("bank/items/more.xml",
	              "<items " NS "><item id='zq-response' domain='d2' status='approved'><stem><p>Select TWO</p></stem><multiple-response>"
	              "<key id='zq1'>K1</key><key id='zq2'>K2<rationale><p>zqb</p></rationale></key><distractor id='zq3'><p>D1</p></distractor><distractor id='zq4'>D2</distractor></multiple-response></item>"
	              "<item id='zq-order' domain='zqdomain' status='approved'><stem><p>Order</p></stem><ordering><step id='zqs1'>S1</step><step id='zqs2'>S2</step>"
	              "<step id='zqs3'>S3</step><distractor id='zqd'>S4</distractor></ordering></item>"
	              "<item id='zq-match' domain='zqdomain' status='approved'><stem><p>Match</p></stem><matching><response id='zqr1'>R1</response><response id='zqr2'>R2</response>"
	              "<prompt id='zqp1' match='zqr2'>P1<rationale>zqc</rationale></prompt><prompt id='zqp2' match='zqr1'>P2</prompt></matching></item></items>");
	scratch_write("bank/media/zqstem.svg", "<svg xmlns='http://www.w3.org/2000/svg'><!-- zqcomment --><path d='M0 0'/></svg>");
	scratch_write("bank/media/zqwhy.svg", "<svg xmlns='http://www.w3.org/2000/svg'><path d='M1 1'/></svg>");
}

static void
is_valid(xmlDoc *doc)
{
	struct iw_error e = { "" };
	struct iw_schema *schema = iw_schema_new("compiled-form.xsd", &e);

	is_num(schema ? iw_schema_holds(schema, doc, &e) : IW_SYSTEM, IW_OK);
	is_str(e.text, "");
	iw_schema_free(schema);
}

static char *
dump(xmlDoc *doc)
{
	xmlChar *text = NULL;
	int len = 0;

	xmlDocDumpMemoryEnc(doc, &text, &len, "UTF-8");
	return (char *)text;
}

/* The `n`-th question, its interaction. */
static const xmlNode *
interaction(const xmlDoc *doc, int n)
{
	const xmlNode *q = iw_node_child(xmlDocGetRootElement(doc), "question");

	while (n-- > 1)
		q = iw_node_next(q);
	return iw_node_next(iw_node_first(q));
}

/* What is shown, as "LETTER TEXT" of each option, and what the full view says of it. */
static void
outline(const xmlNode *parent, const char *attribute, struct iw_buf *out)
{
	for (const xmlNode *n = iw_node_first(parent); n; n = iw_node_next(n)) {
		const char *value = attribute ? iw_node_attr(n, attribute) : NULL, *letter = iw_node_attr(n, "letter");

		iw_buf_printf(out, "%s", letter ? letter : iw_node_attr(n, "number"));
		iw_node_text(iw_node_child(n, "text"), NULL, out);
		iw_buf_printf(out, "%s%s ", value ? "=" : "", value ? value : "");
	}
}

static void
test_candidate(const struct iw_compiled *c)
{
	xmlDoc *doc = iw_compiled_view(c, false);
	char *text = dump(doc), *found;
	const xmlNode *root = xmlDocGetRootElement(doc);

	is_valid(doc);
	found = strstr(text, "zq");
	if (!ok_named(!found, "no word of a secret"))
		tap_show("found", found);
	ok(!strstr(text, "scored") && !strstr(text, "key=") && !strstr(text, "match=") && !strstr(text, "place=") && !strstr(text, "0.123") && !strstr(text, "98765"));
	is_str(iw_node_attr(root, "view"), "candidate");
	is_str(iw_node_attr(root, "name"), "ex-A-2");
	is_str(iw_node_attr(root, "minutes"), "90");
	is_num(c->candidate_media, 1);
	ok(strstr(text, "src=\"m1.svg\"") && !strstr(text, "m2.svg"));
	ok(!iw_node_child(root, "scoring") && !iw_node_child(root, "domain"));
	is_str(iw_node_attr(interaction(doc, 2), "select"), "2");
	is_str(iw_node_attr(interaction(doc, 3), "select"), "3");
	xmlFree(text);
	xmlFreeDoc(doc);
}

static void
test_full(const struct iw_compiled *c)
{
	static const char *const there[] = { "zqrationale", "zqreference", "zqwhole", "zqtitle", "zqkey", "zq-choice", "zqwrong", "m2.svg", "scored=\"no\"", "cut=\"2.5\"", "zqalt" };
	static const char *const gone[] = { "zqcomment", "zqreason", "zqskill", "zqterm", "0.123" };
	xmlDoc *doc = iw_compiled_view(c, true);
	char *text = dump(doc);

	is_valid(doc);
	for (size_t i = 0; i < sizeof there / sizeof *there; i++)
		ok_named(strstr(text, there[i]), there[i]);
	for (size_t i = 0; i < sizeof gone / sizeof *gone; i++)
		ok_named(!strstr(text, gone[i]), gone[i]);
	is_num(c->media.count, 2);
	xmlFree(text);
	xmlFreeDoc(doc);
}

/* Both views show the same; the full view marks what is right. */
static void
test_same_order(const struct iw_compiled *c)
{
	static const char *const marks[] = { "key", "key", "place", "match" };
	static const char *const right[][4] = { { "Right=yes", "Wrong 1=no", "Wrong 2=no" }, { "K1=yes", "K2=yes", "D1=no", "D2=no" }, { "S1=1", "S2=2", "S3=3", "S4 " }, { "R1 ", "R2 " } };
	xmlDoc *candidate = iw_compiled_view(c, false), *full = iw_compiled_view(c, true);

	for (int i = 0; i < 4; i++) {
		struct iw_buf a = IW_BUF_INIT, b = IW_BUF_INIT, marked = IW_BUF_INIT;

		outline(interaction(candidate, i + 1), NULL, &a);
		outline(interaction(full, i + 1), NULL, &b);
		outline(interaction(full, i + 1), marks[i], &marked);
		is_str(a.data, b.data);
		for (int j = 0; j < 4 && right[i][j]; j++)
			if (!ok(strstr(marked.data, right[i][j])))
				tap_show(right[i][j], marked.data);
		if (i == 3) {
			/* P1 goes with R2, whichever letter it has. */
			char want[8] = "P1=?";

			want[3] = strstr(marked.data, "AR2") ? 'A' : 'B';
			ok(strstr(marked.data, want));
		}
		iw_buf_release(&a);
		iw_buf_release(&b);
		iw_buf_release(&marked);
	}
	xmlFreeDoc(candidate);
	xmlFreeDoc(full);
}

/* Answers that fit what is shown, and the same bytes each time. */
static void
test_answers(const struct iw_bank *bank, const struct iw_compiled *c)
{
	struct iw_buf first = IW_BUF_INIT, second = IW_BUF_INIT;
	struct iw_compiled again;
	struct iw_error e;

	iw_compiled_answers(c, NULL, &first);
	ok(strstr(first.data, "\"item\": \"zq-choice\"") && strstr(first.data, "\"seed\": \"5\"") && strstr(first.data, "\"cut\": 2.5"));
	for (size_t i = 0; i < c->question_count; i++)
		for (size_t j = 0; i == 0 && j < c->questions[0].shown.count; j++)
			if (c->questions[0].body.options[c->questions[0].shown.order[j]].kind == IW_KEY) {
				char want[64];

				snprintf(want, sizeof want, "\"key\": [\n        \"%c\"\n      ]", (char)('A' + j));
				ok(strstr(first.data, want));
			}
	is_num(iw_compile(bank, &bank->forms[0], &again, &e), IW_OK);
	iw_compiled_answers(&again, NULL, &second);
	is_str(second.data, first.data);
	iw_compiled_release(&again);
	iw_buf_release(&first);
	iw_buf_release(&second);
}

/* A form that cannot be had is an error that names why, and leaves nothing. */
static void
test_failures(void)
{
	static const char *const table[][3] = {
		{ "<item ref='none'/>", "", "there is no item 'none'" },
		{ "", "", "has no items" },
		{ "<item ref='x'/>", "<item " NS " id='x' domain='d'><stem><p>a</p></stem><multiple-choice><distractor>b</distractor></multiple-choice></item>", "has no key" },
		{ "<item ref='x'/>", "<item " NS " id='x' domain='d'><stem><p>a</p></stem></item>", "no interaction" },
		{ "<item ref='x'/>", "<item " NS " id='x' domain='d'><stem><p>a</p></stem><matching><prompt match='z'>a</prompt><response id='r'>b</response></matching></item>", "matches none" },
		{ "<item ref='x'/>", "<item " NS " id='x' domain='d'><stem><p><img src='media/none.png' alt=''/></p></stem><multiple-choice><key>b</key></multiple-choice></item>", "media/none.png" },
		{ "<item ref='x'/>", "<item " NS " id='x' domain='d'><stem><p><img src='../exam.xml' alt=''/></p></stem><multiple-choice><key>b</key></multiple-choice></item>", "not a path below media/" },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		char form[512];
		struct iw_error e = { "" };
		struct iw_compiled c;
		struct iw_bank bank;

		scratch_write("bad/exam.xml", "<exam " NS " id='ex' version='1'/>");
		snprintf(form, sizeof form, "<form " NS " id='A' exam='ex' version='2'><title>F</title>%s</form>", table[i][0]);
		scratch_write("bad/forms/A.xml", form);
		scratch_write("bad/items/x.xml", table[i][1]);
		is_num(iw_bank_open(&bank, scratch_path("bad"), 1, &e), IW_OK);
		iw_bank_load_items(&bank, 1, NULL, NULL);
		ok(iw_compile(&bank, &bank.forms[0], &c, &e) != IW_OK);
		if (!ok_named(strstr(e.text, table[i][2]), table[i][2]))
			tap_show("got", e.text);
		iw_bank_release(&bank);
	}
}

int
main(void)
{
	struct iw_compiled c;
	struct iw_bank bank;
	struct iw_error e = { "" };

	iw_xml_init();
	scratch_make();
	write_bank();
	is_num(iw_bank_open(&bank, scratch_path("bank"), 2, &e), IW_OK);
	iw_bank_load_items(&bank, 2, NULL, NULL);
	is_num(bank.item_count, 4);
	for (size_t i = 0; i < bank.source_count; i++)
		is_num(bank.sources[i].problem_count, 0);
	if (is_num(iw_compile(&bank, &bank.forms[0], &c, &e), IW_OK)) {
		test_candidate(&c);
		test_full(&c);
		test_same_order(&c);
		test_answers(&bank, &c);
		iw_compiled_release(&c);
	}
	iw_bank_release(&bank);
	test_failures();
	return done();
}
