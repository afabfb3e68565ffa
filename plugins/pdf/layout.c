/* SPDX-License-Identifier: Apache-2.0 */
/* From a paragraph to its lines, and from lines to strips. */
#include <string.h>

#include "pdf/lines.h"
#include "pdf/xml.h"

#define SOFT_HYPHEN "\xc2\xad"

static PangoFontDescription *
font_of(struct iw_para *para)
{
	const struct iw_style *style = &para->style;
	PangoFontDescription *font = pango_font_description_new();
	enum iw_han own = iw_han_of(para->lang), han = para->han != IW_HANS ? para->han
	                                               : own != IW_HANS     ? own
	                                                                    : IW_HAN_CN;
	bool first = own != IW_HANS && style->type != IW_MONO;

	pango_font_description_set_family(font, iw_fonts_name(para->doc->fonts, style->type, han, first));
	pango_font_description_set_size(font, (int)(style->size * PANGO_SCALE));
	pango_font_description_set_weight(font, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
	pango_font_description_set_style(font, style->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
	return font;
}

static PangoLayout *
make_layout(struct iw_para *para, double width)
{
	PangoLayout *layout = pango_layout_new(iw_fonts_context(para->doc->fonts, para->rtl));
	PangoFontDescription *font = font_of(para);
	PangoAttrList *attrs = pango_attr_list_copy(para->attrs);

	/* A ligature is one glyph for several characters, in which not all readers find them again. */
	pango_attr_list_insert_before(attrs, pango_attr_font_features_new("liga=0,clig=0,dlig=0"));
	/* A hyphen where a long word has to be divided would be taken for a part of it; one that is asked for is not.
	 */
	if (!strstr(para->text->str, SOFT_HYPHEN))
		pango_attr_list_insert_before(attrs, pango_attr_insert_hyphens_new(FALSE));
	pango_layout_set_font_description(layout, font);
	pango_layout_set_auto_dir(layout, FALSE);
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_width(layout, width < 0 ? -1 : (int)(MAX(width, 1) * PANGO_SCALE));
	pango_layout_set_alignment(layout, para->style.align == IW_CENTER               ? PANGO_ALIGN_CENTER
	                                   : (para->style.align == IW_END) != para->rtl ? PANGO_ALIGN_RIGHT
	                                                                                : PANGO_ALIGN_LEFT);
	pango_layout_set_attributes(layout, attrs);
	pango_layout_set_text(layout, para->text->str, (int)para->text->len);
	pango_attr_list_unref(attrs);
	pango_font_description_free(font);
	return layout;
}

PangoLayout *
iw_para_layout(struct iw_para *para, double width)
{
	PangoLayout *layout = make_layout(para, width);

	while (pango_layout_get_unknown_glyphs_count(layout) > 0 && iw_replace_unknown(para, layout)) {
		g_object_unref(layout);
		layout = make_layout(para, width);
	}
	return layout;
}

void
iw_para_widths(struct iw_para *para, double *least, double *most)
{
	PangoRectangle wide, narrow;
	PangoLayout *layout = iw_para_layout(para, -1);

	pango_layout_get_extents(layout, NULL, &wide);
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD);
	pango_layout_set_width(layout, 0);
	pango_layout_get_extents(layout, NULL, &narrow);
	*most = (double)wide.width / PANGO_SCALE + 0.1;
	*least = MIN((double)narrow.width / PANGO_SCALE + 0.1, *most);
	g_object_unref(layout);
}

/* How far the objects of a line reach above and below its baseline, when that is more than the line has. */
static void
reach_of(const PangoLayoutLine *line, double *above, double *below)
{
	for (GSList *l = line->runs; l; l = l->next) {
		const PangoLayoutRun *run = l->data;
		const struct iw_object *object = iw_object_of(run->item);

		if (object) {
			*above = MAX(*above, object->ascent + 2);
			*below = MAX(*below, object->descent + 2);
		}
	}
}

static struct iw_strip *
line_strip(struct iw_para *para, PangoLayoutLine *line, double indent, double x, double width)
{
	const struct iw_style *style = &para->style;
	double above = iw_baseline(style), below = style->lead - above;
	struct iw_line *what = iw_new(para->doc, sizeof *what);
	struct iw_strip *strip;

	reach_of(line, &above, &below);
	strip = iw_strip_new(para->doc, above + below);
	strip->baseline = above;
	*what = (struct iw_line){ line, para, indent };
	iw_strip_add(para->doc, strip,
	             (struct iw_atom){ .draw = iw_draw_line,
	                               .what = what,
	                               .tag = para->tag,
	                               .x = x,
	                               .y = above,
	                               .width = width,
	                               .height = style->lead });
	return strip;
}

/* What it costs to break a paragraph of `count` lines before line `i`: no line is to be left alone. */
static int
line_cost(int i, int count)
{
	if (i == 0)
		return 0;
	return i == 1 || i == count - 1 ? IW_BREAK_BAD : IW_BREAK_LINE;
}

void
iw_flow_para(struct iw_flow *flow, struct iw_para *para, double x, double width)
{
	PangoLayout *layout = iw_keep(para->doc, iw_para_layout(para, width), g_object_unref);
	PangoLayoutIter *iter = pango_layout_get_iter(layout);
	int count = pango_layout_get_line_count(layout), i = 0;

	do {
		PangoRectangle extents;
		struct iw_strip *strip;

		pango_layout_iter_get_line_extents(iter, NULL, &extents);
		strip = line_strip(para, pango_layout_iter_get_line_readonly(iter), (double)extents.x / PANGO_SCALE, x,
		                   width);
		strip->cost = line_cost(i++, count);
		iw_flow_add(flow, strip);
	} while (pango_layout_iter_next_line(iter));
	pango_layout_iter_free(iter);
}

struct iw_atom
iw_label(struct iw_doc *doc, const struct iw_style *style, const char *lang, struct iw_tag *tag, const char *text,
         double most)
{
	struct iw_para *para = iw_para_new(doc, style, lang, tag);
	struct iw_line *what = iw_new(doc, sizeof *what);
	PangoRectangle extents;
	PangoLayout *layout;

	iw_para_add(para, text, -1);
	layout = iw_keep(doc, iw_para_layout(para, -1), g_object_unref);
	pango_layout_get_extents(layout, NULL, &extents);
	if (most >= 0 && extents.width > most * PANGO_SCALE) {
		pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
		pango_layout_set_width(layout, (int)(most * PANGO_SCALE));
		pango_layout_get_extents(layout, NULL, &extents);
	}
	*what = (struct iw_line){ pango_layout_get_line_readonly(layout, 0), para, 0 };
	return (struct iw_atom){ .draw = iw_draw_line,
		                 .what = what,
		                 .tag = tag,
		                 .width = (double)extents.width / PANGO_SCALE,
		                 .height = style->lead };
}
