/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Any bytes as a file of the bank: validated, read as exam, form or items, items arranged and copied. Spans
 * are within the file; arrangements are permutations; a copy has none of what must stay behind.
 */
#include <string.h>

#include "fuzz.h"
#include "compile/arrange.h"
#include "compile/content.h"
#include "model/form.h"
#include "xml/init.h"
#include "xml/node.h"
#include "xml/schema.h"

static struct iw_schema *schema;
static struct iw_validator *validator;

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	struct iw_error e;

	(void)argc;
	(void)argv;
	iw_xml_init();
	schema = iw_schema_new("itemwright.xsd", &e);
	validator = iw_validator_new(schema);
	return 0;
}

static void
check_span(const struct iw_xml *xml, struct iw_span s)
{
	must(s.start <= s.end && s.end <= xml->bytes.len && (s.line || !s.end));
}

static void
check_refs(const struct iw_xml *xml, const struct iw_ref *refs, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		check_span(xml, refs[i].at);
		must(refs[i].name != NULL);
	}
}

static void
check_owner(const struct iw_xml *xml, const struct iw_owner *owner)
{
	check_span(xml, owner->at);
	for (size_t i = 0; i < owner->allow_count; i++) {
		check_span(xml, owner->allows[i].at);
		must(owner->allows[i].rule && owner->allows[i].rule[0]);
	}
}

/* Nothing but our elements and MathML's, without ids; no comments, instructions or rationales. */
static void
check_copy(const xmlNode *parent)
{
	const xmlNode *before = NULL;

	for (const xmlNode *n = parent->children; n; before = n, n = n->next) {
		must(n->type == XML_TEXT_NODE || n->type == XML_ELEMENT_NODE);
		must(!(before && before->type == XML_TEXT_NODE && n->type == XML_TEXT_NODE));
		if (n->type != XML_ELEMENT_NODE)
			continue;
		must(n->ns != NULL && !iw_node_is(n, "rationale") && !iw_node_attr(n, "id"));
		must(strncmp((const char *)n->name, "annotation", 10) != 0);
		check_copy(n);
	}
}

static void
copy(const xmlNode *from)
{
	const struct iw_media media = { 0 };
	xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
	xmlNode *to = xmlNewNode(NULL, (const xmlChar *)"to");
	xmlChar *text;
	int len;

	xmlDocSetRootElement(doc, to);
	xmlSetNs(to, xmlNewNs(to, (const xmlChar *)IW_NS, NULL));
	iw_content_copy(to, from, &media);
	check_copy(to);
	xmlDocDumpMemoryEnc(doc, &text, &len, "UTF-8");
	xmlFree(text);
	xmlFreeDoc(doc);
}

static void
check_permutation(const size_t *order, size_t n)
{
	bool seen[IW_MOST_OPTIONS] = { false };

	for (size_t i = 0; i < n; i++) {
		must(order[i] < n && !seen[order[i]]);
		seen[order[i]] = true;
	}
}

static void
check_item(const struct iw_xml *xml, const xmlNode *node, struct iw_arena *arena)
{
	struct iw_item item;
	struct iw_body body;
	struct iw_arrangement shown;

	iw_item_read(&item, &body, arena, arena, xml, 0, node);
	check_owner(xml, &item.owner);
	check_span(xml, item.id_at);
	check_span(xml, item.domain.at);
	check_span(xml, item.task.at);
	check_refs(xml, item.enemies, item.enemy_count);
	check_refs(xml, item.media, item.media_count);
	if (body.stem)
		copy(body.stem);
	for (size_t i = 0; i < body.option_count; i++) {
		must(body.options[i].text && body.options[i].kind < IW_OPTION_KINDS);
		copy(body.options[i].node);
	}
	if (item.type != IW_TYPES && body.option_count <= IW_MOST_OPTIONS) {
		iw_arrange(1, &(struct iw_arrange_input){ item.type, &body }, 1, &shown);
		check_permutation(shown.order, shown.count);
		check_permutation(shown.prompts, shown.prompt_count);
	}
}

static void
check_exam(const struct iw_xml *xml, struct iw_arena *arena)
{
	struct iw_exam exam;
	unsigned *counts, sum = 0;
	uint64_t weights = 0;

	iw_exam_read(&exam, arena, xml, 0);
	check_owner(xml, &exam.owner);
	counts = iw_alloc(exam.domain_count, sizeof *counts);
	iw_exam_counts(&exam, 65, counts);
	for (size_t i = 0; i < exam.domain_count; i++) {
		sum += counts[i];
		weights += exam.domains[i].weight;
		check_span(xml, exam.domains[i].at);
	}
	must(sum == (weights ? 65 : 0));
	free(counts);
}

static void
check_form(const struct iw_xml *xml, struct iw_arena *arena)
{
	struct iw_form form;

	iw_form_read(&form, arena, xml, 0);
	check_owner(xml, &form.owner);
	for (size_t i = 0; i < form.item_count; i++)
		check_refs(xml, &form.items[i].ref, 1);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct iw_xml xml = IW_XML_INIT;
	struct iw_arena arena = IW_ARENA_INIT;
	const xmlNode *root, *n;

	iw_buf_add(&xml.bytes, data, size);
	iw_xml_parse(&xml);
	if (xml.doc) {
		iw_validate(validator, &xml);
		for (size_t i = 0; i < xml.problem_count; i++)
			check_span(&xml, xml.problems[i].at);
		root = xmlDocGetRootElement(xml.doc);
		check_exam(&xml, &arena);
		check_form(&xml, &arena);
		check_item(&xml, root, &arena);
		for (n = iw_node_first(root); n; n = iw_node_next(n))
			if (iw_node_is(n, "item"))
				check_item(&xml, n, &arena);
	}
	iw_arena_release(&arena);
	iw_xml_release(&xml);
	return 0;
}
