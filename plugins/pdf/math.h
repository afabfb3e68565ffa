/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Formulas: presentation MathML (schemas/mathml.xsd), set with the MATH table of a font, as OpenType and MathML Core
 * describe it. What is not known, and all of it when no such font is installed, is set as its text on one line, and
 * that is reported; nothing is dropped.
 */
#ifndef IW_PDF_MATH_H
#define IW_PDF_MATH_H

#include <libxml/tree.h>

#include "pdf/text.h"

/*
 * A formula as parts of lines none of which is wider than `width`, if that is more than 0: it is divided before
 * operators or, if that does not help, made smaller. Its element is a Formula whose Alt is alttext, or the formula on
 * one line. An array of struct iw_object, to be freed with g_ptr_array_unref.
 */
GPtrArray *iw_math_objects(struct iw_doc *doc, const xmlNode *math, struct iw_tag *parent, const struct iw_style *style,
                           const char *lang, double width);

/* math_linear.c: a formula on one line, such as "(a+b)/2", added to `text`. */
void iw_math_linear(const xmlNode *node, GString *text);

#endif
