/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>

#include "base/commit.h"
#include "base/path.h"
#include "cli/commands.h"
#include "cli/password.h"
#include "cli/render.h"
#include "pack/sign.h"
#include "pack/zip.h"
#include "scale/freeze.h"

/* What all packages of one run share. */
struct packing {
	const struct iw_args *args;
	struct iw_rendering *rendering;
	struct iw_prepared *prepared;
	const struct iw_secret_key *key;
	const struct iw_scale *scale;
	struct iw_commit *commit;
	struct iw_buf written; /* the paths, a line each */
};

static enum iw_status
stage(struct packing *k, const char *path, const struct iw_buf *bytes, mode_t mode, struct iw_error *e)
{
	iw_buf_printf(&k->written, "%s\n", path);
	return iw_commit_add(k->commit, path, bytes->data, bytes->len, mode, e);
}

/* Archive, sign and stage one package: DIR/NAME and DIR/NAME.minisig. */
static enum iw_status
add_package(struct packing *k, const char *name, enum iw_package_kind kind, const struct iw_tree *tree, mode_t mode,
            struct iw_error *e)
{
	const struct iw_form *form = k->prepared->compiled.form;
	struct iw_buf archive = IW_BUF_INIT, signature = IW_BUF_INIT;
	char *path = iw_path_join(iw_args_value(k->args, "output"), name), *beside = iw_signature_path(path, NULL);
	struct iw_claims claims;
	enum iw_status status = iw_zip_write(tree, &archive, e);

	if (status == IW_OK)
		status = iw_claims_init(&claims, kind, k->prepared->lint.bank.exam->id, form->id, form->version, e);
	if (status == IW_OK)
		status = iw_sign(archive.data, archive.len, k->key, &claims, &signature, e);
	if (status == IW_OK)
		status = stage(k, path, &archive, mode, e);
	if (status == IW_OK)
		status = stage(k, beside, &signature, 0644, e);
	free(beside);
	free(path);
	iw_buf_release(&signature);
	iw_buf_release(&archive);
	return status;
}

static enum iw_status
add_candidate(void *context, const char *plugin, struct iw_tree *tree, struct iw_error *e)
{
	struct packing *k = context;
	char *name = iw_printf("%s.zip", k->prepared->compiled.name);
	enum iw_status status = add_package(k, name, IW_PACKAGE_CANDIDATE, tree, 0644, e);

	(void)plugin;
	free(name);
	return status;
}

/* Only its owner may read the answers. */
static enum iw_status
pack_scoring(struct packing *k, struct iw_error *e)
{
	char *name = iw_printf("%s.key.zip", k->prepared->compiled.name);
	struct iw_tree tree = IW_TREE_INIT;
	struct iw_buf answers = IW_BUF_INIT;
	json_t *frozen = iw_scale_json(k->scale, k->prepared->lint.bank.exam);
	enum iw_status status;

	iw_compiled_answers(&k->prepared->compiled, frozen, &answers);
	json_decref(frozen);
	status = iw_tree_write(&tree, "form.json", answers.data, answers.len, e);
	if (status == IW_OK)
		status = add_package(k, name, IW_PACKAGE_SCORING, &tree, 0600, e);
	iw_buf_release(&answers);
	iw_tree_release(&tree);
	free(name);
	return status;
}

/* The packages of a prepared form, with its scale. */
static enum iw_status
pack_both(struct packing *k, struct iw_error *e)
{
	enum iw_status status = iw_render(k->rendering, k->prepared, false, add_candidate, k, e);

	if (status == IW_OK)
		status = pack_scoring(k, e);
	if (status == IW_OK)
		status = iw_commit_finish(k->commit, e);
	if (status == IW_OK)
		status = iw_print(k->written.data, k->written.len, e);
	return status;
}

static void
tell(const struct iw_scale *scale)
{
	if (scale->raw_only)
		iw_say("scale: raw scores only: %s", scale->raw_only);
	else
		iw_say("scale: frozen for %zu scored question%s; the raw cut is %zu", scale->scored,
		       scale->scored == 1 ? "" : "s", scale->raw_cut);
}

static enum iw_status
pack(const struct iw_args *args, struct iw_rendering *rendering, const struct iw_secret_key *key, struct iw_error *e)
{
	struct iw_commit commit = IW_COMMIT_INIT;
	struct iw_scale scale = IW_SCALE_INIT;
	struct iw_prepared prepared;
	struct packing k = { args, rendering, &prepared, key, &scale, &commit, IW_BUF_INIT };
	enum iw_status status = iw_prepare(&prepared, args, args->operands[0], IW_PUBLISH, e);

	if (status != IW_OK)
		return status;
	status = iw_scale_of_form(&scale, &prepared.lint.bank, prepared.compiled.form, e);
	if (status == IW_OK)
		status = pack_both(&k, e);
	if (status == IW_OK)
		tell(&scale);
	iw_commit_release(&commit);
	iw_buf_release(&k.written);
	iw_scale_release(&scale);
	iw_prepared_release(&prepared);
	return status;
}

static enum iw_status
run(const struct iw_args *args, struct iw_error *e)
{
	const char *secret = iw_args_value(args, "secret"), *plugin = iw_args_value(args, "to");
	struct iw_secret_key key = IW_SECRET_KEY_INIT;
	struct iw_rendering rendering;
	enum iw_status status;

	if (!secret)
		return iw_fail(e, IW_UNUSABLE, "-s names the secret key to sign with; itemwright keygen makes one");
	if (!iw_args_value(args, "output"))
		return iw_fail(e, IW_UNUSABLE, "-o names the folder to write the packages to");
	if (plugin && strchr(plugin, ','))
		return iw_fail(e, IW_UNUSABLE, "--to takes one plugin here, not '%s'", plugin);
	status = iw_rendering_start(&rendering, plugin ? plugin : "qti", args, e);
	if (status == IW_OK)
		status = iw_sodium_start(e);
	if (status == IW_OK)
		status = iw_secret_key_read(secret, iw_password, NULL, &key, e);
	if (status == IW_OK)
		status = pack(args, &rendering, &key, e);
	iw_secret_key_release(&key);
	iw_rendering_release(&rendering);
	return status;
}

const struct iw_command iw_cmd_pack = {
	.name = "pack",
	.operands = "FORM",
	.summary = "pack a form as signed archives: one to deliver, one to score",
	.about = "Writes, for form A of exam aip-c01 in version 1: aip-c01-A-1.zip, the candidate package (a QTI 3.0 "
		 "content package without any key), aip-c01-A-1.key.zip, the scoring package (form.json: keys, items, "
		 "domains, which items are scored, the table from raw to scaled scores), and a minisign signature "
		 "beside each.\n\n"
		 "The form may have no finding at error severity, in its composition as in its items. The same bank "
		 "gives the same packages, byte for byte, on any machine. All four files appear, or none does.",
	.flags =
		(const struct iw_flag[]){
			{ "secret", 's', "SECRET.key", "the secret key to sign with, as keygen or minisign makes it",
	                  false },
			{ "output", 'o', "DIR", "the folder to write to", false },
			{ "to", 't', "PLUGIN", "what makes the candidate package's content; qti by default", false },
			{ "option", 0, "PLUGIN.NAME=VALUE", "set an option of the plugin; see itemwright plugins NAME",
	                  true },
			{ "bank", 0, "PATH", "the bank; the one around the current folder by default", false },
			{ 0 },
		},
	.least = 1,
	.most = 1,
	.run = run,
};
