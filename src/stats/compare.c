/* SPDX-License-Identifier: Apache-2.0 */
#include "stats/compare.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "model/words.h"

/* Longer texts are not compared within: no candidate is to take seconds. */
enum { MOST_CELLS = 1 << 22, MOST_OPTION_PAIRS = 10000 };

struct word {
	uint64_t hash;
	size_t start, end; /* bytes of the text */
	bool differs;
};

struct text {
	struct word *words;
	size_t count;
};

/* The length of the word that begins at `s`, in bytes; 0 when none does. */
static size_t
word_length(const char *s, size_t len)
{
	size_t at = 0, n;
	uint32_t c;

	while ((n = iw_utf8_decode(s + at, len - at, &c)) != 0 && iw_utf8_is_word(c))
		at += n;
	return at;
}

/* The words of a text with their places. model/words.h hashes the same words. */
static struct text
split(const char *s)
{
	struct iw_words hashes = IW_WORDS_INIT;
	size_t len = strlen(s), n;
	struct text text = { 0 };

	iw_words_add(&hashes, s);
	text.words = iw_alloc(hashes.count, sizeof *text.words);
	for (size_t at = 0; at < len && text.count < hashes.count; at += n ? n : 1) {
		n = word_length(s + at, len - at);
		if (n) {
			text.words[text.count] = (struct word){ hashes.hash[text.count], at, at + n, false };
			text.count++;
		}
	}
	iw_words_release(&hashes);
	return text;
}

/* Mark the words of a[from..a_end) that are in no longest common sequence with b[from..b_end). */
static void
mark_middle(struct text *a, const struct text *b, size_t from, size_t a_end, size_t b_end)
{
	size_t n = a_end - from, m = b_end - from, width = m + 1, i = 0, j = 0;
	uint32_t *longest = NULL; /* of what follows word i of a and word j of b */

	for (size_t k = from; k < a_end; k++)
		a->words[k].differs = true;
	if (!n || !m || n > MOST_CELLS / width)
		return;
	longest = iw_alloc((n + 1) * width, sizeof *longest);
	for (i = n; i-- > 0;)
		for (j = m; j-- > 0;) {
			uint32_t down = longest[(i + 1) * width + j], right = longest[i * width + j + 1];

			if (a->words[from + i].hash == b->words[from + j].hash)
				longest[i * width + j] = longest[(i + 1) * width + j + 1] + 1;
			else
				longest[i * width + j] = down > right ? down : right;
		}
	for (i = j = 0; i < n && j < m;) {
		if (a->words[from + i].hash == b->words[from + j].hash)
			a->words[from + i].differs = false, i++, j++;
		else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1])
			i++;
		else
			j++;
	}
	free(longest);
}

/* Most of two such texts is the same, at the beginning and at the end. */
static void
mark(struct text *a, const struct text *b)
{
	size_t from = 0, a_end = a->count, b_end = b->count;

	while (from < a_end && from < b_end && a->words[from].hash == b->words[from].hash)
		from++;
	while (a_end > from && b_end > from && a->words[a_end - 1].hash == b->words[b_end - 1].hash)
		a_end--, b_end--;
	mark_middle(a, b, from, a_end, b_end);
}

void
iw_compare_text(const char *text, const char *other, iw_piece *piece, void *context)
{
	struct text a = split(text), b = split(other);
	size_t start = 0, end = 0, len = strlen(text); /* words up to `end` are of one kind */
	bool differs = false;

	mark(&a, &b);
	for (size_t i = 0; i < a.count; i++) {
		const struct word *w = &a.words[i];
		size_t cut = w->differs ? w->start : end;

		if (w->differs != differs) {
			if (cut > start)
				piece(context, text + start, cut - start, differs);
			start = cut;
			differs = w->differs;
		}
		end = w->end;
	}
	if (differs) {
		piece(context, text + start, end - start, true);
		start = end;
	}
	if (start < len)
		piece(context, text + start, len - start, false);
	free(a.words);
	free(b.words);
}

/* How alike two options are: what they share of their words, in thousandths, each word as often as it is said. */
static unsigned
likeness(const struct iw_words *a, const struct iw_words *b)
{
	size_t i = 0, j = 0, shared = 0, all = a->count + b->count;

	while (i < a->count && j < b->count) {
		if (a->hash[i] == b->hash[j])
			shared++, i++, j++;
		else if (a->hash[i] < b->hash[j])
			i++;
		else
			j++;
	}
	return all ? (unsigned)(2000 * shared / all) : 0;
}

static int
ascending(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

/* Words in the order of their hashes. */
static struct iw_words *
sorted_words(const struct iw_text *text)
{
	struct iw_words *words = iw_alloc(text->option_count, sizeof *words);

	for (size_t i = 0; i < text->option_count; i++) {
		iw_words_add(&words[i], text->options[i]);
		if (words[i].count)
			qsort(words[i].hash, words[i].count, sizeof *words[i].hash, ascending);
	}
	return words;
}

static void
release_words(struct iw_words *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		iw_words_release(&words[i]);
	free(words);
}

struct match {
	struct iw_row row;
	unsigned likeness;
};

static int
most_alike_first(const void *a, const void *b)
{
	const struct match *x = a, *y = b;

	if (x->likeness != y->likeness)
		return x->likeness > y->likeness ? -1 : 1;
	if (x->row.first != y->row.first)
		return x->row.first < y->row.first ? -1 : 1;
	return (x->row.second > y->row.second) - (x->row.second < y->row.second);
}

/* Put partners into rows, the most alike first. */
static void
match(const struct iw_text *first, const struct iw_text *second, struct iw_row *rows, bool *taken)
{
	struct iw_words *a = sorted_words(first), *b = sorted_words(second);
	struct match *matches = iw_alloc(first->option_count * second->option_count, sizeof *matches);
	size_t n = 0;

	for (size_t i = 0; i < first->option_count; i++)
		for (size_t j = 0; j < second->option_count; j++)
			matches[n++] = (struct match){ { i, j }, likeness(&a[i], &b[j]) };
	if (n)
		qsort(matches, n, sizeof *matches, most_alike_first);
	for (size_t k = 0; k < n && matches[k].likeness; k++) {
		struct iw_row *row = &rows[matches[k].row.first];

		if (row->second == SIZE_MAX && !taken[matches[k].row.second]) {
			row->second = matches[k].row.second;
			taken[row->second] = true;
		}
	}
	free(matches);
	release_words(a, first->option_count);
	release_words(b, second->option_count);
}

size_t
iw_compare_options(const struct iw_text *first, const struct iw_text *second, struct iw_row **rows)
{
	size_t a = first->option_count, b = second->option_count, count = a > b ? a : b, left = 0;
	bool *taken = iw_alloc(b, sizeof *taken);

	*rows = iw_alloc(count, sizeof **rows);
	for (size_t i = 0; i < count; i++)
		(*rows)[i] = (struct iw_row){ i < a ? i : SIZE_MAX, SIZE_MAX };
	if (a && b <= MOST_OPTION_PAIRS / a)
		match(first, second, *rows, taken);
	for (size_t i = 0; i < count; i++) {
		while (left < b && taken[left])
			left++;
		if ((*rows)[i].second == SIZE_MAX && left < b)
			(*rows)[i].second = left++;
	}
	free(taken);
	return count;
}
