/* SPDX-License-Identifier: Apache-2.0 */
#include "model/owner.h"

#include <string.h>

#include "xml/node.h"

/* The value of a pseudo-attribute of an instruction, as in name="value"; false when there is none. */
static bool
pseudo(const char *text, const char *name, const char **value, size_t *len)
{
	size_t n = strlen(name);

	for (const char *p = text; (p = strstr(p, name)) != NULL; p += n) {
		const char *q = p + n, *end;

		if (p != text && !strchr(" \t\r\n", p[-1]))
			continue;
		q += strspn(q, " \t\r\n");
		if (*q++ != '=')
			continue;
		q += strspn(q, " \t\r\n");
		if ((*q != '"' && *q != '\'') || (end = strchr(q + 1, *q)) == NULL)
			continue;
		*value = q + 1;
		*len = (size_t)(end - q - 1);
		return true;
	}
	return false;
}

static void
add_allow(struct iw_owner *owner, struct iw_arena *arena, struct iw_allow allow)
{
	struct iw_allow *grown = iw_arena_alloc(arena, owner->allow_count + 1, sizeof *grown);

	if (owner->allow_count)
		memcpy(grown, owner->allows, owner->allow_count * sizeof *grown);
	grown[owner->allow_count++] = allow;
	owner->allows = grown;
}

static void
read_instruction(struct iw_owner *owner, struct iw_arena *arena, const struct iw_xml *xml, const xmlNode *pi)
{
	const char *text = pi->content ? (const char *)pi->content : "", *rules, *reason;
	struct iw_allow allow = { .at = iw_xml_node_span(xml, pi) };
	size_t len, reason_len;

	if (!pseudo(text, "allow", &rules, &len))
		return;
	if (pseudo(text, "reason", &reason, &reason_len) && strspn(reason, " \t\r\n") < reason_len)
		allow.reason = iw_arena_str(arena, reason, reason_len);
	for (size_t i = 0, n; i < len; i += n) {
		i += strspn(rules + i, " \t\r\n,");
		n = strcspn(rules + i, " \t\r\n,\"'");
		if (i >= len || n == 0)
			break;
		allow.rule = iw_arena_str(arena, rules + i, n);
		add_allow(owner, arena, allow);
	}
}

static void
read_instructions(struct iw_owner *owner, struct iw_arena *arena, const struct iw_xml *xml, const xmlNode *node)
{
	for (const xmlNode *n = node->children; n; n = n->next) {
		if (n->type == XML_PI_NODE && strcmp((const char *)n->name, "itemwright") == 0)
			read_instruction(owner, arena, xml, n);
		else if (n->type == XML_ELEMENT_NODE)
			read_instructions(owner, arena, xml, n);
	}
}

void
iw_owner_read(struct iw_owner *owner, struct iw_arena *arena, const struct iw_xml *xml, size_t source,
              const xmlNode *node)
{
	*owner = (struct iw_owner){ .source = source, .at = iw_xml_node_span(xml, node) };
	if (xml->scan.instructions.count)
		read_instructions(owner, arena, xml, node);
}
