/* SPDX-License-Identifier: Apache-2.0 */
#include "pdf/lines.h"

#include <string.h>

struct placed { /* a run and where it begins */
	PangoLayoutRun *run;
	double x;
};

struct span_attr {
	PangoAttribute attr;
	const struct iw_span *span;
};

static const PangoAttrClass *span_class(void);

static PangoAttribute *
span_copy(const PangoAttribute *attr)
{
	return iw_span_attr(((const struct span_attr *)attr)->span);
}

static void
span_free(PangoAttribute *attr)
{
	g_free(attr);
}

static gboolean
span_equal(const PangoAttribute *a, const PangoAttribute *b)
{
	return ((const struct span_attr *)a)->span == ((const struct span_attr *)b)->span;
}

static const PangoAttrClass *
span_class(void)
{
	static PangoAttrClass class = { .copy = span_copy, .destroy = span_free, .equal = span_equal };
	static gsize ready;

	if (g_once_init_enter(&ready)) {
		class.type = pango_attr_type_register("itemwright-span");
		g_once_init_leave(&ready, 1);
	}
	return &class;
}

PangoAttribute *
iw_span_attr(const struct iw_span *span)
{
	struct span_attr *attr = g_new0(struct span_attr, 1);

	pango_attribute_init(&attr->attr, span_class());
	attr->span = span;
	return &attr->attr;
}

void
iw_para_span(struct iw_para *para, size_t start, const struct iw_span *span)
{
	iw_para_attr(para, start, iw_span_attr(span));
}

static const PangoAttribute *
attr_of(const PangoItem *item, PangoAttrType type)
{
	const PangoAttribute *found = NULL;

	for (const GSList *l = item->analysis.extra_attrs; l; l = l->next)
		if (((const PangoAttribute *)l->data)->klass->type == type)
			found = l->data;
	return found;
}

const struct iw_span *
iw_span_of(const PangoItem *item)
{
	const PangoAttribute *attr = attr_of(item, span_class()->type);

	return attr ? ((const struct span_attr *)attr)->span : NULL;
}

const struct iw_object *
iw_object_of(const PangoItem *item)
{
	const PangoAttribute *attr = attr_of(item, PANGO_ATTR_SHAPE);

	return attr ? ((const PangoAttrShape *)attr)->data : NULL;
}

static int
by_text(const void *a, const void *b)
{
	return ((const struct placed *)a)->run->item->offset - ((const struct placed *)b)->run->item->offset;
}

/* The runs of a line in the order in which they are read. Pango has them in the order seen. */
static GArray *
place_runs(const struct iw_line *line, double x)
{
	GArray *runs = g_array_new(FALSE, FALSE, sizeof(struct placed));

	for (GSList *l = line->line->runs; l; l = l->next) {
		struct placed placed = { l->data, x };

		g_array_append_val(runs, placed);
		x += (double)pango_glyph_string_get_width(placed.run->glyphs) / PANGO_SCALE;
	}
	g_array_sort(runs, by_text);
	return runs;
}

static void
draw_underline(struct iw_canvas *canvas, double x, double y, double width, double size)
{
	cairo_rectangle(canvas->cr, x, y + size * 0.14, width, size * 0.045);
	cairo_fill(canvas->cr);
}

static void
draw_run(struct iw_canvas *canvas, const struct iw_line *line, const struct placed *at, double y,
         const struct iw_span *span)
{
	const PangoItem *item = at->run->item;
	double width = (double)pango_glyph_string_get_width(at->run->glyphs) / PANGO_SCALE;
	double size = line->para->style.size;

	if (span->colour)
		iw_canvas_colour(canvas, span->colour);
	else
		cairo_set_source_rgb(canvas->cr, span->grey, span->grey, span->grey);
	iw_draw_glyphs(canvas, span->tag, pango_layout_get_text(line->line->layout), item, at->run->glyphs, at->x,
	               y - (double)at->run->y_offset / PANGO_SCALE);
	if (span->underlined) {
		iw_canvas_mark(canvas, span->tag, item->analysis.level & 1);
		draw_underline(canvas, at->x, y, width, size);
	}
	if ((span->uri || span->anchor) && !canvas->repeats && width > 0) {
		struct iw_link link = { (int)canvas->pages->len - 1,
			                at->x,
			                y - size,
			                width,
			                size * 1.3,
			                span->uri,
			                span->anchor,
			                span->tag };

		struct iw_kid kid = { .page = link.page, .mcid = -1, .link = canvas->links->len };

		g_array_append_val(canvas->links, link);
		g_array_append_val(span->tag->kids, kid);
	}
}

static void
draw_object(struct iw_canvas *canvas, const struct iw_object *object, double x, double y)
{
	struct iw_atom atom = { .what = object->what,
		                .tag = object->tag,
		                .width = object->width,
		                .height = object->ascent + object->descent };

	object->draw(canvas, &atom, x, y);
}

void
iw_draw_line(struct iw_canvas *canvas, const struct iw_atom *atom, double x, double y)
{
	const struct iw_line *line = atom->what;
	const struct iw_style *style = &line->para->style;
	const struct iw_span plain = { .tag = line->para->tag, .grey = style->grey, .colour = style->colour };
	GArray *runs = place_runs(line, x + line->indent);

	for (guint i = 0; i < runs->len; i++) {
		const struct placed *at = &g_array_index(runs, struct placed, i);
		const struct iw_object *object = iw_object_of(at->run->item);
		const struct iw_span *span = iw_span_of(at->run->item);

		if (object)
			draw_object(canvas, object, at->x, y);
		else
			draw_run(canvas, line, at, y, span ? span : &plain);
	}
	g_array_unref(runs);
}

/* Tell of a character that no font has; of others of its script in the same question no more is said. */
static void
tell_unknown(struct iw_doc *doc, gunichar c)
{
	static const GUnicodeScript cjk[] = { G_UNICODE_SCRIPT_HAN, G_UNICODE_SCRIPT_HIRAGANA,
		                              G_UNICODE_SCRIPT_KATAKANA, G_UNICODE_SCRIPT_HANGUL,
		                              G_UNICODE_SCRIPT_BOPOMOFO };
	GUnicodeScript script = g_unichar_get_script(c);
	const char *package = c >= 0x3000 && c <= 0x303f ? "fonts-noto-cjk" : "fonts-noto-core";

	for (size_t i = 0; i < G_N_ELEMENTS(cjk); i++)
		if (cjk[i] == script)
			package = "fonts-noto-cjk";
	if (g_hash_table_add(doc->reported, g_strdup_printf("%p %s %d", (const void *)doc->where, package, script)))
		iw_warn(doc,
		        "no installed font has the character U+%04X; such characters are shown as their numbers. Install "
		        "a font with it (Debian: %s)",
		        c, package);
}

static void
replace_char(struct iw_para *para, size_t at)
{
	const char *p = para->text->str + at;
	gunichar c = g_utf8_get_char(p);
	int len = (int)(g_utf8_next_char(p) - p);
	char text[16];

	tell_unknown(para->doc, c);
	g_snprintf(text, sizeof text, "[U+%04X]", c);
	g_string_erase(para->text, (gssize)at, len);
	g_string_insert(para->text, (gssize)at, text);
	pango_attr_list_update(para->attrs, (int)at, len, (int)strlen(text));
}

static int
later_first(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;

	return (x < y) - (x > y);
}

/* Where the characters of a layout are that no font has, from the last to the first. */
static GArray *
find_unknown(PangoLayout *layout)
{
	PangoLayoutIter *iter = pango_layout_get_iter(layout);
	GArray *places = g_array_new(FALSE, FALSE, sizeof(size_t));

	do {
		const PangoLayoutRun *run = pango_layout_iter_get_run_readonly(iter);

		for (int i = 0; run && !iw_object_of(run->item) && i < run->glyphs->num_glyphs; i++)
			if (run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) {
				size_t at = (size_t)(run->item->offset + run->glyphs->log_clusters[i]);

				g_array_append_val(places, at);
			}
	} while (pango_layout_iter_next_run(iter));
	pango_layout_iter_free(iter);
	g_array_sort(places, later_first);
	return places;
}

bool
iw_replace_unknown(struct iw_para *para, PangoLayout *layout)
{
	GArray *places = find_unknown(layout);
	bool any = places->len > 0, found = false;

	for (guint i = 0; i < places->len; i++)
		found |= iw_fonts_find(para->doc->fonts,
		                       g_utf8_get_char(para->text->str + g_array_index(places, size_t, i)));
	for (guint i = 0; i < places->len && !found; i++)
		if (i == 0 || g_array_index(places, size_t, i) != g_array_index(places, size_t, i - 1))
			replace_char(para, g_array_index(places, size_t, i));
	g_array_unref(places);
	return any;
}
