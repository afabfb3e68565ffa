/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Claims: what a signer says of a file in the trusted comment of the signature. Fields name=value, between
 * tabs; docs/packages.md has the grammar:
 *
 *     itemwright=1 <TAB> exam=aip-c01 <TAB> form=A <TAB> version=1 <TAB> kind=candidate <TAB> size=... <TAB> sha256=...
 *
 * Invariants: size and sha256 are always there; exam, form, version and kind are all there or none (when
 * the signer vouches for the bytes alone). No time, so that the same package is signed in the same bytes.
 * With these a browser can verify by Ed25519 and SHA-256, without BLAKE2b.
 */
#ifndef IW_CLAIMS_H
#define IW_CLAIMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/status.h"

enum iw_package_kind {
	IW_PACKAGE_ANY, /* no claim about exam, form, version and kind */
	IW_PACKAGE_CANDIDATE,
	IW_PACKAGE_SCORING,
};

enum { IW_CLAIM_SIZE = 65, IW_SHA256_TEXT = 65 };

/* Ids are as in the schema: an ASCII letter or digit, then letters, digits, '.', '_', '-'; at most 64. */
struct iw_claims {
	enum iw_package_kind kind;
	char exam[IW_CLAIM_SIZE], form[IW_CLAIM_SIZE], version[IW_CLAIM_SIZE]; /* "" when kind is ANY */
	uint64_t size;
	char sha256[IW_SHA256_TEXT]; /* lower-case hexadecimal */
};

/* Claims about a form's package. IW_UNUSABLE when an id is none. Size and hash are set by iw_claims_measure. */
enum iw_status iw_claims_init(struct iw_claims *claims, enum iw_package_kind kind, const char *exam, const char *form,
                              const char *version, struct iw_error *e);

/* Set size and SHA-256 from a file's bytes. */
void iw_claims_measure(struct iw_claims *claims, const void *bytes, size_t len);

/* Add the claims as a trusted comment. */
void iw_claims_write(const struct iw_claims *claims, struct iw_buf *out);

/* Whether a trusted comment is meant to be ours. */
bool iw_claims_are_ours(const char *comment);

/* IW_FOUND when the comment is not complete and right to the letter. Fields may stand in any order, the first first. */
enum iw_status iw_claims_parse(const char *comment, struct iw_claims *out, struct iw_error *e);

/* IW_FOUND when size or SHA-256 are not the file's. */
enum iw_status iw_claims_check(const struct iw_claims *claims, const void *bytes, size_t len, struct iw_error *e);

const char *iw_package_kind_name(enum iw_package_kind kind);

#endif
