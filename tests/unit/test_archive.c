/* SPDX-License-Identifier: Apache-2.0 */
/* Archives through libarchive: the same bytes in every time zone and locale, and extraction of what was checked. */
#include <archive.h>
#include <archive_entry.h>
#include <dirent.h>
#include <locale.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/path.h"
#include "pack/archive.h"
#include "pack/archive_locale.h"
#include "tap.h"
#include "zip_builder.h"

static const char *const endings[] = { "x.zip", "x.tar", "x.tar.gz", "x.tgz", "x.tar.zst", "x.tar.xz" };
static const char *const zones[] = { "UTC", "Asia/Kolkata", "America/St_Johns", "<+14>-14", "<-12>12" };

static void
fill(struct iw_tree *tree)
{
	struct iw_error e;

	iw_tree_write(tree, "index.html", "<p>hello</p>", 12, &e);
	iw_tree_write(tree, "media/\xc3\xa9.png", "\0\1\2", 3, &e);
	iw_tree_write(tree, "media/empty", "", 0, &e);
	for (int i = 0; i < 2000; i++)
		iw_tree_write(tree, "media/long.txt", "many words\n", 11, &e);
}

static void
write_one(const char *name, struct iw_buf *out)
{
	struct iw_tree tree = IW_TREE_INIT;
	struct iw_error e = { "" };

	fill(&tree);
	if (iw_archive_write(&tree, name, out, &e) != IW_OK)
		tap_show(name, e.text);
	iw_tree_release(&tree);
}

/* Everything that libarchive reads out of an archive, as text. */
static void
describe(const struct iw_buf *bytes, struct iw_buf *text)
{
	struct iw_archive_locale locale = iw_archive_locale_enter();
	struct archive *a = archive_read_new();
	struct archive_entry *h;

	archive_read_support_filter_all(a);
	archive_read_support_format_all(a);
	archive_read_open_memory(a, bytes->data, bytes->len);
	while (archive_read_next_header(a, &h) == ARCHIVE_OK)
		iw_buf_printf(text, "%s %o %d:%d %s %ld\n", archive_entry_pathname_utf8(h), (unsigned)archive_entry_mode(h),
		              (int)archive_entry_uid(h), (int)archive_entry_gid(h),
		              archive_entry_uname(h) && *archive_entry_uname(h) ? "named" : "-", (long)archive_entry_mtime(h));
	archive_read_free(a);
	iw_archive_locale_leave(&locale);
}

static void
test_written(void)
{
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		struct iw_buf first = IW_BUF_INIT, text = IW_BUF_INIT;

		ok_named(iw_archive_is_name(endings[i]), endings[i]);
		setenv("TZ", "UTC", 1);
		tzset();
		write_one(endings[i], &first);
		describe(&first, &text);
		if (i > 0)
			is_str(text.data, "index.html 100644 0:0 - 0\nmedia/empty 100644 0:0 - 0\nmedia/long.txt 100644 0:0 - 0\n"
			                  "media/\xc3\xa9.png 100644 0:0 - 0\n");
		else
			is_str(text.data, "index.html 100644 0:0 - 315532800\nmedia/empty 100644 0:0 - 315532800\n"
			                  "media/long.txt 100644 0:0 - 315532800\nmedia/\xc3\xa9.png 100644 0:0 - 315532800\n");
		for (size_t z = 0; z < sizeof zones / sizeof *zones; z++) {
			struct iw_buf again = IW_BUF_INIT;

			setenv("TZ", zones[z], 1);
			tzset();
			setlocale(LC_ALL, z % 2 ? "C.UTF-8" : "C");
			write_one(endings[i], &again);
			ok_named(again.len == first.len && memcmp(again.data, first.data, first.len) == 0, zones[z]);
			iw_buf_release(&again);
		}
		setlocale(LC_ALL, "C");
		iw_buf_release(&text);
		iw_buf_release(&first);
	}
	ok(!iw_archive_is_name("folder"));
	ok(!iw_archive_is_name("a.tar.bz3"));
	ok(!iw_archive_is_name("zip"));
}

static void
is_file(const char *dir, const char *name, const char *want)
{
	char *path = iw_path_join(dir, name);
	struct iw_buf got = IW_BUF_INIT;
	struct iw_error e = { "" };
	struct stat st;

	iw_file_read(path, 1 << 20, &got, NULL, &e);
	is_str(e.text, "");
	is_str(got.data, want);
	ok(lstat(path, &st) == 0 && st.st_mode == (S_IFREG | 0644));
	unlink(path);
	iw_buf_release(&got);
	free(path);
}

/* Names in a folder, hidden ones too, but for "." and "..". */
static int
count_names(const char *dir)
{
	DIR *d = opendir(dir);
	int n = -2;

	while (d && readdir(d))
		n++;
	if (d)
		closedir(d);
	return n;
}

static void
test_extract(const char *work)
{
	static const struct zb_zip z = {
		.m = { { .name = "a/b.txt", .data = "hello" }, { .name = "a/c/d", .data = "" }, { .name = "\xc3\xa9", .data = "x" } },
	};
	char *dir = iw_path_join(work, "out/"), *deep = iw_path_join(work, "none/such/out"), *again = iw_path_join(work, "out");
	struct iw_zip_listing list = IW_ZIP_LISTING_INIT;
	struct iw_buf zip = IW_BUF_INIT;
	struct iw_error e = { "" };

	zb_build(&zip, &z);
	is_num(iw_zip_check(zip.data, zip.len, &list, &e), IW_OK);
	is_num(iw_archive_compare(zip.data, zip.len, &list, &e), IW_OK);
	is_num(iw_archive_extract(zip.data, zip.len, &list, dir, &e), IW_OK);
	is_str(e.text, "");
	is_num(count_names(work), 1);
	is_num(iw_archive_extract(zip.data, zip.len, &list, again, &e), IW_UNUSABLE);
	is_num(iw_archive_extract(zip.data, zip.len, &list, deep, &e), IW_SYSTEM);
	is_num(count_names(work), 1);
	is_num(count_names(again), 2);
	is_file(again, "a/b.txt", "hello");
	is_file(again, "a/c/d", "");
	is_file(again, "\xc3\xa9", "x");
	iw_zip_listing_release(&list);
	iw_buf_release(&zip);
	free(again);
	free(deep);
	free(dir);
}

/* A listing that is not what libarchive sees: nothing is written. */
static void
test_disagreement(const char *work)
{
	static const struct zb_zip z = { .m = { { .name = "a", .data = "1" }, { .name = "b", .data = "2" } } };
	char *dir = iw_path_join(work, "never");
	struct iw_zip_listing list = IW_ZIP_LISTING_INIT;
	struct iw_buf zip = IW_BUF_INIT;
	struct iw_error e = { "" };

	zb_build(&zip, &z);
	is_num(iw_zip_check(zip.data, zip.len, &list, &e), IW_OK);
	list.members[1].name[0] = 'c';
	is_num(iw_archive_extract(zip.data, zip.len, &list, dir, &e), IW_FOUND);
	tap_show("another name", e.text);
	list.members[1].name[0] = 'b';
	list.members[1].data = (const unsigned char *)"3";
	is_num(iw_archive_extract(zip.data, zip.len, &list, dir, &e), IW_FOUND);
	list.members[1].data = (const unsigned char *)"2";
	is_num(iw_archive_compare(zip.data, zip.len, &list, &e), IW_OK);
	list.count = 1;
	is_num(iw_archive_extract(zip.data, zip.len, &list, dir, &e), IW_FOUND);
	list.count = 2;
	zip.data[0] = 'x';
	zip.len /= 2;
	is_num(iw_archive_extract(zip.data, zip.len, &list, dir, &e), IW_FOUND);
	ok(!iw_dir_exists(dir));
	iw_zip_listing_release(&list);
	iw_buf_release(&zip);
	free(dir);
}

int
main(void)
{
	char work[] = "/tmp/iw-archive.XXXXXX";
	static const char *const left[] = { "out/a/c", "out/a", "out" };

	if (!mkdtemp(work))
		return 1;
	test_written();
	test_extract(work);
	test_disagreement(work);
	for (size_t i = 0; i < sizeof left / sizeof *left; i++) {
		char *path = iw_path_join(work, left[i]);

		rmdir(path);
		free(path);
	}
	is_num(rmdir(work), 0);
	return done();
}
