/* SPDX-License-Identifier: Apache-2.0 */
/* XML out, by libxml2's writer. Text and values may hold anything: what XML cannot hold becomes U+FFFD. */
#ifndef IW_REPORT_MARKUP_H
#define IW_REPORT_MARKUP_H

#include <libxml/xmlwriter.h>
#include <stddef.h>

#include "base/buf.h"

struct iw_markup {
	xmlBuffer *bytes;
	xmlTextWriter *writer;
};

/* Begin a document, with its outermost element. */
void iw_markup_begin(struct iw_markup *m, const char *root);

void iw_markup_open(struct iw_markup *m, const char *element);
void iw_markup_close(struct iw_markup *m);

/* Of the element that was opened last. */
void iw_markup_attr(struct iw_markup *m, const char *name, const char *value);
void iw_markup_number(struct iw_markup *m, const char *name, size_t value);
void iw_markup_text(struct iw_markup *m, const char *text);

/* End the document, add it to `out`, and release what `m` holds. */
void iw_markup_end(struct iw_markup *m, struct iw_buf *out);

#endif
