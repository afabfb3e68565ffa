/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as XML: either a tree, whose elements are where they are said to be, or a problem. */
#include <string.h>

#include "fuzz.h"
#include "xml/init.h"
#include "xml/node.h"
#include "xml/parse.h"

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	iw_xml_init();
	return 0;
}

static void
check_span(const struct iw_xml *xml, struct iw_span s)
{
	must(s.start <= s.end && s.end <= xml->bytes.len);
	must(s.line >= 1 && s.column >= 1 && s.end_line >= s.line && (s.end_line > s.line || s.end_column >= s.column));
}

/* The bytes of an element begin with its name as written and end with '>'; a parent holds its children. */
static void
check_element(const struct iw_xml *xml, const xmlNode *n, struct iw_range within)
{
	struct iw_range r = iw_xml_range(xml, n);
	const char *start = xml->bytes.data + r.start, *name = (const char *)n->name;
	size_t prefix = n->ns && n->ns->prefix ? strlen((const char *)n->ns->prefix) + 1 : 0;

	must(within.start <= r.start && r.start < r.tag && r.tag <= r.end && r.end <= within.end);
	must(start[0] == '<' && strncmp(start + 1 + prefix, name, strlen(name)) == 0 && xml->bytes.data[r.end - 1] == '>');
	check_span(xml, iw_xml_node_span(xml, n));
	for (const xmlAttr *a = n->properties; a; a = a->next) {
		struct iw_span s = iw_xml_attr_span(xml, n, (const char *)a->name);

		check_span(xml, s);
		must(r.start <= s.start && s.end <= r.tag);
	}
	for (const xmlNode *c = iw_node_first(n); c; c = iw_node_next(c))
		check_element(xml, c, (struct iw_range){ r.tag, r.tag, r.end });
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct iw_xml xml = IW_XML_INIT;
	struct iw_buf text = IW_BUF_INIT;

	iw_buf_add(&xml.bytes, data, size);
	iw_xml_parse(&xml);
	must(xml.doc ? xml.problem_count == 0 : xml.problem_count == 1);
	for (size_t i = 0; i < xml.problem_count; i++) {
		check_span(&xml, xml.problems[i].at);
		must(xml.problems[i].message[0] != '\0');
	}
	if (xml.doc) {
		must(!xml.doc->intSubset && !xml.doc->extSubset);
		check_element(&xml, xmlDocGetRootElement(xml.doc), (struct iw_range){ 0, 0, (uint32_t)size });
		iw_node_text(xmlDocGetRootElement(xml.doc), "rationale", &text);
	}
	iw_buf_release(&text);
	iw_xml_release(&xml);
	return 0;
}
