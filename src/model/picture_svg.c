/* SPDX-License-Identifier: Apache-2.0 */
#include <libxml/tree.h>
#include <sodium.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "base/data_uri.h"
#include "model/picture.h"
#include "xml/parse.h"

#define SVG_NS "http://www.w3.org/2000/svg"
#define XLINK_NS "http://www.w3.org/1999/xlink"

static bool
is_one_of(const char *name, const char *const *names)
{
	while (*names && strcmp(name, *names) != 0)
		names++;
	return *names != NULL;
}

static bool
in_namespace(const xmlNs *ns, const char *href)
{
	return ns && strcmp((const char *)ns->href, href) == 0;
}

/* Elements that run, embed or lead elsewhere. */
static const char *const forbidden[] = {
	"script",  "foreignObject", "iframe",           "audio",         "video", "a", "handler", "set",
	"animate", "animateColor",  "animateTransform", "animateMotion", NULL
};

/* Elements that show nothing. title and desc are read out, so they are the author's business. */
static const char *const hidden[] = { "metadata", NULL };

static const char *
attribute_value(const xmlAttr *a)
{
	return a->children && a->children->content ? (const char *)a->children->content : "";
}

/* Whether a value stays within the file: no URL but a fragment or an embedded picture. */
static bool
is_local(const char *value)
{
	/* A backslash would hide any of these from us, but not from a browser. */
	static const char *const loads[] = { "@import", "javascript:", "image-set(", "src(", "\\" };
	const char *url = value;

	while ((url = strcasestr(url, "url(")) != NULL) {
		url += 4;
		url += strspn(url, " \t\r\n'\"");
		if (*url != '#')
			return false;
	}
	for (size_t i = 0; i < sizeof loads / sizeof *loads; i++)
		if (strcasestr(value, loads[i]))
			return false;
	return true;
}

/* The base64 of an embedded PNG or JPEG; NULL when the link is none. */
static const char *
embedded(const char *link)
{
	static const char *const heads[] = { "data:image/png;base64,", "data:image/jpeg;base64,",
		                             "data:image/jpg;base64," };

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (strncmp(link, heads[i], strlen(heads[i])) == 0)
			return link + strlen(heads[i]);
	return NULL;
}

/* A picture within the picture is cleaned like any other. */
static enum iw_status
clean_embedded(const char *name, xmlAttr *a, const char *base64, struct iw_error *e)
{
	struct iw_buf in = IW_BUF_INIT, clean = IW_BUF_INIT, link = IW_BUF_INIT;
	size_t len = strlen(base64);
	const struct iw_picture_kind *kind;
	enum iw_status status = IW_FOUND;

	if (sodium_base642bin((unsigned char *)iw_buf_room(&in, len), len + 1, base64, len, " \t\r\n", &in.len, NULL,
	                      sodium_base64_VARIANT_ORIGINAL) != 0 ||
	    (unsigned char)in.data[0] < 0x80) /* PNG and JPEG begin so; no other document may be within */
		(void)iw_fail(e, IW_FOUND, "%s: a picture that it embeds is damaged; embed it anew", name);
	else
		status = iw_picture_clean(name, &in, &clean, &kind, e);
	if (status == IW_OK) {
		iw_data_uri(kind->type, &clean, &link);
		xmlSetNsProp(a->parent, a->ns, a->name, (const xmlChar *)link.data);
	}
	iw_buf_release(&link);
	iw_buf_release(&clean);
	iw_buf_release(&in);
	return status;
}

static enum iw_status
check_attribute(const char *name, xmlAttr *a, struct iw_error *e)
{
	const char *value = attribute_value(a), *own = (const char *)a->name;
	bool link = strcmp(own, "href") == 0 && (!a->ns || in_namespace(a->ns, XLINK_NS));
	bool good = strncasecmp(own, "on", 2) != 0 && is_local(value);

	if (link && embedded(value))
		return clean_embedded(name, a, embedded(value), e);
	if (link)
		good = value[0] == '#';
	if (good)
		return IW_OK;
	return iw_fail(e, IW_FOUND,
	               "%s: the attribute '%s' of <%s> runs or loads something; remove it from the picture", name, own,
	               (const char *)a->parent->name);
}

/* Drop an attribute that is an editor's own, or that would lead the fragments in links elsewhere. */
static bool
is_foreign(const xmlAttr *a)
{
	if (in_namespace(a->ns, (const char *)XML_XML_NAMESPACE))
		return strcmp((const char *)a->name, "base") == 0;
	return a->ns ? !in_namespace(a->ns, XLINK_NS) : strncmp((const char *)a->name, "data-", 5) == 0;
}

static enum iw_status
clean_attributes(const char *name, xmlNode *node, struct iw_error *e)
{
	enum iw_status status = IW_OK;

	for (xmlAttr *a = node->properties, *next; a && status == IW_OK; a = next) {
		next = a->next;
		if (is_foreign(a))
			xmlRemoveProp(a);
		else
			status = check_attribute(name, a, e);
	}
	return status;
}

/* A style sheet is looked at when its comments are gone: they can stand within a word. */
static enum iw_status
check_style(const char *name, const xmlNode *node, struct iw_error *e)
{
	xmlChar *text = strcmp((const char *)node->name, "style") == 0 ? xmlNodeGetContent(node) : NULL;
	bool good = !text || is_local((const char *)text);

	xmlFree(text);
	if (good)
		return IW_OK;
	return iw_fail(e, IW_FOUND, "%s: its style sheet loads something; remove that from the picture", name);
}

/* Comments, instructions, metadata and elements of editors go; what cannot be shown safely is refused. */
static enum iw_status
clean_children(const char *name, xmlNode *parent, struct iw_error *e)
{
	enum iw_status status = IW_OK;

	for (xmlNode *n = parent->children, *next; n && status == IW_OK; n = next) {
		bool element = n->type == XML_ELEMENT_NODE,
		     text = n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE;

		next = n->next;
		if ((!element && !text) ||
		    (element && (!in_namespace(n->ns, SVG_NS) || is_one_of((const char *)n->name, hidden)))) {
			xmlUnlinkNode(n);
			xmlFreeNode(n);
			continue;
		}
		if (element && is_one_of((const char *)n->name, forbidden))
			return iw_fail(e, IW_FOUND, "%s: <%s> has no place in a picture of an exam; remove it", name,
			               (const char *)n->name);
		if (element)
			status = clean_attributes(name, n, e);
		if (element && status == IW_OK)
			status = clean_children(name, n, e);
		if (element && status == IW_OK)
			status = check_style(name, n, e);
	}
	return status;
}

static enum iw_status
clean_root(const char *name, xmlDoc *doc, struct iw_buf *out, struct iw_error *e)
{
	xmlNode *root = xmlDocGetRootElement(doc);
	enum iw_status status;
	xmlChar *text = NULL;
	int len = 0;

	if (!in_namespace(root->ns, SVG_NS) || strcmp((const char *)root->name, "svg") != 0)
		return iw_fail(e, IW_FOUND, "%s: this XML file is no SVG picture", name);
	status = clean_attributes(name, root, e);
	if (status == IW_OK)
		status = clean_children(name, root, e);
	if (status != IW_OK)
		return status;
	/* The document's own comments and instructions stand beside the root. */
	xmlUnlinkNode(root);
	while (doc->children) {
		xmlNode *n = doc->children;

		xmlUnlinkNode(n);
		xmlFreeNode(n);
	}
	xmlDocSetRootElement(doc, root);
	xmlDocDumpMemoryEnc(doc, &text, &len, "UTF-8");
	iw_buf_add(out, text, (size_t)len);
	xmlFree(text);
	return IW_OK;
}

enum iw_status
iw_svg_clean(const char *name, const struct iw_buf *in, struct iw_buf *out, struct iw_error *e)
{
	struct iw_xml xml = IW_XML_INIT;

	enum iw_status status;

	xml.is_picture = true;
	iw_buf_add(&xml.bytes, in->data, in->len);
	iw_xml_parse(&xml);
	if (xml.doc)
		status = clean_root(name, xml.doc, out, e);
	else
		status = iw_fail(e, IW_FOUND, "%s:%u:%u: %s", name, xml.problems[0].at.line, xml.problems[0].at.column,
		                 xml.problems[0].message);
	iw_xml_release(&xml);
	return status;
}
