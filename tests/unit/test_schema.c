/* SPDX-License-Identifier: Apache-2.0 */
/* The built-in schemas: each compiles; what is a bank and what is none. */
#include "base/builtin.h"
#include "scratch.h"
#include "tap.h"
#include "xml/init.h"
#include "xml/node.h"
#include "xml/schema.h"

static struct iw_validator *validator;

static void
test_compile(void)
{
	size_t n = 0;

	for (const struct iw_builtin *b = iw_builtin_schemas; b->name; b++, n++) {
		struct iw_error e = { "" };
		struct iw_schema *s = iw_schema_new(b->name, &e);

		ok_named(s != NULL, b->name);
		is_str(e.text, "");
		iw_schema_free(s);
	}
	ok(n >= 9);
}

/* The problems of a document, "LINE:COLUMN MESSAGE" each. */
static void
problems(const char *text, struct iw_buf *out)
{
	struct iw_xml xml = IW_XML_INIT;

	iw_buf_str(&xml.bytes, text);
	iw_xml_parse(&xml);
	if (xml.doc)
		iw_validate(validator, &xml);
	for (size_t i = 0; i < xml.problem_count; i++) {
		struct iw_span at = xml.problems[i].at;

		iw_buf_printf(out, "%s%u:%u-%u:%u %s", i ? "\n" : "", at.line, at.column, at.end_line, at.end_column,
		              xml.problems[i].message);
	}
	iw_xml_release(&xml);
}

#define ITEM(attributes, content) "<item xmlns='urn:itemwright:1' " attributes ">" content "</item>"
#define STEM "<stem><p>x</p></stem>"
#define CHOICE "<multiple-choice><key>a</key><distractor>b</distractor></multiple-choice>"
#define EXAM(domains, types)                                                                                                    \
	"<exam xmlns='urn:itemwright:1' id='e' version='1'><title>t</title><blueprint scored='1'>" domains "</blueprint>"       \
	"<item-types>" types "</item-types></exam>"
#define DOMAIN "<domain id='d' weight='100'><title>t</title></domain>"

static void
test_valid(void)
{
	static const char *const table[] = {
		ITEM("id='a' domain='d'", STEM CHOICE),
		ITEM("id='a' domain='d' task='1.1' skill='s' status='retired' xml:lang='pt-BR'",
		     STEM CHOICE "<rationale>r</rationale><reference href='https://a/'>t</reference><enemy ref='b'/><statistics p='0.5'/>"),
		ITEM("id='a' domain='d'", STEM "<multiple-response shuffle='no'><key id='x'>a<rationale>r</rationale></key></multiple-response>"),
		ITEM("id='a' domain='d'", STEM "<ordering><step>1</step><distractor>2</distractor><step>3</step></ordering>"),
		ITEM("id='a' domain='d'", STEM "<matching><prompt match='r'>p</prompt><response id='r'>x</response></matching>"),
		ITEM("id='a' domain='d'", "<stem><p>a <em>b <strong>c</strong></em><br/><code language='c'>d</code></p><pre>e</pre><ul><li>f</li></ul>"
		     "<table><tr><th scope='col'>g</th></tr></table><blockquote>h</blockquote><figure><img src='media/a.png' alt=''/></figure></stem>" CHOICE),
		ITEM("id='a' domain='d'", "<stem><p><math xmlns='http://www.w3.org/1998/Math/MathML'><mi>x</mi></math></p></stem>" CHOICE),
		"<items xmlns='urn:itemwright:1'><item id='a' domain='d'>" STEM CHOICE "</item></items>",
		"<items xmlns='urn:itemwright:1'/>",
		EXAM(DOMAIN, "<multiple-choice keys='1' distractors='3'/><matching prompts='3..7'/><ordering steps='..5'/><multiple-response keys='2..'/>"),
		"<form xmlns='urn:itemwright:1' id='A' exam='e' version='1' seed='18446744073709551615'><title>t</title><item ref='a' scored='no'/></form>",
		ITEM("id='a' domain='d' xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:schemaLocation='urn:itemwright:1 /etc/passwd'", STEM CHOICE),
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct iw_buf got = IW_BUF_INIT;

		problems(table[i], &got);
		if (!is_str(got.data, ""))
			tap_show("of", table[i]);
		iw_buf_release(&got);
	}
}

/* What is wrong is told in one message that holds `says`, at `at`. */
static void
test_invalid(void)
{
	static const struct {
		const char *xml, *at, *says;
	} table[] = {
		{ ITEM("id='a'", STEM CHOICE), "1:1-1:39", "'domain' is required" },
		{ ITEM("id='a b' domain='d'", STEM CHOICE), "1:36-1:39", "pattern" },
		{ ITEM("id='a' domain='d' status='done'", STEM CHOICE), "1:58-1:62", "'draft', 'review', 'approved', 'retired'" },
		{ ITEM("id='a' domain='d' colour='red'", STEM CHOICE), "1:58-1:61", "'colour' is not allowed" },
		{ ITEM("id='a' domain='d'\nxml:lang='!'", STEM CHOICE), "2:11-2:12", "xs:language" },
		{ ITEM("id='a' domain='d'", "\n " CHOICE), "2:2-2:19", "Expected is ( stem )" },
		{ ITEM("id='a' domain='d'", STEM), "1:1-1:50", "Missing child" },
		{ ITEM("id='a' domain='d'", STEM CHOICE CHOICE), "", "not expected" },
		{ ITEM("id='a' domain='d'", "<stem>\n\xc3\xa9 x</stem>" CHOICE), "", "Character content" },
		{ ITEM("id='a' domain='d'", "<stem><p>\xc3\xa9<script/></p></stem>" CHOICE), "1:60-1:69", "script" },
		{ ITEM("id='a' domain='d'", "<stem><p><a href='javascript:x'>b</a></p></stem>" CHOICE), "1:68-1:80", "pattern" },
		{ ITEM("id='a' domain='d'", STEM CHOICE "<statistics p='1.1'/>"), "", "1" },
		{ ITEM("id='a' domain='d'", STEM "<matching><prompt>p</prompt></matching>"), "", "'match' is required" },
		{ EXAM(DOMAIN, "<multiple-choice keys='x'/>"), "", "pattern" },
		{ EXAM("", ""), "", "domain" },
		{ EXAM("<domain id='d' weight='101'><title>t</title></domain>", ""), "", "100" },
		{ "<form xmlns='urn:itemwright:1' id='A' exam='e' version='1' seed='-1'><title>t</title></form>", "1:66-1:68", "-1" },
		{ "<item id='a' domain='d'/>", "1:1-1:26", "No matching global declaration" },
		{ "<other xmlns='urn:itemwright:1'/>", "1:1-1:34", "No matching global declaration" },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct iw_buf got = IW_BUF_INIT;

		problems(table[i].xml, &got);
		if (!ok_named(strstr(got.data, table[i].says) && strncmp(got.data, table[i].at, strlen(table[i].at)) == 0, table[i].says)) {
			tap_show("got ", got.data);
			tap_show("at  ", table[i].at);
		}
		ok(!strstr(got.data, "{urn:itemwright:1}"));
		iw_buf_release(&got);
	}
}

/* A schema that a document names is not loaded: it would make the document valid. */
static void
test_locations(void)
{
	struct iw_buf text = IW_BUF_INIT, got = IW_BUF_INIT;

	scratch_write("own.xsd", "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='own'/></xs:schema>");
	iw_buf_printf(&text, "<own xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:noNamespaceSchemaLocation='%s'/>", scratch_path("own.xsd"));
	problems(text.data, &got);
	ok(strstr(got.data, "No matching global declaration"));
	iw_buf_release(&got);
	iw_buf_release(&text);
}

/* A file that is all wrong does not flood. */
static void
test_many(void)
{
	struct iw_buf text = IW_BUF_INIT, got = IW_BUF_INIT;
	size_t lines = 1;

	iw_buf_str(&text, "<items xmlns='urn:itemwright:1'>");
	for (int i = 0; i < 500; i++)
		iw_buf_str(&text, "<item/>");
	iw_buf_str(&text, "</items>");
	problems(text.data, &got);
	for (const char *s = got.data; (s = strchr(s, '\n')) != NULL; s++)
		lines++;
	is_num(lines, 100);
	iw_buf_release(&got);
	iw_buf_release(&text);
}

static void
test_holds(void)
{
	struct iw_error e = { "left over" };
	struct iw_schema *s = iw_schema_new("compiled-form.xsd", &e);
	xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
	xmlNode *root = xmlNewNode(NULL, (const xmlChar *)"compiled-form");

	xmlDocSetRootElement(doc, root);
	xmlSetNs(root, xmlNewNs(root, (const xmlChar *)IW_NS, NULL));
	is_num(iw_schema_holds(s, doc, &e), IW_SYSTEM);
	ok(strstr(e.text, "internal error") && strstr(e.text, "compiled-form"));
	xmlFreeDoc(doc);
	iw_schema_free(s);
}

int
main(void)
{
	struct iw_schema *schema;
	struct iw_error e;

	iw_xml_init();
	scratch_make();
	test_compile();
	schema = iw_schema_new("itemwright.xsd", &e);
	validator = iw_validator_new(schema);
	test_valid();
	test_invalid();
	test_locations();
	test_many();
	test_holds();
	iw_validator_free(validator);
	iw_schema_free(schema);
	return done();
}
