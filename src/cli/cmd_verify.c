/* SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "cli/commands.h"
#include "cli/public_keys.h"
#include "pack/archive.h"
#include "pack/verify.h"

static enum iw_status
tell(const char *path, const struct iw_verified *v, bool list, struct iw_error *e)
{
	struct iw_buf out = IW_BUF_INIT;
	enum iw_status status;

	for (size_t i = 0; i < v->count; i++) {
		const struct iw_signer *s = &v->signers[i];

		iw_buf_printf(&out, "%s: good signature by key %s\n", path, iw_key_name(s->key.id).text);
		if (s->has_claims && s->claims.kind != IW_PACKAGE_ANY)
			iw_buf_printf(&out, "  %s package of exam %s, form %s, version %s\n",
			              iw_package_kind_name(s->claims.kind), s->claims.exam, s->claims.form,
			              s->claims.version);
		else if (!s->has_claims)
			iw_buf_printf(&out, "  trusted comment: %s\n", s->comment);
	}
	for (size_t i = 0; list && v->is_package && i < v->listing.count; i++)
		iw_buf_printf(&out, "%10u  %s\n", v->listing.members[i].size, v->listing.members[i].name);
	status = iw_print(out.data, out.len, e);
	iw_buf_release(&out);
	return status;
}

static enum iw_status
verify(const struct iw_args *args, const struct iw_public_key *keys, size_t count, size_t require,
       struct iw_verified *v, struct iw_error *e)
{
	const char *path = args->operands[0], *dir = iw_args_value(args, "extract");
	enum iw_status status = iw_verify(path, keys, count, require, v, e);

	if (v->notes.len)
		fputs(v->notes.data, stderr);
	if (status == IW_OK && dir && !v->is_package)
		status = iw_fail(e, IW_UNUSABLE, "%s is well signed, but it is no package that could be extracted",
		                 path);
	if (status == IW_OK && dir)
		status = iw_archive_extract(v->bytes.data, v->bytes.len, &v->listing, dir, e);
	if (status == IW_OK)
		status = tell(path, v, iw_args_has(args, "list"), e);
	return status;
}

static enum iw_status
run(const struct iw_args *args, struct iw_error *e)
{
	struct iw_verified v = IW_VERIFIED_INIT;
	struct iw_public_key *keys = NULL;
	enum iw_status status = iw_sodium_start(e);
	unsigned require = 1;
	size_t count;

	if (status == IW_OK)
		status = iw_public_keys(args, &keys, &count, e);
	if (status == IW_OK)
		status = iw_args_number(args, "require", 1, 100, 1, &require, e);
	if (status == IW_OK)
		status = verify(args, keys, count, require, &v, e);
	iw_verified_release(&v);
	free(keys);
	return status;
}

const struct iw_command iw_cmd_verify = {
	.name = "verify",
	.operands = "PACKAGE",
	.summary = "verify the signatures of a package, and list or extract it",
	.about =
		"Verifies that PACKAGE was signed with the keys that you trust and is a package to the letter. Exit code 0 only "
		"if all is good; else it says why not, and nothing is extracted.\n\n"
		"Signatures are PACKAGE.minisig and PACKAGE.KEYID.minisig. Nothing within the archive is read before they are "
		"found good. Signatures made with minisign are verified too.",
	.flags =
		(const struct iw_flag[]){
			{ "public", 'p', "PUB", "a public key that you trust; may be given several times", true },
			{ "require", 0, "N", "how many of these keys must have signed; 1 by default", false },
			{ "list", 'l', NULL, "list what the package holds", false },
			{ "extract", 'x', "DIR", "extract into DIR, a folder that is not there yet", false },
			{ 0 },
		},
	.least = 1,
	.most = 1,
	.run = run,
};
