/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Verifying a file against the keys that one trusts.
 *
 * Order, which is the point of it: the file is read once from one descriptor; signatures are checked over
 * all of its bytes; enough distinct keys must have signed; their claims must hold; only then, and only in a
 * NAME.zip, is a byte of the archive looked at, strictly. What is extracted later are these same bytes.
 *
 * Signatures are looked for in NAME.minisig and, for each trusted key, NAME.KEYID.minisig. Distinct public
 * keys are counted: not files, not key ids, which anyone can choose.
 */
#ifndef IW_VERIFY_H
#define IW_VERIFY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/status.h"
#include "pack/claims.h"
#include "pack/minikey.h"
#include "pack/zip.h"

/* A key with a good signature. */
struct iw_signer {
	struct iw_public_key key;
	char *path;    /* of the signature */
	char *comment; /* the trusted comment: UTF-8 without control characters but tabs */
	bool has_claims;
	struct iw_claims claims;
};

struct iw_verified {
	struct iw_buf bytes; /* of the whole file */
	struct iw_signer *signers;
	size_t count, cap;
	bool is_package;               /* NAME.zip: then `listing` is its content, borrowing from `bytes` */
	struct iw_zip_listing listing; /* for iw_archive_extract */
	struct iw_buf notes; /* what the user should know, a line each with LF: signatures that do not count, and why */
};

#define IW_VERIFIED_INIT                                                                                               \
	{                                                                                                              \
		IW_BUF_INIT, NULL, 0, 0, false, IW_ZIP_LISTING_INIT, IW_BUF_INIT                                       \
	}

/*
 * IW_OK only when at least `require` of the keys have signed and all else holds. IW_UNUSABLE: the file cannot be
 * read, or `require` is 0 or more than there are distinct keys. IW_FOUND: verification failed.
 * `out` is the caller's IW_VERIFIED_INIT, to be released in any case; its notes are filled in also when it fails,
 * its other fields mean nothing then.
 */
enum iw_status iw_verify(const char *path, const struct iw_public_key *keys, size_t count, size_t require,
                         struct iw_verified *out, struct iw_error *e);
void iw_verified_release(struct iw_verified *v);

#endif
