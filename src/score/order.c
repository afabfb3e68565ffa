/* SPDX-License-Identifier: Apache-2.0 */
#include "score/order.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/path.h"
#include "base/utf8.h"

/* Results tell of persons: only who makes them may read them. */
enum { SKIPPED = IW_OUTPUTS, FILES, MODE = 0600, MOST_SHOWN = 100, AHEAD = 8 };

static const char *
file_name(int i)
{
	return i == SKIPPED ? "skipped.csv" : iw_output_name((enum iw_output)i);
}

static bool
is_wanted(const struct iw_order *o, int i)
{
	if (i == SKIPPED)
		return o->options->skip_bad;
	return i != IW_UNSCORED_CSV || o->layout->unscored_count;
}

/* A file of an earlier run, beside results that it does not belong to, would be taken for one of them. */
static enum iw_status
refuse_leftover(const char *path, struct iw_error *e)
{
	struct stat st;

	if (lstat(path, &st) != 0)
		return IW_OK;
	return iw_fail(e, IW_UNUSABLE,
	               "%s is there from an earlier run and would not belong to these results; remove it, or choose "
	               "another folder",
	               path);
}

static enum iw_status
write_file(struct iw_order *o, int i, const char *bytes, size_t len, struct iw_error *e)
{
	return o->paths[i] ? iw_commit_write(o->files[i], o->paths[i], bytes, len, e) : IW_OK;
}

static enum iw_status
write_heads(struct iw_order *o, struct iw_error *e)
{
	struct iw_buf head = IW_BUF_INIT;
	enum iw_status status = IW_OK;

	for (int i = 0; i < IW_OUTPUTS && status == IW_OK; i++) {
		iw_buf_clear(&head);
		iw_results_head(o->layout, (enum iw_output)i, &head);
		status = write_file(o, i, head.data, head.len, e);
	}
	iw_buf_clear(&head);
	iw_buf_printf(&head, "file,line,column,rule,reason%s\r\n", o->options->names ? ",candidate" : "");
	if (status == IW_OK)
		status = write_file(o, SKIPPED, head.data, head.len, e);
	iw_buf_release(&head);
	return status;
}

enum iw_status
iw_order_begin(struct iw_order *o, struct iw_error *e)
{
	enum iw_status status = IW_OK;

	iw_row_init(&o->again, o->options->key);
	for (int i = 0; i < FILES; i++)
		o->files[i] = -1;
	for (int i = 0; i < FILES && status == IW_OK; i++) {
		char *path = iw_path_join(o->options->output, file_name(i));

		if (is_wanted(o, i)) {
			o->paths[i] = path;
			status = iw_commit_open(o->commit, path, MODE, &o->files[i], e);
		} else {
			status = refuse_leftover(path, e);
			free(path);
		}
	}
	return status == IW_OK ? write_heads(o, e) : status;
}

/* What `same` needs to know. */
struct asked {
	struct iw_order *order;
	const char *name;
	size_t len;
	bool failed;
};

static bool
same(void *context, const struct iw_seen_place *earlier)
{
	struct asked *a = context;
	struct iw_order *o = a->order;
	struct iw_row *row = &o->again;

	if (!o->room)
		o->room = iw_alloc(IW_MOST_RECORD + 2, 1);
	iw_bad_release(&row->bad);
	row->candidate = iw_cell_of("", 0, 0);
	a->failed = !iw_input_again(o->input, earlier->source, earlier->offset, o->room, row);
	iw_row_check_name(row);
	/* With another hash, it is not what was read there. */
	a->failed |= iw_seen_hash(o->seen, row->candidate.text, row->candidate.len) != earlier->hash;
	return a->failed || (row->candidate.len == a->len && memcmp(row->candidate.text, a->name, a->len) == 0);
}

/* The n-th candidate of the block was there before. */
static void
note_twice(struct iw_order *o, struct iw_block *block, size_t n, const struct iw_seen_place *earlier, const char *name,
           size_t len)
{
	const struct iw_scored *s = &block->scored[n];
	const char *record = block->span.bytes + s->record,
		   *end = block->span.bytes + block->span.start + block->span.len;
	struct iw_bad bad = { .kind = IW_BAD_TWICE,
		              .at = s->candidate_at,
		              .value = earlier->line,
		              .first_path = o->input->sources[earlier->source]->path };

	iw_bad_locate(&bad, record, (size_t)(end - record));
	bad.line += s->place.line - 1;
	iw_block_bad(block, bad, name, len);
}

static int
by_line(const void *a, const void *b)
{
	const struct iw_bad *x = &((const struct iw_bad_record *)a)->bad, *y = &((const struct iw_bad_record *)b)->bad;

	return x->line < y->line ? -1 : x->line > y->line;
}

/* Take out who was there before. Lines of `scored` become those of the file. */
static enum iw_status
drop_twice(struct iw_order *o, struct iw_block *block, struct iw_error *e)
{
	size_t before = block->bad_count;
	bool *drop = NULL;

	for (size_t n = 0; n < block->scored_count; n++) {
		struct iw_seen_place place = block->scored[n].place;
		struct asked asked = { .order = o };
		const struct iw_seen_place *earlier;

		if (n + AHEAD < block->scored_count)
			iw_seen_prefetch(o->seen, block->scored[n + AHEAD].place.hash);
		place.line += (uint32_t)block->span.source->lines;
		asked.name = iw_block_name(block, n, &asked.len);
		earlier = iw_seen_add(o->seen, &place, same, &asked);
		if (asked.failed) {
			free(drop);
			return iw_fail(e, IW_UNUSABLE,
			               "%s: cannot be read again; it must not change while it is scored",
			               o->input->sources[earlier->source]->path);
		}
		if (!earlier)
			continue;
		if (!drop)
			drop = iw_alloc(block->scored_count, sizeof *drop);
		drop[n] = true;
		note_twice(o, block, n, earlier, asked.name, asked.len);
	}
	if (drop) {
		iw_block_drop(block, drop);
		free(drop);
	}
	if (block->bad_count > before)
		qsort(block->bads, block->bad_count, sizeof *block->bads, by_line); /* one a line */
	return IW_OK;
}

/* One line of the findings, in the house's form. */
static void
tell(struct iw_order *o, const char *path, const struct iw_bad *bad, const char *candidate)
{
	struct iw_buf *out = &o->outcome->findings;

	if (o->outcome->found++ >= MOST_SHOWN)
		return;
	iw_utf8_add(out, path, iw_utf8_is_plain);
	iw_buf_printf(out, ":%zu:%zu: error: ", bad->line, bad->column);
	iw_bad_text(bad, o->options->key, out);
	if (candidate && o->options->names) {
		iw_buf_str(out, "; the candidate is ");
		iw_utf8_add(out, candidate, iw_utf8_is_plain);
	}
	iw_buf_printf(out, " [%s]\n", iw_bad_rule(bad->kind));
}

static void
list(struct iw_order *o, const char *path, const struct iw_bad *bad, const char *candidate, struct iw_buf *out)
{
	struct iw_buf text = IW_BUF_INIT;

	o->outcome->tally.skipped++;
	iw_utf8_add(&text, path, iw_utf8_is_plain);
	iw_add_cell(out, text.data, text.len);
	iw_buf_printf(out, ",%zu,%zu,%s,", bad->line, bad->column, iw_bad_rule(bad->kind));
	iw_buf_clear(&text);
	iw_bad_text(bad, o->options->key, &text);
	iw_add_cell(out, text.data, text.len);
	if (o->options->names) {
		iw_buf_clear(&text);
		iw_utf8_add(&text, candidate ? candidate : "", iw_utf8_is_plain);
		iw_buf_char(out, ',');
		iw_add_cell(out, text.data, text.len);
	}
	iw_buf_str(out, "\r\n");
	iw_buf_release(&text);
}

static enum iw_status
put_bads(struct iw_order *o, struct iw_block *block, struct iw_error *e)
{
	const struct iw_response_file *source = block->span.source;
	struct iw_buf listed = IW_BUF_INIT;
	enum iw_status status;

	for (size_t i = 0; i < block->bad_count; i++) {
		struct iw_bad_record *b = &block->bads[i];

		b->bad.line += source->lines;
		if (o->options->skip_bad)
			list(o, source->path, &b->bad, b->candidate, &listed);
		else
			tell(o, source->path, &b->bad, b->candidate);
	}
	status = write_file(o, SKIPPED, listed.data, listed.len, e);
	iw_buf_release(&listed);
	return status;
}

/* The results of the block, to the tally, to the files, and to who asks for each. */
static enum iw_status
put_results(struct iw_order *o, const struct iw_block *block, struct iw_error *e)
{
	size_t domains = o->options->key->domain_count;
	bool is_first = o->outcome->tally.candidates == 0;
	enum iw_status status = IW_OK;

	for (size_t n = 0; n < block->scored_count && status == IW_OK; n++) {
		struct iw_result result = { .raw = block->scored[n].raw, .right = block->right + n * domains };

		iw_tally_add(&o->outcome->tally, result.raw, result.right);
		result.candidate = iw_block_name(block, n, &result.candidate_len);
		if (o->options->each)
			status = o->options->each(o->options->context, &result, e);
	}
	for (int i = 0; i < IW_OUTPUTS && status == IW_OK && block->scored_count; i++) {
		size_t comma = i == IW_RESULTS_JSON && is_first; /* there is none before the first */

		status = write_file(o, i, block->outputs[i].data + comma, block->outputs[i].len - comma, e);
	}
	return status;
}

enum iw_status
iw_order_add(struct iw_order *o, struct iw_block *block, struct iw_error *e)
{
	struct iw_response_file *source = block->span.source;
	enum iw_status status;

	if (block->span.is_first)
		source->lines = block->span.head_lines;
	if (block->span.bad.kind != IW_BAD_NONE) {
		tell(o, source->path, &block->span.bad, NULL);
		o->outcome->bad_heads++;
	}
	status = drop_twice(o, block, e);
	if (status == IW_OK)
		status = put_bads(o, block, e);
	if (status == IW_OK && o->outcome->found == 0)
		status = put_results(o, block, e);
	source->lines += block->lines;
	iw_bad_release(&block->span.bad);
	return status;
}

enum iw_status
iw_order_finish(struct iw_order *o, struct iw_error *e)
{
	struct iw_buf tail = IW_BUF_INIT;
	enum iw_status status = IW_OK;

	for (int i = 0; i < FILES && status == IW_OK; i++) {
		if (!o->paths[i])
			continue;
		iw_buf_clear(&tail);
		if (i < IW_OUTPUTS)
			iw_results_tail(o->layout, (enum iw_output)i, &o->outcome->tally, &tail);
		status = write_file(o, i, tail.data, tail.len, e);
		if (status == IW_OK) {
			int fd = o->files[i];

			o->files[i] = -1;
			status = iw_commit_close(fd, o->paths[i], e);
		}
	}
	iw_buf_release(&tail);
	return status;
}

void
iw_order_release(struct iw_order *o)
{
	for (int i = 0; i < FILES; i++) {
		if (o->paths[i] && o->files[i] >= 0)
			close(o->files[i]);
		free(o->paths[i]);
	}
	iw_row_release(&o->again);
	free(o->room);
}
