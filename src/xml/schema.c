/* SPDX-License-Identifier: Apache-2.0 */
#include "xml/schema.h"

#include <libxml/xmlschemas.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { MOST_PROBLEMS = 100 }; /* a file that is all wrong needs no more to be mended */

struct iw_schema {
	xmlSchema *xsd;
};

struct iw_validator {
	xmlSchemaValidCtxt *ctxt;
	struct iw_xml *xml; /* the file that is being validated */
};

static void
on_schema_error(void *context, xmlError *error)
{
	struct iw_error *e = context;

	if (error->message)
		(void)iw_fail(e, IW_UNUSABLE, "built-in schema: %s", error->message);
}

struct iw_schema *
iw_schema_new(const char *name, struct iw_error *e)
{
	char *url = iw_printf("%s%s", IW_SCHEMA_URL, name);
	xmlSchemaParserCtxt *ctxt = xmlSchemaNewParserCtxt(url);
	struct iw_schema *schema = NULL;
	xmlSchema *xsd;

	xmlSchemaSetParserStructuredErrors(ctxt, on_schema_error, e);
	xsd = xmlSchemaParse(ctxt);
	xmlSchemaFreeParserCtxt(ctxt);
	free(url);
	if (xsd) {
		schema = iw_alloc(1, sizeof *schema);
		schema->xsd = xsd;
	}
	return schema;
}

void
iw_schema_free(struct iw_schema *schema)
{
	if (schema)
		xmlSchemaFree(schema->xsd);
	free(schema);
}

/* libxml2 writes names as "{urn:itemwright:1}item": every reader knows the namespace of a bank. */
static char *
readable(const char *message)
{
	static const char *const noise[] = { "{urn:itemwright:1}", "{http://www.w3.org/1998/Math/MathML}" };
	char *out = iw_strdup(message), *p;

	for (size_t i = 0; i < sizeof noise / sizeof *noise; i++)
		while ((p = strstr(out, noise[i])) != NULL)
			memmove(p, p + strlen(noise[i]), strlen(p + strlen(noise[i])) + 1);
	return out;
}

/* libxml2 blames the element for what is wrong with an attribute; which one it is, only the message
 * tells: "Element 'item', attribute 'id': ...". */
static struct iw_span
blamed(const struct iw_xml *xml, const xmlNode *node, const char *message)
{
	static const char element[] = "Element '", attribute[] = "', attribute '";
	static const char in_xml[] = "{http://www.w3.org/XML/1998/namespace}";
	const char *name =
		strncmp(message, element, strlen(element)) == 0 ? strchr(message + strlen(element), '\'') : NULL;
	struct iw_span at;
	char *written;

	if (!name || strncmp(name, attribute, strlen(attribute)) != 0)
		return iw_xml_node_span(xml, node);
	name += strlen(attribute);
	if (strncmp(name, in_xml, strlen(in_xml)) == 0)
		written = iw_printf("xml:%.*s", (int)strcspn(name + strlen(in_xml), "'"), name + strlen(in_xml));
	else
		written = iw_strndup(name, strcspn(name, "'"));
	at = iw_xml_attr_span(xml, node, written);
	free(written);
	return at;
}

static void
on_invalid(void *context, xmlError *error)
{
	struct iw_validator *v = context;
	const xmlNode *node = error->node;
	struct iw_span at = { 0 };
	char *message;

	if (v->xml->problem_count >= MOST_PROBLEMS || !error->message)
		return;
	if (node && node->type == XML_ATTRIBUTE_NODE)
		node = node->parent;
	message = readable(error->message);
	if (node)
		at = blamed(v->xml, node, message);
	iw_xml_problem(v->xml, IW_XML_SCHEMA, at, message);
	free(message);
}

static void
on_misfit(void *context, xmlError *error)
{
	struct iw_error *e = context;

	if (error->message && !e->text[0])
		(void)iw_fail(e, IW_SYSTEM, "internal error: the compiled form breaks its schema: %s", error->message);
}

enum iw_status
iw_schema_holds(const struct iw_schema *schema, xmlDoc *doc, struct iw_error *e)
{
	xmlSchemaValidCtxt *ctxt = xmlSchemaNewValidCtxt(schema->xsd);
	bool good;

	e->text[0] = '\0';
	xmlSchemaSetValidStructuredErrors(ctxt, on_misfit, e);
	good = xmlSchemaValidateDoc(ctxt, doc) == 0;
	xmlSchemaFreeValidCtxt(ctxt);
	return good ? IW_OK : IW_SYSTEM;
}

struct iw_validator *
iw_validator_new(const struct iw_schema *schema)
{
	struct iw_validator *v = iw_alloc(1, sizeof *v);

	v->ctxt = xmlSchemaNewValidCtxt(schema->xsd);
	xmlSchemaSetValidStructuredErrors(v->ctxt, on_invalid, v);
	return v;
}

void
iw_validator_free(struct iw_validator *v)
{
	if (v)
		xmlSchemaFreeValidCtxt(v->ctxt);
	free(v);
}

/* Editors write xsi:schemaLocation. libxml2 would try to load what it names, into the schema that all
 * threads share: it goes before validation, in which it has no say. */
static void
drop_schema_locations(xmlNode *root)
{
	static const xmlChar xsi[] = "http://www.w3.org/2001/XMLSchema-instance";

	for (xmlNode *n = root; n; n = n->next) {
		xmlAttr *a = n->type == XML_ELEMENT_NODE ? n->properties : NULL;

		for (xmlAttr *next; a; a = next) {
			next = a->next;
			if (a->ns && xmlStrEqual(a->ns->href, xsi) &&
			    (xmlStrEqual(a->name, (const xmlChar *)"schemaLocation") ||
			     xmlStrEqual(a->name, (const xmlChar *)"noNamespaceSchemaLocation")))
				xmlRemoveProp(a);
		}
		if (n->type == XML_ELEMENT_NODE && n->children)
			drop_schema_locations(n->children);
	}
}

void
iw_validate(struct iw_validator *v, struct iw_xml *xml)
{
	v->xml = xml;
	if (strstr(xml->bytes.data, "chemaLocation"))
		drop_schema_locations(xmlDocGetRootElement(xml->doc));
	xmlSchemaValidateDoc(v->ctxt, xml->doc);
	v->xml = NULL;
}
