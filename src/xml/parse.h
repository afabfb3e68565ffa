/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reading an XML file safely, with the place of everything in it.
 *
 * Any bytes may be given. What is wrong with them is a list of problems, never the end of the run; the
 * tree is there exactly when the file is well-formed and within the limits of scan.h. The struct owns
 * all it points to.
 */
#ifndef IW_PARSE_H
#define IW_PARSE_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/status.h"
#include "xml/scan.h"
#include "xml/span.h"

struct iw_problem {
	enum iw_xml_kind kind;
	struct iw_span at;
	char *message;
};

/* So many characters stand before a byte in its line. */
struct iw_column {
	uint32_t at, before;
};

struct iw_xml {
	struct iw_buf bytes;
	bool is_picture; /* set before parsing: no schema will look at it, so attributes may be long */
	xmlDoc *doc;     /* NULL when there is a problem other than IW_XML_SCHEMA */
	struct iw_scan scan;
	uint32_t *lines; /* where each line begins */
	size_t line_count, line_cap;
	struct iw_column *columns; /* some places within long lines, in order */
	size_t column_count, column_cap;
	struct iw_problem *problems;
	size_t problem_count, problem_cap;
};

#define IW_XML_INIT                                                                                                    \
	{                                                                                                              \
		.bytes = IW_BUF_INIT                                                                                   \
	}

/* Read and parse a file. Fails only when it cannot be read at all; too large is a problem in `xml`. */
enum iw_status iw_xml_read(struct iw_xml *xml, const char *path, struct iw_error *e);

/* Parse xml->bytes. */
void iw_xml_parse(struct iw_xml *xml);

void iw_xml_release(struct iw_xml *xml);

/* A problem at a place; the message is copied. */
void iw_xml_problem(struct iw_xml *xml, enum iw_xml_kind kind, struct iw_span at, const char *message);

/* The place of the bytes [start, end). */
struct iw_span iw_xml_span(const struct iw_xml *xml, uint32_t start, uint32_t end);

/* The place of an element's start tag, or of a processing instruction. */
struct iw_span iw_xml_node_span(const struct iw_xml *xml, const xmlNode *node);

/* The place of an attribute's value; of the start tag when the element has none. */
struct iw_span iw_xml_attr_span(const struct iw_xml *xml, const xmlNode *node, const char *name);

/* All bytes of an element, from its start tag to behind its end tag. */
struct iw_range iw_xml_range(const struct iw_xml *xml, const xmlNode *node);

#endif
