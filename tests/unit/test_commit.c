/* SPDX-License-Identifier: Apache-2.0 */
/* Writing: all or nothing, also when the disk is full. */
#include <dirent.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/commit.h"
#include "base/mem.h"
#include "scratch.h"
#include "tap.h"

/* How many entries a folder has, hidden ones too; -1 when it is not there. */
static int
entries(const char *name)
{
	DIR *d = opendir(scratch_path(name));
	int n = 0;

	for (struct dirent *entry; d && (entry = readdir(d)) != NULL;)
		n += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
	if (!d)
		return -1;
	closedir(d);
	return n;
}

static int
mode(const char *name)
{
	struct stat st;

	return lstat(scratch_path(name), &st) == 0 ? (int)(st.st_mode & 07777) : -1;
}

static void
test_good(void)
{
	struct iw_commit c = IW_COMMIT_INIT;
	struct iw_error e = { "" };

	(void)mkdir(scratch_path("good"), 0755);
	scratch_write("good/a", "old");
	is_num(iw_commit_add(&c, scratch_path("good/a"), "new", 3, 0644, &e), IW_OK);
	is_num(iw_commit_add(&c, scratch_path("good/sub/dir/b"), "", 0, 0600, &e), IW_OK);
	is_str(scratch_read("good/a"), "old");
	ok(scratch_read("good/sub/dir/b") == NULL);
	is_num(iw_commit_finish(&c, &e), IW_OK);
	iw_commit_release(&c);
	is_str(scratch_read("good/a"), "new");
	is_str(scratch_read("good/sub/dir/b"), "");
	is_num(entries("good"), 2);
	is_num(entries("good/sub/dir"), 1);
	is_str(e.text, "");
}

static void
test_given_up(void)
{
	struct iw_commit c = IW_COMMIT_INIT;
	struct iw_error e;

	(void)mkdir(scratch_path("gone"), 0755);
	scratch_write("gone/a", "old");
	is_num(iw_commit_add(&c, scratch_path("gone/a"), "new", 3, 0644, &e), IW_OK);
	is_num(iw_commit_add(&c, scratch_path("gone/x/y/z/b"), "new", 3, 0644, &e), IW_OK);
	is_num(iw_commit_add(&c, scratch_path("gone/x/c"), "new", 3, 0644, &e), IW_OK);
	is_num(entries("gone"), 3);
	iw_commit_release(&c);
	is_num(entries("gone"), 1);
	is_str(scratch_read("gone/a"), "old");
	iw_commit_release(&c);
}

static void
test_modes(void)
{
	static const mode_t masks[] = { 0, 022, 077, 0777 };
	struct iw_error e;

	(void)mkdir(scratch_path("modes"), 0755);
	for (size_t i = 0; i < sizeof masks / sizeof *masks; i++) {
		struct iw_commit c = IW_COMMIT_INIT;
		mode_t before = umask(masks[i]);

		is_num(iw_commit_add(&c, scratch_path("modes/open"), "x", 1, 0644, &e), IW_OK);
		is_num(iw_commit_add(&c, scratch_path("modes/secret"), "x", 1, 0600, &e), IW_OK);
		is_num(iw_commit_finish(&c, &e), IW_OK);
		iw_commit_release(&c);
		umask(before);
		is_num(mode("modes/open"), 0644);
		is_num(mode("modes/secret"), 0600);
	}
}

/* What is in the way is neither replaced nor followed. */
static void
test_in_the_way(void)
{
	struct iw_commit c = IW_COMMIT_INIT;
	struct iw_error e = { "" };

	scratch_write("way/file", "old");
	scratch_write("way/folder/inside", "old");
	scratch_write("way/target", "old");
	(void)symlink("target", scratch_path("way/link"));
	is_num(iw_commit_add(&c, scratch_path("way/file/below"), "x", 1, 0644, &e), IW_SYSTEM);
	ok(strstr(e.text, "way/file"));
	iw_commit_release(&c);
	is_num(iw_commit_add(&c, scratch_path("way/file"), "new", 3, 0644, &e), IW_OK);
	is_num(iw_commit_add(&c, scratch_path("way/folder"), "new", 3, 0644, &e), IW_OK);
	is_num(iw_commit_finish(&c, &e), IW_SYSTEM);
	ok(strstr(e.text, "is a folder"));
	iw_commit_release(&c);
	is_str(scratch_read("way/file"), "old");
	is_num(iw_commit_add(&c, scratch_path("way/link"), "new", 3, 0644, &e), IW_OK);
	is_num(iw_commit_finish(&c, &e), IW_OK);
	iw_commit_release(&c);
	is_str(scratch_read("way/target"), "old");
	is_str(scratch_read("way/link"), "new");
	is_num(entries("way"), 4);
}

static void
test_only_new(void)
{
	static const char *const taken[] = { "new/file", "new/folder", "new/dangling" };
	struct iw_commit c = IW_COMMIT_INIT;
	struct iw_error e = { "" };

	scratch_write("new/file", "old");
	(void)mkdir(scratch_path("new/folder"), 0755);
	(void)symlink("nowhere", scratch_path("new/dangling"));
	for (size_t i = 0; i < sizeof taken / sizeof *taken; i++) {
		is_num(iw_commit_add(&c, scratch_path("new/fresh"), "x", 1, 0600, &e), IW_OK);
		is_num(iw_commit_only_new(&c, &e), IW_OK);
		is_num(iw_commit_add(&c, scratch_path(taken[i]), "x", 1, 0600, &e), IW_OK);
		is_num(iw_commit_only_new(&c, &e), IW_UNUSABLE);
		ok(strstr(e.text, "exists already"));
		iw_commit_release(&c);
	}
	is_num(entries("new"), 3);
	is_str(scratch_read("new/file"), "old");
}

/* Names as long as a name may be: the temporary one beside may not be longer. */
static void
test_long_names(void)
{
	char name[300] = "long/";

	for (size_t len = 240; len <= 255; len++) {
		struct iw_commit c = IW_COMMIT_INIT;
		struct iw_error e = { "" };

		memset(name + 5, 'n', len);
		name[5 + len] = '\0';
		is_num(iw_commit_add(&c, scratch_path(name), "x", 1, 0644, &e), IW_OK);
		is_num(iw_commit_finish(&c, &e), IW_OK);
		iw_commit_release(&c);
		is_str(scratch_read(name), "x");
	}
}

/* A limit on the size of files stands for a full disk: the write fails half-way. */
static void
test_full_disk(void)
{
	enum { LEN = 100000 };
	char *bytes = iw_alloc(LEN, 1);
	struct iw_commit c = IW_COMMIT_INIT;
	struct iw_error e = { "" };
	struct rlimit before, limit;

	scratch_write("full/small", "old");
	scratch_write("full/large", "old");
	(void)getrlimit(RLIMIT_FSIZE, &before);
	limit = before;
	limit.rlim_cur = 4096;
	(void)signal(SIGXFSZ, SIG_IGN);
	(void)setrlimit(RLIMIT_FSIZE, &limit);
	is_num(iw_commit_add(&c, scratch_path("full/small"), "new", 3, 0644, &e), IW_OK);
	is_num(iw_commit_add(&c, scratch_path("full/made/here/x"), "new", 3, 0644, &e), IW_OK);
	is_num(iw_commit_add(&c, scratch_path("full/large"), bytes, LEN, 0644, &e), IW_SYSTEM);
	(void)setrlimit(RLIMIT_FSIZE, &before);
	ok(strstr(e.text, "full/large: cannot be written: File too large"));
	is_num(entries("full"), 5);
	iw_commit_release(&c);
	is_num(entries("full"), 2);
	is_str(scratch_read("full/small"), "old");
	is_str(scratch_read("full/large"), "old");
	free(bytes);
}

/* A file in pieces, whose mode is its own from the first byte; and one that is given up. */
static void
test_pieces(void)
{
	struct iw_commit c = IW_COMMIT_INIT;
	struct iw_error e = { "" };
	int fd = -1, other = -1;
	struct stat st;

	is_num(iw_commit_open(&c, scratch_path("pieces/a"), 0600, &fd, &e), IW_OK);
	ok(fstat(fd, &st) == 0 && (st.st_mode & 07777) == 0600);
	is_num(iw_commit_write(fd, scratch_path("pieces/a"), "one ", 4, &e), IW_OK);
	is_num(iw_commit_write(fd, scratch_path("pieces/a"), "two", 3, &e), IW_OK);
	is_num(iw_commit_close(fd, scratch_path("pieces/a"), &e), IW_OK);
	is_num(iw_commit_add(&c, scratch_path("pieces/b"), "b", 1, 0644, &e), IW_OK);
	ok(scratch_read("pieces/a") == NULL);
	is_num(iw_commit_finish(&c, &e), IW_OK);
	iw_commit_release(&c);
	is_str(scratch_read("pieces/a"), "one two");
	is_num(mode("pieces/a"), 0600);
	is_num(iw_commit_open(&c, scratch_path("pieces/c"), 0600, &other, &e), IW_OK);
	is_num(iw_commit_write(other, "c", "lost", 4, &e), IW_OK);
	close(other);
	is_num(iw_commit_write(other, "c", "x", 1, &e), IW_SYSTEM);
	is_str(e.text, "c: cannot be written: Bad file descriptor");
	iw_commit_release(&c);
	is_num(entries("pieces"), 2);
}

int
main(void)
{
	scratch_make();
	test_good();
	test_given_up();
	test_pieces();
	test_modes();
	test_in_the_way();
	test_only_new();
	test_long_names();
	test_full_disk();
	return done();
}
