/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The last pass over a document, with qpdf, in memory: what cairo cannot write. Pieces of content get their element
 * or become artifacts; the structure, the outline, links, language and title are added. The bytes depend on nothing
 * but the document: there is no date unless SOURCE_DATE_EPOCH is set, and its ID comes from its content.
 */
#ifndef IW_PDF_FINISH_H
#define IW_PDF_FINISH_H

#include <qpdf/qpdf-c.h>

#include "pdf/canvas.h"
#include "pdf/doc.h"
#include "pdf/tags.h"

/* Finish what has been drawn and write it as an output. False when that failed, with the reason reported. */
bool iw_finish(struct iw_canvas *canvas, const struct iw_tag *root, const char *title, const char *output);

/* structure.c: add the tree of elements, and links with their elements. */
void iw_finish_structure(qpdf_data q, struct iw_canvas *canvas, const struct iw_tag *root);

/* content.c: a page's content with its pieces told apart; `marks` of struct iw_mark. Added to `out`. */
void iw_finish_content(const unsigned char *bytes, size_t len, const GArray *marks, GByteArray *out);

/* metadata.c: title and language as XMP, and the document's information. */
void iw_finish_metadata(qpdf_data q, const struct iw_doc *doc, const char *title);

/* A number as PDF writes it, whatever the locale. */
qpdf_oh iw_qpdf_real(qpdf_data q, double value);

#endif
