/* SPDX-License-Identifier: Apache-2.0 */
/* The descriptors of the commands, for commands.c. */
#ifndef IW_COMMANDS_H
#define IW_COMMANDS_H

#include "cli/command.h"

extern const struct iw_command iw_cmd_lint, iw_cmd_explain, iw_cmd_rules, iw_cmd_export, iw_cmd_pack, iw_cmd_keygen,
	iw_cmd_sign, iw_cmd_simulate, iw_cmd_score, iw_cmd_stats, iw_cmd_verify, iw_cmd_plugins, iw_cmd_help;

#endif
