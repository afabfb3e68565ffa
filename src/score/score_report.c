/* SPDX-License-Identifier: Apache-2.0 */
#include "score/score_report.h"

#include <stdio.h>
#include <string.h>

static void
set(xmlNode *node, const char *name, const char *value)
{
	xmlNewProp(node, (const xmlChar *)name, (const xmlChar *)value);
}

static void
set_number(xmlNode *node, const char *name, double value)
{
	char text[32];

	snprintf(text, sizeof text, "%.15g", value);
	if (strchr(text, 'e')) /* which xs:decimal does not have */
		snprintf(text, sizeof text, "%.15f", value);
	set(node, name, text);
}

static xmlNode *
add(xmlNode *parent, const char *name, const char *text)
{
	return xmlNewTextChild(parent, NULL, (const xmlChar *)name, (const xmlChar *)text);
}

/* Either the scaled score or the count: side by side, one would be read as a share of the other. */
static void
add_result(xmlNode *root, const struct iw_answer_key *key, size_t raw)
{
	const struct iw_key_row *row = key->rows ? &key->rows[raw] : NULL;
	xmlNode *result = add(root, row ? "scaled" : "raw", NULL);

	if (row) {
		set_number(result, "score", (double)row->reported);
		set(result, "pass", row->pass ? "yes" : "no");
		set_number(result, "passing", key->passing);
		set_number(result, "minimum", key->minimum);
		set_number(result, "maximum", key->maximum);
	} else {
		set_number(result, "correct", (double)raw);
		set_number(result, "scored", (double)key->scored);
	}
}

static void
add_section(xmlNode *root, const struct iw_key_domain *domain, unsigned correct)
{
	xmlNode *section = add(root, "section", NULL);

	set_number(section, "correct", correct);
	set_number(section, "scored", domain->scored);
	if (domain->has_level)
		set_number(section, "needed", domain->needed);
	add(section, "title", domain->title);
}

xmlDoc *
iw_score_report(const struct iw_answer_key *key, const struct iw_result *result, const char *name)
{
	xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
	xmlNode *root = xmlNewNode(NULL, (const xmlChar *)"score-report"), *candidate;

	xmlDocSetRootElement(doc, root);
	xmlSetNs(root, xmlNewNs(root, (const xmlChar *)"urn:itemwright:1", NULL));
	set(root, "name", name);
	set(root, "form", key->name);
	xmlNodeSetLang(root, (const xmlChar *)key->language);
	add(root, "exam-title", key->exam_title);
	add(root, "form-title", key->form_title);
	candidate = add(root, "candidate", NULL);
	xmlAddChild(candidate, xmlNewTextLen((const xmlChar *)result->candidate, (int)result->candidate_len));
	add_result(root, key, result->raw);
	for (size_t i = 0; i < key->domain_count; i++)
		if (key->domains[i].scored)
			add_section(root, &key->domains[i], result->right[i]);
	return doc;
}
