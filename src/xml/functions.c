/* SPDX-License-Identifier: Apache-2.0 */
#include "xml/functions.h"

#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <libxslt/xsltutils.h>
#include <string.h>

#include "base/data_uri.h"
#include "base/digest.h"
#include "base/utf8.h"
#include "xml/xslt.h"

/* End the run, with the reason. */
static void
stop(xmlXPathParserContext *ctxt, const char *function, const char *why)
{
	xsltTransformContext *run = xsltXPathGetTransformContext(ctxt);

	xsltTransformError(run, NULL, run->inst, "%s: %s\n", function, why);
	run->state = XSLT_STATE_STOPPED;
	xmlXPathReturnEmptyString(ctxt);
}

static void
give(xmlXPathParserContext *ctxt, struct iw_buf *text)
{
	xmlXPathReturnString(ctxt, xmlStrdup((const xmlChar *)text->data));
	iw_buf_release(text);
}

static const struct iw_xslt_host *
host_of(xmlXPathParserContext *ctxt)
{
	return xsltXPathGetTransformContext(ctxt)->_private;
}

static void
data_uri(xmlXPathParserContext *ctxt, int count)
{
	const struct iw_xslt_host *host = host_of(ctxt);
	const struct iw_buf *bytes;
	const char *type = NULL;
	struct iw_buf out = IW_BUF_INIT;
	struct iw_error e;
	xmlChar *name;

	if (count != 1) {
		xmlXPathSetArityError(ctxt);
		return;
	}
	name = xmlXPathPopString(ctxt);
	bytes = name && host->media ? host->media(host->context, (const char *)name, &type) : NULL;
	if (bytes) {
		iw_data_uri(type, bytes, &out);
		give(ctxt, &out);
	} else {
		(void)iw_fail(&e, IW_FOUND, "there is no picture '%s'", name ? (char *)name : "");
		stop(ctxt, "data-uri", e.text);
	}
	xmlFree(name);
}

/*
 * Whether XML can hold the text as it is: a reader of the result would make a line feed of a carriage
 * return, and a hash of the text would no longer fit.
 */
static enum iw_status
check_text(const char *name, const struct iw_buf *text, struct iw_error *e)
{
	if (iw_utf8_valid(text->data, text->len) != text->len)
		return iw_fail(e, IW_UNUSABLE, "'%s' is not UTF-8", name);
	for (size_t i = 0, n; i < text->len; i += n) {
		uint32_t c;

		n = iw_utf8_decode(text->data + i, text->len - i, &c);
		if ((c < ' ' && c != '\n' && c != '\t') || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF)
			return iw_fail(e, IW_UNUSABLE,
			               "'%s' has the character U+%04X; write plain text with lines that end in a line "
			               "feed alone",
			               name, (unsigned)c);
	}
	return IW_OK;
}

static void
file(xmlXPathParserContext *ctxt, int count)
{
	const struct iw_xslt_host *host = host_of(ctxt);
	struct iw_buf text = IW_BUF_INIT;
	struct iw_error e = { "there are no files here" };
	enum iw_status status = IW_UNUSABLE;
	xmlChar *name, *otherwise = NULL;

	if (count != 1 && count != 2) {
		xmlXPathSetArityError(ctxt);
		return;
	}
	if (count == 2)
		otherwise = xmlXPathPopString(ctxt);
	name = xmlXPathPopString(ctxt);
	if (name && host->file)
		status = host->file(host->context, (const char *)name, &text, &e);
	if (status == IW_OK)
		status = check_text((const char *)name, &text, &e);
	if (status == IW_FOUND && otherwise) {
		xmlXPathReturnString(ctxt, otherwise);
		otherwise = NULL;
	} else if (status != IW_OK) {
		stop(ctxt, "file", e.text);
	} else {
		give(ctxt, &text);
	}
	iw_buf_release(&text);
	xmlFree(name);
	xmlFree(otherwise);
}

static void
sha256(xmlXPathParserContext *ctxt, int count)
{
	struct iw_buf out = IW_BUF_INIT;
	xmlChar *text;

	if (count != 1) {
		xmlXPathSetArityError(ctxt);
		return;
	}
	text = xmlXPathPopString(ctxt);
	iw_digest_base64(text ? (const char *)text : "", text ? strlen((const char *)text) : 0, &out);
	give(ctxt, &out);
	xmlFree(text);
}

void
iw_xslt_add_functions(xsltTransformContext *run)
{
	static const struct {
		const char *name;
		xmlXPathFunction call;
	} table[] = { { "data-uri", data_uri }, { "file", file }, { "sha256", sha256 } };

	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		xsltRegisterExtFunction(run, (const xmlChar *)table[i].name, (const xmlChar *)IW_XSLT_NS,
		                        table[i].call);
}
