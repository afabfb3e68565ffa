/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The dashboard: one HTML file with no script, that asks for nothing from outside. The tree of figures becomes XML, and
 * dashboard.xsl and its parts make the page of it; dashboard.css is put into it, and the page's policy allows this one
 * style, by its hash.
 */
#include <libxml/xmlwriter.h>

#include "base/builtin.h"
#include "base/mem.h"
#include "stats/report/figures.h"
#include "stats/report/plain.h"
#include "stats/report/report.h"
#include "xml/xslt.h"

/* A browser is slow with more; the JSON has them all. */
enum { MOST_PAIRS = 500 };

static void
write_text(xmlTextWriter *w, const json_t *value)
{
	struct iw_buf text = IW_BUF_INIT;

	if (json_is_string(value))
		iw_plain_add(&text, json_string_value(value), json_string_length(value));
	else if (json_is_integer(value))
		iw_buf_printf(&text, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
	else if (json_is_real(value))
		iw_buf_printf(&text, "%.6f", json_real_value(value));
	else
		iw_buf_str(&text, json_is_true(value) ? "true" : "false");
	xmlTextWriterWriteString(w, (const xmlChar *)text.data);
	iw_buf_release(&text);
}

/* A member of an object is an element of its name, an element of an array is an <i>; null is nothing. */
static void
write_value(xmlTextWriter *w, const char *name, json_t *value)
{
	const char *key;
	json_t *member;
	size_t i;

	if (json_is_null(value))
		return;
	xmlTextWriterStartElement(w, (const xmlChar *)name);
	if (json_is_object(value)) {
		json_object_foreach(value, key, member) write_value(w, key, member);
	} else if (json_is_array(value)) {
		json_array_foreach(value, i, member) write_value(w, "i", member);
	} else {
		write_text(w, value);
	}
	xmlTextWriterEndElement(w);
}

static xmlDoc *
as_xml(json_t *figures)
{
	xmlDoc *doc = NULL;
	xmlTextWriter *w = xmlNewTextWriterDoc(&doc, 0);

	xmlTextWriterStartDocument(w, NULL, "UTF-8", NULL);
	write_value(w, "figures", figures);
	xmlTextWriterEndDocument(w);
	xmlFreeTextWriter(w);
	return doc;
}

static enum iw_status
render(const xmlDoc *doc, struct iw_buf *out, struct iw_error *e)
{
	const struct iw_builtin *css = iw_builtin_find(iw_builtin_stats, "dashboard.css");
	char *style = iw_strndup(css->data, css->len);
	const char *params[] = { "style", style, NULL };
	struct iw_xslt_host host = { .context = NULL };
	struct iw_xslt *xslt;
	enum iw_status status;

	status = iw_xslt_load_builtin(iw_builtin_stats, "dashboard.xsl", &xslt, e);
	if (status == IW_OK) {
		status = iw_xslt_apply(xslt, doc, params, &host, out, e);
		iw_xslt_free(xslt);
	}
	free(style);
	return status;
}

enum iw_status
iw_stats_html(const struct iw_stats_report *report, struct iw_buf *out, struct iw_error *e)
{
	const struct iw_stats *stats = report->stats;
	struct iw_texts texts;
	enum iw_status status = iw_texts_read(&texts, &stats->bank, &stats->enemies, MOST_PAIRS, report->jobs, e);
	json_t *figures;
	xmlDoc *doc;

	if (status != IW_OK)
		return status;
	figures = iw_figures(stats, &texts, MOST_PAIRS);
	doc = as_xml(figures);
	status = render(doc, out, e);
	xmlFreeDoc(doc);
	json_decref(figures);
	iw_texts_release(&texts);
	return status;
}
