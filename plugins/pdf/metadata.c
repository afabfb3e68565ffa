/* SPDX-License-Identifier: Apache-2.0 */
#include <libxml/xmlwriter.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/finish.h"

#define DC "http://purl.org/dc/elements/1.1/"
#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

/* The time that reproducible builds use, or NULL. Freed with g_date_time_unref. */
static GDateTime *
build_time(void)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	char *end;
	gint64 seconds = epoch ? g_ascii_strtoll(epoch, &end, 10) : 0;

	return epoch && *epoch && !*end ? g_date_time_new_from_unix_utc(seconds) : NULL;
}

static void
start(xmlTextWriter *w, const char *element)
{
	xmlTextWriterStartElement(w, (const xmlChar *)element);
}

static void
attribute(xmlTextWriter *w, const char *key, const char *value)
{
	xmlTextWriterWriteAttribute(w, (const xmlChar *)key, (const xmlChar *)value);
}

/* The XMP packet: title and language. */
static xmlBuffer *
make_xmp(const char *title, const char *lang)
{
	xmlBuffer *buffer = xmlBufferCreate();
	xmlTextWriter *w = xmlNewTextWriterMemory(buffer, 0);

	xmlTextWriterWritePI(w, (const xmlChar *)"xpacket",
	                     (const xmlChar *)"begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"");
	start(w, "x:xmpmeta");
	attribute(w, "xmlns:x", "adobe:ns:meta/");
	start(w, "rdf:RDF");
	attribute(w, "xmlns:rdf", RDF);
	start(w, "rdf:Description");
	attribute(w, "rdf:about", "");
	attribute(w, "xmlns:dc", DC);
	start(w, "dc:title");
	start(w, "rdf:Alt");
	start(w, "rdf:li");
	attribute(w, "xml:lang", "x-default");
	xmlTextWriterWriteString(w, (const xmlChar *)title);
	xmlTextWriterEndElement(w);
	xmlTextWriterEndElement(w);
	xmlTextWriterEndElement(w);
	start(w, "dc:language");
	start(w, "rdf:Bag");
	xmlTextWriterWriteElement(w, (const xmlChar *)"rdf:li", (const xmlChar *)lang);
	while (xmlTextWriterEndElement(w) > 0)
		;
	xmlTextWriterWritePI(w, (const xmlChar *)"xpacket", (const xmlChar *)"end=\"w\"");
	xmlFreeTextWriter(w);
	return buffer;
}

static void
add_xmp(qpdf_data q, const struct iw_doc *doc, const char *title)
{
	xmlBuffer *xmp = make_xmp(title, doc->lang);
	qpdf_oh stream = qpdf_oh_new_stream(q), dictionary = qpdf_oh_get_dict(q, stream);

	qpdf_oh_replace_key(q, dictionary, "/Type", qpdf_oh_new_name(q, "/Metadata"));
	qpdf_oh_replace_key(q, dictionary, "/Subtype", qpdf_oh_new_name(q, "/XML"));
	qpdf_oh_replace_stream_data(q, stream, xmlBufferContent(xmp), (size_t)xmlBufferLength(xmp), qpdf_oh_new_null(q),
	                            qpdf_oh_new_null(q));
	qpdf_oh_replace_key(q, qpdf_get_root(q), "/Metadata", stream);
	xmlBufferFree(xmp);
}

void
iw_finish_metadata(qpdf_data q, const struct iw_doc *doc, const char *title)
{
	qpdf_oh info = qpdf_make_indirect_object(q, qpdf_oh_new_dictionary(q)), root = qpdf_get_root(q);
	qpdf_oh viewing = qpdf_oh_new_dictionary(q);
	GDateTime *time = build_time();

	qpdf_oh_replace_key(q, info, "/Title", qpdf_oh_new_unicode_string(q, title));
	qpdf_oh_replace_key(q, info, "/Creator", qpdf_oh_new_unicode_string(q, "Itemwright"));
	if (time) {
		char *date = g_date_time_format(time, "D:%Y%m%d%H%M%SZ");

		qpdf_oh_replace_key(q, info, "/CreationDate", qpdf_oh_new_string(q, date));
		qpdf_oh_replace_key(q, info, "/ModDate", qpdf_oh_new_string(q, date));
		g_free(date);
		g_date_time_unref(time);
	}
	qpdf_oh_replace_key(q, qpdf_get_trailer(q), "/Info", info);
	qpdf_oh_replace_key(q, viewing, "/DisplayDocTitle", qpdf_oh_new_bool(q, QPDF_TRUE));
	if (doc->rtl)
		qpdf_oh_replace_key(q, viewing, "/Direction", qpdf_oh_new_name(q, "/R2L"));
	qpdf_oh_replace_key(q, root, "/ViewerPreferences", viewing);
	qpdf_oh_replace_key(q, root, "/Lang", qpdf_oh_new_unicode_string(q, doc->lang));
	add_xmp(q, doc, title);
}
