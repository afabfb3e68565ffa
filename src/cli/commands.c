/* SPDX-License-Identifier: Apache-2.0 */
/* Every command, in the order of the help. */
#include <string.h>

#include "cli/commands.h"

const struct iw_command *const iw_commands[] = {
	&iw_cmd_lint,   &iw_cmd_explain, &iw_cmd_rules,  &iw_cmd_stats, &iw_cmd_export,  &iw_cmd_pack, &iw_cmd_simulate,
	&iw_cmd_keygen, &iw_cmd_sign,    &iw_cmd_verify, &iw_cmd_score, &iw_cmd_plugins, &iw_cmd_help, NULL,
};

const struct iw_command *
iw_command_find(const char *name)
{
	for (size_t i = 0; iw_commands[i]; i++)
		if (strcmp(iw_commands[i]->name, name) == 0)
			return iw_commands[i];
	return NULL;
}
