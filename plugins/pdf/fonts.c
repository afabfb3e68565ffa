/* SPDX-License-Identifier: Apache-2.0 */
#include "pdf/fonts.h"

#include <fontconfig/fontconfig.h>
#include <hb-ot.h>
#include <string.h>

#define NAME "Itemwright " /* of no font; digits for type and Han characters follow */

struct iw_fonts {
	FcConfig *config;
	GHashTable *families; /* name -> GPtrArray of struct iw_face */
	char names[IW_TYPES][IW_HANS][2][16];
	char *lists[IW_TYPES][IW_HANS][2]; /* what the names stand for; NULL when that is not known yet */
	bool svg;                          /* whether pictures find fonts by our rules */
	GString *found;                    /* families that iw_fonts_find has added, each after a comma */
	const struct iw_face *math;
	PangoFontMap *map;
	PangoContext *contexts[2]; /* from left to right, from right to left */
	GHashTable *sought;        /* characters that iw_fonts_find was asked for */
};

/* Latin, Greek and Cyrillic; the first that is installed leads. */
static const char *const text_families[IW_TYPES][4] = {
	[IW_SERIF] = { "Noto Serif", "DejaVu Serif", "Liberation Serif" },
	[IW_SANS] = { "Noto Sans", "DejaVu Sans", "Liberation Sans" },
	[IW_MONO] = { "Noto Sans Mono", "DejaVu Sans Mono", "Liberation Mono" },
};

/*
 * For Arabic a face that builds lam-alef of two glyphs, each with a character of its own: of one glyph for both,
 * readers of PDF swap the letters.
 */
static const char *const script_families[IW_TYPES][4] = {
	[IW_SERIF] = { "Noto Naskh Arabic", "Noto Serif Hebrew" },
	[IW_SANS] = { "Noto Naskh Arabic", "Noto Sans Hebrew" },
	[IW_MONO] = { "Noto Naskh Arabic", "Noto Sans Hebrew" },
};

static const char *const han_families[IW_TYPES] = { "Noto Serif CJK", "Noto Sans CJK", "Noto Sans Mono CJK" };
static const char *const han_regions[IW_HANS] = { "SC", "TC", "HK", "JP", "KR" };

static const char *const symbol_families[] = { "Noto Sans Symbols", "Noto Sans Symbols2", "Noto Sans Math",
	                                       "DejaVu Sans" };

static const char *const math_families[] = { "TeX Gyre Schola Math", "TeX Gyre Bonum Math", "TeX Gyre Pagella Math",
	                                     "STIX Two Math",        "Latin Modern Math",   "DejaVu Math TeX Gyre" };

static void
list_face(struct iw_fonts *fonts, FcPattern *pattern)
{
	struct iw_face *face = iw_face_new(pattern);
	GPtrArray *family;

	if (!face)
		return;
	family = g_hash_table_lookup(fonts->families, iw_face_name(face));
	if (!family) {
		family = g_ptr_array_new_with_free_func(iw_face_free);
		g_hash_table_insert(fonts->families, g_strdup(iw_face_name(face)), family);
	}
	g_ptr_array_add(family, face);
}

static bool
is_installed(const struct iw_fonts *fonts, const char *family)
{
	return family && g_hash_table_contains(fonts->families, family);
}

static const char *
first_installed(const struct iw_fonts *fonts, const char *const *families)
{
	while (*families && !is_installed(fonts, *families))
		families++;
	return *families;
}

struct iw_face *
iw_fonts_match(struct iw_fonts *fonts, const PangoFontDescription *style)
{
	GPtrArray *family = g_hash_table_lookup(fonts->families, pango_font_description_get_family(style));
	struct iw_face *best = NULL;

	for (guint i = 0; family && i < family->len; i++) {
		struct iw_face *face = family->pdata[i];

		if (!best || iw_face_distance(face, style) < iw_face_distance(best, style))
			best = face;
	}
	return best;
}

static void
add_family(const struct iw_fonts *fonts, GString *list, const char *family)
{
	if (is_installed(fonts, family))
		g_string_append_printf(list, "%s%s", list->len ? "," : "", family);
}

static void
add_han(const struct iw_fonts *fonts, GString *list, enum iw_type type, enum iw_han han)
{
	for (int i = -1; i < IW_HANS; i++) {
		char *name = g_strdup_printf("%s %s", han_families[type], han_regions[i < 0 ? (int)han : i]);

		if (i != (int)han)
			add_family(fonts, list, name);
		g_free(name);
	}
}

const char *
iw_fonts_name(struct iw_fonts *fonts, enum iw_type type, enum iw_han han, bool han_first)
{
	char *name = fonts->names[type][han][han_first];

	g_snprintf(name, sizeof fonts->names[type][han][han_first], NAME "%d%d%d", type, han, han_first);
	return name;
}

static char *
make_list(const struct iw_fonts *fonts, enum iw_type type, enum iw_han han, bool han_first)
{
	GString *list = g_string_new(NULL);

	if (han_first)
		add_han(fonts, list, type, han);
	add_family(fonts, list, first_installed(fonts, text_families[type]));
	for (const char *const *f = script_families[type]; *f; f++)
		add_family(fonts, list, *f);
	if (!han_first)
		add_han(fonts, list, type, han);
	for (const char *const *f = text_families[type]; *f; f++)
		if (*f != first_installed(fonts, text_families[type]))
			add_family(fonts, list, *f);
	for (size_t i = 0; i < G_N_ELEMENTS(symbol_families); i++)
		add_family(fonts, list, symbol_families[i]);
	g_string_append(list, fonts->found->str);
	return g_string_free(list, FALSE);
}

const char *
iw_fonts_families(struct iw_fonts *fonts, const char *name)
{
	const char *digits = name + strlen(NAME);
	unsigned type, han, first;

	if (!g_str_has_prefix(name, NAME) || strlen(digits) != 3)
		return NULL;
	type = (unsigned)(digits[0] - '0');
	han = (unsigned)(digits[1] - '0');
	first = digits[2] == '1';
	if (!fonts->lists[type][han][first])
		fonts->lists[type][han][first] = make_list(fonts, (enum iw_type)type, (enum iw_han)han, first);
	return fonts->lists[type][han][first];
}

static void
forget_lists(struct iw_fonts *fonts)
{
	for (int type = 0; type < IW_TYPES; type++)
		for (int han = 0; han < IW_HANS; han++)
			for (int first = 0; first < 2; first++)
				g_clear_pointer(&fonts->lists[type][han][first], g_free);
}

bool
iw_fonts_find(struct iw_fonts *fonts, gunichar c)
{
	GList *names;
	const char *best = NULL;

	if (!g_hash_table_add(fonts->sought, GUINT_TO_POINTER(c)))
		return false;
	names = g_list_sort(g_hash_table_get_keys(fonts->families), (GCompareFunc)strcmp);

	for (GList *l = names; l; l = l->next) {
		GPtrArray *family = g_hash_table_lookup(fonts->families, l->data);
		bool noto = g_str_has_prefix(l->data, "Noto ");

		if (iw_face_has(family->pdata[0], c) && (!best || (noto && !g_str_has_prefix(best, "Noto "))))
			best = l->data;
	}
	if (best) {
		g_string_append_printf(fonts->found, ",%s", best);
		forget_lists(fonts);
		iw_fontmap_forget(fonts->map);
	}
	g_list_free(names);
	return best;
}

const struct iw_face *
iw_fonts_math(const struct iw_fonts *fonts)
{
	return fonts->math;
}

static const struct iw_face *
find_math(const struct iw_fonts *fonts)
{
	for (size_t i = 0; i < G_N_ELEMENTS(math_families); i++) {
		GPtrArray *family = g_hash_table_lookup(fonts->families, math_families[i]);

		if (family && hb_ot_math_has_data(iw_face_hb(family->pdata[0])))
			return family->pdata[0];
	}
	return NULL;
}

PangoContext *
iw_fonts_context(struct iw_fonts *fonts, bool rtl)
{
	return fonts->contexts[rtl];
}

static PangoContext *
make_context(PangoFontMap *map, bool rtl)
{
	PangoContext *context = pango_font_map_create_context(map);

	pango_context_set_round_glyph_positions(context, FALSE);
	pango_context_set_language(context, pango_language_from_string("en"));
	pango_context_set_base_dir(context, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
	return context;
}

struct iw_fonts *
iw_fonts_new(char **why)
{
	struct iw_fonts *fonts = g_new0(struct iw_fonts, 1);
	FcFontSet *all;

	fonts->families = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
	fonts->found = g_string_new(NULL);
	fonts->sought = g_hash_table_new(NULL, NULL);
	fonts->config = FcInitLoadConfigAndFonts();
	all = fonts->config ? FcConfigGetFonts(fonts->config, FcSetSystem) : NULL;
	for (int i = 0; all && i < all->nfont; i++)
		list_face(fonts, all->fonts[i]);
	for (int type = 0; type < IW_TYPES; type++) {
		if (first_installed(fonts, text_families[type]))
			continue;
		*why = g_strdup_printf(
			"no font to set text in: install %s or %s (Debian: fonts-noto-core, fonts-noto-mono)",
			text_families[type][0], text_families[type][1]);
		iw_fonts_free(fonts);
		return NULL;
	}
	fonts->math = find_math(fonts);
	fonts->map = iw_fontmap_new(fonts);
	for (int rtl = 0; rtl < 2; rtl++)
		fonts->contexts[rtl] = make_context(fonts->map, rtl);
	return fonts;
}

void
iw_fonts_for_svg(struct iw_fonts *fonts)
{
	if (!fonts->svg)
		iw_svg_fonts_set(fonts->config);
	fonts->svg = true;
}

void
iw_fonts_free(struct iw_fonts *fonts)
{
	if (!fonts)
		return;
	g_clear_object(&fonts->contexts[0]);
	g_clear_object(&fonts->contexts[1]);
	g_clear_object(&fonts->map);
	g_hash_table_destroy(fonts->sought);
	forget_lists(fonts);
	g_string_free(fonts->found, TRUE);
	g_hash_table_destroy(fonts->families);
	if (fonts->svg)
		iw_svg_fonts_unset();
	if (fonts->config)
		FcConfigDestroy(fonts->config);
	g_free(fonts);
}
