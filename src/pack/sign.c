/* SPDX-License-Identifier: Apache-2.0 */
#include "pack/sign.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/commit.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/path.h"
#include "pack/minisig.h"
#include "pack/zip.h"

enum iw_status
iw_sign(const void *bytes, size_t len, const struct iw_secret_key *key, const struct iw_claims *about,
        struct iw_buf *out, struct iw_error *e)
{
	struct iw_claims claims = { .kind = IW_PACKAGE_ANY };
	struct iw_buf comment = IW_BUF_INIT;
	enum iw_status status = iw_sodium_start(e);

	if (status != IW_OK)
		return status;
	if (about)
		claims = *about;
	iw_claims_measure(&claims, bytes, len);
	iw_claims_write(&claims, &comment);
	status = iw_minisig_write(bytes, len, key, comment.data, out, e);
	iw_buf_release(&comment);
	return status;
}

char *
iw_signature_path(const char *path, const unsigned char *id)
{
	return id ? iw_printf("%s.%s.minisig", path, iw_key_name(id).text) : iw_printf("%s.minisig", path);
}

/* Whether a signature may be written there: nothing is there, or a signature of the same key. */
static bool
is_free(const char *path, const unsigned char id[IW_KEY_ID_SIZE])
{
	struct iw_minisig sig = IW_MINISIG_INIT;
	struct iw_buf text = IW_BUF_INIT;
	struct stat st;
	bool is = lstat(path, &st) != 0;

	if (!is && iw_file_read(path, IW_MOST_SIGNATURE, &text, NULL, NULL) == IW_OK &&
	    iw_minisig_parse(text.data, text.len, path, &sig, NULL) == IW_OK)
		is = memcmp(sig.id, id, IW_KEY_ID_SIZE) == 0;
	iw_minisig_release(&sig);
	iw_buf_release(&text);
	return is;
}

static enum iw_status
check_package(const char *path, const struct iw_buf *bytes, struct iw_error *e)
{
	struct iw_zip_listing listing = IW_ZIP_LISTING_INIT;
	struct iw_error why;
	enum iw_status status = IW_OK;

	if (iw_path_has_suffix(path, ".zip"))
		status = iw_zip_check(bytes->data, bytes->len, &listing, &why);
	if (status != IW_OK)
		iw_fail(e, status, "%s: not signed, because no one could verify it: %s", path, why.text);
	iw_zip_listing_release(&listing);
	return status;
}

enum iw_status
iw_sign_file(const char *path, const struct iw_secret_key *key, const struct iw_claims *about, char **written,
             struct iw_error *e)
{
	char *target = iw_signature_path(path, NULL);
	struct iw_buf bytes = IW_BUF_INIT, text = IW_BUF_INIT;
	struct iw_commit c = IW_COMMIT_INIT;
	enum iw_status status = iw_file_read(path, IW_MOST_SIGNED, &bytes, NULL, e);

	if (status == IW_OK)
		status = check_package(path, &bytes, e);
	if (status == IW_OK)
		status = iw_sign(bytes.data, bytes.len, key, about, &text, e);
	if (status != IW_OK)
		goto out;
	if (!is_free(target, key->id)) {
		free(target);
		target = iw_signature_path(path, key->id);
	}
	status = iw_commit_add(&c, target, text.data, text.len, 0644, e);
	if (status == IW_OK)
		status = iw_commit_finish(&c, e);
	if (status == IW_OK) {
		*written = target;
		target = NULL;
	}
out:
	iw_commit_release(&c);
	iw_buf_release(&text);
	iw_buf_release(&bytes);
	free(target);
	return status;
}
