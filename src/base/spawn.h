/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Running another program, without a shell: what it prints is kept in memory. It inherits the environment, but no
 * file of ours, and signals as they were before main ignored some.
 */
#ifndef IW_SPAWN_H
#define IW_SPAWN_H

#include "base/buf.h"
#include "base/status.h"

struct iw_spawn {
	const char *const *argv;    /* ends with NULL; argv[0] is looked for in PATH */
	const char *const *without; /* variables that it is not given; ends with NULL, or is NULL */
	const struct iw_buf *input; /* its standard input; NULL for none */
	size_t most;                /* bytes that it may print */
};

/*
 * What the program says on standard output and standard error is added to `out` and `err`; `*code` is its exit code.
 * IW_UNUSABLE: there is no such program. IW_SYSTEM: it cannot be run, was killed, or prints more than it may.
 */
enum iw_status iw_spawn(const struct iw_spawn *what, struct iw_buf *out, struct iw_buf *err, int *code,
                        struct iw_error *e);

#endif
