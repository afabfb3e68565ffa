/* SPDX-License-Identifier: Apache-2.0 */
/*
 * In which order the options of each question are shown.
 *
 * Choice items: the keys' letters are dealt over the form, so that among questions with the same number
 * of options no letter is the key more often than another by more than one (as far as items that keep
 * their order allow). Ordering items are never shown in their correct order. Matching: prompts and
 * responses are shuffled apart. An item with shuffle="no" keeps the author's order.
 *
 * The order depends on the form's seed, the place of each question and the numbers of keys and
 * options, and on no id, text or flag.
 */
#ifndef IW_ARRANGE_H
#define IW_ARRANGE_H

#include "model/item.h"

/* More cannot be lettered A to Z. */
#define IW_MOST_OPTIONS 26

struct iw_arrangement {
	size_t order[IW_MOST_OPTIONS];   /* order[i]: which of the author's options is shown at place i; for
	                                    matching: responses, counted among the responses */
	size_t prompts[IW_MOST_OPTIONS]; /* matching: the same for prompts */
	size_t count, prompt_count;
};

/* What the order of a question depends on. */
struct iw_arrange_input {
	enum iw_type type;
	const struct iw_body *body; /* with at most IW_MOST_OPTIONS options */
};

void iw_arrange(uint64_t seed, const struct iw_arrange_input *input, size_t n, struct iw_arrangement *out);

#endif
