/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The texts of enemy candidates. The bank keeps no texts, so the files of these items are read once more, each once
 * however many of its items are asked for.
 */
#ifndef IW_TEXTS_H
#define IW_TEXTS_H

#include "stats/enemies.h"

struct iw_text {
	const struct iw_item *item;
	const char *stem;
	const char **options; /* in the author's order, without rationales */
	size_t option_count;
};

struct iw_texts {
	struct iw_text *at; /* in the order of the bank, each item once */
	size_t count;
	struct iw_arena *arenas;
	unsigned arena_count;
};

/* Read the texts of the items of the first `most` pairs. IW_UNUSABLE: a file has changed since the bank was loaded. */
enum iw_status iw_texts_read(struct iw_texts *texts, const struct iw_bank *bank, const struct iw_enemies *enemies,
                             size_t most, unsigned jobs, struct iw_error *e);
void iw_texts_release(struct iw_texts *texts);

/* The text of an item that was asked for. */
const struct iw_text *iw_texts_of(const struct iw_texts *texts, const struct iw_item *item);

#endif
