/* SPDX-License-Identifier: Apache-2.0 */
#include "stats/enemies.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/near.h"

static bool
names_enemy(const struct iw_item *item, const struct iw_item *other)
{
	for (size_t i = 0; i < item->enemy_count; i++)
		if (other->id && strcmp(item->enemies[i].name, other->id) == 0)
			return true;
	return false;
}

static void
keep_undeclared(struct iw_enemies *enemies, const struct iw_bank *bank, const struct iw_near_pairs *pairs)
{
	enemies->at = iw_alloc(pairs->count, sizeof *enemies->at);
	enemies->more = pairs->more;
	for (size_t i = 0; i < pairs->count; i++) {
		const struct iw_near_pair *p = &pairs->at[i];
		const struct iw_item *first = bank->items[p->first], *second = bank->items[p->second];
		bool copy = first->fingerprint == second->fingerprint;

		if (names_enemy(first, second) || names_enemy(second, first)) {
			enemies->declared++;
			continue;
		}
		enemies->at[enemies->count++] = (struct iw_enemy_pair){ first, second, p->degree, p->weighted, copy };
		enemies->copies += copy;
	}
}

void
iw_enemies_find(struct iw_enemies *enemies, const struct iw_bank *bank, unsigned jobs)
{
	struct iw_near_least least = { IW_ENEMY_DEGREE, IW_ENEMY_WEIGHTED, IW_MOST_ENEMIES };
	struct iw_near_set *sets = iw_alloc(bank->item_count, sizeof *sets);
	struct iw_near_pairs pairs;

	*enemies = (struct iw_enemies){ 0 };
	for (size_t i = 0; i < bank->item_count; i++) {
		const struct iw_item *item = bank->items[i];

		if (item->status == IW_RETIRED || !item->word_count)
			continue;
		sets[i] = (struct iw_near_set){ item->words, item->word_count };
		enemies->compared++;
	}
	iw_near_pairs(sets, bank->item_count, &least, jobs, &pairs);
	keep_undeclared(enemies, bank, &pairs);
	iw_near_pairs_release(&pairs);
	free(sets);
}

void
iw_enemies_release(struct iw_enemies *enemies)
{
	free(enemies->at);
	*enemies = (struct iw_enemies){ 0 };
}
