/* SPDX-License-Identifier: Apache-2.0 */
#include "model/form.h"

#include <stdlib.h>
#include <string.h>

#include "xml/node.h"

static const char *
attr(struct iw_arena *arena, const xmlNode *node, const char *name)
{
	const char *s = iw_node_attr(node, name);

	return s ? iw_arena_str(arena, s, strlen(s)) : NULL;
}

static void
read_items(struct iw_form *form, struct iw_arena *arena, const struct iw_xml *xml, const xmlNode *root)
{
	size_t n = 0;

	for (const xmlNode *c = iw_node_first(root); c; c = iw_node_next(c))
		n += iw_node_is(c, "item");
	form->items = iw_arena_alloc(arena, n, sizeof *form->items);
	for (const xmlNode *c = iw_node_first(root); c; c = iw_node_next(c)) {
		const char *scored = iw_node_attr(c, "scored");

		if (iw_node_is(c, "item") && iw_node_attr(c, "ref"))
			form->items[form->item_count++] = (struct iw_form_item){
				.ref = { attr(arena, c, "ref"), iw_xml_node_span(xml, c) },
				.scored = !scored || strcmp(scored, "no") != 0,
			};
	}
}

void
iw_form_read(struct iw_form *form, struct iw_arena *arena, const struct iw_xml *xml, size_t source)
{
	const xmlNode *root = xmlDocGetRootElement(xml->doc), *title = iw_node_child(root, "title");
	const char *seed = iw_node_attr(root, "seed");
	struct iw_buf b = IW_BUF_INIT;

	*form = (struct iw_form){ .seed = seed ? strtoull(seed, NULL, 10) : 1 };
	iw_owner_read(&form->owner, arena, xml, source, root);
	form->id = attr(arena, root, "id");
	form->exam = attr(arena, root, "exam");
	form->exam_at = iw_xml_attr_span(xml, root, "exam");
	form->version = attr(arena, root, "version");
	if (title)
		iw_node_text(title, NULL, &b);
	form->title = iw_arena_str(arena, b.data, b.len);
	iw_buf_release(&b);
	read_items(form, arena, xml, root);
}
