/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/lint_texts.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "xml/node.h"

static uint64_t
hash_text(const char *bytes, size_t len)
{
	struct iw_buf b = IW_BUF_INIT;
	uint64_t hash;

	if (!memchr(bytes, '\r', len))
		return iw_hash(bytes, len);
	/* Git may have written other line ends than it keeps. */
	for (size_t i = 0; i < len; i++)
		if (bytes[i] != '\r' || i + 1 == len || bytes[i + 1] != '\n')
			iw_buf_char(&b, bytes[i]);
	hash = iw_hash(b.data, b.len);
	iw_buf_release(&b);
	return hash;
}

bool
iw_texts_find(struct iw_texts *texts, const struct iw_xml *xml)
{
	const xmlNode *root = xml->doc ? xmlDocGetRootElement(xml->doc) : NULL, *n;
	bool many = root && iw_node_is(root, "items");

	if (!root || (!many && !iw_node_is(root, "item")))
		return false;
	for (n = many ? iw_node_first(root) : root; n; n = many ? iw_node_next(n) : NULL) {
		struct iw_range r = iw_xml_range(xml, n);

		if (!iw_node_is(n, "item"))
			continue;
		IW_GROW(texts->at, texts->count, texts->cap);
		texts->at[texts->count++] = (struct iw_item_text){
			.start = r.start,
			.end = r.end,
			.hash = hash_text(xml->bytes.data + r.start, r.end - r.start),
			.changed = true,
		};
	}
	return true;
}

/* Texts by their hash, and those of one hash by file and place. */
struct place {
	uint64_t hash;
	size_t order;
	struct iw_item_text *text;
};

static int
by_hash(const void *a, const void *b)
{
	const struct place *x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return (x->order > y->order) - (x->order < y->order);
}

/* All texts of all files, sorted. Free with free(). */
static struct place *
all_texts(const struct iw_texts_pair *files, size_t file_count, bool old, size_t *count)
{
	struct place *all;
	size_t n = 0;

	for (size_t i = 0; i < file_count; i++)
		n += old ? files[i].old.count : files[i].now.count;
	all = iw_alloc(n, sizeof *all);
	*count = n;
	n = 0;
	for (size_t i = 0; i < file_count; i++) {
		const struct iw_texts *texts = old ? &files[i].old : &files[i].now;

		for (size_t j = 0; j < texts->count; j++, n++)
			all[n] = (struct place){ texts->at[j].hash, n, &texts->at[j] };
	}
	if (n)
		qsort(all, n, sizeof *all, by_hash);
	return all;
}

void
iw_texts_match(struct iw_texts_pair *files, size_t count)
{
	size_t now_count, old_count;
	struct place *now = all_texts(files, count, false, &now_count),
		     *old = all_texts(files, count, true, &old_count);

	for (size_t i = 0, j = 0; i < now_count && j < old_count;) {
		if (now[i].hash == old[j].hash) {
			now[i++].text->changed = false;
			j++;
		} else if (now[i].hash < old[j].hash) {
			i++;
		} else {
			j++;
		}
	}
	free(now);
	free(old);
}

const struct iw_item_text *
iw_texts_at(const struct iw_texts *texts, uint32_t at)
{
	size_t low = 0, high = texts->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (texts->at[middle].end <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return low < texts->count && texts->at[low].start <= at ? &texts->at[low] : NULL;
}
