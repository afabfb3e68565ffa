/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Fonts for the text in SVG pictures, which librsvg looks for by itself, through the font map that Pango holds for
 * this thread. That one goes by the user's settings and locale; it gets the rules below in their place.
 */
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include "pdf/fonts.h"

/* Families that pictures name, and the one of ours that each becomes; the first one is for all others. */
static const struct {
	const char *family, *ours;
} aliases[] = {
	{ NULL, "Noto Sans" },
	{ "serif", "Noto Serif" },
	{ "Times", "Noto Serif" },
	{ "Times New Roman", "Noto Serif" },
	{ "Georgia", "Noto Serif" },
	{ "monospace", "Noto Sans Mono" },
	{ "Courier", "Noto Sans Mono" },
	{ "Courier New", "Noto Sans Mono" },
	{ "Consolas", "Noto Sans Mono" },
	{ "Menlo", "Noto Sans Mono" },
};

/* What other scripts are looked for in, best first. */
static const char *const others[] = { "Noto Naskh Arabic", "Noto Sans Hebrew", "Noto Sans CJK JP", "Noto Sans CJK SC",
	                              "Noto Sans CJK KR",  "Noto Sans Math",   "DejaVu Sans" };

static void
add_edit(GString *rules, const char *family, bool append)
{
	g_string_append_printf(rules, "<edit name=\"family\" mode=\"%s\" binding=\"strong\"><string>%s</string></edit>",
	                       append ? "append_last" : "assign", family);
}

static void
add_folders(GString *rules, FcStrList *list, const char *element)
{
	for (const FcChar8 *dir; list && (dir = FcStrListNext(list)) != NULL;) {
		char *text = g_markup_printf_escaped("<%s>%s</%s>", element, (const char *)dir, element);

		g_string_append(rules, text);
		g_free(text);
	}
	if (list)
		FcStrListDone(list);
}

static GString *
make_rules(FcConfig *system)
{
	GString *rules = g_string_new("<?xml version=\"1.0\"?><fontconfig>");

	add_folders(rules, FcConfigGetFontDirs(system), "dir");
	add_folders(rules, FcConfigGetCacheDirs(system), "cachedir");
	for (size_t i = 1; i < G_N_ELEMENTS(aliases); i++) {
		g_string_append_printf(rules, "<match><test name=\"family\"><string>%s</string></test>",
		                       aliases[i].family);
		add_edit(rules, aliases[i].ours, false);
		g_string_append(rules, "</match>");
	}
	g_string_append(rules, "<match>");
	add_edit(rules, aliases[0].ours, true);
	for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
		add_edit(rules, others[i], true);
	g_string_append(rules, "</match><selectfont><rejectfont><pattern><patelt name=\"scalable\"><bool>false</bool>"
	                       "</patelt></pattern><pattern><patelt name=\"color\"><bool>true</bool></patelt></pattern>"
	                       "</rejectfont></selectfont></fontconfig>");
	return rules;
}

void
iw_svg_fonts_set(FcConfig *system)
{
	PangoFontMap *map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
	FcConfig *config = FcConfigCreate();
	GString *rules = make_rules(system);

	if (map && FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)rules->str, FcFalse) &&
	    FcConfigBuildFonts(config)) {
		pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
		pango_cairo_font_map_set_default(PANGO_CAIRO_FONT_MAP(map));
	}
	g_clear_object(&map);
	FcConfigDestroy(config);
	g_string_free(rules, TRUE);
}

void
iw_svg_fonts_unset(void)
{
	pango_cairo_font_map_set_default(NULL);
}
