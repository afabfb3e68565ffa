/* SPDX-License-Identifier: Apache-2.0 */
/* Checkstyle's report: its consumers take what follows the last point of `source` as the rule, what is before as its
 * group. */
#include <string.h>

#include "lint/report/common.h"
#include "lint/report/markup.h"

static const char *const severities[] = {
	[IW_NOTE] = "info",
	[IW_WARNING] = "warning",
	[IW_ERROR] = "error",
};

static void
add_source(struct iw_markup *m, const char *id)
{
	struct iw_buf source = IW_BUF_INIT;

	iw_buf_str(&source, "itemwright.");
	iw_buf_str(&source, id);
	for (char *slash = source.data; (slash = strchr(slash, '/')) != NULL;)
		*slash = '.';
	iw_markup_attr(m, "source", source.data);
	iw_buf_release(&source);
}

static void
add_error(struct iw_markup *m, const struct iw_finding *f)
{
	iw_markup_open(m, "error");
	if (f->at.line) {
		iw_markup_number(m, "line", f->at.line);
		iw_markup_number(m, "column", f->at.column);
	}
	iw_markup_attr(m, "severity", severities[f->severity]);
	iw_markup_attr(m, "message", f->message);
	add_source(m, f->rule->id);
	iw_markup_close(m);
}

static void
open_file(struct iw_markup *m, const struct iw_report *report, const char *path)
{
	struct iw_buf name = IW_BUF_INIT;

	iw_add_ci_path(&name, report, path);
	iw_markup_open(m, "file");
	iw_markup_attr(m, "name", name.data);
	iw_buf_release(&name);
}

void
iw_report_checkstyle(const struct iw_report *report, struct iw_buf *out)
{
	const struct iw_findings *list = &report->lint->findings;
	const char *path = NULL;
	struct iw_markup m;

	iw_markup_begin(&m, "checkstyle");
	iw_markup_attr(&m, "version", "4.3");
	for (size_t i = 0; i < list->count; i++) {
		const struct iw_finding *f = &list->at[i];

		if (!iw_finding_is_open(f))
			continue;
		if (!path || strcmp(path, f->path) != 0) {
			if (path)
				iw_markup_close(&m);
			path = f->path;
			open_file(&m, report, path);
		}
		add_error(&m, f);
	}
	iw_markup_end(&m, out);
}
