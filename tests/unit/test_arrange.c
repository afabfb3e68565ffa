/* SPDX-License-Identifier: Apache-2.0 */
/* The order of options: a permutation that tells nothing. */
#include "compile/arrange.h"
#include "compile/rng.h"
#include "tap.h"

enum { QUESTIONS = 75, SEEDS = 200 };

/* A question without its text: the order depends on nothing but what is here. */
struct question {
	struct iw_body body;
	struct iw_item_option options[IW_MOST_OPTIONS * 2];
};

static struct question questions[QUESTIONS];
static struct iw_arrange_input input[QUESTIONS];
static struct iw_arrangement shown[QUESTIONS], again[QUESTIONS];

static void
add(struct question *q, enum iw_option_kind kind, size_t n)
{
	while (n--) {
		q->options[q->body.option_count++] = (struct iw_item_option){ .kind = kind };
		q->body.counts[kind]++;
	}
}

static void
start(size_t i, enum iw_type type, bool shuffle)
{
	struct question *q = &questions[i];

	*q = (struct question){ .body = { .shuffle = shuffle } };
	q->body.options = q->options;
	input[i] = (struct iw_arrange_input){ type, &q->body };
}

static void
choice(size_t i, size_t keys, size_t distractors, size_t first, bool shuffle)
{
	start(i, keys == 1 ? IW_MULTIPLE_CHOICE : IW_MULTIPLE_RESPONSE, shuffle);
	add(&questions[i], IW_DISTRACTOR, first);
	add(&questions[i], IW_KEY, keys);
	add(&questions[i], IW_DISTRACTOR, distractors - first);
}

/* Items of all types and sizes. */
static void
make(uint64_t seed, bool keep_some)
{
	struct iw_rng rng = iw_rng_stream(seed, 99);

	for (size_t i = 0; i < QUESTIONS; i++) {
		bool shuffle = !keep_some || iw_rng_below(&rng, 4) != 0;
		size_t kind = iw_rng_below(&rng, 6), n = 2 + iw_rng_below(&rng, 5), keys = 2 + iw_rng_below(&rng, 2);

		if (kind < 3) {
			choice(i, 1, 3, iw_rng_below(&rng, 4), shuffle);
		} else if (kind == 3) {
			choice(i, keys, n + 1, iw_rng_below(&rng, n), shuffle);
		} else if (kind == 4) {
			start(i, IW_ORDERING, shuffle);
			add(&questions[i], IW_STEP, 1);
			add(&questions[i], IW_DISTRACTOR, iw_rng_below(&rng, 3));
			add(&questions[i], IW_STEP, n - 1);
		} else {
			start(i, IW_MATCHING, shuffle);
			add(&questions[i], IW_PROMPT, n);
			add(&questions[i], IW_RESPONSE, 1 + iw_rng_below(&rng, 7));
		}
	}
}

static bool
is_permutation(const size_t *order, size_t n)
{
	bool seen[IW_MOST_OPTIONS] = { false };

	for (size_t i = 0; i < n; i++) {
		if (order[i] >= n || seen[order[i]])
			return false;
		seen[order[i]] = true;
	}
	return true;
}

static bool
is_identity(const size_t *order, size_t n)
{
	size_t i = 0;

	while (i < n && order[i] == i)
		i++;
	return i == n;
}

/* Whether the steps are shown in their order, whatever stands between. */
static bool
is_solved(const struct iw_arrangement *a, const struct iw_body *body)
{
	size_t last = 0;

	for (size_t i = 0; i < a->count; i++) {
		if (body->options[a->order[i]].kind != IW_STEP)
			continue;
		if (a->order[i] < last)
			return false;
		last = a->order[i];
	}
	return true;
}

static void
test_shape(void)
{
	size_t broken = 0, moved = 0, solved = 0, orderings = 0, sizes = 0;

	for (uint64_t seed = 0; seed < SEEDS; seed++) {
		make(seed, true);
		iw_arrange(seed, input, QUESTIONS, shown);
		for (size_t i = 0; i < QUESTIONS; i++) {
			const struct iw_body *b = input[i].body;
			bool matching = input[i].type == IW_MATCHING;

			sizes += shown[i].count != (matching ? b->counts[IW_RESPONSE] : b->option_count) || shown[i].prompt_count != b->counts[IW_PROMPT];
			broken += !is_permutation(shown[i].order, shown[i].count) || !is_permutation(shown[i].prompts, shown[i].prompt_count);
			if (!b->shuffle)
				moved += !is_identity(shown[i].order, shown[i].count) || !is_identity(shown[i].prompts, shown[i].prompt_count);
			if (b->shuffle && input[i].type == IW_ORDERING) {
				orderings++;
				solved += is_solved(&shown[i], b);
			}
		}
	}
	is_num(sizes, 0);
	is_num(broken, 0);
	is_num(moved, 0);
	is_num(solved, 0);
	ok(orderings > 1000);
}

/* Where nothing is kept, the letters of the keys differ by at most one among questions of one size. */
static void
test_balance(void)
{
	size_t unfair = 0, groups = 0;

	for (uint64_t seed = 0; seed < SEEDS; seed++) {
		size_t used[IW_MOST_OPTIONS + 1][IW_MOST_OPTIONS] = { { 0 } };

		make(seed, false);
		iw_arrange(seed * 31 + 5, input, QUESTIONS, shown);
		for (size_t i = 0; i < QUESTIONS; i++)
			for (size_t j = 0; input[i].type <= IW_MULTIPLE_RESPONSE && j < shown[i].count; j++)
				used[shown[i].count][j] += input[i].body->options[shown[i].order[j]].kind == IW_KEY;
		for (size_t n = 1; n <= IW_MOST_OPTIONS; n++) {
			size_t least = SIZE_MAX, most = 0;

			for (size_t j = 0; j < n; j++) {
				least = used[n][j] < least ? used[n][j] : least;
				most = used[n][j] > most ? used[n][j] : most;
			}
			groups += most > 0;
			unfair += most - least > 1;
		}
	}
	is_num(unfair, 0);
	ok(groups > SEEDS);
}

/* Items that keep their order have the key where it stands; the others make up for it. */
static void
test_balance_around_kept(void)
{
	size_t used[4] = { 0 };

	for (size_t i = 0; i < 40; i++)
		choice(i, 1, 3, 0, i >= 5);
	iw_arrange(3, input, 40, shown);
	for (size_t i = 0; i < 40; i++)
		for (size_t j = 0; j < 4; j++)
			used[j] += input[i].body->options[shown[i].order[j]].kind == IW_KEY;
	for (size_t j = 0; j < 4; j++)
		is_num(used[j], 10);
}

/* Which letter is the key at a place of the form is even over seeds: nothing is to be learnt from the place. */
static void
test_no_pattern(void)
{
	size_t used[8][4] = { { 0 } };
	double worst = 0;

	for (size_t i = 0; i < 8; i++)
		choice(i, 1, 3, i % 4, true);
	for (uint64_t seed = 0; seed < 8000; seed++) {
		iw_arrange(seed, input, 8, shown);
		for (size_t i = 0; i < 8; i++)
			for (size_t j = 0; j < 4; j++)
				used[i][j] += shown[i].order[j] == i % 4;
	}
	for (size_t i = 0; i < 8; i++) {
		double chi = 0;

		for (size_t j = 0; j < 4; j++)
			chi += ((double)used[i][j] - 2000) * ((double)used[i][j] - 2000) / 2000;
		worst = chi > worst ? chi : worst;
	}
	if (!ok_named(worst < 26, "chi-square of 3 degrees of freedom, 8 times"))
		printf("# %f\n", worst);
}

static bool
same(const struct iw_arrangement *a, const struct iw_arrangement *b)
{
	return a->count == b->count && a->prompt_count == b->prompt_count && memcmp(a->order, b->order, a->count * sizeof *a->order) == 0 &&
	       memcmp(a->prompts, b->prompts, a->prompt_count * sizeof *a->prompts) == 0;
}

/* Ids, texts and matches have no say; nor has what is a key where the order is kept. */
static void
test_independence(void)
{
	size_t different = 0, keys_different = 0, seeds_different = 0;

	for (uint64_t seed = 0; seed < SEEDS; seed++) {
		make(seed, true);
		iw_arrange(seed, input, QUESTIONS, shown);
		for (size_t i = 0; i < QUESTIONS; i++)
			for (size_t j = 0; j < questions[i].body.option_count; j++) {
				questions[i].options[j].id = j % 2 ? "z" : "a";
				questions[i].options[j].text = i % 2 ? "long text" : "";
				questions[i].options[j].match = "a";
				questions[i].options[j].has_code = true;
			}
		iw_arrange(seed, input, QUESTIONS, again);
		for (size_t i = 0; i < QUESTIONS; i++)
			different += !same(&shown[i], &again[i]);
		for (size_t i = 0; i < QUESTIONS; i++)
			if (!input[i].body->shuffle && input[i].type == IW_MULTIPLE_CHOICE)
				choice(i, 1, 3, (size_t)seed % 4, false);
		iw_arrange(seed, input, QUESTIONS, again);
		for (size_t i = 0; i < QUESTIONS; i++)
			keys_different += !input[i].body->shuffle && !same(&shown[i], &again[i]);
		iw_arrange(seed + 1, input, QUESTIONS, shown);
		for (size_t i = 0; i < QUESTIONS; i++)
			seeds_different += !same(&shown[i], &again[i]);
	}
	is_num(different, 0);
	is_num(keys_different, 0);
	ok(seeds_different > SEEDS * QUESTIONS / 3);
}

/* The smallest and the largest. */
static void
test_edges(void)
{
	start(0, IW_ORDERING, true);
	add(&questions[0], IW_STEP, 1);
	start(1, IW_MULTIPLE_CHOICE, true);
	add(&questions[1], IW_KEY, 1);
	choice(2, 26, 0, 0, true);
	choice(3, 1, 25, 25, true);
	start(4, IW_MATCHING, true);
	add(&questions[4], IW_PROMPT, 26);
	add(&questions[4], IW_RESPONSE, 26);
	start(5, IW_ORDERING, true);
	add(&questions[5], IW_STEP, 2);
	iw_arrange(UINT64_MAX, input, 6, shown);
	ok(is_identity(shown[0].order, 1) && is_identity(shown[1].order, 1));
	ok(shown[2].count == 26 && is_permutation(shown[2].order, 26));
	ok(shown[3].count == 26 && is_permutation(shown[3].order, 26));
	ok(is_permutation(shown[4].order, 26) && is_permutation(shown[4].prompts, 26) && memcmp(shown[4].order, shown[4].prompts, sizeof shown[4].order) != 0);
	ok(shown[5].order[0] == 1 && shown[5].order[1] == 0);
	iw_arrange(1, input, 0, shown);
}

int
main(void)
{
	test_shape();
	test_balance();
	test_balance_around_kept();
	test_no_pattern();
	test_independence();
	test_edges();
	return done();
}
