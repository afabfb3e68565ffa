/* SPDX-License-Identifier: Apache-2.0 */
/* The inline elements of an item's text (schemas/content.xsd). */
#include <string.h>

#include "pdf/lines.h"
#include "pdf/math.h"
#include "pdf/picture.h"
#include "pdf/xml.h"

/* Isolates keep text of the other direction from moving what is around it. */
#define LEFT_TO_RIGHT "\xe2\x81\xa6"
#define RIGHT_TO_LEFT "\xe2\x81\xa7"
#define FIRST_STRONG "\xe2\x81\xa8"
#define POP "\xe2\x81\xa9"

static void
add_with_attr(struct iw_para *para, const xmlNode *node, PangoAttribute *attr)
{
	size_t start = iw_para_start(para);

	iw_para_content(para, node);
	iw_para_attr(para, start, attr);
}

/* Slanted letters are a custom of some scripts; others emphasise with another face or with weight. */
static void
add_emphasis(struct iw_para *para, const xmlNode *node)
{
	if (iw_han_of(para->lang) != IW_HANS && para->style.type == IW_SERIF)
		add_with_attr(
			para, node,
			pango_attr_family_new(iw_fonts_name(para->doc->fonts, IW_SANS, iw_han_of(para->lang), true)));
	else if (iw_han_of(para->lang) != IW_HANS || iw_lang_is_rtl(para->lang) || para->style.type == IW_MONO)
		add_with_attr(para, node, pango_attr_weight_new(PANGO_WEIGHT_BOLD));
	else
		add_with_attr(para, node, pango_attr_style_new(PANGO_STYLE_ITALIC));
}

static void
add_strong(struct iw_para *para, const xmlNode *node)
{
	add_with_attr(para, node, pango_attr_weight_new(PANGO_WEIGHT_BOLD));
}

static void
add_code(struct iw_para *para, const xmlNode *node)
{
	struct iw_doc *doc = para->doc;
	size_t start = iw_para_start(para);
	double size = para->style.size * doc->design.code.size / doc->design.text.size;
	enum iw_han han = iw_han_of(para->lang);

	if (para->rtl)
		iw_para_control(para, LEFT_TO_RIGHT);
	iw_para_content(para, node);
	if (para->rtl)
		iw_para_control(para, POP);
	iw_para_attr(
		para, start,
		pango_attr_family_new(iw_fonts_name(doc->fonts, IW_MONO, han == IW_HANS ? IW_HAN_CN : han, false)));
	if (!doc->design.large)
		iw_para_attr(para, start, pango_attr_size_new((int)(size * 1.02 * PANGO_SCALE)));
}

static void
add_script(struct iw_para *para, const xmlNode *node, double rise)
{
	size_t start = iw_para_start(para);

	iw_para_content(para, node);
	iw_para_attr(para, start, pango_attr_size_new((int)(para->style.size * 0.68 * PANGO_SCALE)));
	iw_para_attr(para, start, pango_attr_rise_new((int)(para->style.size * rise * PANGO_SCALE)));
}

static void
add_sub(struct iw_para *para, const xmlNode *node)
{
	add_script(para, node, -0.16);
}

static void
add_sup(struct iw_para *para, const xmlNode *node)
{
	add_script(para, node, 0.36);
}

static void
add_break(struct iw_para *para, const xmlNode *node)
{
	(void)node;
	para->space = false;
	iw_para_control(para, IW_LINE_BREAK);
}

static struct iw_span *
new_span(struct iw_para *para, struct iw_tag *tag)
{
	struct iw_span *span = iw_new(para->doc, sizeof *span);

	span->tag = tag;
	span->grey = para->style.grey;
	return span;
}

/* Who takes the exam is to stay with it: a link leads out of the answer key alone. */
static void
add_link(struct iw_para *para, const xmlNode *node)
{
	size_t start = iw_para_start(para);
	struct iw_span *span;

	iw_para_content(para, node);
	if (!para->doc->links || start == para->text->len)
		return;
	span = new_span(para, iw_tag_new(para->doc, para->tag, "Link"));
	span->uri = iw_attr(node, "href");
	span->underlined = true;
	iw_para_span(para, start, span);
}

static void
add_span(struct iw_para *para, const xmlNode *node)
{
	const char *outer = para->lang, *own = iw_own_lang(node), *dir = iw_attr(node, "dir");
	size_t start = iw_para_start(para);

	if (own)
		para->lang = own;
	if (*dir)
		iw_para_control(para, strcmp(dir, "rtl") == 0   ? RIGHT_TO_LEFT
		                      : strcmp(dir, "ltr") == 0 ? LEFT_TO_RIGHT
		                                                : FIRST_STRONG);
	iw_para_content(para, node);
	if (*dir)
		iw_para_control(para, POP);
	para->lang = outer;
	if (own && strcmp(own, outer) != 0)
		iw_para_span(para, start, new_span(para, iw_tag_lang(para->doc, para->tag, "Span", own)));
}

/* A note: a number here and its text below the question; in an answer, which has no place for it, in brackets. */
static void
add_note(struct iw_para *para, const xmlNode *node)
{
	struct iw_doc *doc = para->doc;
	size_t start;
	struct iw_span *span;

	if (!doc->notes) {
		iw_para_add(para, " (", -1);
		iw_para_content(para, node);
		para->space = false;
		iw_para_add(para, ")", -1);
		return;
	}
	g_ptr_array_add(doc->notes, (void *)node);
	para->space = false;
	start = para->text->len;
	iw_para_add(para, iw_format(doc, "%u", doc->notes->len), -1);
	iw_para_attr(para, start, pango_attr_size_new((int)(para->style.size * 0.68 * PANGO_SCALE)));
	iw_para_attr(para, start, pango_attr_rise_new((int)(para->style.size * 0.36 * PANGO_SCALE)));
	span = new_span(para, iw_tag_new(doc, iw_tag_new(doc, para->tag, "Reference"), "Link"));
	span->anchor = iw_format(doc, "%s-note-%u", iw_attr(doc->where, "id"), doc->notes->len);
	iw_para_span(para, start, span);
}

static void
add_picture(struct iw_para *para, const xmlNode *node)
{
	const struct iw_object *object = iw_picture_object(para->doc, node, para->tag, para->most);

	if (object)
		iw_para_object(para, object);
}

static void
add_math(struct iw_para *para, const xmlNode *node)
{
	GPtrArray *objects = iw_math_objects(para->doc, node, para->tag, &para->style, para->lang, para->most);

	for (guint i = 0; i < objects->len; i++)
		iw_para_object(para, objects->pdata[i]);
	g_ptr_array_unref(objects);
}

void
iw_para_node(struct iw_para *para, const xmlNode *node)
{
	static const struct {
		const char *name;
		void (*add)(struct iw_para *para, const xmlNode *node);
	} known[] = {
		{ "em", add_emphasis }, { "strong", add_strong }, { "code", add_code }, { "sub", add_sub },
		{ "sup", add_sup },     { "br", add_break },      { "a", add_link },    { "span", add_span },
		{ "note", add_note },   { "img", add_picture },
	};

	if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
		iw_para_add(para, (const char *)node->content, -1);
	if (node->type != XML_ELEMENT_NODE)
		return;
	for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
		if (iw_is(node, known[i].name)) {
			known[i].add(para, node);
			return;
		}
	if (iw_is_math(node, "math"))
		add_math(para, node);
	else
		iw_para_content(para, node); /* what is not known is set as the text that it holds */
}

void
iw_para_content(struct iw_para *para, const xmlNode *parent)
{
	for (const xmlNode *n = parent->children; n; n = n->next)
		iw_para_node(para, n);
}
