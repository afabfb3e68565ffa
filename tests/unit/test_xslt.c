/* SPDX-License-Identifier: Apache-2.0 */
/* Stylesheets under lock: what they may do works, the rest is refused and leaves nothing. */
#include "scratch.h"
#include "tap.h"
#include "xml/init.h"
#include "xml/xslt.h"

static struct iw_buf picture;
static xmlDoc *input;

static const struct iw_buf *
media(void *context, const char *name, const char **type)
{
	(void)context;
	*type = "image/png";
	return strcmp(name, "m1.png") == 0 ? &picture : NULL;
}

static enum iw_status
file(void *context, const char *name, struct iw_buf *text, struct iw_error *e)
{
	static const struct {
		const char *name, *text;
	} table[] = {
		{ "page.js", "if (a < b && c) d = '\xc3\xa9\xe4\xb8\xad'\n\t]]>\n" },
		{ "empty.js", "" },
		{ "latin.js", "caf\xe9" },
		{ "dos.js", "a\r\nb" },
		{ "bell.js", "a\x07" },
		{ "mark.js", "\xef\xbb\xbf" "a" },
		{ "half.js", "a\xef\xbf\xbe" },
	};

	(void)context;
	if (strcmp(name, "open.js") == 0)
		return iw_fail(e, IW_UNUSABLE, "open.js may be written by anyone");
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		if (strcmp(name, table[i].name) == 0) {
			iw_buf_str(text, table[i].text);
			return IW_OK;
		}
	return iw_fail(e, IW_FOUND, "there is no file '%s'", name);
}

/* A stylesheet around `body`, which gives text. */
static void
write_sheet(const char *name, const char *top, const char *body)
{
	char text[8192];

	snprintf(text, sizeof text,
	         "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' xmlns:iw='urn:itemwright:xslt:1' "
	         "xmlns:exsl='http://exslt.org/common' xmlns:dyn='http://exslt.org/dynamic' xmlns:str='http://exslt.org/strings' "
	         "xmlns:saxon='http://icl.com/saxon' xmlns:xalan='org.apache.xalan.xslt.extensions.Redirect' "
	         "xmlns:date='http://exslt.org/dates-and-times' xmlns:crypto='http://exslt.org/crypto' xmlns:php='http://php.net/xsl' "
	         "xmlns:test='http://xmlsoft.org/XSLT/namespace' exclude-result-prefixes='iw' extension-element-prefixes='exsl saxon xalan test'>"
	         "%s<xsl:output method='text'/><xsl:template match='/'>%s</xsl:template></xsl:stylesheet>",
	         top, body);
	scratch_write(name, text);
}

static enum iw_status
run(const char *name, const char *const *params, struct iw_buf *out, struct iw_error *e)
{
	const struct iw_xslt_host host = { NULL, media, file };
	struct iw_xslt *xslt = NULL;
	enum iw_status status = iw_xslt_load(scratch_path("sheets"), name, &xslt, e);

	if (status == IW_OK)
		status = iw_xslt_apply(xslt, input, params, &host, out, e);
	iw_xslt_free(xslt);
	return status;
}

static void
test_good(void)
{
	static const char *const params[] = { "colour", "it's \"red\"", "count", "1+1", NULL };
	static const struct {
		const char *top, *body, *result;
	} table[] = {
		{ "", "<xsl:value-of select='/a/b'/>", "text" },
		{ "", "<xsl:value-of select=\"iw:data-uri('m1.png')\"/>", "data:image/png;base64,UE5HAA==" },
		{ "", "<xsl:value-of select=\"iw:file('page.js')\"/>", "if (a < b && c) d = '\xc3\xa9\xe4\xb8\xad'\n\t]]>\n" },
		{ "", "<xsl:value-of select=\"iw:file('empty.js')\"/>", "" },
		{ "", "<xsl:value-of select=\"iw:file('page.js', 'none')\"/>", "if (a < b && c) d = '\xc3\xa9\xe4\xb8\xad'\n\t]]>\n" },
		{ "", "<xsl:value-of select=\"iw:file('absent.js', 'none')\"/>", "none" },
		{ "", "<xsl:value-of select=\"iw:sha256('abc')\"/>", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=" },
		{ "", "<xsl:value-of select=\"iw:sha256('')\"/>", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=" },
		{ "", "<xsl:value-of select=\"iw:sha256('\xc3\xa9')\"/>", "SplVfkAzw1Od4utlRyAXytX5VX96BiWgnxw/biumnEw=" },
		{ "<xsl:variable name='v'>a<xsl:text>bc</xsl:text></xsl:variable>", "<xsl:value-of select='iw:sha256($v)'/>", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=" },
		{ "<xsl:include href='../share/common.xsl'/>", "<xsl:call-template name='common'/>", "common" },
		{ "<xsl:param name='colour'/><xsl:param name='count'/>", "<xsl:value-of select='$colour'/>|<xsl:value-of select='$count'/>", "it's \"red\"|1+1" },
		{ "<xsl:include href='part.xsl'/>", "<xsl:call-template name='part'/>", "part" },
		{ "<xsl:import href='part.xsl'/>", "<xsl:call-template name='part'/>", "part" },
		{ "<xsl:strip-space elements='*'/>", "<xsl:value-of select='count(//text())'/>", "1" },
		{ "", "<xsl:for-each select='//b'><xsl:sort select='.'/>x</xsl:for-each>", "x" },
	};

	scratch_write("sheets/part.xsl", "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
	                                 "<xsl:template name='part'>part</xsl:template></xsl:stylesheet>");
	scratch_write("share/common.xsl", "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
	                                  "<xsl:include href='more.xsl'/></xsl:stylesheet>");
	scratch_write("share/more.xsl", "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
	                                "<xsl:template name='common'>common</xsl:template></xsl:stylesheet>");
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct iw_buf out = IW_BUF_INIT;
		struct iw_error e = { "" };

		write_sheet("sheets/good.xsl", table[i].top, table[i].body);
		iw_buf_str(&out, "=");
		if (!is_num(run("good.xsl", params, &out, &e), IW_OK))
			tap_show("why", e.text);
		is_str(out.data + 1, table[i].result);
		iw_buf_release(&out);
	}
	/* The input is as it was, though a stylesheet asked for its white space to go. */
	ok(input->children->children->type == XML_TEXT_NODE);
}

static const struct refused {
	const char *what, *top, *body, *why; /* NULL: any reason */
} refused[] = {
	{ "document()", "", "<xsl:copy-of select=\"document('SECRET')\"/>", NULL },
	{ "document() of the stylesheet", "", "<xsl:copy-of select=\"document('')\"/><xsl:value-of select=\"document('part.xsl')\"/>", NULL },
	{ "document() of the network", "", "<xsl:copy-of select=\"document('http://127.0.0.1:9/')\"/>", NULL },
	{ "document() of a built-in schema", "", "<xsl:copy-of select=\"document('itemwright:/schemas/item.xsd')\"/>", NULL },
	{ "xsl:document", "", "<xsl:document href='TARGET'>x</xsl:document>", NULL },
	{ "exsl:document", "", "<exsl:document href='TARGET'>x</exsl:document>", NULL },
	{ "saxon:output", "", "<saxon:output file='TARGET'>x</saxon:output>", NULL },
	{ "xalan:write", "", "<xalan:write select=\"'TARGET'\">x</xalan:write>", NULL },
	{ "xsl:result-document", "", "<xsl:result-document href='TARGET'>x</xsl:result-document>", NULL },
	{ "endless recursion", "<xsl:template name='r'><xsl:call-template name='r'/></xsl:template>", "<xsl:call-template name='r'/>", NULL },
	{ "endless recursion of variables", "<xsl:template name='r'><xsl:param name='p'/><xsl:call-template name='r'><xsl:with-param name='p' select='$p + 1'/></xsl:call-template></xsl:template>",
	  "<xsl:call-template name='r'><xsl:with-param name='p' select='1'/></xsl:call-template>", NULL },
	{ "endless apply-templates", "<xsl:template match='b'><xsl:apply-templates select='.'/></xsl:template>", "<xsl:apply-templates select='//b'/>", NULL },
	{ "terminate", "", "<xsl:message terminate='yes'>stop <xsl:value-of select='1+1'/></xsl:message>", "stop 2" },
	{ "a message", "", "x<xsl:message>beware</xsl:message>", "beware" },
	{ "unknown function", "", "<xsl:value-of select=\"php:function('x')\"/>", NULL },
	{ "dyn:evaluate", "", "<xsl:value-of select=\"dyn:evaluate('1')\"/>", NULL },
	{ "str:tokenize", "", "<xsl:value-of select=\"str:tokenize('a b')\"/>", NULL },
	{ "date:date", "", "<xsl:value-of select='date:date()'/>", NULL },
	{ "crypto:md5", "", "<xsl:value-of select=\"crypto:md5('x')\"/>", NULL },
	{ "unknown picture", "", "<xsl:value-of select=\"iw:data-uri('m2.png')\"/>", "there is no picture 'm2.png'" },
	{ "data-uri without a name", "", "<xsl:value-of select='iw:data-uri()'/>", NULL },
	{ "unknown file", "", "<xsl:value-of select=\"iw:file('absent.js')\"/>", "there is no file 'absent.js'" },
	{ "a file that may not be read", "", "<xsl:value-of select=\"iw:file('open.js')\"/>", "open.js may be written by anyone" },
	{ "the same with something instead", "", "<xsl:value-of select=\"iw:file('open.js', 'x')\"/>", "open.js may be written by anyone" },
	{ "a file of Latin-1", "", "<xsl:value-of select=\"iw:file('latin.js')\"/>", "'latin.js' is not UTF-8" },
	{ "a file of DOS", "", "<xsl:value-of select=\"iw:file('dos.js', 'x')\"/>", "U+000D" },
	{ "a file that rings", "", "<xsl:value-of select=\"iw:file('bell.js')\"/>", "U+0007" },
	{ "a file with a byte order mark", "", "<xsl:value-of select=\"iw:file('mark.js')\"/>", "U+FEFF" },
	{ "a file with what is no character", "", "<xsl:value-of select=\"iw:file('half.js')\"/>", "U+FFFE" },
	{ "file without a name", "", "<xsl:value-of select='iw:file()'/>", NULL },
	{ "file with too much", "", "<xsl:value-of select=\"iw:file('page.js', '', '')\"/>", NULL },
	{ "sha256 of nothing", "", "<xsl:value-of select='iw:sha256()'/>", NULL },
	{ "sha256 of two", "", "<xsl:value-of select=\"iw:sha256('a', 'b')\"/>", NULL },
	{ "include from below the shared folder", "<xsl:include href='../share/sub/inside.xsl'/>", "x", NULL },
	{ "include through the shared folder", "<xsl:include href='../share/astray.xsl'/>", "x", NULL },
	{ "include of a shared folder elsewhere", "<xsl:include href='sub/share/common.xsl'/>", "x", NULL },
	{ "include from above", "<xsl:include href='../outside.xsl'/>", "x", NULL },
	{ "include from below", "<xsl:include href='sub/inside.xsl'/>", "x", NULL },
	{ "include by a long way", "<xsl:include href='sub/../../outside.xsl'/>", "x", NULL },
	{ "include by escapes", "<xsl:include href='%2e%2e/outside.xsl'/>", "x", NULL },
	{ "include by its URL", "<xsl:include href='file://FOLDER/outside.xsl'/>", "x", NULL },
	{ "import of what is not there", "<xsl:import href='none.xsl'/>", "x", NULL },
	{ "include of another kind of file", "<xsl:include href='part.txt'/>", "x", NULL },
	{ "include of itself", "<xsl:include href='bad.xsl'/>", "x", NULL },
	{ "an error of XPath", "", "<xsl:value-of select='1 +'/>", NULL },
	{ "an unknown variable", "", "<xsl:value-of select='$none'/>", NULL },
	{ "an unknown instruction", "", "<xsl:wrong/>", NULL },
	{ "a DOCTYPE", "<!DOCTYPE x>", "x", "document type" },
};

/* `s` with the names of our files put in. */
static void
fill(char *out, size_t size, const char *s)
{
	static const char *const names[][2] = { { "SECRET", "secret" }, { "TARGET", "target" }, { "FOLDER", "" } };
	struct iw_buf b = IW_BUF_INIT;

	while (*s) {
		size_t i = 0;

		while (i < 3 && strncmp(s, names[i][0], 6) != 0)
			i++;
		if (i < 3)
			iw_buf_str(&b, scratch_path(names[i][1]));
		else
			iw_buf_char(&b, *s);
		s += i < 3 ? 6 : 1;
	}
	snprintf(out, size, "%s", b.data);
	iw_buf_release(&b);
}

static void
test_refused(void)
{
	scratch_write("secret", "<secret>hunter2</secret>");
	scratch_write("outside.xsl", "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'/>");
	scratch_write("sheets/sub/inside.xsl", "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'/>");
	scratch_write("share/sub/inside.xsl", "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'/>");
	scratch_write("sheets/sub/share/common.xsl", "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'/>");
	scratch_write("share/astray.xsl", "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
	                                  "<xsl:include href='../outside.xsl'/></xsl:stylesheet>");
	scratch_write("sheets/part.txt", "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'/>");
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		struct iw_buf out = IW_BUF_INIT;
		struct iw_error e = { "" };
		char top[2048], body[2048];

		fill(top, sizeof top, refused[i].top);
		fill(body, sizeof body, refused[i].body);
		write_sheet("sheets/bad.xsl", top, body);
		ok_named(run("bad.xsl", NULL, &out, &e) != IW_OK, refused[i].what);
		is_str(out.data, "");
		if (!ok(e.text[0] && !strstr(e.text, "hunter2") && (!refused[i].why || strstr(e.text, refused[i].why))))
			tap_show("why", e.text);
		ok(access(scratch_path("target"), F_OK) != 0 && access(scratch_path("sheets/target"), F_OK) != 0);
		iw_buf_release(&out);
	}
}

static void
test_not_sheets(void)
{
	static const char *const table[] = { "<a/>", "<a", "", "<xsl:stylesheet xmlns:xsl='http://www.w3.org/1999/XSL/Transform'><xsl:template/></xsl:stylesheet>" };

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct iw_xslt *xslt = NULL;
		struct iw_error e = { "" };

		scratch_write("sheets/not.xsl", table[i]);
		ok_named(iw_xslt_load(scratch_path("sheets"), "not.xsl", &xslt, &e) != IW_OK && !xslt, table[i]);
		ok(e.text[0]);
	}
}

/* Loops within loops: 6^12 rounds would take hours; the limit on operations ends them. */
static void
test_for_ever(void)
{
	struct iw_buf out = IW_BUF_INIT, body = IW_BUF_INIT;
	struct iw_error e = { "" };

	for (int i = 0; i < 12; i++)
		iw_buf_str(&body, "<xsl:for-each select='//node()'>");
	iw_buf_str(&body, "<xsl:if test='count(//node()) = 0'>x</xsl:if>");
	for (int i = 0; i < 12; i++)
		iw_buf_str(&body, "</xsl:for-each>");
	write_sheet("sheets/ever.xsl", "", body.data);
	ok(run("ever.xsl", NULL, &out, &e) != IW_OK);
	is_str(out.data, "");
	ok(e.text[0]);
	iw_buf_release(&out);
	iw_buf_release(&body);
}

/* Where a plugin is installed is not for it to choose. */
static void
test_folders(void)
{
	static const char *const folders[] = { "a b", "a%20b", "\xc3\xa9#?", "x/./y/.." };

	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
		struct iw_buf out = IW_BUF_INIT;
		struct iw_error e = { "" };
		struct iw_xslt *xslt = NULL;
		char path[256];

		scratch_write("x/y/z", "");
		snprintf(path, sizeof path, "%s/main.xsl", folders[i]);
		write_sheet(path, "<xsl:include href='p.xsl'/>", "<xsl:call-template name='part'/>");
		snprintf(path, sizeof path, "%s/p.xsl", folders[i]);
		scratch_write(path, "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
		                    "<xsl:template name='part'>part</xsl:template></xsl:stylesheet>");
		if (!is_num(iw_xslt_load(scratch_path(folders[i]), "main.xsl", &xslt, &e), IW_OK))
			tap_show(folders[i], e.text);
		if (xslt)
			(void)iw_xslt_apply(xslt, input, NULL, &(struct iw_xslt_host){ NULL, media, NULL }, &out, &e);
		is_str(out.data, "part");
		iw_xslt_free(xslt);
		iw_buf_release(&out);
	}
}

/* Where the host has no files, there are none. */
static void
test_no_files(void)
{
	struct iw_buf out = IW_BUF_INIT;
	struct iw_error e = { "" };
	struct iw_xslt *xslt = NULL;

	write_sheet("sheets/files.xsl", "", "<xsl:value-of select=\"iw:file('page.js', 'x')\"/>");
	ok(iw_xslt_load(scratch_path("sheets"), "files.xsl", &xslt, &e) == IW_OK);
	ok(iw_xslt_apply(xslt, input, NULL, &(struct iw_xslt_host){ NULL, media, NULL }, &out, &e) != IW_OK);
	is_str(e.text, "file: there are no files here");
	iw_xslt_free(xslt);
	iw_buf_release(&out);
}

int
main(void)
{
	iw_xml_init();
	scratch_make();
	picture = (struct iw_buf)IW_BUF_INIT;
	iw_buf_add(&picture, "PNG\0", 4);
	input = xmlNewDoc((const xmlChar *)"1.0");
	xmlDocSetRootElement(input, xmlNewNode(NULL, (const xmlChar *)"a"));
	xmlNodeAddContent(input->children, (const xmlChar *)"\n ");
	xmlNewChild(input->children, NULL, (const xmlChar *)"b", (const xmlChar *)"text");
	test_good();
	test_refused();
	test_no_files();
	test_not_sheets();
	test_for_ever();
	test_folders();
	xmlFreeDoc(input);
	iw_buf_release(&picture);
	return done();
}
