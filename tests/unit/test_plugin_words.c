/* SPDX-License-Identifier: Apache-2.0 */
/* The words of plugins in C (plugins/share/words.h), from a host that has a few files in memory. */
#include "share/words.h"

#include "tap.h"

static const struct {
	const char *name, *bytes;
} files[] = {
	{ "words-en.txt", "# a comment\nname = Name\nonly = In English\ncount.one = {n} step\ncount.other = {n} steps\n"
	                  "pick = Pick {n}\npick.2 = Pick TWO\n\n[report]\ntitle = Report\nname = Whose" },
	{ "words-de.txt",
	  "name = Der Name\ncount.one = ein\ncount.other = viele\npick = W\xc3\xa4hlen\n[report]\ntitle = Bericht\n" },
	{ "words-de-at.txt", "name = Da Name\n" },
	{ "words-ar.txt", "c.zero = 0\nc.one = 1\nc.two = 2\nc.few = f\nc.many = m\nc.other = o\n" },
	{ "words-ru.txt", "c.one = 1\nc.few = f\nc.many = m\nc.other = o\n" },
	{ "words-pl.txt", "c.one = 1\nc.few = f\nc.many = m\nc.other = o\n" },
	{ "words-cs.txt", "c.one = 1\nc.few = f\nc.other = o\n" },
	{ "words-fr.txt", "c.one = 1\nc.other = o\n" },
	{ "words-pt-br.txt", "c.one = 1\nc.other = o\n" },
	{ "words-he.txt", "c.one = 1\nc.two = 2\nc.other = o\n" },
	{ "words-ja.txt", "c.one = 1\nc.other = o\n" },
	{ "words-nn.txt", "c.one = 1\nc.other = o\n" },
	{ "words-xa.txt", "name = N\r\n" },
	{ "words-xb.txt", "\xef\xbb\xbfname = N\n" },
	{ "words-xc.txt", "name = \xe4\n" },
	{ "words-xd.txt", "" },
	{ "words-xe.txt", "[report]\n[]\n = \nname =  \nname = \n" },
};

/* What the host was told, and what it may not have. */
struct iw_job {
	char said[400];
	int errors, warnings;
	const char *hidden;
};

static void
report(struct iw_job *job, enum iw_level level, const xmlNode *where, const char *text)
{
	(void)where;
	snprintf(job->said, sizeof job->said, "%s", text);
	job->errors += level == IW_LEVEL_ERROR;
	job->warnings += level == IW_LEVEL_WARNING;
}

static bool
file(struct iw_job *job, const char *name, const void **bytes, size_t *len)
{
	*bytes = NULL;
	*len = 0;
	if (strchr(name, '/')) {
		report(job, IW_LEVEL_ERROR, NULL, name);
		return false;
	}
	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		if (strcmp(files[i].name, name) == 0 && !(job->hidden && strcmp(name, job->hidden) == 0)) {
			*bytes = files[i].bytes;
			*len = strlen(files[i].bytes);
		}
	return true;
}

static const struct iw_host host = { .size = sizeof host, .report = report, .file = file };

/* The string as it is found; "" when there is none. */
static const char *
found(struct iw_language *l, const char *part, const char *id, const char *n)
{
	static char text[100];
	struct iw_string span = iw_language_find(l, part, id, n);

	snprintf(text, sizeof text, "%.*s", (int)span.len, span.text ? span.text : "");
	return text;
}

static void
test_files(void)
{
	static const struct {
		const char *lang, *tag, *name;
	} cases[] = {
		{ "en", "en", "Name" },
		{ "de", "de", "Der Name" },
		{ "DE", "de", "Der Name" },
		{ "de-CH", "de", "Der Name" },
		{ "de-AT", "de-at", "Da Name" },
		{ "de-AT-1996", "de", "Der Name" },
		{ "fi", "en", "Name" },
		{ "", "en", "Name" },
		{ "d", "en", "Name" },
		{ "deu", "en", "Name" },
		{ "en-GB-oxendict", "en", "Name" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct iw_job job = { .errors = 0 };
		struct iw_language l;

		ok(iw_language_open(&l, &host, &job, cases[i].lang));
		is_str(l.tag, cases[i].tag);
		is_str(found(&l, "", "name", NULL), cases[i].name);
		is_num(job.errors + job.warnings, 0);
	}
}

static void
test_parts_and_missing(void)
{
	struct iw_job job = { .errors = 0 };
	struct iw_language l;

	ok(iw_language_open(&l, &host, &job, "de"));
	is_str(found(&l, "report", "title", NULL), "Bericht");
	is_num(job.warnings, 0);
	is_str(found(&l, "", "only", NULL), "In English");
	is_str(job.said, "words-de.txt has no string \"only\": it is told in English, like any other that is missing");
	is_str(found(&l, "report", "name", NULL), "Whose");
	is_num(job.warnings, 1);
	is_num(job.errors, 0);
	is_str(found(&l, "", "title", NULL), "");
	is_str(job.said, "words-en.txt has no string \"title\"");
	is_num(job.errors, 1);
	ok(!iw_language_find(&l, "none", "name", NULL).text);
	ok(!iw_language_find(&l, "", "nam", NULL).text);
	ok(!iw_language_find(&l, "", "# a comment", NULL).text);
}

static void
test_numbers(void)
{
	static const struct {
		const char *lang, *numbers, *forms;
	} cases[] = {
		{ "ar", "0 1 2 3 10 11 99 100 101 102 103 111", "0 1 2 f f m m o o o f m" },
		{ "ru", "0 1 2 4 5 11 12 14 21 22 25 111 112 121", "m 1 f f m m m m 1 f m m m 1" },
		{ "pl", "0 1 2 4 5 11 12 14 21 22 25 112", "m 1 f f m m m m m f m m" },
		{ "cs", "0 1 2 4 5 21 22", "o 1 f f o o o" },
		{ "fr", "0 1 2 10", "1 1 o o" },
		{ "fr-CA", "0 1 2 10", "1 1 o o" },
		{ "pt-BR", "0 1 2 10", "1 1 o o" },
		{ "he", "0 1 2 3 10 20", "o 1 2 o o o" },
		{ "ja", "0 1 2", "o o o" },
		{ "nn", "0 1 2 11 21", "o 1 o o o" },
	};
	struct iw_job job = { .errors = 0 };
	struct iw_language l;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char got[100] = "";
		size_t len = 0;

		ok(iw_language_open(&l, &host, &job, cases[i].lang));
		for (const char *n = cases[i].numbers; n; n = strchr(n, ' ') ? strchr(n, ' ') + 1 : NULL) {
			char number[8];

			snprintf(number, sizeof number, "%.*s", (int)strcspn(n, " "), n);
			len += (size_t)snprintf(got + len, sizeof got - len, "%s%s", len ? " " : "",
			                        found(&l, "", "c", number));
		}
		is_str(got, cases[i].forms);
	}
	ok(iw_language_open(&l, &host, &job, "en"));
	is_str(found(&l, "", "count", "1"), "{n} step");
	is_str(found(&l, "", "pick", "2"), "Pick TWO");
	is_str(found(&l, "", "pick", "3"), "Pick {n}");
	is_str(found(&l, "", "pick", NULL), "Pick {n}");
	is_num(job.errors + job.warnings, 0);
}

/* A language of which all that can be asked for is told. */
static void
refused(const char *lang, const char *hidden, uint32_t size, const char *why)
{
	struct iw_host old = host;
	struct iw_job job = { .hidden = hidden };
	struct iw_language l;

	old.size = size;
	ok(!iw_language_open(&l, &old, &job, lang));
	is_num(job.errors, 1);
	if (!strstr(job.said, why))
		is_str(job.said, why);
}

static void
test_refusals(void)
{
	struct iw_job job = { .errors = 0 };
	struct iw_language l;

	refused("en", "words-en.txt", sizeof host, "there is no words-en.txt in the plugin's folder");
	refused("de", "words-en.txt", sizeof host, "there is no words-en.txt in the plugin's folder");
	refused("xa", NULL, sizeof host, "words-xa.txt is not plain text");
	refused("xb", NULL, sizeof host, "words-xb.txt is not plain text");
	refused("xc", NULL, sizeof host, "words-xc.txt is not plain text");
	refused("../x", NULL, sizeof host, "words-../x.txt");
	refused("en", NULL, offsetof(struct iw_host, file), "this itemwright hands out no files");
	ok(iw_language_open(&l, &host, &job, "xd"));
	is_str(found(&l, "", "name", NULL), "Name");
	ok(iw_language_open(&l, &host, &job, "xe"));
	is_str(found(&l, "", "name", NULL), "Name");
	is_str(found(&l, "", "", NULL), "");
	ok(iw_language_open(&l, &host, &job,
	                    "a-very-long-tag-of-a-language-that-is-longer-than-any-tag-that-there-is-in-the-world"));
	is_str(l.tag, "en");
}

int
main(void)
{
	test_files();
	test_parts_and_missing();
	test_numbers();
	test_refusals();
	return done();
}
