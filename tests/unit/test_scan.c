/* SPDX-License-Identifier: Apache-2.0 */
/* The look before parsing: where elements are, and what is refused. */
#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"
#include "tap.h"
#include "xml/scan.h"

/* Scan a copy of just this size, so that a sanitizer sees a read behind it. */
static void
scan(struct iw_scan *s, const char *bytes, size_t len)
{
	char *copy = iw_alloc(len, 1);

	memcpy(copy, bytes, len);
	iw_scan(s, copy, len, IW_XML_MOST_VALUE);
	free(copy);
}

/* Ranges as START-TAG-END, in order. */
static void
is_ranges(const char *xml, const char *elements, const char *instructions)
{
	struct iw_buf got[2] = { IW_BUF_INIT, IW_BUF_INIT };
	struct iw_scan s;

	scan(&s, xml, strlen(xml));
	for (int k = 0; k < 2; k++) {
		const struct iw_ranges *r = k ? &s.instructions : &s.elements;

		for (size_t i = 0; i < r->count; i++)
			iw_buf_printf(&got[k], "%s%u-%u-%u", i ? " " : "", r->at[i].start, r->at[i].tag, r->at[i].end);
	}
	ok_named(!s.refused, xml);
	is_str(got[0].data, elements);
	is_str(got[1].data, instructions);
	iw_buf_release(&got[0]);
	iw_buf_release(&got[1]);
	iw_scan_release(&s);
}

static void
test_ranges(void)
{
	static const char *const table[][3] = {
		{ "<a/>", "0-4-4", "" },
		{ "<a></a>", "0-3-7", "" },
		{ "<a ></a >", "0-4-9", "" },
		{ "\n<a>\n<b/> <c/></a>\n", "1-4-18 5-9-9 10-14-14", "" },
		{ "<a><b>x</b><b/></a>", "0-3-19 3-6-11 11-15-15", "" },
		{ "<a><!-- <b> > ' \" --><c/></a>", "0-3-29 21-25-25", "" },
		{ "<a><!----><c/></a>", "0-3-18 10-14-14", "" },
		{ "<a><![CDATA[<b> ]] > ' ]]><c/></a>", "0-3-34 26-30-30", "" },
		{ "<a><![CDATA[]]]]><c/></a>", "0-3-25 17-21-21", "" },
		{ "<a><?p <b> ' ?><c/></a>", "0-3-23 15-19-19", "3-15-15" },
		{ "<?xml version='1.0'?><a/>", "21-25-25", "" },
		{ "<?xml-model href='x'?><a/>", "22-26-26", "0-22-22" },
		{ "<?x?><a/><?y?>", "5-9-9", "0-5-5 9-14-14" },
		{ "<a b='>'/>", "0-10-10", "" },
		{ "<a b=\"/>\"><c/></a>", "0-10-18 10-14-14", "" },
		{ "<a b='\"' c=\"'>\"/>", "0-17-17", "" },
		{ "<a\n\tb = 'x'\n/>", "0-14-14", "" },
		{ "\xef\xbb\xbf<a/>", "3-7-7", "" },
		{ "<a>it's \"so\"<b/></a>", "0-3-20 12-16-16", "" },
		{ "<a>\xc3\xa9<b/></a>", "0-3-13 5-9-9", "" },
		{ "", "", "" },
		{ "no markup", "", "" },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		is_ranges(table[i][0], table[i][1], table[i][2]);
}

/* What does not fit is left to the parser: the scan only must not run away. */
static void
test_broken(void)
{
	static const char *const table[] = {
		"<", "<a", "<a b", "<a b='", "<a b='>", "<a <b/>", "</a>", "<a></b></a></a>", "<!-- ", "<a><![CDATA[", "<?x", "<?xml", "<a", "<>", "< a/>",
		"<a b='<'/>", "<a/", "</", "<a></", "<!", "<?",
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		size_t len = strlen(table[i]);
		bool good = true;
		struct iw_scan s;

		scan(&s, table[i], len);
		for (size_t j = 0; j < s.elements.count; j++)
			good = good && s.elements.at[j].end <= len && s.elements.at[j].tag <= s.elements.at[j].end;
		ok_named(good && s.to <= len, table[i]);
		iw_scan_release(&s);
	}
}

static void
test_attributes(void)
{
	static const struct {
		const char *tag, *name, *value; /* NULL: there is none */
	} table[] = {
		{ "<a id='x'>", "id", "x" },
		{ "<a id=\"x\">", "id", "x" },
		{ "<a id=''/>", "id", "" },
		{ "<a\n\tid\r\n =\n 'x y' >", "id", "x y" },
		{ "<a xid='n' id='y'/>", "id", "y" },
		{ "<a idx='n' id='y'/>", "id", "y" },
		{ "<a b=' id=\"n\" ' id='y'/>", "id", "y" },
		{ "<a b=\"' id='n'\" id='y'/>", "id", "y" },
		{ "<a b='>' id='>'/>", "id", ">" },
		{ "<a xml:id='n'/>", "id", NULL },
		{ "<a xml:id='y'/>", "xml:id", "y" },
		{ "<id/>", "id", NULL },
		{ "<a b='id'/>", "id", NULL },
		{ "<a/>", "id", NULL },
		{ "<a id>", "id", NULL },
		{ "<a id=>", "id", NULL },
		{ "<a id='x", "id", NULL },
		{ "<a id=x>", "id", NULL },
		{ "<a b='x", "id", NULL },
		{ "<a i", "id", NULL },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		size_t len = strlen(table[i].tag);
		char *copy = iw_alloc(len, 1), *got = NULL;
		uint32_t from = 0, to = 0;

		memcpy(copy, table[i].tag, len);
		if (iw_scan_attribute(copy, (struct iw_range){ 0, (uint32_t)len, (uint32_t)len }, table[i].name, &from, &to))
			got = iw_strndup(copy + from, to - from);
		if (!is_str(got, table[i].value))
			tap_show("tag", table[i].tag);
		free(got);
		free(copy);
	}
}

static void
repeat(struct iw_buf *b, const char *s, size_t n)
{
	while (n--)
		iw_buf_str(b, s);
}

/* Whether the limits refuse what is in `b`, which is emptied. */
static bool
limited(struct iw_buf *b, const char *why)
{
	struct iw_scan s;
	bool refused;

	scan(&s, b->data, b->len);
	refused = s.refused;
	if (refused && (s.kind != IW_XML_LIMIT || !strstr(s.why, why) || s.from >= s.to || s.to > b->len))
		printf("# refused, but: %s %u-%u\n", s.why, s.from, s.to), refused = false;
	iw_scan_release(&s);
	iw_buf_clear(b);
	return refused;
}

static bool
deep(size_t depth, bool empty)
{
	struct iw_buf b = IW_BUF_INIT;
	bool refused;

	repeat(&b, "<a>", depth - empty);
	iw_buf_str(&b, empty ? "<a/>" : "");
	repeat(&b, "</a>", depth - empty);
	refused = limited(&b, "more than 100 deep");
	iw_buf_release(&b);
	return refused;
}

static bool
with_attributes(size_t n)
{
	struct iw_buf b = IW_BUF_INIT;
	bool refused;

	iw_buf_str(&b, "<a");
	for (size_t i = 0; i < n; i++)
		iw_buf_printf(&b, i % 2 ? " a%zu='\"'" : " xmlns:a%zu=\"'\"", i);
	iw_buf_str(&b, "/>");
	refused = limited(&b, "more than 256 attributes");
	iw_buf_release(&b);
	return refused;
}

static bool
with_elements(size_t n)
{
	struct iw_buf b = IW_BUF_INIT;
	bool refused;

	iw_buf_str(&b, "<a>");
	repeat(&b, "<b/>", n - 1);
	iw_buf_str(&b, "</a>");
	refused = limited(&b, "more than 200000 elements");
	iw_buf_release(&b);
	return refused;
}

static bool
with_value(size_t n)
{
	struct iw_buf b = IW_BUF_INIT;
	bool refused;

	iw_buf_str(&b, "<a b='");
	repeat(&b, "x", n);
	iw_buf_str(&b, "'/>");
	refused = limited(&b, "longer than 4096 bytes");
	iw_buf_release(&b);
	return refused;
}

static void
test_limits(void)
{
	ok(!deep(100, false));
	ok(deep(101, false));
	ok(!deep(100, true));
	ok(deep(101, true));
	ok(!with_attributes(256));
	ok(with_attributes(257));
	ok(!with_elements(200000));
	ok(with_elements(200001));
	ok(!with_value(4096));
	ok(with_value(4097));
}

static void
test_refused(void)
{
	static const struct {
		const char *bytes;
		size_t len;
		enum iw_xml_kind kind;
		const char *why;
		uint32_t from, to;
	} table[] = {
		{ "\xff\xfe<\0a\0", 6, IW_XML_ENCODING, "UTF-16", 0, 2 },
		{ "\xfe\xff\0<\0a", 6, IW_XML_ENCODING, "UTF-16", 0, 2 },
		{ "<\0a\0", 4, IW_XML_ENCODING, "UTF-16", 0, 2 },
		{ "\0<\0a", 4, IW_XML_ENCODING, "UTF-16", 0, 2 },
		{ "\x1f\x8b\x08", 3, IW_XML_ENCODING, "gzip", 0, 2 },
		{ "BZh91AY", 7, IW_XML_ENCODING, "bzip2", 0, 3 },
		{ "\xfd" "7zXZ\0", 6, IW_XML_ENCODING, "xz", 0, 5 },
		{ "\x28\xb5\x2f\xfd", 4, IW_XML_ENCODING, "zstd", 0, 4 },
		{ "PK\3\4", 4, IW_XML_ENCODING, "ZIP", 0, 4 },
		{ "<?xml version='1.0' encoding='ISO-8859-1'?><a/>", 47, IW_XML_ENCODING, "another encoding", 30, 40 },
		{ "<?xml version='1.0' encoding=\"UTF-16\"?><a/>", 43, IW_XML_ENCODING, "another encoding", 30, 36 },
		{ "<?xml version='1.0' encoding='UTF-7'?><a/>", 42, IW_XML_ENCODING, "another encoding", 30, 35 },
		{ "<!DOCTYPE a><a/>", 16, IW_XML_DOCTYPE, "document type", 0, 12 },
		{ "\n<!doctype a", 12, IW_XML_DOCTYPE, "document type", 1, 12 },
		{ "<a><!ENTITY x 'y'></a>", 22, IW_XML_DOCTYPE, "document type", 3, 18 },
		{ "<!-- --><!DOCTYPE a [<!ENTITY x 'y'>]><a/>", 42, IW_XML_DOCTYPE, "document type", 8, 36 },
		{ "<![INCLUDE[x]]><a/>", 19, IW_XML_DOCTYPE, "document type", 0, 15 },
		{ "<a>\xe9</a>", 8, IW_XML_MALFORMED, "valid UTF-8", 3, 4 },
		{ "<a>\xc0\x80</a>", 9, IW_XML_MALFORMED, "valid UTF-8", 3, 4 },
		{ "<a>\xed\xa0\x80</a>", 10, IW_XML_MALFORMED, "valid UTF-8", 3, 4 },
		{ "<a>12345678\xff</a>", 16, IW_XML_MALFORMED, "valid UTF-8", 11, 12 },
		{ "<a>\0</a>", 8, IW_XML_MALFORMED, "control character", 3, 4 },
		{ "<a>\x1b</a>", 8, IW_XML_MALFORMED, "control character", 3, 4 },
		{ "<a>long enough text \x01</a>", 25, IW_XML_MALFORMED, "control character", 20, 21 },
		{ "<a>\xc3\xa9\x1f</a>", 10, IW_XML_MALFORMED, "control character", 5, 6 },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct iw_scan s;

		scan(&s, table[i].bytes, table[i].len);
		if (!ok_named(s.refused && s.kind == table[i].kind && strstr(s.why, table[i].why), table[i].why))
			printf("# row %zu: %s\n", i, s.refused ? s.why : "not refused");
		is_num(s.from, table[i].from);
		is_num(s.to, table[i].to);
		iw_scan_release(&s);
	}
}

static void
test_accepted(void)
{
	static const char *const table[] = {
		"<?xml version='1.0' encoding='utf-8'?><a/>", "<?xml version='1.0' encoding='us-ascii'?><a/>", "<?xml version='1.0'?><a/>",
		"<a>tab\tcr\r\nlf\n</a>", "<a encoding='x'/>", "<a><!-- <!DOCTYPE a> --></a>", "<a><![CDATA[<!DOCTYPE a>]]></a>", "<a>\x7f\xef\xbf\xbd</a>",
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct iw_scan s;

		scan(&s, table[i], strlen(table[i]));
		ok_named(!s.refused, table[i]);
		iw_scan_release(&s);
	}
}

int
main(void)
{
	test_ranges();
	test_broken();
	test_attributes();
	test_limits();
	test_refused();
	test_accepted();
	return done();
}
