/* SPDX-License-Identifier: Apache-2.0 */
#include "score/answer_key.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "score/key_json.h"

enum iw_status
iw_key_damaged(struct iw_key_reading *r, const char *fmt, ...)
{
	char what[256];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(what, sizeof what, fmt, ap);
	va_end(ap);
	return iw_fail(r->e, IW_UNUSABLE, "%s: form.json is not as this program writes it: %s; pack the form again",
	               r->path, what);
}

const char *
iw_key_string(struct iw_key_reading *r, const json_t *object, const char *name)
{
	const json_t *s = json_object_get(object, name);

	return json_is_string(s) ? iw_arena_str(&r->key->arena, json_string_value(s), json_string_length(s)) : NULL;
}

size_t
iw_key_domain(const struct iw_answer_key *key, const char *id)
{
	size_t i = 0;

	while (i < key->domain_count && (!id || strcmp(key->domains[i].id, id) != 0))
		i++;
	return i;
}

static enum iw_status
read_names(struct iw_key_reading *r, const json_t *all)
{
	const json_t *exam = json_object_get(all, "exam"), *form = json_object_get(all, "form");
	const struct {
		const json_t *object;
		const char *name;
		const char **to;
	} table[] = {
		{ all, "name", &r->key->name },
		{ exam, "id", &r->key->exam },
		{ exam, "version", &r->key->exam_version },
		{ exam, "title", &r->key->exam_title },
		{ exam, "language", &r->key->language },
		{ form, "id", &r->key->form },
		{ form, "version", &r->key->form_version },
		{ form, "title", &r->key->form_title },
	};

	if (json_integer_value(json_object_get(all, "version")) != 1)
		return iw_key_damaged(r, "its version is not 1");
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		if (!(*table[i].to = iw_key_string(r, table[i].object, table[i].name)))
			return iw_key_damaged(r, "'%s' is missing", table[i].name);
	return IW_OK;
}

static enum iw_status
read_domains(struct iw_key_reading *r, const json_t *list)
{
	struct iw_answer_key *key = r->key;
	size_t count = json_array_size(list);

	if (count > IW_KEY_MOST_DOMAINS)
		return iw_key_damaged(r, "it has more than %d domains", IW_KEY_MOST_DOMAINS);
	key->domains = iw_arena_alloc(&key->arena, count + 1, sizeof *key->domains);
	for (size_t i = 0; i < count; i++) {
		struct iw_key_domain *d = &key->domains[i];

		d->id = iw_key_string(r, json_array_get(list, i), "id");
		d->title = iw_key_string(r, json_array_get(list, i), "title");
		if (!d->id || !d->title || iw_key_domain(key, d->id) < i)
			return iw_key_damaged(r, "domain %zu", i + 1);
		key->domain_count++;
	}
	return IW_OK;
}

/* "A" is 0; -1 when it is no letter of the question. */
static int
letter(const struct iw_key_question *q, char c)
{
	return c >= 'A' && c <= 'Z' && q->letters >> (c - 'A') & 1 ? c - 'A' : -1;
}

/* One entry of a key: a letter; "PROMPT-LETTER", of the next prompt, for matching. */
static bool
read_entry(struct iw_key_question *q, const char *s)
{
	uint32_t bit;
	char *end;
	int n;

	if (!s || q->key_count == IW_KEY_MOST_PROMPTS)
		return false;
	if (q->type == IW_MATCHING) {
		if (strtoul(s, &end, 10) != q->key_count + 1 || *end != '-' || s[0] < '1' || s[0] > '9')
			return false;
		s = end + 1;
	}
	n = letter(q, s[0]);
	if (n < 0 || s[1])
		return false;
	bit = UINT32_C(1) << n;
	if (q->type != IW_MATCHING && q->set & bit)
		return false;
	if (q->type != IW_MATCHING && q->type != IW_ORDERING && q->set >= bit)
		return false; /* not in the order of the alphabet */
	q->set |= bit;
	q->key[q->key_count++] = (unsigned char)n;
	return true;
}

static bool
read_key(struct iw_key_reading *r, const json_t *list, struct iw_key_question *q)
{
	struct iw_buf text = IW_BUF_INIT;
	bool good = json_array_size(list) > 0;

	for (size_t i = 0; good && i < json_array_size(list); i++) {
		const char *entry = json_string_value(json_array_get(list, i));

		good = read_entry(q, entry);
		if (good)
			iw_buf_printf(&text, "%s%s", i ? " " : "", entry);
	}
	good = good && (q->type != IW_MATCHING || q->key_count == q->prompts) &&
	       (q->type != IW_MULTIPLE_CHOICE || q->key_count == 1);
	q->text = iw_arena_str(&r->key->arena, text.data, text.len);
	q->text_len = text.len;
	iw_buf_release(&text);
	return good;
}

static bool
read_question(struct iw_key_reading *r, const json_t *j, size_t number)
{
	struct iw_key_question *q = &r->key->questions[number - 1];
	const char *type = json_string_value(json_object_get(j, "type")), *name;
	const json_t *options = json_object_get(j, "options"), *scored = json_object_get(j, "scored"), *value;
	char id[32];

	snprintf(id, sizeof id, "q%zu", number);
	name = json_string_value(json_object_get(j, "id"));
	while (q->type < IW_TYPES && (!type || strcmp(type, iw_type_name(q->type)) != 0))
		q->type++;
	if (!name || strcmp(name, id) != 0 || q->type == IW_TYPES || !json_is_boolean(scored))
		return false;
	json_object_foreach((json_t *)options, name, value)
	{
		if (name[0] < 'A' || name[0] > 'Z' || name[1])
			return false;
		q->letters |= UINT32_C(1) << (name[0] - 'A');
	}
	q->prompts = (unsigned)json_object_size(json_object_get(j, "prompts"));
	q->scored = json_is_true(scored);
	q->domain = (unsigned)iw_key_domain(r->key, json_string_value(json_object_get(j, "domain")));
	return q->domain < r->key->domain_count && (q->type == IW_MATCHING) == (q->prompts > 0) &&
	       read_key(r, json_object_get(j, "key"), q);
}

static enum iw_status
read_questions(struct iw_key_reading *r, const json_t *list)
{
	struct iw_answer_key *key = r->key;

	key->count = json_array_size(list);
	if (key->count == 0 || key->count > IW_KEY_MOST_QUESTIONS)
		return iw_key_damaged(r, "it has %zu questions, where 1 to %d are possible", key->count,
		                      IW_KEY_MOST_QUESTIONS);
	key->questions = iw_arena_alloc(&key->arena, key->count, sizeof *key->questions);
	for (size_t i = 0; i < key->count; i++) {
		if (!read_question(r, json_array_get(list, i), i + 1))
			return iw_key_damaged(r, "question %zu", i + 1);
		if (key->questions[i].scored) {
			key->scored++;
			key->domains[key->questions[i].domain].scored++;
		}
	}
	return IW_OK;
}

enum iw_status
iw_answer_key_parse(struct iw_answer_key *key, const char *path, const char *bytes, size_t len, struct iw_error *e)
{
	struct iw_key_reading r = { key, path, e };
	const json_t *scoring;
	json_error_t error;
	json_t *all = json_loadb(bytes, len, JSON_REJECT_DUPLICATES, &error);
	enum iw_status status;

	*key = (struct iw_answer_key){ .arena = IW_ARENA_INIT };
	if (!all)
		return iw_key_damaged(&r, "line %d: it is no JSON", error.line);
	status = read_names(&r, all);
	if (status == IW_OK)
		status = read_domains(&r, json_object_get(all, "domains"));
	if (status == IW_OK)
		status = read_questions(&r, json_object_get(all, "questions"));
	scoring = json_object_get(all, "scoring");
	if (status == IW_OK && scoring)
		status = iw_key_scale(&r, scoring);
	json_decref(all);
	if (status != IW_OK)
		iw_answer_key_release(key);
	return status;
}

void
iw_answer_key_release(struct iw_answer_key *key)
{
	iw_arena_release(&key->arena);
	*key = (struct iw_answer_key){ .arena = IW_ARENA_INIT };
}

size_t
iw_answer_key_find(const struct iw_answer_key *key, const char *name, size_t len)
{
	size_t number = 0;

	if (len < 2 || len > 5 || name[0] != 'q' || name[1] == '0')
		return key->count;
	for (size_t i = 1; i < len; i++) {
		if (name[i] < '0' || name[i] > '9')
			return key->count;
		number = 10 * number + (size_t)(name[i] - '0');
	}
	return number <= key->count ? number - 1 : key->count;
}
