/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "lint/report/report.h"

const struct iw_format iw_formats[] = {
	{ "text", "as compilers print it, with the line and a caret", iw_report_text },
	{ "json", "one JSON object, for programs", iw_report_json },
	{ "sarif", "SARIF 2.1.0, for code scanning and editors", iw_report_sarif },
	{ "junit", "JUnit XML, a test suite for each file", iw_report_junit },
	{ "github", "annotations of GitHub Actions, the ten worst", iw_report_github },
	{ "gitlab", "a code quality report of GitLab", iw_report_gitlab },
	{ "checkstyle", "Checkstyle XML, which many servers read", iw_report_checkstyle },
	{ "gcc", "one line a finding, as gcc prints it, for editors", iw_report_gcc },
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
