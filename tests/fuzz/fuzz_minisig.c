/* SPDX-License-Identifier: Apache-2.0 */
/* Signatures, keys and claims of any bytes: no crash, a reason for every refusal, and nothing is good by chance. */
#include <string.h>

#include "base/mem.h"
#include "fuzz.h"
#include "pack/claims.h"
#include "pack/minisig.h"

static void
refused(enum iw_status status, enum iw_status want, const struct iw_error *e)
{
	if (status != IW_OK && (status != want || !e->text[0]))
		abort();
}

static void
try_signature(const char *text, size_t size)
{
	static const unsigned char digest[IW_DIGEST_SIZE], key[IW_PUBLIC_SIZE] = { 9 };
	struct iw_minisig sig = IW_MINISIG_INIT;
	struct iw_error e = { "" };

	refused(iw_minisig_parse(text, size, "f.minisig", &sig, &e), IW_FOUND, &e);
	if (sig.comment && iw_minisig_is_good(&sig, digest, key))
		abort();
	iw_minisig_release(&sig);
}

/* Claims that are accepted, written again, are accepted as the same. */
static void
try_claims(const char *text)
{
	struct iw_claims claims, again;
	struct iw_buf out = IW_BUF_INIT;
	struct iw_error e = { "" };
	enum iw_status status = iw_claims_parse(text, &claims, &e);

	refused(status, IW_FOUND, &e);
	if (status == IW_OK) {
		iw_claims_write(&claims, &out);
		if (iw_claims_parse(out.data, &again, &e) != IW_OK || claims.size != again.size ||
		    claims.kind != again.kind || strcmp(claims.sha256, again.sha256) != 0 ||
		    strcmp(claims.exam, again.exam) != 0)
			abort();
	}
	iw_buf_release(&out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = iw_strndup((const char *)data, size);
	struct iw_secret_key secret = IW_SECRET_KEY_INIT;
	struct iw_public_key public;
	struct iw_error e = { "" };

	try_signature(text, size);
	try_claims(text);
	refused(iw_public_key_parse(text, size, "f.pub", &public, &e), IW_UNUSABLE, &e);
	e.text[0] = '\0';
	refused(iw_secret_key_parse(text, size, "f.key", NULL, NULL, &secret, &e), IW_UNUSABLE, &e);
	iw_secret_key_release(&secret);
	free(text);
	return 0;
}
