/* SPDX-License-Identifier: Apache-2.0 */
/* Code 128 (ISO/IEC 15417), code set B: what a scanner tells the forms and pages of answer sheets by. */
#ifndef IW_PDF_BARCODE_H
#define IW_PDF_BARCODE_H

#include <glib.h>

/*
 * The widths of the bars and spaces of a text of printable ASCII, in modules: a bar, a space, a bar, ...; NULL when
 * it holds anything else. To be freed with g_byte_array_unref.
 */
GByteArray *iw_barcode(const char *text);

/* How many modules that is together. */
unsigned iw_barcode_width(const GByteArray *bars);

#endif
