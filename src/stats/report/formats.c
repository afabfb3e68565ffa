/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "stats/report/report.h"

const struct iw_stats_format iw_stats_formats[] = {
	{ "text", iw_stats_text },
	{ "json", iw_stats_json },
	{ "html", iw_stats_html },
	{ NULL, NULL },
};

const struct iw_stats_format *
iw_stats_format_find(const char *name)
{
	for (const struct iw_stats_format *f = iw_stats_formats; f->name; f++)
		if (strcmp(f->name, name) == 0)
			return f;
	return NULL;
}

const char *
iw_status_label(enum iw_item_status status)
{
	static const char *const labels[IW_STATUSES] = {
		[IW_DRAFT] = "draft",
		[IW_REVIEW] = "review",
		[IW_APPROVED] = "approved",
		[IW_RETIRED] = "retired",
	};

	return labels[status];
}

const char *
iw_type_label(unsigned type)
{
	return type < IW_TYPES ? iw_type_name((enum iw_type)type) : "no type";
}

const char *
iw_item_label(const struct iw_item *i)
{
	return i->id ? i->id : "(no id)";
}

double
iw_reading_minutes(const struct iw_stats *stats)
{
	const char *lang = stats->bank.exam->lang;
	bool english = lang && (lang[0] | 32) == 'e' && (lang[1] | 32) == 'n' && (lang[2] == '\0' || lang[2] == '-');

	return english ? stats->reading.form_words / IW_WORDS_PER_MINUTE : 0;
}
