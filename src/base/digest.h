/* SPDX-License-Identifier: Apache-2.0 */
/* SHA-256 as web pages write it. */
#ifndef IW_DIGEST_H
#define IW_DIGEST_H

#include <stddef.h>

#include "base/buf.h"

/* Add the SHA-256 of the bytes to `out`, in base64 with its padding: 44 characters. */
void iw_digest_base64(const void *bytes, size_t len, struct iw_buf *out);

#endif
