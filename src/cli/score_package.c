/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/score_package.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/path.h"
#include "cli/public_keys.h"
#include "pack/verify.h"

/* Whether what was signed as one form holds another. */
static bool
is_other_form(const struct iw_verified *v, const struct iw_answer_key *key)
{
	for (size_t i = 0; i < v->count; i++) {
		const struct iw_claims *c = &v->signers[i].claims;

		if (v->signers[i].has_claims && c->kind == IW_PACKAGE_SCORING &&
		    (strcmp(c->exam, key->exam) != 0 || strcmp(c->form, key->form) != 0 ||
		     strcmp(c->version, key->form_version) != 0))
			return true;
	}
	return false;
}

static enum iw_status
read_form(const char *path, const struct iw_verified *v, struct iw_answer_key *key, struct iw_error *e)
{
	const struct iw_zip_member *form = v->is_package ? iw_zip_get(&v->listing, "form.json") : NULL;
	enum iw_status status;

	if (!form && v->is_package && iw_zip_get(&v->listing, "imsmanifest.xml"))
		return iw_fail(
			e, IW_UNUSABLE,
			"%s is the candidate package, which tells no answer; give the scoring package, NAME.key.zip",
			path);
	if (!form)
		return iw_fail(
			e, IW_UNUSABLE,
			"%s is no scoring package: there is no form.json in it; give the NAME.key.zip that pack wrote",
			path);
	status = iw_answer_key_parse(key, path, (const char *)form->data, form->size, e);
	if (status == IW_OK && is_other_form(v, key)) {
		iw_answer_key_release(key);
		status = iw_fail(e, IW_FOUND, "%s: its signature is for another form than it holds", path);
	}
	return status;
}

enum iw_status
iw_score_package(const struct iw_args *args, struct iw_answer_key *key, struct iw_error *e)
{
	const char *path = iw_args_value(args, "package");
	struct iw_verified v = IW_VERIFIED_INIT;
	struct iw_public_key *keys = NULL;
	enum iw_status status = iw_sodium_start(e);
	unsigned require = 1;
	size_t count;

	if (status == IW_OK && !path)
		status = iw_fail(e, IW_UNUSABLE, "--package names the scoring package of the form, NAME.key.zip");
	if (status == IW_OK)
		status = iw_public_keys(args, &keys, &count, e);
	if (status == IW_OK)
		status = iw_args_number(args, "require", 1, 100, 1, &require, e);
	if (status == IW_OK)
		status = iw_verify(path, keys, count, require, &v, e);
	if (v.notes.len)
		fputs(v.notes.data, stderr);
	if (status == IW_OK)
		status = read_form(path, &v, key, e);
	iw_verified_release(&v);
	free(keys);
	return status;
}
