/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The files of responses, cut into blocks of whole records. One thread at a time takes the next block; blocks are
 * scored in any order and put back into this one.
 */
#ifndef IW_SCORE_INPUT_H
#define IW_SCORE_INPUT_H

#include <stdatomic.h>

#include "base/file.h"
#include "score/responses.h"

enum { IW_BLOCK_BYTES = 1 << 20 }; /* of lines; also the longest that a line may be */

struct iw_input {
	const struct iw_answer_key *key;
	const struct iw_response_format *format; /* what the user asks for; NULL: as the files are */
	struct iw_paths paths;
	struct iw_response_file **sources; /* of the files that were begun, in the order of `paths` */
	size_t source_count;
	struct iw_columns *columns; /* of all files, each once; a list */
	size_t others;              /* files of folders that are none of ours by their names */
	size_t links;               /* in folders: they are not followed */
	/* Of the file that is being read: */
	int fd;
	uint64_t offset;    /* of what is read next */
	struct iw_buf rest; /* the beginning of a line, whose end comes with the next block */
	bool is_first, at_end;
	atomic_size_t *done; /* bytes that were read, for a progress line; may be NULL */
	uint64_t total;      /* bytes of all files */
};

/* Some records of one file, as they are there. */
struct iw_span_of_records {
	struct iw_response_file *source;
	size_t source_number;
	char *bytes; /* the caller's, of IW_MOST_RECORD + 2 bytes at least: one to see that it is too much, one behind
	              */
	size_t start, len; /* the records are bytes[start..start + len) */
	uint64_t offset;   /* of bytes[start] in the file */
	size_t head_lines; /* lines of the file before it, in the first block */
	bool is_first;
	struct iw_bad bad; /* of the head: the file cannot be used */
};

/*
 * Take files and folders; of folders, the files below that end as a format does. IW_UNUSABLE when one cannot be read or
 * there is none.
 */
enum iw_status iw_input_open(struct iw_input *input, const struct iw_answer_key *key,
                             const struct iw_response_format *format, const char *const *paths, size_t count,
                             struct iw_error *e);
void iw_input_release(struct iw_input *input);

/* The next block; *got is false at the end of the last file. IW_UNUSABLE when a file cannot be read. */
enum iw_status iw_input_next(struct iw_input *input, struct iw_span_of_records *span, bool *got, struct iw_error *e);

/* Read the record at a place again; the row is as format->read leaves it. False when it cannot be had any more. */
bool iw_input_again(const struct iw_input *input, size_t source, uint64_t offset, char *room, struct iw_row *row);

#endif
