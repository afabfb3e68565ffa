/* SPDX-License-Identifier: Apache-2.0 */
#include "score/block.h"

#include <stdlib.h>

void
iw_block_init(struct iw_block *block, const struct iw_answer_key *key)
{
	*block = (struct iw_block){ .names = IW_BUF_INIT };
	for (int i = 0; i < IW_OUTPUTS; i++)
		block->outputs[i] = (struct iw_buf)IW_BUF_INIT;
	iw_row_init(&block->row, key);
	block->is_right = iw_alloc(key->count, sizeof *block->is_right);
	block->kept = iw_alloc(key->count, sizeof *block->kept);
	block->span.bytes = iw_alloc(IW_MOST_RECORD + 2, 1);
}

static void
forget_bads(struct iw_block *block)
{
	while (block->bad_count) {
		struct iw_bad_record *b = &block->bads[--block->bad_count];

		iw_bad_release(&b->bad);
		free(b->candidate);
	}
}

void
iw_block_release(struct iw_block *block)
{
	forget_bads(block);
	iw_row_release(&block->row);
	for (int i = 0; i < IW_OUTPUTS; i++)
		iw_buf_release(&block->outputs[i]);
	iw_buf_release(&block->names);
	free(block->span.bytes);
	free(block->is_right);
	free(block->kept);
	free(block->scored);
	free(block->right);
	free(block->bads);
}

void
iw_block_bad(struct iw_block *block, struct iw_bad bad, const char *candidate, size_t len)
{
	IW_GROW(block->bads, block->bad_count, block->bad_cap);
	block->bads[block->bad_count++] = (struct iw_bad_record){ bad, candidate ? iw_strndup(candidate, len) : NULL };
}

const char *
iw_block_name(const struct iw_block *block, size_t n, size_t *len)
{
	size_t start = n ? block->scored[n - 1].name_end : 0;

	*len = block->scored[n].name_end - start;
	return block->names.data + start;
}

/* Note the first response that cannot be read; there is one. */
static void
find_slip(struct iw_row *row, const struct iw_columns *columns)
{
	const struct iw_answer_key *key = row->key;
	struct iw_slip slip;

	for (size_t q = 0; q < key->count && row->bad.kind == IW_BAD_NONE; q++) {
		uint32_t c = columns->of[q], len = row->at[c + 1] - 1 - row->at[c];

		if (iw_mark(&key->questions[q], row->text + row->at[c], len, &slip) != IW_UNREADABLE)
			continue;
		if (row->is_laid_out)
			slip.at = 0; /* it does not stand so in the record: where it begins must do */
		row->bad = iw_bad_slip(&slip, q, iw_row_place(row, c));
	}
}

static void
add_result(struct iw_block *block, const struct iw_scoring *scoring, uint32_t record, uint32_t raw,
           const uint16_t *right)
{
	const struct iw_layout *layout = scoring->layout;
	const struct iw_cell *c = &block->row.candidate;
	struct iw_result result = { c->text, c->len, raw, right };
	struct iw_scored *s;
	struct iw_cell cell;

	IW_GROW(block->scored, block->scored_count, block->scored_cap);
	s = &block->scored[block->scored_count++];
	cell = iw_results_add(layout, &result, &block->outputs[IW_RESULTS_CSV], &block->outputs[IW_RESULTS_JSON]);
	if (layout->unscored_count)
		iw_results_unscored(layout, block->kept, cell, &block->outputs[IW_UNSCORED_CSV]);
	iw_buf_add(&block->names, c->text, c->len);
	*s = (struct iw_scored){
		.place = { .hash = iw_seen_hash(scoring->seen, c->text, c->len),
		           .offset = block->span.offset + record - block->span.start,
		           .source = (uint32_t)block->span.source_number,
		           .line = (uint32_t)block->lines },
		.record = record,
		.candidate_at = c->at,
		.name_end = (uint32_t)block->names.len,
		.raw = raw,
	};
	for (int i = 0; i < IW_OUTPUTS; i++)
		s->ends[i] = (uint32_t)block->outputs[i].len;
}

/* Room for the domains of one more candidate. */
static uint16_t *
more_right(struct iw_block *block)
{
	size_t domains = block->row.key->domain_count, at = block->scored_count * domains;

	if (block->right_cap < at + domains) {
		block->right_cap = 2 * (at + domains) + 64;
		block->right = iw_realloc(block->right, block->right_cap, sizeof *block->right);
	}
	return block->right + at;
}

/* Keep what was answered to unscored questions. */
static void
keep_unscored(struct iw_block *block, const struct iw_layout *layout, const struct iw_columns *columns)
{
	const struct iw_row *row = &block->row;

	for (size_t n = 0; n < layout->unscored_count; n++) {
		size_t q = layout->unscored[n];
		uint32_t c = columns->of[q];

		block->kept[n] =
			(struct iw_kept){ row->text + row->at[c], row->at[c + 1] - 1 - row->at[c], block->is_right[q] };
	}
}

/* Any record, and what is wrong with it. Returns the raw score. */
static uint32_t
score_carefully(struct iw_block *block, const struct iw_scoring *scoring, const char *record, size_t len,
                uint16_t *right)
{
	const struct iw_response_file *source = block->span.source;
	struct iw_row *row = &block->row;
	uint32_t raw = 0;

	memset(right, 0, row->key->domain_count * sizeof *right);
	row->candidate = iw_cell_of("", 0, 0);
	source->format->read(source, record, len, row);
	iw_row_check_name(row);
	if (row->bad.kind == IW_BAD_NONE &&
	    !iw_mark_all(row->key, source->columns->of, row->text, row->at, block->is_right, right, &raw))
		find_slip(row, source->columns);
	if (row->bad.kind == IW_BAD_NONE)
		keep_unscored(block, scoring->layout, source->columns);
	return raw;
}

static void
score_record(struct iw_block *block, const struct iw_scoring *scoring, const char *record, size_t len)
{
	struct iw_row *row = &block->row;
	const struct iw_quick *quick = block->span.source->columns->quick;
	struct iw_quick_result result = { .right = more_right(block), .kept = block->kept };

	if (quick && iw_quick_score(quick, record, len, &result)) {
		row->candidate = iw_csv_candidate(
			iw_cell_of(result.candidate, result.candidate_len, (size_t)(result.candidate - record)));
		iw_row_check_name(row);
	} else {
		result.raw = score_carefully(block, scoring, record, len, result.right);
	}
	if (row->bad.kind == IW_BAD_NONE) {
		add_result(block, scoring, (uint32_t)(record - block->span.bytes), result.raw, result.right);
		return;
	}
	iw_bad_locate(&row->bad, record, len);
	row->bad.line += block->lines - 1;
	iw_block_bad(block, row->bad, row->candidate.len ? row->candidate.text : NULL, row->candidate.len);
	row->bad = (struct iw_bad){ 0 };
}

static bool
is_blank(const char *line, size_t len)
{
	while (len && line[len - 1] == ' ')
		len--;
	return len == 0;
}

void
iw_block_score(struct iw_block *block, const struct iw_scoring *scoring)
{
	const char *p = block->span.bytes + block->span.start, *end = p + block->span.len, *next;
	bool whole = block->span.source->format->is_whole;

	forget_bads(block);
	for (int i = 0; i < IW_OUTPUTS; i++)
		iw_buf_clear(&block->outputs[i]);
	iw_buf_clear(&block->names);
	block->scored_count = block->lines = 0;
	block->span.bytes[block->span.start + block->span.len] = '\n'; /* also where the last line of a file has none */
	for (; p < end || (whole && p == end && block->lines == 0); p = next + 1) {
		size_t len;

		next = whole ? NULL : memchr(p, '\n', (size_t)(end - p));
		next = next ? next : end;
		len = (size_t)(next - p);
		if (!whole && len && p[len - 1] == '\r')
			len--;
		block->lines++;
		if (whole || !is_blank(p, len))
			score_record(block, scoring, p, len);
	}
}

/* Take what lies in [from, to) to *at. */
static void
keep(char *bytes, uint32_t *at, size_t from, size_t to)
{
	memmove(bytes + *at, bytes + from, to - from);
	*at += (uint32_t)(to - from);
}

void
iw_block_drop(struct iw_block *block, const bool *drop)
{
	size_t domains = block->row.key->domain_count, kept = 0;
	uint32_t at[IW_OUTPUTS] = { 0 }, name_at = 0;
	struct iw_scored before = { 0 };

	for (size_t n = 0; n < block->scored_count; n++) {
		struct iw_scored s = block->scored[n];

		for (int i = 0; i < IW_OUTPUTS && !drop[n]; i++)
			keep(block->outputs[i].data, &at[i], before.ends[i], s.ends[i]);
		if (!drop[n]) {
			keep(block->names.data, &name_at, before.name_end, s.name_end);
			memmove(block->right + kept * domains, block->right + n * domains,
			        domains * sizeof *block->right);
			block->scored[kept] = s;
			block->scored[kept].name_end = name_at;
			memcpy(block->scored[kept++].ends, at, sizeof at);
		}
		before = s;
	}
	for (int i = 0; i < IW_OUTPUTS; i++)
		block->outputs[i].len = at[i];
	block->names.len = name_at;
	block->scored_count = kept;
}
