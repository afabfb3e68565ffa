/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Pango's view of our fonts: a PangoFontMap whose fonts are faces of fonts.h at a size. Pango's own font map asks
 * fontconfig for each text, in threads of its own, and its answer depends on the user's settings and locale.
 */
#include "pdf/fonts.h"

#include <hb-ot.h>
#include <string.h>

struct font {
	PangoFont parent;
	PangoFontMap *map; /* not counted: the map owns its fonts */
	struct iw_face *face;
	PangoFontDescription *description;
	cairo_scaled_font_t *scaled;
	double size;
};

struct map {
	PangoFontMap parent;
	struct iw_fonts *fonts;
	GHashTable *loaded;   /* description of one family -> struct font */
	GHashTable *fontsets; /* description of a list of families -> PangoFontset */
};

typedef struct {
	PangoFontClass parent;
} FontClass;
typedef struct {
	PangoFontMapClass parent;
} MapClass;
typedef struct font Font;
typedef struct map Map;

static GType font_get_type(void);
static GType map_get_type(void);
G_DEFINE_TYPE(Font, font, PANGO_TYPE_FONT)
G_DEFINE_TYPE(Map, map, PANGO_TYPE_FONT_MAP)

static PangoFontDescription *
font_describe(PangoFont *font)
{
	return pango_font_description_copy(((Font *)font)->description);
}

static PangoCoverage *
font_coverage(PangoFont *font, PangoLanguage *language)
{
	(void)language;
	return g_object_ref((PangoCoverage *)iw_face_coverage(((Font *)font)->face));
}

static hb_font_t *
font_create_hb(PangoFont *font)
{
	int scale = (int)(((Font *)font)->size * PANGO_SCALE);
	hb_font_t *hb = hb_font_create(iw_face_hb(((Font *)font)->face));

	hb_font_set_scale(hb, scale, scale);
	return hb;
}

static void
font_glyph_extents(PangoFont *font, PangoGlyph glyph, PangoRectangle *ink, PangoRectangle *logical)
{
	hb_font_t *hb = pango_font_get_hb_font(font);
	hb_glyph_extents_t extents = { 0, 0, 0, 0 };
	hb_font_extents_t line = { 0 };
	bool real = glyph != PANGO_GLYPH_EMPTY && !(glyph & PANGO_GLYPH_UNKNOWN_FLAG);

	hb_font_get_h_extents(hb, &line);
	if (real)
		hb_font_get_glyph_extents(hb, glyph, &extents);
	if (ink)
		*ink = (PangoRectangle){ extents.x_bearing, -extents.y_bearing, extents.width, -extents.height };
	if (logical)
		*logical = (PangoRectangle){ 0, -line.ascender, real ? hb_font_get_glyph_h_advance(hb, glyph) : 0,
			                     line.ascender - line.descender };
}

static PangoFontMetrics *
font_metrics(PangoFont *font, PangoLanguage *language)
{
	PangoFontMetrics *metrics = g_slice_new0(PangoFontMetrics); /* as pango_font_metrics_unref frees it */
	hb_font_extents_t line = { 0 };
	int em = (int)(((Font *)font)->size * PANGO_SCALE);

	(void)language;
	hb_font_get_h_extents(pango_font_get_hb_font(font), &line);
	metrics->ref_count = 1;
	metrics->ascent = line.ascender;
	metrics->descent = -line.descender;
	metrics->height = line.ascender - line.descender + line.line_gap;
	metrics->approximate_char_width = metrics->approximate_digit_width = em / 2;
	metrics->underline_position = -em / 10;
	metrics->underline_thickness = em / 20;
	metrics->strikethrough_position = em / 4;
	metrics->strikethrough_thickness = em / 20;
	return metrics;
}

static PangoFontMap *
font_map(PangoFont *font)
{
	return ((Font *)font)->map;
}

static void
font_finalize(GObject *object)
{
	Font *font = (Font *)object;

	pango_font_description_free(font->description);
	if (font->scaled)
		cairo_scaled_font_destroy(font->scaled);
	G_OBJECT_CLASS(font_parent_class)->finalize(object);
}

static void
font_class_init(FontClass *class)
{
	class->parent.describe = class->parent.describe_absolute = font_describe;
	class->parent.get_coverage = font_coverage;
	class->parent.get_glyph_extents = font_glyph_extents;
	class->parent.get_metrics = font_metrics;
	class->parent.get_font_map = font_map;
	class->parent.create_hb_font = font_create_hb;
	G_OBJECT_CLASS(class)->finalize = font_finalize;
}

static void
font_init(Font *font)
{
	(void)font;
}

cairo_scaled_font_t *
iw_font_scaled(PangoFont *font)
{
	Font *f = (Font *)font;

	if (!f->scaled)
		f->scaled = iw_face_scaled(f->face, f->size);
	return f->scaled;
}

static PangoFont *
map_load_font(PangoFontMap *map, PangoContext *context, const PangoFontDescription *wanted)
{
	Map *m = (Map *)map;
	Font *font = g_hash_table_lookup(m->loaded, wanted);
	struct iw_face *face;

	(void)context;
	if (font)
		return g_object_ref(&font->parent);
	face = iw_fonts_match(m->fonts, wanted);
	if (!face)
		return NULL;
	font = g_object_new(font_get_type(), NULL);
	font->map = map;
	font->face = face;
	font->description = pango_font_description_copy(wanted);
	font->size = (double)pango_font_description_get_size(wanted) / PANGO_SCALE * iw_face_zoom(face);
	g_hash_table_insert(m->loaded, font->description, font);
	return g_object_ref(&font->parent);
}

static PangoFontset *
map_load_fontset(PangoFontMap *map, PangoContext *context, const PangoFontDescription *wanted, PangoLanguage *language)
{
	Map *m = (Map *)map;
	PangoFontset *set = g_hash_table_lookup(m->fontsets, wanted);
	PangoFontDescription *named;
	const char *family;

	if (set)
		return g_object_ref(set);
	named = pango_font_description_copy(wanted);
	family = pango_font_description_get_family(wanted);
	/* Pango asks for the family "emoji" by itself. */
	if (strcmp(family, "emoji") == 0)
		family = iw_fonts_name(m->fonts, IW_SANS, IW_HAN_CN, false);
	if (iw_fonts_families(m->fonts, family))
		pango_font_description_set_family(named, iw_fonts_families(m->fonts, family));
	set = PANGO_FONT_MAP_CLASS(map_parent_class)->load_fontset(map, context, named, language);
	g_hash_table_insert(m->fontsets, pango_font_description_copy(wanted), set);
	pango_font_description_free(named);
	return g_object_ref(set);
}

static void
map_finalize(GObject *object)
{
	g_hash_table_destroy(((Map *)object)->fontsets);
	g_hash_table_destroy(((Map *)object)->loaded);
	G_OBJECT_CLASS(map_parent_class)->finalize(object);
}

static void
map_class_init(MapClass *class)
{
	class->parent.load_font = map_load_font;
	class->parent.load_fontset = map_load_fontset;
	G_OBJECT_CLASS(class)->finalize = map_finalize;
}

static void
map_init(Map *map)
{
	GHashFunc hash = (GHashFunc)pango_font_description_hash;
	GEqualFunc equal = (GEqualFunc)pango_font_description_equal;

	map->loaded = g_hash_table_new_full(hash, equal, NULL, g_object_unref);
	map->fontsets = g_hash_table_new_full(hash, equal, (GDestroyNotify)pango_font_description_free, g_object_unref);
}

void
iw_fontmap_forget(PangoFontMap *map)
{
	g_hash_table_remove_all(((Map *)map)->fontsets);
}

PangoFontMap *
iw_fontmap_new(struct iw_fonts *fonts)
{
	Map *map = g_object_new(map_get_type(), NULL);

	map->fonts = fonts;
	return &map->parent;
}
