/* SPDX-License-Identifier: Apache-2.0 */
#include "score/quick.h"

#include <endian.h>
#include <stdlib.h>
#include <string.h>

/*
 * A word of 8 bytes holds four cells of a letter and the delimiter behind it, as four lanes of 16 bits: the letter in
 * the low byte of each. Right ones by domain are counted in the 8 bytes of another word.
 */
enum { LANES = 4, DOMAINS = 8, MOST_OF_DOMAIN = 255 };
#define EACH_LANE(value) (UINT64_C(0x0001000100010001) * (value))

enum step_kind { LETTERS, SET, ORDER, PAIRS, CANDIDATE };

struct step {
	enum step_kind kind;
	unsigned count; /* LETTERS: cells, 1 to 4 */
	/* LETTERS: what the delimiters and letters must be, for the lanes that are used. */
	uint64_t used, delimiters, key, beyond; /* `beyond`: 0x7f minus the last letter of each */
	uint64_t right[1 << LANES];             /* what is counted, by which of them are right */
	const struct iw_key_question *q[LANES]; /* of the others, the first */
	unsigned keeps; /* unscored ones among them: which lanes, and the indices among all unscored ones */
	unsigned char kept_lane[LANES];
	uint16_t kept[LANES];
};

struct iw_quick {
	const struct iw_answer_key *key;
	char delimiter;
	struct step *steps;
	size_t count;
};

static enum step_kind
kind_of(const struct iw_key_question *q)
{
	static const enum step_kind kinds[] = { [IW_MULTIPLE_CHOICE] = LETTERS,
		                                [IW_MULTIPLE_RESPONSE] = SET,
		                                [IW_ORDERING] = ORDER,
		                                [IW_MATCHING] = PAIRS };

	return kinds[q->type];
}

static uint64_t
weight(const struct iw_key_question *q)
{
	return q->scored ? UINT64_C(1) << 8 * q->domain : 0;
}

/* Have a question's cell be looked at in this step. */
static void
add_cell(struct step *step, const struct iw_key_question *q, char delimiter, int kept)
{
	unsigned i = step->count++, last = 0;

	while (q->letters >> last > 1)
		last++;
	step->q[i] = q;
	if (kept >= 0) {
		step->kept_lane[step->keeps] = (unsigned char)i;
		step->kept[step->keeps++] = (uint16_t)kept;
	}
	step->used |= UINT64_C(0xffff) << 16 * i;
	step->delimiters |= (uint64_t)(unsigned char)delimiter << (16 * i + 8);
	step->key |= (uint64_t)('A' + q->key[0]) << 16 * i;
	step->beyond |= (uint64_t)(0x7f - ('A' + last)) << 16 * i;
	for (unsigned set = 0; set < 1 << LANES; set++)
		step->right[set] += set >> i & 1 ? weight(q) : 0;
}

/* Whether the letters of all questions are A and so on without a gap, and counts fit. */
static bool
is_able(const struct iw_answer_key *key)
{
	bool able = key->domain_count <= DOMAINS;

	for (size_t i = 0; i < key->count; i++)
		able = able && (key->questions[i].letters & (key->questions[i].letters + 1)) == 0;
	for (size_t i = 0; i < key->domain_count; i++)
		able = able && key->domains[i].scored <= MOST_OF_DOMAIN;
	return able;
}

struct iw_quick *
iw_quick_new(const struct iw_answer_key *key, const uint32_t *question, size_t count, char delimiter)
{
	int *kept = iw_alloc(key->count, sizeof *kept), unscored = 0;
	struct iw_quick *quick;
	struct step *step = NULL;

	for (size_t i = 0; i < key->count; i++)
		kept[i] = key->questions[i].scored ? -1 : unscored++;
	quick = is_able(key) ? iw_alloc(1, sizeof *quick) : NULL;
	for (size_t c = 0; quick && c < count; c++) {
		const struct iw_key_question *q = question[c] < key->count ? &key->questions[question[c]] : NULL;
		enum step_kind kind = q ? kind_of(q) : CANDIDATE;

		/* The last column, behind which is no delimiter, has a step of its own. */
		if (!step || kind != LETTERS || step->kind != LETTERS || step->count == LANES || c + 1 == count) {
			if (!quick->steps)
				*quick = (struct iw_quick){ key, delimiter, iw_alloc(count, sizeof *step), 0 };
			step = &quick->steps[quick->count++];
			step->kind = kind;
		}
		if (q)
			add_cell(step, q, delimiter, kept[question[c]]);
	}
	free(kept);
	return quick;
}

void
iw_quick_free(struct iw_quick *quick)
{
	if (quick)
		free(quick->steps);
	free(quick);
}

/* Cells of a letter, some of which are empty, one by one: which are right. Returns what follows, or NULL. */
__attribute__((noinline)) static const char *
read_slowly(const struct iw_quick *quick, const struct step *step, const char *p, unsigned *right,
            struct iw_quick_result *result)
{
	const char *cells[LANES + 1] = { p };
	unsigned which = 0;

	for (unsigned i = 0; i < step->count; i++) {
		unsigned n = (unsigned)(unsigned char)*p - 'A';
		bool empty = *p == quick->delimiter;

		if (!empty && (n >= IW_KEY_MOST_LETTERS || !(step->q[i]->letters >> n & 1) || p[1] != quick->delimiter))
			return NULL;
		which |= (unsigned)(!empty && n == step->q[i]->key[0]) << i;
		p += empty ? 1 : 2;
		cells[i + 1] = p;
	}
	*right = which;
	for (unsigned k = 0; k < step->keeps; k++) {
		unsigned i = step->kept_lane[k];

		result->kept[step->kept[k]] =
			(struct iw_kept){ cells[i], (uint32_t)(cells[i + 1] - cells[i]) - 1, which >> i & 1 };
	}
	return p;
}

/*
 * Cells of a letter. What is right is returned, for the sum: it never has an address, so that it stays in a register.
 */
static inline uint64_t
read_letters(const struct iw_quick *quick, const struct step *step, const char **at, struct iw_quick_result *result)
{
	const char *p = *at;
	uint64_t x, letters, wrong, right;
	unsigned which;

	memcpy(&x, p, sizeof x);
	x = le64toh(x) & step->used;
	letters = x & EACH_LANE(0xff);
	/* Bit 7 of a lane is set for what is below A, beyond its last letter, or no ASCII. */
	wrong = (~(letters + EACH_LANE(0x80 - 'A')) | (letters + step->beyond) | letters) & EACH_LANE(0x80) &
	        step->used;
	if ((x ^ letters ^ step->delimiters) | wrong) {
		unsigned slowly = 0;

		*at = read_slowly(quick, step, p, &slowly, result);
		return step->right[slowly];
	}
	/* Bit 15 of a lane is set for a letter that is not the key; a lane that is not used has none. */
	right = ~((letters ^ step->key) + EACH_LANE(0x7fff)) & EACH_LANE(0x8000) & step->used;
	which = (unsigned)((right >> 15) * UINT64_C(0x0001000200040008) >> 48);
	for (unsigned k = 0; k < step->keeps; k++) {
		unsigned i = step->kept_lane[k];

		result->kept[step->kept[k]] = (struct iw_kept){ p + 2 * i, 1, which >> i & 1 };
	}
	*at = p + 2 * step->count;
	return step->right[which];
}

/* Letters with a space between: a set, or an order. */
static inline const char *
read_list(const struct iw_quick *quick, const struct step *step, const char *p, bool is_order, bool *is_right)
{
	const struct iw_key_question *q = step->q[0];
	uint32_t set = 0, bit, again = 0;
	unsigned count = 0, differs = 0;

	for (;; p += 2) {
		unsigned n = (unsigned)(unsigned char)*p - 'A';

		if (n >= IW_KEY_MOST_LETTERS || count == IW_KEY_MOST_LETTERS)
			return NULL;
		bit = UINT32_C(1) << n;
		again |= set & bit;
		set |= bit;
		differs |= n ^ q->key[count++];
		if (p[1] != ' ')
			break;
	}
	if (p[1] != quick->delimiter || again || set & ~q->letters)
		return NULL;
	*is_right = is_order ? !differs && count == q->key_count : set == q->set;
	return p + 2;
}

/* Pairs with a space between, of prompts of one digit. */
static inline const char *
read_pairs(const struct iw_quick *quick, const struct step *step, const char *p, bool *is_right)
{
	const struct iw_key_question *q = step->q[0];
	uint32_t prompts = 0, again = 0, letters = 0;
	unsigned count = 0, differs = 0;

	for (;; p += 4) {
		unsigned prompt = (unsigned)(unsigned char)*p - '1', n;

		if (prompt >= 9 || prompt >= q->prompts || p[1] != '-')
			return NULL;
		n = (unsigned)(unsigned char)p[2] - 'A';
		if (n >= IW_KEY_MOST_LETTERS)
			return NULL;
		again |= prompts & UINT32_C(1) << prompt;
		prompts |= UINT32_C(1) << prompt;
		letters |= UINT32_C(1) << n;
		differs |= n ^ q->key[prompt];
		count++;
		if (p[3] != ' ')
			break;
	}
	if (p[3] != quick->delimiter || again || letters & ~q->letters)
		return NULL;
	*is_right = !differs && count == q->key_count;
	return p + 4;
}

static inline uint64_t
read_other(const struct iw_quick *quick, const struct step *step, const char **at, struct iw_quick_result *result)
{
	const char *p = *at, *next = p + 1;
	bool is_right = false, empty = *p == quick->delimiter;

	if (!empty && step->kind == PAIRS)
		next = read_pairs(quick, step, p, &is_right);
	else if (!empty)
		next = read_list(quick, step, p, step->kind == ORDER, &is_right);
	if (next && step->keeps)
		result->kept[step->kept[0]] = (struct iw_kept){ p, (uint32_t)(next - p) - 1, is_right };
	*at = next;
	return step->right[is_right];
}

/* The candidate's cell without quotation marks, which ends at `end` at the latest. */
static const char *
read_candidate(const struct iw_quick *quick, const char *p, const char *end, struct iw_quick_result *result)
{
	const char *s = p;

	while (s < end && *s != quick->delimiter && *s != '"')
		s++;
	if (s < end && *s == '"')
		return NULL;
	result->candidate = p;
	result->candidate_len = (size_t)(s - p);
	return s + 1;
}

/* The last column ends with the line. */
static bool
read_last(const struct iw_quick *quick, const struct step *step, const char *p, const char *end, bool *is_right,
          struct iw_quick_result *result)
{
	const struct iw_key_question *q = step->q[0];
	struct iw_slip ignored;
	enum iw_mark mark;

	if (p > end || memchr(p, quick->delimiter, (size_t)(end - p)))
		return false;
	if (step->kind == CANDIDATE)
		return read_candidate(quick, p, end, result) != NULL;
	mark = iw_mark(q, p, (size_t)(end - p), &ignored);
	*is_right = mark == IW_RIGHT;
	if (step->keeps)
		result->kept[step->kept[0]] = (struct iw_kept){ p, (uint32_t)(end - p), *is_right };
	return mark != IW_UNREADABLE;
}

/* The counts of the 8 bytes. */
static void
spread(const struct iw_quick *quick, uint64_t sum, struct iw_quick_result *result)
{
	result->raw = 0;
	for (size_t d = 0; d < quick->key->domain_count; d++) {
		result->right[d] = sum >> 8 * d & 0xff;
		result->raw += result->right[d];
	}
}

bool
iw_quick_score(const struct iw_quick *quick, const char *line, size_t len, struct iw_quick_result *result)
{
	const struct step *step = quick->steps, *last = step + quick->count - 1;
	const char *p = line, *end = line + len;
	uint64_t sum = 0;
	bool is_right = false;

	for (; step < last && p; step++) {
		if (step->kind == LETTERS)
			sum += read_letters(quick, step, &p, result);
		else if (step->kind == CANDIDATE)
			p = read_candidate(quick, p, end, result);
		else
			sum += read_other(quick, step, &p, result);
	}
	if (!p || !read_last(quick, last, p, end, &is_right, result))
		return false;
	spread(quick, sum + last->right[is_right], result);
	return true;
}
