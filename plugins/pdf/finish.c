/* SPDX-License-Identifier: Apache-2.0 */
#include "pdf/finish.h"

#include <stdlib.h>

qpdf_oh
iw_qpdf_real(qpdf_data q, double value)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];

	return qpdf_oh_new_real_from_string(q, g_ascii_formatd(text, sizeof text, "%.3f", value));
}

static bool
failed(qpdf_data q, struct iw_doc *doc)
{
	if (!qpdf_has_error(q))
		return false;
	iw_refuse(doc, "the document cannot be finished: %s", qpdf_get_error_message_detail(q, qpdf_get_error(q)));
	return true;
}

static bool
rewrite_pages(qpdf_data q, const struct iw_canvas *canvas)
{
	for (guint i = 0; i < canvas->pages->len; i++) {
		qpdf_oh page = qpdf_get_page_n(q, i), stream;
		GByteArray *content;
		unsigned char *bytes;
		size_t len;

		if (qpdf_oh_get_page_content_data(q, page, &bytes, &len) & QPDF_ERRORS)
			return false;
		content = g_byte_array_new();
		iw_finish_content(bytes, len, canvas->pages->pdata[i], content);
		stream = qpdf_oh_new_stream(q);
		qpdf_oh_replace_stream_data(q, stream, content->data, content->len, qpdf_oh_new_null(q),
		                            qpdf_oh_new_null(q));
		qpdf_oh_replace_key(q, page, "/Contents", stream);
		g_byte_array_unref(content);
		free(bytes);
	}
	return true;
}

/* Photographs in four colours are stored inverted, which cairo does not say. */
static void
invert_four_colours(qpdf_data q)
{
	long long count = qpdf_oh_get_int_value(q, qpdf_oh_get_key(q, qpdf_get_trailer(q), "/Size"));

	for (int i = 1; i < count; i++) {
		qpdf_oh object = qpdf_get_object_by_id(q, i, 0), dictionary;

		if (!qpdf_oh_is_stream(q, object))
			continue;
		dictionary = qpdf_oh_get_dict(q, object);
		if (qpdf_oh_is_name_and_equals(q, qpdf_oh_get_key(q, dictionary, "/ColorSpace"), "/DeviceCMYK") &&
		    qpdf_oh_is_name_and_equals(q, qpdf_oh_get_key(q, dictionary, "/Filter"), "/DCTDecode"))
			qpdf_oh_replace_key(q, dictionary, "/Decode", qpdf_oh_parse(q, "[1 0 1 0 1 0 1 0]"));
	}
}

static bool
write_out(qpdf_data q, struct iw_doc *doc, const char *output)
{
	qpdf_init_write_memory(q);
	qpdf_set_deterministic_ID(q, QPDF_TRUE);
	qpdf_set_object_stream_mode(q, qpdf_o_generate);
	qpdf_set_minimum_pdf_version(q, "1.7");
	qpdf_write(q);
	return !failed(q, doc) && doc->host->write(doc->job, output, qpdf_get_buffer(q), qpdf_get_buffer_length(q));
}

bool
iw_finish(struct iw_canvas *canvas, const struct iw_tag *root, const char *title, const char *output)
{
	struct iw_doc *doc = canvas->doc;
	qpdf_data q = qpdf_init();
	bool good;

	qpdf_silence_errors(q);
	qpdf_set_suppress_warnings(q, QPDF_TRUE);
	qpdf_read_memory(q, output, (const char *)canvas->bytes->data, canvas->bytes->len, NULL);
	good = !failed(q, doc);
	if (good) {
		invert_four_colours(q);
		good = rewrite_pages(q, canvas);
		iw_finish_structure(q, canvas, root);
		iw_finish_metadata(q, doc, title);
		good = !failed(q, doc) && good && write_out(q, doc, output);
	}
	qpdf_cleanup(&q);
	return good;
}
