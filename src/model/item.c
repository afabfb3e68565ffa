/* SPDX-License-Identifier: Apache-2.0 */
#include "model/item.h"

#include <libxml/xpath.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "model/words.h"
#include "xml/node.h"

static const char *
copy(struct iw_arena *arena, const char *s)
{
	return s ? iw_arena_str(arena, s, strlen(s)) : NULL;
}

static struct iw_ref
ref(struct iw_arena *arena, const struct iw_xml *xml, const xmlNode *node, const char *name)
{
	const char *value = iw_node_attr(node, name);

	if (!value)
		return (struct iw_ref){ 0 };
	return (struct iw_ref){ copy(arena, value), iw_xml_attr_span(xml, node, name) };
}

static enum iw_item_status
status_of(const char *s)
{
	static const char *const names[] = {
		[IW_DRAFT] = "draft",
		[IW_REVIEW] = "review",
		[IW_APPROVED] = "approved",
		[IW_RETIRED] = "retired",
	};

	for (unsigned i = IW_REVIEW; s && i <= IW_RETIRED; i++)
		if (strcmp(s, names[i]) == 0)
			return (enum iw_item_status)i;
	return IW_DRAFT;
}

static const char *
text_of(struct iw_arena *arena, const xmlNode *node, const char *skip)
{
	struct iw_buf b = IW_BUF_INIT;
	const char *s;

	iw_node_text(node, skip, &b);
	s = iw_arena_str(arena, b.data, b.len);
	iw_buf_release(&b);
	return s;
}

static enum iw_option_kind
option_kind(const xmlNode *node)
{
	static const char *const names[] = {
		[IW_KEY] = "key",       [IW_DISTRACTOR] = "distractor", [IW_STEP] = "step",
		[IW_PROMPT] = "prompt", [IW_RESPONSE] = "response",
	};
	unsigned i = 0;

	while (i < IW_OPTION_KINDS && !iw_node_is(node, names[i]))
		i++;
	return (enum iw_option_kind)i;
}

/* Whether one of two elements is below `node`, but for its rationale. */
static bool
has(const xmlNode *node, const char *this, const char *that)
{
	for (const xmlNode *n = iw_node_first(node); n; n = iw_node_next(n))
		if (strcmp((const char *)n->name, this) == 0 || strcmp((const char *)n->name, that) == 0 ||
		    (!iw_node_is(n, "rationale") && has(n, this, that)))
			return true;
	return false;
}

void
iw_body_options(struct iw_body *body, struct iw_arena *arena)
{
	size_t n = 0;

	for (const xmlNode *c = iw_node_first(body->interaction); c; c = iw_node_next(c))
		n += option_kind(c) != IW_OPTION_KINDS;
	body->options = iw_arena_alloc(arena, n, sizeof *body->options);
	for (const xmlNode *c = iw_node_first(body->interaction); c; c = iw_node_next(c)) {
		enum iw_option_kind kind = option_kind(c);

		if (kind == IW_OPTION_KINDS)
			continue;
		body->counts[kind]++;
		body->options[body->option_count++] = (struct iw_item_option){
			.kind = kind,
			.id = iw_node_attr(c, "id"),
			.match = iw_node_attr(c, "match"),
			.text = text_of(arena, c, "rationale"),
			.has_picture = has(c, "img", "math"),
			.has_code = has(c, "code", "pre"),
			.node = c,
		};
	}
}

struct refs {
	struct iw_ref *at;
	size_t count, cap;
};

static void
find_images(struct refs *found, struct iw_arena *keep, const struct iw_xml *xml, const xmlNode *node)
{
	for (const xmlNode *n = iw_node_first(node); n; n = iw_node_next(n)) {
		if (iw_node_is(n, "img") && iw_node_attr(n, "src")) {
			IW_GROW(found->at, found->count, found->cap);
			found->at[found->count++] = ref(keep, xml, n, "src");
		}
		find_images(found, keep, xml, n);
	}
}

static struct iw_ref *
keep_refs(struct iw_arena *keep, struct refs *found)
{
	struct iw_ref *kept = NULL;

	if (found->count) {
		kept = iw_arena_alloc(keep, found->count, sizeof *kept);
		memcpy(kept, found->at, found->count * sizeof *kept);
	}
	free(found->at);
	return kept;
}

static void
read_refs(struct iw_item *item, struct iw_arena *keep, const struct iw_xml *xml, const xmlNode *node)
{
	struct refs enemies = { 0 }, images = { 0 };

	for (const xmlNode *n = iw_node_first(node); n; n = iw_node_next(n))
		if (iw_node_is(n, "enemy") && iw_node_attr(n, "ref")) {
			IW_GROW(enemies.at, enemies.count, enemies.cap);
			enemies.at[enemies.count++] = ref(keep, xml, n, "ref");
		}
	find_images(&images, keep, xml, node);
	item->enemy_count = enemies.count;
	item->enemies = keep_refs(keep, &enemies);
	item->media_count = images.count;
	item->media = keep_refs(keep, &images);
}

static void
hash_words(struct iw_item *item, struct iw_arena *keep, const struct iw_body *body)
{
	struct iw_words w = IW_WORDS_INIT;
	uint64_t options = 0;

	iw_words_add(&w, body->stem_text);
	item->fingerprint = iw_words_sequence(&w, 0);
	for (size_t i = 0; i < body->option_count; i++) {
		size_t from = w.count;

		iw_words_add(&w, body->options[i].text);
		/* A sum does not depend on the order of the options. */
		options += iw_hash_mix(iw_words_sequence(&w, from));
	}
	item->fingerprint = iw_hash_mix(item->fingerprint ^ options);
	item->reading = (uint32_t)w.count;
	iw_words_to_set(&w);
	if (w.count) {
		item->words = iw_arena_alloc(keep, w.count, sizeof *w.hash);
		memcpy(item->words, w.hash, w.count * sizeof *w.hash);
	}
	item->word_count = w.count;
	iw_words_release(&w);
}

static void
count_keys(struct iw_item *item, const struct iw_body *body)
{
	item->option_count = (uint16_t)(body->option_count < UINT16_MAX ? body->option_count : UINT16_MAX);
	item->key_count = (uint16_t)(body->counts[IW_KEY] < UINT16_MAX ? body->counts[IW_KEY] : UINT16_MAX);
	for (size_t i = 0; i < item->option_count && body->options[i].kind != IW_KEY; i++)
		item->key_place = (uint16_t)(i + 1);
	item->shuffle = body->shuffle;
}

static double
number(const xmlNode *node, const char *name)
{
	const char *s = iw_node_attr(node, name);
	double value = s ? xmlXPathCastStringToNumber((const xmlChar *)s) : NAN; /* in any locale */

	return isfinite(value) ? value : NAN;
}

static const struct iw_statistics *
read_statistics(struct iw_arena *keep, const xmlNode *node)
{
	struct iw_statistics *s;

	if (!node)
		return NULL;
	s = iw_arena_alloc(keep, 1, sizeof *s);
	*s = (struct iw_statistics){
		.model = copy(keep, iw_node_attr(node, "model")),
		.a = number(node, "a"),
		.b = number(node, "b"),
		.c = number(node, "c"),
		.p = number(node, "p"),
		.r = number(node, "r"),
		.n = number(node, "n"),
	};
	return s;
}

static void
read_body(struct iw_body *body, struct iw_arena *passing, const struct iw_xml *xml, const xmlNode *node)
{
	const char *shuffle;

	*body = (struct iw_body){ .xml = xml, .node = node, .stem = iw_node_child(node, "stem"), .stem_text = "" };
	for (const xmlNode *n = iw_node_first(node); n && !body->interaction; n = iw_node_next(n))
		if (iw_type_of(n) != IW_TYPES)
			body->interaction = n;
	if (body->stem)
		body->stem_text = text_of(passing, body->stem, NULL);
	shuffle = body->interaction ? iw_node_attr(body->interaction, "shuffle") : NULL;
	body->shuffle = !shuffle || strcmp(shuffle, "no") != 0;
	iw_body_options(body, passing);
}

void
iw_item_read(struct iw_item *item, struct iw_body *body, struct iw_arena *keep, struct iw_arena *passing,
             const struct iw_xml *xml, size_t source, const xmlNode *node)
{
	*item = (struct iw_item){ .status = status_of(iw_node_attr(node, "status")) };
	iw_owner_read(&item->owner, keep, xml, source, node);
	item->id = copy(keep, iw_node_attr(node, "id"));
	item->id_at = iw_xml_attr_span(xml, node, "id");
	item->domain = ref(keep, xml, node, "domain");
	item->task = ref(keep, xml, node, "task");
	read_body(body, passing, xml, node);
	item->type = iw_type_of(body->interaction);
	read_refs(item, keep, xml, node);
	hash_words(item, keep, body);
	count_keys(item, body);
	item->statistics = read_statistics(keep, iw_node_child(node, "statistics"));
}
