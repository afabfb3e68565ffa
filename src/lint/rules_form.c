/* SPDX-License-Identifier: Apache-2.0 */
/* Group form: what stands on a form. */
#include <string.h>

#include "lint/rules.h"

/* A finding about an item of the form: it stays the same when the form's lines move. */
static void
about(const struct iw_check *c, struct iw_finding *f, const char *name)
{
	const struct iw_item *item = iw_bank_item(c->bank, name);

	f->content = iw_hash(name, strlen(name));
	if (item)
		iw_relate(c, f, item);
}

void
iw_rule_unknown_item(struct iw_check *c, const struct iw_form *form)
{
	for (size_t i = 0; i < form->item_count; i++)
		if (!iw_bank_item(c->bank, form->items[i].ref.name))
			about(c,
			      iw_report(c, &form->owner, form->items[i].ref.at, "there is no item '%s' in the bank",
			                form->items[i].ref.name),
			      form->items[i].ref.name);
}

/* The place on the form of each item. Release with iw_map_release. */
static struct iw_map
places(const struct iw_form *form)
{
	struct iw_map map = IW_MAP_INIT;

	for (size_t i = 0; i < form->item_count; i++)
		iw_map_add(&map, form->items[i].ref.name, i, NULL);
	return map;
}

void
iw_rule_form_duplicate(struct iw_check *c, const struct iw_form *form)
{
	struct iw_map map = places(form);

	for (size_t i = 0; i < form->item_count; i++) {
		size_t first = *iw_map_get(&map, form->items[i].ref.name);

		if (first != i)
			about(c,
			      iw_report(c, &form->owner, form->items[i].ref.at,
			                "item '%s' is already on the form, in line %u", form->items[i].ref.name,
			                form->items[first].ref.at.line),
			      form->items[i].ref.name);
	}
	iw_map_release(&map);
}

void
iw_rule_not_approved(struct iw_check *c, const struct iw_form *form)
{
	static const char *const states[] = {
		[IW_DRAFT] = "a draft",
		[IW_REVIEW] = "in review",
		[IW_APPROVED] = "approved",
		[IW_RETIRED] = "retired",
	};

	for (size_t i = 0; i < form->item_count; i++) {
		const struct iw_item *item = iw_bank_item(c->bank, form->items[i].ref.name);

		if (item && item->status != IW_APPROVED)
			about(c,
			      iw_report(c, &form->owner, form->items[i].ref.at, "item '%s' is %s", item->id,
			                states[item->status]),
			      item->id);
	}
}

void
iw_rule_enemies(struct iw_check *c, const struct iw_form *form)
{
	struct iw_map map = places(form);

	for (size_t i = 0; i < form->item_count; i++) {
		const struct iw_item *item = iw_bank_item(c->bank, form->items[i].ref.name);

		for (size_t j = 0; item && j < item->enemy_count; j++) {
			const size_t *other = iw_map_get(&map, item->enemies[j].name);
			const struct iw_item *enemy = other ? iw_bank_item(c->bank, item->enemies[j].name) : NULL;
			bool told = false;

			/* Enemies that name each other are told once. */
			for (size_t k = 0; enemy && *other < i && k < enemy->enemy_count; k++)
				told |= strcmp(enemy->enemies[k].name, item->id) == 0;
			if (other && *other != i && !told)
				about(c,
				      iw_report(c, &form->owner, form->items[*other > i ? *other : i].ref.at,
				                "items '%s' and '%s' are enemies", item->id, item->enemies[j].name),
				      *other > i ? enemy->id : item->id);
		}
	}
	iw_map_release(&map);
}

void
iw_rule_wrong_exam(struct iw_check *c, const struct iw_form *form)
{
	if (c->bank->exam && c->bank->exam->id && form->exam && strcmp(c->bank->exam->id, form->exam) != 0)
		iw_report(c, &form->owner, form->exam_at, "this form belongs to exam '%s'; the bank is of exam '%s'",
		          form->exam, c->bank->exam->id);
}
