/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A line on the terminal that tells how far long work has come. It appears after a second, is rewritten in
 * place and goes away at the end; there is none when standard error is no terminal that can do so.
 */
#ifndef IW_PROGRESS_LINE_H
#define IW_PROGRESS_LINE_H

#include <pthread.h>
#include <stdbool.h>

#include "base/progress.h"

struct iw_progress_line {
	struct iw_progress progress; /* for the work to count in */
	const char *what;            /* is counted: "files" */
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t over;
	bool runs, ends;
};

void iw_progress_start(struct iw_progress_line *line, const char *what);
void iw_progress_stop(struct iw_progress_line *line);

#endif
