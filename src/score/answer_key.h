/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The answer key of a form: form.json of the scoring package (schemas/form.schema.json) as plain data, checked, so that
 * scoring needs to check nothing. All strings live in the key's arena.
 */
#ifndef IW_ANSWER_KEY_H
#define IW_ANSWER_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/status.h"
#include "model/exam.h"

enum {
	IW_KEY_MOST_QUESTIONS = 1000,
	IW_KEY_MOST_LETTERS = 26,
	IW_KEY_MOST_PROMPTS = 99,
	IW_KEY_MOST_DOMAINS = 1000,
	IW_KEY_MOST_TEXT = 5 * IW_KEY_MOST_PROMPTS, /* of a response in its normal form: "1-A 2-B ..." */
};

struct iw_key_question {
	enum iw_type type;
	uint32_t letters; /* bit n: 'A' + n is one of its options */
	uint32_t set;     /* choice: the keys, likewise */
	unsigned prompts; /* matching: how many; 0 for others */
	unsigned domain;
	bool scored;
	unsigned char key[IW_KEY_MOST_PROMPTS]; /* ordering: letters in order; matching: a letter for each prompt */
	unsigned key_count;
	const char *text; /* the key as a response in its normal form */
	size_t text_len;
};

struct iw_key_domain {
	const char *id, *title;
	unsigned scored; /* questions of the form that count */
	bool has_level;
	unsigned needed; /* right ones that meet competencies; only with has_level */
};

/* What a raw score is on the reported scale. */
struct iw_key_row {
	long reported;
	bool pass;
};

struct iw_answer_key {
	const char *name;     /* EXAM-FORM-VERSION */
	const char *language; /* of the exam, as in xml:lang */
	const char *exam, *exam_version, *exam_title, *form, *form_version, *form_title;
	struct iw_key_domain *domains;
	size_t domain_count;
	struct iw_key_question *questions; /* the n-th, from 0, is q(n+1) */
	size_t count, scored;
	double minimum, maximum, passing; /* only with rows */
	struct iw_key_row *rows;          /* for raw = 0 to scored; NULL when scores are raw only */
	const char *raw_only;             /* why: a sentence, or NULL when the exam has no scale */
	struct iw_arena arena;
};

/* IW_UNUSABLE when it is not what a scoring package holds, with nothing to release. `path` is for the message. */
enum iw_status iw_answer_key_parse(struct iw_answer_key *key, const char *path, const char *bytes, size_t len,
                                   struct iw_error *e);
void iw_answer_key_release(struct iw_answer_key *key);

/* The index of the question called so, as "q17"; key->count when there is none. */
size_t iw_answer_key_find(const struct iw_answer_key *key, const char *name, size_t len);

#endif
