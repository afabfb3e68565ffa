/* SPDX-License-Identifier: Apache-2.0 */
#include "base/spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"

enum { MOST_SAID = 1 << 16 }; /* of standard error */

/* The ends of a child's standard streams that are here. All are above 2 and closed on exec. */
struct streams {
	int in, err;  /* files without a name */
	int from, to; /* the pipe of its standard output */
};

/* Move a descriptor out of the way of 0, 1 and 2, which may be closed here. */
static int
above(int fd)
{
	int high = fd < 0 ? -1 : fcntl(fd, F_DUPFD_CLOEXEC, 3);

	if (fd >= 0)
		close(fd);
	return high;
}

/* A file without a name that holds `text`; -1 on failure. */
static int
nameless(const struct iw_buf *text)
{
	FILE *f = tmpfile();
	int fd = -1;

	if (f && (!text || fwrite(text->data, 1, text->len, f) == text->len) && fseek(f, 0, SEEK_SET) == 0)
		fd = fcntl(fileno(f), F_DUPFD_CLOEXEC, 3);
	if (f)
		fclose(f);
	return fd;
}

static bool
open_streams(struct streams *s, const struct iw_buf *input)
{
	int ends[2];

	*s = (struct streams){ -1, -1, -1, -1 };
	if (pipe(ends) != 0)
		return false;
	s->from = above(ends[0]);
	s->to = above(ends[1]);
	s->in = nameless(input);
	s->err = nameless(NULL);
	return s->from >= 0 && s->to >= 0 && s->in >= 0 && s->err >= 0;
}

static void
close_one(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

static void
close_streams(struct streams *s)
{
	close_one(&s->in);
	close_one(&s->err);
	close_one(&s->from);
	close_one(&s->to);
}

static bool
is_named(const char *variable, const char *const *names)
{
	size_t n = strcspn(variable, "=");

	for (; names && *names; names++)
		if (strlen(*names) == n && strncmp(*names, variable, n) == 0)
			return true;
	return false;
}

/* The environment without some variables. Strings are borrowed; free the list with free(). */
static char **
environment(const char *const *without)
{
	size_t n = 0, kept = 0;
	char **list;

	while (environ[n])
		n++;
	list = iw_alloc(n + 1, sizeof *list);
	for (size_t i = 0; i < n; i++)
		if (!is_named(environ[i], without))
			list[kept++] = environ[i];
	return list;
}

/* Start the program. Returns an errno. */
static int
start(const struct iw_spawn *what, const struct streams *s, pid_t *pid)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	char **env = environment(what->without);
	sigset_t as_usual;
	int failed;

	sigemptyset(&as_usual);
	sigaddset(&as_usual, SIGPIPE);
	sigaddset(&as_usual, SIGXFSZ);
	posix_spawn_file_actions_init(&actions);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setsigdefault(&attributes, &as_usual);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
	posix_spawn_file_actions_adddup2(&actions, s->in, STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&actions, s->to, STDOUT_FILENO);
	posix_spawn_file_actions_adddup2(&actions, s->err, STDERR_FILENO);
	failed = posix_spawnp(pid, what->argv[0], &actions, &attributes, (char *const *)what->argv, env);
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&actions);
	free(env);
	return failed;
}

/* Read to the end; false when there is more than `most` or it cannot be read. */
static bool
read_all(int fd, size_t most, struct iw_buf *out)
{
	size_t before = out->len;
	ssize_t n;

	do {
		n = read(fd, iw_buf_room(out, 65536), 65536);
		if (n > 0)
			out->len += (size_t)n;
	} while (n > 0 ? out->len - before <= most : n < 0 && errno == EINTR);
	out->data[out->len] = '\0';
	return n == 0;
}

static int
wait_for(pid_t pid)
{
	int status = 0;

	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return status;
}

enum iw_status
iw_spawn(const struct iw_spawn *what, struct iw_buf *out, struct iw_buf *err, int *code, struct iw_error *e)
{
	const char *name = what->argv[0];
	struct streams s;
	int failed, ended;
	bool whole;
	pid_t pid;

	if (!open_streams(&s, what->input)) {
		failed = errno;
		close_streams(&s);
		return iw_fail(e, IW_SYSTEM, "%s cannot be run, for want of files to talk to it: %s", name,
		               strerror(failed));
	}
	failed = start(what, &s, &pid);
	if (failed) {
		close_streams(&s);
		return iw_fail(e, failed == ENOENT ? IW_UNUSABLE : IW_SYSTEM, "%s cannot be run: %s", name,
		               strerror(failed));
	}
	close_one(&s.to);
	whole = read_all(s.from, what->most, out);
	close_one(&s.from); /* what prints on without end is ended by that */
	ended = wait_for(pid);
	if (lseek(s.err, 0, SEEK_SET) == 0)
		(void)read_all(s.err, MOST_SAID, err);
	close_streams(&s);
	if (!whole)
		return iw_fail(e, IW_SYSTEM, "%s prints more than %zu bytes", name, what->most);
	if (!WIFEXITED(ended))
		return iw_fail(e, IW_SYSTEM, "%s was ended by signal %d", name, WTERMSIG(ended));
	*code = WEXITSTATUS(ended);
	return IW_OK;
}
