/* SPDX-License-Identifier: Apache-2.0 */
#include "score/input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/path.h"

static void
add_path(struct iw_input *input, char *path)
{
	IW_GROW(input->paths.path, input->paths.count, input->paths.cap);
	input->paths.path[input->paths.count++] = path;
}

static enum iw_status
add_folder(struct iw_input *input, const char *folder, struct iw_error *e)
{
	struct iw_paths found = IW_PATHS_INIT;
	enum iw_status status = iw_paths_below(&found, folder, ".", NULL, e);
	size_t before = input->paths.count;

	for (size_t i = 0; i < found.count && status == IW_OK; i++) {
		if (iw_response_format_has(input->format, found.path[i]))
			add_path(input, iw_path_join(folder, found.path[i]));
		else
			input->others++;
	}
	input->links += found.links;
	if (status == IW_OK && input->paths.count == before)
		status =
			iw_fail(e, IW_UNUSABLE, "%s: no file of responses is in this folder; they end in %s", folder,
		                input->format ? input->format->suffixes : ".csv, .tsv, .jsonl, .ndjson, .json or .xml");
	iw_paths_release(&found);
	return status;
}

static enum iw_status
add_size(struct iw_input *input, const char *path, struct iw_error *e)
{
	struct stat st;

	if (stat(path, &st) != 0)
		return iw_fail(e, IW_UNUSABLE, "%s: cannot be read: %s", path, strerror(errno));
	if (!S_ISREG(st.st_mode))
		return iw_fail(e, IW_UNUSABLE, "%s: not a regular file; write the responses into one", path);
	input->total += (uint64_t)st.st_size;
	return IW_OK;
}

enum iw_status
iw_input_open(struct iw_input *input, const struct iw_answer_key *key, const struct iw_response_format *format,
              const char *const *paths, size_t count, struct iw_error *e)
{
	enum iw_status status = IW_OK;

	*input = (struct iw_input){ .key = key, .format = format, .fd = -1, .rest = IW_BUF_INIT };
	for (size_t i = 0; i < count && status == IW_OK; i++) {
		if (iw_dir_exists(paths[i]))
			status = add_folder(input, paths[i], e);
		else
			add_path(input, iw_strdup(paths[i]));
	}
	for (size_t i = 0; i < input->paths.count && status == IW_OK; i++)
		status = add_size(input, input->paths.path[i], e);
	input->sources = iw_alloc(input->paths.count + 1, sizeof(struct iw_response_file *));
	return status;
}

void
iw_input_release(struct iw_input *input)
{
	if (input->fd >= 0)
		close(input->fd);
	for (size_t i = 0; i < input->source_count; i++)
		free(input->sources[i]);
	while (input->columns) {
		struct iw_columns *next = input->columns->next;

		iw_columns_free(input->columns);
		input->columns = next;
	}
	free(input->sources);
	iw_paths_release(&input->paths);
	iw_buf_release(&input->rest);
}

/* Read until there are `most` bytes, or the end of the file. */
static enum iw_status
read_some(struct iw_input *input, const char *path, char *to, size_t most, size_t *len, struct iw_error *e)
{
	size_t got = 0;
	ssize_t n = 0;

	while (got < most && ((n = read(input->fd, to + got, most - got)) > 0 || (n < 0 && errno == EINTR)))
		got += n > 0 ? (size_t)n : 0;
	if (n < 0)
		return iw_fail(e, IW_UNUSABLE, "%s: cannot be read: %s", path, strerror(errno));
	input->at_end = got < most;
	if (input->done)
		atomic_fetch_add(input->done, got);
	*len = got;
	return IW_OK;
}

static enum iw_status
begin_file(struct iw_input *input, struct iw_error *e)
{
	char *path = input->paths.path[input->source_count];
	struct iw_response_file *source;

	input->fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (input->fd < 0)
		return iw_fail(e, IW_UNUSABLE, "%s: cannot be opened: %s", path, strerror(errno));
	source = iw_alloc(1, sizeof *source);
	source->path = path;
	source->format = input->format;
	input->sources[input->source_count++] = source;
	input->offset = 0;
	input->is_first = true;
	input->at_end = false;
	iw_buf_clear(&input->rest);
	return IW_OK;
}

static void
skip(struct iw_span_of_records *span, size_t len)
{
	span->start += len;
	span->len -= len;
	span->offset += len;
}

/* The columns of a file before this one that began in the same way. */
static struct iw_columns *
find_columns(const struct iw_input *input, const char *bytes, size_t len)
{
	struct iw_columns *c = input->columns;

	while (c && !(c->head && c->head_len <= len && memcmp(c->head, bytes, c->head_len) == 0))
		c = c->next;
	return c;
}

static struct iw_columns *
find_plain_columns(const struct iw_input *input)
{
	struct iw_columns *c = input->columns;

	while (c && c->delimiter)
		c = c->next;
	return c;
}

/* Columns that may be new, for the input to keep. */
static struct iw_columns *
keep_columns(struct iw_input *input, struct iw_columns *c)
{
	if (c) {
		c->next = input->columns;
		input->columns = c;
	}
	return c;
}

/* What stands before the records of a file: its byte order mark, its head. */
static void
read_head(struct iw_input *input, struct iw_response_file *source, struct iw_span_of_records *span)
{
	struct iw_columns *columns;
	size_t used = 0;

	if (span->len >= 3 && memcmp(span->bytes + span->start, "\xef\xbb\xbf", 3) == 0)
		skip(span, 3);
	if (!source->format)
		source->format = iw_response_format_of(span->bytes + span->start, span->len);
	if (!source->format->head) {
		columns = find_plain_columns(input);
		source->columns = columns ? columns : keep_columns(input, iw_columns_plain(input->key));
		return;
	}
	columns = find_columns(input, span->bytes + span->start, span->len);
	if (columns)
		used = columns->head_len;
	else
		columns = keep_columns(input, source->format->head(input->key, span->bytes + span->start, span->len,
		                                                   &used, &span->bad));
	source->columns = columns;
	if (columns) {
		span->head_lines = 1;
		skip(span, used);
	} else {
		iw_bad_locate(&span->bad, span->bytes + span->start, span->len);
		span->len = 0;
	}
}

/* A file that is one record: the rest of it. One byte too many shows that it is too large, to the format. */
static enum iw_status
read_whole(struct iw_input *input, struct iw_span_of_records *span, struct iw_error *e)
{
	size_t more = 0, most = IW_MOST_RECORD + 1 - span->len - span->start;
	enum iw_status status = IW_OK;

	if (!input->at_end)
		status = read_some(input, span->source->path, span->bytes + span->start + span->len, most, &more, e);
	span->len += more;
	input->at_end = true;
	return status;
}

/* Leave what follows the last line end for the next block. */
static enum iw_status
cut(struct iw_input *input, struct iw_span_of_records *span, struct iw_error *e)
{
	const char *records = span->bytes + span->start, *end = memrchr(records, '\n', span->len);
	size_t whole = end ? (size_t)(end - records) + 1 : 0;

	if (input->at_end)
		return IW_OK;
	if (whole == 0 && span->start + span->len >= IW_BLOCK_BYTES)
		return iw_fail(e, IW_UNUSABLE, "%s: a line has more than a million bytes; this is no file of responses",
		               span->source->path);
	iw_buf_add(&input->rest, records + whole, span->len - whole);
	span->len = whole;
	return IW_OK;
}

static void
end_file(struct iw_input *input)
{
	close(input->fd);
	input->fd = -1;
}

enum iw_status
iw_input_next(struct iw_input *input, struct iw_span_of_records *span, bool *got, struct iw_error *e)
{
	size_t before = input->rest.len, len = 0;
	enum iw_status status = IW_OK;

	*got = input->fd >= 0 || input->source_count < input->paths.count;
	if (!*got)
		return IW_OK;
	if (input->fd < 0) {
		status = begin_file(input, e);
		before = 0;
	}
	if (status != IW_OK)
		return status;
	memcpy(span->bytes, input->rest.data, before);
	iw_buf_clear(&input->rest);
	span->source_number = input->source_count - 1;
	span->source = input->sources[span->source_number];
	status = read_some(input, span->source->path, span->bytes + before, IW_BLOCK_BYTES - before, &len, e);
	if (status != IW_OK)
		return status;
	span->start = 0;
	span->len = before + len;
	span->offset = input->offset - before;
	span->is_first = input->is_first;
	span->head_lines = 0;
	span->bad = (struct iw_bad){ 0 };
	input->offset += len;
	if (input->is_first)
		read_head(input, span->source, span);
	input->is_first = false;
	if (span->bad.kind != IW_BAD_NONE)
		input->at_end = true; /* the rest of the file means nothing */
	status = span->source->format->is_whole ? read_whole(input, span, e) : cut(input, span, e);
	if (input->at_end)
		end_file(input);
	return status;
}

/* The record that begins at `offset`: a line, of which little is read at a time, or the whole file. */
static bool
read_record(const struct iw_response_file *s, int fd, uint64_t offset, char *room, size_t *len)
{
	size_t most = s->format->is_whole ? IW_MOST_RECORD : IW_BLOCK_BYTES, step = s->format->is_whole ? most : 4096;
	const char *end = NULL;
	ssize_t n = 1;

	for (*len = 0; n > 0 && !end && *len<most; *len += n> 0 ? (size_t)n : 0) {
		n = pread(fd, room + *len, step < most - *len ? step : most - *len, (off_t)(offset + *len));
		end = n > 0 && !s->format->is_whole ? memchr(room + *len, '\n', (size_t)n) : NULL;
	}
	if (end)
		*len = (size_t)(end - room);
	if (!s->format->is_whole && *len && room[*len - 1] == '\r')
		--*len;
	return n >= 0;
}

bool
iw_input_again(const struct iw_input *input, size_t source, uint64_t offset, char *room, struct iw_row *row)
{
	const struct iw_response_file *s = input->sources[source];
	int fd = open(s->path, O_RDONLY | O_CLOEXEC);
	size_t len;
	bool good = fd >= 0 && read_record(s, fd, offset, room, &len);

	if (fd >= 0)
		close(fd);
	if (good)
		s->format->read(s, room, len, row);
	return good;
}
