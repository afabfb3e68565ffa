/* SPDX-License-Identifier: Apache-2.0 */
/* The answers of a form: form.json of the scoring package, described by schemas/form.schema.json. */
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "compile/compile.h"

static void
set_string(json_t *object, const char *name, const char *value)
{
	if (value)
		json_object_set_new(object, name, json_string(value));
}

/* A number, written as the author wrote it. */
static void
set_number(json_t *object, const char *name, const char *value)
{
	json_error_t ignored;
	json_t *number = value ? json_loads(value + (*value == '+'), JSON_DECODE_ANY, &ignored) : NULL;

	if (!number && value)
		number = json_real(strtod(value, NULL));
	if (number)
		json_object_set_new(object, name, number);
}

static json_t *
scoring(const struct iw_exam *exam, json_t *frozen)
{
	json_t *s = json_object();

	set_string(s, "model", exam->model);
	set_number(s, "minimum", exam->minimum);
	set_number(s, "maximum", exam->maximum);
	set_number(s, "passing", exam->passing);
	set_number(s, "cut", exam->cut);
	set_string(s, "reference", exam->reference);
	set_string(s, "scale", exam->scale);
	if (frozen)
		json_object_update(s, frozen);
	return s;
}

static json_t *
domains(const struct iw_exam *exam)
{
	json_t *list = json_array();

	for (size_t i = 0; i < exam->domain_count; i++) {
		json_t *d = json_object();

		set_string(d, "id", exam->domains[i].id);
		set_string(d, "title", exam->domains[i].title);
		json_array_append_new(list, d);
	}
	return list;
}

/* The right answer, written as responses are (docs/packages.md). */
static json_t *
key(const struct iw_question *q)
{
	size_t places[IW_MOST_OPTIONS], n = iw_question_key(q, places);
	json_t *list = json_array();

	for (size_t i = 0; i < n; i++)
		json_array_append_new(list, q->item->type == IW_MATCHING
		                                    ? json_sprintf("%zu-%c", i + 1, (char)('A' + places[i]))
		                                    : json_sprintf("%c", (char)('A' + places[i])));
	return list;
}

/* What each letter is called in the bank; the place in the item, from 1, stands for a missing id. */
static json_t *
author_id(const struct iw_item_option *o, const struct iw_question *q)
{
	return o->id ? json_string(o->id) : json_sprintf("#%zu", (size_t)(o - q->body.options) + 1);
}

static json_t *
options(const struct iw_question *q)
{
	json_t *map = json_object();

	for (size_t i = 0; i < q->shown.count; i++) {
		char letter[2] = { (char)('A' + i), '\0' };
		const struct iw_item_option *o = q->item->type == IW_MATCHING
		                                         ? iw_question_option(q, IW_RESPONSE, q->shown.order[i])
		                                         : &q->body.options[q->shown.order[i]];

		json_object_set_new(map, letter, author_id(o, q));
	}
	return map;
}

static json_t *
prompts(const struct iw_question *q)
{
	json_t *map = json_object();

	for (size_t i = 0; i < q->shown.prompt_count; i++) {
		char number[16];

		snprintf(number, sizeof number, "%zu", i + 1);
		json_object_set_new(map, number, author_id(iw_question_option(q, IW_PROMPT, q->shown.prompts[i]), q));
	}
	return map;
}

static json_t *
question(const struct iw_question *q, size_t number)
{
	json_t *j = json_object();

	json_object_set_new(j, "id", json_sprintf("q%zu", number));
	set_string(j, "item", q->item->id);
	set_string(j, "type", iw_type_name(q->item->type));
	set_string(j, "domain", q->item->domain.name);
	set_string(j, "task", q->item->task.name);
	json_object_set_new(j, "scored", json_boolean(q->scored));
	json_object_set_new(j, "key", key(q));
	json_object_set_new(j, "options", options(q));
	if (q->item->type == IW_MATCHING)
		json_object_set_new(j, "prompts", prompts(q));
	return j;
}

void
iw_compiled_answers(const struct iw_compiled *compiled, json_t *frozen, struct iw_buf *out)
{
	const struct iw_exam *exam = compiled->bank->exam;
	json_t *all = json_object(), *questions = json_array();

	json_object_set_new(all, "version", json_integer(1));
	set_string(all, "name", compiled->name);
	json_object_set_new(all, "exam",
	                    json_pack("{s:s, s:s, s:s, s:s}", "id", exam->id, "version", exam->version, "title",
	                              exam->title, "language", exam->lang ? exam->lang : "en"));
	json_object_set_new(all, "form",
	                    json_pack("{s:s, s:s, s:s, s:o}", "id", compiled->form->id, "version",
	                              compiled->form->version, "title", compiled->form->title, "seed",
	                              json_sprintf("%llu", (unsigned long long)compiled->form->seed)));
	if (exam->has_scoring)
		json_object_set_new(all, "scoring", scoring(exam, frozen));
	json_object_set_new(all, "domains", domains(exam));
	for (size_t i = 0; i < compiled->question_count; i++)
		json_array_append_new(questions, question(&compiled->questions[i], i + 1));
	json_object_set_new(all, "questions", questions);
	iw_json_write(all, out);
}
