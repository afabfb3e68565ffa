/* SPDX-License-Identifier: Apache-2.0 */
/* The report for a terminal: what the bank holds against what the exam needs. */
#include "stats/report/text.h"

#include <inttypes.h>
#include <string.h>

#include "stats/report/plain.h"
#include "stats/report/table.h"

enum { COUNT = 9, INDENT = 2 };

static const char *
s(uint64_t n)
{
	return n == 1 ? "" : "s";
}

static void
plain(struct iw_buf *out, const char *text)
{
	iw_plain_add(out, text, strlen(text));
}

/* "d1  Foundation Models", or what there is of it. */
static void
name(struct iw_buf *out, const char *id, const char *title)
{
	if (id)
		plain(out, id);
	if (id && title && *title)
		iw_buf_str(out, "  ");
	if (title)
		plain(out, title);
	if (!id && !(title && *title))
		iw_buf_str(out, "(no id)");
}

/* The first cell of a row of counts. */
static void
row_label(const struct iw_stats_report *report, struct iw_buf *out, const char *label, size_t indent)
{
	for (size_t i = 0; i < indent; i++)
		iw_buf_char(out, ' ');
	iw_cell(out, label, report->columns - (size_t)(IW_STATUSES + 1) * COUNT - indent);
}

static void
tally(const struct iw_stats_report *report, struct iw_buf *out, const char *label, size_t indent,
      const struct iw_tally *t)
{
	row_label(report, out, label, indent);
	for (unsigned i = 0; i < IW_STATUSES; i++)
		iw_cell_count(out, t->of[i], COUNT);
	iw_cell_count(out, iw_tally_total(t), COUNT);
	iw_line_end(out);
}

static void
tally_head(const struct iw_stats_report *report, struct iw_buf *out)
{
	row_label(report, out, "", 0);
	for (unsigned i = 0; i < IW_STATUSES; i++)
		iw_cell_right(out, iw_status_label((enum iw_item_status)i), COUNT);
	iw_cell_right(out, "total", COUNT);
	iw_line_end(out);
}

static void
domain_name(struct iw_buf *out, const struct iw_domain_figures *f)
{
	if (f->domain)
		name(out, f->domain->id, f->domain->title);
	else
		iw_buf_str(out, "in no domain of the blueprint");
}

void
iw_text_items(const struct iw_stats_report *report, struct iw_buf *out)
{
	const struct iw_stats *stats = report->stats;
	iw_heading(out, "Items by domain, type and status");
	tally_head(report, out);
	for (size_t i = 0; i < stats->domain_count; i++) {
		const struct iw_domain_figures *f = &stats->domains[i];
		struct iw_buf label = IW_BUF_INIT;

		domain_name(&label, f);
		tally(report, out, label.data, 0, &f->items);
		for (unsigned type = 0; type < IW_TYPE_ROWS; type++)
			if (iw_tally_total(&f->types[type]))
				tally(report, out, iw_type_label(type), INDENT, &f->types[type]);
		iw_buf_release(&label);
	}
	tally(report, out, "all", 0, &stats->items);
	for (unsigned type = 0; type < IW_TYPE_ROWS; type++)
		if (iw_tally_total(&stats->types[type]))
			tally(report, out, iw_type_label(type), INDENT, &stats->types[type]);
}

void
iw_text_tasks(const struct iw_stats_report *report, struct iw_buf *out)
{
	const struct iw_stats *stats = report->stats;
	bool any = false;

	for (size_t i = 0; i < stats->domain_count; i++)
		any = any || stats->domains[i].task_count;
	if (!any)
		return;
	iw_heading(out, "Items by task");
	tally_head(report, out);
	for (size_t i = 0; i < stats->domain_count; i++) {
		const struct iw_domain_figures *f = &stats->domains[i];
		struct iw_buf label = IW_BUF_INIT;

		domain_name(&label, f);
		iw_cell(out, label.data, report->columns);
		iw_line_end(out);
		for (size_t j = 0; j < f->task_count; j++) {
			iw_buf_clear(&label);
			name(&label, f->tasks[j].id, f->tasks[j].title);
			tally(report, out, label.data, INDENT, &f->tasks[j].items);
		}
		if (iw_tally_total(&f->no_task))
			tally(report, out, "without a task", INDENT, &f->no_task);
		if (iw_tally_total(&f->unknown_task))
			tally(report, out, "with a task that the domain has not", INDENT, &f->unknown_task);
		iw_buf_release(&label);
	}
}

enum { WEIGHT = 8, APPROVED = 9, NEEDED = 8, MISSING = 6 };

/* What the numbers leave for the name of a domain. */
static size_t
domain_width(const struct iw_stats_report *report)
{
	return report->columns - WEIGHT - APPROVED - (size_t)IW_SUPPLY_FORMS * (NEEDED + MISSING);
}

static void
needed(struct iw_buf *out, uint64_t n, uint64_t missing)
{
	iw_cell_count(out, n, NEEDED);
	iw_cell_count(out, missing, MISSING);
}

static void
blueprint_head(const struct iw_stats_report *report, struct iw_buf *out)
{
	static const char *const forms[IW_SUPPLY_FORMS] = { "1 form", "2 forms", "3 forms" };

	iw_cell(out, "", domain_width(report));
	iw_cell_right(out, "weight", WEIGHT);
	iw_cell_right(out, "approved", APPROVED);
	for (unsigned i = 0; i < IW_SUPPLY_FORMS; i++) {
		iw_cell_right(out, forms[i], NEEDED);
		iw_cell_right(out, "short", MISSING);
	}
	iw_line_end(out);
}

static void
supply_row(const struct iw_stats_report *report, size_t domain, struct iw_buf *out)
{
	const struct iw_stats *stats = report->stats;
	const struct iw_domain *d = stats->domains[domain].domain;
	struct iw_buf label = IW_BUF_INIT;

	name(&label, d->id, d->title);
	iw_cell(out, label.data, domain_width(report));
	iw_cell_number(out, d->weight / 1e4, d->weight % 10000 ? 2 : 0, WEIGHT - 2);
	iw_buf_str(out, " %");
	iw_cell_count(out, stats->domains[domain].items.of[IW_APPROVED], APPROVED);
	for (unsigned i = 0; i < IW_SUPPLY_FORMS; i++)
		needed(out, stats->supply[i].needed[domain], stats->supply[i].missing[domain]);
	iw_line_end(out);
	iw_buf_release(&label);
}

void
iw_text_blueprint(const struct iw_stats_report *report, struct iw_buf *out)
{
	const struct iw_stats *stats = report->stats;
	const struct iw_exam *exam = stats->bank.exam;

	iw_heading(out, "Approved items against the blueprint");
	blueprint_head(report, out);
	for (size_t i = 0; i < exam->domain_count; i++)
		supply_row(report, i, out);
	iw_cell(out, "scored items", domain_width(report) + WEIGHT);
	iw_cell_count(out, stats->approved, APPROVED);
	for (unsigned i = 0; i < IW_SUPPLY_FORMS; i++)
		needed(out, stats->supply[i].scored, stats->supply[i].scored_missing);
	iw_line_end(out);
	iw_cell(out, "unscored items, of any domain", domain_width(report) + WEIGHT + APPROVED);
	for (unsigned i = 0; i < IW_SUPPLY_FORMS; i++)
		needed(out, stats->supply[i].unscored, stats->supply[i].unscored_missing);
	iw_line_end(out);
	if (stats->forms)
		iw_buf_printf(out, "Enough for %" PRIu64 " form%s", stats->forms, s(stats->forms));
	else
		iw_buf_str(out, "Not enough for one form");
	iw_buf_printf(out, " of %u scored and %u unscored items%s.\n", exam->scored, exam->unscored,
	              stats->forms > 1 ? " that share none" : "");
}

static void
line(const struct iw_stats_report *report, struct iw_buf *text, struct iw_buf *out)
{
	iw_cell(out, text->data, report->columns);
	iw_line_end(out);
	iw_buf_clear(text);
}

static void
title(const struct iw_stats_report *report, struct iw_buf *out)
{
	const struct iw_stats *stats = report->stats;
	const struct iw_exam *exam = stats->bank.exam;
	struct iw_buf text = IW_BUF_INIT;

	iw_buf_str(&text, exam->title && *exam->title ? exam->title : "An exam without a title");
	line(report, &text, out);
	iw_buf_printf(&text, "%zu item%s in %zu file%s of exam %s", stats->bank.item_count, s(stats->bank.item_count),
	              stats->files, s(stats->files), exam->id ? exam->id : "(no id)");
	if (exam->version)
		iw_buf_printf(&text, ", version %s", exam->version);
	line(report, &text, out);
	if (stats->unread) {
		iw_buf_printf(&text, "%zu file%s below items/ cannot be read and %s left out: run itemwright lint",
		              stats->unread, s(stats->unread), stats->unread == 1 ? "is" : "are");
		line(report, &text, out);
	}
	iw_buf_release(&text);
}

enum iw_status
iw_stats_text(const struct iw_stats_report *report, struct iw_buf *out, struct iw_error *e)
{
	const struct iw_stats *stats = report->stats;
	struct iw_texts texts;
	enum iw_status status = iw_texts_read(&texts, &stats->bank, &stats->enemies, IW_LISTED, report->jobs, e);

	if (status != IW_OK)
		return status;
	title(report, out);
	iw_text_items(report, out);
	iw_text_blueprint(report, out);
	iw_text_tasks(report, out);
	iw_text_keys(report, out);
	iw_text_reading(report, out);
	iw_text_difficulty(report, out);
	iw_text_enemies(report, &texts, out);
	iw_texts_release(&texts);
	return IW_OK;
}
