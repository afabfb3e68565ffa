/* SPDX-License-Identifier: Apache-2.0 */
/* The scale of form.json: the table from raw to reported scores, and what a section needs. */
#include "score/key_json.h"

#include <math.h>
#include <string.h>

static enum iw_status
read_row(struct iw_key_reading *r, const json_t *j, size_t raw)
{
	const json_t *reported = json_object_get(j, "reported"), *pass = json_object_get(j, "pass");
	struct iw_answer_key *key = r->key;
	struct iw_key_row *row = &key->rows[raw];

	if (!json_is_integer(json_object_get(j, "raw")) ||
	    json_integer_value(json_object_get(j, "raw")) != (json_int_t)raw || !json_is_integer(reported) ||
	    !json_is_boolean(pass))
		return iw_key_damaged(r, "row %zu of the table of scores", raw);
	row->reported = (long)json_integer_value(reported);
	row->pass = json_is_true(pass);
	/* What a candidate is told must never contradict itself. */
	if ((double)row->reported < floor(key->minimum) || (double)row->reported > ceil(key->maximum) ||
	    row->pass != ((double)row->reported >= key->passing) ||
	    (raw && (row->reported < row[-1].reported || (row[-1].pass && !row->pass))))
		return iw_key_damaged(r, "the table of scores contradicts itself at %zu points", raw);
	return IW_OK;
}

static enum iw_status
read_table(struct iw_key_reading *r, const json_t *scoring, const json_t *table)
{
	struct iw_answer_key *key = r->key;
	const struct {
		const char *name;
		double *to;
	} numbers[] = { { "minimum", &key->minimum }, { "maximum", &key->maximum }, { "passing", &key->passing } };
	enum iw_status status = IW_OK;

	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		*numbers[i].to = json_number_value(json_object_get(scoring, numbers[i].name));
		if (!json_is_number(json_object_get(scoring, numbers[i].name)) || fabs(*numbers[i].to) > 1e9)
			return iw_key_damaged(r, "'%s'", numbers[i].name);
	}
	if (key->minimum >= key->maximum || key->passing < key->minimum || key->passing > key->maximum)
		return iw_key_damaged(r, "its scale is none");
	if (json_array_size(table) != key->scored + 1)
		return iw_key_damaged(r, "the table of scores has %zu rows for 0 to %zu points", json_array_size(table),
		                      key->scored);
	key->rows = iw_arena_alloc(&key->arena, key->scored + 1, sizeof *key->rows);
	for (size_t raw = 0; raw <= key->scored && status == IW_OK; raw++)
		status = read_row(r, json_array_get(table, raw), raw);
	return status;
}

static enum iw_status
read_sections(struct iw_key_reading *r, const json_t *list)
{
	struct iw_answer_key *key = r->key;

	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *j = json_array_get(list, i), *needed = json_object_get(j, "needed");
		size_t d = iw_key_domain(key, json_string_value(json_object_get(j, "domain")));
		json_int_t least = json_integer_value(needed);

		if (d == key->domain_count ||
		    json_integer_value(json_object_get(j, "scored")) != (json_int_t)key->domains[d].scored ||
		    least < 0 || least > IW_KEY_MOST_QUESTIONS)
			return iw_key_damaged(r, "section %zu", i + 1);
		key->domains[d].has_level = json_is_integer(needed) && key->domains[d].scored;
		key->domains[d].needed = (unsigned)least;
	}
	return IW_OK;
}

enum iw_status
iw_key_scale(struct iw_key_reading *r, const json_t *scoring)
{
	const json_t *table = json_object_get(scoring, "table");
	enum iw_status status = IW_OK;

	if (table)
		status = read_table(r, scoring, table);
	else if (!(r->key->raw_only = iw_key_string(r, scoring, "raw-only")))
		r->key->raw_only = "the package holds no table of scores; pack the form again to have one";
	if (status == IW_OK)
		status = read_sections(r, json_object_get(scoring, "sections"));
	return status;
}
