/* SPDX-License-Identifier: Apache-2.0 */
#include "base/digest.h"

#include <sodium.h>

void
iw_digest_base64(const void *bytes, size_t len, struct iw_buf *out)
{
	enum {
		ROOM = sodium_base64_ENCODED_LEN(crypto_hash_sha256_BYTES, sodium_base64_VARIANT_ORIGINAL)
	}; /* with its NUL */
	unsigned char hash[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(hash, bytes, len);
	sodium_bin2base64(iw_buf_room(out, ROOM), ROOM, hash, sizeof hash, sodium_base64_VARIANT_ORIGINAL);
	out->len += ROOM - 1;
}
