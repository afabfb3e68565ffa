/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The file of a baseline. It is read twice: first as text, to learn the line of each entry and to refuse what would
 * cost the parser of JSON too much, then as JSON.
 */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/json.h"
#include "lint/baseline.h"

/* Where an entry stands: an object within an array within an object. */
enum { ENTRY_DEPTH = 3, MEMBERS = 5, CONTENT_DIGITS = 16 };

static enum iw_status
refuse(const char *file, uint32_t line, const char *why, struct iw_error *e)
{
	return iw_fail(e, IW_UNUSABLE,
	               "%s:%u: %s; mend the baseline, or remove the file and make it anew with --update-baseline", file,
	               line, why);
}

/* Who named another file by mistake is not told to remove it. */
static enum iw_status
refuse_all(const char *file, const char *why, struct iw_error *e)
{
	return iw_fail(e, IW_UNUSABLE, "%s is no baseline: %s; name another file, or make one with --update-baseline",
	               file, why);
}

struct cursor {
	struct iw_span at; /* its start is the byte that is looked at */
	unsigned depth;
	size_t commas;
	bool quoted, escaped;
	struct iw_span *entries;
	size_t count, cap;
};

static void
begin_entry(struct cursor *c)
{
	IW_GROW(c->entries, c->count, c->cap);
	c->entries[c->count++] = c->at;
}

static void
end_entry(struct cursor *c)
{
	struct iw_span *entry = &c->entries[c->count - 1];

	entry->end = c->at.start + 1;
	entry->end_line = c->at.line;
	entry->end_column = c->at.column + 1;
}

/* One byte within a string of JSON. */
static void
within_string(struct cursor *c, char byte)
{
	if (c->escaped)
		c->escaped = false;
	else if (byte == '\\')
		c->escaped = true;
	else if (byte == '"')
		c->quoted = false;
}

/* One byte outside of strings. Returns what is wrong with it, or NULL. */
static const char *
outside_string(struct cursor *c, char byte)
{
	switch (byte) {
	case '"': c->quoted = true; break;
	case ',':
		if (++c->commas > (size_t)MEMBERS * IW_BASELINE_MOST_ENTRIES)
			return "there are more than 500000 entries";
		break;
	case '{':
	case '[':
		if (++c->depth > ENTRY_DEPTH)
			return "an entry holds no lists and objects";
		if (c->depth == ENTRY_DEPTH)
			begin_entry(c);
		break;
	case '}':
	case ']':
		if (c->depth == ENTRY_DEPTH)
			end_entry(c);
		c->depth -= c->depth > 0;
		break;
	default: break;
	}
	return NULL;
}

static void
advance(struct cursor *c, char byte)
{
	c->at.start++;
	if (byte == '\n') {
		c->at.line++;
		c->at.column = 1;
	} else {
		c->at.column += (byte & 0xc0) != 0x80; /* not a character's second byte or later */
	}
}

static bool
is_merge_mark(const struct cursor *c, const char *text, size_t len)
{
	return c->at.column == 1 && len >= 7 && (memcmp(text, "<<<<<<<", 7) == 0 || memcmp(text, ">>>>>>>", 7) == 0);
}

static enum iw_status
find_entries(struct cursor *c, const char *file, const char *text, size_t len, struct iw_error *e)
{
	*c = (struct cursor){ .at = { .line = 1, .column = 1 } };
	for (size_t i = 0; i < len; i++) {
		const char *wrong = NULL;

		if (c->quoted)
			within_string(c, text[i]);
		else if (is_merge_mark(c, text + i, len - i))
			wrong = "the marks of an unfinished merge are left";
		else
			wrong = outside_string(c, text[i]);
		if (wrong)
			return refuse(file, c->at.line, wrong, e);
		advance(c, text[i]);
	}
	return IW_OK;
}

static json_t *
parse(const char *file, const char *text, size_t len, struct iw_error *e)
{
	json_error_t wrong;
	json_t *root = json_loadb(text, len, JSON_REJECT_DUPLICATES, &wrong);
	char *near;

	if (root)
		return root;
	/* What follows is quoted from the file, which may hold anything. */
	near = strstr(wrong.text, " near ");
	if (near)
		*near = '\0';
	(void)refuse(file, wrong.line > 0 ? (uint32_t)wrong.line : 1, wrong.text, e);
	return NULL;
}

static bool
is_rule_id(const char *s)
{
	size_t group = strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-");

	return group && s[group] == '/' && strlen(s) <= 100 && s[group + 1] &&
	       s[group + 1 + strspn(s + group + 1, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

static bool
read_content(const char *s, uint64_t *content)
{
	static const char digits[] = "0123456789abcdef";

	if (strlen(s) != CONTENT_DIGITS || strspn(s, digits) != CONTENT_DIGITS)
		return false;
	*content = strtoull(s, NULL, 16);
	return true;
}

/* Fill in an entry, with strings of `o`. Returns what is wrong, or NULL. */
static const char *
read_entry(const json_t *o, struct iw_accepted *a)
{
	const char *item = json_string_value(json_object_get(o, "item"));
	const char *path = json_string_value(json_object_get(o, "file"));
	const char *rule = json_string_value(json_object_get(o, "rule"));
	const char *content = json_string_value(json_object_get(o, "content"));
	const json_t *count = json_object_get(o, "count");

	if (!item == !path)
		return "an entry names an \"item\" or a \"file\"";
	if (!rule || !is_rule_id(rule))
		return "\"rule\" is the id of a rule";
	if (!content || !read_content(content, &a->content))
		return "\"content\" is 16 digits from 0 to 9 and a to f";
	if (!json_is_integer(count) || json_integer_value(count) < 1 ||
	    json_integer_value(count) > IW_BASELINE_MOST_COUNT)
		return "\"count\" is a whole number from 1 to 1000000000";
	if (json_object_size(o) != MEMBERS - 1)
		return "an entry has \"item\" or \"file\", \"rule\", \"content\", \"count\", and nothing else";
	a->subject = item ? item : path;
	a->is_file = path != NULL;
	a->rule = rule;
	a->count = (size_t)json_integer_value(count);
	return NULL;
}

static void
keep_entry(struct iw_baseline *b, struct iw_accepted a)
{
	a.subject = iw_arena_str(&b->strings, a.subject, strlen(a.subject));
	a.rule = iw_arena_str(&b->strings, a.rule, strlen(a.rule));
	IW_GROW(b->entries, b->count, b->cap);
	b->entries[b->count++] = a;
}

static enum iw_status
sort_entries(struct iw_baseline *b, const char *file, struct iw_error *e)
{
	if (b->count)
		qsort(b->entries, b->count, sizeof *b->entries, iw_accepted_order);
	for (size_t i = 1; i < b->count; i++) {
		const struct iw_accepted *one = &b->entries[i - 1], *other = &b->entries[i];
		uint32_t line = one->at.line > other->at.line ? one->at.line : other->at.line;

		if (iw_accepted_order(one, other) == 0)
			return refuse(file, line, "the same item, rule and content are there twice", e);
	}
	return IW_OK;
}

static enum iw_status
read_entries(struct iw_baseline *b, const char *file, const json_t *list, const struct cursor *c, struct iw_error *e)
{
	/* They differ when an entry is no object, or is not in the list. */
	if (json_array_size(list) != c->count)
		return refuse(file, 1, "\"findings\" is a list of objects", e);
	for (size_t i = 0; i < c->count; i++) {
		struct iw_accepted a = { .at = c->entries[i] };
		const char *wrong = read_entry(json_array_get(list, i), &a);

		if (wrong)
			return refuse(file, a.at.line, wrong, e);
		keep_entry(b, a);
	}
	return sort_entries(b, file, e);
}

static enum iw_status
read_root(struct iw_baseline *b, const char *file, const json_t *root, const struct cursor *c, struct iw_error *e)
{
	const json_t *version = json_object_get(root, "version"), *list = json_object_get(root, "findings");

	if (!json_is_integer(version) || !json_is_array(list))
		return refuse_all(file, "it lacks \"version\" or a list of \"findings\"", e);
	if (json_object_size(root) != 2)
		return refuse_all(file, "it has more than \"version\" and \"findings\"", e);
	if (json_integer_value(version) != 1)
		return iw_fail(
			e, IW_UNUSABLE,
			"%s: this baseline is not of version 1, the one known here; is it made by a newer itemwright?",
			file);
	return read_entries(b, file, list, c, e);
}

enum iw_status
iw_baseline_parse(struct iw_baseline *b, const char *file, const char *text, size_t len, struct iw_error *e)
{
	struct cursor c;
	enum iw_status status;
	json_t *root = NULL;

	if (text[strspn(text, " \t\r\n")] != '{')
		return refuse_all(file, "it does not begin with '{'", e);
	status = find_entries(&c, file, text, len, e);
	if (status == IW_OK)
		root = parse(file, text, len, e);
	status = root ? read_root(b, file, root, &c, e) : IW_UNUSABLE;
	json_decref(root);
	free(c.entries);
	return status;
}

enum iw_status
iw_baseline_read(struct iw_baseline *b, const char *file, struct iw_error *e)
{
	struct iw_buf text = IW_BUF_INIT;
	enum iw_status status = iw_file_read(file, IW_BASELINE_MOST_BYTES, &text, NULL, e);

	if (status == IW_OK)
		status = iw_baseline_parse(b, file, text.data, text.len, e);
	iw_buf_release(&text);
	return status;
}

static void
write_entry(const struct iw_accepted *a, struct iw_buf *out)
{
	char content[CONTENT_DIGITS + 1], *text;
	json_t *o;

	snprintf(content, sizeof content, "%016llx", (unsigned long long)a->content);
	o = json_pack("{s:s, s:s, s:s, s:I}", a->is_file ? "file" : "item", a->subject, "rule", a->rule, "content",
	              content, "count", (json_int_t)a->count);
	text = o ? json_dumps(o, JSON_COMPACT) : NULL;
	if (!text)
		iw_out_of_memory();
	iw_buf_str(out, text);
	free(text);
	json_decref(o);
}

/* One entry a line, which jansson does not do. */
void
iw_baseline_write(const struct iw_baseline *b, struct iw_buf *out)
{
	iw_buf_str(out, "{\n  \"version\": 1,\n  \"findings\": [");
	for (size_t i = 0; i < b->count; i++) {
		iw_buf_str(out, i ? ",\n    " : "\n    ");
		write_entry(&b->entries[i], out);
	}
	iw_buf_str(out, b->count ? "\n  ]\n}\n" : "]\n}\n");
}
