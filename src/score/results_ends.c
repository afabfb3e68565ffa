/* SPDX-License-Identifier: Apache-2.0 */
/* What stands before and behind the results of all candidates. */
#include <math.h>

#include "base/json.h"
#include "score/results.h"

static void
csv_head(const struct iw_layout *l, struct iw_buf *out)
{
	iw_buf_str(out, l->key->rows ? "candidate,raw,scaled,result" : "candidate,raw");
	for (size_t n = 0; n < l->domain_count; n++) {
		const char *id = l->key->domains[l->domains[n]].id;

		iw_buf_printf(out, l->has_levels ? ",%s,%s.level" : ",%s", id, id);
	}
	iw_buf_str(out, "\r\n");
}

static void
unscored_head(const struct iw_layout *l, struct iw_buf *out)
{
	iw_buf_str(out, "candidate");
	for (size_t n = 0; n < l->unscored_count; n++)
		iw_buf_printf(out, ",q%zu,q%zu.right", l->unscored[n] + 1, l->unscored[n] + 1);
	iw_buf_str(out, "\r\n");
}

static json_t *
number(double value)
{
	if (isnan(value))
		return json_null();
	return value == floor(value) ? json_integer((json_int_t)value) : json_real(value);
}

static json_t *
domains(const struct iw_layout *l)
{
	json_t *list = json_array();

	for (size_t n = 0; n < l->domain_count; n++) {
		const struct iw_key_domain *d = &l->key->domains[l->domains[n]];
		json_t *j = json_pack("{s:s, s:s, s:i}", "id", d->id, "title", d->title, "scored", (int)d->scored);

		if (d->has_level)
			json_object_set_new(j, "needed", json_integer(d->needed));
		json_array_append_new(list, j);
	}
	return list;
}

/* An object without its end, so that a last member can be written behind it. */
static void
add_open(json_t *object, struct iw_buf *out)
{
	iw_json_write(object, out);
	while (out->len && (out->data[out->len - 1] == '\n' || out->data[out->len - 1] == '}'))
		out->data[--out->len] = '\0';
}

static void
json_head(const struct iw_layout *l, struct iw_buf *out)
{
	const struct iw_answer_key *key = l->key;
	json_t *all = json_object();

	json_object_set_new(all, "version", json_integer(1));
	json_object_set_new(all, "name", json_string(key->name));
	json_object_set_new(
		all, "exam",
		json_pack("{s:s, s:s, s:s}", "id", key->exam, "version", key->exam_version, "title", key->exam_title));
	json_object_set_new(
		all, "form",
		json_pack("{s:s, s:s, s:s}", "id", key->form, "version", key->form_version, "title", key->form_title));
	json_object_set_new(all, "scored", json_integer((json_int_t)key->scored));
	if (key->rows)
		json_object_set_new(all, "scale",
		                    json_pack("{s:o, s:o, s:o}", "minimum", number(key->minimum), "maximum",
		                              number(key->maximum), "passing", number(key->passing)));
	else if (key->raw_only)
		json_object_set_new(all, "raw-only", json_string(key->raw_only));
	if (l->has_levels)
		json_object_set_new(all, "caution", json_string(IW_CAUTION));
	json_object_set_new(all, "domains", domains(l));
	add_open(all, out);
	iw_buf_str(out, ",\n  \"candidates\": [");
}

static json_t *
figures(struct iw_figures f)
{
	return json_pack("{s:o, s:o}", "mean", number(f.mean), "sd", number(f.sd));
}

static void
json_tail(const struct iw_layout *l, const struct iw_tally *tally, struct iw_buf *out)
{
	json_t *summary = json_object();
	char *text;

	json_object_set_new(summary, "candidates", json_integer((json_int_t)tally->candidates));
	json_object_set_new(summary, "skipped", json_integer((json_int_t)tally->skipped));
	if (l->key->rows)
		json_object_set_new(summary, "passed", json_integer((json_int_t)iw_tally_passed(tally)));
	json_object_set_new(summary, "raw", figures(iw_tally_raw(tally)));
	if (l->key->rows)
		json_object_set_new(summary, "scaled", figures(iw_tally_scaled(tally)));
	text = json_dumps(summary, JSON_REAL_PRECISION(15));
	if (!text)
		iw_out_of_memory();
	iw_buf_printf(out, "\n  ],\n  \"summary\": %s\n}\n", text);
	free(text);
	json_decref(summary);
}

void
iw_results_head(const struct iw_layout *layout, enum iw_output output, struct iw_buf *out)
{
	static void (*const heads[])(const struct iw_layout *, struct iw_buf *) = {
		[IW_RESULTS_CSV] = csv_head,
		[IW_RESULTS_JSON] = json_head,
		[IW_UNSCORED_CSV] = unscored_head,
	};

	heads[output](layout, out);
}

void
iw_results_tail(const struct iw_layout *layout, enum iw_output output, const struct iw_tally *tally, struct iw_buf *out)
{
	if (output == IW_RESULTS_JSON)
		json_tail(layout, tally, out);
}
