/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Blocks put in order: what one thread at a time does. Candidates who are there twice are found, bad records are told
 * of or listed, results are written to their temporary files.
 */
#ifndef IW_ORDER_H
#define IW_ORDER_H

#include "score/block.h"
#include "score/score.h"

struct iw_order {
	const struct iw_score_options *options;
	const struct iw_layout *layout;
	const struct iw_input *input;
	struct iw_seen *seen;
	struct iw_commit *commit;
	struct iw_score_outcome *outcome;
	char *paths[IW_OUTPUTS + 1]; /* and skipped.csv; NULL for what is not written */
	int files[IW_OUTPUTS + 1];   /* -1: closed */
	struct iw_row again;         /* for the record of a candidate who was there before */
	char *room;
};

/* Make the temporary files. The order is released in any case. */
enum iw_status iw_order_begin(struct iw_order *order, struct iw_error *e);

/* Take the next block. What is bad is no failure here: it is counted. */
enum iw_status iw_order_add(struct iw_order *order, struct iw_block *block, struct iw_error *e);

/* Write what stands at the ends, and sync. */
enum iw_status iw_order_finish(struct iw_order *order, struct iw_error *e);
void iw_order_release(struct iw_order *order);

#endif
