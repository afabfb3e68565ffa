/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What all results are together: counted in whole numbers, so that it is the same in whatever order they come. The
 * figures are made of the counts at the end.
 */
#ifndef IW_TALLY_H
#define IW_TALLY_H

#include "base/buf.h"
#include "score/answer_key.h"

struct iw_tally {
	const struct iw_answer_key *key;
	uint64_t candidates, skipped, files;
	uint64_t *raws;  /* candidates for each raw score */
	uint64_t *right; /* for each domain, right ones of all candidates */
	uint64_t *meets; /* for each domain, candidates that meet its competencies */
};

struct iw_figures {
	double mean, sd; /* NAN where there are too few: sd is that of a sample, with n - 1 */
};

void iw_tally_init(struct iw_tally *tally, const struct iw_answer_key *key);
void iw_tally_release(struct iw_tally *tally);

/* Count a result; `right` has a number for each domain. */
void iw_tally_add(struct iw_tally *tally, size_t raw, const uint16_t *right);

uint64_t iw_tally_passed(const struct iw_tally *tally);
struct iw_figures iw_tally_raw(const struct iw_tally *tally);
struct iw_figures iw_tally_scaled(const struct iw_tally *tally); /* of the scores as they are reported */

/* The summary for a terminal, without the name of any candidate. */
void iw_tally_text(const struct iw_tally *tally, struct iw_buf *out);

#endif
