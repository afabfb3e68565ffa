/* SPDX-License-Identifier: Apache-2.0 */
#include "pdf/tags.h"

#include <string.h>

#include "pdf/doc.h"

static void
release_kids(void *kids)
{
	g_array_unref(kids);
}

struct iw_tag *
iw_tag_new(struct iw_doc *doc, struct iw_tag *parent, const char *type)
{
	struct iw_tag *tag = iw_new(doc, sizeof *tag);

	tag->type = type;
	tag->parent = parent;
	tag->kids = iw_keep(doc, g_array_new(FALSE, FALSE, sizeof(struct iw_kid)), release_kids);
	return tag;
}

struct iw_tag *
iw_tag_lang(struct iw_doc *doc, struct iw_tag *parent, const char *type, const char *lang)
{
	struct iw_tag *tag = iw_tag_new(doc, parent, type);
	const struct iw_tag *t = parent;

	while (t && !t->lang)
		t = t->parent;
	if (lang && (!t || strcmp(t->lang, lang) != 0))
		tag->lang = lang;
	return tag;
}

void
iw_tag_join(struct iw_tag *tag)
{
	struct iw_kid kid = { .tag = tag };

	if (tag->joined)
		return;
	tag->joined = true;
	if (!tag->parent)
		return;
	iw_tag_join(tag->parent);
	g_array_append_val(tag->parent->kids, kid);
}

void
iw_tag_turn(struct iw_tag *tag, guint from)
{
	struct iw_kid *kids = (struct iw_kid *)(void *)tag->kids->data;

	for (guint a = from, b = tag->kids->len; a + 1 < b; a++) {
		struct iw_kid kid = kids[a];

		kids[a] = kids[--b];
		kids[b] = kid;
	}
}
