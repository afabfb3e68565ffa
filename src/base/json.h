/* SPDX-License-Identifier: Apache-2.0 */
/* JSON out, with jansson: what its users here would each write again. */
#ifndef IW_JSON_H
#define IW_JSON_H

#include <jansson.h>

#include "base/buf.h"

/* A string of JSON; bytes that are not UTF-8, as in odd file names, become U+FFFD. */
json_t *iw_json_string(const char *s);

/* Add the text of a value, indented and ended by a line feed, to `out`, and give the value back. */
void iw_json_write(json_t *value, struct iw_buf *out);

#endif
