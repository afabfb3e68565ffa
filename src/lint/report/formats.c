/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "lint/report/report.h"

const struct iw_format iw_formats[] = {
	{ "text", "as compilers print it, with the line and a caret", iw_report_text },
	{ "json", "one JSON object, for programs", iw_report_json },
	{ NULL, NULL, NULL },
};

const struct iw_format *
iw_format_find(const char *name)
{
	for (const struct iw_format *f = iw_formats; f->name; f++)
		if (strcmp(f->name, name) == 0)
			return f;
	return NULL;
}
