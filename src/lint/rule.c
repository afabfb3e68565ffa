/* SPDX-License-Identifier: Apache-2.0 */
#include "lint/rule.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/hash.h"
#include "base/utf8.h"

const struct iw_rule *
iw_rule_find(const char *id)
{
	for (size_t i = 0; i < iw_rule_count; i++)
		if (strcmp(iw_rules[i].id, id) == 0)
			return &iw_rules[i];
	return NULL;
}

__attribute__((format(printf, 4, 0))) static struct iw_finding *
add(struct iw_check *c, const char *path, struct iw_span at, const char *fmt, va_list ap)
{
	char message[1024];

	vsnprintf(message, sizeof message, fmt, ap);
	message[iw_utf8_valid(message, strlen(message))] = '\0'; /* what did not fit may have begun */
	return iw_findings_add(c->findings, &(struct iw_finding){
						    .rule = c->rule,
						    .severity = c->severity,
						    .path = path,
						    .at = at,
						    .message = iw_strdup(message),
						    .content = iw_hash(message, strlen(message)),
					    });
}

static bool
is_within(const struct iw_body *body, const xmlNode *node, const struct iw_span *at)
{
	struct iw_range r = iw_xml_range(body->xml, node);

	return at->start >= r.start && at->start < r.end;
}

/* What a finding about an item rests on: the text of the stem or option that it points at, else the item's. */
static uint64_t
content_of(const struct iw_body *body, const struct iw_item *item, const struct iw_span *at)
{
	if (body && body->stem && is_within(body, body->stem, at))
		return iw_hash(body->stem_text, strlen(body->stem_text));
	for (size_t low = 0, high = body ? body->option_count : 0; low < high;) {
		size_t middle = low + (high - low) / 2;
		const struct iw_item_option *option = &body->options[middle];

		if (is_within(body, option->node, at))
			return iw_hash(option->text, strlen(option->text));
		if (at->start < iw_xml_range(body->xml, option->node).start)
			high = middle;
		else
			low = middle + 1;
	}
	return item->fingerprint;
}

/* Allowances are for what is said of the owner itself. */
static void
accept(struct iw_finding *f, const struct iw_owner *owner)
{
	for (size_t i = 0; i < owner->allow_count; i++) {
		if (strcmp(owner->allows[i].rule, f->rule->id) != 0)
			continue;
		owner->allows[i].used = true;
		f->acceptance = IW_ALLOWED;
		f->reason = owner->allows[i].reason;
	}
}

struct iw_finding *
iw_report(struct iw_check *c, const struct iw_owner *owner, struct iw_span at, const char *fmt, ...)
{
	const struct iw_item *item = iw_owner_item(c->bank, owner);
	struct iw_finding *f;
	va_list ap;

	va_start(ap, fmt);
	f = add(c, iw_owner_path(c->bank, owner), at.line ? at : owner->at, fmt, ap);
	va_end(ap);
	f->subject = iw_owner_id(c->bank, owner);
	if (item)
		f->content = content_of(c->body, item, &f->at);
	accept(f, owner);
	return f;
}

struct iw_finding *
iw_report_file(struct iw_check *c, const char *path, struct iw_span at, const char *fmt, ...)
{
	struct iw_finding *f;
	va_list ap;

	va_start(ap, fmt);
	f = add(c, path, at, fmt, ap);
	va_end(ap);
	return f;
}

void
iw_relate(const struct iw_check *c, struct iw_finding *f, const struct iw_item *other)
{
	f->related = (struct iw_related){ iw_owner_path(c->bank, &other->owner), other->id, other->owner.at };
}
