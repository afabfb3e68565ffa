/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Detached signatures in minisign's format (minisign 0.11), the prehashed kind "ED" only. Four lines, LF:
 *
 *     untrusted comment: ...                       anybody can change it; never shown as true
 *     base64("ED" | key id[8] | S[64])             S = Ed25519 of BLAKE2b-512 of the file
 *     trusted comment: C
 *     base64(G[64])                                G = Ed25519 of S | C
 *
 * Invariants: a signature is good only when S and G are, by one key; nothing of it is believed before.
 * Parsing is strict, so that no two texts that differ below the first line are the same signature.
 */
#ifndef IW_MINISIG_H
#define IW_MINISIG_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/status.h"
#include "pack/minikey.h"

enum { IW_SIGNATURE_SIZE = 64, IW_DIGEST_SIZE = 64 };

/* The longest trusted comment that we sign: with S it still is a message of 4096 bytes, which key services take. */
enum { IW_MOST_COMMENT = 4032 };

struct iw_minisig {
	unsigned char id[IW_KEY_ID_SIZE]; /* the id that it claims: a hint which key to try */
	unsigned char signature[IW_SIGNATURE_SIZE], global[IW_SIGNATURE_SIZE];
	char *comment; /* owned; trusted once the signature is good */
};

#define IW_MINISIG_INIT                                                                                                \
	{                                                                                                              \
		{ 0 }, { 0 }, { 0 }, NULL                                                                              \
	}

/* BLAKE2b-512 of a file: what S signs. */
enum iw_status iw_minisig_digest(const void *bytes, size_t len, unsigned char digest[IW_DIGEST_SIZE],
                                 struct iw_error *e);

/*
 * Add the text of a signature over `bytes` to `out`, after verifying it. `comment` is printable ASCII and
 * tabs, at most IW_MOST_COMMENT bytes; else IW_UNUSABLE. The same input gives the same bytes.
 */
enum iw_status iw_minisig_write(const void *bytes, size_t len, const struct iw_secret_key *key, const char *comment,
                                struct iw_buf *out, struct iw_error *e);

/* IW_FOUND when the text is not exactly such a signature. `where` is named in messages. */
enum iw_status iw_minisig_parse(const char *text, size_t len, const char *where, struct iw_minisig *out,
                                struct iw_error *e);
void iw_minisig_release(struct iw_minisig *sig);

/* Whether S is good for the digest and G for S and the comment, by this key. Key ids play no part. */
bool iw_minisig_is_good(const struct iw_minisig *sig, const unsigned char digest[IW_DIGEST_SIZE],
                        const unsigned char key[IW_PUBLIC_SIZE]);

/* The first of the keys by which the signature is good, or NULL. Borrowed. */
const struct iw_public_key *iw_minisig_signer(const struct iw_minisig *sig, const unsigned char digest[IW_DIGEST_SIZE],
                                              const struct iw_public_key *keys, size_t count);

#endif
