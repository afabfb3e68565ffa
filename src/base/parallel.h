/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Work over a range of indices by several threads. Each index is done once; the order is not fixed,
 * so that a result belongs into a slot of its own and is put in order afterwards: then it is the same
 * for any number of threads.
 */
#ifndef IW_PARALLEL_H
#define IW_PARALLEL_H

#include <stddef.h>

/* Called from many threads at once; `worker` is below the number of threads, one thread a worker. */
typedef void iw_work(void *context, size_t index, unsigned worker);

/* Threads that make sense here; `asked` when it is not 0. At least 1, at most 64. */
unsigned iw_parallel_jobs(unsigned asked);

/* Do work(context, 0..count-1); returns when all is done. */
void iw_parallel(size_t count, unsigned jobs, iw_work *work, void *context);

#endif
