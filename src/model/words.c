/* SPDX-License-Identifier: Apache-2.0 */
#include "model/words.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "base/utf8.h"

static void
add_word(struct iw_words *w, uint64_t h)
{
	IW_GROW(w->hash, w->count, w->cap);
	w->hash[w->count++] = iw_hash_mix(h);
}

/* The character at `text` in lower case, 0 when it is none of a word; *n is its length. */
static uint32_t
word_char(const char *text, size_t len, size_t *n)
{
	uint32_t c = (unsigned char)*text;

	*n = 1;
	if (c >= 0x80 && (*n = iw_utf8_decode(text, len, &c)) == 0) {
		*n = 1;
		return 0;
	}
	return iw_utf8_is_word(c) ? iw_utf8_lower(c) : 0;
}

void
iw_words_add(struct iw_words *w, const char *text)
{
	static const uint64_t start = 0xcbf29ce484222325U;
	size_t len = strlen(text), n;
	uint64_t h = start;

	for (size_t i = 0; i < len; i += n) {
		/* Most text is ASCII: letters and digits need no look at tables. */
		unsigned char byte = (unsigned char)text[i], lower = byte | 0x20;
		uint32_t c;

		n = 1;
		if (lower >= 'a' && lower <= 'z')
			c = lower;
		else if (byte == ' ')
			c = 0;
		else
			c = word_char(text + i, len - i, &n);
		if (c) {
			h = (h ^ c) * 0x100000001b3U;
		} else if (h != start) {
			add_word(w, h);
			h = start;
		}
	}
	if (h != start)
		add_word(w, h);
}

uint64_t
iw_words_sequence(const struct iw_words *w, size_t from)
{
	uint64_t h = w->count - from;

	for (size_t i = from; i < w->count; i++)
		h = (h << 7 | h >> 57) * 0x9e3779b97f4a7c15U ^ w->hash[i];
	return iw_hash_mix(h);
}

void
iw_words_to_set(struct iw_words *w)
{
	size_t cap = 16, n = 0;
	uint64_t *seen;

	while (cap < 2 * w->count + 1)
		cap *= 2;
	seen = iw_alloc(cap, sizeof *seen); /* open addressing; 0 is free */
	for (size_t i = 0; i < w->count; i++) {
		uint64_t h = w->hash[i] ? w->hash[i] : 1;
		size_t at = (size_t)h & (cap - 1);

		while (seen[at] && seen[at] != h)
			at = (at + 1) & (cap - 1);
		if (!seen[at])
			w->hash[n++] = seen[at] = h;
	}
	w->count = n;
	free(seen);
}

void
iw_words_release(struct iw_words *w)
{
	free(w->hash);
	*w = (struct iw_words)IW_WORDS_INIT;
}
