/* SPDX-License-Identifier: Apache-2.0 */
/* A set of outputs: which names may stand in it together. */
#include <stdlib.h>
#include <time.h>

#include "base/mem.h"
#include "base/tree.h"
#include "tap.h"

static enum iw_status
add(struct iw_tree *tree, const char *name)
{
	struct iw_error e;

	return iw_tree_write(tree, name, "x", 1, &e);
}

static void
test_order_and_appending(void)
{
	static const char *const names[] = { "b", "a/b", "a-", "a0", "a/b", "c/d/e" };
	static const char *const sorted[] = { "a-", "a/b", "a0", "b", "c/d/e" };
	struct iw_tree tree = IW_TREE_INIT;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		is_num(add(&tree, names[i]), IW_OK);
	is_num(tree.count, 5);
	for (size_t i = 0; i < tree.count; i++)
		is_str(tree.entries[i].name, sorted[i]);
	is_str(iw_tree_get(&tree, "a/b")->data, "xx");
	ok(!iw_tree_get(&tree, "a"));
	is_num(tree.bytes, 6);
	iw_tree_release(&tree);
}

/* Of two names, in either order, when one is a folder of the other. */
static void
test_folders(void)
{
	static const struct {
		const char *file, *inside;
	} pairs[] = {
		{ "a", "a/b" },
		{ "a", "a/b/c" },
		{ "a/b", "a/b/c" },
		{ "a/b", "a/b/c/d/e" },
		{ "\xc3\xa9", "\xc3\xa9/x" },
	};
	/* They come between the two in the order of bytes, or near them. */
	static const char *const others[] = { "a ", "a-", "a+/b", "a.b", "a/b-", "a/b.c", "a/b0", "a0", "aa/b", "b" };

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		for (int turned = 0; turned < 2; turned++) {
			const char *first = turned ? pairs[i].inside : pairs[i].file;
			const char *second = turned ? pairs[i].file : pairs[i].inside;
			struct iw_tree tree = IW_TREE_INIT;
			struct iw_error e;

			is_num(add(&tree, first), IW_OK);
			for (size_t k = 0; k < sizeof others / sizeof *others; k++)
				if (strcmp(pairs[i].file, "a") != 0 || strncmp(others[k], "a/", 2) != 0)
					is_num(add(&tree, others[k]), IW_OK);
			is_num(iw_tree_write(&tree, second, "x", 1, &e), IW_FOUND);
			ok(strstr(e.text, first) && strstr(e.text, second));
			ok(!iw_tree_get(&tree, second));
			is_num(add(&tree, first), IW_OK);
			iw_tree_release(&tree);
		}
}

static void
test_neighbours(void)
{
	static const char *const names[] = { "a", "a-/b", "a.b", "a0", "aa/b", "b/a", "b/a.b", "b/aa/b", "b-" };
	struct iw_tree tree = IW_TREE_INIT;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		is_num(add(&tree, names[i]), IW_OK);
	is_num(tree.count, 9);
	iw_tree_release(&tree);
}

static void
test_limits(void)
{
	struct iw_tree tree = IW_TREE_INIT;
	const clock_t from = clock();
	bool good = true;

	is_num(add(&tree, "../a"), IW_FOUND);
	is_num(add(&tree, "a\033b"), IW_FOUND);
	for (size_t i = 0; i < IW_TREE_MOST_ENTRIES; i++) {
		char *name = iw_printf("some/folders/deep/in/a/tree/%zu/%zu.xml", i % 50, i);

		good = good && add(&tree, name) == IW_OK;
		free(name);
	}
	ok(good);
	is_num(add(&tree, "z"), IW_FOUND);
	ok(clock() - from < 10 * CLOCKS_PER_SEC); /* a hundredth of that, unless each is compared with all */
	iw_tree_release(&tree);
}

int
main(void)
{
	test_order_and_appending();
	test_folders();
	test_neighbours();
	test_limits();
	return done();
}
