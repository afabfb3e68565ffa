/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The files of results: what stands at their beginning, what a candidate adds, what stands at their end.
 *
 * What a raw score, or a number of right ones in a domain, is written as is made once; a candidate's line is put
 * together of such pieces. results.json is made by jansson but for this: it is never in memory as a whole.
 */
#ifndef IW_RESULTS_H
#define IW_RESULTS_H

#include "base/buf.h"
#include "score/responses.h"
#include "score/tally.h"

enum iw_output { IW_RESULTS_CSV, IW_RESULTS_JSON, IW_UNSCORED_CSV, IW_OUTPUTS };

/* "results.csv", ... */
const char *iw_output_name(enum iw_output output);

/* The levels of a section, and why they decide nothing. */
#define IW_MEETS "Meets competencies"
#define IW_MEETS_NOT "Needs improvement"
#define IW_CAUTION                                                                                                     \
	"Read sections with caution. They do not decide: pass or fail is by the whole. They have few questions, some " \
	"fewer than others, so that near the line chance decides the level."

/* A piece of a line. Pieces are copied whole, which is faster than to copy just so many bytes. */
struct iw_piece {
	char text[31];
	unsigned char len;
};

struct iw_wide_piece {
	char text[79];
	unsigned char len;
};

struct iw_layout {
	const struct iw_answer_key *key;
	unsigned *domains; /* those with scored questions, by their index in the key */
	size_t domain_count;
	size_t *unscored; /* questions that do not count */
	size_t unscored_count;
	bool has_levels;
	struct iw_wide_piece *raw[2]; /* CSV and JSON: for each raw score */
	struct iw_piece *right[2];    /* for each domain and number of right ones: rows of key->scored + 1 */
	struct iw_piece *meets;       /* likewise, JSON: whether that meets competencies */
};

void iw_layout_init(struct iw_layout *layout, const struct iw_answer_key *key);
void iw_layout_release(struct iw_layout *layout);

/* A candidate's result. `right` has a number for each domain of the key. */
struct iw_result {
	const char *candidate;
	size_t candidate_len;
	size_t raw;
	const uint16_t *right;
};

/* Whether this many right ones meet the competencies of a domain that has a level. */
bool iw_result_meets(const struct iw_key_domain *domain, size_t right);

void iw_results_head(const struct iw_layout *layout, enum iw_output output, struct iw_buf *out);

/*
 * Add a result to results.csv and results.json; there it begins with the comma behind the one before it. Returns the
 * candidate as a cell of CSV, which holds until `csv` is added to.
 */
struct iw_cell iw_results_add(const struct iw_layout *layout, const struct iw_result *result, struct iw_buf *csv,
                              struct iw_buf *json);

/* Add the responses to unscored questions, behind the candidate's cell. */
void iw_results_unscored(const struct iw_layout *layout, const struct iw_kept *kept, struct iw_cell candidate,
                         struct iw_buf *out);

void iw_results_tail(const struct iw_layout *layout, enum iw_output output, const struct iw_tally *tally,
                     struct iw_buf *out);

/* Add a cell of CSV: in quotation marks where it needs them, and such that no spreadsheet runs it as a formula. */
void iw_add_cell(struct iw_buf *out, const char *text, size_t len);

#endif
