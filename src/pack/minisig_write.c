/* SPDX-License-Identifier: Apache-2.0 */
#include <sodium.h>
#include <string.h>

#include "base/mem.h"
#include "pack/minisig.h"
#include "pack/minitext.h"

enum iw_status
iw_minisig_digest(const void *bytes, size_t len, unsigned char digest[IW_DIGEST_SIZE], struct iw_error *e)
{
	enum iw_status status = iw_sodium_start(e);

	if (status == IW_OK)
		crypto_generichash(digest, IW_DIGEST_SIZE, bytes, len, NULL, 0);
	return status;
}

static enum iw_status
check_comment(const char *comment, struct iw_error *e)
{
	size_t len = strlen(comment);

	if (len > IW_MOST_COMMENT)
		return iw_fail(e, IW_UNUSABLE, "the trusted comment has %zu bytes; %d are the most: shorten it", len,
		               IW_MOST_COMMENT);
	for (size_t i = 0; i < len; i++)
		if ((comment[i] < 0x20 || comment[i] > 0x7e) && comment[i] != '\t')
			return iw_fail(e, IW_UNUSABLE,
			               "byte %zu of the trusted comment is not printable ASCII: leave it out", i);
	return IW_OK;
}

/* Make S and G. */
static void
sign(struct iw_minisig *sig, const unsigned char digest[IW_DIGEST_SIZE], const struct iw_secret_key *key)
{
	struct iw_buf message = IW_BUF_INIT;

	memcpy(sig->id, key->id, IW_KEY_ID_SIZE);
	crypto_sign_detached(sig->signature, NULL, digest, IW_DIGEST_SIZE, key->key.bytes);
	iw_buf_add(&message, sig->signature, IW_SIGNATURE_SIZE);
	iw_buf_str(&message, sig->comment);
	crypto_sign_detached(sig->global, NULL, (const unsigned char *)message.data, message.len, key->key.bytes);
	iw_buf_release(&message);
}

static void
put(const struct iw_minisig *sig, struct iw_buf *out)
{
	unsigned char bytes[2 + IW_KEY_ID_SIZE + IW_SIGNATURE_SIZE] = "ED";

	memcpy(bytes + 2, sig->id, IW_KEY_ID_SIZE);
	memcpy(bytes + 2 + IW_KEY_ID_SIZE, sig->signature, IW_SIGNATURE_SIZE);
	iw_buf_printf(out, IW_UNTRUSTED "signature by minisign key %s\n", iw_key_name(sig->id).text);
	iw_minitext_put(out, bytes, sizeof bytes);
	iw_buf_printf(out, IW_TRUSTED "%s\n", sig->comment);
	iw_minitext_put(out, sig->global, sizeof sig->global);
}

enum iw_status
iw_minisig_write(const void *bytes, size_t len, const struct iw_secret_key *key, const char *comment,
                 struct iw_buf *out, struct iw_error *e)
{
	struct iw_minisig sig = IW_MINISIG_INIT, again = IW_MINISIG_INIT;
	unsigned char digest[IW_DIGEST_SIZE];
	struct iw_buf text = IW_BUF_INIT;
	struct iw_public_key public;
	enum iw_status status = check_comment(comment, e);

	if (status == IW_OK)
		status = iw_minisig_digest(bytes, len, digest, e);
	if (status != IW_OK)
		goto out;
	sig.comment = iw_strdup(comment);
	sign(&sig, digest, key);
	put(&sig, &text);
	/* A fault of the machine while signing would be found out here, and not by those who verify. */
	iw_secret_key_public(key, &public);
	status = iw_minisig_parse(text.data, text.len, "the new signature", &again, e);
	if (status != IW_OK || !iw_minisig_is_good(&again, digest, public.key)) {
		status = iw_fail(e, IW_SYSTEM,
		                 "the signature that was made does not verify: this machine makes errors; nothing "
		                 "was written");
		goto out;
	}
	iw_buf_add(out, text.data, text.len);
out:
	iw_buf_release(&text);
	iw_minisig_release(&again);
	iw_minisig_release(&sig);
	return status;
}
