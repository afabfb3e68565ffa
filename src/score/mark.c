/* SPDX-License-Identifier: Apache-2.0 */
#include "score/mark.h"

#include <string.h>

/* A response that has been read: letters as 0 for A and so on. */
struct response {
	uint32_t set; /* choice and ordering: the letters that there are */
	unsigned char order[IW_KEY_MOST_LETTERS];
	unsigned count;      /* of the order, or of the pairs */
	uint64_t matched[2]; /* matching: the prompts that have a letter */
	unsigned char matches[IW_KEY_MOST_PROMPTS];
};

static bool
slipped(struct iw_slip *slip, enum iw_slip_kind kind, const char *text, const char *at, unsigned value)
{
	*slip = (struct iw_slip){ kind, (size_t)(at - text), value };
	return false;
}

static bool
is_letter_or_digit(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* The letter at `s`, which must be all of what stands before `end`. */
static inline bool
read_letter(const struct iw_key_question *q, const char *text, const char *s, const char *end, unsigned *letter,
            struct iw_slip *slip)
{
	*letter = (unsigned)(unsigned char)*s - 'A';
	if (end == s + 1 && *letter < IW_KEY_MOST_LETTERS && q->letters >> *letter & 1)
		return true;
	if (end != s + 1 || !is_letter_or_digit(*s))
		return slipped(slip, IW_SLIP_SYNTAX, text, s, 0);
	return slipped(slip, IW_SLIP_LETTER, text, s, (unsigned char)*s);
}

static inline bool
read_one(const struct iw_key_question *q, const char *text, const char *s, const char *end, struct response *r,
         struct iw_slip *slip)
{
	unsigned n;

	if (!read_letter(q, text, s, end, &n, slip))
		return false;
	if (r->set >> n & 1)
		return slipped(slip, IW_SLIP_LETTER_TWICE, text, s, n + 'A');
	r->set |= UINT32_C(1) << n;
	r->order[r->count++] = (unsigned char)n;
	return true;
}

static inline bool
read_pair(const struct iw_key_question *q, const char *text, const char *s, const char *end, struct response *r,
          struct iw_slip *slip)
{
	const char *start = s;
	unsigned prompt = 0, n;

	for (; s < end && *s >= '0' && *s <= '9' && s - start < 4; s++)
		prompt = 10 * prompt + (unsigned)(*s - '0');
	if (s == start || s - start > 3 || s + 2 > end || *s != '-')
		return slipped(slip, IW_SLIP_SYNTAX, text, start, 0);
	if (*start == '0' || prompt > q->prompts)
		return slipped(slip, IW_SLIP_PROMPT, text, start, prompt);
	if (!read_letter(q, text, s + 1, end, &n, slip))
		return false;
	prompt--;
	if (r->matched[prompt / 64] >> prompt % 64 & 1)
		return slipped(slip, IW_SLIP_PROMPT_TWICE, text, start, prompt + 1);
	r->matched[prompt / 64] |= UINT64_C(1) << prompt % 64;
	r->matches[prompt] = (unsigned char)n;
	r->count++;
	return true;
}

/* The end of what stands at `s` up to a space or the end. Most are a letter, or a digit, a hyphen and a letter. */
static inline const char *
token_end(const char *s, const char *end, bool pairs)
{
	if (!pairs && (end - s == 1 || s[1] == ' '))
		return s + 1;
	if (pairs && end - s >= 3 && s[1] == '-' && s[2] != ' ' && (end - s == 3 || s[3] == ' '))
		return s + 3;
	for (s++; s < end && *s != ' ';)
		s++;
	return s;
}

static inline bool
read_response(const struct iw_key_question *q, const char *text, size_t len, struct response *r, struct iw_slip *slip)
{
	bool pairs = q->type == IW_MATCHING;

	r->set = 0;
	r->count = 0;
	r->matched[0] = r->matched[1] = 0;
	for (const char *s = text, *end = text + len, *next; s < end; s = next) {
		next = s + 1;
		if (*s == ' ')
			continue;
		next = token_end(s, end, pairs);
		if (!(pairs ? read_pair(q, text, s, next, r, slip) : read_one(q, text, s, next, r, slip)))
			return false;
	}
	return true;
}

static bool
is_right(const struct iw_key_question *q, const struct response *r)
{
	if (q->type == IW_MULTIPLE_CHOICE || q->type == IW_MULTIPLE_RESPONSE)
		return r->set == q->set;
	return r->count == q->key_count &&
	       memcmp(q->type == IW_ORDERING ? r->order : r->matches, q->key, q->key_count) == 0;
}

enum iw_mark
iw_mark(const struct iw_key_question *q, const char *text, size_t len, struct iw_slip *slip)
{
	struct response r;

	if (!read_response(q, text, len, &r, slip))
		return IW_UNREADABLE;
	if (r.count == 0)
		return IW_UNANSWERED;
	return is_right(q, &r) ? IW_RIGHT : IW_WRONG;
}

static char *
put_number(char *out, unsigned n)
{
	if (n >= 10)
		*out++ = (char)('0' + n / 10);
	*out++ = (char)('0' + n % 10);
	return out;
}

size_t
iw_mark_normal(const struct iw_key_question *q, const char *text, size_t len, char *out)
{
	struct iw_slip ignored;
	struct response r;
	char *p = out;

	if (!read_response(q, text, len, &r, &ignored))
		return 0;
	for (unsigned i = 0; q->type == IW_MATCHING && i < q->prompts; i++) {
		if (!(r.matched[i / 64] >> i % 64 & 1))
			continue;
		p = put_number(p, i + 1);
		*p++ = '-';
		*p++ = (char)('A' + r.matches[i]);
		*p++ = ' ';
	}
	for (unsigned i = 0; q->type == IW_ORDERING && i < r.count; i++) {
		*p++ = (char)('A' + r.order[i]);
		*p++ = ' ';
	}
	for (unsigned n = 0; q->type < IW_ORDERING && n < IW_KEY_MOST_LETTERS; n++)
		if (r.set >> n & 1) {
			*p++ = (char)('A' + n);
			*p++ = ' ';
		}
	return p == out ? 0 : (size_t)(p - out) - 1;
}

bool
iw_mark_all(const struct iw_answer_key *key, const uint32_t *column_of, const char *text, const uint32_t *at,
            bool *is_right, uint16_t *right, uint32_t *raw)
{
	*raw = 0;
	for (size_t i = 0; i < key->count; i++) {
		const struct iw_key_question *q = &key->questions[i];
		const uint32_t *cell = &at[column_of[i]];
		struct iw_slip ignored;
		enum iw_mark mark = iw_mark(q, text + cell[0], cell[1] - 1 - cell[0], &ignored);
		bool counts = mark == IW_RIGHT && q->scored;

		if (mark == IW_UNREADABLE)
			return false;
		is_right[i] = mark == IW_RIGHT;
		right[q->domain] = (uint16_t)(right[q->domain] + counts);
		*raw += counts;
	}
	return true;
}
