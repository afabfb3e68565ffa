/* SPDX-License-Identifier: Apache-2.0 */
#include "base/temporary.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/mem.h"

struct iw_temporary {
	char *path;
	struct iw_temporary *next, **link; /* what points to it */
};

/*
 * The list is changed on one thread, while signals wait, and looked at by a handler on the same thread. A process that
 * is forked has a copy, and must not act on it.
 */
static struct iw_temporary *all;
static pthread_t owner_thread;
static pid_t owner;

static const int signals[] = { SIGINT, SIGTERM, SIGHUP };
enum { SIGNALS = sizeof signals / sizeof *signals };

static void
end(int number)
{
	int before = errno;

	if (getpid() == owner && !pthread_equal(pthread_self(), owner_thread)) {
		(void)pthread_kill(owner_thread, number);
		errno = before;
		return;
	}
	for (struct iw_temporary *t = getpid() == owner ? all : NULL; t; t = t->next)
		(void)unlink(t->path);
	(void)signal(number, SIG_DFL);
	(void)raise(number);
}

void
iw_temporary_watch(void)
{
	struct sigaction action = { .sa_handler = end }, before;

	owner = getpid();
	owner_thread = pthread_self();
	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < SIGNALS; i++)
		sigaddset(&action.sa_mask, signals[i]);
	for (size_t i = 0; i < SIGNALS; i++)
		if (sigaction(signals[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
			(void)sigaction(signals[i], &action, NULL);
}

static void
mask(int how)
{
	sigset_t set;

	sigemptyset(&set);
	for (size_t i = 0; i < SIGNALS; i++)
		sigaddset(&set, signals[i]);
	(void)pthread_sigmask(how, &set, NULL);
}

void
iw_temporary_hold(void)
{
	mask(SIG_BLOCK);
}

void
iw_temporary_resume(void)
{
	mask(SIG_UNBLOCK);
}

int
iw_temporary_make(const char *pattern, struct iw_temporary **t)
{
	struct iw_temporary *made = iw_alloc(1, sizeof *made);
	int fd, error;

	made->path = iw_strdup(pattern);
	iw_temporary_hold();
	fd = mkstemp(made->path);
	error = errno;
	if (fd >= 0) {
		made->next = all;
		made->link = &all;
		if (all)
			all->link = &made->next;
		all = made;
	}
	iw_temporary_resume();
	*t = made;
	if (fd < 0) {
		free(made->path);
		free(made);
		*t = NULL;
		errno = error;
	}
	return fd;
}

const char *
iw_temporary_path(const struct iw_temporary *t)
{
	return t->path;
}

static void
forget(struct iw_temporary *t)
{
	*t->link = t->next;
	if (t->next)
		t->next->link = t->link;
	free(t->path);
	free(t);
}

void
iw_temporary_remove(struct iw_temporary *t)
{
	iw_temporary_hold();
	(void)unlink(t->path);
	forget(t);
	iw_temporary_resume();
}

void
iw_temporary_keep(struct iw_temporary *t)
{
	iw_temporary_hold();
	forget(t);
	iw_temporary_resume();
}
