/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/public_keys.h"

#include "base/mem.h"

enum iw_status
iw_public_keys(const struct iw_args *args, struct iw_public_key **keys, size_t *count, struct iw_error *e)
{
	enum iw_status status = IW_OK;
	const char *path;

	*keys = iw_alloc(args->given_count, sizeof **keys);
	*count = 0;
	while (status == IW_OK && (path = iw_args_nth(args, "public", *count)) != NULL)
		status = iw_public_key_read(path, &(*keys)[(*count)++], e);
	if (status == IW_OK && *count == 0)
		status = iw_fail(e, IW_UNUSABLE,
		                 "-p names the public key of someone you trust; it may be given several times");
	return status;
}
