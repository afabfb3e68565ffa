/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Scoring a block of records: what each thread does by itself. The block holds the results as they are to be written,
 * and where each ends, so that one can be taken out that turns out to be the second of a candidate.
 */
#ifndef IW_BLOCK_H
#define IW_BLOCK_H

#include "score/input.h"
#include "score/results.h"
#include "score/seen.h"

/* A candidate of the block. Lines are counted from 1 within the block until it is put in order. */
struct iw_scored {
	struct iw_seen_place place;
	uint32_t record;           /* where the record begins in the block */
	uint32_t candidate_at;     /* in the record */
	uint32_t ends[IW_OUTPUTS]; /* of its lines in the outputs, which are smaller than 4 GB by far */
	uint32_t name_end;         /* in `names` */
	uint32_t raw;
};

/* A record that is bad. */
struct iw_bad_record {
	struct iw_bad bad;
	char *candidate; /* owned; NULL where none could be read */
};

struct iw_block {
	struct iw_span_of_records span;
	struct iw_row row;
	/* Of the record that is being scored: for each unscored question. */
	bool *is_right;
	struct iw_kept *kept;
	struct iw_buf outputs[IW_OUTPUTS], names;
	struct iw_scored *scored;
	size_t scored_count, scored_cap;
	uint16_t *right; /* for each of them, a number for each domain */
	size_t right_cap;
	struct iw_bad_record *bads;
	size_t bad_count, bad_cap;
	size_t lines;
};

void iw_block_init(struct iw_block *block, const struct iw_answer_key *key);
void iw_block_release(struct iw_block *block);

/* What all blocks are scored with. */
struct iw_scoring {
	const struct iw_layout *layout;
	const struct iw_seen *seen; /* for its hash alone */
};

/* Score the records of block->span. */
void iw_block_score(struct iw_block *block, const struct iw_scoring *scoring);

/* Note a bad record. Takes over what `bad` owns; the candidate is copied, or NULL. */
void iw_block_bad(struct iw_block *block, struct iw_bad bad, const char *candidate, size_t len);

/* The candidate of the n-th result. Borrowed until the block is scored anew. */
const char *iw_block_name(const struct iw_block *block, size_t n, size_t *len);

/* Leave out the results for which drop[n] says so. */
void iw_block_drop(struct iw_block *block, const bool *drop);

#endif
