/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Signing packages and other files: the signature with the claims, and the place where it belongs.
 *
 * Beside NAME stand NAME.minisig, of the first signer, and NAME.KEYID.minisig of each further one.
 */
#ifndef IW_SIGN_H
#define IW_SIGN_H

#include <stddef.h>

#include "base/buf.h"
#include "base/status.h"
#include "pack/claims.h"
#include "pack/minikey.h"

/* The largest file that is signed or verified: it is held in memory. And the largest signature. */
#define IW_MOST_SIGNED ((size_t)1 << 30)
#define IW_MOST_SIGNATURE ((size_t)16 << 10)

/*
 * Add the text of a signature over `bytes`. `about` says what it is, as iw_claims_init does; NULL: only its
 * size and hash are claimed.
 */
enum iw_status iw_sign(const void *bytes, size_t len, const struct iw_secret_key *key, const struct iw_claims *about,
                       struct iw_buf *out, struct iw_error *e);

/* "NAME.minisig", or "NAME.KEYID.minisig" when `id` is not NULL. Free with free(). */
char *iw_signature_path(const char *path, const unsigned char *id);

/*
 * Sign a file and write the signature beside it: to NAME.minisig when that is free or is this key's, else to
 * NAME.KEYID.minisig. A file NAME.zip must be a canonical package, else IW_FOUND. `*written` is the signature's
 * path, yours. NAME.minisig of another key is never replaced; NAME.KEYID.minisig is this key's place.
 */
enum iw_status iw_sign_file(const char *path, const struct iw_secret_key *key, const struct iw_claims *about,
                            char **written, struct iw_error *e);

#endif
