/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as a CSV file of responses: each line is refused with a plain reason, or is the same when written again. */
#include "responses.h"

static const char usual[] = "candidate,q1,q2,q3,q4,q5,q6\n";

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	read_form(&key);
	return 0;
}

/* NULL when it cannot be read. */
static struct iw_columns *
open_head(const char *head, size_t len, size_t *used)
{
	struct iw_bad bad = { 0 };
	struct iw_columns *columns = iw_responses_csv.head(&key, head, len, used, &bad);

	must((columns != NULL) == (bad.kind == IW_BAD_NONE));
	if (columns)
		must(*used <= len && columns->count == key.count + 1);
	else
		check_bad(&bad, head, len);
	iw_bad_release(&bad);
	return columns;
}

/* The line, written as CSV with our columns, reads as the same. */
static void
check_again(const struct iw_response_file *s, const struct iw_row *row)
{
	struct iw_buf line = IW_BUF_INIT;
	struct iw_row again;
	size_t used;
	struct iw_columns *columns = open_head(usual, sizeof usual - 1, &used);
	struct iw_response_file plain = { .format = &iw_responses_csv, .columns = columns };

	must(columns != NULL);
	iw_add_cell(&line, row->candidate.text, row->candidate.len);
	for (size_t q = 0; q < key.count; q++) {
		uint32_t c = s->columns->of[q];

		iw_buf_char(&line, ',');
		iw_add_cell(&line, row->text + row->at[c], row->at[c + 1] - 1 - row->at[c]);
	}
	/* A response that a spreadsheet would run is none. */
	must(read_record(&plain, line.data, line.len, &again));
	must(again.candidate.len == row->candidate.len &&
	     memcmp(again.candidate.text, row->candidate.text, row->candidate.len) == 0);
	iw_row_release(&again);
	iw_columns_free(columns);
	iw_buf_release(&line);
}

/* What goes the quick way is what the careful way says. */
static void
check_quick(const struct iw_response_file *s, const char *line, size_t len, const struct iw_row *row, bool good)
{
	uint16_t right[2], careful[2] = { 0 };
	struct iw_kept kept[2];
	struct iw_quick_result result = { .right = right, .kept = kept };
	bool is_right[6];
	struct iw_cell c;
	uint32_t raw;

	if (len == 0 || !iw_quick_score(s->columns->quick, line, len, &result))
		return;
	c = iw_csv_candidate(iw_cell_of(result.candidate, result.candidate_len, (size_t)(result.candidate - line)));
	if (!good) { /* only for the candidate's name */
		must(row->bad.kind == IW_BAD_NO_CANDIDATE || row->bad.kind == IW_BAD_CANDIDATE ||
		     row->bad.kind == IW_BAD_ENCODING);
		return;
	}
	must(c.len >= row->candidate.len && memmem(c.text, c.len, row->candidate.text, row->candidate.len));
	must(iw_mark_all(&key, s->columns->of, row->text, row->at, is_right, careful, &raw));
	must(raw == result.raw && right[0] == careful[0] && right[1] == careful[1]);
	for (size_t n = 0; n < 2; n++) {
		uint32_t column = s->columns->of[4 + n], size = row->at[column + 1] - 1 - row->at[column];

		must(kept[n].is_right == is_right[4 + n] && kept[n].len == size);
		must(memcmp(kept[n].text, row->text + row->at[column], size) == 0);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	size_t len = strnlen((const char *)data, size), at = 0;
	char *text = iw_alloc(len + 9, 1);
	struct iw_response_file s = { .format = &iw_responses_csv };
	struct iw_columns *columns;

	memset(text, '\n', len + 9);
	if (len)
		memcpy(text, data, len);
	columns = open_head(text, len, &at);
	if (!columns) {
		columns = open_head(usual, sizeof usual - 1, &at);
		at = 0;
	}
	s.columns = columns;
	while (at < len) {
		size_t n = (size_t)((char *)memchr(text + at, '\n', len + 1 - at) - (text + at));
		struct iw_row row;
		bool good = read_record(&s, text + at, n, &row);

		check_quick(&s, text + at, n, &row, good);
		if (good)
			check_again(&s, &row);
		iw_row_release(&row);
		at += n + 1;
	}
	iw_columns_free(columns);
	free(text);
	return 0;
}
