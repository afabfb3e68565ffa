/* SPDX-License-Identifier: Apache-2.0 */
/* Verification of files beside their signatures: who is counted, what is claimed, what is never looked at. */
#include <stdlib.h>
#include <unistd.h>

#include "base/commit.h"
#include "base/file.h"
#include "base/mem.h"
#include "pack/minisig.h"
#include "pack/sign.h"
#include "pack/verify.h"
#include "tap.h"
#include "zip_builder.h"

enum { KEYS = 3 };

struct fixture {
	char dir[64];
	char *zip;
	struct iw_secret_key secret[KEYS];
	struct iw_public_key public[KEYS];
};

static void
put(const char *path, const void *bytes, size_t len)
{
	struct iw_commit c = IW_COMMIT_INIT;
	struct iw_error e = { "" };

	if (iw_commit_add(&c, path, bytes, len, 0644, &e) != IW_OK || iw_commit_finish(&c, &e) != IW_OK)
		tap_show("cannot write", e.text);
	iw_commit_release(&c);
}

/* Verify, and what was said. */
static enum iw_status
verify(const struct fixture *f, const struct iw_public_key *keys, size_t count, size_t require, const char *want)
{
	struct iw_verified v = IW_VERIFIED_INIT;
	struct iw_error e = { "" };
	enum iw_status status = iw_verify(f->zip, keys, count, require, &v, &e);

	if (want) {
		iw_buf_str(&v.notes, e.text);
		if (!ok_named(strstr(v.notes.data, want) != NULL, want))
			tap_show("said", v.notes.data);
	} else {
		is_str(e.text, "");
	}
	iw_verified_release(&v);
	return status;
}

static void
sign(const struct fixture *f, size_t key, const struct iw_claims *about, const char *want)
{
	struct iw_error e = { "" };
	char *written = NULL;

	is_num(iw_sign_file(f->zip, &f->secret[key], about, &written, &e), IW_OK);
	is_str(e.text, "");
	if (want)
		is_str(written, want);
	free(written);
}

static void
remove_signatures(const struct fixture *f)
{
	char *path = iw_signature_path(f->zip, NULL);

	unlink(path);
	free(path);
	for (size_t i = 0; i < KEYS; i++) {
		path = iw_signature_path(f->zip, f->public[i].id);
		unlink(path);
		free(path);
	}
}

static void
test_counting(const struct fixture *f)
{
	char *first = iw_signature_path(f->zip, NULL), *second = iw_signature_path(f->zip, f->public[1].id);
	struct iw_public_key twins[2] = { f->public[0], f->public[0] };
	struct iw_buf text = IW_BUF_INIT;

	is_num(verify(f, f->public, 3, 1, "not signed"), IW_FOUND);
	sign(f, 0, NULL, first);
	sign(f, 0, NULL, first);
	is_num(verify(f, f->public, 1, 1, NULL), IW_OK);
	is_num(verify(f, f->public, 3, 2, "1 of the keys given have signed it, and 2 must"), IW_FOUND);
	is_num(verify(f, &f->public[1], 2, 1, "not among the keys given"), IW_FOUND);
	/* The same key twice, under one id and under two, and the same signature in two files: still one. */
	is_num(verify(f, twins, 2, 2, "2 signatures are required and 1 different keys"), IW_UNUSABLE);
	memcpy(twins[1].id, f->public[1].id, IW_KEY_ID_SIZE);
	is_num(verify(f, twins, 2, 2, "2 signatures are required and 1 different keys"), IW_UNUSABLE);
	iw_file_read(first, 1 << 16, &text, NULL, NULL);
	put(second, text.data, text.len);
	is_num(verify(f, f->public, 3, 2, "1 of the keys given"), IW_FOUND);
	sign(f, 1, NULL, NULL);
	unlink(second);
	sign(f, 1, NULL, second);
	is_num(verify(f, f->public, 3, 2, NULL), IW_OK);
	is_num(verify(f, f->public, 3, 3, "2 of the keys given"), IW_FOUND);
	/* A bad signature by a trusted key is told, and stops nobody else's. */
	*(strstr(text.data, "sha256=") + 7) ^= 1;
	put(second, text.data, text.len);
	is_num(verify(f, f->public, 3, 1, "BAD signature in the name of key"), IW_OK);
	put(second, "junk", 4);
	is_num(verify(f, f->public, 3, 1, "not a signature"), IW_OK);
	is_num(verify(f, f->public, 3, 0, "0 signatures are required"), IW_UNUSABLE);
	remove_signatures(f);
	iw_buf_release(&text);
	free(second);
	free(first);
}

static void
put_signature(const struct fixture *f, size_t key, const struct iw_buf *bytes, const char *comment)
{
	char *path = iw_signature_path(f->zip, NULL);
	struct iw_buf text = IW_BUF_INIT;
	struct iw_error e;

	is_num(iw_minisig_write(bytes->data, bytes->len, &f->secret[key], comment, &text, &e), IW_OK);
	put(path, text.data, text.len);
	iw_buf_release(&text);
	free(path);
}

static void
test_claims(const struct fixture *f, const struct iw_buf *bytes)
{
	struct iw_claims a, b;
	struct iw_verified v = IW_VERIFIED_INIT;
	struct iw_error e = { "" };

	iw_claims_init(&a, IW_PACKAGE_CANDIDATE, "aip-c01", "A", "1", &e);
	iw_claims_init(&b, IW_PACKAGE_CANDIDATE, "aip-c01", "B", "1", &e);
	sign(f, 0, &a, NULL);
	is_num(iw_verify(f->zip, f->public, 1, 1, &v, &e), IW_OK);
	is_num(v.count, 1);
	is_str(v.signers[0].claims.form, "A");
	ok(v.is_package && v.listing.count == 1);
	is_str(v.notes.data, "");
	iw_verified_release(&v);
	sign(f, 1, NULL, NULL);
	is_num(verify(f, f->public, 2, 2, NULL), IW_OK);
	sign(f, 1, &b, NULL);
	is_num(verify(f, f->public, 2, 2, "claim different exams"), IW_FOUND);
	remove_signatures(f);
	put_signature(f, 0, bytes, "timestamp:1\tfile:x\thashed");
	is_num(verify(f, f->public, 1, 1, "was not made by itemwright"), IW_OK);
	put_signature(f, 0, bytes, "itemwright=1\tsize=1");
	is_num(verify(f, f->public, 1, 1, "lacks claims"), IW_FOUND);
	put_signature(f, 0, bytes, "itemwright=1\tsize=1\tsha256="
	                           "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	is_num(verify(f, f->public, 1, 1, "claims 1 bytes"), IW_FOUND);
	remove_signatures(f);
}

/* A ZIP is looked at only after its signature, and must be canonical. */
static void
test_content(const struct fixture *f, const struct iw_buf *bytes)
{
	struct iw_buf other = IW_BUF_INIT;
	struct iw_error e = { "" };
	char *written = NULL;

	sign(f, 0, NULL, NULL);
	iw_buf_add(&other, bytes->data, bytes->len);
	iw_buf_char(&other, '\n');
	put(f->zip, other.data, other.len);
	is_num(verify(f, f->public, 1, 1, "BAD signature"), IW_FOUND);
	is_num(iw_sign_file(f->zip, &f->secret[0], NULL, &written, &e), IW_FOUND);
	ok(!written && strstr(e.text, "not signed"));
	put_signature(f, 0, &other, "by hand");
	is_num(verify(f, f->public, 1, 1, "not a canonical package"), IW_FOUND);
	put(f->zip, bytes->data, bytes->len);
	remove_signatures(f);
	iw_buf_release(&other);
}

int
main(void)
{
	static const struct zb_zip z = { .m = { { .name = "a", .data = "1" } } };
	struct fixture f = { .dir = "/tmp/iw-verify.XXXXXX" };
	struct iw_buf bytes = IW_BUF_INIT;
	struct iw_error e = { "" };

	if (!mkdtemp(f.dir))
		return 1;
	f.zip = iw_printf("%s/x.zip", f.dir);
	zb_build(&bytes, &z);
	put(f.zip, bytes.data, bytes.len);
	for (size_t i = 0; i < KEYS; i++) {
		is_num(iw_secret_key_generate(&f.secret[i], &e), IW_OK);
		iw_secret_key_public(&f.secret[i], &f.public[i]);
	}
	test_counting(&f);
	test_claims(&f, &bytes);
	test_content(&f, &bytes);
	unlink(f.zip);
	is_num(verify(&f, f.public, 1, 1, "cannot be opened"), IW_UNUSABLE);
	is_num(rmdir(f.dir), 0);
	for (size_t i = 0; i < KEYS; i++)
		iw_secret_key_release(&f.secret[i]);
	iw_buf_release(&bytes);
	free(f.zip);
	return done();
}
