/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A look at the bytes of an XML file before libxml2 sees them. It does two things that the parser does
 * not: it refuses what would hurt (see the limits), and it notes where each element and processing
 * instruction begins and ends. libxml2's tree has neither columns nor byte ranges; the elements of the
 * tree, counted in document order, are the elements found here in the same order.
 *
 * It is no parser: tags that do not fit are left for libxml2 to report.
 */
#ifndef IW_SCAN_H
#define IW_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A file that goes beyond one of these is refused (xml/limit). */
enum {
	IW_XML_MOST_BYTES = 8 << 20,   /* a file; also keeps offsets within 32 bits */
	IW_XML_MOST_DEPTH = 100,       /* elements within elements: trees are walked by recursion */
	IW_XML_MOST_ELEMENTS = 200000, /* a file: a tree costs about 40 times its bytes */
	IW_XML_MOST_ATTRIBUTES = 256,  /* a tag: 100,000 of them hold libxml2 for 15 s */
	IW_XML_MOST_VALUE = 4096,      /* bytes of an attribute: long ones hold XSD patterns for seconds */
};

enum iw_xml_kind { IW_XML_MALFORMED, IW_XML_ENCODING, IW_XML_DOCTYPE, IW_XML_LIMIT, IW_XML_SCHEMA };

/* Byte offsets. `tag` is the end of the start tag; a processing instruction ends there too. */
struct iw_range {
	uint32_t start, tag, end;
};

struct iw_ranges {
	struct iw_range *at;
	size_t count, cap;
};

struct iw_scan {
	struct iw_ranges elements;     /* in document order */
	struct iw_ranges instructions; /* likewise, without the XML declaration */
	bool refused;
	enum iw_xml_kind kind; /* the rest is set when refused */
	uint32_t from, to;     /* the bytes to blame */
	const char *why;
};

/*
 * `len` is at most IW_XML_MOST_BYTES, `most_value` is what an attribute may have: IW_XML_MOST_VALUE where a schema
 * will look at it. Release the scan in either case.
 */
void iw_scan(struct iw_scan *scan, const char *bytes, size_t len, size_t most_value);
void iw_scan_release(struct iw_scan *scan);

/*
 * The value of an attribute within the start tag bytes[start..tag), without its quotes. `name` is as
 * written, with its prefix. Returns false when the tag has none.
 */
bool iw_scan_attribute(const char *bytes, struct iw_range tag, const char *name, uint32_t *from, uint32_t *to);

#endif
