/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Locking a process in before it runs a plugin: limits on time and memory, no writing, no reading but of system files
 * and the plugin's own folders, no other process, no network, none of root's powers. What the kernel does not have is
 * left out; the rest holds.
 */
#ifndef IW_CONFINE_H
#define IW_CONFINE_H

#include <stddef.h>

struct iw_confinement {
	unsigned cpu_seconds;
	size_t memory;               /* bytes, beyond what the process has already */
	const char *const *readable; /* files and folders besides the system's */
	size_t readable_count;
};

/* For ever. Call it in the child, on its only thread. */
void iw_confine(const struct iw_confinement *c);

#endif
