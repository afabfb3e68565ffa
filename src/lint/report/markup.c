/* SPDX-License-Identifier: Apache-2.0 */
/* The writer's functions fail for want of memory alone, which ends the program. */
#include "lint/report/markup.h"

#include "lint/report/common.h"

static const xmlChar *
chars(const char *s)
{
	return (const xmlChar *)s;
}

void
iw_markup_begin(struct iw_markup *m, const char *root)
{
	m->bytes = xmlBufferCreate();
	m->writer = xmlNewTextWriterMemory(m->bytes, 0);
	xmlTextWriterSetIndent(m->writer, 1);
	xmlTextWriterSetIndentString(m->writer, chars("  "));
	xmlTextWriterStartDocument(m->writer, NULL, "UTF-8", NULL);
	iw_markup_open(m, root);
}

void
iw_markup_open(struct iw_markup *m, const char *element)
{
	xmlTextWriterStartElement(m->writer, chars(element));
}

void
iw_markup_close(struct iw_markup *m)
{
	xmlTextWriterEndElement(m->writer);
}

void
iw_markup_attr(struct iw_markup *m, const char *name, const char *value)
{
	struct iw_buf clean = IW_BUF_INIT;

	iw_add_xml_chars(&clean, value);
	xmlTextWriterWriteAttribute(m->writer, chars(name), chars(clean.data));
	iw_buf_release(&clean);
}

void
iw_markup_number(struct iw_markup *m, const char *name, size_t value)
{
	xmlTextWriterWriteFormatAttribute(m->writer, chars(name), "%zu", value);
}

void
iw_markup_text(struct iw_markup *m, const char *text)
{
	struct iw_buf clean = IW_BUF_INIT;

	iw_add_xml_chars(&clean, text);
	xmlTextWriterWriteString(m->writer, chars(clean.data));
	iw_buf_release(&clean);
}

void
iw_markup_end(struct iw_markup *m, struct iw_buf *out)
{
	xmlTextWriterEndDocument(m->writer);
	xmlFreeTextWriter(m->writer);
	iw_buf_add(out, xmlBufferContent(m->bytes), (size_t)xmlBufferLength(m->bytes));
	xmlBufferFree(m->bytes);
}
