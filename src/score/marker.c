/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>

#include "score/mark.h"

/* What a response of one letter is, by its letter. */
enum { NO_LETTER = IW_KEY_MOST_LETTERS, CASES = 28 };
enum { RIGHT = 1, STRANGE = 2 }; /* STRANGE: to be looked at closely */

struct iw_marker_choice {
	unsigned char cases[CASES];
	uint16_t column, question;
};

struct iw_marker_group {
	uint16_t count, domain;
	bool scored;
};

struct iw_marker_other {
	const struct iw_key_question *q;
	uint32_t column, question;
};

static void
add_choice(struct iw_marker *marker, size_t number, const uint32_t *column_of)
{
	const struct iw_key_question *q = &marker->key->questions[number];
	struct iw_marker_choice *c = &marker->choices[marker->choice_count++];

	c->question = (uint16_t)number;
	c->column = (uint16_t)column_of[number];
	for (unsigned n = 0; n < NO_LETTER; n++)
		c->cases[n] = q->set >> n & 1 ? RIGHT : q->letters >> n & 1 ? 0 : STRANGE;
	c->cases[NO_LETTER] = STRANGE;
}

/* The questions of one key that are of a domain, or that do not count. */
static void
add_group(struct iw_marker *marker, size_t domain, bool scored, const uint32_t *column_of)
{
	size_t before = marker->choice_count;

	for (size_t i = 0; i < marker->key->count; i++) {
		const struct iw_key_question *q = &marker->key->questions[i];

		if (q->type == IW_MULTIPLE_CHOICE && q->scored == scored && (!scored || q->domain == domain))
			add_choice(marker, i, column_of);
	}
	if (marker->choice_count > before)
		marker->groups[marker->group_count++] =
			(struct iw_marker_group){ (uint16_t)(marker->choice_count - before), (uint16_t)domain, scored };
}

void
iw_marker_init(struct iw_marker *marker, const struct iw_answer_key *key, const uint32_t *column_of)
{
	*marker = (struct iw_marker){ .key = key };
	marker->choices = iw_alloc(key->count, sizeof *marker->choices);
	marker->groups = iw_alloc(key->domain_count + 1, sizeof *marker->groups);
	marker->others = iw_alloc(key->count, sizeof *marker->others);
	for (size_t d = 0; d < key->domain_count; d++)
		add_group(marker, d, true, column_of);
	add_group(marker, 0, false, column_of);
	for (size_t i = 0; i < key->count; i++)
		if (key->questions[i].type != IW_MULTIPLE_CHOICE)
			marker->others[marker->other_count++] =
				(struct iw_marker_other){ &key->questions[i], column_of[i], (uint32_t)i };
}

void
iw_marker_release(struct iw_marker *marker)
{
	free(marker->choices);
	free(marker->groups);
	free(marker->others);
}

/* memcmp for texts of a few bytes, without a call: by words that overlap at the end. */
static inline bool
is_same(const char *a, const char *b, size_t len)
{
	uint32_t v, w, last_v, last_w;
	uint64_t x, y;

	if (len >= 8) {
		for (size_t i = 0; i + 8 < len; i += 8) {
			memcpy(&x, a + i, 8);
			memcpy(&y, b + i, 8);
			if (x != y)
				return false;
		}
		memcpy(&x, a + len - 8, 8);
		memcpy(&y, b + len - 8, 8);
		return x == y;
	}
	if (len >= 4) {
		memcpy(&v, a, 4);
		memcpy(&w, b, 4);
		memcpy(&last_v, a + len - 4, 4);
		memcpy(&last_w, b + len - 4, 4);
		return ((v ^ w) | (last_v ^ last_w)) == 0;
	}
	return len == 0 || ((a[0] ^ b[0]) | (a[len / 2] ^ b[len / 2]) | (a[len - 1] ^ b[len - 1])) == 0;
}

/* A response that is not to the letter what is right. Kept out of the way of those that are. */
__attribute__((noinline)) static enum iw_mark
mark_closely(const struct iw_key_question *q, const char *text, size_t len)
{
	struct iw_slip ignored;

	return len ? iw_mark(q, text, len, &ignored) : IW_UNANSWERED;
}

/* How many of a group are right. *strange gets what must be looked at closely. */
static uint32_t
mark_group(const struct iw_marker_choice *c, size_t count, const char *text, const uint32_t *at, unsigned *strange)
{
	const struct iw_marker_choice *end = c + count;
	uint32_t right = 0;
	unsigned all = 0;

	for (; c < end; c++) {
		uint32_t start = at[c->column], len = at[c->column + 1] - 1 - start;
		uint32_t letter = (uint32_t)(unsigned char)text[start] - 'A', is;

		letter |= (len - 1) << 8; /* beyond all letters unless there is one alone */
		is = c->cases[letter < NO_LETTER ? letter : NO_LETTER];
		is = len ? is : 0;
		all |= is;
		right += is & RIGHT;
	}
	*strange |= all;
	return right;
}

/* The same, one by one: what is strange may still be a response, as "A B" is a wrong one. */
static bool
mark_strange(const struct iw_marker *m, const char *text, const uint32_t *at, bool *is_right, uint16_t *right)
{
	for (size_t i = 0; i < m->choice_count; i++) {
		const struct iw_marker_choice *c = &m->choices[i];
		const struct iw_key_question *q = &m->key->questions[c->question];
		enum iw_mark mark = mark_closely(q, text + at[c->column], at[c->column + 1] - 1 - at[c->column]);

		if (mark == IW_UNREADABLE)
			return false;
		is_right[c->question] = mark == IW_RIGHT;
		right[q->domain] = (uint16_t)(right[q->domain] + (mark == IW_RIGHT && q->scored));
	}
	return true;
}

static bool
mark_choices(const struct iw_marker *m, const char *text, const uint32_t *at, bool *is_right, uint16_t *right)
{
	const struct iw_marker_choice *c = m->choices;
	unsigned strange = 0;

	for (const struct iw_marker_group *g = m->groups; g < m->groups + m->group_count; c += g->count, g++) {
		if (g->scored)
			right[g->domain] = (uint16_t)mark_group(c, g->count, text, at, &strange);
		for (size_t i = 0; !g->scored && i < g->count; i++)
			is_right[c[i].question] = mark_group(c + i, 1, text, at, &strange);
	}
	if (!(strange & STRANGE))
		return true;
	memset(right, 0, m->key->domain_count * sizeof *right);
	return mark_strange(m, text, at, is_right, right);
}

bool
iw_mark_all(const struct iw_marker *m, const char *text, const uint32_t *at, bool *is_right, uint16_t *right,
            uint32_t *raw)
{
	if (!mark_choices(m, text, at, is_right, right))
		return false;
	for (const struct iw_marker_other *o = m->others; o < m->others + m->other_count; o++) {
		const struct iw_key_question *q = o->q;
		const char *cell = text + at[o->column];
		size_t len = at[o->column + 1] - 1 - at[o->column];
		enum iw_mark mark = IW_RIGHT;

		if (len != q->text_len || !is_same(cell, q->text, len))
			mark = mark_closely(q, cell, len);
		if (mark == IW_UNREADABLE)
			return false;
		is_right[o->question] = mark == IW_RIGHT;
		right[q->domain] = (uint16_t)(right[q->domain] + (mark == IW_RIGHT && q->scored));
	}
	*raw = 0;
	for (size_t d = 0; d < m->key->domain_count; d++)
		*raw += right[d];
	return true;
}
