/* SPDX-License-Identifier: Apache-2.0 */
#include "pack/secret.h"

#include <sodium.h>
#include <string.h>

#include "base/mem.h"

enum iw_status
iw_sodium_start(struct iw_error *e)
{
	if (sodium_init() < 0)
		return iw_fail(e, IW_SYSTEM, "libsodium cannot start: the system gives no random numbers; mount /dev");
	return IW_OK;
}

enum iw_status
iw_secret_init(struct iw_secret *s, size_t size, struct iw_error *e)
{
	enum iw_status status = iw_sodium_start(e);

	if (status != IW_OK)
		return status;
	s->bytes = sodium_malloc(size);
	if (!s->bytes)
		iw_out_of_memory();
	memset(s->bytes, 0, size);
	s->size = size;
	return IW_OK;
}

void
iw_secret_release(struct iw_secret *s)
{
	sodium_free(s->bytes);
	*s = (struct iw_secret)IW_SECRET_INIT;
}
