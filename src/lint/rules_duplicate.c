/* SPDX-License-Identifier: Apache-2.0 */
/* Group bank: copies, and what is nearly one. */
#include <stdlib.h>
#include <string.h>

#include "base/near.h"
#include "lint/rules.h"

/* Retired items are left out: they never meet the item that came after them on a form. */
static bool
is_used(const struct iw_item *item)
{
	return item->status != IW_RETIRED && item->word_count;
}

/* Items by fingerprint, then by their place in the bank. */
struct copy {
	uint64_t fingerprint;
	size_t item;
};

static int
by_fingerprint(const void *a, const void *b)
{
	const struct copy *x = a, *y = b;

	if (x->fingerprint != y->fingerprint)
		return x->fingerprint < y->fingerprint ? -1 : 1;
	return (x->item > y->item) - (x->item < y->item);
}

/* For each item in use the first one with the same text: itself when there is none before it. Free with free(). */
static size_t *
first_of_kind(const struct iw_bank *bank)
{
	struct copy *copies = iw_alloc(bank->item_count, sizeof *copies);
	size_t *first = iw_alloc(bank->item_count, sizeof *first), n = 0;

	for (size_t i = 0; i < bank->item_count; i++) {
		first[i] = i;
		if (is_used(bank->items[i]))
			copies[n++] = (struct copy){ bank->items[i]->fingerprint, i };
	}
	if (n)
		qsort(copies, n, sizeof *copies, by_fingerprint);
	for (size_t i = 0; i < n; i++) {
		bool same = i && copies[i].fingerprint == copies[i - 1].fingerprint;

		first[copies[i].item] = same ? first[copies[i - 1].item] : copies[i].item;
	}
	free(copies);
	return first;
}

static const char *
name(const struct iw_item *item)
{
	return item->id ? item->id : "?";
}

void
iw_rule_duplicate_item(struct iw_check *c)
{
	size_t *first = first_of_kind(c->bank);

	for (size_t i = 0; i < c->bank->item_count; i++) {
		const struct iw_item *item = c->bank->items[i], *other = c->bank->items[first[i]];

		if (first[i] != i)
			iw_relate(c,
			          iw_report(c, &item->owner, item->owner.at,
			                    "this item has the same text as '%s' (%s:%u)", name(other),
			                    iw_owner_path(c->bank, &other->owner), other->owner.at.line),
			          other);
	}
	free(first);
}

static bool
names_enemy(const struct iw_item *item, const struct iw_item *other)
{
	for (size_t i = 0; i < item->enemy_count; i++)
		if (other->id && strcmp(item->enemies[i].name, other->id) == 0)
			return true;
	return false;
}

void
iw_rule_near_duplicate(struct iw_check *c)
{
	size_t n = c->bank->item_count, *first = first_of_kind(c->bank);
	struct iw_near_set *sets = iw_alloc(n, sizeof *sets);
	struct iw_near_match *matches = iw_alloc(n, sizeof *matches);

	/* Full copies have a finding of their own. */
	for (size_t i = 0; i < n; i++)
		if (first[i] == i && is_used(c->bank->items[i]))
			sets[i] = (struct iw_near_set){ c->bank->items[i]->words, c->bank->items[i]->word_count };
	iw_near_find(sets, n, 9, 10, c->jobs, matches);
	for (size_t i = 0; i < n; i++) {
		const struct iw_item *item = c->bank->items[i], *other;

		if (matches[i].other == SIZE_MAX)
			continue;
		other = c->bank->items[matches[i].other];
		if (!names_enemy(item, other) && !names_enemy(other, item))
			iw_relate(c,
			          iw_report(c, &item->owner, item->owner.at,
			                    "this item shares %.0f %% of its words with '%s' (%s:%u)",
			                    100 * matches[i].degree, name(other), iw_owner_path(c->bank, &other->owner),
			                    other->owner.at.line),
			          other);
	}
	free(matches);
	free(sets);
	free(first);
}
