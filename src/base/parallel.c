/* SPDX-License-Identifier: Apache-2.0 */
#include "base/parallel.h"

#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

enum { MOST_JOBS = 64, STRIDE = 16 };

struct pool {
	atomic_size_t next;
	size_t count;
	iw_work *work;
	void *context;
};

struct worker {
	struct pool *pool;
	unsigned number;
};

unsigned
iw_parallel_jobs(unsigned asked)
{
	long cpus = sysconf(_SC_NPROCESSORS_ONLN);
	unsigned jobs = asked ? asked : cpus > 0 ? (unsigned)cpus : 1;

	return jobs > MOST_JOBS ? MOST_JOBS : jobs;
}

static void *
run(void *arg)
{
	struct worker *w = arg;
	struct pool *p = w->pool;
	size_t from;

	while ((from = atomic_fetch_add(&p->next, STRIDE)) < p->count)
		for (size_t i = from; i < p->count && i < from + STRIDE; i++)
			p->work(p->context, i, w->number);
	return NULL;
}

void
iw_parallel(size_t count, unsigned jobs, iw_work *work, void *context)
{
	struct pool pool = { 0, count, work, context };
	struct worker workers[MOST_JOBS];
	pthread_t threads[MOST_JOBS];
	unsigned started = 0;

	for (unsigned i = 0; i < MOST_JOBS; i++)
		workers[i] = (struct worker){ &pool, i };
	/* This thread is worker 0; if a thread cannot be had, the others do its share. */
	while (started + 1 < jobs && started + 1 < MOST_JOBS &&
	       pthread_create(&threads[started], NULL, run, &workers[started + 1]) == 0)
		started++;
	run(&workers[0]);
	while (started)
		pthread_join(threads[--started], NULL);
}
