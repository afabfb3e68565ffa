/* SPDX-License-Identifier: Apache-2.0 */
/* The names of views. */
#include <string.h>

#include "plugin/plugins.h"

static const struct {
	const char *name;
	enum iw_view bit;
} views[] = {
	{ "candidate", IW_VIEW_CANDIDATE },
	{ "full", IW_VIEW_FULL },
	{ "report", IW_VIEW_REPORT },
};

enum { COUNT = sizeof views / sizeof *views };

void
iw_views_name(uint32_t bits, struct iw_buf *out)
{
	const char *before = "";

	for (size_t i = 0; i < COUNT; i++)
		if (bits & views[i].bit) {
			iw_buf_printf(out, "%s%s", before, views[i].name);
			before = ", ";
		}
}

bool
iw_views_read(const char *names, uint32_t *bits)
{
	size_t len, i;

	*bits = 0;
	for (const char *p = names; p && *p; p += len + strspn(p + len, " ")) {
		len = strcspn(p, " ");
		for (i = 0; i < COUNT; i++)
			if (strlen(views[i].name) == len && strncmp(p, views[i].name, len) == 0)
				break;
		if (i == COUNT)
			return false;
		*bits |= views[i].bit;
	}
	return *bits != 0;
}
