/* SPDX-License-Identifier: Apache-2.0 */
#include "xml/xslt.h"

#include <libxml/uri.h>
#include <libxml/xpathInternals.h>
#include <libxslt/documents.h>
#include <libxslt/extensions.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/path.h"
#include "xml/functions.h"
#include "xml/parse.h"

enum { DEEPEST = 200, MOST_VARIABLES = 15000, MOST_OPERATIONS = 20000000 };

struct iw_xslt {
	xsltStylesheet *sheet;
};

/* What went wrong first, in a run or a compilation. */
struct trouble {
	struct iw_error *e;
	bool any;
};

/* A stylesheet of a plugin's folder, read as safely as any other file; its URL is its path, escaped. */
static xmlDoc *
read_sheet(const char *path, struct iw_error *e)
{
	struct iw_xml xml = IW_XML_INIT;
	xmlDoc *doc = NULL;

	if (iw_xml_read(&xml, path, e) == IW_OK && xml.doc) {
		doc = xml.doc;
		xml.doc = NULL;
		doc->URL = xmlURIEscapeStr((const xmlChar *)path, (const xmlChar *)"/");
	} else if (xml.problem_count) {
		(void)iw_fail(e, IW_UNUSABLE, "%s:%u:%u: %s", path, xml.problems[0].at.line, xml.problems[0].at.column,
		              xml.problems[0].message);
	}
	iw_xml_release(&xml);
	return doc;
}

/* Whether a stylesheet of the folder `own` may include one of `folder`: its own, or "share" beside it. */
static bool
is_reachable(const char *folder, const char *own)
{
	char *parent = iw_path_dir(own), *share = iw_path_join(parent, "share");
	bool reachable = strcmp(folder, own) == 0 || strcmp(folder, share) == 0;

	free(share);
	free(parent);
	return reachable;
}

/* A stylesheet of the program's own. It has no URL, so that what it includes is asked for by its bare name. */
static xmlDoc *
read_builtin(const struct iw_builtin *table, const char *name, struct iw_error *e)
{
	const struct iw_builtin *file = iw_builtin_find(table, name);
	struct iw_xml xml = IW_XML_INIT;
	xmlDoc *doc;

	if (file)
		iw_buf_add(&xml.bytes, file->data, file->len);
	iw_xml_parse(&xml);
	doc = xml.doc;
	xml.doc = NULL;
	if (doc)
		doc->_private = (void *)(uintptr_t)table;
	else
		(void)iw_fail(e, IW_FOUND, "%s: %s", name,
		              xml.problem_count ? xml.problems[0].message : "no such file");
	iw_xml_release(&xml);
	return doc;
}

/* xsl:include and xsl:import reach files of the same table or folder, or of "share" beside it; document() nothing. */
static xmlDoc *
load(const xmlChar *uri, xmlDict *dict, int options, void *context, xsltLoadType type)
{
	const xsltStylesheet *sheet = context;
	char *path, *base, *folder, *own;
	xmlDoc *doc = NULL;

	(void)dict;
	(void)options;
	if (type != XSLT_LOAD_STYLESHEET || !sheet || !sheet->doc)
		return NULL;
	if (sheet->doc->_private)
		return read_builtin(sheet->doc->_private, (const char *)uri, NULL);
	if (!sheet->doc->URL)
		return NULL;
	path = xmlURIUnescapeString((const char *)uri, 0, NULL);
	base = xmlURIUnescapeString((const char *)sheet->doc->URL, 0, NULL);
	folder = iw_path_dir(path);
	own = iw_path_dir(base);
	if (is_reachable(folder, own) && iw_path_has_suffix(path, ".xsl"))
		doc = read_sheet(path, NULL);
	free(folder);
	free(own);
	xmlFree(path);
	xmlFree(base);
	return doc;
}

__attribute__((format(printf, 2, 3))) static void
on_message(void *context, const char *fmt, ...)
{
	struct trouble *t = context;
	char text[512];
	va_list ap;
	size_t len;

	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	len = strlen(text);
	while (len && (text[len - 1] == '\n' || text[len - 1] == ' '))
		text[--len] = '\0';
	/* libxslt writes an error in pieces; the last one that says something tells most. */
	if (len)
		(void)iw_fail(t->e, IW_FOUND, "%s", text);
	t->any = true;
}

/* libxslt would print its stack of templates. */
static void
quiet(void *context, const char *fmt, ...)
{
	(void)context;
	(void)fmt;
}

/* Takes over the document, which may be NULL when `e` says why. */
static enum iw_status
compile(xmlDoc *doc, const char *name, struct iw_xslt **xslt, struct iw_error *e)
{
	struct trouble t = { e, false };
	xsltStylesheet *sheet = NULL;

	if (!doc)
		return IW_FOUND;
	xsltSetLoaderFunc(load);
	xsltSetGenericErrorFunc(&t, on_message);
	sheet = xsltParseStylesheetDoc(doc);
	xsltSetGenericErrorFunc(NULL, quiet);
	if (!sheet)
		xmlFreeDoc(doc);
	if (sheet && (sheet->errors || t.any)) {
		xsltFreeStylesheet(sheet);
		sheet = NULL;
	}
	if (!sheet)
		return t.any ? IW_FOUND : iw_fail(e, IW_FOUND, "%s: not a stylesheet", name);
	*xslt = iw_alloc(1, sizeof **xslt);
	(*xslt)->sheet = sheet;
	return IW_OK;
}

enum iw_status
iw_xslt_load(const char *folder, const char *name, struct iw_xslt **xslt, struct iw_error *e)
{
	char *real = realpath(folder, NULL); /* as libxml2 names what is included: without "." and ".." */
	char *path = iw_path_join(real ? real : folder, name);
	enum iw_status status = compile(read_sheet(path, e), path, xslt, e);

	free(path);
	free(real);
	return status;
}

enum iw_status
iw_xslt_load_builtin(const struct iw_builtin *table, const char *name, struct iw_xslt **xslt, struct iw_error *e)
{
	return compile(read_builtin(table, name, e), name, xslt, e);
}

void
iw_xslt_free(struct iw_xslt *xslt)
{
	if (xslt)
		xsltFreeStylesheet(xslt->sheet);
	free(xslt);
}

/* A run that cannot leave its cage and cannot go on for ever. */
static xsltTransformContext *
new_run(struct iw_xslt *xslt, xmlDoc *doc, const struct iw_xslt_host *host, struct trouble *t)
{
	xsltTransformContext *run = xsltNewTransformContext(xslt->sheet, doc);

	xsltSetCtxtSecurityPrefs(xsltGetDefaultSecurityPrefs(), run);
	xsltSetTransformErrorFunc(run, t, on_message);
	run->maxTemplateDepth = DEEPEST;
	run->maxTemplateVars = MOST_VARIABLES;
	run->opLimit = MOST_OPERATIONS;
	run->xpathCtxt->opLimit = MOST_OPERATIONS;
	run->_private = (void *)(uintptr_t)host;
	iw_xslt_add_functions(run);
	return run;
}

static enum iw_status
save(const struct iw_xslt *xslt, xmlDoc *result, struct iw_buf *out, struct iw_error *e)
{
	xmlChar *bytes = NULL;
	int len = 0;

	if (xsltSaveResultToString(&bytes, &len, result, xslt->sheet) != 0)
		return iw_fail(e, IW_FOUND, "the result of the stylesheet cannot be written");
	if (bytes)
		iw_buf_add(out, bytes, (size_t)len);
	xmlFree(bytes);
	return IW_OK;
}

enum iw_status
iw_xslt_apply(struct iw_xslt *xslt, const xmlDoc *doc, const char *const *params, const struct iw_xslt_host *host,
              struct iw_buf *out, struct iw_error *e)
{
	struct trouble t = { e, false };
	enum iw_status status = IW_FOUND;
	/* libxslt strips white space in the input when the stylesheet asks for it: it gets a copy. */
	xmlDoc *input = xmlCopyDoc((xmlDoc *)(uintptr_t)doc, 1), *result;
	xsltTransformContext *run = new_run(xslt, input, host, &t);

	for (size_t i = 0; params && params[i]; i += 2)
		xsltQuoteOneUserParam(run, (const xmlChar *)params[i], (const xmlChar *)params[i + 1]);
	result = xsltApplyStylesheetUser(xslt->sheet, input, NULL, NULL, NULL, run);
	if (result && run->state == XSLT_STATE_OK && !t.any)
		status = save(xslt, result, out, e);
	else if (!t.any)
		(void)iw_fail(e, IW_FOUND, "the stylesheet was stopped");
	xmlFreeDoc(result);
	xsltFreeTransformContext(run);
	xmlFreeDoc(input);
	return status;
}
