/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/commands.h"

static enum iw_status
run(const struct iw_args *args, struct iw_error *e)
{
	const struct iw_command *command = NULL;
	struct iw_buf text = IW_BUF_INIT;
	enum iw_status status;

	if (args->operand_count && (command = iw_command_find(args->operands[0])) == NULL)
		return iw_fail(e, IW_UNUSABLE, "'%s' is not a command; see itemwright --help", args->operands[0]);
	if (iw_args_has(args, "man"))
		iw_help_man(command, &text);
	else
		iw_help_text(command, &text);
	status = iw_print(text.data, text.len, e);
	iw_buf_release(&text);
	return status;
}

const struct iw_command iw_cmd_help = {
	.name = "help",
	.operands = "[COMMAND]",
	.summary = "show the help of a command",
	.about = "Shows what COMMAND does and takes; without one, the list of commands.",
	.flags =
		(const struct iw_flag[]){
			{ "man", 0, NULL, "print the man page's source instead", false },
			{ 0 },
		},
	.most = 1,
	.run = run,
};
