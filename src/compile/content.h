/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Copying the text of an item into the compiled form.
 *
 * What is copied is what a list names: elements and attributes of content.xsd and MathML. Comments,
 * processing instructions, ids and all else stay behind, so that nothing an author wrote beside the text
 * can reach a candidate. White space is made even, for it could tell a key too (an option with a rationale
 * on the next line ends in a space): it is folded but in pre, and none stands at the ends of a block.
 * Where inline text stands beside blocks it becomes a paragraph, so that a plugin meets either the one or
 * the other.
 */
#ifndef IW_CONTENT_H
#define IW_CONTENT_H

#include <libxml/tree.h>

#include "compile/media.h"

/*
 * Add the content of `from`, but for its rationale, to `to`, an element of the compiled form. Pictures are
 * named as in `media`, which holds them.
 */
void iw_content_copy(xmlNode *to, const xmlNode *from, const struct iw_media *media);

/* Add the pictures below `from`, but for its rationales, to `media`. */
enum iw_status iw_content_media(const xmlNode *from, const char *root, struct iw_media *media, struct iw_error *e);

#endif
