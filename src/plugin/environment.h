/* SPDX-License-Identifier: Apache-2.0 */
/* The environment of a process that runs a plugin: what libraries need to know, and no password that stands there too.
 */
#ifndef IW_ENVIRONMENT_H
#define IW_ENVIRONMENT_H

/* Drop the rest, and overwrite it in memory, where /proc/self/environ reads it. In a child, on its only thread. */
void iw_environment_reduce(void);

#endif
