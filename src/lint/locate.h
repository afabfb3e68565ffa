/* SPDX-License-Identifier: Apache-2.0 */
/* Where a piece of an element's text stands in the file. */
#ifndef IW_LOCATE_H
#define IW_LOCATE_H

#include <stdbool.h>

#include "xml/parse.h"

/*
 * The place of `text` within the bytes of `node`. White space matches any white space, letters match in
 * upper and lower case, and markup between words is stepped over. The start tag of `node` when the text
 * is not found, for example because of a character reference.
 */
struct iw_span iw_locate(const struct iw_xml *xml, const xmlNode *node, const char *text, size_t len);

/* The same for the `nth` (from 0) place; for the last one when there are fewer. */
struct iw_span iw_locate_nth(const struct iw_xml *xml, const xmlNode *node, const char *text, size_t len, size_t nth);

/*
 * How many places of `text` begin in the first `most` bytes of `raw`, a text without markup, and do not go beyond its
 * byte `end`: for the `nth` of iw_locate_nth.
 */
size_t iw_locate_count(const char *raw, size_t most, size_t end, const char *text, size_t len);

#endif
