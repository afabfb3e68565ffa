/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The exam: exam.xml as plain data. Read once, then only read from, by any number of threads. All
 * strings live in the arena that it was read with.
 */
#ifndef IW_EXAM_H
#define IW_EXAM_H

#include <stdbool.h>
#include <stdint.h>

#include "model/owner.h"

enum iw_type { IW_MULTIPLE_CHOICE, IW_MULTIPLE_RESPONSE, IW_ORDERING, IW_MATCHING, IW_TYPES };

/* The element of a type: "multiple-choice". */
const char *iw_type_name(enum iw_type type);

/* The type whose element this is; IW_TYPES when it is none. */
enum iw_type iw_type_of(const xmlNode *node);

/* How many: least to most, both included. */
struct iw_count_range {
	unsigned least, most;
	const char *text; /* as written; when it is not given, what the type itself asks for */
};

struct iw_type_rule {
	bool allowed;
	struct iw_count_range keys, distractors, options, steps, prompts;
};

struct iw_task {
	const char *id, *title;
};

struct iw_domain {
	const char *id, *title;
	uint32_t weight; /* in units of 0.0001 per cent: 31 % is 310000 */
	struct iw_task *tasks;
	size_t task_count;
	struct iw_span at;
};

struct iw_setting { /* <lint><rule .../></lint> */
	const char *rule, *severity;
	struct iw_span at;
};

struct iw_word_change {                  /* <lint><words .../></lint> */
	const char *list, *add, *remove; /* phrases separated by commas; may be NULL */
	struct iw_span at;
};

struct iw_exam {
	struct iw_owner owner;
	const char *id, *version, *title, *lang;
	unsigned minutes; /* the time limit, rounded up; 0 when there is none */
	unsigned scored, unscored, tolerance;
	struct iw_span blueprint; /* where it stands */
	struct iw_domain *domains;
	size_t domain_count;
	struct iw_type_rule types[IW_TYPES];
	bool has_scoring;
	/* As written, or NULL: they are passed on and not computed with here. */
	const char *model, *minimum, *maximum, *passing, *cut, *reference, *scale;
	struct iw_span cut_at, reference_at;
	const char **out_of_scope; /* lower case, white space folded */
	size_t out_of_scope_count;
	struct iw_setting *settings;
	size_t setting_count;
	struct iw_word_change *words;
	size_t word_count;
	struct iw_span lang_at;
};

#define IW_WEIGHT_SUM 1000000u /* 100 % */

/* Read the tree of exam.xml, which may break the schema: what is missing is NULL or 0. */
void iw_exam_read(struct iw_exam *exam, struct iw_arena *arena, const struct iw_xml *xml, size_t source);

/* The index of a domain, or exam->domain_count. */
size_t iw_exam_domain(const struct iw_exam *exam, const char *id);
bool iw_domain_has_task(const struct iw_domain *domain, const char *id);

/*
 * How many of `items` scored items each domain gets: the largest-remainder method (Hamilton), so that
 * they sum to `items`; of equal remainders the earlier domain comes first. `counts` has domain_count
 * places. Weights that do not sum to 100 % are taken in proportion.
 */
void iw_exam_counts(const struct iw_exam *exam, unsigned items, unsigned *counts);

#endif
