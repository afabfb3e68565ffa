/* SPDX-License-Identifier: Apache-2.0 */
/* The functions of ours that a stylesheet may call; xslt.h lists them. */
#ifndef IW_XML_FUNCTIONS_H
#define IW_XML_FUNCTIONS_H

#include <libxslt/xsltInternals.h>

/* Offer them to a run, whose _private is its struct iw_xslt_host. */
void iw_xslt_add_functions(xsltTransformContext *run);

#endif
