/* SPDX-License-Identifier: Apache-2.0 */
/* The blocks of an item's text (schemas/content.xsd), added to a flow. Each has a file of its own if it is not small.
 */
#ifndef IW_PDF_BLOCK_H
#define IW_PDF_BLOCK_H

#include <libxml/tree.h>

#include "pdf/strip.h"

#define IW_BLOCKS "p pre ul ol blockquote table figure"

struct iw_setting {            /* what holds where a block stands */
	struct iw_style style; /* of its text */
	const char *lang;
	struct iw_tag *tag; /* that it becomes part of */
	double x, width;    /* where in the flow */
	double gap;         /* between blocks; 0 for that of the design */
};

/* Whether an element holds blocks, rather than text alone. */
bool iw_has_blocks(const xmlNode *parent);

/* Add what an element holds: blocks, or text, which then becomes part of the setting's own element. */
void iw_flow_content(struct iw_flow *flow, const struct iw_setting *set, const xmlNode *parent);

/* widths.c: the width that the content of an element needs, with and without breaking lines. */
void iw_content_widths(struct iw_doc *doc, const struct iw_setting *set, const xmlNode *parent, double *least,
                       double *most);

void iw_flow_code(struct iw_flow *flow, const struct iw_setting *set, const xmlNode *pre);    /* code.c */
void iw_flow_table(struct iw_flow *flow, const struct iw_setting *set, const xmlNode *table); /* table.c */
void iw_table_widths(struct iw_doc *doc, const struct iw_setting *set, const xmlNode *table, double *least,
                     double *most);
double iw_code_width(struct iw_doc *doc, const struct iw_setting *set, const xmlNode *pre);

/* Add a label, such as a letter, to the first line of what stands in a flow, at x. */
void iw_flow_label(struct iw_flow *flow, struct iw_atom label, double x);

#endif
