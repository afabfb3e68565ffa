/* SPDX-License-Identifier: Apache-2.0 */
/* Items by domain, type, task and status. */
#include <string.h>

#include "stats/stats.h"

size_t
iw_tally_total(const struct iw_tally *tally)
{
	size_t total = 0;

	for (unsigned i = 0; i < IW_STATUSES; i++)
		total += tally->of[i];
	return total;
}

static void
prepare_domains(struct iw_stats *stats, struct iw_map *by_id)
{
	const struct iw_exam *exam = stats->bank.exam;

	stats->domain_count = exam->domain_count;
	stats->domains = iw_arena_alloc(&stats->arena, exam->domain_count + 1, sizeof *stats->domains);
	for (size_t i = 0; i < exam->domain_count; i++) {
		const struct iw_domain *domain = &exam->domains[i];
		struct iw_domain_figures *f = &stats->domains[i];

		f->domain = domain;
		f->task_count = domain->task_count;
		f->tasks = iw_arena_alloc(&stats->arena, domain->task_count, sizeof *f->tasks);
		for (size_t j = 0; j < domain->task_count; j++) {
			f->tasks[j].id = domain->tasks[j].id;
			f->tasks[j].title = domain->tasks[j].title;
		}
		if (domain->id)
			iw_map_add(by_id, domain->id, i, NULL);
	}
}

static void
count_task(struct iw_domain_figures *f, const struct iw_item *item)
{
	struct iw_tally *tally = item->task.name ? &f->unknown_task : &f->no_task;

	for (size_t i = 0; item->task.name && i < f->task_count; i++)
		if (f->tasks[i].id && strcmp(f->tasks[i].id, item->task.name) == 0) {
			tally = &f->tasks[i].items;
			break;
		}
	tally->of[item->status]++;
}

void
iw_collect_counts(struct iw_stats *stats)
{
	struct iw_map by_id = IW_MAP_INIT;

	prepare_domains(stats, &by_id);
	for (size_t i = 0; i < stats->bank.item_count; i++) {
		const struct iw_item *item = stats->bank.items[i];
		const size_t *at = item->domain.name ? iw_map_get(&by_id, item->domain.name) : NULL;
		struct iw_domain_figures *f = &stats->domains[at ? *at : stats->bank.exam->domain_count];

		stats->items.of[item->status]++;
		stats->types[item->type].of[item->status]++;
		stats->in_use += item->status != IW_RETIRED;
		f->items.of[item->status]++;
		f->types[item->type].of[item->status]++;
		count_task(f, item);
	}
	if (iw_tally_total(&stats->domains[stats->domain_count].items))
		stats->domain_count++;
	iw_map_release(&by_id);
}
