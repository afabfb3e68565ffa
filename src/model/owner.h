/* SPDX-License-Identifier: Apache-2.0 */
/* What a finding belongs to: an item, a form or the exam, with the findings that it accepts. */
#ifndef IW_OWNER_H
#define IW_OWNER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"
#include "xml/parse.h"

/* <?itemwright allow="RULE" reason="..."?>, one for each rule that it names. */
struct iw_allow {
	const char *rule;
	const char *reason; /* NULL when none is given */
	struct iw_span at;
	bool used; /* set when a finding was accepted because of it */
};

struct iw_owner {
	size_t source; /* index into the bank's sources: the file */
	struct iw_span at;
	struct iw_allow *allows;
	size_t allow_count;
};

/* Fill in an owner from its element. Strings go into the arena. */
void iw_owner_read(struct iw_owner *owner, struct iw_arena *arena, const struct iw_xml *xml, size_t source,
                   const xmlNode *node);

/*
 * Fill in an owner for what stands in a file but in nothing of the bank: allowances beside the outermost element, or
 * between the items of <items>. They allow nothing, which the author should know.
 */
void iw_owner_read_outside(struct iw_owner *owner, struct iw_arena *arena, const struct iw_xml *xml, size_t source);

#endif
