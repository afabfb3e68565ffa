/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { FIRST_MS = 1000, NEXT_MS = 100 };

static struct timespec
in_ms(long ms)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	t.tv_nsec += ms % 1000 * 1000000;
	t.tv_sec += ms / 1000 + t.tv_nsec / 1000000000;
	t.tv_nsec %= 1000000000;
	return t;
}

static void
show(struct iw_progress_line *line)
{
	size_t done = atomic_load(&line->progress.done), total = atomic_load(&line->progress.total);

	if (total)
		fprintf(stderr, "\r\033[Kitemwright: %zu of %zu %s", done, total, line->what);
}

static void *
watch(void *arg)
{
	struct iw_progress_line *line = arg;
	struct timespec until = in_ms(FIRST_MS);
	bool shown = false;

	pthread_mutex_lock(&line->lock);
	while (!line->ends) {
		if (pthread_cond_timedwait(&line->over, &line->lock, &until) == 0)
			continue;
		show(line);
		shown = true;
		until = in_ms(NEXT_MS);
	}
	pthread_mutex_unlock(&line->lock);
	if (shown)
		fputs("\r\033[K", stderr);
	return NULL;
}

/* A terminal on which a line can be taken back. */
static bool
is_able(void)
{
	const char *term = getenv("TERM");

	return isatty(STDERR_FILENO) && term && *term && strcmp(term, "dumb") != 0;
}

void
iw_progress_start(struct iw_progress_line *line, const char *what)
{
	pthread_condattr_t clock;

	*line = (struct iw_progress_line){ .what = what };
	if (!is_able())
		return;
	pthread_mutex_init(&line->lock, NULL);
	pthread_condattr_init(&clock);
	pthread_condattr_setclock(&clock, CLOCK_MONOTONIC);
	pthread_cond_init(&line->over, &clock);
	pthread_condattr_destroy(&clock);
	line->runs = pthread_create(&line->thread, NULL, watch, line) == 0;
}

void
iw_progress_stop(struct iw_progress_line *line)
{
	if (!line->runs)
		return;
	pthread_mutex_lock(&line->lock);
	line->ends = true;
	pthread_cond_signal(&line->over);
	pthread_mutex_unlock(&line->lock);
	pthread_join(line->thread, NULL);
	pthread_cond_destroy(&line->over);
	pthread_mutex_destroy(&line->lock);
	line->runs = false;
}
