/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Keys in minisign's file format (minisign 0.11, minisign.c and minisign.h; jedisct1.github.io/minisign).
 *
 * A public key file is two lines: a comment, and base64 of "Ed", the key's id and the Ed25519 public
 * key. A secret key file is two lines: a comment, and base64 of 158 bytes that minikey_secret.c lists.
 *
 * Invariants: a key that was read or generated is whole: its public half belongs to its secret half.
 * Secrets are in iw_secret memory only, and wiped. A key id is a label that anyone can choose; only
 * the key itself says who signed.
 */
#ifndef IW_MINIKEY_H
#define IW_MINIKEY_H

#include <stddef.h>

#include "base/buf.h"
#include "base/status.h"
#include "pack/secret.h"

enum { IW_KEY_ID_SIZE = 8, IW_PUBLIC_SIZE = 32, IW_SECRET_SIZE = 64 };

struct iw_public_key {
	unsigned char id[IW_KEY_ID_SIZE];
	unsigned char key[IW_PUBLIC_SIZE];
};

struct iw_secret_key {
	unsigned char id[IW_KEY_ID_SIZE];
	struct iw_secret key; /* the seed, then the public key */
};

#define IW_SECRET_KEY_INIT                                                                                             \
	{                                                                                                              \
		{ 0 }, IW_SECRET_INIT                                                                                  \
	}

/* The id as minisign prints it: 16 upper-case hexadecimal digits. */
struct iw_key_name {
	char text[2 * IW_KEY_ID_SIZE + 1];
};
struct iw_key_name iw_key_name(const unsigned char id[IW_KEY_ID_SIZE]);

/* How hard it is to guess a password: scrypt's limits, kept in the file. */
struct iw_scrypt {
	unsigned long long operations;
	size_t memory;
};

/* Reading: IW_UNUSABLE when a file is missing, malformed, or (for a secret key) the password is wrong. */
enum iw_status iw_public_key_read(const char *path, struct iw_public_key *out, struct iw_error *e);
enum iw_status iw_public_key_parse(const char *text, size_t len, const char *where, struct iw_public_key *out,
                                   struct iw_error *e);

/* Asks for the password only when the file has one; `ask` may be NULL: then such a file is IW_UNUSABLE. */
enum iw_status iw_secret_key_read(const char *path, iw_password_ask *ask, void *context, struct iw_secret_key *out,
                                  struct iw_error *e);
enum iw_status iw_secret_key_parse(const char *text, size_t len, const char *where, iw_password_ask *ask, void *context,
                                   struct iw_secret_key *out, struct iw_error *e);

/* The text of the files. That of a secret key is a string; password NULL: not protected; `cost` NULL: minisign's own.
 */
void iw_public_key_write(const struct iw_public_key *key, struct iw_buf *out);
enum iw_status iw_secret_key_write(const struct iw_secret_key *key, const char *password, const struct iw_scrypt *cost,
                                   struct iw_secret *out, struct iw_error *e);

enum iw_status iw_secret_key_generate(struct iw_secret_key *out, struct iw_error *e);
void iw_secret_key_public(const struct iw_secret_key *key, struct iw_public_key *out);
void iw_secret_key_release(struct iw_secret_key *key);

/*
 * Generate a key and write NAME.pub (0644) and NAME.key (0600), neither of which may be there yet.
 * The password is asked for twice; `ask` NULL makes a key without one.
 */
enum iw_status iw_keygen(const char *name, iw_password_ask *ask, void *context, struct iw_public_key *out,
                         struct iw_error *e);

#endif
