/* SPDX-License-Identifier: Apache-2.0 */
#include "pdf/block.h"

#include <string.h>

#include "pdf/math.h"
#include "pdf/picture.h"
#include "pdf/text.h"
#include "pdf/xml.h"

bool
iw_has_blocks(const xmlNode *parent)
{
	for (const xmlNode *n = iw_first(parent); n; n = iw_next(n))
		if (iw_is_any(n, IW_BLOCKS))
			return true;
	return false;
}

void
iw_flow_label(struct iw_flow *flow, struct iw_atom label, double x)
{
	struct iw_strip *strip = flow->first;
	struct iw_atom *first, *last;

	if (!strip) {
		strip = iw_strip_new(flow->doc, label.height);
		iw_flow_add(flow, strip);
	}
	if (strip->baseline == 0) {
		strip->baseline = label.height * 0.72;
		strip->height = MAX(strip->height, label.height);
	}
	label.x = x;
	label.y = strip->baseline;
	/* It is read before what it stands beside. */
	first = strip->first;
	last = strip->last;
	strip->first = strip->last = NULL;
	iw_strip_add(flow->doc, strip, label);
	if (first) {
		strip->last->next = first;
		strip->last = last;
	}
}

static bool
is_display(const xmlNode *node)
{
	return iw_is_math(node, "math") && strcmp(iw_attr(node, "display"), "block") == 0;
}

static void
add_line_of(struct iw_flow *flow, const struct iw_setting *set, const struct iw_object *object, bool centred)
{
	struct iw_strip *strip = iw_strip_new(flow->doc, object->ascent + object->descent + 4);
	double left = centred ? MAX(0, (set->width - object->width) / 2) : 0;

	strip->baseline = object->ascent + 2;
	iw_strip_add(flow->doc, strip,
	             (struct iw_atom){ .draw = object->draw,
	                               .what = object->what,
	                               .tag = object->tag,
	                               .x = set->x + left,
	                               .y = strip->baseline,
	                               .width = object->width,
	                               .height = strip->height });
	iw_flow_add(flow, strip);
}

static void
add_display(struct iw_flow *flow, const struct iw_setting *set, const xmlNode *math)
{
	GPtrArray *objects = iw_math_objects(flow->doc, math, set->tag, &set->style, set->lang, set->width);

	for (guint i = 0; i < objects->len; i++) {
		if (i > 0)
			iw_flow_gap(flow, 0, IW_BREAK_LINE);
		add_line_of(flow, set, objects->pdata[i], objects->len == 1);
	}
	g_ptr_array_unref(objects);
}

static void
add_picture(struct iw_flow *flow, const struct iw_setting *set, const xmlNode *img)
{
	struct iw_strip *strip = iw_picture_strip(flow->doc, img, set->tag, set->x, set->width);

	if (strip)
		iw_flow_add(flow, strip);
}

static void
add_para(struct iw_flow *flow, const struct iw_setting *set, struct iw_para *para)
{
	if (!iw_para_is_empty(para))
		iw_flow_para(flow, para, set->x, set->width);
}

/* Text and inline elements from `first` up to the next block or display. Returns where it ended. */
static const xmlNode *
add_inline(struct iw_flow *flow, const struct iw_setting *set, const xmlNode *first)
{
	struct iw_para *para = iw_para_new(flow->doc, &set->style, set->lang, set->tag);
	const xmlNode *n = first;

	para->most = set->width;
	for (; n && !is_display(n) && !iw_is_any(n, IW_BLOCKS); n = n->next)
		iw_para_node(para, n);
	add_para(flow, set, para);
	return n;
}

/* Text in which displays may stand. */
static void
add_text(struct iw_flow *flow, const struct iw_setting *set, const xmlNode *parent)
{
	const xmlNode *only = iw_only_child(parent), *n = parent->children;

	if (only && iw_is(only, "img")) {
		add_picture(flow, set, only);
		return;
	}
	while (n) {
		if (is_display(n)) {
			iw_flow_gap(flow, flow->doc->design.small_gap, IW_BREAK_LINE);
			add_display(flow, set, n);
			iw_flow_gap(flow, flow->doc->design.small_gap, IW_BREAK_LINE);
			n = n->next;
		} else {
			n = add_inline(flow, set, n);
		}
	}
}

static void
add_p(struct iw_flow *flow, const struct iw_setting *set, const xmlNode *p)
{
	struct iw_setting inner = *set;

	inner.tag = iw_tag_new(flow->doc, set->tag, "P");
	add_text(flow, &inner, p);
}

/* Of what is within lists and quotations: less, the deeper that is, so that some width is left. */
static double
indent_of(const struct iw_setting *set, double wanted)
{
	return MIN(wanted, MAX(0, set->width - 8 * set->style.size) / 2);
}

static void
add_list(struct iw_flow *flow, const struct iw_setting *set, const xmlNode *list)
{
	struct iw_doc *doc = flow->doc;
	struct iw_tag *tag = iw_tag_new(doc, set->tag, "L");
	bool numbered = iw_is(list, "ol");
	double indent = indent_of(set, set->style.size * (numbered ? 1.9 : 1.4));
	int number = 0;

	tag->numbering = numbered ? "Decimal" : "Disc";
	for (const xmlNode *li = iw_first(list); li; li = iw_next(li)) {
		struct iw_tag *item = iw_tag_new(doc, tag, "LI"), *label = iw_tag_new(doc, item, "Lbl");
		struct iw_setting inner = { set->style, set->lang,           iw_tag_new(doc, item, "LBody"),
			                    0,          set->width - indent, doc->design.small_gap * 0.6 };
		struct iw_flow *body = iw_flow_new(doc, inner.width);
		const char *mark = numbered ? iw_format(doc, "%d.", ++number) : "\xe2\x80\xa2";
		struct iw_atom atom = iw_label(doc, &set->style, set->lang, label, mark, -1);

		iw_flow_content(body, &inner, li);
		iw_flow_label(body, atom, numbered ? -atom.width - set->style.size * 0.4 : -set->style.size);
		iw_flow_append(flow, body, set->x + indent);
		iw_flow_gap(flow, doc->design.small_gap * 0.6, IW_BREAK_BLOCK);
	}
}

static void
add_quote(struct iw_flow *flow, const struct iw_setting *set, const xmlNode *quote)
{
	struct iw_doc *doc = flow->doc;
	double indent = indent_of(set, set->style.size * 1.3);
	struct iw_setting inner = { set->style, set->lang,           iw_tag_new(doc, set->tag, "BlockQuote"),
		                    0,          set->width - indent, set->gap };
	struct iw_flow *body = iw_flow_new(doc, inner.width);

	iw_flow_content(body, &inner, quote);
	iw_flow_fill(body, -indent, 2, 0.7);
	iw_flow_append(flow, body, set->x + indent);
}

static void
add_caption(struct iw_flow *flow, const struct iw_setting *set, const xmlNode *caption)
{
	struct iw_doc *doc = flow->doc;
	struct iw_para *para = iw_para_new(doc, &doc->design.small, set->lang, iw_tag_new(doc, set->tag, "Caption"));

	iw_para_content(para, caption);
	iw_flow_gap(flow, doc->design.small_gap, IW_BREAK_NEVER);
	add_para(flow, set, para);
}

static void
add_figure(struct iw_flow *flow, const struct iw_setting *set, const xmlNode *figure)
{
	struct iw_setting inner = *set;
	struct iw_flow *body = iw_flow_new(flow->doc, set->width);

	inner.x = 0;
	inner.tag = iw_tag_new(flow->doc, set->tag, "Div");
	for (const xmlNode *n = iw_first(figure); n; n = iw_next(n)) {
		iw_flow_gap(body, flow->doc->design.gap, IW_BREAK_BLOCK);
		if (iw_is(n, "img"))
			add_picture(body, &inner, n);
		else if (iw_is_math(n, "math"))
			add_display(body, &inner, n);
		else if (iw_is(n, "pre"))
			iw_flow_code(body, &inner, n);
		else if (iw_is(n, "table"))
			iw_flow_table(body, &inner, n);
		else
			add_caption(body, &inner, n);
	}
	iw_flow_append(flow, body, set->x);
}

static void
add_block(struct iw_flow *flow, const struct iw_setting *set, const xmlNode *node)
{
	static const struct {
		const char *name;
		void (*add)(struct iw_flow *flow, const struct iw_setting *set, const xmlNode *node);
	} known[] = {
		{ "p", add_p },           { "pre", iw_flow_code },    { "ul", add_list },
		{ "ol", add_list },       { "table", iw_flow_table }, { "blockquote", add_quote },
		{ "figure", add_figure },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
		if (iw_is(node, known[i].name))
			known[i].add(flow, set, node);
}

void
iw_flow_content(struct iw_flow *flow, const struct iw_setting *set, const xmlNode *parent)
{
	double gap = set->gap > 0 ? set->gap : flow->doc->design.gap;
	bool wide = false;

	if (!iw_has_blocks(parent)) {
		add_text(flow, set, parent);
		return;
	}
	for (const xmlNode *n = parent->children; n;) {
		if (iw_is_blank(n)) {
			n = n->next;
			continue;
		}
		/* What is no text gets more room, on both sides. */
		wide |= iw_is_any(n, "pre table figure");
		iw_flow_gap(flow, wide ? gap * 1.4 : gap, IW_BREAK_BLOCK);
		wide = iw_is_any(n, "pre table figure");
		if (iw_is_any(n, IW_BLOCKS)) {
			add_block(flow, set, n);
			n = n->next;
		} else {
			struct iw_setting inner = *set;

			inner.tag = iw_tag_new(flow->doc, set->tag, "P");
			n = is_display(n) ? (add_display(flow, set, n), n->next) : add_inline(flow, &inner, n);
		}
	}
}
