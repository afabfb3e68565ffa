/* SPDX-License-Identifier: Apache-2.0 */
/* How far words are from each other, and which rule somebody may have meant. */
#include <stdlib.h>

#include "base/distance.h"
#include "lint/nearest.h"
#include "tap.h"

static void
test_distance(void)
{
	char long_word[66];

	is_num(iw_distance("", ""), 0);
	is_num(iw_distance("", "abc"), 3);
	is_num(iw_distance("abc", ""), 3);
	is_num(iw_distance("abc", "abc"), 0);
	is_num(iw_distance("kitten", "sitting"), 3);
	is_num(iw_distance("ab", "ba"), 1);
	is_num(iw_distance("negative-stem", "negatvie-stem"), 1);
	is_num(iw_distance("abcdef", "badcfe"), 3);
	memset(long_word, 'x', 65);
	long_word[65] = '\0';
	ok(iw_distance(long_word, "x") == SIZE_MAX);
	long_word[64] = '\0';
	is_num(iw_distance(long_word, "x"), 63);
	is_num(iw_distance("x", long_word), 63);
}

static void
nearest(const char *wrong, const char *want)
{
	char *meant = iw_rule_nearest(wrong);

	tap_is_str(meant ? meant : "-", want, __FILE__, __LINE__, wrong);
	free(meant);
}

static void
test_nearest(void)
{
	nearest("item/key-cuont", "item/key-count");
	nearest("key-count", "item/key-count");
	nearest("duplicate-itm", "bank/duplicate-item");
	nearest("blueprint", "blueprint/*");
	nearest("blueprnt/*", "blueprint/*");
	nearest("bank/no-such-thing-at-all", "-");
	nearest("", "-");
	nearest("zzzzzzzz", "-");
	nearest("a-name-that-is-so-long-that-nobody-would-have-written-it-by-mistake/and-more", "-");
}

int
main(void)
{
	test_distance();
	test_nearest();
	return done();
}
