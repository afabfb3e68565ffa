/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A form, compiled: every item resolved and numbered, its options in the order of the form. From it come the
 * two views, which plugins see (schemas/compiled-form.xsd), and the answers, for the scoring package
 * (schemas/form.schema.json). The bank and the form must outlive it.
 */
#ifndef IW_COMPILE_H
#define IW_COMPILE_H

#include <libxml/tree.h>

#include "base/json.h"
#include "compile/arrange.h"
#include "compile/media.h"
#include "model/bank.h"

struct iw_question {
	const struct iw_item *item;
	bool scored;
	struct iw_xml xml; /* the item's file */
	struct iw_body body;
	struct iw_arrangement shown;
};

struct iw_compiled {
	const struct iw_bank *bank;
	const struct iw_form *form;
	char *name; /* EXAM-FORM-VERSION, as in aip-c01-A-1 */
	struct iw_question *questions;
	size_t question_count;
	struct iw_media media;
	size_t candidate_media; /* the first so many are shown to candidates; the rest in rationales only */
	struct iw_arena arena;
};

/* Fails, with nothing to release, when an item or a picture cannot be had or an item has no answer. */
enum iw_status iw_compile(const struct iw_bank *bank, const struct iw_form *form, struct iw_compiled *compiled,
                          struct iw_error *e);
void iw_compiled_release(struct iw_compiled *compiled);

/* The compiled form in one of its views. Free with xmlFreeDoc. */
xmlDoc *iw_compiled_view(const struct iw_compiled *compiled, bool full);

/*
 * The answers as JSON, in the form's order, ended by a line feed; added to `out`. `frozen` is an object with further
 * members of "scoring", such as the table of scores, or NULL.
 */
void iw_compiled_answers(const struct iw_compiled *compiled, json_t *frozen, struct iw_buf *out);

/* The letter of the place at which a matching item shows the response that a prompt matches. */
char iw_question_match(const struct iw_question *q, const struct iw_item_option *prompt);

/* The `n`-th option of a kind in the author's order, from 0. */
const struct iw_item_option *iw_question_option(const struct iw_question *q, enum iw_option_kind kind, size_t n);

/* For ordering: the place in the correct order, from 1, of the author's option `index`; 0 for a distractor. */
size_t iw_question_place(const struct iw_question *q, size_t index);

/*
 * The right answer as letters, 0 for A, in the order in which it is written: of choice items the keys from left to
 * right, of ordering items the steps, of matching items one for each prompt as shown. Returns how many.
 */
size_t iw_question_key(const struct iw_question *q, size_t key[IW_MOST_OPTIONS]);

#endif
