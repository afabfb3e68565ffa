/* SPDX-License-Identifier: Apache-2.0 */
#include "score/bad.h"

#include <stdlib.h>

#include "base/utf8.h"

static const enum iw_bad_kind slips[] = {
	[IW_SLIP_SYNTAX] = IW_BAD_RESPONSE,
	[IW_SLIP_LETTER] = IW_BAD_LETTER,
	[IW_SLIP_PROMPT] = IW_BAD_PROMPT,
	[IW_SLIP_LETTER_TWICE] = IW_BAD_LETTER_TWICE,
	[IW_SLIP_PROMPT_TWICE] = IW_BAD_PROMPT_TWICE,
};

/* What a response to a question of a type looks like. */
static const char *const looks[] = {
	[IW_MULTIPLE_CHOICE] = "a letter, as B",
	[IW_MULTIPLE_RESPONSE] = "letters with a space between, as A C",
	[IW_ORDERING] = "letters in their order with a space between, as C A B",
	[IW_MATCHING] = "pairs of prompt and letter with a space between, as 1-B 2-A",
};

void
iw_bad_release(struct iw_bad *bad)
{
	free(bad->why);
	*bad = (struct iw_bad){ 0 };
}

struct iw_bad
iw_bad_slip(const struct iw_slip *slip, size_t question, size_t at)
{
	return (struct iw_bad){
		.kind = slips[slip->kind], .at = at + slip->at, .question = question, .value = slip->value
	};
}

void
iw_bad_locate(struct iw_bad *bad, const char *record, size_t len)
{
	size_t at = bad->at < len ? bad->at : len, start = 0;

	bad->line = 1;
	for (size_t i = 0; i < at; i++)
		if (record[i] == '\n') {
			bad->line++;
			start = i + 1;
		}
	bad->column = iw_utf8_count(record + start, at - start) + 1;
}

/* "A to D", or "A, B, D" when there are gaps. */
static void
add_letters(const struct iw_key_question *q, struct iw_buf *out)
{
	uint32_t set = q->letters;
	unsigned last = 0;

	for (unsigned n = 0; n < IW_KEY_MOST_LETTERS; n++)
		if (set >> n & 1)
			last = n;
	if ((set & (set + 1)) == 0 && last >= 2) {
		iw_buf_printf(out, "A to %c", 'A' + (int)last);
		return;
	}
	for (unsigned n = 0; n <= last; n++)
		if (set >> n & 1)
			iw_buf_printf(out, "%c%s", 'A' + (int)n, n < last ? ", " : "");
}

typedef void add_message(const struct iw_bad *bad, const struct iw_answer_key *key, struct iw_buf *out);

static void
add_cells(const struct iw_bad *bad, const struct iw_answer_key *key, struct iw_buf *out)
{
	(void)key;
	iw_buf_printf(out, "there are %zu cells here, and %zu columns", bad->value, bad->columns);
}

static void
add_twice(const struct iw_bad *bad, const struct iw_answer_key *key, struct iw_buf *out)
{
	(void)key;
	iw_buf_str(out, "the responses of this candidate are at ");
	iw_utf8_add(out, bad->first_path, iw_utf8_is_plain);
	iw_buf_printf(out, ":%zu already", bad->value);
}

static void
add_response(const struct iw_bad *bad, const struct iw_answer_key *key, struct iw_buf *out)
{
	iw_buf_printf(out, "this is no response to q%zu, which takes %s", bad->question + 1,
	              looks[key->questions[bad->question].type]);
}

static void
add_letter(const struct iw_bad *bad, const struct iw_answer_key *key, struct iw_buf *out)
{
	iw_buf_printf(out, "q%zu has no option %c: its options are ", bad->question + 1, (int)bad->value);
	add_letters(&key->questions[bad->question], out);
}

static void
add_letter_twice(const struct iw_bad *bad, const struct iw_answer_key *key, struct iw_buf *out)
{
	(void)key;
	iw_buf_printf(out, "option %c of q%zu is given twice", (int)bad->value, bad->question + 1);
}

/* Ordering items have places to be filled where matching ones have prompts. */
static const char *
prompts_of(const struct iw_key_question *q, unsigned *count)
{
	*count = q->type == IW_ORDERING ? q->key_count : q->prompts;
	return q->type == IW_ORDERING ? "place" : "prompt";
}

static void
add_prompt(const struct iw_bad *bad, const struct iw_answer_key *key, struct iw_buf *out)
{
	unsigned count;
	const char *what = prompts_of(&key->questions[bad->question], &count);

	iw_buf_printf(out, "q%zu has no %s %zu: its %ss are 1 to %u", bad->question + 1, what, bad->value, what, count);
}

static void
add_prompt_twice(const struct iw_bad *bad, const struct iw_answer_key *key, struct iw_buf *out)
{
	unsigned count;
	const char *what = prompts_of(&key->questions[bad->question], &count);

	iw_buf_printf(out, "%s %zu of q%zu is filled twice", what, bad->value, bad->question + 1);
}

static void
add_question(const struct iw_bad *bad, const struct iw_answer_key *key, struct iw_buf *out)
{
	(void)bad;
	iw_buf_printf(out, "the form has no such question: its questions are q1 to q%zu", key->count);
}

static void
add_question_twice(const struct iw_bad *bad, const struct iw_answer_key *key, struct iw_buf *out)
{
	(void)key;
	iw_buf_printf(out, "q%zu is answered twice", bad->question + 1);
}

static void
add_why(const struct iw_bad *bad, const struct iw_answer_key *key, struct iw_buf *out)
{
	(void)key;
	iw_buf_str(out, bad->why);
}

static const struct {
	const char *rule;
	const char *text; /* always the same, or: */
	add_message *add;
} kinds[] = {
	[IW_BAD_CELLS] = { "responses/columns", NULL, add_cells },
	[IW_BAD_QUOTES] = { "responses/quotes",
	                    "the quotation marks of this cell do not pair on this line; within a cell each is doubled",
	                    NULL },
	[IW_BAD_NO_CANDIDATE] = { "responses/candidate",
	                          "there is no candidate; each has a name or a number of their own", NULL },
	[IW_BAD_CANDIDATE] = { "responses/candidate",
	                       "this candidate has a control character, one that turns the direction of text or is not seen, or "
	                       "more than 1000 bytes",
	                       NULL },
	[IW_BAD_ENCODING] = { "responses/encoding", "this candidate is not in UTF-8; save the file as UTF-8", NULL },
	[IW_BAD_TWICE] = { "responses/candidate-twice", NULL, add_twice },
	[IW_BAD_RESPONSE] = { "responses/response", NULL, add_response },
	[IW_BAD_LETTER] = { "responses/letter", NULL, add_letter },
	[IW_BAD_PROMPT] = { "responses/prompt", NULL, add_prompt },
	[IW_BAD_LETTER_TWICE] = { "responses/letter-twice", NULL, add_letter_twice },
	[IW_BAD_PROMPT_TWICE] = { "responses/prompt-twice", NULL, add_prompt_twice },
	[IW_BAD_QUESTION] = { "responses/question", NULL, add_question },
	[IW_BAD_QUESTION_TWICE] = { "responses/question-twice", NULL, add_question_twice },
	[IW_BAD_FORM] = { "responses/form", "these are responses to another form than that of the package", NULL },
	[IW_BAD_HEAD] = { "responses/columns", NULL, add_why },
	[IW_BAD_JSON] = { "responses/json", NULL, add_why },
	[IW_BAD_XML] = { "responses/xml", NULL, add_why },
};

const char *
iw_bad_rule(enum iw_bad_kind kind)
{
	return kinds[kind].rule;
}

void
iw_bad_text(const struct iw_bad *bad, const struct iw_answer_key *key, struct iw_buf *out)
{
	if (kinds[bad->kind].text)
		iw_buf_str(out, kinds[bad->kind].text);
	else
		kinds[bad->kind].add(bad, key, out);
}
