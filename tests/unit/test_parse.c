/* SPDX-License-Identifier: Apache-2.0 */
/* Reading XML: where things are, and that hostile files are problems and open nothing. */
#include "base/mem.h"
#include "scratch.h"
#include "tap.h"
#include "xml/init.h"
#include "xml/node.h"
#include "xml/parse.h"

static void
parse(struct iw_xml *xml, const char *bytes, size_t len)
{
	*xml = (struct iw_xml)IW_XML_INIT;
	iw_buf_add(&xml->bytes, bytes, len);
	iw_xml_parse(xml);
}

static const char *
show(struct iw_span s)
{
	static char text[128];

	snprintf(text, sizeof text, "%u:%u-%u:%u %u-%u", s.line, s.column, s.end_line, s.end_column, s.start, s.end);
	return text;
}

/* The first element <x>, and where its start tag and its attribute y are. */
static void
test_spans(void)
{
	static const struct {
		const char *xml, *element, *attribute;
	} table[] = {
		{ "<x y='1'/>", "1:1-1:11 0-10", "1:7-1:8 6-7" },
		{ "<a><x y=''>t</x></a>", "1:4-1:12 3-11", "1:10-1:10 9-9" },
		{ "<a>\n <x y='12'/></a>", "2:2-2:13 5-16", "2:8-2:10 11-13" },
		{ "<a>\r\n\r\n<x\r\n y='1'/></a>", "3:1-4:9 7-19", "4:5-4:6 15-16" },
		{ "<a>\xc3\xa9\xe2\x82\xac\xf0\x9f\x9a\x80<x y='\xc3\xa9'/></a>", "1:7-1:17 12-23", "1:13-1:14 18-20" },
		{ "<a>\t\t<x y='1'/></a>", "1:6-1:16 5-15", "1:12-1:13 11-12" },
		{ "\xef\xbb\xbf<x y='1'/>", "1:1-1:11 3-13", "1:7-1:8 9-10" },
		{ "\xef\xbb\xbf\n<x y='1'/>", "2:1-2:11 4-14", "2:7-2:8 10-11" },
		{ "<a><!-- <x y='n'/> --><![CDATA[<x y='n'/>]]><?p <x?><x y='>'/></a>", "1:53-1:63 52-62", "1:59-1:60 58-59" },
		{ "<a>&amp;&#60;<x\ny\n=\n'1\n2'></x></a>", "1:14-5:4 13-26", "4:2-5:2 21-24" },
		{ "<x/>", "1:1-1:5 0-4", "1:1-1:5 0-4" }, /* no attribute: the start tag */
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct iw_xml xml;
		const xmlNode *n;

		parse(&xml, table[i].xml, strlen(table[i].xml));
		if (ok_named(xml.doc && !xml.problem_count, table[i].xml)) {
			n = xmlDocGetRootElement(xml.doc);
			if (strcmp((const char *)n->name, "x") != 0)
				n = iw_node_first(n);
			is_str(show(iw_xml_node_span(&xml, n)), table[i].element);
			is_str(show(iw_xml_attr_span(&xml, n, "y")), table[i].attribute);
		}
		iw_xml_release(&xml);
	}
}

/* Each element of the tree is the one that its range holds, among all that can stand between. */
static void
check_names(const struct iw_xml *xml, const xmlNode *node, size_t *seen, size_t *wrong)
{
	for (const xmlNode *n = node; n; n = n->next) {
		struct iw_range r;

		if (n->type != XML_ELEMENT_NODE && n->type != XML_PI_NODE)
			continue;
		r = iw_xml_range(xml, n);
		++*seen;
		*wrong += strncmp(xml->bytes.data + r.start + (n->type == XML_PI_NODE ? 2 : 1), (const char *)n->name, strlen((const char *)n->name)) != 0;
		*wrong += xml->bytes.data[r.end - 1] != '>';
		if (n->type == XML_ELEMENT_NODE)
			check_names(xml, n->children, seen, wrong);
	}
}

static void
test_numbering(void)
{
	static const char text[] = "<?one?><!-- <no/> --><a><b><?two <no/> ?><c d='-->'></c></b><e><![CDATA[<no/>]]></e><f>&lt;no/></f></a>"
	                           "<!-- --><?three?>";
	struct iw_xml xml;
	size_t seen = 0, wrong = 0;

	parse(&xml, text, strlen(text));
	ok(xml.doc != NULL);
	if (xml.doc)
		check_names(&xml, xml.doc->children, &seen, &wrong);
	is_num(seen, 8);
	is_num(wrong, 0);
	iw_xml_release(&xml);
}

/* Where a mistake is told, also far into a large file. */
static void
test_place_of_errors(void)
{
	static const size_t before[] = { 0, 10, 100, 1000, 5000, 100000 };

	for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
		struct iw_buf b = IW_BUF_INIT;
		struct iw_xml xml;

		iw_buf_str(&b, "<a>\n");
		for (size_t j = 0; j < before[i]; j++)
			iw_buf_str(&b, "<b c='d'>text</b>\n");
		iw_buf_str(&b, "<e>&nbsp;</e>\n</a>\n");
		parse(&xml, b.data, b.len);
		ok(!xml.doc && xml.problem_count == 1);
		is_num(xml.problems[0].kind, IW_XML_MALFORMED);
		ok(strstr(xml.problems[0].message, "nbsp"));
		is_num(xml.problems[0].at.line, before[i] + 2);
		ok(xml.problems[0].at.column > 3 && xml.problems[0].at.column < 12);
		iw_xml_release(&xml);
		iw_buf_release(&b);
	}
}

/* Each is a problem, without a tree. SECRET stands for the path of a file whose text must not be seen. */
static const struct hostile {
	const char *what, *xml;
	enum iw_xml_kind kind;
} hostile[] = {
	{ "internal entity", "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", IW_XML_DOCTYPE },
	{ "billion laughs",
	  "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>"
	  "<!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;'><!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;'>]><a>&e;&e;&e;</a>", IW_XML_DOCTYPE },
	{ "external entity", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file://SECRET'>]><a>&x;</a>", IW_XML_DOCTYPE },
	{ "external entity in an attribute", "<!DOCTYPE a [<!ENTITY x SYSTEM 'SECRET'>]><a b='&x;'/>", IW_XML_DOCTYPE },
	{ "parameter entity", "<!DOCTYPE a [<!ENTITY % x SYSTEM 'SECRET'> %x;]><a/>", IW_XML_DOCTYPE },
	{ "parameter entity loop", "<!DOCTYPE a [<!ENTITY % x '%y;'><!ENTITY % y '%x;'> %x;]><a/>", IW_XML_DOCTYPE },
	{ "external subset", "<!DOCTYPE a SYSTEM 'SECRET'><a/>", IW_XML_DOCTYPE },
	{ "public subset", "<!DOCTYPE a PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'SECRET'><a/>", IW_XML_DOCTYPE },
	{ "unknown entity", "<a>&nbsp;</a>", IW_XML_MALFORMED },
	{ "two namespaced attributes", "<a xmlns:p='u' xmlns:q='u' p:b='1' q:b='2'/>", IW_XML_MALFORMED },
	{ "two attributes", "<a b='1' b='2'/>", IW_XML_MALFORMED },
	{ "undeclared prefix", "<p:a/>", IW_XML_MALFORMED },
	{ "undeclared prefix of an attribute", "<a p:b=''/>", IW_XML_MALFORMED },
	{ "a namespace undeclared", "<a xmlns:p='u'><b xmlns:p=''/></a>", IW_XML_MALFORMED },
	{ "NUL by number", "<a>&#0;</a>", IW_XML_MALFORMED },
	{ "control by number", "<a>&#x1b;</a>", IW_XML_MALFORMED },
	{ "surrogate by number", "<a>&#xd800;</a>", IW_XML_MALFORMED },
	{ "beyond Unicode by number", "<a>&#x110000;</a>", IW_XML_MALFORMED },
	{ "U+FFFF", "<a>\xef\xbf\xbf</a>", IW_XML_MALFORMED },
	{ "end tag of another", "<a><b></a></b>", IW_XML_MALFORMED },
	{ "not closed", "<a><b></b>", IW_XML_MALFORMED },
	{ "two roots", "<a/><b/>", IW_XML_MALFORMED },
	{ "text behind", "<a/>x", IW_XML_MALFORMED },
	{ "CDATA behind", "<a/><![CDATA[x]]>", IW_XML_MALFORMED },
	{ "]]> in text", "<a>]]></a>", IW_XML_MALFORMED },
	{ "-- in a comment", "<a><!-- -- --></a>", IW_XML_MALFORMED },
	{ "< in a value", "<a b='<'/>", IW_XML_MALFORMED },
	{ "no quotes", "<a b=c/>", IW_XML_MALFORMED },
	{ "declaration not first", " <?xml version='1.0'?><a/>", IW_XML_MALFORMED },
	{ "nothing", "", IW_XML_MALFORMED },
	{ "no markup", "text", IW_XML_MALFORMED },
	{ "only a comment", "<!-- -->", IW_XML_MALFORMED },
	{ "cut in a tag", "<a b='c", IW_XML_MALFORMED },
	{ "cut in a comment", "<a><!-- ", IW_XML_MALFORMED },
};

static void
test_hostile(void)
{
	for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
		struct iw_buf b = IW_BUF_INIT;
		struct iw_xml xml;
		const char *mark;

		iw_buf_str(&b, hostile[i].xml);
		if ((mark = strstr(hostile[i].xml, "SECRET")) != NULL) {
			iw_buf_clear(&b);
			iw_buf_printf(&b, "%.*s%s%s", (int)(mark - hostile[i].xml), hostile[i].xml, scratch_path("secret"), mark + 6);
		}
		parse(&xml, b.data, b.len);
		ok_named(!xml.doc && xml.problem_count == 1, hostile[i].what);
		if (xml.problem_count) {
			is_num(xml.problems[0].kind, hostile[i].kind);
			ok(!strstr(xml.problems[0].message, "hunter2"));
			ok(xml.problems[0].at.line && xml.problems[0].at.end <= b.len && xml.problems[0].message[0]);
		}
		iw_xml_release(&xml);
		iw_buf_release(&b);
	}
}

/* What would include is only an element, and nothing is read for it. */
static void
test_nothing_opened(void)
{
	static const char *const table[][2] = {
		{ "<a><x:include xmlns:x='http://www.w3.org/2001/XInclude' href='", "' parse='text'/></a>" },
		{ "<a xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:noNamespaceSchemaLocation='", "'/>" },
		{ "<?xml-stylesheet href='", "' type='text/xsl'?><a/>" },
		{ "<?oasis-xml-catalog catalog='", "'?><a/>" },
	};
	struct stat before, after;
	xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");

	(void)stat(scratch_path("secret"), &before);
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		char text[2048];
		struct iw_buf all = IW_BUF_INIT;
		struct iw_xml xml;

		snprintf(text, sizeof text, "%s%s%s", table[i][0], scratch_path("secret"), table[i][1]);
		parse(&xml, text, strlen(text));
		ok(xml.doc && !xml.problem_count);
		if (xml.doc)
			iw_node_text((const xmlNode *)xml.doc, NULL, &all);
		is_str(all.data, "");
		iw_buf_release(&all);
		iw_xml_release(&xml);
	}
	/* libxml2 itself is locked: it could read the file only through what init.c has taken away. */
	ok(xmlReadFile(scratch_path("secret"), NULL, 0) == NULL);
	ok(xmlParserInputBufferCreateFilename(scratch_path("secret"), XML_CHAR_ENCODING_NONE) == NULL);
	ok(xmlSaveFormatFileEnc(scratch_path("written"), doc, "UTF-8", 0) <= 0);
	ok(access(scratch_path("written"), F_OK) != 0);
	xmlFreeDoc(doc);
	(void)stat(scratch_path("secret"), &after);
	ok(before.st_atim.tv_sec == after.st_atim.tv_sec && before.st_atim.tv_nsec == after.st_atim.tv_nsec);
}

static void
test_files(void)
{
	struct iw_xml xml = IW_XML_INIT;
	struct iw_error e = { "" };
	FILE *f = fopen(scratch_path("large.xml"), "wb");

	scratch_write("good.xml", "<a/>");
	is_num(iw_xml_read(&xml, scratch_path("good.xml"), &e), IW_OK);
	ok(xml.doc && !xml.problem_count);
	iw_xml_release(&xml);
	is_num(iw_xml_read(&xml, scratch_path("none.xml"), &e), IW_UNUSABLE);
	ok(!xml.doc && strstr(e.text, "none.xml"));
	iw_xml_release(&xml);
	(void)ftruncate(fileno(f), IW_XML_MOST_BYTES + 1);
	fclose(f);
	is_num(iw_xml_read(&xml, scratch_path("large.xml"), &e), IW_OK);
	ok(!xml.doc && xml.problem_count == 1 && xml.problems[0].kind == IW_XML_LIMIT && xml.problems[0].at.line == 1);
	iw_xml_release(&xml);
}

/* Values come out as XML says, whatever stands for a character. */
static void
test_values(void)
{
	static const char text[] = "<a b='&lt;&amp;&#38;lt;&#x41;&quot;' c=' x&#10;y\nz ' d='' e='&#38;#65;'>p&amp;q<![CDATA[<r>]]>&#x1F680;</a>";
	struct iw_xml xml;
	struct iw_buf b = IW_BUF_INIT;
	const xmlNode *a;

	parse(&xml, text, strlen(text));
	a = xml.doc ? xmlDocGetRootElement(xml.doc) : NULL;
	if (ok(a != NULL)) {
		is_str(iw_node_attr(a, "b"), "<&&lt;A\"");
		is_str(iw_node_attr(a, "c"), " x\ny z ");
		is_str(iw_node_attr(a, "d"), "");
		is_str(iw_node_attr(a, "e"), "&#65;");
		is_str(iw_node_attr(a, "f"), NULL);
		iw_node_text(a, NULL, &b);
		is_str(b.data, "p&q<r>\xf0\x9f\x9a\x80");
	}
	iw_buf_release(&b);
	iw_xml_release(&xml);
}

int
main(void)
{
	iw_xml_init();
	scratch_make();
	scratch_write("secret", "<secret>hunter2</secret>");
	test_spans();
	test_numbering();
	test_place_of_errors();
	test_hostile();
	test_nothing_opened();
	test_files();
	test_values();
	return done();
}
