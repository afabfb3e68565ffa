/* SPDX-License-Identifier: Apache-2.0 */
/* Each index once, by workers that exist, whatever their number. */
#include <stdatomic.h>

#include "base/mem.h"
#include "base/parallel.h"
#include "tap.h"

struct work {
	atomic_uint *done;
	atomic_uint strangers; /* a worker beyond the number asked for */
	atomic_uint shared;    /* a worker that two threads were at once */
	atomic_uint busy[64];
	unsigned jobs;
};

static void
count(void *context, size_t index, unsigned worker)
{
	struct work *w = context;

	if (worker >= w->jobs) {
		atomic_fetch_add(&w->strangers, 1);
		return;
	}
	if (atomic_fetch_add(&w->busy[worker], 1) != 0)
		atomic_fetch_add(&w->shared, 1);
	atomic_fetch_add(&w->done[index], 1);
	atomic_fetch_sub(&w->busy[worker], 1);
}

static void
test_each_once(size_t n, unsigned jobs)
{
	struct work w = { .done = iw_alloc(n, sizeof *w.done), .jobs = jobs };
	size_t wrong = 0;

	iw_parallel(n, jobs, count, &w);
	for (size_t i = 0; i < n; i++)
		wrong += atomic_load(&w.done[i]) != 1;
	is_num(wrong, 0);
	is_num(atomic_load(&w.strangers), 0);
	is_num(atomic_load(&w.shared), 0);
	free(w.done);
}

int
main(void)
{
	static const size_t sizes[] = { 0, 1, 15, 16, 17, 1000, 54321 };
	static const unsigned jobs[] = { 1, 2, 7, 64 };

	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
		for (size_t j = 0; j < sizeof jobs / sizeof *jobs; j++)
			test_each_once(sizes[i], jobs[j]);
	is_num(iw_parallel_jobs(1), 1);
	is_num(iw_parallel_jobs(5), 5);
	is_num(iw_parallel_jobs(64), 64);
	is_num(iw_parallel_jobs(1000), 64);
	ok(iw_parallel_jobs(0) >= 1 && iw_parallel_jobs(0) <= 64);
	return done();
}
