/* SPDX-License-Identifier: Apache-2.0 */
/* Marking: every type right, wrong, partial, reordered, extra, empty; what is no response, and where. */
#include "score/mark.h"
#include "score_form.h"
#include "tap.h"

static struct iw_answer_key key;

static const char *const marks[] = { "unanswered", "wrong", "right", "unreadable" };
static const char *const slips[] = { "syntax", "letter", "prompt", "letter twice", "prompt twice" };

/* "right", "wrong", "unanswered"; of what is unreadable what it is, the place from 0, and the letter or number. */
static const char *
shown(size_t q, const char *text)
{
	static char out[80];
	struct iw_slip slip;
	enum iw_mark mark = iw_mark(&key.questions[q - 1], text, strlen(text), &slip);

	snprintf(out, sizeof out, "%s", marks[mark]);
	if (mark == IW_UNREADABLE)
		snprintf(out, sizeof out,
		         slip.kind == IW_SLIP_PROMPT || slip.kind == IW_SLIP_PROMPT_TWICE ? "%s %zu %u" : "%s %zu %c",
		         slips[slip.kind], slip.at, slip.value ? slip.value : '-');
	return out;
}

/* The response in its column, all others empty: must be marked as by itself, and counted. */
static void
check_all(size_t q, const char *text, const char *want)
{
	uint32_t columns[6] = { 0, 1, 2, 3, 4, 5 }, at[7], raw = 99;
	uint16_t right[2] = { 0 };
	bool is_right[6] = { false }, good;
	char line[600];
	size_t len = 0;

	for (size_t i = 0; i < 6; i++) {
		at[i] = (uint32_t)len;
		len += (size_t)snprintf(line + len, sizeof line - len, "%s,", i == q - 1 ? text : "");
	}
	at[6] = (uint32_t)len;
	good = iw_mark_all(&key, columns, line, at, is_right, right, &raw);
	is_num(good, strcmp(want, "right") == 0 || strcmp(want, "wrong") == 0 || strcmp(want, "unanswered") == 0);
	if (good) {
		bool scored = key.questions[q - 1].scored, yes = strcmp(want, "right") == 0;

		is_num(raw, scored && yes);
		is_num(right[key.questions[q - 1].domain], scored && yes);
		is_num(right[1 - key.questions[q - 1].domain], 0);
		ok(scored || is_right[q - 1] == yes);
	}
}

static void
test_marks(void)
{
	static const struct {
		size_t q;
		const char *text, *want;
	} table[] = {
		{ 1, "", "unanswered" },
		{ 1, " ", "unanswered" },
		{ 1, "B", "right" },
		{ 1, " B  ", "right" },
		{ 1, "A", "wrong" },
		{ 1, "A B", "wrong" },
		{ 1, "B A", "wrong" },
		{ 1, "E", "letter 0 E" },
		{ 1, "b", "letter 0 b" },
		{ 1, "1", "letter 0 1" },
		{ 1, "BB", "syntax 0 -" },
		{ 1, "B B", "letter twice 2 B" },
		{ 1, "B,", "syntax 0 -" },
		{ 1, "-", "syntax 0 -" },
		{ 1, "\xc3\xa9", "syntax 0 -" },
		{ 1, "B\tA", "syntax 0 -" },
		{ 2, "", "unanswered" },
		{ 2, "A C", "right" },
		{ 2, "C A", "right" },
		{ 2, "  C   A ", "right" },
		{ 2, "A", "wrong" },
		{ 2, "A B", "wrong" },
		{ 2, "A C D", "wrong" },
		{ 2, "A B C D E", "wrong" },
		{ 2, "A F", "letter 2 F" },
		{ 2, "AC", "syntax 0 -" },
		{ 2, "A C A", "letter twice 4 A" },
		{ 3, "", "unanswered" },
		{ 3, "C A B", "right" },
		{ 3, "C  A B", "right" },
		{ 3, "A B C", "wrong" },
		{ 3, "C A", "wrong" },
		{ 3, "C A D", "wrong" },
		{ 3, "C A B D", "wrong" },
		{ 3, "D", "wrong" },
		{ 3, "C A E", "letter 4 E" },
		{ 3, "C A C", "letter twice 4 C" },
		{ 4, "", "unanswered" },
		{ 4, "1-B 2-A 3-B", "right" },
		{ 4, "3-B 1-B 2-A", "right" },
		{ 4, " 1-B  2-A 3-B ", "right" },
		{ 4, "1-B 2-A", "wrong" },
		{ 4, "1-A 2-B 3-A", "wrong" },
		{ 4, "1-B 2-A 3-C", "wrong" },
		{ 4, "4-A", "prompt 0 4" },
		{ 4, "1-B 999-A", "prompt 4 999" },
		{ 4, "0-A", "prompt 0 45" }, /* 0 is shown as '-' */
		{ 4, "01-A", "prompt 0 1" },
		{ 4, "1000-A", "syntax 0 -" },
		{ 4, "1-D", "letter 2 D" },
		{ 4, "1-B 2-a", "letter 6 a" },
		{ 4, "1-B 1-A", "prompt twice 4 1" },
		{ 4, "1-B 1-B", "prompt twice 4 1" },
		{ 4, "1", "syntax 0 -" },
		{ 4, "1-", "syntax 0 -" },
		{ 4, "1 -B", "syntax 0 -" },
		{ 4, "1- B", "syntax 0 -" },
		{ 4, "1-BC", "syntax 2 -" },
		{ 4, "A", "syntax 0 -" },
		{ 4, "B-1", "syntax 0 -" },
		{ 5, "A", "right" },
		{ 5, "C", "wrong" },
		{ 5, "A B", "wrong" },
		{ 5, "D", "letter 0 D" },
		{ 6, "B D", "right" },
		{ 6, "D B", "right" },
		{ 6, "B", "wrong" },
		{ 6, "", "unanswered" },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		is_str(shown(table[i].q, table[i].text), table[i].want);
		check_all(table[i].q, table[i].text, table[i].want);
	}
}

static void
test_normal(void)
{
	static const struct {
		size_t q;
		const char *text, *want;
	} table[] = {
		{ 1, "  ", "" },     { 1, " B ", "B" },         { 1, "D A", "A D" },          { 2, "E  A C", "A C E" },
		{ 3, "D A", "D A" }, { 3, " C  A B", "C A B" }, { 4, "3-B  1-C", "1-C 3-B" }, { 4, "", "" },
	};
	char out[IW_KEY_MOST_TEXT];

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		size_t len = iw_mark_normal(&key.questions[table[i].q - 1], table[i].text, strlen(table[i].text), out);
		char text[64];

		snprintf(text, sizeof text, "%.*s", (int)len, out);
		is_str(text, table[i].want);
	}
}

int
main(void)
{
	read_form(&key);
	test_marks();
	test_normal();
	iw_answer_key_release(&key);
	return done();
}
