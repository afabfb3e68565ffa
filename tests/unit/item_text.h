/* SPDX-License-Identifier: Apache-2.0 */
/* Items from text, for tests of what is done with them. */
#ifndef IW_ITEM_TEXT_H
#define IW_ITEM_TEXT_H

#include <stdio.h>
#include <stdlib.h>

#include "model/item.h"
#include "xml/node.h"

struct item_text {
	struct iw_xml xml;
	struct iw_arena arena;
	struct iw_item item;
	struct iw_body body;
};

/* Read <item>, whose attributes and content are given. Release it with item_text_release. */
static inline void
item_text_read(struct item_text *t, const char *attributes, const char *content)
{
	*t = (struct item_text){ .xml = IW_XML_INIT, .arena = IW_ARENA_INIT };
	iw_buf_printf(&t->xml.bytes, "<item xmlns='urn:itemwright:1' %s>%s</item>", attributes, content);
	iw_xml_parse(&t->xml);
	if (!t->xml.doc) {
		printf("Bail out! %s\n", t->xml.problems[0].message);
		exit(1);
	}
	iw_item_read(&t->item, &t->body, &t->arena, &t->arena, &t->xml, 3, xmlDocGetRootElement(t->xml.doc));
}

static inline void
item_text_release(struct item_text *t)
{
	iw_arena_release(&t->arena);
	iw_xml_release(&t->xml);
}

#endif
