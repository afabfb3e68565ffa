/* SPDX-License-Identifier: Apache-2.0 */
/* Copying the text of items: what is shown comes along, in one shape, and nothing else. */
#include "base/mem.h"
#include "compile/content.h"
#include "tap.h"
#include "xml/init.h"
#include "xml/node.h"
#include "xml/parse.h"

/* What a copy of <name>content</name> of our namespace looks like, its outermost element left out. */
static char *
copied(const char *name, const char *content)
{
	struct iw_xml xml = IW_XML_INIT;
	struct iw_medium medium = { .name = (char[]){ "m1.png" }, .source = (char[]){ "media/key.png" } };
	struct iw_media media = { &medium, 1, 1 };
	xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
	xmlNode *to = xmlNewNode(NULL, (const xmlChar *)"to");
	struct iw_buf out = IW_BUF_INIT;
	xmlBuffer *text = xmlBufferCreate();

	iw_buf_printf(&xml.bytes, "<%s xmlns='urn:itemwright:1' xmlns:x='urn:x' xmlns:m='http://www.w3.org/1998/Math/MathML'>%s</%s>", name, content, name);
	iw_xml_parse(&xml);
	if (!xml.doc)
		printf("Bail out! %s\n", xml.problems[0].message), exit(1);
	xmlDocSetRootElement(doc, to);
	xmlSetNs(to, xmlNewNs(to, (const xmlChar *)IW_NS, NULL));
	iw_content_copy(to, xmlDocGetRootElement(xml.doc), &media);
	for (xmlNode *n = to->children; n; n = n->next) {
		/* Two text nodes side by side would be another shape that looks the same. */
		if (n->next && n->type == XML_TEXT_NODE && n->next->type == XML_TEXT_NODE)
			xmlBufferCCat(text, "[text]");
		xmlNodeDump(text, doc, n, 0, 0);
	}
	iw_buf_str(&out, (const char *)xmlBufferContent(text));
	xmlBufferFree(text);
	xmlFreeDoc(doc);
	iw_xml_release(&xml);
	return out.len ? out.data : iw_strdup("");
}

static void
is_copy(const char *name, const char *content, const char *want)
{
	char *got = copied(name, content);

	if (!is_str(got, want))
		tap_show("of", content);
	free(got);
}

/* Options that a candidate sees alike are alike, however they are written. */
static void
test_options_alike(void)
{
	static const char *const groups[][8] = {
		{ "Use x.", " Use x. ", "\n\tUse\n x.\n", "Use x.\n  <rationale>because</rationale>\n", "Use x.<rationale><p>because</p></rationale>",
		  "<!-- key --> Use <!-- y -->x. <?itemwright allow='z'?>", "<![CDATA[Use ]]>x&#46;", "&#85;se &#9;x." },
		{ "a <em>b</em> c", "a <em> b</em> <!-- x --> c", "a <em>b</em> c <rationale/>" },
		{ "<p>a</p>", " <p>a</p> ", "\n<p> a </p>\n<rationale>b</rationale>", "<!-- x --><p>a<!-- y --></p>" },
		{ "a <code>b</code>", "a <code>b</code> ", "a <code>b </code>", "a <code> b </code> <rationale>c</rationale>" },
		{ "a<br/>b", " a<br/> b ", "a<br/>\nb\n<rationale/>" },
		{ "a<img src='media/key.png'/>", "a<img src='media/key.png'> </img> \n<rationale/>" },
	};

	for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
		char *first = copied("key", groups[i][0]);

		for (size_t j = 1; j < 8 && groups[i][j]; j++)
			is_copy(j % 2 ? "distractor" : "key", groups[i][j], first);
		free(first);
	}
}

static void
test_copies(void)
{
	static const char *const table[][3] = {
		{ "key", "", "" },
		{ "key", " ", "" },
		{ "key", "Use x.", "Use x." },
		{ "key", "&lt;b&gt; &amp; \"c\"", "&lt;b&gt; &amp; \"c\"" },
		{ "key", "a <em>b  <strong> c</strong></em> d", "a <em>b <strong>c</strong></em> d" },
		{ "key", "a<em> b</em> c", "a<em> b</em> c" },
		{ "key", "a <em> b </em> c", "a <em>b </em>c" },
		{ "key", "a<br/> b", "a<br/>b" },
		{ "key", "\xc2\xa0" "a\xc2\xa0", "\xc2\xa0" "a\xc2\xa0" },
		{ "key", "x<sub>i</sub><sup>2</sup>", "x<sub>i</sub><sup>2</sup>" },
		{ "key", "<code language='c'>int  x</code>", "<code language=\"c\">int x</code>" },
		{ "key", "<span xml:lang='ar' dir='rtl'>x</span>", "<span dir=\"rtl\" xml:lang=\"ar\">x</span>" },
		{ "key", "<a href='https://a/'>x</a>", "<a href=\"https://a/\">x</a>" },
		{ "key", "<note>x</note>", "<note>x</note>" },
		/* What stays behind. */
		{ "key", "<em id='secret' class='key' x:y='z'>a</em>", "<em>a</em>" },
		{ "key", "<x:p>secret</x:p>a<script>secret</script>", "a" },
		{ "key", "a<rationale>secret <em>b</em></rationale>", "a" },
		{ "key", "<p>a<rationale>secret</rationale></p>", "<p>a</p>" },
		{ "key", "<!-- secret -->a<?secret secret?>", "a" },
		{ "key", "<img src='media/key.png' alt='A' width='3' height='4' title='secret' id='secret'/>",
		  "<img src=\"m1.png\" alt=\"A\" width=\"3\" height=\"4\"/>" },
		{ "key", "<img src='media/other.png' alt='A'/>", "<img alt=\"A\"/>" },
		/* Blocks, and text beside blocks. */
		{ "key", "<p>a</p><p> b </p>", "<p>a</p><p>b</p>" },
		{ "key", "a <p>b</p> c", "<p>a</p><p>b</p><p>c</p>" },
		{ "key", " a <em>b</em> <ul> <li> c </li> </ul> <!-- --> ", "<p>a <em>b</em></p><ul><li>c</li></ul>" },
		{ "key", "<ul><li>a<p>b</p></li><li> <p>c</p> </li></ul>", "<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>" },
		{ "key", "<blockquote>a <rationale>x</rationale><p>b</p></blockquote>", "<blockquote><p>a</p><p>b</p></blockquote>" },
		{ "stem", "\n <p> a </p>\n <p>b</p>\n", "<p>a</p><p>b</p>" },
		{ "stem", "text<p>a</p>", "<p>a</p>" },
		{ "stem", "<table> <caption> c </caption> <tr> <th scope='col' colspan='2' id='x'> a </th> <td align='end'>b <em>c</em></td> </tr> </table>",
		  "<table><caption>c</caption><tr><th colspan=\"2\" scope=\"col\">a</th><td align=\"end\">b <em>c</em></td></tr></table>" },
		{ "stem", "<figure> <img src='media/key.png'/> <figcaption> a </figcaption> </figure>", "<figure><img src=\"m1.png\"/><figcaption>a</figcaption></figure>" },
		/* White space is kept in pre, but for the markup's own. */
		{ "stem", "<pre language='c'>\n  a\n\n   b  c\n </pre>", "<pre language=\"c\">  a\n\n   b  c</pre>" },
		{ "stem", "<pre><code>a\n b</code></pre>", "<pre><code>a\n b</code></pre>" },
		{ "stem", "<pre>a <em>  b</em>  c<!-- x -->d</pre>", "<pre>a <em>  b</em>  cd</pre>" },
		/* Formulas. */
		{ "key", "a <m:math display='inline' id='x'> <m:mi> x </m:mi> <m:mo>&lt;</m:mo> </m:math> b",
		  "a <math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"inline\"><mi>x</mi><mo>&lt;</mo></math> b" },
		{ "key", "<m:math><m:semantics><m:mrow><m:mi>x</m:mi></m:mrow><m:annotation encoding='TeX'>secret</m:annotation></m:semantics></m:math>",
		  "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mrow><mi>x</mi></mrow></math>" },
		{ "key", "<m:math><m:mtext>a <!-- secret --> b</m:mtext><m:annotation-xml>secret</m:annotation-xml></m:math>",
		  "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mtext>a b</mtext></math>" },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		is_copy(table[i][0], table[i][1], table[i][2]);
}

int
main(void)
{
	iw_xml_init();
	test_options_alike();
	test_copies();
	return done();
}
