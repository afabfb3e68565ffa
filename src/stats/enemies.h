/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Enemy candidates: pairs of items so alike that one may tell the answer of the other, so that they should not stand on
 * one form. A pair shares four fifths of its different words (Jaccard index), and three fifths when each word is
 * weighted by how rare it is in the bank (base/near.h), so that what many items share, as the wording of a template,
 * counts less. On 56,000 published items the second condition dropped none of the 1,002 pairs that the first one
 * found; those that it came closest to dropping were mostly two questions of one template. It is there for banks that
 * are made of templates.
 *
 * Retired items are left out. So are pairs that are declared enemies already: they are counted.
 */
#ifndef IW_ENEMIES_H
#define IW_ENEMIES_H

#include "model/bank.h"

enum { IW_ENEMY_DEGREE = 80, IW_ENEMY_WEIGHTED = 60 /* hundredths */, IW_MOST_ENEMIES = 10000 };

struct iw_enemy_pair {
	const struct iw_item *first, *second; /* in the order of the bank */
	double degree, weighted;
	bool copy; /* the same text, but for the order of options */
};

struct iw_enemies {
	struct iw_enemy_pair *at; /* the most alike first */
	size_t count, copies;
	size_t compared; /* items */
	size_t declared; /* pairs that are left out, as enemies already */
	bool more;       /* the search ended at IW_MOST_ENEMIES pairs */
};

void iw_enemies_find(struct iw_enemies *enemies, const struct iw_bank *bank, unsigned jobs);
void iw_enemies_release(struct iw_enemies *enemies);

#endif
