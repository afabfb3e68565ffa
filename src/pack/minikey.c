/* SPDX-License-Identifier: Apache-2.0 */
/* Public keys, and what both kinds share. Secret key files are in minikey_secret.c. */
#include "pack/minikey.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/commit.h"
#include "base/file.h"
#include "base/mem.h"
#include "pack/minitext.h"

enum { PUBLIC_FILE_SIZE = 2 + IW_KEY_ID_SIZE + IW_PUBLIC_SIZE, MOST_FILE = 4096 };

struct iw_key_name
iw_key_name(const unsigned char id[IW_KEY_ID_SIZE])
{
	struct iw_key_name name;

	for (size_t i = 0; i < IW_KEY_ID_SIZE; i++)
		snprintf(name.text + 2 * i, 3, "%02X", id[IW_KEY_ID_SIZE - 1 - i]);
	return name;
}

enum iw_status
iw_public_key_parse(const char *text, size_t len, const char *where, struct iw_public_key *out, struct iw_error *e)
{
	struct iw_minitext t = { text, len };
	unsigned char bytes[PUBLIC_FILE_SIZE];
	const char *comment;
	size_t comment_len;

	if (!iw_minitext_comment(&t, IW_UNTRUSTED, IW_MOST_UNTRUSTED, &comment, &comment_len) ||
	    !iw_minitext_base64(&t, bytes, sizeof bytes) || t.left > 0)
		return iw_fail(e, IW_UNUSABLE,
		               "%s: not a public key: it must be a line '" IW_UNTRUSTED "...', a line of base64, "
		               "and nothing else; take the .pub file as keygen or minisign -G wrote it",
		               where);
	if (memcmp(bytes, "Ed", 2) != 0)
		return iw_fail(e, IW_UNUSABLE,
		               "%s: a key of another kind than Ed25519; use a public key made by keygen or "
		               "minisign -G",
		               where);
	memcpy(out->id, bytes + 2, IW_KEY_ID_SIZE);
	memcpy(out->key, bytes + 2 + IW_KEY_ID_SIZE, IW_PUBLIC_SIZE);
	return IW_OK;
}

enum iw_status
iw_public_key_read(const char *path, struct iw_public_key *out, struct iw_error *e)
{
	struct iw_buf text = IW_BUF_INIT;
	enum iw_status status = iw_file_read(path, MOST_FILE, &text, NULL, e);

	if (status == IW_OK)
		status = iw_public_key_parse(text.data, text.len, path, out, e);
	iw_buf_release(&text);
	return status;
}

void
iw_public_key_write(const struct iw_public_key *key, struct iw_buf *out)
{
	unsigned char bytes[PUBLIC_FILE_SIZE] = "Ed";

	memcpy(bytes + 2, key->id, IW_KEY_ID_SIZE);
	memcpy(bytes + 2 + IW_KEY_ID_SIZE, key->key, IW_PUBLIC_SIZE);
	iw_buf_printf(out, IW_UNTRUSTED "minisign public key %s\n", iw_key_name(key->id).text);
	iw_minitext_put(out, bytes, sizeof bytes);
}

enum iw_status
iw_secret_key_read(const char *path, iw_password_ask *ask, void *context, struct iw_secret_key *out, struct iw_error *e)
{
	struct iw_buf text = IW_BUF_INIT;
	enum iw_status status = iw_file_read(path, MOST_FILE, &text, NULL, e);

	if (status == IW_OK)
		status = iw_secret_key_parse(text.data, text.len, path, ask, context, out, e);
	if (text.cap)
		sodium_memzero(text.data, text.cap);
	iw_buf_release(&text);
	return status;
}

enum iw_status
iw_secret_key_generate(struct iw_secret_key *out, struct iw_error *e)
{
	unsigned char public[IW_PUBLIC_SIZE];
	struct iw_secret key = IW_SECRET_INIT;
	enum iw_status status = iw_secret_init(&key, IW_SECRET_SIZE, e);

	if (status != IW_OK)
		return status;
	crypto_sign_keypair(public, key.bytes);
	out->key = key;
	randombytes_buf(out->id, IW_KEY_ID_SIZE);
	return IW_OK;
}

void
iw_secret_key_public(const struct iw_secret_key *key, struct iw_public_key *out)
{
	memcpy(out->id, key->id, IW_KEY_ID_SIZE);
	memcpy(out->key, key->key.bytes + IW_SECRET_SIZE - IW_PUBLIC_SIZE, IW_PUBLIC_SIZE);
}

void
iw_secret_key_release(struct iw_secret_key *key)
{
	iw_secret_release(&key->key);
}

static enum iw_status
ask_twice(iw_password_ask *ask, void *context, struct iw_secret *password, struct iw_error *e)
{
	struct iw_secret again = IW_SECRET_INIT;
	enum iw_status status = iw_secret_init(password, IW_PASSWORD_SIZE, e);

	if (status == IW_OK)
		status = iw_secret_init(&again, IW_PASSWORD_SIZE, e);
	if (status == IW_OK)
		status = ask(context, "Password for the new key: ", password, e);
	if (status == IW_OK && !password->bytes[0])
		status = iw_fail(e, IW_UNUSABLE,
		                 "the password is empty; give one, or say -W for a key without a password");
	if (status == IW_OK)
		status = ask(context, "The same password again: ", &again, e);
	if (status == IW_OK && strcmp((char *)password->bytes, (char *)again.bytes) != 0)
		status = iw_fail(e, IW_UNUSABLE, "the two passwords differ; no key was made: try again");
	iw_secret_release(&again);
	return status;
}

/* Told before the password is asked for; iw_commit_only_new decides. */
static enum iw_status
check_places(const char *name, struct iw_error *e)
{
	static const char *const ends[] = { "key", "pub" };
	enum iw_status status = IW_OK;
	struct stat st;

	for (size_t i = 0; i < 2 && status == IW_OK; i++) {
		char *path = iw_printf("%s.%s", name, ends[i]);

		if (lstat(path, &st) == 0)
			status = iw_fail(e, IW_UNUSABLE,
			                 "%s: is there already, and a key is never replaced: choose another name, "
			                 "or move it away if nobody needs it",
			                 path);
		free(path);
	}
	return status;
}

static enum iw_status
write_files(const char *name, const char *public, size_t public_len, const struct iw_secret *secret, struct iw_error *e)
{
	char *public_path = iw_printf("%s.pub", name), *secret_path = iw_printf("%s.key", name);
	struct iw_commit c = IW_COMMIT_INIT;
	enum iw_status status =
		iw_commit_add(&c, secret_path, secret->bytes, strlen((const char *)secret->bytes), 0600, e);

	if (status == IW_OK)
		status = iw_commit_add(&c, public_path, public, public_len, 0644, e);
	if (status == IW_OK)
		status = iw_commit_only_new(&c, e);
	if (status == IW_OK)
		status = iw_commit_finish(&c, e);
	iw_commit_release(&c);
	free(public_path);
	free(secret_path);
	return status;
}

enum iw_status
iw_keygen(const char *name, iw_password_ask *ask, void *context, struct iw_public_key *out, struct iw_error *e)
{
	struct iw_secret_key key = IW_SECRET_KEY_INIT;
	struct iw_secret password = IW_SECRET_INIT, text = IW_SECRET_INIT;
	struct iw_buf public_text = IW_BUF_INIT;
	struct iw_public_key public;
	enum iw_status status = check_places(name, e);

	if (status == IW_OK && ask)
		status = ask_twice(ask, context, &password, e);
	if (status == IW_OK)
		status = iw_secret_key_generate(&key, e);
	if (status == IW_OK)
		status = iw_secret_key_write(&key, (char *)password.bytes, NULL, &text, e);
	if (status == IW_OK) {
		iw_secret_key_public(&key, &public);
		iw_public_key_write(&public, &public_text);
		status = write_files(name, public_text.data, public_text.len, &text, e);
	}
	if (status == IW_OK)
		*out = public;
	iw_buf_release(&public_text);
	iw_secret_release(&text);
	iw_secret_release(&password);
	iw_secret_key_release(&key);
	return status;
}
