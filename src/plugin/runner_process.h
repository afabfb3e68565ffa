/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The runner's side of runner.h, and what both sides send. Both are this program and trust one another, but for a
 * message's form.
 */
#ifndef IW_RUNNER_PROCESS_H
#define IW_RUNNER_PROCESS_H

#include "plugin/channel.h"
#include "plugin/run.h"

/* To the runner. Documents and runs are numbered from 0 in the order of sending, anew after each IW_ASK_RUN. */
enum iw_ask {
	IW_ASK_DOCUMENT, /* a uint32_t, enum iw_view: a document begins */
	IW_ASK_XML,      /* bytes of its XML, to append */
	IW_ASK_PICTURE,  /* the name and the media type of one of its pictures, each with a NUL, then bytes to append */
	IW_ASK_PLUGIN,   /* struct iw_ask_plugin: a run begins */
	IW_ASK_SETTING,  /* the name and the value of one of its options, each with a NUL */
	IW_ASK_RUN,      /* a uint32_t, how many at a time: run them all */
};

struct iw_ask_plugin {
	uint32_t plugin, document; /* their numbers */
};

/* From the runner. */
enum iw_answer {
	IW_ANSWER_REPORT, /* struct iw_answer_head with a level, then the question or nothing with a NUL, then the text
	                   */
	IW_ANSWER_WRITE,  /* struct iw_answer_head, an output's name with a NUL, then bytes to append */
	IW_ANSWER_END,    /* struct iw_answer_head with a status, then the error: of this run there is no more */
	IW_ANSWER_DONE,   /* all have ended */
};

struct iw_answer_head {
	uint32_t run, code;
};

/* Serve until the other side is gone. */
void iw_runner_serve(int fd, const struct iw_loaded *const *plugins, size_t count);

#endif
