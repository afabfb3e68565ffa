/* SPDX-License-Identifier: Apache-2.0 */
/* The answer key while it is made: key.c has the overview, key_question.c each question. */
#ifndef IW_PDF_KEY_H
#define IW_PDF_KEY_H

#include "pdf/parts.h"

struct iw_key {
	struct iw_doc *doc;
	struct iw_tag *tag;
	struct iw_flow *flow;
};

/* Whether a question does not count. */
bool iw_is_unscored(const xmlNode *question);

/* The answer as it is handed in: letters, in order for ordering, and pairs such as 1-B for matching. */
const char *iw_answer_of(struct iw_doc *doc, const xmlNode *interaction);

/* A question's answer, and why it is that. */
struct iw_flow *iw_key_question(struct iw_key *k, const xmlNode *question);

#endif
