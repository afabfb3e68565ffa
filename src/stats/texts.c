/* SPDX-License-Identifier: Apache-2.0 */
#include "stats/texts.h"

#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "base/path.h"
#include "xml/node.h"

static int
bank_order(const void *a, const void *b)
{
	const struct iw_item *x = ((const struct iw_text *)a)->item, *y = ((const struct iw_text *)b)->item;

	if (x->owner.source != y->owner.source)
		return x->owner.source < y->owner.source ? -1 : 1;
	return (x->place > y->place) - (x->place < y->place);
}

static void
list_items(struct iw_texts *texts, const struct iw_enemies *enemies, size_t most)
{
	size_t pairs = most < enemies->count ? most : enemies->count, n = 0;

	texts->at = iw_alloc(2 * pairs, sizeof *texts->at);
	for (size_t i = 0; i < pairs; i++) {
		texts->at[n++].item = enemies->at[i].first;
		texts->at[n++].item = enemies->at[i].second;
	}
	if (n)
		qsort(texts->at, n, sizeof *texts->at, bank_order);
	for (size_t i = 0; i < n; i++)
		if (!i || texts->at[i].item != texts->at[texts->count - 1].item)
			texts->at[texts->count++] = texts->at[i];
}

/* Items [first, first + count) of the list, which are all of one file's. */
struct group {
	size_t first, count;
	bool failed;
};

struct reading {
	const struct iw_bank *bank;
	struct iw_texts *texts;
	struct group *groups;
	size_t group_count;
};

static void
group_by_file(struct reading *r)
{
	r->groups = iw_alloc(r->texts->count, sizeof *r->groups);
	for (size_t i = 0; i < r->texts->count; i++) {
		if (!i || r->texts->at[i].item->owner.source != r->texts->at[i - 1].item->owner.source)
			r->groups[r->group_count++].first = i;
		r->groups[r->group_count - 1].count++;
	}
}

/* Take over an item's text; false when it is another item than before. */
static bool
take(struct iw_text *text, struct iw_arena *keep, struct iw_arena *passing, const struct iw_xml *xml,
     const xmlNode *node)
{
	const struct iw_item *item = text->item;
	struct iw_body body;
	struct iw_item now;

	iw_item_read(&now, &body, passing, passing, xml, item->owner.source, node);
	if (now.fingerprint != item->fingerprint || !now.id != !item->id || (now.id && strcmp(now.id, item->id) != 0))
		return false;
	text->stem = iw_arena_str(keep, body.stem_text, strlen(body.stem_text));
	text->options = iw_arena_alloc(keep, body.option_count, sizeof *text->options);
	for (size_t i = 0; i < body.option_count; i++)
		text->options[text->option_count++] =
			iw_arena_str(keep, body.options[i].text, strlen(body.options[i].text));
	return true;
}

/* Go through the items of a file beside those of the list. Returns how many of the list were found as they were. */
static size_t
take_all(struct iw_text *text, size_t count, struct iw_arena *keep, const struct iw_xml *xml)
{
	const xmlNode *root = xmlDocGetRootElement(xml->doc), *n;
	bool many = iw_node_is(root, "items");
	struct iw_arena passing = IW_ARENA_INIT;
	size_t place = 0, found = 0;

	for (n = many ? iw_node_first(root) : root; n && found < count; n = many ? iw_node_next(n) : NULL) {
		if (!iw_node_is(n, "item") || place++ != text[found].item->place)
			continue;
		if (!take(&text[found], keep, &passing, xml, n))
			break;
		iw_arena_clear(&passing);
		found++;
	}
	iw_arena_release(&passing);
	return found;
}

static void
read_group(void *context, size_t index, unsigned worker)
{
	struct reading *r = context;
	struct group *g = &r->groups[index];
	struct iw_text *text = &r->texts->at[g->first];
	char *path = iw_path_join(r->bank->root, r->bank->sources[text->item->owner.source].path);
	struct iw_xml xml = IW_XML_INIT;

	g->failed = iw_xml_read(&xml, path, NULL) != IW_OK || !xml.doc ||
	            take_all(text, g->count, &r->texts->arenas[worker], &xml) != g->count;
	iw_xml_release(&xml);
	free(path);
}

enum iw_status
iw_texts_read(struct iw_texts *texts, const struct iw_bank *bank, const struct iw_enemies *enemies, size_t most,
              unsigned jobs, struct iw_error *e)
{
	struct reading r = { .bank = bank, .texts = texts };
	enum iw_status status = IW_OK;

	*texts = (struct iw_texts){ .arenas = iw_alloc(jobs, sizeof *texts->arenas), .arena_count = jobs };
	list_items(texts, enemies, most);
	group_by_file(&r);
	iw_parallel(r.group_count, jobs, read_group, &r);
	for (size_t i = 0; i < r.group_count && status == IW_OK; i++)
		if (r.groups[i].failed)
			status = iw_fail(e, IW_UNUSABLE, "%s changed while it was being read; run the command again",
			                 iw_owner_path(bank, &texts->at[r.groups[i].first].item->owner));
	free(r.groups);
	if (status != IW_OK)
		iw_texts_release(texts);
	return status;
}

void
iw_texts_release(struct iw_texts *texts)
{
	for (unsigned i = 0; i < texts->arena_count; i++)
		iw_arena_release(&texts->arenas[i]);
	free(texts->arenas);
	free(texts->at);
	*texts = (struct iw_texts){ 0 };
}

const struct iw_text *
iw_texts_of(const struct iw_texts *texts, const struct iw_item *item)
{
	struct iw_text key = { .item = item };

	return bsearch(&key, texts->at, texts->count, sizeof *texts->at, bank_order);
}
