/* SPDX-License-Identifier: Apache-2.0 */
/* The baseline: its file, what it accepts, and how it is brought up to date. */
#include <stdlib.h>

#include "lint/baseline.h"
#include "scratch.h"
#include "tap.h"
#include "xml/init.h"

static struct iw_baseline base;
static struct iw_error error;

#define HEAD "{\n  \"version\": 1,\n  \"findings\": ["
#define A "{\"item\":\"a\",\"rule\":\"item/key-count\",\"content\":\"00000000000000ff\",\"count\":2}"
#define B "{\"item\":\"b\",\"rule\":\"bank/out-of-scope\",\"content\":\"fedcba9876543210\",\"count\":1}"
#define C "{\"file\":\"b\",\"rule\":\"bank/out-of-scope\",\"content\":\"fedcba9876543210\",\"count\":1}"

static enum iw_status
parse(const char *text)
{
	iw_baseline_release(&base);
	iw_baseline_init(&base, "b.json");
	error.text[0] = '\0';
	return iw_baseline_parse(&base, "b.json", text, strlen(text), &error);
}

static void
test_read(void)
{
	struct iw_buf out = IW_BUF_INIT;

	is_num(parse(HEAD "\n    " C ",\n    " B ",\n    " A "\n  ]\n}\n"), IW_OK);
	is_num(base.count, 3);
	is_str(base.entries[0].subject, "a");
	is_str(base.entries[0].rule, "item/key-count");
	is_num(base.entries[0].content, 255);
	is_num(base.entries[0].count, 2);
	is_num(base.entries[0].at.line, 6);
	is_num(base.entries[0].at.column, 5);
	is_num(base.entries[0].at.end_line, 6);
	is_num(base.entries[0].at.end_column, 5 + strlen(A));
	is_num(base.entries[0].at.end - base.entries[0].at.start, strlen(A));
	ok(!base.entries[1].is_file && base.entries[2].is_file);
	ok(base.entries[1].content == 0xfedcba9876543210U);
	is_num(base.entries[2].at.line, 4);
	/* Sorted, one a line. */
	iw_baseline_write(&base, &out);
	is_str(out.data, HEAD "\n    " A ",\n    " B ",\n    " C "\n  ]\n}\n");
	iw_buf_release(&out);
}

/* Any layout will do, and places count characters. */
static void
test_layout(void)
{
	struct iw_buf out = IW_BUF_INIT;

	is_num(parse(" {\"findings\":[ {\r\n\"rule\":\"a/b\",\t\"count\":1, "
	             "\"content\":\"0123456789abcdef\",\n\"item\":"
	             "\"{\\\"\xc3\xa4\"},{\"item\":\"]\",\"rule\":\"a/"
	             "b\",\"content\":\"0123456789abcdef\",\"count\":1}],"
	             "\"version\":1}"),
	       IW_OK);
	is_num(base.count, 2);
	is_str(base.entries[0].subject, "]");
	is_num(base.entries[0].at.line, 3);
	is_num(base.entries[0].at.column, 16);
	is_str(base.entries[1].subject, "{\"\xc3\xa4");
	is_num(base.entries[1].at.line, 1);
	is_num(base.entries[1].at.column, 16);
	is_num(base.entries[1].at.end_line, 3);
	is_num(base.entries[1].at.end_column, 15);
	is_num(parse("{\"version\":1,\"findings\":[]}"), IW_OK);
	is_num(base.count, 0);
	iw_baseline_write(&base, &out);
	is_str(out.data, HEAD "]\n}\n");
	iw_buf_release(&out);
}

static void
refuses(const char *text, const char *want)
{
	tap_is_num(parse(text), IW_UNUSABLE, __FILE__, __LINE__, want);
	if (!tap_check(strstr(error.text, want) != NULL, __FILE__, __LINE__, want))
		tap_show("got ", error.text);
}

/* One entry, with something else in the place of one member. */
static void
refuses_entry(const char *entry, const char *want)
{
	struct iw_buf text = IW_BUF_INIT;

	iw_buf_printf(&text, HEAD "\n%s,\n%s]}", B, entry);
	refuses(text.data, want);
	tap_check(strncmp(error.text, "b.json:5: ", 10) == 0, __FILE__, __LINE__, error.text);
	iw_buf_release(&text);
}

static void
test_refusals(void)
{
	refuses("", "b.json is no baseline: it does not begin with '{'");
	refuses("<exam/>", "is no baseline");
	refuses("[]", "is no baseline");
	refuses("{}", "it lacks \"version\"");
	refuses("{\"version\":1}", "it lacks \"version\" or a list");
	refuses("{\"version\":\"1\",\"findings\":[]}", "it lacks \"version\"");
	refuses("{\"version\":1,\"findings\":{}}", "it lacks \"version\"");
	refuses("{\"version\":1,\"findings\":[],\"x\":1}", "more than \"version\"");
	refuses("{\"version\":2,\"findings\":[]}", "is not of version 1");
	refuses("{\"version\":1,\"version\":1,\"findings\":[]}", "b.json:1: duplicate object key");
	refuses("{\"version\":1,\"findings\":[1]}", "\"findings\" is a list of objects");
	refuses("{\"version\":[],\"findings\":[]}", "it lacks \"version\"");
	refuses(HEAD "\n" A "\n" B "]}", "b.json:5: ");
	refuses(HEAD "\n" A ",\n]}", "b.json:5: ");
	refuses(HEAD "\n" A "\n", "b.json:5: ");
	refuses(HEAD "\n<<<<<<< HEAD\n" A "\n=======\n" B "\n>>>>>>> branch\n]}",
	        "b.json:4: the marks of an unfinished merge are left");
	refuses(HEAD "\n" A ",\n" B ",\n" A "]}", "b.json:6: the same item, rule and content are there twice");
	refuses(HEAD "\n[" A "]]}", "b.json:4: an entry holds no lists and objects");
	refuses(HEAD "\n\x1b[31m]}", "b.json:4: ");
	ok(!strchr(error.text, '\x1b'));
}

static void
test_entry_refusals(void)
{
#define REST "\"rule\":\"a/b\",\"content\":\"0123456789abcdef\",\"count\":1"
	refuses_entry("{" REST "}", "an entry names an \"item\" or a \"file\"");
	refuses_entry("{\"item\":\"a\",\"file\":\"b\"," REST "}", "an entry names an \"item\" or a \"file\"");
	refuses_entry("{\"item\":1," REST "}", "an entry names");
	refuses_entry("{\"item\":\"a\",\"x\":1," REST "}", "and nothing else");
	refuses_entry("{\"item\":\"a\",\"x\":{}," REST "}", "an entry holds no lists and objects");
	refuses_entry("{\"item\":\"a\",\"item\":\"a\"," REST "}", "duplicate object key");
	refuses_entry("{\"item\":\"\\u0000\"," REST "}", "\\u0000 is not allowed");
	refuses_entry("{\"item\":\"a\",\"rule\":\"a/b\",\"content\":\"0123456789abcdef\"}", "\"count\" is a whole");
#undef REST
#define REST "\"item\":\"a\",\"content\":\"0123456789abcdef\",\"count\":1"
	refuses_entry("{" REST "}", "\"rule\" is the id of a rule");
	refuses_entry("{\"rule\":\"ab\"," REST "}", "\"rule\" is the id of a rule");
	refuses_entry("{\"rule\":\"a/\"," REST "}", "\"rule\" is the id of a rule");
	refuses_entry("{\"rule\":\"/b\"," REST "}", "\"rule\" is the id of a rule");
	refuses_entry("{\"rule\":\"a/b/c\"," REST "}", "\"rule\" is the id of a rule");
	refuses_entry("{\"rule\":\"a/B\"," REST "}", "\"rule\" is the id of a rule");
	refuses_entry("{\"rule\":\"a/*\"," REST "}", "\"rule\" is the id of a rule");
#undef REST
#define REST "\"item\":\"a\",\"rule\":\"a/b\",\"count\":1"
	refuses_entry("{" REST "}", "\"content\" is 16 digits");
	refuses_entry("{\"content\":1," REST "}", "\"content\" is 16 digits");
	refuses_entry("{\"content\":\"\"," REST "}", "\"content\" is 16 digits");
	refuses_entry("{\"content\":\"0123456789ABCDEF\"," REST "}", "\"content\" is 16 digits");
	refuses_entry("{\"content\":\"0123456789abcdef0\"," REST "}", "\"content\" is 16 digits");
	refuses_entry("{\"content\":\"0x23456789abcdef\"," REST "}", "\"content\" is 16 digits");
#undef REST
#define REST "\"item\":\"a\",\"rule\":\"a/b\",\"content\":\"0123456789abcdef\""
	refuses_entry("{\"count\":0," REST "}", "\"count\" is a whole number");
	refuses_entry("{\"count\":-1," REST "}", "\"count\" is a whole number");
	refuses_entry("{\"count\":1.5," REST "}", "\"count\" is a whole number");
	refuses_entry("{\"count\":\"1\"," REST "}", "\"count\" is a whole number");
	refuses_entry("{\"count\":1000000001," REST "}", "\"count\" is a whole number");
#undef REST
}

/* What would cost the parser much is refused before it is run. */
static void
test_limits(void)
{
	struct iw_buf text = IW_BUF_INIT;

	for (size_t i = 0; i < 5000000; i++)
		iw_buf_str(&text, i ? "," : HEAD);
	refuses(text.data, "b.json:3: there are more than 500000 entries");
	iw_buf_clear(&text);
	for (size_t i = 0; i < 100000; i++)
		iw_buf_str(&text, i ? "[" : "{");
	refuses(text.data, "b.json:1: an entry holds no lists and objects");
	iw_buf_clear(&text);
	for (size_t i = 0; i < 100000; i++)
		iw_buf_str(&text, i ? "}]" : "{");
	refuses(text.data, "b.json:1: ");
	iw_buf_release(&text);
}

/* A bank of three items that are alike, and of which two say something twice. */
static const char exam[] = "<exam xmlns='urn:itemwright:1' id='e' version='1'><title>E</title>"
			   "<blueprint scored='1'><domain id='d' weight='100'><title>D</title></domain></blueprint>"
			   "<item-types><multiple-choice keys='1' distractors='2..'/></item-types></exam>";
#define ITEM(ID, OPTIONS)                                                                                              \
	"<item xmlns='urn:itemwright:1' id='" ID "' domain='d'><stem><p>Which " ID "?</p></stem>"                      \
	"<multiple-choice><key>" ID "</key>" OPTIONS "</multiple-choice></item>"
#define TWICE "<distractor>no</distractor><distractor>no</distractor>"
#define THRICE "<distractor>no</distractor><distractor>no</distractor><distractor>no</distractor>"
#define GOOD "<distractor>no</distractor><distractor>nor</distractor>"

static struct iw_lint lint;

static void
run_rules(const char *severity)
{
	struct iw_choice choice = { 0 };

	iw_lint_release(&lint);
	iw_patterns_add(&choice.select, "item/duplicate-option," IW_STALE_RULE);
	iw_patterns_add(&choice.set, severity);
	if (iw_lint_run(&lint, scratch_dir, &(struct iw_lint_options){ .jobs = 2, .choice = &choice }, &error) != IW_OK)
		printf("Bail out! %s\n", error.text), exit(1);
	iw_choice_release(&choice);
	for (size_t i = 0; i < base.count; i++)
		base.entries[i].used = 0;
	iw_baseline_apply(&base, &lint);
}

static void
run(void)
{
	run_rules("item/duplicate-option=warning");
}

/* The findings as one line. */
static const char *
seen(void)
{
	static char text[1000];
	size_t n = 0;

	text[0] = '\0';
	for (size_t i = 0; i < lint.findings.count; i++) {
		const struct iw_finding *f = &lint.findings.at[i];

		n += (size_t)snprintf(text + n, sizeof text - n, "%s%s%s", i ? " " : "",
		                      f->subject ? f->subject : f->path, iw_finding_is_open(f) ? "" : "*");
	}
	return text;
}

static struct iw_baseline_change change;

static void
update(void)
{
	change = (struct iw_baseline_change){ 0 };
	iw_baseline_prune(&base, &lint, &change);
	iw_baseline_adopt(&base, &lint, &change);
}

/* What is written is read again, as another run would. */
static void
reread(void)
{
	struct iw_buf out = IW_BUF_INIT;

	iw_baseline_write(&base, &out);
	is_num(parse(out.data), IW_OK);
	iw_buf_release(&out);
}

static void
test_update(void)
{
	scratch_write("exam.xml", exam);
	scratch_write("items/a.xml", ITEM("a", TWICE));
	scratch_write("items/b.xml", ITEM("b", THRICE));
	is_num(parse("{\"version\":1,\"findings\":[]}"), IW_OK);
	run();
	is_str(seen(), "a b b");
	update();
	is_num(change.added, 2);
	is_num(change.removed + change.changed, 0);
	is_num(base.count, 2);
	is_num(base.entries[1].count, 2);
	is_str(seen(), "a* b* b*");
	reread();
	run();
	is_str(seen(), "a* b* b*");
	/* In another file, under another line. */
	scratch_write("items/a.xml",
	              "<items xmlns='urn:itemwright:1'>\n\n" ITEM("b", THRICE) ITEM("a", TWICE) "</items>");
	(void)remove(scratch_path("items/b.xml"));
	run();
	is_str(seen(), "b* b* a*");
}

static void
test_more_and_fewer(void)
{
	/* One more of the same, and one that is gone. */
	scratch_write("items/a.xml", ITEM("a", THRICE));
	scratch_write("items/b.xml", ITEM("b", TWICE));
	run();
	is_str(seen(), "b.json a* a b*");
	is_str(lint.findings.at[0].message, "1 of 2 findings of 'item/duplicate-option' in 'b' are gone");
	is_num(lint.findings.at[0].at.line, 5);
	is_num(lint.findings.at[0].severity, IW_WARNING);
	is_str(lint.findings.at[0].related.subject, "b");
	update();
	is_num(change.added + change.removed, 0);
	is_num(change.changed, 2);
	is_str(seen(), "a* a* b*");
	reread();
	is_num(base.entries[0].count, 2);
	is_num(base.entries[1].count, 1);
	/* Another text is another finding. */
	scratch_write("items/b.xml", ITEM("b", "<distractor>nay</distractor><distractor>nay</distractor>"));
	run();
	is_str(seen(), "b.json a* a* b");
	update();
	is_num(change.added, 1);
	is_num(change.removed, 1);
	reread();
}

static void
test_not_judged(void)
{
	scratch_write("items/a.xml", ITEM("a", GOOD));
	scratch_write("items/b.xml", "<item");
	run();
	is_str(seen(), "b.json");
	is_str(lint.findings.at[0].message, "'a' no longer has this finding of 'item/duplicate-option'");
	update();
	is_num(change.removed, 1);
	is_num(base.count, 1);
	reread();
	/* The item of the other entry may be in the file that cannot be read, so that entry stays. */
	run();
	is_str(seen(), "");
	update();
	is_num(base.count, 1);
	reread();
	(void)remove(scratch_path("items/b.xml"));
	run();
	is_str(seen(), "b.json");
	run_rules("item/duplicate-option=off");
	is_str(seen(), "");
	update();
	is_num(base.count, 1);
	reread();
	run_rules("config/stale-baseline=off");
	is_str(seen(), "");
	run_rules("config/stale-baseline=error");
	is_num(iw_findings_count(&lint.findings, IW_ERROR), 1);
	scratch_write("exam.xml", "<exam");
	run();
	is_str(seen(), "");
}

static void
test_unknown_rule(void)
{
	scratch_write("exam.xml", exam);
	is_num(parse(HEAD "{\"item\":\"a\",\"rule\":\"a/b\",\"content\":\"0123456789abcdef\",\"count\":1}]}"), IW_OK);
	run();
	is_str(seen(), "b.json");
	is_str(lint.findings.at[0].message, "there is no rule 'a/b'");
}

int
main(void)
{
	iw_xml_init();
	scratch_make();
	test_read();
	test_layout();
	test_refusals();
	test_entry_refusals();
	test_limits();
	test_update();
	test_more_and_fewer();
	test_not_judged();
	test_unknown_rule();
	iw_lint_release(&lint);
	iw_baseline_release(&base);
	return done();
}
