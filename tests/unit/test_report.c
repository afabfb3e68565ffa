/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The output formats of findings, over findings that no bank has: with every kind of text, place, acceptance and fix.
 * Called with the name of a format, it prints them in it, for tests/formats.t to validate.
 */
#include "report_sample.h"

#define ADDS(function, s, want)                                                                                        \
	do {                                                                                                           \
		struct iw_buf b = IW_BUF_INIT;                                                                         \
		function(&b, s);                                                                                       \
		is_str(b.data, want);                                                                                  \
		iw_buf_release(&b);                                                                                    \
	} while (0)

static void
test_text(void)
{
	ADDS(iw_add_line, "a\tb\r\nc \x1b[0m\x7f", "a b  c \xef\xbf\xbd[0m\xef\xbf\xbd");
	ADDS(iw_add_line, "\xc3\xa9 \xff\xe2\x82 \xe2\x80\xae\xe2\x81\xa6 \xc2\x9b",
	     "\xc3\xa9 \xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd \xef\xbf\xbd\xef\xbf\xbd \xef\xbf\xbd");
	ADDS(iw_add_text, "a\tb\n\x1b", "a\tb\n\xef\xbf\xbd");
	ADDS(iw_add_xml_chars, "\x01\t\n\x7f\xef\xbf\xbf\xff<&", "\xef\xbf\xbd\t\n\x7f\xef\xbf\xbd\xef\xbf\xbd<&");
	ADDS(iw_add_uri_path, "a/\xc3\xb6 %:\xff~-_.", "a/%C3%B6%20%25%3A%FF~-_.");
}

static void
test_paths(void)
{
	static const struct {
		const char *prefix, *path, *want;
	} table[] = {
		{ NULL, "items/a.xml", "items/a.xml" },
		{ "", "./items//a.xml", "items/a.xml" },
		{ ".", "items/a.xml", "items/a.xml" },
		{ "./", "items/a.xml", "items/a.xml" },
		{ "/banks/http/", "items/a.xml", "banks/http/items/a.xml" },
		{ "banks/./x/..", "../items/a.xml", "items/a.xml" },
		{ "..", "items/a.xml", "../items/a.xml" },
		{ "a/../..", "../items/..a/.../a.xml", "../../items/..a/.../a.xml" },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct iw_buf out = IW_BUF_INIT;

		iw_add_ci_path(&out, &(struct iw_report){ .prefix = table[i].prefix }, table[i].path);
		is_str(out.data, table[i].want);
		iw_buf_release(&out);
	}
}

static void
test_fingerprints(struct sample *s)
{
	json_t *j = render_json(s, "json"), *gitlab = render_json(s, "gitlab");
	uint32_t *turns = iw_fingerprint_turns(&s->lint.findings);

	is_num(turns[1], 1);
	is_num(turns[2], 2);
	is_num(turns[3], 1);
	is_num(strlen(text(j, "findings #1 fingerprint")), 16);
	is_num(strlen(text(j, "findings #2 fingerprint")), 18);
	is_str(text(j, "findings #2 fingerprint") + 16, ":2");
	ok(strncmp(text(j, "findings #1 fingerprint"), text(j, "findings #2 fingerprint"), 16) == 0);
	is_num(json_array_size(gitlab), 7);
	for (size_t a = 0; a < 7; a++)
		for (size_t b = 0; b < a; b++)
			ok(strcmp(json_string_value(json_object_get(json_array_get(gitlab, a), "fingerprint")),
			          json_string_value(json_object_get(json_array_get(gitlab, b), "fingerprint"))) != 0);
	free(turns);
	json_decref(gitlab);
	json_decref(j);
}

static void
test_json(struct sample *s)
{
	json_t *j = render_json(s, "json");

	is_num(json_array_size(get(j, "findings")), 7);
	ok(json_is_null(get(j, "findings #0 item")));
	is_str(text(j, "findings #3 item"), "one");
	is_str(text(j, "findings #3 fix description"), "say yes and remove the instruction");
	is_num(json_array_size(get(j, "findings #3 fix edits")), 2);
	is_str(text(j, "findings #4 related item"), "[a]\\{");
	is_str(text(j, "findings #4 related file"), "items/\x1b]0;\xc3\xb6 %,:\n\xef\xbf\xbd<&\"'.xml");
	ok(json_is_null(get(j, "findings #5 related item")));
	ok(!get(j, "findings #6 fix") && !get(j, "findings #6 related"));
	is_num(json_integer_value(get(j, "summary errors")), 2);
	is_num(json_integer_value(get(j, "summary warnings")), 3);
	json_decref(j);
}

static void
test_terminal(struct sample *s)
{
	struct iw_buf out = render(s, "text");

	for (const char *p = out.data; *p; p++)
		if ((unsigned char)*p < ' ' && *p != '\n')
			ok_named(false, "a control character on the terminal");
	ok(iw_utf8_valid(out.data, out.len) == out.len);
	iw_buf_release(&out);
	ok(gives(s, "text",
	         "/items/fix.xml:2:16: warning: is no [item/key-count]\n    2 |   <a x='\xc3\xa4\xf0\x9f\x9a\xb2' "
	         "y='no'/>\n"
	         "      |                 ^~\n       = help: mark"));
	ok(gives(s, "text", "\n       = fix: say yes and remove the instruction\n"));
	ok(gives(s, "text", "\n       = note: '[a]\\{' is in "));
	ok(gives(s, "text", "\n       = note: the other one is in "));
	s->report.colour = true;
	ok(gives(s, "text",
	         "/items/fix.xml:2:16:\033[m \033[1;35mwarning:\033[m is no [\033[1;35mitem/key-count\033[m]\n"));
	ok(gives(s, "text", "\n      | \033[1;32m                ^~\033[m\n"));
	s->report.links = true;
	ok(gives(s, "text", "\033[1m\033]8;;file://"));
	ok(gives(s, "text", "/items/fix.xml\033\\"));
	s->report.colour = s->report.links = false;
}

static void
test_others(struct sample *s)
{
	ok(gives(s, "gcc", "/media/a.png: note: has no place [bank/unused-media]\n"));
	ok(gives(s, "gitlab", "\"path\": \"banks/http/media/a.png\",\n      \"lines\": {\n        \"begin\": 1,"));
	ok(gives(s, "checkstyle",
	         "<error severity=\"info\" message=\"has no place\" source=\"itemwright.bank.unused-media\"/>"));
	ok(gives(s, "github", "::notice file=banks/http/media/a.png,title=bank/unused-media::has no place%0A"));
	ok(gives(s, "github",
	         ",line=2,endLine=4,title=item/key-count::a \"b\" 'c' <d> & ]]> 100%25 ::error::x%0D%0A\ty "));
	ok(gives(s, "github", "::warning file=banks/http/items/fix.xml,line=2,endLine=2,col=16,endColumn=18,title="));
	ok(gives(s, "junit", "<testcase name=\"bank/near-duplicate one (2)\" classname=\"banks/http/items/fix\""));
	ok(gives(s, "junit",
	         "<system-out>banks/http/exam.xml:1:1: note: the exam itself [blueprint/weight-sum]\n</system-out>"));
}

/* GitHub shows ten: the errors, then warnings, then notes, each in their order. */
static void
test_worst_first(void)
{
	static const enum iw_severity severities[] = { IW_NOTE, IW_WARNING, IW_ERROR };
	struct sample s;
	char message[16];

	start(&s);
	for (int i = 0; i < 13; i++) {
		snprintf(message, sizeof message, "number %d", i);
		add(&s, "item/key-count", severities[i % 3], "exam.xml", (struct iw_span){ 0 }, NULL, message);
	}
	s.lint.findings.at[2].acceptance = IW_ALLOWED;
	{
		struct iw_buf out = render(&s, "github");
		const char *p = out.data, *want[] = { "5", "8", "11", "1", "4", "7", "10", "0", "3", "6" };

		for (size_t i = 0; i < 10; i++) {
			p = strstr(p, "::number ") ? strstr(p, "::number ") + strlen("::number ") : "";
			ok_named(strncmp(p, want[i], strlen(want[i])) == 0, want[i]);
		}
		ok(strstr(p, "\n::notice::and 2 more findings; see ") != NULL);
		iw_buf_release(&out);
	}
	iw_findings_release(&s.lint.findings);
}

/* JUnit names the files that have no findings, unless nothing is known of them; and when it was, when that is told. */
static void
test_junit(void)
{
	struct sample s;

	start(&s);
	unsetenv("SOURCE_DATE_EPOCH");
	ok(gives(&s, "junit",
	         "<testcase name=\"no errors or warnings\" classname=\"banks/http/items/fix\" time=\"0\"/>"));
	ok(gives(&s, "junit", " timestamp=\"1970-01-01T00:00:00\""));
	setenv("SOURCE_DATE_EPOCH", "1700000000", 1);
	ok(gives(&s, "junit", " timestamp=\"2023-11-14T22:13:20\""));
	setenv("SOURCE_DATE_EPOCH", "253402300800", 1);
	ok(gives(&s, "junit", " timestamp=\"1970-01-01T00:00:00\""));
	setenv("SOURCE_DATE_EPOCH", "1 January", 1);
	ok(gives(&s, "junit", " timestamp=\"1970-01-01T00:00:00\""));
	unsetenv("SOURCE_DATE_EPOCH");
	s.report.partial = true;
	ok(gives(&s, "junit", "<testsuites/>"));
}

static int
print(struct sample *s, const char *format, bool baseline)
{
	struct iw_buf out;

	s->report.baseline = baseline;
	out = render(s, format);
	fwrite(out.data, 1, out.len, stdout);
	iw_buf_release(&out);
	iw_findings_release(&s->lint.findings);
	return 0;
}

int
main(int argc, char **argv)
{
	struct sample s;

	scratch_make();
	fill(&s);
	if (argc > 1)
		return print(&s, argv[1], argc > 2);
	test_text();
	test_paths();
	test_fingerprints(&s);
	test_json(&s);
	test_terminal(&s);
	test_others(&s);
	iw_findings_release(&s.lint.findings);
	test_worst_first();
	test_junit();
	return done();
}
