/* SPDX-License-Identifier: Apache-2.0 */
/* The report for a terminal: enemy candidates side by side. */
#include <stdlib.h>
#include <string.h>

#include "stats/compare.h"
#include "stats/report/plain.h"
#include "stats/report/table.h"
#include "stats/report/text.h"

/* Words that only one of two texts has stand in brackets. */
static void
add_piece(void *context, const char *text, size_t len, bool differs)
{
	struct iw_buf *out = context;

	iw_buf_str(out, differs ? "[" : "");
	iw_plain_add(out, text, len);
	iw_buf_str(out, differs ? "]" : "");
}

/* NULL where one item has no more. */
static void
compare(const char *bullet, const char *first, const char *second, unsigned columns, struct iw_buf *out)
{
	struct iw_buf left = IW_BUF_INIT, right = IW_BUF_INIT;

	if (first) {
		iw_buf_str(&left, bullet);
		iw_compare_text(first, second ? second : "", add_piece, &left);
	}
	if (second) {
		iw_buf_str(&right, bullet);
		iw_compare_text(second, first ? first : "", add_piece, &right);
	}
	iw_side_by_side(out, left.data, right.data, columns);
	iw_buf_release(&left);
	iw_buf_release(&right);
}

static void
texts_of(const struct iw_texts *texts, const struct iw_enemy_pair *p, unsigned columns, struct iw_buf *out)
{
	const struct iw_text *first = iw_texts_of(texts, p->first), *second = iw_texts_of(texts, p->second);
	struct iw_row *rows;
	size_t count = iw_compare_options(first, second, &rows);

	compare("", first->stem, second->stem, columns, out);
	for (size_t i = 0; i < count; i++)
		compare("- ", rows[i].first != SIZE_MAX ? first->options[rows[i].first] : NULL,
		        rows[i].second != SIZE_MAX ? second->options[rows[i].second] : NULL, columns, out);
	free(rows);
}

static void
pair(const struct iw_texts *texts, const struct iw_enemy_pair *p, size_t number, unsigned columns, struct iw_buf *out)
{
	struct iw_buf left = IW_BUF_INIT, right = IW_BUF_INIT;

	iw_buf_printf(out, "\n%zu. ", number);
	if (p->copy) {
		iw_buf_str(out, "the same text\n");
	} else {
		iw_buf_printf(out, "%.0f %% of the words shared, %.0f %% by weight\n", 100 * p->degree,
		              100 * p->weighted);
	}
	iw_plain_add(&left, iw_item_label(p->first), strlen(iw_item_label(p->first)));
	iw_plain_add(&right, iw_item_label(p->second), strlen(iw_item_label(p->second)));
	iw_side_by_side(out, left.data, right.data, columns);
	texts_of(texts, p, columns, out);
	iw_buf_release(&left);
	iw_buf_release(&right);
}

static void
summary(const struct iw_enemies *f, struct iw_buf *out)
{
	iw_heading(out, "Enemy candidates");
	if (!f->count)
		iw_buf_str(out, "No two items have nearly the same words.\n");
	else
		iw_buf_printf(out, "%s%zu pair%s of items %s nearly the same words.\n", f->more ? "More than " : "",
		              f->count, f->count == 1 ? "" : "s", f->count == 1 ? "has" : "have");
	if (f->copies)
		iw_buf_printf(out, "%zu pair%s %s just the same text.\n", f->copies, f->copies == 1 ? "" : "s",
		              f->copies == 1 ? "has" : "have");
	if (f->more)
		iw_buf_printf(out, "The search ended at %d pairs.\n", IW_MOST_ENEMIES);
	if (f->declared)
		iw_buf_printf(out, "%zu pair%s that %s declared as enemies %s left out.\n", f->declared,
		              f->declared == 1 ? "" : "s", f->declared == 1 ? "is" : "are",
		              f->declared == 1 ? "is" : "are");
	if (f->count)
		iw_buf_str(out, "Words that differ stand in [brackets].\n");
}

void
iw_text_enemies(const struct iw_stats_report *report, const struct iw_texts *texts, struct iw_buf *out)
{
	const struct iw_enemies *f = &report->stats->enemies;

	if (!f->compared)
		return;
	summary(f, out);
	for (size_t i = 0; i < f->count && i < IW_LISTED; i++)
		pair(texts, &f->at[i], i + 1, report->columns, out);
	if (f->count > IW_LISTED)
		iw_buf_printf(out, "\n%zu more, which --format html and json list\n", f->count - IW_LISTED);
}
