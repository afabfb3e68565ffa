/* SPDX-License-Identifier: Apache-2.0 */
/* A plugin's side of a run: it happens in a process of its own (child.h), which sends these messages. */
#ifndef IW_HOST_H
#define IW_HOST_H

#include "plugin/channel.h"
#include "plugin/run.h"

enum iw_message {
	IW_MESSAGE_REPORT,  /* struct iw_report_head, then the text */
	IW_MESSAGE_WRITE,   /* an output's name, a NUL, then bytes to append */
	IW_MESSAGE_OUTCOME, /* one byte, enum iw_outcome: the last message */
	IW_MESSAGE_PLUGIN,  /* of probing: what the plugin declares */
	IW_MESSAGE_REFUSED, /* of probing: why not */
};

enum iw_outcome {
	IW_OUTCOME_GOOD,
	IW_OUTCOME_FAILED, /* it has reported why */
	IW_OUTCOME_SILENT, /* it has not */
	IW_OUTCOME_EMPTY,  /* it says that all is well, but wrote nothing */
};

struct iw_report_head {
	unsigned char level;
	char question[31]; /* such as "q7"; empty without one; ends with a NUL */
};

/* Render, in the child. */
void iw_host_render(const struct iw_loaded *loaded, const struct iw_plugin_input *input,
                    const struct iw_sender *sender);

#endif
