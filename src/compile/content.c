/* SPDX-License-Identifier: Apache-2.0 */
#include "compile/content.h"

#include <stdbool.h>
#include <string.h>

#include "xml/node.h"

enum role { INLINE, BLOCK, PREFORMATTED, CONTAINER, FLOW };

/* Every element that is copied: how its white space counts, and the attributes that come along.
 * A container holds elements only; flow holds inline text or blocks. */
static const struct element {
	const char *name;
	enum role role;
	const char *attributes[4];
} elements[] = {
	{ "em", INLINE, { NULL } },
	{ "strong", INLINE, { NULL } },
	{ "code", INLINE, { "language" } },
	{ "sub", INLINE, { NULL } },
	{ "sup", INLINE, { NULL } },
	{ "br", INLINE, { NULL } },
	{ "a", INLINE, { "href" } },
	{ "span", INLINE, { "dir" } },
	{ "note", INLINE, { NULL } },
	{ "img", INLINE, { "alt", "width", "height" } },
	{ "p", BLOCK, { NULL } },
	{ "caption", BLOCK, { NULL } },
	{ "figcaption", BLOCK, { NULL } },
	{ "pre", PREFORMATTED, { "language" } },
	{ "ul", CONTAINER, { NULL } },
	{ "ol", CONTAINER, { NULL } },
	{ "table", CONTAINER, { NULL } },
	{ "thead", CONTAINER, { NULL } },
	{ "tbody", CONTAINER, { NULL } },
	{ "tr", CONTAINER, { NULL } },
	{ "figure", CONTAINER, { NULL } },
	{ "li", FLOW, { NULL } },
	{ "blockquote", FLOW, { NULL } },
	{ "td", FLOW, { "colspan", "rowspan", "align" } },
	{ "th", FLOW, { "colspan", "rowspan", "align", "scope" } },
};

static const struct element *
find(const xmlNode *node)
{
	for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
		if (iw_node_is(node, elements[i].name))
			return &elements[i];
	return NULL;
}

static bool
is_math(const xmlNode *node)
{
	return node->type == XML_ELEMENT_NODE && node->ns && strcmp((const char *)node->ns->href, IW_MATHML_NS) == 0;
}

static bool
is_text(const xmlNode *node)
{
	return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

static bool
is_blank_char(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Where text is being added. `last` is the text node whose final space goes when the block ends. */
struct line {
	bool at_start; /* a space here would begin the block */
	xmlNode *last; /* text that ends in a space, or NULL */
};

/* Fold white space across inline elements, as a browser does. */
static void
add_text(xmlNode *to, const char *s, struct line *line)
{
	struct iw_buf b = IW_BUF_INIT;
	bool space = line->at_start || line->last;

	for (; *s; s++) {
		if (!is_blank_char(*s)) {
			iw_buf_char(&b, *s);
			space = false;
		} else if (!space) {
			iw_buf_char(&b, ' ');
			space = true;
		}
	}
	if (b.len) {
		xmlNode *text = xmlNewTextLen((const xmlChar *)b.data, (int)b.len);

		text = xmlAddChild(to, text);
		line->at_start = false;
		line->last = b.data[b.len - 1] == ' ' ? text : NULL;
	}
	iw_buf_release(&b);
}

static void
end_line(struct line *line)
{
	if (line->last) {
		size_t len = strlen((const char *)line->last->content);
		xmlNode *text = line->last;

		if (len <= 1) {
			xmlUnlinkNode(text);
			xmlFreeNode(text);
		} else {
			text->content[len - 1] = '\0';
		}
	}
	*line = (struct line){ .at_start = true };
}

static void
copy_attributes(xmlNode *to, const xmlNode *from, const struct element *element)
{
	const char *value, *lang = strcmp(element->name, "span") == 0 ? iw_node_lang(from) : NULL;

	for (size_t i = 0; i < sizeof element->attributes / sizeof *element->attributes && element->attributes[i]; i++)
		if ((value = iw_node_attr(from, element->attributes[i])) != NULL)
			xmlNewProp(to, (const xmlChar *)element->attributes[i], (const xmlChar *)value);
	if (lang)
		xmlNewNsProp(to, xmlSearchNsByHref(to->doc, to, XML_XML_NAMESPACE), (const xmlChar *)"lang",
		             (const xmlChar *)lang);
}

static void copy_math(xmlNode *to, const xmlNode *from, xmlNs *ns);

/* An annotation is the author's source of a formula: it stays behind. */
static void
copy_math_children(xmlNode *to, const xmlNode *from, xmlNs *ns)
{
	struct line line = { .at_start = true };

	for (const xmlNode *n = from->children; n; n = n->next) {
		if (is_math(n) && strcmp((const char *)n->name, "semantics") == 0)
			copy_math_children(to, n, ns);
		else if (is_math(n) && strncmp((const char *)n->name, "annotation", 10) != 0)
			copy_math(to, n, ns);
		else if (is_text(n) && from->name[0] == 'm')
			add_text(to, (const char *)n->content, &line);
	}
	end_line(&line);
}

static void
copy_math(xmlNode *to, const xmlNode *from, xmlNs *ns)
{
	xmlNode *copy = xmlNewChild(to, ns, from->name, NULL);

	if (!ns) {
		ns = xmlNewNs(copy, (const xmlChar *)IW_MATHML_NS, NULL);
		xmlSetNs(copy, ns);
	}
	for (const xmlAttr *a = from->properties; a; a = a->next)
		if (!a->ns && strcmp((const char *)a->name, "id") != 0)
			xmlNewProp(copy, a->name, (const xmlChar *)iw_node_attr(from, (const char *)a->name));
	copy_math_children(copy, from, ns);
}

static void copy_element(xmlNode *to, const xmlNode *from, const struct element *element, const struct iw_media *media,
                         struct line *line);

static void
copy_inline(xmlNode *to, const xmlNode *n, const struct iw_media *media, struct line *line)
{
	const struct element *element;

	if (is_text(n)) {
		add_text(to, (const char *)n->content, line);
	} else if (is_math(n)) {
		copy_math(to, n, NULL);
		*line = (struct line){ false, NULL };
	} else if ((element = find(n)) != NULL) {
		copy_element(to, n, element, media, line);
	}
}

static void
copy_line(xmlNode *to, const xmlNode *from, const struct iw_media *media)
{
	struct line line = { .at_start = true };

	for (const xmlNode *n = from->children; n; n = n->next)
		copy_inline(to, n, media, &line);
	end_line(&line);
}

/* White space is kept; but the line break behind <pre> and white space at the end are the markup's. */
static void
copy_preformatted(xmlNode *to, const xmlNode *from)
{
	for (const xmlNode *n = from->children; n; n = n->next) {
		const struct element *element = find(n);

		if (is_text(n)) {
			const char *s = (const char *)n->content;
			size_t len;

			if (n == from->children && strcmp((const char *)from->name, "pre") == 0)
				s += *s == '\n';
			len = strlen(s);
			while (len && !n->next && strcmp((const char *)from->name, "pre") == 0 &&
			       is_blank_char(s[len - 1]))
				len--;
			xmlAddChild(to, xmlNewTextLen((const xmlChar *)s, (int)len));
		} else if (element && element->role == INLINE) {
			copy_preformatted(xmlNewChild(to, NULL, n->name, NULL), n);
		}
	}
}

static bool
is_block(const xmlNode *n)
{
	const struct element *element = n->type == XML_ELEMENT_NODE ? find(n) : NULL;

	return element && element->role != INLINE;
}

static void
copy_container(xmlNode *to, const xmlNode *from, const struct iw_media *media)
{
	for (const xmlNode *n = from->children; n; n = n->next) {
		struct line line = { .at_start = true };

		if (n->type == XML_ELEMENT_NODE)
			copy_inline(to, n, media, &line);
	}
}

static bool
has_block(const xmlNode *from)
{
	for (const xmlNode *n = from->children; n; n = n->next)
		if (is_block(n))
			return true;
	return false;
}

/* Runs of inline text between blocks become paragraphs. */
static void
copy_flow(xmlNode *to, const xmlNode *from, const struct iw_media *media)
{
	struct line line = { .at_start = true };
	xmlNode *paragraph = NULL;

	if (!has_block(from)) {
		copy_line(to, from, media);
		return;
	}
	for (const xmlNode *n = from->children; n; n = n->next) {
		if (!is_block(n) && !paragraph)
			paragraph = xmlNewChild(to, NULL, (const xmlChar *)"p", NULL);
		if (!is_block(n)) {
			copy_inline(paragraph, n, media, &line);
			continue;
		}
		end_line(&line);
		if (paragraph && !paragraph->children)
			xmlUnlinkNode(paragraph), xmlFreeNode(paragraph);
		paragraph = NULL;
		copy_inline(to, n, media, &line);
		line = (struct line){ .at_start = true };
	}
	end_line(&line);
	if (paragraph && !paragraph->children)
		xmlUnlinkNode(paragraph), xmlFreeNode(paragraph);
}

static void
copy_picture(xmlNode *copy, const xmlNode *from, const struct iw_media *media)
{
	const char *src = iw_node_attr(from, "src");
	const struct iw_medium *medium = src ? iw_media_by_source(media, src) : NULL;

	if (medium)
		xmlNewProp(copy, (const xmlChar *)"src", (const xmlChar *)medium->name);
}

static void
copy_element(xmlNode *to, const xmlNode *from, const struct element *element, const struct iw_media *media,
             struct line *line)
{
	xmlNode *copy = xmlNewChild(to, NULL, from->name, NULL);

	if (iw_node_is(from, "img"))
		copy_picture(copy, from, media);
	copy_attributes(copy, from, element);
	switch (element->role) {
	case INLINE:
		if (iw_node_is(from, "img"))
			*line = (struct line){ false, NULL };
		else if (iw_node_is(from, "br"))
			*line = (struct line){ .at_start = true };
		else
			for (const xmlNode *n = from->children; n; n = n->next)
				copy_inline(copy, n, media, line);
		break;
	case BLOCK: copy_line(copy, from, media); break;
	case PREFORMATTED: copy_preformatted(copy, from); break;
	case CONTAINER: copy_container(copy, from, media); break;
	case FLOW: copy_flow(copy, from, media); break;
	}
}

void
iw_content_copy(xmlNode *to, const xmlNode *from, const struct iw_media *media)
{
	/* A stem holds blocks; what else is copied is flow. A rationale is in no list, so it stays behind. */
	if (iw_node_is(from, "stem"))
		copy_container(to, from, media);
	else
		copy_flow(to, from, media);
}

enum iw_status
iw_content_media(const xmlNode *from, const char *root, struct iw_media *media, struct iw_error *e)
{
	enum iw_status status = IW_OK;

	for (const xmlNode *n = iw_node_first(from); n && status == IW_OK; n = iw_node_next(n)) {
		const char *src = iw_node_is(n, "img") ? iw_node_attr(n, "src") : NULL;

		if (src)
			status = iw_media_add(media, root, src, e);
		else if (!iw_node_is(n, "rationale"))
			status = iw_content_media(n, root, media, e);
	}
	return status;
}
