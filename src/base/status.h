/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How a call ended, and why it failed.
 *
 * The values are the program's exit codes, so that a status travels from the deepest call to main
 * unchanged. A function that fails has filled in the iw_error that it was given.
 */
#ifndef IW_STATUS_H
#define IW_STATUS_H

enum iw_status {
	IW_OK = 0,       /* done */
	IW_FOUND = 1,    /* findings at error severity, or a failed verification */
	IW_UNUSABLE = 2, /* wrong usage, or input that cannot be used at all */
	IW_SYSTEM = 3,   /* the system failed: disk full, no permission to write */
};

struct iw_error {
	char text[1024]; /* what, where, why and how to mend it; no newline at the end */
};

/* Fill in `e`, which may be NULL, and return `status`: `return iw_fail(e, IW_SYSTEM, ...)`. */
__attribute__((format(printf, 3, 4))) enum iw_status iw_fail(struct iw_error *e, enum iw_status status, const char *fmt,
                                                             ...);

#endif
