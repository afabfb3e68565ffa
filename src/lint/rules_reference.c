/* SPDX-License-Identifier: Apache-2.0 */
/* Group bank: what items refer to. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "lint/locate.h"
#include "lint/rules.h"
#include "xml/node.h"

void
iw_rule_duplicate_id(struct iw_check *c)
{
	for (size_t i = 0; i < c->bank->item_count; i++) {
		const struct iw_item *item = c->bank->items[i],
				     *first = item->id ? iw_bank_item(c->bank, item->id) : NULL;

		if (first && first != item)
			iw_relate(c,
			          iw_report(c, &item->owner, item->id_at, "the id '%s' is taken by the item in %s:%u",
			                    item->id, iw_owner_path(c->bank, &first->owner), first->owner.at.line),
			          first);
	}
}

void
iw_rule_unknown_domain(struct iw_check *c, const struct iw_item *item, const struct iw_body *body)
{
	const struct iw_exam *exam = c->bank->exam;
	struct iw_buf known = IW_BUF_INIT;

	(void)body;
	if (!exam || !item->domain.name || iw_exam_domain(exam, item->domain.name) < exam->domain_count)
		return;
	for (size_t i = 0; i < exam->domain_count; i++)
		if (exam->domains[i].id)
			iw_buf_printf(&known, "%s%s", known.len ? ", " : "", exam->domains[i].id);
	iw_report(c, &item->owner, item->domain.at, "the exam has no domain '%s'; it has %s", item->domain.name,
	          known.data);
	iw_buf_release(&known);
}

void
iw_rule_unknown_task(struct iw_check *c, const struct iw_item *item, const struct iw_body *body)
{
	const struct iw_exam *exam = c->bank->exam;
	size_t own;

	(void)body;
	if (!exam || !item->domain.name || !item->task.name)
		return;
	own = iw_exam_domain(exam, item->domain.name);
	if (own == exam->domain_count || iw_domain_has_task(&exam->domains[own], item->task.name))
		return;
	for (size_t i = 0; i < exam->domain_count; i++)
		if (iw_domain_has_task(&exam->domains[i], item->task.name)) {
			iw_report(c, &item->owner, item->task.at, "task '%s' belongs to domain '%s', the item to '%s'",
			          item->task.name, exam->domains[i].id, item->domain.name);
			return;
		}
	iw_report(c, &item->owner, item->task.at, "domain '%s' has no task '%s'", item->domain.name, item->task.name);
}

void
iw_rule_unknown_enemy(struct iw_check *c)
{
	for (size_t i = 0; i < c->bank->item_count; i++) {
		const struct iw_item *item = c->bank->items[i];

		for (size_t j = 0; j < item->enemy_count; j++) {
			const struct iw_ref *enemy = &item->enemies[j];

			if (item->id && strcmp(enemy->name, item->id) == 0)
				iw_report(c, &item->owner, enemy->at, "the item names itself as its enemy");
			else if (!iw_bank_item(c->bank, enemy->name))
				iw_report(c, &item->owner, enemy->at, "there is no item '%s' in the bank", enemy->name);
		}
	}
}

/* Where `term` stands in `text` as whole words, in upper or lower case; NULL when it does not. */
static const char *
find_term(const char *text, const char *term)
{
	size_t n = strlen(term);

	for (const char *p = text; n && (p = strcasestr(p, term)) != NULL; p++) {
		const char *before = p;
		uint32_t c = ' ', d = ' ';

		while (before > text && ((unsigned char)*--before & 0xc0) == 0x80)
			;
		if (p > text)
			(void)iw_utf8_decode(before, (size_t)(p - before), &c);
		(void)iw_utf8_decode(p + n, strnlen(p + n, 4), &d);
		if (!iw_utf8_is_word(c) && !iw_utf8_is_word(d))
			return p;
	}
	return NULL;
}

/* Whether the first word of a term begins here, or markup comes before that is known. */
static bool
begins_term(const struct iw_exam *exam, const char *bytes, size_t len)
{
	for (size_t i = 0; i < exam->out_of_scope_count; i++) {
		const char *term = exam->out_of_scope[i];
		size_t n = 0, word = strcspn(term, " ");

		while (n < word && n < len && tolower((unsigned char)bytes[n]) == tolower((unsigned char)term[n]))
			n++;
		if (n == word || (n < len && bytes[n] == '<'))
			return true;
	}
	return false;
}

/*
 * Whether the first word of a term may stand in the item, told from its bytes: most items need no closer
 * look. A reference could hide a letter, so it counts as yes.
 */
static bool
may_mention(const struct iw_exam *exam, const char *bytes, size_t len)
{
	enum { GAP, LETTER, FIRST, AMPERSAND };
	unsigned char kinds[256] = { ['&'] = AMPERSAND }, before = GAP;

	memset(&kinds['a'], LETTER, 26);
	memset(&kinds['A'], LETTER, 26);
	for (size_t i = 0; i < exam->out_of_scope_count; i++) {
		int first = (unsigned char)exam->out_of_scope[i][0];

		kinds[toupper(first)] = kinds[tolower(first)] = FIRST;
	}
	for (size_t at = 0; at < len; at++) {
		unsigned char kind = kinds[(unsigned char)bytes[at]];

		if (kind >= FIRST && before == GAP && (kind == AMPERSAND || begins_term(exam, bytes + at, len - at)))
			return true;
		before = kind == FIRST ? LETTER : kind;
	}
	return false;
}

void
iw_rule_out_of_scope(struct iw_check *c, const struct iw_item *item, const struct iw_body *body)
{
	const struct iw_exam *exam = c->bank->exam;
	struct iw_range r = iw_xml_range(body->xml, body->node);
	struct iw_buf text = IW_BUF_INIT;

	if (!exam || !exam->out_of_scope_count || !may_mention(exam, body->xml->bytes.data + r.start, r.end - r.start))
		return;
	iw_node_text(body->node, "reference", &text);
	for (size_t i = 0; i < exam->out_of_scope_count; i++) {
		const char *term = exam->out_of_scope[i], *found = find_term(text.data, term);

		if (found)
			iw_report(c, &item->owner, iw_locate(body->xml, body->node, found, strlen(term)),
			          "'%s' is out of scope for this exam", term);
	}
	iw_buf_release(&text);
}
