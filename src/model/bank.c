/* SPDX-License-Identifier: Apache-2.0 */
#include "model/bank.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/parallel.h"
#include "base/path.h"
#include "xml/node.h"

/* What the root of each kind of file is called. */
static bool
has_right_root(enum iw_source_kind kind, const xmlNode *root)
{
	switch (kind) {
	case IW_SOURCE_EXAM: return iw_node_is(root, "exam");
	case IW_SOURCE_FORM: return iw_node_is(root, "form");
	case IW_SOURCE_ITEMS: return iw_node_is(root, "items") || iw_node_is(root, "item");
	}
	return false;
}

static const char *
wrong_root(enum iw_source_kind kind)
{
	static const char *const texts[] = {
		[IW_SOURCE_EXAM] =
			"this is no exam: the outermost element of exam.xml is <exam xmlns=\"urn:itemwright:1\">",
		[IW_SOURCE_FORM] =
			"this is no form: the outermost element of forms/*.xml is <form xmlns=\"urn:itemwright:1\">",
		[IW_SOURCE_ITEMS] =
			("these are no items: the outermost element of a file below items/ is <item> or <items>, "
		         "with xmlns=\"urn:itemwright:1\""),
	};

	return texts[kind];
}

/* Read and validate a file. Afterwards xml->doc is there only if its root is of the right kind. */
static enum iw_status
read_source(const struct iw_bank *bank, const struct iw_source *source, struct iw_validator *v, struct iw_xml *xml,
            struct iw_error *e)
{
	char *path = iw_path_join(bank->root, source->path);
	enum iw_status status = iw_xml_read(xml, path, e);

	free(path);
	if (status != IW_OK || !xml->doc)
		return status;
	if (has_right_root(source->kind, xmlDocGetRootElement(xml->doc))) {
		iw_validate(v, xml);
	} else {
		iw_xml_problem(xml, IW_XML_SCHEMA, iw_xml_node_span(xml, xmlDocGetRootElement(xml->doc)),
		               wrong_root(source->kind));
		xmlFreeDoc(xml->doc);
		xml->doc = NULL;
	}
	return IW_OK;
}

/* The source takes over the problems. */
static void
take_problems(struct iw_source *source, struct iw_xml *xml)
{
	source->problems = xml->problems;
	source->problem_count = xml->problem_count;
	xml->problems = NULL;
	xml->problem_count = xml->problem_cap = 0;
}

static enum iw_status
list_sources(struct iw_bank *bank, struct iw_error *e)
{
	struct iw_paths items = IW_PATHS_INIT;
	enum iw_status status = iw_paths_below(&bank->paths, bank->root, "forms", ".xml", e);
	size_t forms = bank->paths.count, n = 0;

	if (status == IW_OK)
		status = iw_paths_below(&items, bank->root, "items", ".xml", e);
	if (status == IW_OK)
		status = iw_paths_below(&bank->media, bank->root, "media", NULL, e);
	for (size_t i = 0; i < items.count; i++) {
		IW_GROW(bank->paths.path, bank->paths.count, bank->paths.cap);
		bank->paths.path[bank->paths.count++] = items.path[i];
	}
	free(items.path);
	if (status != IW_OK)
		return status;
	bank->sources = iw_alloc(bank->paths.count + 1, sizeof *bank->sources);
	bank->sources[n++] = (struct iw_source){ .kind = IW_SOURCE_EXAM, .path = "exam.xml" };
	for (size_t i = 0; i < bank->paths.count; i++)
		bank->sources[n++] = (struct iw_source){
			.kind = i < forms ? IW_SOURCE_FORM : IW_SOURCE_ITEMS,
			.path = bank->paths.path[i],
		};
	bank->source_count = n;
	bank->forms = iw_alloc(forms, sizeof *bank->forms);
	return IW_OK;
}

static void
unreadable(struct iw_xml *xml, const struct iw_error *e)
{
	iw_xml_problem(xml, IW_XML_MALFORMED, (struct iw_span){ 0, 0, 1, 1, 1, 1 }, e->text);
}

static enum iw_status
read_exam_and_forms(struct iw_bank *bank, struct iw_error *e)
{
	struct iw_validator *v = iw_validator_new(bank->schema);
	enum iw_status status = IW_OK;

	for (size_t i = 0; i < bank->source_count && bank->sources[i].kind != IW_SOURCE_ITEMS && status == IW_OK; i++) {
		struct iw_xml xml = IW_XML_INIT;

		status = read_source(bank, &bank->sources[i], v, &xml, e);
		if (status != IW_OK && bank->sources[i].kind == IW_SOURCE_FORM) {
			unreadable(&xml, e);
			status = IW_OK;
		}
		if (xml.doc)
			iw_owner_read_outside(&bank->sources[i].outside, &bank->arenas[0], &xml, i);
		if (xml.doc && bank->sources[i].kind == IW_SOURCE_EXAM) {
			iw_exam_read(&bank->exam_data, &bank->arenas[0], &xml, i);
			bank->exam = &bank->exam_data;
		} else if (xml.doc) {
			iw_form_read(&bank->forms[bank->form_count++], &bank->arenas[0], &xml, i);
		}
		take_problems(&bank->sources[i], &xml);
		iw_xml_release(&xml);
	}
	iw_validator_free(v);
	return status;
}

enum iw_status
iw_bank_open(struct iw_bank *bank, const char *root, unsigned jobs, struct iw_error *e)
{
	enum iw_status status = IW_UNUSABLE;

	*bank = (struct iw_bank){ .root = iw_strdup(root), .arena_count = jobs };
	bank->arenas = iw_alloc(jobs, sizeof *bank->arenas);
	bank->schema = iw_schema_new("itemwright.xsd", e);
	if (bank->schema)
		status = list_sources(bank, e);
	if (status == IW_OK)
		status = read_exam_and_forms(bank, e);
	if (status != IW_OK)
		iw_bank_release(bank);
	return status;
}

/* What a thread needs to read files of items. */
struct reader {
	struct iw_validator *validator;
	struct iw_arena *keep;
	struct iw_arena passing, visiting;
};

struct loading {
	struct iw_bank *bank;
	size_t first; /* source of items */
	struct reader *readers;
	iw_visit *visit;
	void *context;
};

static void
read_items(struct iw_source *source, struct iw_body **bodies, struct reader *r, const struct iw_xml *xml, size_t index)
{
	const xmlNode *root = xmlDocGetRootElement(xml->doc), *n;
	bool many = iw_node_is(root, "items");
	size_t count = 0;

	for (n = many ? iw_node_first(root) : root; n; n = many ? iw_node_next(n) : NULL)
		count += iw_node_is(n, "item");
	source->items = iw_arena_alloc(r->keep, count, sizeof *source->items);
	*bodies = iw_arena_alloc(&r->passing, count, sizeof **bodies);
	for (n = many ? iw_node_first(root) : root; n; n = many ? iw_node_next(n) : NULL) {
		size_t i = source->item_count;

		if (!iw_node_is(n, "item"))
			continue;
		iw_item_read(&source->items[i], &(*bodies)[i], r->keep, &r->passing, xml, index, n);
		source->items[i].place = i;
		source->item_count++;
	}
}

static void
load_source(void *context, size_t index, unsigned worker)
{
	struct loading *l = context;
	struct reader *r = &l->readers[worker];
	struct iw_source *source = &l->bank->sources[l->first + index];
	struct iw_xml xml = IW_XML_INIT;
	struct iw_body *bodies;
	struct iw_error e;

	if (!r->validator)
		r->validator = iw_validator_new(l->bank->schema);
	if (read_source(l->bank, source, r->validator, &xml, &e) != IW_OK)
		unreadable(&xml, &e);
	if (xml.doc) {
		iw_owner_read_outside(&source->outside, r->keep, &xml, l->first + index);
		read_items(source, &bodies, r, &xml, l->first + index);
		if (l->visit)
			l->visit(l->context, source, bodies, &r->visiting);
	}
	take_problems(source, &xml);
	iw_xml_release(&xml);
	iw_arena_clear(&r->passing);
	iw_arena_clear(&r->visiting);
}

static void
index_items(struct iw_bank *bank)
{
	size_t n = 0;

	for (size_t i = 0; i < bank->source_count; i++)
		bank->item_count += bank->sources[i].item_count;
	bank->items = iw_alloc(bank->item_count, sizeof(struct iw_item *));
	for (size_t i = 0; i < bank->source_count; i++)
		for (size_t j = 0; j < bank->sources[i].item_count; j++, n++) {
			bank->items[n] = &bank->sources[i].items[j];
			if (bank->items[n]->id)
				iw_map_add(&bank->by_id, bank->items[n]->id, n, NULL);
		}
}

void
iw_bank_load_items(struct iw_bank *bank, unsigned jobs, iw_visit *visit, void *context)
{
	struct loading l = { .bank = bank, .visit = visit, .context = context };

	if (jobs > bank->arena_count)
		jobs = bank->arena_count;
	while (l.first < bank->source_count && bank->sources[l.first].kind != IW_SOURCE_ITEMS)
		l.first++;
	l.readers = iw_alloc(jobs, sizeof *l.readers);
	for (unsigned i = 0; i < jobs; i++)
		l.readers[i].keep = &bank->arenas[i];
	iw_parallel(bank->source_count - l.first, jobs, load_source, &l);
	for (unsigned i = 0; i < jobs; i++) {
		iw_validator_free(l.readers[i].validator);
		iw_arena_release(&l.readers[i].passing);
		iw_arena_release(&l.readers[i].visiting);
	}
	free(l.readers);
	index_items(bank);
}

void
iw_bank_release(struct iw_bank *bank)
{
	for (size_t i = 0; i < bank->source_count; i++) {
		for (size_t j = 0; j < bank->sources[i].problem_count; j++)
			free(bank->sources[i].problems[j].message);
		free(bank->sources[i].problems);
	}
	for (unsigned i = 0; i < bank->arena_count; i++)
		iw_arena_release(&bank->arenas[i]);
	free(bank->arenas);
	free(bank->sources);
	free(bank->forms);
	free(bank->items);
	iw_map_release(&bank->by_id);
	iw_paths_release(&bank->media);
	iw_paths_release(&bank->paths);
	iw_schema_free(bank->schema);
	free(bank->root);
	*bank = (struct iw_bank){ 0 };
}

const struct iw_form *
iw_bank_form(const struct iw_bank *bank, const char *id)
{
	for (size_t i = 0; i < bank->form_count; i++)
		if (bank->forms[i].id && strcmp(bank->forms[i].id, id) == 0)
			return &bank->forms[i];
	return NULL;
}

const char *
iw_owner_path(const struct iw_bank *bank, const struct iw_owner *owner)
{
	return bank->sources[owner->source].path;
}

const struct iw_item *
iw_owner_item(const struct iw_bank *bank, const struct iw_owner *owner)
{
	const struct iw_source *source = &bank->sources[owner->source];
	uintptr_t at = (uintptr_t)owner, first = (uintptr_t)source->items;

	if (at < first || at >= first + source->item_count * sizeof *source->items)
		return NULL;
	return &source->items[(at - first) / sizeof *source->items];
}

const char *
iw_owner_id(const struct iw_bank *bank, const struct iw_owner *owner)
{
	const struct iw_item *item = iw_owner_item(bank, owner);

	for (size_t i = 0; i < bank->form_count; i++)
		if (owner == &bank->forms[i].owner)
			return bank->forms[i].id;
	if (bank->exam && owner == &bank->exam->owner)
		return bank->exam->id;
	return item ? item->id : NULL;
}

const struct iw_item *
iw_bank_item(const struct iw_bank *bank, const char *id)
{
	const size_t *index = iw_map_get(&bank->by_id, id);

	return index ? bank->items[*index] : NULL;
}

static const xmlNode *
item_node(const xmlDoc *doc, size_t place)
{
	const xmlNode *root = xmlDocGetRootElement(doc), *n;

	if (!iw_node_is(root, "items"))
		return root;
	for (n = iw_node_first(root); n; n = iw_node_next(n))
		if (iw_node_is(n, "item") && place-- == 0)
			break;
	return n;
}

enum iw_status
iw_bank_body(const struct iw_bank *bank, const struct iw_item *item, struct iw_arena *arena, struct iw_xml *xml,
             struct iw_body *body, struct iw_error *e)
{
	const struct iw_source *source = &bank->sources[item->owner.source];
	struct iw_validator *v = iw_validator_new(bank->schema);
	enum iw_status status = read_source(bank, source, v, xml, e);
	const xmlNode *node = status == IW_OK && xml->doc ? item_node(xml->doc, item->place) : NULL;
	struct iw_item now;

	iw_validator_free(v);
	if (status != IW_OK)
		return status;
	if (node)
		iw_item_read(&now, body, arena, arena, xml, item->owner.source, node);
	if (!node || now.fingerprint != item->fingerprint || !now.id || strcmp(now.id, item->id) != 0)
		return iw_fail(e, IW_UNUSABLE, "%s changed while it was being read; run the command again",
		               source->path);
	return IW_OK;
}
