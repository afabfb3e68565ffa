/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The qti plugin: a form as a QTI 3.0 content package. docs/qti.md tells what it holds.
 *
 * This file decides which files there are; what stands in them is written by the stylesheets beside it:
 *     items/q1.xml, ...   item.xsl, once a question
 *     tests/form.xml      test.xsl
 *     imsmanifest.xml     manifest.xsl
 *     media/m1.png, ...   as they are
 *     styles/formulas.css formulas.xsl, where there is a formula
 */
#include <itemwright/plugin.h>

#include <string.h>

#define ITEMWRIGHT_NS "urn:itemwright:1"
#define MATHML_NS "http://www.w3.org/1998/Math/MathML"
#define NAME_MAX_LENGTH 64 /* of a question or a picture, by the schema */

static bool
is_element_of(const xmlNode *node, const char *name, const char *ns)
{
	return node->type == XML_ELEMENT_NODE && xmlStrEqual(node->name, (const xmlChar *)name) && node->ns &&
	       xmlStrEqual(node->ns->href, (const xmlChar *)ns);
}

static bool
is_element(const xmlNode *node, const char *name)
{
	return is_element_of(node, name, ITEMWRIGHT_NS);
}

/* The node that follows in the order of the document; NULL behind the last one. */
static const xmlNode *
next_node(const xmlNode *node, const xmlNode *root)
{
	if (node->children && node->type == XML_ELEMENT_NODE)
		return node->children;
	while (node != root && !node->next)
		node = node->parent;
	return node == root ? NULL : node->next;
}

static bool
has_formula(const xmlNode *root)
{
	const xmlNode *node = root;

	while (node && !is_element_of(node, "math", MATHML_NS))
		node = next_node(node, root);
	return node;
}

/* Copy the attribute `name` of `node`, a name of the schema's type "id", into `value`. */
static bool
get_name(const struct iw_host *host, struct iw_job *job, const xmlNode *node, const char *name,
         char value[NAME_MAX_LENGTH + 1])
{
	xmlChar *text = xmlGetNoNsProp(node, (const xmlChar *)name);
	size_t length = text ? strlen((const char *)text) : 0;

	if (length == 0 || length > NAME_MAX_LENGTH) {
		xmlFree(text);
		return iw_plugin_fail(host, job, node, "the attribute %s of %s is missing or too long", name,
		                      (const char *)node->name);
	}
	memcpy(value, text, length + 1);
	xmlFree(text);
	return true;
}

static bool
render_item(const struct iw_host *host, struct iw_job *job, const xmlDoc *form, const xmlNode *question)
{
	char id[NAME_MAX_LENGTH + 1];
	char output[NAME_MAX_LENGTH + sizeof "items/.xml"];

	if (!get_name(host, job, question, "id", id))
		return false;
	snprintf(output, sizeof output, "items/%s.xml", id);
	return host->transform(job, form, "item.xsl", (const char *const[]){ "question", id, NULL }, output);
}

static bool
copy_picture(const struct iw_host *host, struct iw_job *job, const xmlNode *media)
{
	char name[NAME_MAX_LENGTH + 1];
	char output[NAME_MAX_LENGTH + sizeof "media/"];

	if (!get_name(host, job, media, "name", name))
		return false;
	snprintf(output, sizeof output, "media/%s", name);
	return host->media(job, name, output);
}

static bool
render(const struct iw_host *host, struct iw_job *job, const xmlDoc *form)
{
	const xmlNode *root = xmlDocGetRootElement(form);

	if (!root)
		return iw_plugin_fail(host, job, NULL, "the form is empty");
	for (const xmlNode *node = root->children; node; node = node->next) {
		if (is_element(node, "question") && !render_item(host, job, form, node))
			return false;
		if (is_element(node, "media") && !copy_picture(host, job, node))
			return false;
	}
	if (has_formula(root) && !host->transform(job, form, "formulas.xsl", NULL, "styles/formulas.css"))
		return false;
	return host->transform(job, form, "test.xsl", NULL, "tests/form.xml") &&
	       host->transform(job, form, "manifest.xsl", NULL, "imsmanifest.xml");
}

IW_PLUGIN(.name = "qti", .version = "1.0", .summary = "QTI 3.0 content package for delivery engines",
          .views = IW_VIEW_CANDIDATE | IW_VIEW_FULL, .render = render, .media_types = "application/xml text/css");
