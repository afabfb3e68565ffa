/* SPDX-License-Identifier: Apache-2.0 */
#include "pdf/block.h"
#include "pdf/picture.h"
#include "pdf/text.h"
#include "pdf/xml.h"

/* Of text and inline elements from `first` up to the next block, which is returned. */
static const xmlNode *
inline_widths(struct iw_doc *doc, const struct iw_setting *set, const xmlNode *first, double *least, double *most)
{
	struct iw_para *para = iw_para_new(doc, &set->style, set->lang, set->tag);
	GPtrArray *notes = doc->notes;
	const xmlNode *n = first;

	/* The text is only measured: its notes are not to be counted. */
	doc->notes = notes ? g_ptr_array_copy(notes, NULL, NULL) : NULL;
	for (; n && !iw_is_any(n, IW_BLOCKS); n = n->next)
		iw_para_node(para, n);
	if (!iw_para_is_empty(para))
		iw_para_widths(para, least, most);
	if (doc->notes)
		g_ptr_array_unref(doc->notes);
	doc->notes = notes;
	return n;
}

static void
block_widths(struct iw_doc *doc, const struct iw_setting *set, const xmlNode *node, double *least, double *most)
{
	double em = set->style.size;

	if (iw_is(node, "table"))
		iw_table_widths(doc, set, node, least, most);
	else if (iw_is(node, "pre"))
		*most = iw_code_width(doc, set, node), *least = MIN(*most, 14 * em);
	else
		iw_content_widths(doc, set, node, least, most);
	if (iw_is_any(node, "ul ol blockquote"))
		*least += 1.9 * em, *most += 1.9 * em;
}

void
iw_content_widths(struct iw_doc *doc, const struct iw_setting *set, const xmlNode *parent, double *least, double *most)
{
	const xmlNode *only = iw_only_child(parent), *n = parent->children;

	*least = *most = 0;
	if (only && iw_is(only, "img")) {
		*most = iw_picture_width(doc, only);
		*least = MIN(*most, 6 * set->style.size);
		return;
	}
	while (n) {
		double narrow = 0, wide = 0;

		if (iw_is_any(n, IW_BLOCKS " li figcaption")) {
			block_widths(doc, set, n, &narrow, &wide);
			n = n->next;
		} else {
			n = inline_widths(doc, set, n, &narrow, &wide);
		}
		*least = MAX(*least, narrow);
		*most = MAX(*most, wide);
	}
}
