/* SPDX-License-Identifier: Apache-2.0 */
/* Pictures: of group bank, whether they are there; of group access, whether all can read them. */
#include <stdlib.h>
#include <string.h>

#include "base/path.h"
#include "lint/rules.h"
#include "model/picture.h"
#include "xml/node.h"

static int
by_name(const void *key, const void *element)
{
	return strcmp(key, *(char *const *)element);
}

static size_t
media_index(const struct iw_bank *bank, const char *path)
{
	char **found = bank->media.count
	                       ? bsearch(path, bank->media.path, bank->media.count, sizeof *bank->media.path, by_name)
	                       : NULL;

	return found ? (size_t)(found - bank->media.path) : SIZE_MAX;
}

void
iw_rule_missing_media(struct iw_check *c, const struct iw_item *item, const struct iw_body *body)
{
	(void)body;
	for (size_t i = 0; i < item->media_count; i++) {
		const struct iw_ref *m = &item->media[i];

		if (!iw_path_is_inside(m->name) || strncmp(m->name, "media/", 6) != 0)
			iw_report(c, &item->owner, m->at, "'%s' is not a path below media/ of the bank", m->name);
		else if (media_index(c->bank, m->name) == SIZE_MAX)
			iw_report(c, &item->owner, m->at, "there is no file '%s' in the bank", m->name);
	}
}

void
iw_rule_unused_media(struct iw_check *c)
{
	bool *used = iw_alloc(c->bank->media.count, sizeof *used);

	for (size_t i = 0; i < c->bank->item_count; i++)
		for (size_t j = 0; j < c->bank->items[i]->media_count; j++) {
			size_t m = media_index(c->bank, c->bank->items[i]->media[j].name);

			if (m != SIZE_MAX)
				used[m] = true;
		}
	for (size_t i = 0; i < c->bank->media.count; i++)
		if (!used[i])
			iw_report_file(c, c->bank->media.path[i], (struct iw_span){ 0, 0, 1, 1, 1, 1 },
			               "no item shows this file");
	free(used);
}

void
iw_rule_unusable_media(struct iw_check *c)
{
	bool *seen = iw_alloc(c->bank->media.count, sizeof *seen);

	for (size_t i = 0; i < c->bank->item_count; i++) {
		const struct iw_item *item = c->bank->items[i];

		for (size_t j = 0; j < item->media_count; j++) {
			size_t m = media_index(c->bank, item->media[j].name);
			const struct iw_picture_kind *kind;
			struct iw_buf clean = IW_BUF_INIT;
			struct iw_error e;

			/* What is not there has a finding of its own. */
			if (m == SIZE_MAX || seen[m])
				continue;
			seen[m] = true;
			if (iw_picture_read(c->bank->root, item->media[j].name, &clean, &kind, &e) != IW_OK)
				iw_report(c, &item->owner, item->media[j].at, "%s", e.text);
			iw_buf_release(&clean);
		}
	}
	free(seen);
}

static void
check_images(struct iw_check *c, const struct iw_item *item, const struct iw_xml *xml, const xmlNode *node)
{
	for (const xmlNode *n = iw_node_first(node); n; n = iw_node_next(n)) {
		const char *alt = iw_node_is(n, "img") ? iw_node_attr(n, "alt") : "x";

		if (!alt || alt[strspn(alt, " \t\r\n")] == '\0')
			iw_report(c, &item->owner, iw_xml_node_span(xml, n), "this picture has %s alt text",
			          alt ? "an empty" : "no");
		check_images(c, item, xml, n);
	}
}

void
iw_rule_img_alt(struct iw_check *c, const struct iw_item *item, const struct iw_body *body)
{
	if (item->media_count)
		check_images(c, item, body->xml, body->node);
}
