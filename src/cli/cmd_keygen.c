/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/commands.h"
#include "cli/password.h"
#include "pack/minikey.h"

static enum iw_status
run(const struct iw_args *args, struct iw_error *e)
{
	const char *name = args->operands[0];
	struct iw_public_key key;
	enum iw_status status = iw_sodium_start(e);

	if (status == IW_OK)
		status = iw_keygen(name, iw_args_has(args, "no-password") ? NULL : iw_password, NULL, &key, e);
	if (status != IW_OK)
		return status;
	iw_say("key %s: give %s.pub to those who verify; keep %s.key to yourself, it signs", iw_key_name(key.id).text,
	       name, name);
	return IW_OK;
}

const struct iw_command iw_cmd_keygen = {
	.name = "keygen",
	.operands = "NAME",
	.summary = "make a pair of keys to sign with",
	.about =
		"Makes NAME.pub, the public key, and NAME.key, the secret key, which only its owner may read (mode 0600). The "
		"secret key is protected with a password, which is asked for twice on the terminal, or read as two lines of "
		"standard input.\n\n"
		"Both files are minisign's: minisign reads them, and itemwright reads minisign's. Existing files are never "
		"replaced.",
	.flags =
		(const struct iw_flag[]){
			{ "no-password", 'W', NULL, "do not protect the secret key with a password", false },
			{ 0 },
		},
	.least = 1,
	.most = 1,
	.run = run,
};
