/* SPDX-License-Identifier: Apache-2.0 */
#include "pack/verify.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/path.h"
#include "pack/minisig.h"
#include "pack/sign.h"

struct verifier {
	const char *path;
	struct iw_public_key *keys; /* distinct */
	size_t count, cap;
	unsigned char digest[IW_DIGEST_SIZE];
	struct iw_verified *out;
	size_t files;
};

static void
add_keys(struct verifier *v, const struct iw_public_key *keys, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		bool known = false;

		for (size_t k = 0; k < v->count && !known; k++)
			known = memcmp(v->keys[k].key, keys[i].key, IW_PUBLIC_SIZE) == 0;
		if (known)
			continue;
		IW_GROW(v->keys, v->count, v->cap);
		v->keys[v->count++] = keys[i];
	}
}

static bool
has_signed(const struct iw_verified *out, const struct iw_public_key *key)
{
	for (size_t i = 0; i < out->count; i++)
		if (memcmp(out->signers[i].key.key, key->key, IW_PUBLIC_SIZE) == 0)
			return true;
	return false;
}

/* Count a good signature, unless its key is counted already. Takes the comment over. */
static enum iw_status
add_signer(struct verifier *v, const char *path, struct iw_minisig *sig, const struct iw_public_key *key,
           struct iw_error *e)
{
	struct iw_signer signer = { *key, NULL, NULL, iw_claims_are_ours(sig->comment), { .kind = IW_PACKAGE_ANY } };
	enum iw_status status = IW_OK;
	struct iw_error why;

	if (signer.has_claims)
		status = iw_claims_parse(sig->comment, &signer.claims, &why);
	if (signer.has_claims && status == IW_OK)
		status = iw_claims_check(&signer.claims, v->out->bytes.data, v->out->bytes.len, &why);
	if (status != IW_OK)
		return iw_fail(e, status, "%s: the signature is good, but what it says is not: %s", path, why.text);
	if (has_signed(v->out, key))
		return IW_OK;
	if (!signer.has_claims)
		iw_buf_printf(&v->out->notes, "%s: was not made by itemwright: it says nothing of exam and form\n",
		              path);
	signer.path = iw_strdup(path);
	signer.comment = sig->comment;
	sig->comment = NULL;
	IW_GROW(v->out->signers, v->out->count, v->out->cap);
	v->out->signers[v->out->count++] = signer;
	return IW_OK;
}

/* Why no trusted key fits: the file or signature was changed, or another key signed. */
static void
note_stranger(struct verifier *v, const char *path, const struct iw_minisig *sig)
{
	const struct iw_key_name id = iw_key_name(sig->id);
	bool trusted = false;

	for (size_t i = 0; i < v->count && !trusted; i++)
		trusted = memcmp(v->keys[i].id, sig->id, IW_KEY_ID_SIZE) == 0;
	if (trusted)
		iw_buf_printf(&v->out->notes,
		              "%s: BAD signature in the name of key %s: the file, the signature or its trusted "
		              "comment was changed after signing, or someone else signed\n",
		              path, id.text);
	else
		iw_buf_printf(&v->out->notes, "%s: made by key %s, which is not among the keys given with -p\n", path,
		              id.text);
}

/* Look at one signature file. What is wrong with it is noted, and stops nothing: others may be good. */
static enum iw_status
try_file(struct verifier *v, const char *path, struct iw_error *e)
{
	struct iw_minisig sig = IW_MINISIG_INIT;
	struct iw_buf text = IW_BUF_INIT;
	const struct iw_public_key *key;
	enum iw_status status = IW_OK;
	struct iw_error why;
	struct stat st;

	if (lstat(path, &st) != 0)
		return IW_OK;
	v->files++;
	if (iw_file_read(path, IW_MOST_SIGNATURE, &text, NULL, &why) != IW_OK ||
	    iw_minisig_parse(text.data, text.len, path, &sig, &why) != IW_OK) {
		iw_buf_printf(&v->out->notes, "%s\n", why.text);
		goto out;
	}
	key = iw_minisig_signer(&sig, v->digest, v->keys, v->count);
	if (key)
		status = add_signer(v, path, &sig, key, e);
	else
		note_stranger(v, path, &sig);
out:
	iw_minisig_release(&sig);
	iw_buf_release(&text);
	return status;
}

static enum iw_status
try_files(struct verifier *v, struct iw_error *e)
{
	char *path = iw_signature_path(v->path, NULL);
	enum iw_status status = try_file(v, path, e);

	free(path);
	for (size_t i = 0; i < v->count && status == IW_OK; i++) {
		bool seen = false;

		for (size_t k = 0; k < i && !seen; k++)
			seen = memcmp(v->keys[k].id, v->keys[i].id, IW_KEY_ID_SIZE) == 0;
		if (seen)
			continue;
		path = iw_signature_path(v->path, v->keys[i].id);
		status = try_file(v, path, e);
		free(path);
	}
	return status;
}

/* Signers who say what the file is must say the same. */
static enum iw_status
check_agreement(const struct verifier *v, struct iw_error *e)
{
	const struct iw_signer *first = NULL;

	for (size_t i = 0; i < v->out->count; i++) {
		const struct iw_signer *s = &v->out->signers[i];

		if (!s->has_claims || s->claims.kind == IW_PACKAGE_ANY)
			continue;
		if (first && (first->claims.kind != s->claims.kind || strcmp(first->claims.exam, s->claims.exam) != 0 ||
		              strcmp(first->claims.form, s->claims.form) != 0 ||
		              strcmp(first->claims.version, s->claims.version) != 0))
			return iw_fail(e, IW_FOUND,
			               "%s: the signers %s and %s claim different exams, forms, versions or kinds; ask "
			               "them to sign again",
			               v->path, iw_key_name(first->key.id).text, iw_key_name(s->key.id).text);
		if (!first)
			first = s;
	}
	return IW_OK;
}

static enum iw_status
check_count(const struct verifier *v, size_t require, struct iw_error *e)
{
	if (v->out->count >= require)
		return IW_OK;
	if (v->files == 0)
		return iw_fail(e, IW_FOUND,
		               "%s: not signed: there is no %s.minisig; fetch it too, or sign with itemwright sign",
		               v->path, iw_path_base(v->path));
	return iw_fail(e, IW_FOUND,
	               "%s: NOT verified: %zu of the keys given have signed it, and %zu must; do not use it", v->path,
	               v->out->count, require);
}

static enum iw_status
check_content(const struct verifier *v, struct iw_error *e)
{
	struct iw_error why;

	if (!iw_path_has_suffix(v->path, ".zip"))
		return IW_OK;
	if (iw_zip_check(v->out->bytes.data, v->out->bytes.len, &v->out->listing, &why) != IW_OK)
		return iw_fail(e, IW_FOUND, "%s: the signature is good, but this is not a canonical package: %s",
		               v->path, why.text);
	v->out->is_package = true;
	return IW_OK;
}

enum iw_status
iw_verify(const char *path, const struct iw_public_key *keys, size_t count, size_t require, struct iw_verified *out,
          struct iw_error *e)
{
	struct verifier v = { .path = path, .out = out };
	enum iw_status status;

	add_keys(&v, keys, count);
	if (require == 0 || require > v.count) {
		status = iw_fail(e, IW_UNUSABLE,
		                 "%zu signatures are required and %zu different keys are given: give one key with "
		                 "-p for each, and require at least one",
		                 require, v.count);
		goto out;
	}
	status = iw_file_read(path, IW_MOST_SIGNED, &out->bytes, NULL, e);
	if (status == IW_OK)
		status = iw_minisig_digest(out->bytes.data, out->bytes.len, v.digest, e);
	if (status == IW_OK)
		status = try_files(&v, e);
	if (status == IW_OK)
		status = check_count(&v, require, e);
	if (status == IW_OK)
		status = check_agreement(&v, e);
	if (status == IW_OK)
		status = check_content(&v, e);
out:
	free(v.keys);
	return status;
}

void
iw_verified_release(struct iw_verified *v)
{
	for (size_t i = 0; i < v->count; i++) {
		free(v->signers[i].path);
		free(v->signers[i].comment);
	}
	free(v->signers);
	iw_zip_listing_release(&v->listing);
	iw_buf_release(&v->bytes);
	iw_buf_release(&v->notes);
	*v = (struct iw_verified)IW_VERIFIED_INIT;
}
