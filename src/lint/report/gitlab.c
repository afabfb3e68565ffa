/* SPDX-License-Identifier: Apache-2.0 */
/*
 * GitLab's code quality report. GitLab matches findings of two branches by fingerprint and drops all but the first of
 * one: each has its own, which stays when lines are inserted above.
 */
#include <inttypes.h>
#include <stdlib.h>

#include "base/hash.h"
#include "lint/report/common.h"

static const char *const severities[] = {
	[IW_OFF] = "info",
	[IW_NOTE] = "info",
	[IW_WARNING] = "minor",
	[IW_ERROR] = "critical",
};

static uint64_t
own_fingerprint(const struct iw_finding *f, uint32_t turn)
{
	uint64_t h = iw_finding_fingerprint(f);

	return turn > 1 ? iw_hash_mix(h + turn) : h;
}

static uint32_t
or_first(uint32_t line)
{
	return line ? line : 1;
}

static json_t *
finding(const struct iw_report *report, const struct iw_finding *f, uint32_t turn)
{
	json_t *lines = json_pack("{s:I, s:I}", "begin", (json_int_t)or_first(f->at.line), "end",
	                          (json_int_t)or_first(f->at.end_line));

	return json_pack("{s:o, s:s, s:o, s:s, s:{s:o, s:o}}", "description", iw_json_string(f->message), "check_name",
	                 f->rule->id, "fingerprint", json_sprintf("%016" PRIx64, own_fingerprint(f, turn)), "severity",
	                 severities[f->severity], "location", "path", iw_json_ci_path(report, f->path), "lines", lines);
}

void
iw_report_gitlab(const struct iw_report *report, struct iw_buf *out)
{
	const struct iw_findings *list = &report->lint->findings;
	uint32_t *turns = iw_fingerprint_turns(list);
	json_t *all = json_array();

	for (size_t i = 0; i < list->count; i++)
		if (iw_finding_is_open(&list->at[i]))
			json_array_append_new(all, finding(report, &list->at[i], turns[i]));
	free(turns);
	iw_json_write(all, out);
}
