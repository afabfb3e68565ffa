/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>

#include "cli/commands.h"
#include "cli/password.h"
#include "pack/sign.h"

static enum iw_status
run(const struct iw_args *args, struct iw_error *e)
{
	const char *secret = iw_args_value(args, "secret");
	struct iw_secret_key key = IW_SECRET_KEY_INIT;
	struct iw_buf line = IW_BUF_INIT;
	char *written = NULL;
	enum iw_status status;

	if (!secret)
		return iw_fail(e, IW_UNUSABLE, "-s names the secret key to sign with; itemwright keygen makes one");
	status = iw_sodium_start(e);
	if (status == IW_OK)
		status = iw_secret_key_read(secret, iw_password, NULL, &key, e);
	if (status == IW_OK)
		status = iw_sign_file(args->operands[0], &key, NULL, &written, e);
	if (status == IW_OK) {
		iw_buf_printf(&line, "%s\n", written);
		status = iw_print(line.data, line.len, e);
	}
	iw_buf_release(&line);
	free(written);
	iw_secret_key_release(&key);
	return status;
}

const struct iw_command iw_cmd_sign = {
	.name = "sign",
	.operands = "PACKAGE",
	.summary = "sign a package, also as a second or third signer",
	.about =
		"Signs PACKAGE and writes PACKAGE.minisig; when that is another signer's, PACKAGE.KEYID.minisig. The signature "
		"is minisign's and covers the whole file; its trusted comment holds the size and SHA-256.",
	.flags =
		(const struct iw_flag[]){
			{ "secret", 's', "SECRET.key", "the secret key, as keygen or minisign makes it", false },
			{ 0 },
		},
	.least = 1,
	.most = 1,
	.run = run,
};
