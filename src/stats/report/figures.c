/* SPDX-License-Identifier: Apache-2.0 */
#include "stats/report/figures.h"

#include <math.h>

#include "stats/report/report.h"

json_t *
iw_figures_string(const char *s)
{
	return s && *s ? iw_json_string(s) : json_null();
}

json_t *
iw_figures_number(double value)
{
	double rounded = round(value * 1e6) / 1e6;

	return json_real(rounded == 0 ? 0 : rounded); /* and not -0 */
}

json_t *
iw_figures_type(unsigned type)
{
	return type < IW_TYPES ? json_string(iw_type_name((enum iw_type)type)) : json_null();
}

json_t *
iw_figures_file(const struct iw_stats *stats, const struct iw_item *item)
{
	return iw_json_string(iw_owner_path(&stats->bank, &item->owner));
}

json_t *
iw_figures_tally(const struct iw_tally *tally)
{
	json_t *counts = json_object();

	for (unsigned i = 0; i < IW_STATUSES; i++)
		json_object_set_new(counts, iw_status_label((enum iw_item_status)i),
		                    json_integer((json_int_t)tally->of[i]));
	json_object_set_new(counts, "total", json_integer((json_int_t)iw_tally_total(tally)));
	return counts;
}

/* The types that the exam allows or that there are items of. */
static json_t *
types(const struct iw_stats *stats, const struct iw_tally *tallies)
{
	json_t *list = json_array();

	for (unsigned i = 0; i < IW_TYPE_ROWS; i++) {
		bool allowed = i < IW_TYPES && stats->bank.exam->types[i].allowed;

		if (allowed || iw_tally_total(&tallies[i]))
			json_array_append_new(list, json_pack("{s:o, s:o}", "type", iw_figures_type(i), "items",
			                                      iw_figures_tally(&tallies[i])));
	}
	return list;
}

static json_t *
tasks(const struct iw_domain_figures *f)
{
	json_t *list = json_array();

	for (size_t i = 0; i < f->task_count; i++)
		json_array_append_new(list, json_pack("{s:o, s:o, s:o}", "id", iw_figures_string(f->tasks[i].id),
		                                      "title", iw_figures_string(f->tasks[i].title), "items",
		                                      iw_figures_tally(&f->tasks[i].items)));
	return list;
}

json_t *
iw_figures_domains(const struct iw_stats *stats)
{
	json_t *list = json_array();

	for (size_t i = 0; i < stats->domain_count; i++) {
		const struct iw_domain_figures *f = &stats->domains[i];
		const struct iw_domain *d = f->domain;

		json_array_append_new(list, json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "id",
		                                      iw_figures_string(d ? d->id : NULL), "title",
		                                      iw_figures_string(d ? d->title : NULL), "weight",
		                                      d ? iw_figures_number(d->weight / 1e4) : json_null(), "items",
		                                      iw_figures_tally(&f->items), "types", types(stats, f->types),
		                                      "tasks", tasks(f), "noTask", iw_figures_tally(&f->no_task),
		                                      "unknownTask", iw_figures_tally(&f->unknown_task)));
	}
	return list;
}

static json_t *
supply(const struct iw_stats *stats, const struct iw_supply *s)
{
	json_t *domains = json_array();

	for (size_t i = 0; i < stats->bank.exam->domain_count; i++)
		json_array_append_new(
			domains, json_pack("{s:o, s:I, s:I}", "id", iw_figures_string(stats->bank.exam->domains[i].id),
		                           "needed", (json_int_t)s->needed[i], "missing", (json_int_t)s->missing[i]));
	return json_pack("{s:I, s:o, s:{s:I, s:I}, s:{s:I, s:I, s:I}}", "forms", (json_int_t)s->forms, "domains",
	                 domains, "scored", "needed", (json_int_t)s->scored, "missing", (json_int_t)s->scored_missing,
	                 "unscored", "needed", (json_int_t)s->unscored, "spare", (json_int_t)s->spare, "missing",
	                 (json_int_t)s->unscored_missing);
}

json_t *
iw_figures_blueprint(const struct iw_stats *stats)
{
	json_t *list = json_array();

	for (unsigned i = 0; i < IW_SUPPLY_FORMS; i++)
		json_array_append_new(list, supply(stats, &stats->supply[i]));
	return json_pack("{s:I, s:I, s:I, s:I, s:o}", "scored", (json_int_t)stats->bank.exam->scored, "unscored",
	                 (json_int_t)stats->bank.exam->unscored, "approved", (json_int_t)stats->approved, "forms",
	                 (json_int_t)stats->forms, "supply", list);
}

static json_t *
exam(const struct iw_stats *stats)
{
	const struct iw_exam *x = stats->bank.exam;

	return json_pack("{s:o, s:o, s:o, s:o, s:o}", "id", iw_figures_string(x->id), "version",
	                 iw_figures_string(x->version), "title", iw_figures_string(x->title), "language",
	                 iw_figures_string(x->lang), "minutes", x->minutes ? json_integer(x->minutes) : json_null());
}

json_t *
iw_figures(const struct iw_stats *stats, const struct iw_texts *texts, size_t most)
{
	return json_pack("{s:i, s:o, s:o, s:{s:I, s:I}, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "version", 1, "exam",
	                 exam(stats), "items", iw_figures_tally(&stats->items), "files", "items",
	                 (json_int_t)stats->files, "unread", (json_int_t)stats->unread, "types",
	                 types(stats, stats->types), "domains", iw_figures_domains(stats), "blueprint",
	                 iw_figures_blueprint(stats), "keys", iw_figures_keys(stats), "reading",
	                 iw_figures_reading(stats), "statistics", iw_figures_statistics(stats), "enemies",
	                 iw_figures_enemies(stats, texts, most));
}

enum iw_status
iw_stats_json(const struct iw_stats_report *report, struct iw_buf *out, struct iw_error *e)
{
	const struct iw_stats *stats = report->stats;
	struct iw_texts texts;
	enum iw_status status = iw_texts_read(&texts, &stats->bank, &stats->enemies, SIZE_MAX, report->jobs, e);

	if (status != IW_OK)
		return status;
	iw_json_write(iw_figures(stats, &texts, SIZE_MAX), out);
	iw_texts_release(&texts);
	return IW_OK;
}
