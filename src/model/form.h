/* SPDX-License-Identifier: Apache-2.0 */
/* Forms as plain data. Strings live in the arena that a form was read with. */
#ifndef IW_FORM_H
#define IW_FORM_H

#include "model/item.h"

struct iw_form_item {
	struct iw_ref ref;
	bool scored;
};

struct iw_form {
	struct iw_owner owner;
	const char *id, *exam, *version, *title; /* NULL when missing */
	struct iw_span exam_at;
	uint64_t seed;
	struct iw_form_item *items;
	size_t item_count;
};

/* Read the tree of a form, which may break the schema. */
void iw_form_read(struct iw_form *form, struct iw_arena *arena, const struct iw_xml *xml, size_t source);

#endif
