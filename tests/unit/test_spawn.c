/* SPDX-License-Identifier: Apache-2.0 */
/* Running another program, and finding a git work tree. */
#include <fcntl.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/repository.h"
#include "base/spawn.h"
#include "scratch.h"
#include "tap.h"

static struct iw_buf out = IW_BUF_INIT, err = IW_BUF_INIT;
static struct iw_error error;
static int code;

static enum iw_status
shell(const char *script, const char *input, size_t most)
{
	const char *const argv[] = { "sh", "-c", script, NULL };
	static const char *const without[] = { "IW_SECRET", NULL };
	struct iw_buf in = IW_BUF_INIT;
	enum iw_status status;

	iw_buf_clear(&out);
	iw_buf_clear(&err);
	error.text[0] = '\0';
	code = -1;
	iw_buf_str(&in, input ? input : "");
	status = iw_spawn(&(struct iw_spawn){ argv, without, input ? &in : NULL, most }, &out, &err, &code, &error);
	iw_buf_release(&in);
	return status;
}

static void
test_streams(void)
{
	is_num(shell("echo out; echo err >&2; exit 7", NULL, 100), IW_OK);
	is_num(code, 7);
	is_str(out.data, "out\n");
	is_str(err.data, "err\n");
	is_num(shell("cat", "some\ninput", 100), IW_OK);
	is_num(code, 0);
	is_str(out.data, "some\ninput");
	is_num(shell("cat; echo end", NULL, 100), IW_OK);
	is_str(out.data, "end\n");
	/* More than a pipe holds, both ways. */
	is_num(shell("head -c 1000000 /dev/zero | tr '\\0' x", NULL, 1000000), IW_OK);
	is_num(out.len, 1000000);
}

static void
test_environment(void)
{
	setenv("IW_SECRET", "hidden", 1);
	setenv("IW_SECRET_NOT", "seen", 1);
	is_num(shell("echo \"$IW_SECRET/$IW_SECRET_NOT\"", NULL, 100), IW_OK);
	is_str(out.data, "/seen\n");
	is_str(getenv("IW_SECRET"), "hidden");
}

static void
test_failures(void)
{
	const char *const none[] = { "itemwright-no-such-program", NULL };

	is_num(shell("echo 123456789", NULL, 9), IW_SYSTEM);
	is_str(error.text, "sh prints more than 9 bytes");
	is_num(shell("yes", NULL, 100000), IW_SYSTEM);
	is_num(shell("kill -9 $$", NULL, 9), IW_SYSTEM);
	is_str(error.text, "sh was ended by signal 9");
	is_num(iw_spawn(&(struct iw_spawn){ none, NULL, NULL, 9 }, &out, &err, &code, &error), IW_UNUSABLE);
	is_str(error.text, "itemwright-no-such-program cannot be run: No such file or directory");
}

/* Who closes standard input or output has them used for files of ours. */
static void
test_closed_streams(void)
{
	int in = dup(0);

	close(0);
	is_num(shell("cat", "input", 100), IW_OK);
	is_str(out.data, "input");
	ok(fcntl(0, F_GETFD) < 0);
	dup2(in, 0);
	close(in);
}

static void
finds(const char *path, const char *want)
{
	char *root = iw_repository_find(scratch_path(path)), *dir = realpath(scratch_dir, NULL);
	char *full = want ? iw_printf("%s%s", dir, want) : NULL;

	tap_is_str(root, full, __FILE__, __LINE__, path);
	free(full);
	free(dir);
	free(root);
}

static void
test_repository(void)
{
	scratch_write("tree/.git/HEAD", "ref: refs/heads/main\n");
	scratch_write("tree/bank/items/a.xml", "<item/>");
	scratch_write("tree/linked/.git", "gitdir: ../.git/worktrees/linked\n");
	scratch_write("tree/linked/items/a.xml", "<item/>");
	finds("tree", "/tree");
	finds("tree/bank/items", "/tree");
	finds("tree/bank/items/a.xml", "/tree");
	finds("tree/linked", "/tree/linked");
	finds("tree/linked/items/a.xml", "/tree/linked");
	finds("tree/none", NULL);
	ok(!iw_repository_find("/proc/self/no-such-folder"));
}

int
main(void)
{
	scratch_make();
	test_streams();
	test_environment();
	test_failures();
	test_closed_streams();
	test_repository();
	iw_buf_release(&out);
	iw_buf_release(&err);
	return done();
}
