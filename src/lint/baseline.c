/* SPDX-License-Identifier: Apache-2.0 */
#include "lint/baseline.h"

#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/utf8.h"

int
iw_accepted_order(const void *a, const void *b)
{
	const struct iw_accepted *x = a, *y = b;
	int d = strcmp(x->subject, y->subject);

	if (!d)
		d = x->is_file - y->is_file;
	if (!d)
		d = strcmp(x->rule, y->rule);
	return d ? d : (x->content > y->content) - (x->content < y->content);
}

void
iw_baseline_init(struct iw_baseline *b, const char *path)
{
	*b = (struct iw_baseline){ .path = iw_strdup(path), .strings = IW_ARENA_INIT };
}

void
iw_baseline_release(struct iw_baseline *b)
{
	iw_arena_release(&b->strings);
	free(b->entries);
	free(b->path);
	*b = (struct iw_baseline){ 0 };
}

/* A name as JSON holds it. */
static const char *
as_json(struct iw_arena *strings, const char *name)
{
	size_t len = strlen(name);
	json_t *json;

	if (iw_utf8_valid(name, len) == len)
		return name;
	json = iw_json_string(name);
	name = iw_arena_str(strings, json_string_value(json), json_string_length(json));
	json_decref(json);
	return name;
}

/* The entry that would accept a finding. Its strings are borrowed from the finding where they can be. */
static struct iw_accepted
entry_for(struct iw_baseline *b, const struct iw_finding *f)
{
	return (struct iw_accepted){
		.subject = f->subject ? f->subject : as_json(&b->strings, f->path),
		.is_file = !f->subject,
		.rule = f->rule->id,
		.content = f->content,
		.count = 1,
	};
}

static void
mark_known(struct iw_baseline *b, struct iw_findings *findings)
{
	for (size_t i = 0; i < findings->count; i++) {
		struct iw_finding *f = &findings->at[i];
		struct iw_accepted key = entry_for(b, f), *entry = NULL;

		if (b->count && iw_finding_is_open(f))
			entry = bsearch(&key, b->entries, b->count, sizeof *b->entries, iw_accepted_order);
		if (!entry || entry->used == entry->count)
			continue;
		entry->used++;
		f->acceptance = IW_BASELINED;
	}
}

/* What of a bank could be looked at. */
struct view {
	const struct iw_lint *lint;
	struct iw_map unread; /* the paths of files of which nothing could be read */
};

static bool
has_form(const struct iw_bank *bank, size_t source)
{
	for (size_t i = 0; i < bank->form_count; i++)
		if (bank->forms[i].owner.source == source)
			return true;
	return false;
}

static bool
was_read(const struct iw_bank *bank, size_t source)
{
	switch (bank->sources[source].kind) {
	case IW_SOURCE_EXAM: return bank->exam != NULL;
	case IW_SOURCE_FORM: return has_form(bank, source);
	case IW_SOURCE_ITEMS: return bank->sources[source].item_count || !bank->sources[source].problem_count;
	}
	return true;
}

static struct view
view_of(const struct iw_lint *lint)
{
	struct view v = { lint, IW_MAP_INIT };

	for (size_t i = 0; i < lint->bank.source_count; i++)
		if (!was_read(&lint->bank, i))
			iw_map_add(&v.unread, lint->bank.sources[i].path, i, NULL);
	return v;
}

/* Whether this run would have found again what an entry accepts, if it were still there. */
static bool
was_looked_for(const struct view *v, const struct iw_accepted *entry)
{
	const struct iw_bank *bank = &v->lint->bank;
	const struct iw_rule *rule = iw_rule_find(entry->rule);

	if (!rule)
		return true;
	if (v->lint->severities[rule - iw_rules] == IW_OFF || !bank->exam)
		return false;
	if (entry->is_file && iw_map_get(&v->unread, entry->subject))
		return false;
	/* What a rule says of the whole bank may rest on any file, and an item that is not there may be in any. */
	if (rule->bank || rule->form || (!entry->is_file && !iw_bank_item(bank, entry->subject)))
		return v->unread.count == 0;
	return true;
}

/* How many of an entry's findings are gone. */
static size_t
gone(const struct view *v, const struct iw_accepted *entry)
{
	return entry->used < entry->count && was_looked_for(v, entry) ? entry->count - entry->used : 0;
}

static void
report_stale(const struct view *v, struct iw_check *c, const char *path, const struct iw_accepted *entry)
{
	size_t n = gone(v, entry);
	const struct iw_item *item = entry->is_file ? NULL : iw_bank_item(c->bank, entry->subject);
	struct iw_finding *f;

	if (!n)
		return;
	if (!iw_rule_find(entry->rule))
		f = iw_report_file(c, path, entry->at, "there is no rule '%s'", entry->rule);
	else if (entry->used)
		f = iw_report_file(c, path, entry->at, "%zu of %zu findings of '%s' in '%s' are gone", n, entry->count,
		                   entry->rule, entry->subject);
	else
		f = iw_report_file(c, path, entry->at, "'%s' no longer has this finding of '%s'", entry->subject,
		                   entry->rule);
	if (item)
		iw_relate(c, f, item);
}

void
iw_baseline_apply(struct iw_baseline *b, struct iw_lint *lint)
{
	const struct iw_rule *rule = iw_rule_find(IW_STALE_RULE);
	struct view v = view_of(lint);
	struct iw_check c = {
		.rule = rule,
		.severity = lint->severities[rule - iw_rules],
		.bank = &lint->bank,
		.findings = &lint->findings,
	};

	mark_known(b, &lint->findings);
	for (size_t i = 0; i < b->count && c.severity != IW_OFF; i++)
		report_stale(&v, &c, b->path, &b->entries[i]);
	iw_findings_sort(&lint->findings);
	iw_map_release(&v.unread);
}

void
iw_baseline_prune(struct iw_baseline *b, const struct iw_lint *lint, struct iw_baseline_change *change)
{
	struct view v = view_of(lint);
	size_t kept = 0;

	for (size_t i = 0; i < b->count; i++) {
		struct iw_accepted *entry = &b->entries[i];
		size_t n = gone(&v, entry);

		change->removed += n == entry->count;
		change->changed += n && n < entry->count;
		entry->count -= n;
		if (entry->count)
			b->entries[kept++] = *entry;
	}
	b->count = kept;
	iw_map_release(&v.unread);
}

/* Entries of one key become one. */
static void
merge(struct iw_baseline *b, struct iw_baseline_change *change)
{
	size_t kept = 0;

	if (b->count)
		qsort(b->entries, b->count, sizeof *b->entries, iw_accepted_order);
	for (size_t i = 0, next; i < b->count; i = next) {
		struct iw_accepted entry = b->entries[i];
		bool was_there = entry.at.line;

		for (next = i + 1; next < b->count && iw_accepted_order(&entry, &b->entries[next]) == 0; next++) {
			was_there |= b->entries[next].at.line;
			entry.count += b->entries[next].count;
		}
		change->added += !was_there;
		change->changed += was_there && next > i + 1;
		b->entries[kept++] = entry;
	}
	b->count = kept;
}

static bool
is_not_stale(void *context, const struct iw_finding *f)
{
	(void)context;
	return strcmp(f->rule->id, IW_STALE_RULE) != 0;
}

void
iw_baseline_adopt(struct iw_baseline *b, struct iw_lint *lint, struct iw_baseline_change *change)
{
	iw_findings_keep(&lint->findings, is_not_stale, NULL);
	for (size_t i = 0; i < lint->findings.count; i++) {
		struct iw_finding *f = &lint->findings.at[i];

		if (!iw_finding_is_open(f))
			continue;
		IW_GROW(b->entries, b->count, b->cap);
		b->entries[b->count++] = entry_for(b, f);
		f->acceptance = IW_BASELINED;
	}
	merge(b, change);
}
