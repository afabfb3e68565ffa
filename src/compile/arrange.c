/* SPDX-License-Identifier: Apache-2.0 */
#include "compile/arrange.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "compile/rng.h"

static void
identity(size_t *order, size_t n)
{
	for (size_t i = 0; i < n; i++)
		order[i] = i;
}

/* How often each letter is a key, among questions with the same number of options. */
struct deal {
	size_t used[IW_MOST_OPTIONS + 1][IW_MOST_OPTIONS];
};

static bool
is_choice(const struct iw_arrange_input *in)
{
	return in->type == IW_MULTIPLE_CHOICE || in->type == IW_MULTIPLE_RESPONSE;
}

static bool
is_key(const struct iw_arrange_input *in, size_t option)
{
	return in->body->options[option].kind == IW_KEY;
}

static void
count_keys(struct deal *deal, const struct iw_arrange_input *in, const struct iw_arrangement *a)
{
	for (size_t i = 0; i < a->count; i++)
		deal->used[a->count][i] += is_key(in, a->order[i]);
}

/* The least used of the letters that are not taken; of equals, a random one. */
static size_t
least_used(const size_t *used, const bool *taken, size_t n, struct iw_rng *rng)
{
	size_t best = n, ties = 0;

	for (size_t i = 0; i < n; i++) {
		if (taken[i])
			continue;
		if (best == n || used[i] < used[best]) {
			best = i;
			ties = 1;
		} else if (used[i] == used[best] && iw_rng_below(rng, ++ties) == 0) {
			best = i;
		}
	}
	return best;
}

/* Deal letters to the keys, then fill the other places with the distractors, both in random order. */
static void
arrange_choice(struct deal *deal, const struct iw_arrange_input *in, struct iw_rng *form, struct iw_rng *own,
               struct iw_arrangement *a)
{
	size_t shuffled[IW_MOST_OPTIONS], distractor = 0, key = 0, n = a->count;
	bool taken[IW_MOST_OPTIONS] = { false };

	identity(shuffled, n);
	iw_rng_shuffle(own, shuffled, n);
	for (size_t k = in->body->counts[IW_KEY]; k; k--)
		taken[least_used(deal->used[n], taken, n, form)] = true;
	for (size_t i = 0; i < n; i++) {
		size_t *next = taken[i] ? &key : &distractor;

		while (is_key(in, shuffled[*next]) != taken[i])
			++*next;
		a->order[i] = shuffled[(*next)++];
	}
	count_keys(deal, in, a);
}

/* Whether the steps are shown one after the other in their correct order. */
static bool
shows_the_answer(const struct iw_arrange_input *in, const struct iw_arrangement *a)
{
	size_t last = 0;
	bool first = true;

	for (size_t i = 0; i < a->count; i++) {
		if (in->body->options[a->order[i]].kind != IW_STEP)
			continue;
		if (!first && a->order[i] < last)
			return false;
		last = a->order[i];
		first = false;
	}
	return in->body->counts[IW_STEP] > 1;
}

static void
arrange_other(const struct iw_arrange_input *in, struct iw_rng *own, struct iw_arrangement *a)
{
	iw_rng_shuffle(own, a->prompts, a->prompt_count);
	do
		iw_rng_shuffle(own, a->order, a->count);
	while (in->type == IW_ORDERING && shows_the_answer(in, a));
}

void
iw_arrange(uint64_t seed, const struct iw_arrange_input *input, size_t n, struct iw_arrangement *out)
{
	struct deal *deal = iw_alloc(1, sizeof *deal);
	struct iw_rng form = iw_rng_stream(seed, 0);
	size_t *turn = iw_alloc(n, sizeof *turn);

	for (size_t i = 0; i < n; i++) {
		const size_t *counts = input[i].body->counts;
		struct iw_arrangement *a = &out[i];

		*a = (struct iw_arrangement){ .prompt_count = counts[IW_PROMPT] };
		a->count = input[i].type == IW_MATCHING ? counts[IW_RESPONSE] : input[i].body->option_count;
		identity(a->order, a->count);
		identity(a->prompts, a->prompt_count);
		if (is_choice(&input[i]) && !input[i].body->shuffle)
			count_keys(deal, &input[i], a);
	}
	/* In random order, so that the letters dealt last follow no pattern along the form. */
	identity(turn, n);
	iw_rng_shuffle(&form, turn, n);
	for (size_t t = 0; t < n; t++) {
		size_t i = turn[t];
		struct iw_rng own = iw_rng_stream(seed, i + 1);

		if (!input[i].body->shuffle)
			continue;
		if (is_choice(&input[i]))
			arrange_choice(deal, &input[i], &form, &own, &out[i]);
		else
			arrange_other(&input[i], &own, &out[i]);
	}
	free(turn);
	free(deal);
}
