/* SPDX-License-Identifier: Apache-2.0 */
/* The report for a terminal: keys, words and statistics of items. */
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "stats/report/table.h"
#include "stats/report/text.h"

enum { LABEL = 20, FIGURE = 8, BAR = 40 };

/* A line of a chart: what, how many, a bar. */
static void
bar_line(struct iw_buf *out, const char *label, size_t count, size_t most)
{
	iw_buf_str(out, "  ");
	iw_cell_right(out, label, LABEL - 2);
	iw_cell_count(out, count, FIGURE);
	iw_buf_str(out, "  ");
	iw_bar(out, (double)count, (double)most, BAR);
	iw_line_end(out);
}

static void
evenness(const struct iw_evenness *e, struct iw_buf *out)
{
	if (!e->known)
		return;
	iw_buf_printf(out, "  even: %.1f; chi-square %.2f, df %u, ", iw_rounded(e->expected, 1),
	              iw_rounded(e->chi_square, 2), e->degrees);
	if (e->p < 0.001)
		iw_buf_str(out, "p < 0.001");
	else
		iw_buf_printf(out, "p = %.3f", iw_rounded(e->p, 3));
	iw_buf_str(out, e->reliable ? "\n" : " (too few to tell)\n");
}

void
iw_text_keys(const struct iw_stats_report *report, struct iw_buf *out)
{
	const struct iw_stats *stats = report->stats;
	if (!stats->key_count && !stats->keys_left_out)
		return;
	iw_heading(out, "Where keys stand, as written");
	for (size_t i = 0; i < stats->key_count; i++) {
		const struct iw_key_figures *f = &stats->keys[i];
		size_t most = 0;

		for (unsigned j = 0; j < f->options; j++)
			most = f->counts[j] > most ? f->counts[j] : most;
		iw_buf_printf(out, "%s, %u option%s: %zu item%s\n", iw_type_name(f->type), f->options,
		              f->options == 1 ? "" : "s", f->items, f->items == 1 ? "" : "s");
		for (unsigned j = 0; j < f->options; j++)
			bar_line(out, (char[]){ (char)('A' + j), '\0' }, f->counts[j], most);
		evenness(&f->evenness, out);
	}
	if (stats->keys_left_out)
		iw_buf_printf(out, "%zu item%s with more than %d options: not counted\n", stats->keys_left_out,
		              stats->keys_left_out == 1 ? "" : "s", IW_MOST_POSITIONS);
}

static void
spread_head(struct iw_buf *out)
{
	static const char *const names[] = { "items", "least", "lower ¼", "median", "mean", "upper ¼", "most" };

	iw_cell(out, "", LABEL);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		iw_cell_right(out, names[i], FIGURE);
	iw_line_end(out);
}

static void
spread_line(struct iw_buf *out, const char *label, const struct iw_spread *s, int places)
{
	const double values[] = { s->least, s->lower, s->median, s->mean, s->upper, s->most };

	iw_cell(out, label, LABEL);
	iw_cell_count(out, s->count, FIGURE);
	for (size_t i = 0; s->count && i < sizeof values / sizeof *values; i++)
		iw_cell_number(out, values[i], places, FIGURE);
	iw_line_end(out);
}

static void
histogram(struct iw_buf *out, const struct iw_histogram *h, int places)
{
	size_t most = 0;

	for (unsigned i = 0; i < h->bins; i++)
		most = h->counts[i] > most ? h->counts[i] : most;
	for (unsigned i = 0; most && i < h->bins; i++) {
		struct iw_buf label = IW_BUF_INIT;
		double from = h->from + i * h->width, to = from + h->width;

		if (h->open && i == 0)
			iw_buf_printf(&label, "below %.*f", places, to);
		else if (h->open && i == h->bins - 1)
			iw_buf_printf(&label, "%.*f and more", places, from);
		else
			iw_buf_printf(&label, "%.*f to %.*f", places, from, places, to);
		bar_line(out, label.data, h->counts[i], most);
		iw_buf_release(&label);
	}
}

static void
reading_time(const struct iw_stats *stats, struct iw_buf *out)
{
	const struct iw_exam *exam = stats->bank.exam;
	double minutes = iw_reading_minutes(stats);

	if (!(stats->reading.form_words > 0))
		return;
	iw_buf_printf(out, "A form of %.0f items: about %.0f words", (double)exam->scored + exam->unscored,
	              stats->reading.form_words);
	if (minutes > 0)
		iw_buf_printf(out, minutes < 1 ? ", less than 1" : ", %.0f", minutes);
	if (minutes > 0 && exam->minutes)
		iw_buf_printf(out, " of %u", exam->minutes);
	if (minutes > 0)
		iw_buf_printf(out, " minutes at %d words a minute", IW_WORDS_PER_MINUTE);
	iw_buf_str(out, ".\n");
}

void
iw_text_reading(const struct iw_stats_report *report, struct iw_buf *out)
{
	const struct iw_stats *stats = report->stats;
	const struct iw_reading_figures *f = &stats->reading;

	if (!f->all.count)
		return;
	iw_heading(out, "Words to read");
	spread_head(out);
	for (unsigned i = 0; i < IW_TYPE_ROWS; i++)
		if (f->types[i].count)
			spread_line(out, iw_type_label(i), &f->types[i], 1);
	spread_line(out, "all", &f->all, 1);
	histogram(out, &f->histogram, 0);
	reading_time(stats, out);
	iw_buf_str(out, "The longest:\n");
	for (size_t i = 0; i < f->longest_count; i++) {
		iw_cell_count(out, f->longest[i]->reading, FIGURE - 2);
		iw_buf_str(out, "  ");
		iw_cell(out, iw_item_label(f->longest[i]), report->columns - FIGURE);
		iw_line_end(out);
	}
}

static void
low_items(const struct iw_difficulty_figures *f, unsigned columns, struct iw_buf *out)
{
	if (!f->low_count)
		return;
	iw_buf_printf(out, "Point-biserial below %.2f: %zu item%s, %zu negative\n", IW_LOW_R, f->low_count,
	              f->low_count == 1 ? "" : "s", f->negative_count);
	for (size_t i = 0; i < f->low_count && i < IW_LISTED; i++) {
		iw_cell_number(out, f->low[i]->statistics->r, 2, FIGURE - 2);
		iw_buf_str(out, "  ");
		iw_cell(out, iw_item_label(f->low[i]), columns - FIGURE);
		iw_line_end(out);
	}
	if (f->low_count > IW_LISTED)
		iw_buf_printf(out, "  and %zu more, which --format json lists\n", f->low_count - IW_LISTED);
}

void
iw_text_difficulty(const struct iw_stats_report *report, struct iw_buf *out)
{
	const struct iw_stats *stats = report->stats;
	static const char *const names[IW_PARAMETERS] = {
		[IW_P] = "p (correct)",    [IW_R] = "r (discrimination)", [IW_A] = "a (slope)",
		[IW_B] = "b (difficulty)", [IW_C] = "c (guessing)",       [IW_N] = "n (candidates)",
	};
	const struct iw_difficulty_figures *f = &stats->difficulty;

	if (!stats->in_use)
		return;
	iw_heading(out, "Statistics");
	iw_buf_printf(out, "%zu of %zu item%s %s statistics.\n", f->with, stats->in_use, stats->in_use == 1 ? "" : "s",
	              f->with == 1 ? "has" : "have");
	if (!f->with)
		return;
	spread_head(out);
	for (unsigned i = 0; i < IW_PARAMETERS; i++)
		if (f->of[i].count)
			spread_line(out, names[i], &f->of[i], i == IW_N ? 0 : 2);
	if (f->of[IW_P].count)
		iw_buf_str(out, "Items by p:\n");
	histogram(out, &f->p_histogram, 1);
	if (f->of[IW_B].count)
		iw_buf_str(out, "Items by b:\n");
	histogram(out, &f->b_histogram, 1);
	low_items(f, report->columns, out);
}
