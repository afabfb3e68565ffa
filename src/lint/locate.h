/* SPDX-License-Identifier: Apache-2.0 */
/* Where a piece of an element's text stands in the file. */
#ifndef IW_LOCATE_H
#define IW_LOCATE_H

#include "xml/parse.h"

/*
 * The place of `text` within the bytes of `node`. White space matches any white space, letters match in
 * upper and lower case, and markup between words is stepped over. The start tag of `node` when the text
 * is not found, for example because of a character reference.
 */
struct iw_span iw_locate(const struct iw_xml *xml, const xmlNode *node, const char *text, size_t len);

#endif
