/* SPDX-License-Identifier: Apache-2.0 */
/* A file as a data: URI (RFC 2397), so that a page or a picture holds it within itself. */
#ifndef IW_DATA_URI_H
#define IW_DATA_URI_H

#include "base/buf.h"

/* Add "data:TYPE;base64,..." to `out`. */
void iw_data_uri(const char *type, const struct iw_buf *bytes, struct iw_buf *out);

#endif
