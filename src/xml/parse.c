/* SPDX-License-Identifier: Apache-2.0 */
#include "xml/parse.h"

#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/utf8.h"

/* Bytes of a line, from which on it is long, and between places whose column is kept. */
enum { LONG_LINE = 4096 };

/* Where a line's first column is: a byte order mark has none. */
static uint32_t
first_column(const struct iw_xml *xml, uint32_t start)
{
	bool mark = start == 0 && xml->bytes.len >= 3 && memcmp(xml->bytes.data, "\xef\xbb\xbf", 3) == 0;

	return mark ? 3 : start;
}

/* Keep the columns of some places, so that none is counted from far away: a file may be one line. */
static void
find_columns(struct iw_xml *xml, uint32_t start, uint32_t end)
{
	uint32_t at = first_column(xml, start), before = 0, code;

	for (uint32_t last = at; at < end; before++) {
		size_t n = iw_utf8_decode(xml->bytes.data + at, end - at, &code);

		if (at - last >= LONG_LINE) {
			IW_GROW(xml->columns, xml->column_count, xml->column_cap);
			xml->columns[xml->column_count++] = (struct iw_column){ at, before };
			last = at;
		}
		at += n ? (uint32_t)n : 1;
	}
}

static void
find_lines(struct iw_xml *xml)
{
	const char *bytes = xml->bytes.data, *end = bytes + xml->bytes.len;

	xml->line_count = xml->column_count = 0;
	for (const char *p = bytes, *stop; p; p = stop ? stop + 1 : NULL) {
		stop = memchr(p, '\n', (size_t)(end - p));
		IW_GROW(xml->lines, xml->line_count, xml->line_cap);
		xml->lines[xml->line_count++] = (uint32_t)(p - bytes);
		if ((stop ? stop : end) - p > LONG_LINE)
			find_columns(xml, (uint32_t)(p - bytes), (uint32_t)((stop ? stop : end) - bytes));
	}
}

/* The last place at or before `offset` whose column is kept; NULL when there is none. */
static const struct iw_column *
column_before(const struct iw_xml *xml, uint32_t offset)
{
	size_t low = 0, high = xml->column_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (xml->columns[middle].at <= offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low ? &xml->columns[low - 1] : NULL;
}

static void
place(const struct iw_xml *xml, uint32_t offset, uint32_t *line, uint32_t *column)
{
	size_t low = 0, high = xml->line_count;
	const struct iw_column *kept = column_before(xml, offset);
	uint32_t start;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (xml->lines[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	*line = (uint32_t)low + 1;
	start = xml->line_count ? xml->lines[low] : 0;
	*column = 1;
	if (kept && kept->at >= start) {
		start = kept->at;
		*column += kept->before;
	} else if (offset >= first_column(xml, start)) {
		start = first_column(xml, start);
	}
	*column += (uint32_t)iw_utf8_count(xml->bytes.data + start, offset - start);
}

struct iw_span
iw_xml_span(const struct iw_xml *xml, uint32_t start, uint32_t end)
{
	struct iw_span s = { .start = start, .end = end };

	place(xml, start, &s.line, &s.column);
	place(xml, end, &s.end_line, &s.end_column);
	return s;
}

void
iw_xml_problem(struct iw_xml *xml, enum iw_xml_kind kind, struct iw_span at, const char *message)
{
	size_t len = strlen(message);

	while (len && strchr(" \n", message[len - 1]))
		len--;
	IW_GROW(xml->problems, xml->problem_count, xml->problem_cap);
	xml->problems[xml->problem_count++] = (struct iw_problem){ kind, at, iw_strndup(message, len) };
}

/* libxml2 tells the first thing wrong; what follows is mostly its consequence. */
static void
on_error(void *context, xmlError *error)
{
	xmlParserCtxt *ctxt = error->ctxt;
	struct iw_xml *xml = ctxt ? ctxt->_private : NULL;
	long at;

	(void)context;
	if (!xml || xml->problem_count || error->level == XML_ERR_WARNING)
		return;
	/* Not cur - base: as the parser goes on it forgets the beginning of its input. */
	at = ctxt->input ? xmlByteConsumed(ctxt) : 0;
	if (at < 0 || (size_t)at > xml->bytes.len)
		at = (long)xml->bytes.len;
	iw_xml_problem(xml, IW_XML_MALFORMED,
	               iw_xml_span(xml, (uint32_t)at, (uint32_t)((size_t)at < xml->bytes.len ? at + 1 : at)),
	               error->message ? error->message : "the file is not well-formed XML");
}

static void
on_doctype(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
	(void)name;
	(void)external;
	(void)system;
	/* The scan refuses a DOCTYPE; this one stands should the two ever disagree, since parameter
	 * entities can hang the parser whatever the options say. */
	xmlStopParser(context);
}

/* Number the elements and instructions in document order, which is the order of the scan. */
static bool
number(xmlDoc *doc, const struct iw_scan *scan)
{
	uintptr_t elements = 0, instructions = 0;

	for (xmlNode *n = doc->children; n;) {
		if (n->type == XML_ELEMENT_NODE)
			n->_private = (void *)++elements;
		else if (n->type == XML_PI_NODE)
			n->_private = (void *)++instructions;
		if (n->type == XML_ELEMENT_NODE && n->children) {
			n = n->children;
			continue;
		}
		while (n && !n->next)
			n = n->parent && n->parent != (xmlNode *)doc ? n->parent : NULL;
		if (n)
			n = n->next;
	}
	return elements == scan->elements.count && instructions == scan->instructions.count;
}

/* XML_PARSE_NOENT, DTDLOAD, DTDATTR, DTDVALID, XINCLUDE, HUGE and RECOVER stay off: each of them opens
 * what hardening closes. BIG_LINES and COMPACT cost nothing. */
static const int OPTIONS = XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_COMPACT | XML_PARSE_NOCDATA;

static void
build_tree(struct iw_xml *xml)
{
	xmlParserCtxt *ctxt = xmlNewParserCtxt();
	xmlDoc *doc;
	bool good;

	ctxt->_private = xml;
	ctxt->sax->serror = on_error;
	ctxt->sax->internalSubset = on_doctype;
	doc = xmlCtxtReadMemory(ctxt, xml->bytes.data, (int)xml->bytes.len, NULL, "UTF-8", OPTIONS);
	/* Duplicate namespaced attributes and undeclared prefixes are well-formed to libxml2. */
	good = doc && ctxt->wellFormed && ctxt->nsWellFormed && !xml->problem_count;
	if (good && !number(doc, &xml->scan)) {
		iw_xml_problem(xml, IW_XML_MALFORMED, iw_xml_span(xml, 0, 0), "the markup cannot be followed");
		good = false;
	}
	if (!good && !xml->problem_count)
		iw_xml_problem(xml, IW_XML_MALFORMED, iw_xml_span(xml, 0, 0), "the file is not well-formed XML");
	if (good)
		xml->doc = doc;
	else
		xmlFreeDoc(doc);
	xmlFreeParserCtxt(ctxt);
}

void
iw_xml_parse(struct iw_xml *xml)
{
	find_lines(xml);
	if (xml->bytes.len > IW_XML_MOST_BYTES) {
		iw_xml_problem(xml, IW_XML_LIMIT, iw_xml_span(xml, 0, 0), "the file is larger than 8 MiB");
		return;
	}
	iw_scan(&xml->scan, xml->bytes.data, xml->bytes.len, xml->is_picture ? IW_XML_MOST_BYTES : IW_XML_MOST_VALUE);
	if (xml->scan.refused)
		iw_xml_problem(xml, xml->scan.kind, iw_xml_span(xml, xml->scan.from, xml->scan.to), xml->scan.why);
	else
		build_tree(xml);
}

enum iw_status
iw_xml_read(struct iw_xml *xml, const char *path, struct iw_error *e)
{
	bool too_large;
	enum iw_status status = iw_file_read(path, IW_XML_MOST_BYTES, &xml->bytes, &too_large, e);

	if (status == IW_OK) {
		iw_xml_parse(xml);
	} else if (too_large) {
		iw_buf_clear(&xml->bytes);
		iw_xml_problem(xml, IW_XML_LIMIT, (struct iw_span){ 0, 0, 1, 1, 1, 1 },
		               "the file is larger than 8 MiB");
		status = IW_OK;
	}
	return status;
}

void
iw_xml_release(struct iw_xml *xml)
{
	xmlFreeDoc(xml->doc);
	iw_scan_release(&xml->scan);
	for (size_t i = 0; i < xml->problem_count; i++)
		free(xml->problems[i].message);
	free(xml->problems);
	free(xml->lines);
	free(xml->columns);
	iw_buf_release(&xml->bytes);
	*xml = (struct iw_xml)IW_XML_INIT;
}

struct iw_range
iw_xml_range(const struct iw_xml *xml, const xmlNode *node)
{
	const struct iw_ranges *r = node->type == XML_PI_NODE ? &xml->scan.instructions : &xml->scan.elements;
	size_t number = (size_t)(uintptr_t)node->_private;

	return number && number <= r->count ? r->at[number - 1] : (struct iw_range){ 0, 0, 0 };
}

struct iw_span
iw_xml_node_span(const struct iw_xml *xml, const xmlNode *node)
{
	struct iw_range r;

	while (node && node->type != XML_ELEMENT_NODE && node->type != XML_PI_NODE)
		node = node->parent;
	if (!node)
		return (struct iw_span){ 0 };
	r = iw_xml_range(xml, node);
	return iw_xml_span(xml, r.start, r.tag);
}

struct iw_span
iw_xml_attr_span(const struct iw_xml *xml, const xmlNode *node, const char *name)
{
	uint32_t from, to;

	if (iw_scan_attribute(xml->bytes.data, iw_xml_range(xml, node), name, &from, &to))
		return iw_xml_span(xml, from, to);
	return iw_xml_node_span(xml, node);
}
