/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/simulate.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/exponential.h"
#include "compile/rng.h"
#include "scale/irt.h"

/* One in so many. */
enum {
	BLANK = 20,    /* of wrong answers is none at all */
	SHORT = 20,    /* of wrong multiple responses has an option too few */
	ANOTHER = 3,   /* of wrong answers has one more fault, and of these one more */
	DISTRACTED = 2 /* of wrong orders takes a distractor, of wrong matches a response that is for another prompt */
};

/* Letters are numbers here, 0 for A. */
struct iw_simulated {
	enum iw_type type;
	struct iw_irt_item curve;
	size_t letters; /* how many there are to choose from */
	size_t key[IW_MOST_OPTIONS], key_count;
	size_t other[IW_MOST_OPTIONS],
		other_count; /* choice, ordering: distractors, the one that attracts most first */
};

struct answer {
	size_t letter[IW_MOST_OPTIONS], count;
};

static double
uniform(struct iw_rng *rng)
{
	return (double)iw_rng_below(rng, (size_t)1 << 30) / (double)(1 << 30);
}

/* By rejection (von Neumann), which takes nothing but e^x; within six standard deviations. */
static double
normal(struct iw_rng *rng)
{
	double x;

	do
		x = 12 * uniform(rng) - 6;
	while (uniform(rng) >= iw_exp(-x * x / 2));
	return x;
}

/* Where an item has no parameters: from its p-value when there is one, else of a difficulty that the seed gives. */
static struct iw_irt_item
plausible(const struct iw_simulated *q, const struct iw_statistics *statistics, double difficulty)
{
	struct iw_irt_item curve = { 1, difficulty, 0 };
	double p = statistics ? statistics->p : (double)NAN;

	if (q->type == IW_MULTIPLE_CHOICE)
		curve.c = 1 / (double)(q->key_count + q->other_count);
	if (isnan(p))
		return curve;
	p = fmin(fmax(p, .02), .98);
	if (p < curve.c + .02)
		curve.c = 0;
	curve.b = 0;
	curve.b = -iw_tcc_inverse(&curve, 1, p);
	return curve;
}

static bool
is_among(const size_t *list, size_t n, size_t value)
{
	for (size_t i = 0; i < n; i++)
		if (list[i] == value)
			return true;
	return false;
}

static void
read_question(struct iw_simulation *s, struct iw_simulated *own, const struct iw_question *q, struct iw_rng *rng)
{
	double difficulty = .7 * normal(rng) - .5;

	own->type = q->item->type;
	own->letters = q->shown.count;
	own->key_count = iw_question_key(q, own->key);
	for (size_t i = 0; i < own->letters && own->type != IW_MATCHING; i++)
		if (!is_among(own->key, own->key_count, i))
			own->other[own->other_count++] = i;
	iw_rng_shuffle(rng, own->other, own->other_count);
	if (iw_irt_read(q->item->statistics, &own->curve))
		s->given_count++;
	else
		own->curve = plausible(own, q->item->statistics, difficulty);
}

void
iw_simulation_init(struct iw_simulation *s, const struct iw_compiled *compiled, uint64_t seed, double mean, double sd)
{
	struct iw_rng rng = iw_rng_stream(seed, 0);

	*s = (struct iw_simulation){ .seed = seed, .mean = mean, .sd = sd, .count = compiled->question_count };
	s->questions = iw_alloc(s->count, sizeof *s->questions);
	for (size_t i = 0; i < s->count; i++)
		read_question(s, &s->questions[i], &compiled->questions[i], &rng);
}

void
iw_simulation_release(struct iw_simulation *s)
{
	free(s->questions);
	*s = (struct iw_simulation){ 0 };
}

/* Take one of the distractors out of a list: the first attracts n times as many as the last, falling evenly. */
static size_t
take_distractor(size_t *list, size_t *n, struct iw_rng *rng)
{
	size_t r = iw_rng_below(rng, *n * (*n + 1) / 2), i = 0, taken;

	while (r >= *n - i) {
		r -= *n - i;
		i++;
	}
	taken = list[i];
	memmove(&list[i], &list[i + 1], (--*n - i) * sizeof *list);
	return taken;
}

static void
sort(struct answer *a)
{
	for (size_t i = 1; i < a->count; i++)
		for (size_t j = i; j > 0 && a->letter[j] < a->letter[j - 1]; j--) {
			size_t kept = a->letter[j];

			a->letter[j] = a->letter[j - 1];
			a->letter[j - 1] = kept;
		}
}

/* Distractors in place of keys; rarely a key too few. */
static void
choose_wrong(const struct iw_simulated *q, struct answer *a, struct iw_rng *rng)
{
	size_t others[IW_MOST_OPTIONS], left = q->other_count, kept;

	memcpy(others, q->other, sizeof others);
	iw_rng_shuffle(rng, a->letter, a->count);
	if (!left || (a->count > 1 && iw_rng_below(rng, SHORT) == 0)) {
		a->count--;
	} else {
		kept = a->count;
		do
			a->letter[--kept] = take_distractor(others, &left, rng);
		while (kept && left && iw_rng_below(rng, ANOTHER) == 0);
	}
	sort(a);
}

static bool
is_right(const struct iw_simulated *q, const struct answer *a)
{
	return a->count == q->key_count && memcmp(a->letter, q->key, a->count * sizeof *a->letter) == 0;
}

static void
exchange(struct answer *a, size_t i, size_t j)
{
	size_t kept = a->letter[i];

	a->letter[i] = a->letter[j];
	a->letter[j] = kept;
}

/* Neighbours exchanged, or a distractor among the steps. */
static void
order_wrong(const struct iw_simulated *q, struct answer *a, struct iw_rng *rng)
{
	size_t others[IW_MOST_OPTIONS], left = q->other_count, i;

	memcpy(others, q->other, sizeof others);
	if (left && (a->count == 1 || iw_rng_below(rng, DISTRACTED) == 0)) {
		i = iw_rng_below(rng, a->count); /* before the distractor: compilers differ on sides of an assignment */
		a->letter[i] = take_distractor(others, &left, rng);
	} else if (a->count == 1) {
		a->count = 0;
	}
	while (a->count > 1 && (is_right(q, a) || iw_rng_below(rng, ANOTHER) == 0)) {
		i = iw_rng_below(rng, a->count - 1);
		exchange(a, i, i + 1);
	}
}

/* Responses of two prompts exchanged, or another response for one. */
static void
match_wrong(const struct iw_simulated *q, struct answer *a, struct iw_rng *rng)
{
	if (q->letters == 1) {
		a->count = 0;
		return;
	}
	do {
		size_t i = iw_rng_below(rng, a->count);

		if (a->count > 1 && iw_rng_below(rng, DISTRACTED) == 0)
			exchange(a, i, (i + 1 + iw_rng_below(rng, a->count - 1)) % a->count);
		else
			a->letter[i] = (a->letter[i] + 1 + iw_rng_below(rng, q->letters - 1)) % q->letters;
	} while (is_right(q, a) || iw_rng_below(rng, ANOTHER) == 0);
}

static void
respond(const struct iw_simulated *q, double theta, struct answer *a, struct iw_rng *rng)
{
	a->count = q->key_count;
	memcpy(a->letter, q->key, sizeof a->letter);
	if (uniform(rng) < iw_irt_p(&q->curve, theta))
		return;
	if (iw_rng_below(rng, BLANK) == 0)
		a->count = 0;
	else if (q->type == IW_ORDERING)
		order_wrong(q, a, rng);
	else if (q->type == IW_MATCHING)
		match_wrong(q, a, rng);
	else
		choose_wrong(q, a, rng);
}

void
iw_simulation_head(const struct iw_simulation *s, struct iw_buf *out)
{
	iw_buf_str(out, "candidate");
	for (size_t i = 1; i <= s->count; i++)
		iw_buf_printf(out, ",q%zu", i);
	iw_buf_str(out, "\r\n");
}

/* Of a prompt; there are less than 100. printf took a third of the time. */
static void
add_number(struct iw_buf *out, size_t n)
{
	if (n >= 10)
		iw_buf_char(out, (char)('0' + n / 10));
	iw_buf_char(out, (char)('0' + n % 10));
}

void
iw_simulation_line(const struct iw_simulation *s, uint64_t i, struct iw_buf *out)
{
	struct iw_rng rng = iw_rng_stream(s->seed, i);
	double theta = s->mean + s->sd * normal(&rng);

	iw_buf_printf(out, "sim-%06" PRIu64, i);
	for (size_t k = 0; k < s->count; k++) {
		const struct iw_simulated *q = &s->questions[k];
		struct answer a;

		respond(q, theta, &a, &rng);
		iw_buf_char(out, ',');
		for (size_t j = 0; j < a.count; j++) {
			if (j > 0)
				iw_buf_char(out, ' ');
			if (q->type == IW_MATCHING) {
				add_number(out, j + 1);
				iw_buf_char(out, '-');
			}
			iw_buf_char(out, (char)('A' + a.letter[j]));
		}
	}
	iw_buf_str(out, "\r\n");
}
