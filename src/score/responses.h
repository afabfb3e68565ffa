/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Files of responses: what a format is to the rest. docs/responses.md tells the formats.
 *
 * A file is a source: a head, perhaps, and records, each of one candidate; a line each, or the whole file. A format
 * reads the head once, and then records, from many threads at once. All formats hand out the same: the candidate, and
 * for each question the response as CSV has it ("A C", "1-B 2-A"), which mark.h marks.
 */
#ifndef IW_RESPONSES_H
#define IW_RESPONSES_H

#include "score/bad.h"
#include "score/quick.h"

enum { IW_MOST_CANDIDATE = 1000 /* bytes */, IW_MOST_RECORD = 8 << 20 };

/* A response where it stands, while a record is read. */
struct iw_cell {
	const char *text;
	uint32_t len;
	uint32_t at; /* where it begins in the record */
};

/* A record has at most IW_MOST_RECORD bytes, so that 32 bits are enough. */
static inline struct iw_cell
iw_cell_of(const char *text, size_t len, size_t at)
{
	return (struct iw_cell){ text, (uint32_t)len, (uint32_t)at };
}

/* Which column is which question; a file may have them in an order of its own. Files with the same head share them. */
struct iw_columns {
	size_t count;       /* columns, the candidate's too where it is one */
	uint32_t *question; /* of each column; key->count for the candidate */
	uint32_t *of;       /* the column of each question, and of the candidate */
	char delimiter;         /* of CSV; 0 for other formats */
	struct iw_quick *quick; /* the quick way through a line of CSV; NULL where there is none */
	char *head; /* the bytes of the head, for who has the same; NULL when they do not end in a line end */
	size_t head_len;
	struct iw_columns *next; /* for who owns several */
};

/* Columns in an order: takes over `question`, which has each once. */
struct iw_columns *iw_columns_new(const struct iw_answer_key *key, uint32_t *question, size_t count, char delimiter);

/* The columns of a format that has none in its files: the questions in their order, without the candidate. */
struct iw_columns *iw_columns_plain(const struct iw_answer_key *key);

void iw_columns_free(struct iw_columns *columns);

/* One record, read. The caller's; made for a key, used for many records. */
struct iw_row {
	const struct iw_answer_key *key;
	const char *text; /* the responses, as iw_mark_all takes them: in the record, or laid out */
	uint32_t *at;
	struct iw_cell candidate; /* without what the format puts around it */
	bool is_laid_out;         /* they do not stand so in the record; then: */
	struct iw_cell *cells;    /* each, by column */
	char *scratch;
	size_t scratch_cap;
	struct iw_bad bad; /* of kind IW_BAD_NONE when all could be read; released by who takes it */
};

void iw_row_init(struct iw_row *row, const struct iw_answer_key *key);
void iw_row_release(struct iw_row *row);

/* No candidate, and nothing answered, in `cells`. */
void iw_row_clear(struct iw_row *row);

/* Room for what a record of `len` bytes can become; before any of it is laid out. */
char *iw_row_scratch(struct iw_row *row, size_t len);

/* Make text and `at` of the first `count` cells. */
void iw_row_lay_out(struct iw_row *row, size_t count);

/* Where the response in a column begins in the record. */
size_t iw_row_place(const struct iw_row *row, size_t column);

/* Note what is bad, unless something was before. Returns false. `why` is copied, and may be NULL. */
bool iw_row_bad(struct iw_row *row, enum iw_bad_kind kind, size_t at, size_t question, size_t value, const char *why);

/* Take the spaces off the candidate that was read, and see whether it can be one. */
void iw_row_check_name(struct iw_row *row);

struct iw_response_file {
	const struct iw_response_format *format;
	char *path;
	const struct iw_columns *columns; /* borrowed */
	size_t lines;                     /* before the next block, as they are put in order */
};

/* What is left of a cell of CSV that names the candidate, when what spreadsheets need around it is taken off. */
struct iw_cell iw_csv_candidate(struct iw_cell cell);

struct iw_response_format {
	const char *name;     /* for --format */
	const char *suffixes; /* of files in a folder, each with a space behind it */
	bool is_whole;        /* a file is one record */
	/* Whether a file that begins so, without byte order mark, is of this format. */
	bool (*is)(const char *bytes, size_t len);
	/*
	 * Read the head, in as much of the file as there is room for, all of it when it is small. *used is how many
	 * bytes it took. NULL with `bad` when it cannot be read. The function is NULL for a format without a head.
	 */
	struct iw_columns *(*head)(const struct iw_answer_key *key, const char *bytes, size_t len, size_t *used,
	                           struct iw_bad *bad);
	/* Read a record, without its line end; a byte behind it can be read. The row points into it. */
	void (*read)(const struct iw_response_file *source, const char *record, size_t len, struct iw_row *row);
};

extern const struct iw_response_format iw_responses_csv, iw_responses_json, iw_responses_qti;

/* The format of that name, or NULL; the one of a file that begins so; whether a file of a folder is one, by its name.
 */
const struct iw_response_format *iw_response_format_find(const char *name);
const struct iw_response_format *iw_response_format_of(const char *bytes, size_t len);
bool iw_response_format_has(const struct iw_response_format *format, const char *path);

#endif
