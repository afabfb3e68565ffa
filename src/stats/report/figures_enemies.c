/* SPDX-License-Identifier: Apache-2.0 */
/* Enemy candidates with their texts. */
#include <stdlib.h>

#include "stats/compare.h"
#include "stats/report/figures.h"

/* A text as pieces in turn: what both items say, what only this one says, what both say, and so on. */
static void
add_piece(void *context, const char *text, size_t len, bool differs)
{
	json_t *pieces = context;

	if (differs && json_array_size(pieces) == 0)
		json_array_append_new(pieces, json_string(""));
	json_array_append_new(pieces, json_stringn(text, len));
}

static json_t *
pieces_of(const char *text, const char *other)
{
	json_t *pieces = json_array();

	iw_compare_text(text, other, add_piece, pieces);
	return pieces;
}

static void
add_option(json_t *options, const struct iw_text *text, size_t option, const struct iw_text *other, size_t beside)
{
	if (option != SIZE_MAX)
		json_array_append_new(
			options, pieces_of(text->options[option], beside != SIZE_MAX ? other->options[beside] : ""));
}

static json_t *
side(const struct iw_stats *stats, const struct iw_text *text, const struct iw_text *other, json_t *options)
{
	return json_pack("{s:o, s:o, s:o, s:o}", "id", iw_figures_string(text->item->id), "file",
	                 iw_figures_file(stats, text->item), "stem", pieces_of(text->stem, other->stem), "options",
	                 options);
}

static json_t *
sides(const struct iw_stats *stats, const struct iw_text *first, const struct iw_text *second)
{
	json_t *left = json_array(), *right = json_array();
	struct iw_row *rows;
	size_t count = iw_compare_options(first, second, &rows);

	for (size_t i = 0; i < count; i++) {
		add_option(left, first, rows[i].first, second, rows[i].second);
		add_option(right, second, rows[i].second, first, rows[i].first);
	}
	free(rows);
	return json_pack("[o, o]", side(stats, first, second, left), side(stats, second, first, right));
}

json_t *
iw_figures_enemies(const struct iw_stats *stats, const struct iw_texts *texts, size_t most)
{
	const struct iw_enemies *f = &stats->enemies;
	json_t *pairs = json_array();

	for (size_t i = 0; i < f->count && i < most; i++) {
		const struct iw_enemy_pair *p = &f->at[i];

		json_array_append_new(
			pairs, json_pack("{s:o, s:o, s:b, s:o}", "degree", iw_figures_number(p->degree), "weighted",
		                         iw_figures_number(p->weighted), "copy", p->copy, "items",
		                         sides(stats, iw_texts_of(texts, p->first), iw_texts_of(texts, p->second))));
	}
	return json_pack("{s:o, s:o, s:I, s:I, s:I, s:I, s:b, s:o}", "leastDegree",
	                 iw_figures_number(IW_ENEMY_DEGREE / 100.0), "leastWeighted",
	                 iw_figures_number(IW_ENEMY_WEIGHTED / 100.0), "compared", (json_int_t)f->compared, "count",
	                 (json_int_t)f->count, "copies", (json_int_t)f->copies, "declared", (json_int_t)f->declared,
	                 "more", f->more, "pairs", pairs);
}
