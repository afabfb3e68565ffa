/* SPDX-License-Identifier: Apache-2.0 */
/* JSON as score reads it: what jansson takes and no more, strings, places. */
#include <jansson.h>

#include "base/mem.h"
#include "score/json_scan.h"
#include "tap.h"

static bool
skips(const char *text, size_t *at, const char **why)
{
	char *room = iw_alloc(strlen(text) + 1, 1);
	struct iw_json_scan scan = { text, strlen(text), 0, room, NULL };
	bool good = iw_json_skip(&scan);

	if (good && iw_json_peek(&scan))
		good = false;
	*at = scan.at;
	*why = scan.why;
	free(room);
	return good;
}

static void
test_values(void)
{
	static const char *const texts[] = {
		"0",
		"-0",
		"1",
		"10",
		"01",
		"-",
		"1.5",
		"1.",
		".5",
		"1e5",
		"1E+05",
		"1e",
		"1e+",
		"--1",
		"+1",
		"1 2",
		"true",
		"false",
		"null",
		"tru",
		"nul",
		"True",
		"\"\"",
		"\"a\"",
		"\"",
		"\"a",
		"\"\\\"\"",
		"\"\\x\"",
		"\"\\u0041\"",
		"\"\\u004\"",
		"\"\\u00g1\"",
		"\"\\ud83d\\ude80\"",
		"\"\\ud83d\"",
		"\"\\ude80\"",
		"\"\\ud83d\\u0041\"",
		"\"\\ud83dx\"",
		"\"\\u0000\"",
		"\"\t\"",
		"\"\x1f\"",
		"\"\x7f\"",
		"\"\xff\"",
		"\"\xc3\xa9\"",
		"\"\xc0\x80\"",
		"\"\xed\xa0\x80\"",
		"\"\xf0\x9f\x9a\x80\"",
		"[]",
		"[ ]",
		"[1]",
		"[1,]",
		"[,1]",
		"[1 2]",
		"[",
		"]",
		"[[]]",
		"[1,[2,{\"a\":3}]]",
		"{}",
		"{ }",
		"{\"a\":1}",
		"{\"a\"}",
		"{\"a\":}",
		"{\"a\":1,}",
		"{a:1}",
		"{\"a\":1 \"b\":2}",
		"{1:2}",
		" \t\r\n{ \"a\" : [ 1 , \"b\" ] } ",
		"'a'",
		"// c\n1",
		"\v1",
		"",
		" ",
		"nan",
		"NaN",
		"Infinity",
		("\xef\xbb\xbf"
		 "1"),
	};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		json_error_t ignored;
		json_t *j = json_loads(texts[i], JSON_DECODE_ANY, &ignored);
		const char *why;
		size_t at;

		if (!ok_named(skips(texts[i], &at, &why) == (j != NULL), texts[i]))
			printf("# jansson: %s; ours at %zu: %s\n", j ? "taken" : ignored.text, at, why ? why : "taken");
		json_decref(j);
	}
}

static void
string_is(const char *text, const char *want, size_t at)
{
	char *room = iw_alloc(strlen(text) + 1, 1), got[64];
	struct iw_json_scan scan = { text, strlen(text), 0, room, NULL };
	struct iw_json_text s;

	if (ok_named(iw_json_take_string(&scan, &s), text)) {
		snprintf(got, sizeof got, "%.*s", (int)s.len, s.text);
		is_str(got, want);
		is_num(s.at, at);
		is_num(scan.at, strlen(text));
	}
	free(room);
}

static void
refused_at(const char *text, size_t want)
{
	const char *why;
	size_t at;

	ok_named(!skips(text, &at, &why) && why, text);
	is_num(at, want);
}

static void
test_depth(void)
{
	char text[80];
	const char *why;
	size_t at;

	memset(text, '[', 32);
	memset(text + 32, ']', 32);
	text[64] = '\0';
	ok(skips(text, &at, &why));
	memset(text, '[', 33);
	memset(text + 33, ']', 33);
	text[66] = '\0';
	ok(!skips(text, &at, &why));
	is_str(why, "it is nested too deep");
}

int
main(void)
{
	test_values();
	string_is("\"Jane\"", "Jane", 0);
	string_is("  \"\"", "", 2);
	string_is("\"a\\n\\t\\\\\\/\\\"\\u00e9\\u20ac\\ud83d\\ude80z\"",
	          "a\n\t\\/\"\xc3\xa9\xe2\x82\xac\xf0\x9f\x9a\x80z", 0);
	string_is("\"\\u007f\\u0080\\u07ff\\u0800\\uffff\"", "\x7f\xc2\x80\xdf\xbf\xe0\xa0\x80\xef\xbf\xbf", 0);
	refused_at("{\"a\":nul}", 5);
	refused_at("[1, 2 3]", 6);
	refused_at("{\"a\" 1}", 5);
	test_depth();
	return done();
}
