/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Temporary files that do not outlive the program, also when a signal ends it. A signal's handler can be told nothing:
 * the list of such files is the one state of the program that is shared by all of it.
 */
#ifndef IW_TEMPORARY_H
#define IW_TEMPORARY_H

struct iw_temporary;

/* Have SIGINT, SIGTERM and SIGHUP remove what is there, and end the program as they do. On the first thread, at start.
 */
void iw_temporary_watch(void);

/* Make a file as mkstemp does and open it; -1 with errno. *t is freed by one of the two below. */
int iw_temporary_make(const char *pattern, struct iw_temporary **t);
const char *iw_temporary_path(const struct iw_temporary *t);

void iw_temporary_remove(struct iw_temporary *t);
/* The file has another name now, and stays. */
void iw_temporary_keep(struct iw_temporary *t);

/* Between these a signal waits: nothing is removed, and the program goes on. */
void iw_temporary_hold(void);
void iw_temporary_resume(void);

#endif
