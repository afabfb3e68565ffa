/* SPDX-License-Identifier: Apache-2.0 */
/* Keys, signatures, claims. With minisign itself: tests/minisign.t. */
#include <sodium.h>
#include <stdlib.h>

#include "base/mem.h"
#include "pack/claims.h"
#include "pack/minikey.h"
#include "pack/minisig.h"
#include "pack/sign.h"
#include "tap.h"

static const char content[] = "What is signed.\n";
#define CONTENT_LEN (sizeof content - 1)

/* Cheap for tests: a guess costs nothing. */
static const struct iw_scrypt cheap = { 32768, 1 << 20 };

static enum iw_status
answer(void *context, const char *prompt, struct iw_secret *out, struct iw_error *e)
{
	(void)prompt;
	(void)e;
	snprintf((char *)out->bytes, out->size, "%s", (const char *)context);
	return IW_OK;
}

static enum iw_status
parse_secret(const char *text, void *password, struct iw_error *e)
{
	struct iw_secret_key key = IW_SECRET_KEY_INIT;
	enum iw_status status =
		iw_secret_key_parse(text, strlen(text), "k.key", password ? answer : NULL, password, &key, e);

	iw_secret_key_release(&key);
	return status;
}

static void
test_public_keys(void)
{
	static const char good[] = "untrusted comment: minisign public key 20C93111F3009405\n"
	                           "RWQFlADzETHJIL/rovrUPXu0S4jaWF+BrAgbOHzDzj++LfrbqHoSt5v0\n";
	static const char *const bad[] = {
		"", "\n", "untrusted comment: x\n", "RWQFlADzETHJIL/rovrUPXu0S4jaWF+BrAgbOHzDzj++LfrbqHoSt5v0\n",
		"untrusted comment: x\nRWQFlADzETHJIL/rovrUPXu0S4jaWF+BrAgbOHzDzj++LfrbqHoSt5v0",
		"untrusted comment: x\nRWQFlADzETHJIL/rovrUPXu0S4jaWF+BrAgbOHzDzj++LfrbqHoSt5v0\n\n",
		"untrusted comment: x\r\nRWQFlADzETHJIL/rovrUPXu0S4jaWF+BrAgbOHzDzj++LfrbqHoSt5v0\r\n",
		"untrusted comment: x\nRWQFlADzETHJIL/rovrUPXu0S4jaWF+BrAgbOHzDzj++LfrbqHoSt5v0 \n",
		"untrusted comment: x\nRWQFlADzETHJIL/rovrUPXu0S4jaWF+BrAgbOHzDzj++LfrbqHoSt5v\n",
		"untrusted comment: x\nRWQFlADzETHJIL_rovrUPXu0S4jaWF-BrAgbOHzDzj--LfrbqHoSt5v0\n",
		"untrusted comment: x\nRUQFlADzETHJIL/rovrUPXu0S4jaWF+BrAgbOHzDzj++LfrbqHoSt5v0\n",
		"comment: x\nRWQFlADzETHJIL/rovrUPXu0S4jaWF+BrAgbOHzDzj++LfrbqHoSt5v0\n",
	};
	struct iw_buf text = IW_BUF_INIT;
	struct iw_public_key key;
	struct iw_error e;

	is_num(iw_public_key_parse(good, strlen(good), "k.pub", &key, &e), IW_OK);
	is_str(iw_key_name(key.id).text, "20C93111F3009405");
	iw_public_key_write(&key, &text);
	is_str(text.data, good);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		is_num(iw_public_key_parse(bad[i], strlen(bad[i]), "k.pub", &key, &e), IW_UNUSABLE);
	is_num(iw_public_key_read("/no/such.pub", &key, &e), IW_UNUSABLE);
	iw_buf_release(&text);
}

/* Change byte `at` of the 158 that a key file holds, and what comes of it. */
static enum iw_status
changed(const struct iw_secret *text, size_t at, unsigned char x, void *password, struct iw_error *e)
{
	const char *line = strchr((char *)text->bytes, '\n') + 1;
	unsigned char bytes[158];
	char copy[400], *end = copy + snprintf(copy, sizeof copy, "untrusted comment: x\n");
	enum iw_status status;

	sodium_base642bin(bytes, sizeof bytes, line, strlen(line) - 1, NULL, NULL, NULL, sodium_base64_VARIANT_ORIGINAL);
	bytes[at] ^= x;
	sodium_bin2base64(end, sizeof copy - 30, bytes, sizeof bytes, sodium_base64_VARIANT_ORIGINAL);
	snprintf(end + strlen(end), 2, "\n");
	status = parse_secret(copy, password, e);
	return status;
}

static void
test_secret_keys(void)
{
	struct iw_secret_key key = IW_SECRET_KEY_INIT, again = IW_SECRET_KEY_INIT;
	struct iw_secret open = IW_SECRET_INIT, sealed = IW_SECRET_INIT;
	char right[] = "right", wrong[] = "wrong";
	struct iw_error e = { "" };
	int taken = 0;

	is_num(iw_secret_key_generate(&key, &e), IW_OK);
	is_num(iw_secret_key_write(&key, NULL, NULL, &open, &e), IW_OK);
	is_num(iw_secret_key_write(&key, right, &cheap, &sealed, &e), IW_OK);
	is_num(parse_secret((char *)open.bytes, NULL, &e), IW_OK);
	is_num(parse_secret((char *)sealed.bytes, right, &e), IW_OK);
	is_num(parse_secret((char *)sealed.bytes, wrong, &e), IW_UNUSABLE);
	is_str(e.text, "k.key: the password is wrong; try again");
	is_num(parse_secret((char *)sealed.bytes, NULL, &e), IW_UNUSABLE);
	is_num(iw_secret_key_parse((char *)sealed.bytes, strlen((char *)sealed.bytes), "k", answer, right, &again, &e), IW_OK);
	ok(memcmp(again.id, key.id, sizeof key.id) == 0 && memcmp(again.key.bytes, key.key.bytes, IW_SECRET_SIZE) == 0);
	/* Without a password the salt and the limits (6 to 53) mean nothing; all else is guarded. */
	for (size_t at = 0; at < 158; at++)
		for (int bit = 0; bit < 8 && (at < 6 || at > 53); bit++)
			taken += changed(&open, at, (unsigned char)(1 << bit), right, &e) == IW_OK;
	is_num(taken, 0);
	for (size_t at = 0; at < 158; at++)
		if (at < 38 || at > 53)
			taken += changed(&sealed, at, 1, right, &e) == IW_OK;
	is_num(taken, 0);
	is_num(changed(&sealed, 53, 0x80, right, &e), IW_UNUSABLE);
	ok(strstr(e.text, "asks for more work"));
	is_num(changed(&sealed, 42, 0x01, right, &e), IW_UNUSABLE);
	ok(strstr(e.text, "asks for more work"));
	iw_secret_release(&open);
	iw_secret_release(&sealed);
	iw_secret_key_release(&again);
	iw_secret_key_release(&key);
}

struct signed_text {
	struct iw_secret_key secret;
	struct iw_public_key public;
	unsigned char digest[IW_DIGEST_SIZE];
	struct iw_buf text;
};

static void
sign_content(struct signed_text *s)
{
	struct iw_claims about;
	struct iw_error e = { "" };

	*s = (struct signed_text){ .secret = IW_SECRET_KEY_INIT, .text = IW_BUF_INIT };
	is_num(iw_secret_key_generate(&s->secret, &e), IW_OK);
	iw_secret_key_public(&s->secret, &s->public);
	is_num(iw_claims_init(&about, IW_PACKAGE_CANDIDATE, "aip-c01", "A", "1", &e), IW_OK);
	is_num(iw_sign(content, CONTENT_LEN, &s->secret, &about, &s->text, &e), IW_OK);
	is_num(iw_minisig_digest(content, CONTENT_LEN, s->digest, &e), IW_OK);
	is_str(e.text, "");
}

static bool
good(const struct signed_text *s, const char *text, size_t len)
{
	struct iw_minisig sig = IW_MINISIG_INIT;
	struct iw_error e = { "" };
	enum iw_status status = iw_minisig_parse(text, len, "f.minisig", &sig, &e);
	bool is = status == IW_OK && iw_minisig_signer(&sig, s->digest, &s->public, 1);

	if (status != IW_OK && (status != IW_FOUND || !e.text[0]))
		printf("Bail out! refused without a reason\n"), exit(1);
	iw_minisig_release(&sig);
	return is;
}

static void
test_flips(const struct signed_text *s)
{
	size_t len = s->text.len, first = (size_t)(strchr(s->text.data, '\n') - s->text.data), taken = 0, tried = 0;
	char *copy = iw_strndup(s->text.data, len + 1);

	ok(good(s, copy, len));
	for (size_t i = 0; i < len; i++)
		for (int bit = 0; bit < 8; bit++) {
			copy[i] = (char)(copy[i] ^ (1 << bit));
			/* The text of the untrusted comment may be anything printable. */
			if (i < strlen("untrusted comment: ") || i >= first) {
				bool is = good(s, copy, len);

				taken += is;
				tried++;
				if (is)
					printf("# taken: byte %zu, 0x%02x for '%c'\n", i, (unsigned char)copy[i], s->text.data[i]);
			}
			copy[i] = s->text.data[i];
		}
	is_num(taken, 0);
	for (size_t n = 0; n < len; n++, tried++)
		taken += good(s, copy, n);
	is_num(taken, 0);
	for (int x = 0; x < 256; x++, tried++) {
		copy[len] = (char)x;
		taken += good(s, copy, len + 1);
	}
	is_num(taken, 0);
	printf("# %zu changed signatures\n", tried);
	free(copy);
}

/* The same signature with each LF as CRLF, or with `from` replaced by `to` once. */
static bool
good_with(const struct signed_text *s, const char *from, const char *to, bool all)
{
	struct iw_buf b = IW_BUF_INIT;
	const char *at = s->text.data, *hit;
	bool is;

	while ((hit = strstr(at, from)) != NULL) {
		iw_buf_add(&b, at, (size_t)(hit - at));
		iw_buf_str(&b, to);
		at = hit + strlen(from);
		if (!all)
			break;
	}
	iw_buf_str(&b, at);
	is = good(s, b.data, b.len);
	iw_buf_release(&b);
	return is;
}

static void
test_signatures(void)
{
	struct signed_text s, other;
	struct iw_buf again = IW_BUF_INIT;
	struct iw_public_key keys[2];
	struct iw_minisig sig = IW_MINISIG_INIT;
	struct iw_claims about;
	struct iw_error e = { "" };

	sign_content(&s);
	sign_content(&other);
	test_flips(&s);
	ok(strstr(s.text.data, "\nRU") != NULL);
	ok(!good_with(&s, "\nRU", "\nRW", false)); /* "Ed" */
	ok(!good_with(&s, "\n", "\r\n", true));
	ok(!good_with(&s, "\n", "\r\n", false));
	ok(!good_with(&s, "\n", "\n\n", false));
	ok(!good_with(&s, "==\n", "\n", false));
	ok(!good_with(&s, "==\n", "== \n", false));
	ok(!good_with(&s, "\tform=A", "\tform=B", false));
	ok(good_with(&s, "signature by", "anything", false));
	ok(!good_with(&s, "signature by", "\033[2J", false));
	iw_claims_init(&about, IW_PACKAGE_CANDIDATE, "aip-c01", "A", "1", &e);
	iw_sign(content, CONTENT_LEN, &s.secret, &about, &again, &e);
	is_str(again.data, s.text.data);
	/* Two keys with one id: the id is a hint, the key decides. */
	is_num(iw_minisig_parse(s.text.data, s.text.len, "f", &sig, &e), IW_OK);
	keys[0] = other.public;
	keys[1] = s.public;
	memcpy(keys[0].id, s.public.id, IW_KEY_ID_SIZE);
	ok(iw_minisig_signer(&sig, s.digest, keys, 2) == &keys[1]);
	ok(!iw_minisig_signer(&sig, s.digest, keys, 1));
	ok(!iw_minisig_signer(&sig, s.digest, &other.public, 1));
	s.digest[0] ^= 1;
	ok(!iw_minisig_signer(&sig, s.digest, keys, 2));
	is_num(iw_minisig_write(content, CONTENT_LEN, &s.secret, "a\nb", &again, &e), IW_UNUSABLE);
	is_num(iw_minisig_write(content, CONTENT_LEN, &s.secret, "\xc3\xa9", &again, &e), IW_UNUSABLE);
	iw_minisig_release(&sig);
	iw_buf_release(&again);
	iw_buf_release(&s.text);
	iw_buf_release(&other.text);
	iw_secret_key_release(&s.secret);
	iw_secret_key_release(&other.secret);
}

#define HASH "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static void
test_claims(void)
{
	static const char *const right[] = {
		"itemwright=1\tsize=0\tsha256=" HASH,
		"itemwright=1\tsha256=" HASH "\tsize=15",
		"itemwright=1\texam=e\tform=f\tversion=1.0\tkind=scoring\tsize=15\tsha256=" HASH,
		"itemwright=1\tsize=15\tkind=candidate\tversion=1\tsha256=" HASH "\texam=e\tform=f",
	};
	static const char *const bad[] = {
		"itemwright=", "itemwright=1", "itemwright=1\t", "itemwright=2\tsize=0\tsha256=" HASH, "itemwright=11\tsize=0\tsha256=" HASH,
		"itemwright=1\tsize=0", "itemwright=1\tsha256=" HASH, "itemwright=1\tsize=0\tsha256=" HASH "\t",
		"itemwright=1\t\tsize=0\tsha256=" HASH, "itemwright=1\tsize=0\tsize=0\tsha256=" HASH,
		"itemwright=1\tsize=00\tsha256=" HASH, "itemwright=1\tsize=-1\tsha256=" HASH, "itemwright=1\tsize=\tsha256=" HASH,
		"itemwright=1\tsize=1e3\tsha256=" HASH, "itemwright=1\tsize=9999999999999999\tsha256=" HASH,
		"itemwright=1\tsize=0\tsha256=" HASH "0", "itemwright=1\tsize=0\tsha256=0123456789ABCDEF" HASH,
		"itemwright=1\tsize=0\tsha256=" HASH "\texam=e", "itemwright=1\tsize=0\tsha256=" HASH "\texam=e\tform=f\tversion=1",
		"itemwright=1\tsize=0\tsha256=" HASH "\texam=e\tform=f\tversion=1\tkind=other",
		"itemwright=1\tsize=0\tsha256=" HASH "\texam=e\tform=\tversion=1\tkind=scoring",
		"itemwright=1\tsize=0\tsha256=" HASH "\texam=e\tform=a b\tversion=1\tkind=scoring",
		"itemwright=1\tsize=0\tsha256=" HASH "\tother=1", "itemwright=1\tSize=0\tsha256=" HASH, "itemwright=1 size=0 sha256=" HASH,
	};
	struct iw_claims claims, again;
	struct iw_buf text = IW_BUF_INIT;
	struct iw_error e = { "" };

	for (size_t i = 0; i < sizeof right / sizeof *right; i++)
		ok_named(iw_claims_parse(right[i], &claims, &e) == IW_OK, right[i]);
	is_str(claims.exam, "e");
	is_num(claims.kind, IW_PACKAGE_CANDIDATE);
	is_num(claims.size, 15);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		ok(iw_claims_are_ours(bad[i]));
		ok_named(iw_claims_parse(bad[i], &claims, &e) == IW_FOUND, bad[i]);
	}
	ok(!iw_claims_are_ours("timestamp:1\tfile:f\thashed"));
	is_num(iw_claims_init(&claims, IW_PACKAGE_SCORING, "aip c01", "A", "1", &e), IW_UNUSABLE);
	is_num(iw_claims_init(&claims, IW_PACKAGE_SCORING, "aip-c01", "A", "1", &e), IW_OK);
	iw_claims_measure(&claims, "abc", 3);
	iw_claims_write(&claims, &text);
	is_str(text.data, "itemwright=1\texam=aip-c01\tform=A\tversion=1\tkind=scoring\tsize=3\t"
	                  "sha256=ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	is_num(iw_claims_parse(text.data, &again, &e), IW_OK);
	is_num(iw_claims_check(&again, "abc", 3, &e), IW_OK);
	is_num(iw_claims_check(&again, "abd", 3, &e), IW_FOUND);
	is_num(iw_claims_check(&again, "abcd", 4, &e), IW_FOUND);
	iw_buf_release(&text);
}

int
main(void)
{
	if (sodium_init() < 0)
		return 1;
	test_public_keys();
	test_secret_keys();
	test_signatures();
	test_claims();
	return done();
}
