/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The quick way through a line of CSV, which almost every line can go: cut and marked in one pass, four questions of
 * one letter at a time. It knows no errors: what it does not understand at once, it leaves to the careful way
 * (responses_csv.c, mark.c), which tells the same of every line, and what is wrong with it.
 */
#ifndef IW_QUICK_H
#define IW_QUICK_H

#include "score/mark.h"

/* What was answered to an unscored question: within the line. */
struct iw_kept {
	const char *text;
	uint32_t len;
	bool is_right;
};

struct iw_quick_result {
	const char *candidate; /* within the line, with the spaces around it */
	size_t candidate_len;
	uint32_t raw;
	uint16_t *right;      /* for each domain; the caller's, as is: */
	struct iw_kept *kept; /* for each unscored question, in their order */
};

struct iw_quick;

/*
 * A plan for lines with these columns: question[c] is the question of column c, key->count the candidate. NULL when
 * the form is too large for it: more than 8 domains, or 255 questions in one.
 */
struct iw_quick *iw_quick_new(const struct iw_answer_key *key, const uint32_t *question, size_t count, char delimiter);
void iw_quick_free(struct iw_quick *quick);

/*
 * Score a line. Behind it stands a character that is no part of it and is neither a letter nor the delimiter, and 8
 * bytes can be read. False when it must go the careful way; the result means nothing then.
 */
bool iw_quick_score(const struct iw_quick *quick, const char *line, size_t len, struct iw_quick_result *result);

#endif
