/* SPDX-License-Identifier: Apache-2.0 */
#include <math.h>

#include "scale/freeze.h"

/* What there is none of is null. Whole numbers stand without a point. */
static json_t *
number(double value)
{
	if (isnan(value))
		return json_null();
	if (value == floor(value) && fabs(value) < 1e15)
		return json_integer((json_int_t)value);
	return json_real(value);
}

static json_t *
row(const struct iw_scale_row *r)
{
	json_t *j = json_object();

	json_object_set_new(j, "raw", json_integer((json_int_t)r->raw));
	json_object_set_new(j, "theta", number(r->theta));
	json_object_set_new(j, "equated", number(r->equated));
	json_object_set_new(j, "scaled", number(r->scaled));
	json_object_set_new(j, "reported", json_integer(r->reported));
	json_object_set_new(j, "pass", json_boolean(r->pass));
	return j;
}

static json_t *
section(const struct iw_scale_section *s, const struct iw_exam *exam)
{
	json_t *j = json_object();
	const char *id = exam->domains[s->domain].id;

	json_object_set_new(j, "domain", json_string(id ? id : "?"));
	json_object_set_new(j, "scored", json_integer((json_int_t)s->scored));
	json_object_set_new(j, "expected", number(s->expected));
	json_object_set_new(j, "needed", isnan(s->expected) ? json_null() : json_integer((json_int_t)s->needed));
	return j;
}

json_t *
iw_scale_json(const struct iw_scale *scale, const struct iw_exam *exam)
{
	json_t *all = json_object(), *rows = json_array(), *sections = json_array();

	for (size_t i = 0; i < scale->row_count; i++)
		json_array_append_new(rows, row(&scale->rows[i]));
	for (size_t i = 0; i < scale->section_count; i++)
		json_array_append_new(sections, section(&scale->sections[i], exam));
	if (scale->raw_only) {
		json_object_set_new(all, "raw-only", json_string(scale->raw_only));
		json_decref(rows);
	} else {
		json_object_set_new(all, "table", rows);
	}
	json_object_set_new(all, "sections", sections);
	return all;
}
