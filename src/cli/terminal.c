/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A terminal that understands more than plain text. */
static bool
is_able(void)
{
	const char *term = getenv("TERM");

	return isatty(STDOUT_FILENO) && term && *term && strcmp(term, "dumb") != 0;
}

static bool
is_unwanted(void)
{
	const char *no_color = getenv("NO_COLOR");

	return no_color && *no_color;
}

enum iw_status
iw_terminal_ask(struct iw_terminal *terminal, const char *when, struct iw_error *e)
{
	if (!when || strcmp(when, "auto") == 0)
		terminal->colour = terminal->links = is_able() && !is_unwanted();
	else if (strcmp(when, "always") == 0)
		*terminal = (struct iw_terminal){ .colour = true, .links = is_able() };
	else if (strcmp(when, "never") == 0)
		*terminal = (struct iw_terminal){ .colour = false };
	else
		return iw_fail(e, IW_UNUSABLE, "--color is auto, always or never, not '%s'", when);
	return IW_OK;
}
