/* SPDX-License-Identifier: Apache-2.0 */
#include "base/data_uri.h"

#include <sodium.h>

void
iw_data_uri(const char *type, const struct iw_buf *bytes, struct iw_buf *out)
{
	size_t room = sodium_base64_ENCODED_LEN(bytes->len, sodium_base64_VARIANT_ORIGINAL); /* with its NUL */

	iw_buf_printf(out, "data:%s;base64,", type);
	sodium_bin2base64(iw_buf_room(out, room), room, (const unsigned char *)bytes->data, bytes->len,
	                  sodium_base64_VARIANT_ORIGINAL);
	out->len += room - 1;
}
