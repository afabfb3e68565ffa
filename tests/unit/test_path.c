/* SPDX-License-Identifier: Apache-2.0 */
/* Names of files, and which of them are safe. */
#include <stdlib.h>

#include "base/path.h"
#include "tap.h"

static void
test_join_and_split(void)
{
	static const struct {
		const char *dir, *name, *joined;
	} joins[] = {
		{ "a", "b", "a/b" }, { ".", "b", "b" },   { "a/", "b", "a/b" }, { "/", "b", "/b" },
		{ "a", "/b", "/b" }, { "..", "b", "../b" }, { "a/.", "b/c", "a/./b/c" },
	};
	static const struct {
		const char *path, *dir, *base;
	} splits[] = {
		{ "a/b", "a", "b" }, { "b", ".", "b" }, { "/b", "/", "b" }, { "a/b/c", "a/b", "c" }, { "a/", "a", "" }, { "", ".", "" },
	};

	for (size_t i = 0; i < sizeof joins / sizeof *joins; i++) {
		char *got = iw_path_join(joins[i].dir, joins[i].name);

		is_str(got, joins[i].joined);
		free(got);
	}
	for (size_t i = 0; i < sizeof splits / sizeof *splits; i++) {
		char *dir = iw_path_dir(splits[i].path);

		is_str(dir, splits[i].dir);
		is_str(iw_path_base(splits[i].path), splits[i].base);
		free(dir);
	}
	ok(iw_path_has_suffix("a.xml", ".xml"));
	ok(iw_path_has_suffix(".xml", ".xml"));
	ok(iw_path_has_suffix("a", ""));
	ok(!iw_path_has_suffix("xml", ".xml"));
	ok(!iw_path_has_suffix("a.xml~", ".xml"));
	ok(!iw_path_has_suffix("a.XML", ".xml"));
}

static void
test_relative(void)
{
	static const struct {
		const char *from, *to, *relative;
	} table[] = {
		{ "/a/b", "/a/b", "." },       { "/a/b", "/a/b/c", "c" },    { "/a/b", "/a", ".." },          { "/a/b", "/a/c", "../c" },
		{ "/a/b", "/a/bc", "../bc" },  { "/a/bc", "/a/b", "../b" },  { "/a/b/c", "/d/e", "../../../d/e" }, { "/", "/a/b", "a/b" },
		{ "/a/b", "/", "../.." },      { "/", "/", "." },            { "/a", "/b", "../b" },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		char *got = iw_path_relative(table[i].from, table[i].to);

		is_str(got, table[i].relative);
		free(got);
	}
}

static void
test_inside(void)
{
	static const char *const good[] = {
		"a", "a/b", "a/b.c/d", "...", "a/...", "..a", ".a", "a..", "a./b", "a b", "~a", "-a", "\xc3\xa9/\xe4\xb8\xad", "\xf0\x9f\x9a\x80",
	};
	static const char *const bad[] = {
		"", "/", "/a", "a/", "a//b", "//a", ".", "..", "./a", "../a", "a/.", "a/..", "a/./b", "a/../b", "a\\b", "c:a", "a\nb",
		"a\x1b[m", "a\x7f", "\xc2\x80", "\xff", "a\xc3", "\xc0\xaf", "\xed\xa0\x80", "a\xe2\x80\xae" "b", "\xe2\x80\x8b", "\xe2\x80\xa8",
		"\xef\xbb\xbf" "a", "\xef\xbf\xbf",
	};

	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		ok_named(iw_path_is_inside(good[i]), good[i]);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (!ok_named(!iw_path_is_inside(bad[i]), "refused"))
			printf("# bad[%zu]\n", i);
}

/* A path of parts of `part` bytes, `len` bytes in all. */
static bool
inside(size_t len, size_t part)
{
	char path[2048] = "";

	for (size_t i = 0; i < len; i++)
		path[i] = i % (part + 1) == part ? '/' : 'a';
	return iw_path_is_inside(path);
}

static void
test_lengths(void)
{
	ok(inside(255, 255));
	ok(!inside(256, 256));
	ok(inside(511, 255));
	ok(!inside(512 + 1, 256));
	ok(inside(1023, 200));
	ok(!inside(1024, 200));
}

int
main(void)
{
	test_join_and_split();
	test_relative();
	test_inside();
	test_lengths();
	return done();
}
