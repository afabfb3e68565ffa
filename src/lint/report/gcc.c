/* SPDX-License-Identifier: Apache-2.0 */
/* One line a finding, as gcc prints them: for editors and what reads compilers' output. */
#include <stdlib.h>

#include "base/path.h"
#include "lint/report/common.h"

void
iw_report_gcc(const struct iw_report *report, struct iw_buf *out)
{
	const struct iw_findings *list = &report->lint->findings;

	for (size_t i = 0; i < list->count; i++) {
		char *path;

		if (!iw_finding_is_open(&list->at[i]))
			continue;
		/* As an editor finds it from where we were run, which is what gcc does. */
		path = iw_path_join(report->lint->bank.root, list->at[i].path);
		iw_add_gcc_line(out, path, &list->at[i]);
		free(path);
	}
}
