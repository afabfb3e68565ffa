/* SPDX-License-Identifier: Apache-2.0 */
#include "xml/init.h"

#include <libxml/catalog.h>
#include <libxml/parser.h>
#include <libxml/xmlIO.h>
#include <libxml/xmlmemory.h>
#include <libxml/xmlschemastypes.h>
#include <libxslt/security.h>
#include <libxslt/xslt.h>
#include <stdlib.h>
#include <string.h>

#include "base/builtin.h"
#include "base/mem.h"
#include "xml/schema.h"

static void *
die_malloc(size_t size)
{
	void *p = malloc(size);

	if (!p && size)
		iw_out_of_memory();
	return p;
}

static void *
die_realloc(void *old, size_t size)
{
	void *p = realloc(old, size);

	if (!p && size)
		iw_out_of_memory();
	return p;
}

static char *
die_strdup(const char *s)
{
	return iw_strdup(s);
}

/* The only "files" that libxml2 can open: our own schemas, from within the program. */
static xmlParserInput *
load_builtin(const char *url, const char *id, xmlParserCtxt *ctxt)
{
	const struct iw_builtin *file;
	xmlParserInput *input;
	xmlParserInputBuffer *buffer;

	(void)id;
	if (!url || strncmp(url, IW_SCHEMA_URL, strlen(IW_SCHEMA_URL)) != 0)
		return NULL;
	file = iw_builtin_find(iw_builtin_schemas, url + strlen(IW_SCHEMA_URL));
	if (!file)
		return NULL;
	buffer = xmlParserInputBufferCreateMem(file->data, (int)file->len, XML_CHAR_ENCODING_NONE);
	input = xmlNewIOInputStream(ctxt, buffer, XML_CHAR_ENCODING_NONE);
	if (input)
		input->filename = (char *)xmlStrdup((const xmlChar *)url);
	return input;
}

static void
quiet(void *context, const char *fmt, ...)
{
	(void)context;
	(void)fmt;
}

/* A run reads no file. Compilation, which has no run, may ask for included stylesheets: the loader of
 * xslt.c, the only one there is, gives it those of its own folder. */
static int
only_to_compile(xsltSecurityPrefs *prefs, xsltTransformContext *run, const char *path)
{
	(void)prefs;
	(void)path;
	return run == NULL;
}

static void
forbid_in_stylesheets(void)
{
	static const xsltSecurityOption all[] = {
		XSLT_SECPREF_WRITE_FILE,
		XSLT_SECPREF_CREATE_DIRECTORY,
		XSLT_SECPREF_READ_NETWORK,
		XSLT_SECPREF_WRITE_NETWORK,
	};
	xsltSecurityPrefs *prefs = xsltNewSecurityPrefs();

	xsltSetSecurityPrefs(prefs, XSLT_SECPREF_READ_FILE, only_to_compile);
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		xsltSetSecurityPrefs(prefs, all[i], xsltSecurityForbid);
	xsltSetDefaultSecurityPrefs(prefs);
}

void
iw_xml_init(void)
{
	/* A failed malloc makes libxslt return wrong output with success: none may be survived. */
	xmlMemSetup(free, die_malloc, die_realloc, die_strdup);
	/* libxslt would dlopen extension modules from here. */
	unsetenv("LIBXSLT_PLUGINS_PATH");
	/* Catalogs map public names to files; a document could choose which. */
	xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE);
	xmlInitParser();
	/* Entities, DTDs, includes: nothing outside the bytes in hand is ever loaded. */
	xmlSetExternalEntityLoader(load_builtin);
	/* No file, http or ftp behind libxml2's back. xmlCleanupInputCallbacks would not last: the
	 * defaults come back at the next use, popping them keeps them away. */
	xmlRegisterDefaultInputCallbacks();
	while (xmlPopInputCallbacks() > 0)
		;
	xmlRegisterDefaultOutputCallbacks();
	while (xmlPopOutputCallbacks() > 0)
		;
	/* What libxml2 would print, we report ourselves. */
	xmlSetGenericErrorFunc(NULL, quiet);
	/* Types are made on first use, which two threads must not do at once. */
	xmlSchemaInitTypes();
	xsltInit();
	forbid_in_stylesheets();
}
