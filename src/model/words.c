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

void
iw_words_add(struct iw_words *w, const char *text)
{
	static const uint64_t start = 0xcbf29ce484222325U;
	size_t len = strlen(text), n;
	uint64_t h = start;
	uint32_t c;

	for (size_t i = 0; i < len; i += n) {
		if ((n = iw_utf8_decode(text + i, len - i, &c)) == 0) {
			n = 1;
			c = ' ';
		}
		if (iw_utf8_is_word(c)) {
			h = (h ^ iw_utf8_lower(c)) * 0x100000001b3U;
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
	return iw_hash(w->hash + from, (w->count - from) * sizeof *w->hash);
}

static int
ascending(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

void
iw_words_to_set(struct iw_words *w)
{
	size_t n = 0;

	if (w->count)
		qsort(w->hash, w->count, sizeof *w->hash, ascending);
	for (size_t i = 0; i < w->count; i++)
		if (n == 0 || w->hash[i] != w->hash[n - 1])
			w->hash[n++] = w->hash[i];
	w->count = n;
}

void
iw_words_release(struct iw_words *w)
{
	free(w->hash);
	*w = (struct iw_words)IW_WORDS_INIT;
}
