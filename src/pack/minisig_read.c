/* SPDX-License-Identifier: Apache-2.0 */
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "pack/minisig.h"
#include "pack/minitext.h"

enum iw_status
iw_minisig_parse(const char *text, size_t len, const char *where, struct iw_minisig *out, struct iw_error *e)
{
	struct iw_minitext t = { text, len };
	unsigned char bytes[2 + IW_KEY_ID_SIZE + IW_SIGNATURE_SIZE], global[IW_SIGNATURE_SIZE];
	const char *untrusted, *trusted;
	size_t untrusted_len, trusted_len;

	if (!iw_minitext_comment(&t, IW_UNTRUSTED, IW_MOST_UNTRUSTED, &untrusted, &untrusted_len) ||
	    !iw_minitext_base64(&t, bytes, sizeof bytes) ||
	    !iw_minitext_comment(&t, IW_TRUSTED, IW_MOST_TRUSTED, &trusted, &trusted_len) ||
	    !iw_minitext_base64(&t, global, sizeof global) || t.left > 0)
		return iw_fail(e, IW_FOUND,
		               "%s: not a signature: it must be four lines as minisign writes them, and nothing "
		               "else; fetch it again, as binary",
		               where);
	if (memcmp(bytes, "Ed", 2) == 0)
		return iw_fail(e, IW_FOUND,
		               "%s: a signature of the old kind (Ed), which is not accepted; sign again, without "
		               "minisign's -l",
		               where);
	if (memcmp(bytes, "ED", 2) != 0)
		return iw_fail(e, IW_FOUND,
		               "%s: a signature of a kind that is not known; sign again with sign or minisign", where);
	memcpy(out->id, bytes + 2, IW_KEY_ID_SIZE);
	memcpy(out->signature, bytes + 2 + IW_KEY_ID_SIZE, IW_SIGNATURE_SIZE);
	memcpy(out->global, global, IW_SIGNATURE_SIZE);
	out->comment = iw_strndup(trusted, trusted_len);
	return IW_OK;
}

void
iw_minisig_release(struct iw_minisig *sig)
{
	free(sig->comment);
	*sig = (struct iw_minisig)IW_MINISIG_INIT;
}

bool
iw_minisig_is_good(const struct iw_minisig *sig, const unsigned char digest[IW_DIGEST_SIZE],
                   const unsigned char key[IW_PUBLIC_SIZE])
{
	struct iw_buf message = IW_BUF_INIT;
	bool good;

	iw_buf_add(&message, sig->signature, IW_SIGNATURE_SIZE);
	iw_buf_str(&message, sig->comment);
	good = crypto_sign_verify_detached(sig->signature, digest, IW_DIGEST_SIZE, key) == 0 &&
	       crypto_sign_verify_detached(sig->global, (const unsigned char *)message.data, message.len, key) == 0;
	iw_buf_release(&message);
	return good;
}

const struct iw_public_key *
iw_minisig_signer(const struct iw_minisig *sig, const unsigned char digest[IW_DIGEST_SIZE],
                  const struct iw_public_key *keys, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (memcmp(sig->id, keys[i].id, IW_KEY_ID_SIZE) == 0 && iw_minisig_is_good(sig, digest, keys[i].key))
			return &keys[i];
	return NULL;
}
