/* SPDX-License-Identifier: Apache-2.0 */
#include "plugin/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "plugin/environment.h"

enum { DEFAULT_SECONDS = 20, MOST_SECONDS = 3600, WALL_FACTOR = 3, DONE_CODE = 42 };
static const size_t most_memory = (size_t)2 << 30;

/* Seconds of computing that a task gets; three times as many may pass, on a busy machine. */
static unsigned
seconds(void)
{
	const char *given = getenv("ITEMWRIGHT_PLUGIN_SECONDS");
	unsigned long n = given ? strtoul(given, NULL, 10) : 0;

	return n && n <= MOST_SECONDS ? (unsigned)n : DEFAULT_SECONDS;
}

/* A task that runs. */
struct child {
	struct iw_task *task; /* NULL: this place is free */
	pid_t pid;
	int pipe;      /* what it says; -1 when it has said all, and is only to end */
	int ending;    /* then readable once it has ended; -1 where the kernel has no such thing */
	long deadline; /* in milliseconds of the monotonic clock */
	struct iw_receiver receiver;
};

static long
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/*
 * Nothing of ours is left open in the child but the pipe, which is OURS from now on: what we have open it could read,
 * whatever it is locked into later. What a library prints goes nowhere.
 */
enum { OURS = 3 };

static void
keep_only(int fd)
{
	int null = open("/dev/null", O_RDWR);
	const char *debug = getenv("ITEMWRIGHT_PLUGIN_DEBUG");

	fd = fcntl(fd, F_DUPFD, OURS); /* above the three that come first */
	for (int i = 0; i < 3; i++)
		if (null >= 0 && !(i == 2 && debug && *debug))
			dup2(null, i);
	if (fd != OURS)
		dup2(fd, OURS);
	if (close_range(OURS + 1, ~0U, 0) != 0) /* Linux 5.9 */
		for (int i = OURS + 1; i < sysconf(_SC_OPEN_MAX); i++)
			close(i);
}

static _Noreturn void
be_child(const struct iw_task *task, int fd)
{
	const struct iw_sender sender = { OURS };

	keep_only(fd);
	signal(SIGPIPE, SIG_DFL);
	signal(SIGINT, SIG_DFL);
	(void)prctl(PR_SET_PDEATHSIG, SIGKILL); /* who waits for it is gone */
	iw_environment_reduce();
	iw_confine(&(struct iw_confinement){ seconds(), most_memory, task->readable, task->readable_count });
	task->body(task->context, &sender);
	_exit(DONE_CODE); /* no handler of ours, or of the plugin, runs */
}

static void
start(struct child *child, struct iw_task *task)
{
	int fds[2];

	*child = (struct child){ .task = NULL, .pipe = -1, .ending = -1, .receiver = { IW_BUF_INIT } };
	task->end = IW_CHILD_FAILED;
	task->signal = 0;
	if (pipe2(fds, O_CLOEXEC) != 0)
		return;
	fflush(NULL);
	child->pid = fork();
	if (child->pid == 0) {
		close(fds[0]);
		be_child(task, fds[1]);
	}
	close(fds[1]);
	if (child->pid < 0) {
		close(fds[0]);
		return;
	}
	child->task = task;
	child->pipe = fds[0];
	child->deadline = now() + 1000L * WALL_FACTOR * seconds();
	task->end = IW_CHILD_DONE;
}

static void
close_both(struct child *child)
{
	if (child->pipe >= 0)
		close(child->pipe);
	if (child->ending >= 0)
		close(child->ending);
	child->pipe = child->ending = -1;
}

/* It has ended, or is made to now, for a lie or the deadline. False when it goes on. */
static bool
reap(struct child *child)
{
	struct iw_task *task = child->task;
	bool goes_well = task->end == IW_CHILD_DONE;
	int status = 0;
	pid_t ended;

	if (!goes_well)
		(void)kill(child->pid, SIGKILL);
	do
		ended = waitpid(child->pid, &status, goes_well ? WNOHANG : 0);
	while (ended < 0 && errno == EINTR);
	if (ended == 0)
		return false;
	if (WIFSIGNALED(status))
		task->signal = WTERMSIG(status);
	task->out_of_memory = WIFEXITED(status) && WEXITSTATUS(status) == IW_SYSTEM;
	if (goes_well && (task->signal == SIGXCPU || task->signal == SIGKILL))
		task->end = IW_CHILD_HUNG;
	else if (goes_well && !(WIFEXITED(status) && WEXITSTATUS(status) == DONE_CODE))
		task->end = IW_CHILD_CRASHED;
	close_both(child);
	iw_buf_release(&child->receiver.bytes);
	child->task = NULL;
	return true;
}

/* Read what has come. One that has closed its pipe is most often about to end; it may also go on until its deadline. */
static void
hear(struct child *child)
{
	static const size_t piece = 65536;
	char *bytes = iw_alloc(1, piece);
	ssize_t n = read(child->pipe, bytes, piece);

	if (n > 0 && !iw_receiver_take(&child->receiver, bytes, (size_t)n, child->task->receive, child->task->context))
		child->task->end = IW_CHILD_LIED;
	if ((n == 0 || (n < 0 && errno != EINTR) || child->task->end == IW_CHILD_LIED) && !reap(child)) {
		close_both(child);
		child->ending = (int)syscall(SYS_pidfd_open, child->pid, 0); /* Linux 5.3 */
	}
	free(bytes);
}

/* What to wait for, and until when at most. */
static long
look_for(const struct child *child, struct pollfd *fd)
{
	enum { SHORT = 10 };

	*fd = (struct pollfd){ .fd = child->pipe >= 0 ? child->pipe : child->ending, .events = POLLIN };
	return fd->fd >= 0 ? child->deadline : now() + SHORT;
}

/* Until one of them has something to say or ends, or its time is up. */
static void
wait_for_any(struct child *children, size_t count)
{
	struct pollfd fds[64];
	long soonest = now() + 1000L * WALL_FACTOR * seconds(), left;

	for (size_t i = 0; i < count; i++) {
		long until = children[i].task ? look_for(&children[i], &fds[i]) : soonest;

		if (!children[i].task)
			fds[i] = (struct pollfd){ .fd = -1 };
		if (until < soonest)
			soonest = until;
	}
	left = soonest - now();
	(void)poll(fds, (nfds_t)count, left > 0 ? (int)left : 0);
	for (size_t i = 0; i < count; i++) {
		if (!children[i].task)
			continue;
		if (now() >= children[i].deadline) {
			children[i].task->end = IW_CHILD_HUNG;
			(void)reap(&children[i]);
		} else if (children[i].pipe < 0) {
			(void)reap(&children[i]);
		} else if (fds[i].revents) {
			hear(&children[i]);
		}
	}
}

static struct child *
free_place(struct child *children, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!children[i].task)
			return &children[i];
	return NULL;
}

static size_t
running(const struct child *children, size_t count)
{
	size_t n = 0;

	for (size_t i = 0; i < count; i++)
		n += children[i].task != NULL;
	return n;
}

void
iw_tasks_run(struct iw_task *tasks, size_t count, unsigned jobs)
{
	struct child children[64] = { 0 };
	size_t places = jobs < 64 ? jobs : 64, next = 0;

	while (next < count || running(children, places)) {
		struct child *place = free_place(children, places);

		if (place && next < count)
			start(place, &tasks[next++]);
		else
			wait_for_any(children, places);
	}
}

void
iw_task_reason(const struct iw_task *task, struct iw_buf *out)
{
	switch (task->end) {
	case IW_CHILD_DONE: iw_buf_str(out, "it came to its end"); break;
	case IW_CHILD_HUNG: iw_buf_printf(out, "it took too long, and was ended"); break;
	case IW_CHILD_LIED: iw_buf_str(out, "it sent what it may not, and was ended"); break;
	case IW_CHILD_FAILED: iw_buf_str(out, "no process could be started for it"); break;
	case IW_CHILD_CRASHED:
		if (task->signal == SIGSYS)
			iw_buf_str(out,
			           "it tried what a plugin may not (a program, a process, the network), and was ended");
		else if (task->signal)
			iw_buf_printf(out, "it crashed (%s)", strsignal(task->signal));
		else if (task->out_of_memory)
			iw_buf_str(out, "it ran out of memory");
		else
			iw_buf_str(out, "it left without a word");
	}
}
