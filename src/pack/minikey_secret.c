/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Secret key files: 158 bytes in base64.
 *
 *     0  "Ed"         the kind of key
 *     2  "Sc" or 0 0  protected by a password through scrypt, or not
 *     4  "B2"         the kind of checksum
 *     6  salt         32 bytes
 *    38  operations   8 bytes, least significant first: scrypt's limits
 *    46  memory       8 bytes
 *    54  key id       8 bytes    } these 104 bytes are
 *    62  secret key   64 bytes   } XORed with scrypt of
 *   126  checksum     32 bytes   } the password
 *
 * The checksum is BLAKE2b-256 of the kind, the id and the secret key. minisign 0.11 leaves it zero in a
 * key without a password, so there zero is taken for "none"; ours has it always.
 */
#include <sodium.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/mem.h"
#include "pack/minikey.h"
#include "pack/minitext.h"

enum {
	KDF_AT = 2,
	SUM_KIND_AT = 4,
	SALT_AT = 6,
	OPERATIONS_AT = 38,
	MEMORY_AT = 46,
	SEALED_AT = 54,
	ID_AT = SEALED_AT,
	KEY_AT = 62,
	SUM_AT = 126,
	SUM_SIZE = 32,
	FILE_SIZE = 158,
	SEALED_SIZE = FILE_SIZE - SEALED_AT,
};

/* minisign's own cost: a guess takes seconds and a gigabyte. A file may ask for four times that, no more. */
#define COST_OPERATIONS 33554432ULL
#define COST_MEMORY ((size_t)1 << 30)
#define COST_FACTOR 4
#define LEAST_MEMORY ((size_t)64 << 20)

static void
put_number(unsigned char *p, uint64_t value)
{
	for (int i = 0; i < 8; i++)
		p[i] = (unsigned char)(value >> 8 * i);
}

static uint64_t
get_number(const unsigned char *p)
{
	uint64_t value = 0;

	for (int i = 7; i >= 0; i--)
		value = value << 8 | p[i];
	return value;
}

static void
checksum(const unsigned char *bytes, unsigned char out[SUM_SIZE])
{
	crypto_generichash_state state;

	crypto_generichash_init(&state, NULL, 0, SUM_SIZE);
	crypto_generichash_update(&state, bytes, 2);
	crypto_generichash_update(&state, bytes + ID_AT, SUM_AT - ID_AT);
	crypto_generichash_final(&state, out, SUM_SIZE);
	sodium_memzero(&state, sizeof state);
}

/* XOR the sealed part with scrypt of the password: closes what is open and opens what is closed. */
static bool
seal(unsigned char *bytes, const char *password, const struct iw_scrypt *cost)
{
	struct iw_secret stream = IW_SECRET_INIT;
	bool done = iw_secret_init(&stream, SEALED_SIZE, NULL) == IW_OK &&
	            crypto_pwhash_scryptsalsa208sha256(stream.bytes, SEALED_SIZE, password, strlen(password),
	                                               bytes + SALT_AT, cost->operations, cost->memory) == 0;

	for (size_t i = 0; done && i < SEALED_SIZE; i++)
		bytes[SEALED_AT + i] ^= stream.bytes[i];
	iw_secret_release(&stream);
	return done;
}

static enum iw_status
open_sealed(unsigned char *bytes, const char *where, iw_password_ask *ask, void *context, struct iw_error *e)
{
	uint64_t operations = get_number(bytes + OPERATIONS_AT), memory = get_number(bytes + MEMORY_AT);
	struct iw_scrypt cost = { operations, (size_t)memory };
	struct iw_secret password = IW_SECRET_INIT;
	enum iw_status status;

	if (operations > COST_FACTOR * COST_OPERATIONS || memory > (uint64_t)COST_FACTOR * COST_MEMORY)
		return iw_fail(e, IW_UNUSABLE,
		               "%s: asks for more work (%llu) or memory (%llu bytes) to check a password than any "
		               "sound key does; make a new key with keygen",
		               where, (unsigned long long)operations, (unsigned long long)memory);
	if (!ask)
		return iw_fail(e, IW_UNUSABLE, "%s: is protected by a password, and there is no way to ask for it here",
		               where);
	status = iw_secret_init(&password, IW_PASSWORD_SIZE, e);
	if (status == IW_OK)
		status = ask(context, "Password: ", &password, e);
	if (status == IW_OK && !seal(bytes, (char *)password.bytes, &cost))
		status = iw_fail(e, IW_SYSTEM,
		                 "%s: checking its password needs %llu MiB of memory, which the system does not "
		                 "give; unlock it on a larger machine",
		                 where, (unsigned long long)(memory >> 20));
	iw_secret_release(&password);
	return status;
}

/* Whether the public half belongs to the secret half: signing with another would give the secret away. */
static enum iw_status
check_halves(const unsigned char *key, const char *where, struct iw_error *e)
{
	struct iw_secret whole = IW_SECRET_INIT;
	unsigned char public[IW_PUBLIC_SIZE];
	enum iw_status status = iw_secret_init(&whole, IW_SECRET_SIZE, e);

	if (status == IW_OK) {
		crypto_sign_seed_keypair(public, whole.bytes, key);
		if (sodium_memcmp(whole.bytes, key, IW_SECRET_SIZE) != 0)
			status = iw_fail(e, IW_UNUSABLE,
			                 "%s: the secret key is damaged: its halves do not belong together; take it "
			                 "from a backup",
			                 where);
	}
	iw_secret_release(&whole);
	return status;
}

static enum iw_status
check_sum(const unsigned char *bytes, bool sealed, const char *where, struct iw_error *e)
{
	unsigned char sum[SUM_SIZE];

	if (!sealed && sodium_is_zero(bytes + SUM_AT, SUM_SIZE))
		return IW_OK;
	checksum(bytes, sum);
	if (sodium_memcmp(sum, bytes + SUM_AT, SUM_SIZE) == 0)
		return IW_OK;
	return sealed ? iw_fail(e, IW_UNUSABLE, "%s: the password is wrong; try again", where)
	              : iw_fail(e, IW_UNUSABLE, "%s: the secret key is damaged; take it from a backup", where);
}

static enum iw_status
decode(const char *text, size_t len, const char *where, unsigned char *bytes, struct iw_error *e)
{
	struct iw_minitext t = { text, len };
	const char *comment;
	size_t comment_len;

	if (!iw_minitext_comment(&t, IW_UNTRUSTED, IW_MOST_UNTRUSTED, &comment, &comment_len) ||
	    !iw_minitext_base64(&t, bytes, FILE_SIZE) || t.left > 0)
		return iw_fail(e, IW_UNUSABLE,
		               "%s: not a secret key: it must be a line '" IW_UNTRUSTED "...', a line of base64, "
		               "and nothing else; take the .key file as keygen or minisign -G wrote it",
		               where);
	if (memcmp(bytes, "Ed", 2) != 0 || memcmp(bytes + SUM_KIND_AT, "B2", 2) != 0)
		return iw_fail(e, IW_UNUSABLE,
		               "%s: a secret key of another kind than minisign's Ed25519; make one with keygen", where);
	if (memcmp(bytes + KDF_AT, "Sc", 2) != 0 && memcmp(bytes + KDF_AT, "\0\0", 2) != 0)
		return iw_fail(e, IW_UNUSABLE, "%s: protected in a way that is not known here; make a key with keygen",
		               where);
	return IW_OK;
}

enum iw_status
iw_secret_key_parse(const char *text, size_t len, const char *where, iw_password_ask *ask, void *context,
                    struct iw_secret_key *out, struct iw_error *e)
{
	struct iw_secret file = IW_SECRET_INIT, key = IW_SECRET_INIT;
	enum iw_status status = iw_secret_init(&file, FILE_SIZE, e);
	bool sealed;

	if (status == IW_OK)
		status = decode(text, len, where, file.bytes, e);
	if (status != IW_OK)
		goto out;
	sealed = file.bytes[KDF_AT] == 'S';
	if (sealed)
		status = open_sealed(file.bytes, where, ask, context, e);
	if (status == IW_OK)
		status = check_sum(file.bytes, sealed, where, e);
	if (status == IW_OK)
		status = check_halves(file.bytes + KEY_AT, where, e);
	if (status == IW_OK)
		status = iw_secret_init(&key, IW_SECRET_SIZE, e);
	if (status == IW_OK) {
		memcpy(out->id, file.bytes + ID_AT, IW_KEY_ID_SIZE);
		memcpy(key.bytes, file.bytes + KEY_AT, IW_SECRET_SIZE);
		out->key = key;
	}
out:
	iw_secret_release(&file);
	return status;
}

/* Seal, and when the system lacks the memory ask for half, as minisign does. */
static enum iw_status
seal_new(unsigned char *bytes, const char *password, const struct iw_scrypt *asked, struct iw_error *e)
{
	struct iw_scrypt cost = { COST_OPERATIONS, COST_MEMORY };

	if (asked)
		cost = *asked;
	memcpy(bytes + KDF_AT, "Sc", 2);
	randombytes_buf(bytes + SALT_AT, OPERATIONS_AT - SALT_AT);
	while (!seal(bytes, password, &cost)) {
		cost.operations /= 2;
		cost.memory /= 2;
		if (cost.memory < LEAST_MEMORY)
			return iw_fail(e, IW_SYSTEM,
			               "protecting the key by a password needs memory that the system does not give; "
			               "make it on a larger machine, or say -W for a key without a password");
	}
	put_number(bytes + OPERATIONS_AT, cost.operations);
	put_number(bytes + MEMORY_AT, cost.memory);
	return IW_OK;
}

enum iw_status
iw_secret_key_write(const struct iw_secret_key *key, const char *password, const struct iw_scrypt *cost,
                    struct iw_secret *out, struct iw_error *e)
{
	static const char closed[] = IW_UNTRUSTED "minisign secret key, protected by a password\n";
	static const char plain[] =
		IW_UNTRUSTED "minisign secret key, not protected: keep it where nobody can read it\n";
	const char *comment = password ? closed : plain;
	size_t n = strlen(comment), len = sodium_base64_ENCODED_LEN(FILE_SIZE, sodium_base64_VARIANT_ORIGINAL);
	struct iw_secret file = IW_SECRET_INIT, text = IW_SECRET_INIT;
	enum iw_status status = iw_secret_init(&file, FILE_SIZE, e);

	if (status != IW_OK)
		goto out;
	memcpy(file.bytes, "Ed", 2);
	memcpy(file.bytes + SUM_KIND_AT, "B2", 2);
	memcpy(file.bytes + ID_AT, key->id, IW_KEY_ID_SIZE);
	memcpy(file.bytes + KEY_AT, key->key.bytes, IW_SECRET_SIZE);
	checksum(file.bytes, file.bytes + SUM_AT);
	if (password)
		status = seal_new(file.bytes, password, cost, e);
	if (status == IW_OK)
		status = iw_secret_init(&text, n + len + 1, e);
	if (status == IW_OK) {
		memcpy(text.bytes, comment, n);
		sodium_bin2base64((char *)text.bytes + n, len, file.bytes, FILE_SIZE, sodium_base64_VARIANT_ORIGINAL);
		text.bytes[n + len - 1] = '\n';
		*out = text;
	}
out:
	iw_secret_release(&file);
	return status;
}
