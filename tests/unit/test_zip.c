/* SPDX-License-Identifier: Apache-2.0 */
/* The canonical writer and the strict reader: what is written is read, and nothing else is. */
#include <stdlib.h>

#include "base/mem.h"
#include "pack/zip.h"
#include "pack/zip_name.h"
#include "tap.h"
#include "zip_builder.h"

static void
add(struct iw_tree *tree, const char *name, const char *data)
{
	struct iw_error e;

	if (iw_tree_write(tree, name, data, strlen(data), &e) != IW_OK)
		tap_show("cannot add", e.text);
}

static bool
accepted(const struct iw_buf *b, struct iw_error *e)
{
	struct iw_zip_listing listing = IW_ZIP_LISTING_INIT;
	/* A copy of just this size, so that a sanitizer sees a read behind it. */
	char *copy = iw_alloc(b->len, 1);
	enum iw_status status;

	memcpy(copy, b->data, b->len);
	e->text[0] = '\0';
	status = iw_zip_check(copy, b->len, &listing, e);
	if (status != IW_OK && (status != IW_FOUND || !e->text[0] || listing.members))
		printf("Bail out! refused without a reason\n"), exit(1);
	iw_zip_listing_release(&listing);
	free(copy);
	return status == IW_OK;
}

static void
test_round_trip(void)
{
	struct iw_tree tree = IW_TREE_INIT, again = IW_TREE_INIT;
	struct iw_buf zip = IW_BUF_INIT, second = IW_BUF_INIT, by_hand = IW_BUF_INIT;
	struct iw_zip_listing listing = IW_ZIP_LISTING_INIT;
	static const struct zb_zip same = {
		.m = { { .name = "B.xml", .data = "" }, { .name = "a/b.txt", .data = "hello" }, { .name = "a/\xc3\xa9.xml", .data = "<x/>" } },
	};
	struct iw_error e = { "" };

	add(&tree, "a/\xc3\xa9.xml", "<x/>");
	add(&tree, "a/b.txt", "hello");
	add(&tree, "B.xml", "");
	is_num(iw_zip_write(&tree, &zip, &e), IW_OK);
	is_num(iw_zip_check(zip.data, zip.len, &listing, &e), IW_OK);
	is_str(e.text, "");
	is_num(listing.count, 3);
	is_str(listing.members[0].name, "B.xml");
	is_str(listing.members[2].name, "a/\xc3\xa9.xml");
	ok(iw_zip_get(&listing, "a/b.txt") && iw_zip_get(&listing, "a/b.txt")->size == 5);
	ok(iw_zip_get(&listing, "a/b.txt") && memcmp(iw_zip_get(&listing, "a/b.txt")->data, "hello", 5) == 0);
	ok(!iw_zip_get(&listing, "a/b.tx"));
	for (size_t i = 0; i < listing.count; i++)
		is_num(iw_tree_write(&again, listing.members[i].name, listing.members[i].data, listing.members[i].size, &e), IW_OK);
	iw_buf_str(&second, "before");
	is_num(iw_zip_write(&again, &second, &e), IW_OK);
	ok(second.len == zip.len + 6 && memcmp(second.data + 6, zip.data, zip.len) == 0);
	zb_build(&by_hand, &same);
	ok(by_hand.len == zip.len && memcmp(by_hand.data, zip.data, zip.len) == 0);
	iw_zip_listing_release(&listing);
	iw_buf_release(&by_hand);
	iw_buf_release(&second);
	iw_buf_release(&zip);
	iw_tree_release(&again);
	iw_tree_release(&tree);
}

/* Every byte in every other value, every truncation, every byte more. */
static void
test_mutations(void)
{
	struct iw_tree tree = IW_TREE_INIT;
	struct iw_buf zip = IW_BUF_INIT;
	size_t tried = 0, taken = 0, len;
	struct iw_error e;

	add(&tree, "imsmanifest.xml", "<manifest/>");
	add(&tree, "items/q1.xml", "<item/>");
	add(&tree, "m\xc3\xa9.png", "");
	is_num(iw_zip_write(&tree, &zip, &e), IW_OK);
	ok(accepted(&zip, &e));
	for (size_t i = 0; i < zip.len; i++)
		for (unsigned x = 1; x < 256; x++, tried++) {
			zip.data[i] = (char)(zip.data[i] ^ (char)x);
			taken += accepted(&zip, &e);
			zip.data[i] = (char)(zip.data[i] ^ (char)x);
		}
	is_num(taken, 0);
	printf("# %zu mutations\n", tried);
	len = zip.len;
	for (zip.len = 0; zip.len < len; zip.len++)
		taken += accepted(&zip, &e);
	is_num(taken, 0);
	for (int x = 0; x < 256; x++) {
		iw_buf_char(&zip, (char)x);
		taken += accepted(&zip, &e);
		zip.len = len;
	}
	is_num(taken, 0);
	iw_buf_release(&zip);
	iw_tree_release(&tree);
}

#define A .name = "a.xml", .data = "<a/>"
#define B .name = "b.xml", .data = "<b/>"
#define LINK_XOR ((uint32_t)(0100644 ^ 0120777) << 16)

static const struct zb_zip hostile[] = {
	{ "needs version 2.0", .m = { { A, .version_xor = 0x1e } } },
	{ "needs version 4.5 (zip64)", .m = { { A, .version_xor = 0x27 } } },
	{ "encrypted", .m = { { A, .flags_xor = 1 } } },
	{ "encrypted in the local header only", .m = { { A, .local_flags_xor = 1 } } },
	{ "strongly encrypted", .m = { { A, .flags_xor = 1 | 1 << 6 } } },
	{ "directory masked", .m = { { A, .flags_xor = 1 << 13 } } },
	{ "UTF-8 flag on an ASCII name", .m = { { A, .flags_xor = 1 << 11 } } },
	{ "no UTF-8 flag on another", .m = { { .name = "\xc3\xa9", .data = "x", .flags_xor = 1 << 11 } } },
	{ "descriptor flag alone", .m = { { A, .flags_xor = 1 << 3 } } },
	{ "descriptor", .m = { { A, .flags_xor = 1 << 3, .descriptor = "PK\7\10xxxxyyyyzzzz" } } },
	{ "descriptor without its flag", .m = { { A, .descriptor = "PK\7\10xxxxyyyyzzzz" } } },
	{ "deflate", .m = { { A, .method = 8 } } },
	{ "deflate64", .m = { { A, .method = 9 } } },
	{ "lzma", .m = { { A, .method = 14 } } },
	{ "zstd", .m = { { A, .method = 93 } } },
	{ "AES", .m = { { A, .method = 99, .flags_xor = 1 } } },
	{ "a time", .m = { { A, .time = 1 } } },
	{ "a date", .m = { { A, .date_xor = 1 } } },
	{ "CRC", .m = { { A, .crc_xor = 1 } } },
	{ "CRC of the local header", .m = { { A, .local_crc_xor = 1 } } },
	{ "CRC zero in the local header", .m = { { .name = "a", .data = "", .local_crc_xor = 1 } } },
	{ "size larger", .m = { { A, .size_add = 1 } } },
	{ "sizes larger", .m = { { A, .size_add = 1, .packed_add = 1 }, { B } } },
	{ "sizes smaller", .m = { { A, .size_add = (uint32_t)-1, .packed_add = (uint32_t)-1 }, { B } } },
	{ "sizes of 4 GiB", .m = { { A, .size_add = 0xfffffffb, .packed_add = 0xfffffffb } } },
	{ "local size differs", .m = { { A, .local_size_add = 1 } } },
	{ "local packed size differs", .m = { { A, .local_packed_add = 1 } } },
	{ "local sizes zero", .m = { { A, .local_size_add = (uint32_t)-4, .local_packed_add = (uint32_t)-4 } } },
	{ "packed size smaller (a bomb)", .m = { { A, .packed_add = (uint32_t)-2 } } },
	{ "extra in the local header", .m = { { A, .extra = "UT\1\0x" } } },
	{ "extra in the directory", .m = { { A, .central_extra = "UT\1\0x" } } },
	{ "extra in both", .m = { { A, .extra = "up\3\0abc", .central_extra = "up\3\0abc" } } },
	{ "comment of a member", .m = { { A, .comment = "c" } } },
	{ "comment of the package", .m = { { A } }, .comment = "c" },
	{ "comment that is a package's end", .m = { { A } }, .comment = "PK\5\6" },
	{ "prefix", .m = { { A } }, .prefix = "#!/bin/sh\n" },
	{ "prefix, offsets mended", .m = { { A, .offset_add = (uint32_t)-2 } }, .prefix = "MZ", .offset_add = (uint32_t)-2 },
	{ "suffix", .m = { { A } }, .suffix = "x" },
	{ "suffix of zeros", .m = { { A } }, .suffix = "\n" },
	{ "gap between members", .m = { { A, .gap = "x" }, { B } } },
	{ "gap before the directory", .m = { { A } }, .gap = "x" },
	{ "gap before the end", .m = { { A } }, .before_end = "x" },
	{ "signature block before the end", .m = { { A } }, .before_end = "PK\5\5\1" "x" },
	{ "zip64 end before the end", .m = { { A } }, .before_end = "PK\6\6" "x" },
	{ "unlisted member", .m = { { A }, { B, .unlisted = true } } },
	{ "unlisted first member", .m = { { A, .unlisted = true }, { B } } },
	{ "listed member that is not there", .m = { { A }, { B, .listed_only = true } } },
	{ "overlapping members", .m = { { A }, { B, .offset_add = (uint32_t)-39 } } },
	{ "offset wrong", .m = { { A, .offset_add = 1 } } },
	{ "other name in the directory", .m = { { A, .central_name = "b.xml" } } },
	{ "shorter name in the directory", .m = { { A, .central_name = "a" } } },
	{ "made by DOS", .m = { { A, .made_by_xor = 3 << 8 } } },
	{ "on another disk", .m = { { A, .disk = 1 } } },
	{ "text attribute", .m = { { A, .internal = 1 } } },
	{ "symbolic link", .m = { { A, .external_xor = LINK_XOR } } },
	{ "device", .m = { { A, .external_xor = (uint32_t)(0100644 ^ 0020644) << 16 } } },
	{ "fifo", .m = { { A, .external_xor = (uint32_t)(0100644 ^ 0010644) << 16 } } },
	{ "socket", .m = { { A, .external_xor = (uint32_t)(0100644 ^ 0140644) << 16 } } },
	{ "setuid", .m = { { A, .external_xor = (uint32_t)(0100644 ^ 0104755) << 16 } } },
	{ "executable", .m = { { A, .external_xor = (uint32_t)(0100644 ^ 0100755) << 16 } } },
	{ "folder by attribute", .m = { { A, .external_xor = 0x10 } } },
	{ "folder by name", .m = { { .name = "a/", .data = "" } } },
	{ "not sorted", .m = { { B }, { A } } },
	{ "the same name twice", .m = { { A }, { A } } },
	{ "equal but for case", .m = { { .name = "A.xml", .data = "1" }, { .name = "a.xml", .data = "2" } } },
	{ "folders equal but for case", .m = { { .name = "A/x", .data = "1" }, { .name = "a/y", .data = "2" } } },
	{ "file and folder", .m = { { .name = "a", .data = "1" }, { .name = "a/b", .data = "2" } } },
	{ "file and folder, another between", .m = { { .name = "a", .data = "1" }, { .name = "a-b", .data = "" }, { .name = "a/b", .data = "2" } } },
	{ "file and folder but for case", .m = { { .name = "A", .data = "1" }, { .name = "a/b", .data = "2" } } },
	{ "NUL in the name", .m = { { .name = "a\0b", .name_len = 3, .data = "1" } } },
	{ "NUL at the end of the name", .m = { { .name = "a", .name_len = 2, .data = "1" } } },
	{ "disk 1", .m = { { A } }, .disk = 1 },
	{ "directory on disk 1", .m = { { A } }, .directory_disk = 1 },
	{ "one member more", .m = { { A } }, .count_add = 1 },
	{ "one more on this disk", .m = { { A } }, .disk_count_add = 1 },
	{ "none on this disk", .m = { { A } }, .disk_count_add = (uint32_t)-1 },
	{ "both counts none", .m = { { A } }, .count_add = (uint32_t)-1, .disk_count_add = (uint32_t)-1 },
	{ "zip64 counts", .m = { { A } }, .count_add = 0xfffe, .disk_count_add = 0xfffe },
	{ "size of the directory", .m = { { A } }, .size_add = 1 },
	{ "offset of the directory", .m = { { A } }, .offset_add = 1 },
	{ "offset of zip64", .m = { { A } }, .offset_add = 0xffffffff - 39 },
	{ .what = "empty" },
};

static void
test_hostile(void)
{
	static const struct zb_zip good = { .m = { { A }, { B } } };
	struct iw_buf zip = IW_BUF_INIT;
	struct iw_error e;

	zb_build(&zip, &good);
	ok_named(accepted(&zip, &e), "the builder makes good packages");
	for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
		iw_buf_clear(&zip);
		zb_build(&zip, &hostile[i]);
		ok_named(!accepted(&zip, &e), hostile[i].what);
		tap_show(hostile[i].what, e.text);
	}
	iw_buf_release(&zip);
}

static const char *const bad_names[] = {
	"/etc/passwd", "../a", "a/../b", "a/..", "..", ".", "./a", "a/./b", "a//b", "a/", "\\a", "a\\b", "..\\a", "C:a", "C:/a",
	"C:\\a", "//host/share", "\\\\host\\share", "\\\\?\\C:\\a", "a:stream", "CON", "con", "Con.txt", "a/NUL", "nul.tar.gz",
	"prn", "AUX.x/a", "COM1", "com9.xml", "LPT1", "lpt0", "CONIN$", "conout$", "CLOCK$", "con .txt", "COM\xc2\xb9",
	"a.", "a ", "a./b", "a /b", "...", "a\nb", "a\rb", "a\tb", "\033[2J", "a\177", "a<b", "a>b", "a\"b", "a|b", "a?b", "a*b",
	"\xff", "\xc3", "a\xc0\xaf" "b", "\xc0\xae\xc0\xae/a", "\xed\xa0\x80", "\xf4\x90\x80\x80", "e\xcc\x81", "\xe2\x84\xab",
	"\xc3\x89", "\xe1\x84\x80\xe1\x85\xa1", "a\xe2\x80\xae" "b", "a\xe2\x80\x8b", "\xef\xbb\xbf" "a", "\xef\xac\x81", "\xc3\x9f",
	"\xc4\xb1", "\xc5\xbf", "\xcf\x82", "\xf0\x9f\x98\x80", "\xc2\xa0", "\xc2\x85", "\xe2\x88\x95",
};

static const char *const good_names[] = {
	"a", "A", "imsmanifest.xml", ".a", "..a", "a..b", "con1", "COM", "COM10", "nula", "a b", "a-b_c", "icon", "console.log",
	"x/con_", "\xc3\xa9", "\xc3\xbc.png", "\xe6\x97\xa5\xe6\x9c\xac", "\xea\xb0\x80", "\xd0\xb6", "\xce\xac", "\xc5\x93", "(1)", "a,b;c=d",
};

static void
test_names(void)
{
	char deep[2 * 40], part[258], *full;
	struct iw_buf zip = IW_BUF_INIT;
	struct iw_error e;

	for (size_t i = 0; i < sizeof bad_names / sizeof *bad_names; i++) {
		const struct zb_zip z = { .m = { { .name = bad_names[i], .data = "x" } } };

		iw_buf_clear(&zip);
		zb_build(&zip, &z);
		ok_named(!accepted(&zip, &e), "a name that is refused");
		tap_show("refused", e.text);
		ok_named(strstr(e.text, "' is ") || strstr(e.text, "' has "), "for its name");
	}
	for (size_t i = 0; i < sizeof good_names / sizeof *good_names; i++) {
		const struct zb_zip z = { .m = { { .name = good_names[i], .data = "x" } } };

		iw_buf_clear(&zip);
		zb_build(&zip, &z);
		ok_named(accepted(&zip, &e), good_names[i]);
	}
	memset(deep, '/', sizeof deep);
	for (size_t i = 0; i < sizeof deep; i += 2)
		deep[i] = 'a';
	deep[2 * 32 - 1] = '\0';
	ok(!iw_zip_name_problem(deep));
	deep[2 * 32 - 1] = '/';
	deep[2 * 33 - 1] = '\0';
	ok(iw_zip_name_problem(deep));
	memset(part, 'a', sizeof part);
	part[256] = '\0';
	ok(iw_zip_name_problem(part));
	part[255] = '\0';
	ok(!iw_zip_name_problem(part));
	full = iw_printf("%s/%s/%s/%s/a", part, part, part, part);
	ok(iw_zip_name_problem(full));
	free(full);
	iw_buf_release(&zip);
}

/* What the reader would refuse is not written. */
static void
test_refusals(void)
{
	struct iw_tree tree = IW_TREE_INIT;
	struct iw_buf zip = IW_BUF_INIT;
	struct iw_error e;

	is_num(iw_zip_write(&tree, &zip, &e), IW_FOUND);
	add(&tree, "a.xml", "1");
	add(&tree, "A.xml", "2");
	is_num(iw_zip_write(&tree, &zip, &e), IW_FOUND);
	is_str(e.text, "'A.xml' and 'a.xml' cannot be in one package: on systems that ignore case they would be in one place; "
	               "rename one of them");
	iw_tree_release(&tree);
	add(&tree, "aux.xml", "1");
	is_num(iw_zip_write(&tree, &zip, &e), IW_FOUND);
	is_num(zip.len, 0);
	iw_tree_release(&tree);
	iw_buf_release(&zip);
}

int
main(void)
{
	test_round_trip();
	test_mutations();
	test_hostile();
	test_names();
	test_refusals();
	return done();
}
