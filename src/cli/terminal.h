/* SPDX-License-Identifier: Apache-2.0 */
/* What standard output can show: --color, NO_COLOR (no-color.org) and whether it is a terminal. */
#ifndef IW_TERMINAL_H
#define IW_TERMINAL_H

#include <stdbool.h>

#include "base/status.h"

struct iw_terminal {
	bool colour;
	bool links; /* hyperlinks (OSC 8): on a terminal alone, for a file has no use of them */
};

/* `when` is what --color says: auto, always or never; NULL for auto. IW_UNUSABLE when it is something else. */
enum iw_status iw_terminal_ask(struct iw_terminal *terminal, const char *when, struct iw_error *e);

#endif
