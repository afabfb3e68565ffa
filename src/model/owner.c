/* SPDX-License-Identifier: Apache-2.0 */
#include "model/owner.h"

#include <string.h>

#include "xml/node.h"

static const char *
skip_space(const char *s)
{
	return s + strspn(s, " \t\r\n");
}

/* The value of a pseudo-attribute of an instruction, as in name="value"; false when there is none. */
static bool
pseudo(const char *text, const char *name, const char **value, size_t *len)
{
	for (const char *p = skip_space(text), *start, *end; *p; p = skip_space(end + 1)) {
		size_t n = strcspn(p, " \t\r\n=");

		start = p;
		p = skip_space(p + n);
		if (*p == '=')
			p = skip_space(p + 1);
		if ((*p != '"' && *p != '\'') || (end = strchr(p + 1, *p)) == NULL)
			return false;
		if (n == strlen(name) && strncmp(start, name, n) == 0) {
			*value = p + 1;
			*len = (size_t)(end - p - 1);
			return true;
		}
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

static bool
is_ours(const xmlNode *n)
{
	return n->type == XML_PI_NODE && strcmp((const char *)n->name, "itemwright") == 0;
}

static void
read_instructions(struct iw_owner *owner, struct iw_arena *arena, const struct iw_xml *xml, const xmlNode *node)
{
	for (const xmlNode *n = node->children; n; n = n->next) {
		if (is_ours(n))
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

static void
read_children(struct iw_owner *owner, struct iw_arena *arena, const struct iw_xml *xml, const xmlNode *first)
{
	for (const xmlNode *n = first; n; n = n->next)
		if (is_ours(n))
			read_instruction(owner, arena, xml, n);
}

void
iw_owner_read_outside(struct iw_owner *owner, struct iw_arena *arena, const struct iw_xml *xml, size_t source)
{
	const xmlNode *root = xmlDocGetRootElement(xml->doc);

	*owner = (struct iw_owner){ .source = source, .at = iw_xml_node_span(xml, root) };
	if (!xml->scan.instructions.count)
		return;
	read_children(owner, arena, xml, xml->doc->children);
	if (iw_node_is(root, "items"))
		read_children(owner, arena, xml, root->children);
}
