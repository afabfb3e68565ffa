/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is wrong with the responses of a candidate, and where. Nothing that a file of responses holds gets into a
 * message but single letters and numbers, so that no message tells who it is about.
 */
#ifndef IW_BAD_H
#define IW_BAD_H

#include "base/buf.h"
#include "score/mark.h"

enum iw_bad_kind {
	IW_BAD_NONE,
	IW_BAD_CELLS,  /* value of other cells than there are columns */
	IW_BAD_QUOTES, /* quotation marks that do not pair */
	IW_BAD_NO_CANDIDATE,
	IW_BAD_CANDIDATE,    /* with characters that a name has not, or too long */
	IW_BAD_ENCODING,     /* not UTF-8 */
	IW_BAD_TWICE,        /* there was a line of this candidate: first_path, value is the line */
	IW_BAD_RESPONSE,     /* no response to this question */
	IW_BAD_LETTER,       /* value is none of its letters */
	IW_BAD_PROMPT,       /* value is none of its prompts, or places */
	IW_BAD_LETTER_TWICE, /* value, the letter */
	IW_BAD_PROMPT_TWICE, /* value, the prompt or place */
	IW_BAD_QUESTION,     /* there is no such question */
	IW_BAD_QUESTION_TWICE,
	IW_BAD_FORM, /* these are responses to another form */
	IW_BAD_HEAD, /* `why`: of a file's first line */
	IW_BAD_JSON, /* `why` */
	IW_BAD_XML,  /* `why` */
};

struct iw_bad {
	enum iw_bad_kind kind;
	size_t at;       /* byte within the record; then: */
	size_t line;     /* from 1, in the record, later in the file */
	size_t column;   /* from 1, in characters */
	size_t question; /* index, where it is about one */
	size_t value, columns;
	char *why;              /* owned; where the kind asks for one */
	const char *first_path; /* borrowed */
};

void iw_bad_release(struct iw_bad *bad);

/* Why this kind of thing is bad, as its name is in the house's form: "responses/letter". */
const char *iw_bad_rule(enum iw_bad_kind kind);

/* Add the message, without its place. */
void iw_bad_text(const struct iw_bad *bad, const struct iw_answer_key *key, struct iw_buf *out);

/* Fill in line and column from `at`. */
void iw_bad_locate(struct iw_bad *bad, const char *record, size_t len);

/* What a slip in the response to a question is; `at` is where the response begins. */
struct iw_bad iw_bad_slip(const struct iw_slip *slip, size_t question, size_t at);

#endif
