/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The system calls that a process may not make once it runs a plugin. Some end it, since nothing that renders documents
 * makes them; others are refused with an error, since libraries try them and go on without.
 */
#ifndef IW_CALLS_H
#define IW_CALLS_H

/* For ever, and for each thread that is started later. After PR_SET_NO_NEW_PRIVS. */
void iw_calls_limit(void);

#endif
