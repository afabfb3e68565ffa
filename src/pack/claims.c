/* SPDX-License-Identifier: Apache-2.0 */
#include "pack/claims.h"

#include <inttypes.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

static const char MARKER[] = "itemwright=";
static const char VERSION[] = "itemwright=1";

enum field { EXAM, FORM, RELEASE, KIND, SIZE, SHA256, FIELDS };

static const char *const names[FIELDS] = {
	[EXAM] = "exam", [FORM] = "form", [RELEASE] = "version", [KIND] = "kind", [SIZE] = "size", [SHA256] = "sha256",
};

/* The fields that are there together or not at all, and those that always are. */
enum {
	ABOUT_FORM = 1 << EXAM | 1 << FORM | 1 << RELEASE | 1 << KIND,
	ABOUT_FILE = 1 << SIZE | 1 << SHA256,
};

static const char *const kinds[] = {
	[IW_PACKAGE_ANY] = "",
	[IW_PACKAGE_CANDIDATE] = "candidate",
	[IW_PACKAGE_SCORING] = "scoring",
};

const char *
iw_package_kind_name(enum iw_package_kind kind)
{
	return kinds[kind];
}

static bool
is_alnum(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Copy an id of `len` bytes, if it is one. */
static bool
take_id(const char *s, size_t len, char out[IW_CLAIM_SIZE])
{
	if (len == 0 || len >= IW_CLAIM_SIZE || !is_alnum(s[0]))
		return false;
	for (size_t i = 1; i < len; i++)
		if (!is_alnum(s[i]) && s[i] != '.' && s[i] != '_' && s[i] != '-')
			return false;
	memcpy(out, s, len);
	out[len] = '\0';
	return true;
}

static bool
take_kind(const char *s, size_t len, enum iw_package_kind *out)
{
	for (size_t i = IW_PACKAGE_CANDIDATE; i <= IW_PACKAGE_SCORING; i++)
		if (strlen(kinds[i]) == len && memcmp(kinds[i], s, len) == 0) {
			*out = (enum iw_package_kind)i;
			return true;
		}
	return false;
}

/* Decimal without leading zeros, of at most 15 digits: JavaScript's numbers hold these too. */
static bool
take_size(const char *s, size_t len, uint64_t *out)
{
	uint64_t value = 0;

	if (len == 0 || len > 15 || (s[0] == '0' && len > 1))
		return false;
	for (size_t i = 0; i < len; i++) {
		if (s[i] < '0' || s[i] > '9')
			return false;
		value = 10 * value + (uint64_t)(s[i] - '0');
	}
	*out = value;
	return true;
}

static bool
take_hash(const char *s, size_t len, char out[IW_SHA256_TEXT])
{
	if (len != IW_SHA256_TEXT - 1)
		return false;
	for (size_t i = 0; i < len; i++)
		if (!(s[i] >= '0' && s[i] <= '9') && !(s[i] >= 'a' && s[i] <= 'f'))
			return false;
	memcpy(out, s, len);
	out[len] = '\0';
	return true;
}

static bool
take_value(struct iw_claims *claims, enum field field, const char *s, size_t len)
{
	switch (field) {
	case EXAM: return take_id(s, len, claims->exam);
	case FORM: return take_id(s, len, claims->form);
	case RELEASE: return take_id(s, len, claims->version);
	case KIND: return take_kind(s, len, &claims->kind);
	case SIZE: return take_size(s, len, &claims->size);
	case SHA256: return take_hash(s, len, claims->sha256);
	case FIELDS: break;
	}
	return false;
}

/* Take one name=value; `seen` has a bit for each field that was there before. */
static bool
take_field(struct iw_claims *claims, const char *s, size_t len, unsigned *seen)
{
	for (unsigned i = 0; i < FIELDS; i++) {
		size_t n = strlen(names[i]);

		if (len <= n || memcmp(s, names[i], n) != 0 || s[n] != '=')
			continue;
		if (*seen & 1U << i)
			return false;
		*seen |= 1U << i;
		return take_value(claims, (enum field)i, s + n + 1, len - n - 1);
	}
	return false;
}

bool
iw_claims_are_ours(const char *comment)
{
	return strncmp(comment, MARKER, strlen(MARKER)) == 0;
}

enum iw_status
iw_claims_parse(const char *comment, struct iw_claims *out, struct iw_error *e)
{
	size_t n = strlen(VERSION);
	struct iw_claims claims = { .kind = IW_PACKAGE_ANY };
	const char *at = comment + n;
	unsigned seen = 0;

	if (strncmp(comment, VERSION, n) != 0 || *at != '\t')
		return iw_fail(e, IW_FOUND,
		               "the trusted comment is not of version 1 of Itemwright's claims; verify with the "
		               "version of itemwright that signed");
	while (*at == '\t') {
		size_t len = strcspn(++at, "\t");

		if (!take_field(&claims, at, len, &seen))
			return iw_fail(e, IW_FOUND,
			               "the trusted comment has a claim that is malformed, not known or there twice: "
			               "'%.*s'; sign again",
			               len > 80 ? 80 : (int)len, at);
		at += len;
	}
	if ((seen & ABOUT_FILE) != ABOUT_FILE || ((seen & ABOUT_FORM) != 0 && (seen & ABOUT_FORM) != ABOUT_FORM))
		return iw_fail(e, IW_FOUND,
		               "the trusted comment lacks claims: size and sha256, and exam, form, version and kind "
		               "together; sign again");
	*out = claims;
	return IW_OK;
}

enum iw_status
iw_claims_init(struct iw_claims *claims, enum iw_package_kind kind, const char *exam, const char *form,
               const char *version, struct iw_error *e)
{
	struct iw_claims new = { .kind = kind };

	if (kind != IW_PACKAGE_ANY &&
	    (!take_id(exam, strlen(exam), new.exam) || !take_id(form, strlen(form), new.form) ||
	     !take_id(version, strlen(version), new.version)))
		return iw_fail(e, IW_UNUSABLE,
		               "exam '%s', form '%s', version '%s': ids are ASCII letters, digits, '.', '_' and "
		               "'-', at most %d",
		               exam, form, version, IW_CLAIM_SIZE - 1);
	*claims = new;
	return IW_OK;
}

void
iw_claims_measure(struct iw_claims *claims, const void *bytes, size_t len)
{
	unsigned char hash[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(hash, bytes, len);
	sodium_bin2hex(claims->sha256, sizeof claims->sha256, hash, sizeof hash);
	claims->size = len;
}

void
iw_claims_write(const struct iw_claims *claims, struct iw_buf *out)
{
	iw_buf_str(out, VERSION);
	if (claims->kind != IW_PACKAGE_ANY)
		iw_buf_printf(out, "\texam=%s\tform=%s\tversion=%s\tkind=%s", claims->exam, claims->form,
		              claims->version, kinds[claims->kind]);
	iw_buf_printf(out, "\tsize=%" PRIu64 "\tsha256=%s", claims->size, claims->sha256);
}

enum iw_status
iw_claims_check(const struct iw_claims *claims, const void *bytes, size_t len, struct iw_error *e)
{
	struct iw_claims real = { .kind = IW_PACKAGE_ANY };

	iw_claims_measure(&real, bytes, len);
	if (claims->size != real.size)
		return iw_fail(e, IW_FOUND,
		               "the signer claims %" PRIu64 " bytes and the file has %" PRIu64 "; sign again",
		               claims->size, real.size);
	if (strcmp(claims->sha256, real.sha256) != 0)
		return iw_fail(e, IW_FOUND, "the signer claims another SHA-256 than the file has; sign again");
	return IW_OK;
}
