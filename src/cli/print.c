/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "cli/command.h"

enum iw_status
iw_print(const char *bytes, size_t len, struct iw_error *e)
{
	if (fwrite(bytes, 1, len, stdout) != len || fflush(stdout) != 0)
		return iw_fail(e, IW_SYSTEM, "standard output cannot be written: %s", strerror(errno));
	return IW_OK;
}

void
iw_say(const char *fmt, ...)
{
	va_list ap;

	fputs("itemwright: ", stderr);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
}
