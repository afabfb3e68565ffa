/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Work in processes of its own: each task runs in a forked child that is locked in (confine.h) and talks to us through
 * a pipe. A task that crashes, hangs, eats memory or says nonsense is ended, and the others go on.
 *
 * The caller has one thread. A child begins with all that is in the caller's memory but the environment, of which it
 * keeps what libraries need, and with none of its open files (runner.h keeps that memory clean). What it has read and
 * computed stays there; only messages come back, and `receive` trusts none of them.
 */
#ifndef IW_CHILD_H
#define IW_CHILD_H

#include <sys/types.h>

#include "base/status.h"
#include "plugin/channel.h"
#include "plugin/confine.h"

/* How a child ended. */
enum iw_child_end {
	IW_CHILD_DONE,    /* its body returned */
	IW_CHILD_CRASHED, /* by a signal, or it left by itself */
	IW_CHILD_HUNG,    /* out of time */
	IW_CHILD_LIED,    /* sent what is no message, or what receive refused */
	IW_CHILD_FAILED,  /* it could not be started */
};

struct iw_task {
	void *context;
	/* In the child, locked in: do the work and send messages. */
	void (*body)(void *context, const struct iw_sender *sender);
	iw_receive *receive;         /* here, for each message, in the order of sending */
	const char *const *readable; /* what the child may read besides the system's files */
	size_t readable_count;

	/* Filled in. */
	enum iw_child_end end;
	int signal;         /* that ended it, or 0 */
	bool out_of_memory; /* it left because of that */
};

/* Run all tasks, at most `jobs` of them at a time; returns when the last one has ended. */
void iw_tasks_run(struct iw_task *tasks, size_t count, unsigned jobs);

/* Why a child ended, for a message: "it crashed (segmentation fault)". */
void iw_task_reason(const struct iw_task *task, struct iw_buf *out);

#endif
