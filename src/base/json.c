/* SPDX-License-Identifier: Apache-2.0 */
#include "base/json.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

json_t *
iw_json_string(const char *s)
{
	size_t len = strlen(s), good = iw_utf8_valid(s, len);
	struct iw_buf b = IW_BUF_INIT;
	json_t *j;

	if (good == len)
		return json_stringn(s, len);
	while (good < len) {
		iw_buf_add(&b, s, good);
		iw_buf_str(&b, "\xef\xbf\xbd");
		s += good + 1;
		len -= good + 1;
		good = iw_utf8_valid(s, len);
	}
	iw_buf_add(&b, s, len);
	j = json_stringn(b.data, b.len);
	iw_buf_release(&b);
	return j;
}

void
iw_json_write(json_t *value, struct iw_buf *out)
{
	char *text = json_dumps(value, JSON_INDENT(2) | JSON_REAL_PRECISION(15));

	if (!text)
		iw_out_of_memory();
	iw_buf_str(out, text);
	iw_buf_char(out, '\n');
	free(text);
	json_decref(value);
}
