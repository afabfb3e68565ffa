/* SPDX-License-Identifier: Apache-2.0 */
/* Figures of single items: keys, words, statistics. */
#include "stats/report/figures.h"
#include "stats/report/report.h"

static json_t *
key_group(const struct iw_key_figures *f)
{
	const struct iw_evenness *e = &f->evenness;
	json_t *positions = json_array();

	for (unsigned i = 0; i < f->options; i++)
		json_array_append_new(positions, json_integer((json_int_t)f->counts[i]));
	return json_pack("{s:o, s:I, s:I, s:o, s:o, s:o, s:I, s:o, s:b}", "type", iw_figures_type(f->type), "options",
	                 (json_int_t)f->options, "items", (json_int_t)f->items, "positions", positions, "expected",
	                 iw_figures_number(e->expected), "chiSquare",
	                 e->known ? iw_figures_number(e->chi_square) : json_null(), "degrees", (json_int_t)e->degrees,
	                 "p", e->known ? iw_figures_number(e->p) : json_null(), "reliable", e->reliable);
}

json_t *
iw_figures_keys(const struct iw_stats *stats)
{
	json_t *groups = json_array();

	for (size_t i = 0; i < stats->key_count; i++)
		json_array_append_new(groups, key_group(&stats->keys[i]));
	return json_pack("{s:o, s:I}", "groups", groups, "leftOut", (json_int_t)stats->keys_left_out);
}

static json_t *
spread(const struct iw_spread *s)
{
	if (!s->count)
		return json_null();
	return json_pack("{s:I, s:o, s:o, s:o, s:o, s:o, s:o}", "count", (json_int_t)s->count, "least",
	                 iw_figures_number(s->least), "lowerQuartile", iw_figures_number(s->lower), "median",
	                 iw_figures_number(s->median), "mean", iw_figures_number(s->mean), "upperQuartile",
	                 iw_figures_number(s->upper), "most", iw_figures_number(s->most));
}

static json_t *
histogram(const struct iw_histogram *h)
{
	json_t *bins = json_array();

	for (unsigned i = 0; i < h->bins; i++) {
		bool low = h->open && i == 0, high = h->open && i == h->bins - 1;
		double from = h->from + i * h->width;

		json_array_append_new(bins,
		                      json_pack("{s:o, s:o, s:I}", "from", low ? json_null() : iw_figures_number(from),
		                                "to", high ? json_null() : iw_figures_number(from + h->width), "count",
		                                (json_int_t)h->counts[i]));
	}
	return bins;
}

static json_t *
one_form(const struct iw_stats *stats)
{
	double minutes = iw_reading_minutes(stats);

	if (!(stats->reading.form_words > 0))
		return json_null();
	return json_pack("{s:o, s:i, s:o}", "words", iw_figures_number(stats->reading.form_words), "wordsPerMinute",
	                 IW_WORDS_PER_MINUTE, "minutes", minutes > 0 ? iw_figures_number(minutes) : json_null());
}

json_t *
iw_figures_reading(const struct iw_stats *stats)
{
	const struct iw_reading_figures *f = &stats->reading;
	json_t *types = json_array(), *longest = json_array();

	for (unsigned i = 0; i < IW_TYPE_ROWS; i++)
		if (f->types[i].count)
			json_array_append_new(types, json_pack("{s:o, s:o}", "type", iw_figures_type(i), "words",
			                                       spread(&f->types[i])));
	for (size_t i = 0; i < f->longest_count; i++)
		json_array_append_new(longest, json_pack("{s:o, s:o, s:I}", "id", iw_figures_string(f->longest[i]->id),
		                                         "file", iw_figures_file(stats, f->longest[i]), "words",
		                                         (json_int_t)f->longest[i]->reading));
	return json_pack("{s:o, s:o, s:o, s:o, s:o}", "words", spread(&f->all), "types", types, "histogram",
	                 histogram(&f->histogram), "longest", longest, "form", one_form(stats));
}

json_t *
iw_figures_statistics(const struct iw_stats *stats)
{
	const struct iw_difficulty_figures *f = &stats->difficulty;
	static const char *const names[IW_PARAMETERS] = {
		[IW_P] = "p", [IW_R] = "r", [IW_A] = "a", [IW_B] = "b", [IW_C] = "c", [IW_N] = "n",
	};
	json_t *parameters = json_object(), *low = json_array();

	for (unsigned i = 0; i < IW_PARAMETERS; i++)
		json_object_set_new(parameters, names[i], spread(&f->of[i]));
	for (size_t i = 0; i < f->low_count; i++)
		json_array_append_new(low, json_pack("{s:o, s:o, s:o}", "id", iw_figures_string(f->low[i]->id), "file",
		                                     iw_figures_file(stats, f->low[i]), "r",
		                                     iw_figures_number(f->low[i]->statistics->r)));
	return json_pack("{s:I, s:I, s:o, s:o, s:o, s:o, s:I, s:o}", "items", (json_int_t)f->with, "of",
	                 (json_int_t)stats->in_use, "parameters", parameters, "pHistogram", histogram(&f->p_histogram),
	                 "bHistogram", histogram(&f->b_histogram), "lowBelow", iw_figures_number(IW_LOW_R), "negative",
	                 (json_int_t)f->negative_count, "low", low);
}
