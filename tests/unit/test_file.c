/* SPDX-License-Identifier: Apache-2.0 */
/* Reading files, and finding them. */
#include "base/file.h"
#include "base/mem.h"
#include "base/path.h"
#include "scratch.h"
#include "tap.h"

static void
test_limits(void)
{
	struct iw_buf b = IW_BUF_INIT;
	struct iw_error e = { "" };
	bool large = true;

	scratch_write("ten", "0123456789");
	scratch_write("empty", "");
	is_num(iw_file_read(scratch_path("ten"), 10, &b, &large, &e), IW_OK);
	is_str(b.data, "0123456789");
	ok(!large);
	is_num(iw_file_read(scratch_path("ten"), 9, &b, &large, &e), IW_UNUSABLE);
	ok(large);
	ok(strstr(e.text, "larger than 9 bytes"));
	is_num(b.len, 10);
	is_str(b.data, "0123456789"); /* untouched on failure */
	is_num(iw_file_read(scratch_path("ten"), 100, &b, NULL, &e), IW_OK);
	is_str(b.data, "01234567890123456789");
	is_num(iw_file_read(scratch_path("empty"), 0, &b, &large, &e), IW_OK);
	is_num(b.len, 20);
	ok(!large);
	iw_buf_release(&b);
	is_num(iw_file_read(scratch_path("empty"), 10, &b, NULL, &e), IW_OK);
	is_str(b.data, "");
	iw_buf_release(&b);
}

static void
test_whole(void)
{
	enum { LEN = 300001 };
	char *bytes = iw_alloc(LEN, 1);
	struct iw_buf b = IW_BUF_INIT;
	struct iw_error e;

	for (size_t i = 0; i < LEN; i++)
		bytes[i] = (char)(i * 7 % 251);
	scratch_bytes("large", bytes, LEN);
	is_num(iw_file_read(scratch_path("large"), LEN, &b, NULL, &e), IW_OK);
	ok(b.len == LEN && memcmp(b.data, bytes, LEN) == 0 && b.data[LEN] == '\0');
	is_num(iw_file_read(scratch_path("large"), LEN - 1, &b, NULL, &e), IW_UNUSABLE);
	is_num(b.len, LEN);
	iw_buf_release(&b);
	free(bytes);
}

/* What is no file: and nothing waits for a writer of the pipe. */
static void
test_not_files(void)
{
	struct iw_buf b = IW_BUF_INIT;
	struct iw_error e = { "" };

	(void)mkfifo(scratch_path("pipe"), 0600);
	(void)mkdir(scratch_path("dir"), 0700);
	(void)symlink(scratch_path("ten"), scratch_path("link"));
	(void)symlink("nowhere", scratch_path("broken"));
	is_num(iw_file_read(scratch_path("pipe"), 10, &b, NULL, &e), IW_UNUSABLE);
	ok(strstr(e.text, "not a regular file"));
	is_num(iw_file_read(scratch_path("dir"), 10, &b, NULL, &e), IW_UNUSABLE);
	is_num(iw_file_read(scratch_path("none"), 10, &b, NULL, &e), IW_UNUSABLE);
	ok(strstr(e.text, "No such file"));
	is_num(iw_file_read("/dev/null", 10, &b, NULL, &e), IW_UNUSABLE);
	is_num(b.len, 0);
	ok(iw_file_exists(scratch_path("ten")));
	ok(iw_file_exists(scratch_path("link")));
	ok(!iw_file_exists(scratch_path("broken")));
	ok(!iw_file_exists(scratch_path("dir")));
	ok(!iw_file_exists(scratch_path("pipe")));
	ok(iw_dir_exists(scratch_path("dir")));
	ok(!iw_dir_exists(scratch_path("ten")));
	ok(!iw_dir_exists(scratch_path("none")));
	iw_buf_release(&b);
}

static void
is_list(const char *dir, const char *suffix, const char *want)
{
	struct iw_paths list = IW_PATHS_INIT;
	struct iw_buf got = IW_BUF_INIT;
	struct iw_error e = { "" };

	is_num(iw_paths_below(&list, scratch_path("bank"), dir, suffix, &e), IW_OK);
	for (size_t i = 0; i < list.count; i++)
		iw_buf_printf(&got, "%s ", list.path[i]);
	is_str(got.data, want);
	iw_buf_release(&got);
	iw_paths_release(&list);
	is_num(list.count, 0);
}

static void
test_lists(void)
{
	static const char *const names[] = {
		"bank/items/b.xml", "bank/items/a.xml", "bank/items/B.xml", "bank/items/a/z.xml", "bank/items/a-b/c.xml", "bank/items/a.txt",
		"bank/items/.hidden.xml", "bank/items/.git/x.xml", "bank/items/a/b/c/d.xml", "bank/items/\xc3\xa9.xml", "bank/other/o.xml",
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		scratch_write(names[i], "x");
	(void)symlink("b.xml", scratch_path("bank/items/link.xml"));
	(void)symlink("../other", scratch_path("bank/items/linked"));
	(void)symlink(".", scratch_path("bank/items/a/loop"));
	(void)mkdir(scratch_path("bank/items/folder.xml"), 0700);
	(void)mkfifo(scratch_path("bank/items/pipe.xml"), 0600);
	is_list("items", ".xml",
	        "items/B.xml items/a-b/c.xml items/a.xml items/a/b/c/d.xml items/a/z.xml items/b.xml items/\xc3\xa9.xml ");
	is_list("items/a", NULL, "items/a/b/c/d.xml items/a/z.xml ");
	is_list("items", ".txt", "items/a.txt ");
	is_list("none", ".xml", "");
}

/* As deep as is followed, and one deeper. */
static void
test_deep(void)
{
	struct iw_paths list = IW_PATHS_INIT;
	struct iw_buf name = IW_BUF_INIT;
	struct iw_error e = { "" };

	iw_buf_str(&name, "deep/d");
	for (int i = 0; i < 32; i++)
		iw_buf_str(&name, "/d");
	iw_buf_str(&name, "/f");
	scratch_write(name.data, "");
	is_num(iw_paths_below(&list, scratch_path("deep"), "d", NULL, &e), IW_OK);
	is_num(list.count, 1);
	iw_paths_release(&list);
	name.len -= 1;
	iw_buf_str(&name, "d/f");
	scratch_write(name.data, "");
	is_num(iw_paths_below(&list, scratch_path("deep"), "d", NULL, &e), IW_UNUSABLE);
	ok(strstr(e.text, "nested more than"));
	iw_paths_release(&list);
	is_num(iw_paths_below(&list, scratch_path("."), "ten", NULL, &e), IW_UNUSABLE);
	iw_paths_release(&list);
	iw_buf_release(&name);
}

int
main(void)
{
	scratch_make();
	test_limits();
	test_whole();
	test_not_files();
	test_lists();
	test_deep();
	return done();
}
