/* SPDX-License-Identifier: Apache-2.0 */
#include <cairo-ft.h>
#include <fontconfig/fontconfig.h>
#include <string.h>

#include "pdf/fonts.h"

struct iw_face {
	FcPattern *pattern; /* fontconfig's description of it; borrowed from the configuration */
	hb_face_t *hb;      /* opened when first used */
	cairo_font_face_t *drawn;
	PangoCoverage *coverage;
};

const char *
iw_face_name(const struct iw_face *face)
{
	FcChar8 *name;

	return FcPatternGetString(face->pattern, FC_FAMILY, 0, &name) == FcResultMatch ? (const char *)name : "";
}

static bool
has(const FcPattern *pattern, const char *object, bool otherwise)
{
	FcBool value = otherwise;

	FcPatternGetBool(pattern, object, 0, &value);
	return value;
}

double
iw_face_zoom(const struct iw_face *face)
{
	/* Its letters are small for their size, beside Latin ones. */
	return strcmp(iw_face_name(face), "Noto Naskh Arabic") == 0 ? 1.18 : 1;
}

/* Outlines of one weight and colour: no bitmaps, no emoji in colour, no font that is to be instantiated first. */
static bool
is_usable(const FcPattern *pattern)
{
	FcChar8 *format;

	return has(pattern, FC_SCALABLE, true) && !has(pattern, FC_COLOR, false) && !has(pattern, FC_VARIABLE, false) &&
	       FcPatternGetString(pattern, FC_FONTFORMAT, 0, &format) == FcResultMatch &&
	       (strcmp((char *)format, "TrueType") == 0 || strcmp((char *)format, "CFF") == 0);
}

struct iw_face *
iw_face_new(FcPattern *pattern)
{
	struct iw_face *face;

	if (!is_usable(pattern))
		return NULL;
	face = g_new0(struct iw_face, 1);
	face->pattern = pattern;
	return face;
}

void
iw_face_free(void *data)
{
	struct iw_face *face = data;

	hb_face_destroy(face->hb);
	if (face->drawn)
		cairo_font_face_destroy(face->drawn);
	g_clear_object(&face->coverage);
	g_free(face);
}

int
iw_face_distance(const struct iw_face *face, const PangoFontDescription *style)
{
	bool slanted = pango_font_description_get_style(style) != PANGO_STYLE_NORMAL;
	int weight = 400, wanted = (int)pango_font_description_get_weight(style), slant = 0, width = 100;
	double fc_weight = FC_WEIGHT_REGULAR;

	if (FcPatternGetDouble(face->pattern, FC_WEIGHT, 0, &fc_weight) == FcResultMatch)
		weight = (int)FcWeightToOpenTypeDouble(fc_weight);
	FcPatternGetInteger(face->pattern, FC_SLANT, 0, &slant);
	FcPatternGetInteger(face->pattern, FC_WIDTH, 0, &width);
	return abs(weight - wanted) + (slanted != (slant != 0)) * 2000 + abs(width - 100) * 100;
}

const PangoCoverage *
iw_face_coverage(struct iw_face *face)
{
	FcChar32 map[FC_CHARSET_MAP_SIZE], next;
	FcCharSet *set;

	if (face->coverage)
		return face->coverage;
	face->coverage = pango_coverage_new();
	if (FcPatternGetCharSet(face->pattern, FC_CHARSET, 0, &set) != FcResultMatch)
		return face->coverage;
	for (FcChar32 page = FcCharSetFirstPage(set, map, &next); page != FC_CHARSET_DONE;
	     page = FcCharSetNextPage(set, map, &next))
		for (unsigned i = 0; i < 32 * FC_CHARSET_MAP_SIZE; i++)
			if (map[i / 32] >> i % 32 & 1)
				pango_coverage_set(face->coverage, (int)(page + i), PANGO_COVERAGE_EXACT);
	return face->coverage;
}

hb_face_t *
iw_face_hb(const struct iw_face *face)
{
	struct iw_face *opened = (struct iw_face *)face;
	FcChar8 *file;
	int index = 0;

	if (face->hb)
		return face->hb;
	FcPatternGetInteger(face->pattern, FC_INDEX, 0, &index);
	if (FcPatternGetString(face->pattern, FC_FILE, 0, &file) == FcResultMatch) {
		hb_blob_t *blob = hb_blob_create_from_file((const char *)file);

		opened->hb = hb_face_create(blob, (unsigned)index & 0xffff);
		hb_blob_destroy(blob);
	}
	return face->hb;
}

cairo_scaled_font_t *
iw_face_scaled(const struct iw_face *face, double size)
{
	struct iw_face *opened = (struct iw_face *)face;
	cairo_font_options_t *options = cairo_font_options_create();
	cairo_matrix_t scale, identity;
	cairo_scaled_font_t *font;

	if (!face->drawn)
		opened->drawn = cairo_ft_font_face_create_for_pattern(face->pattern);
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_matrix_init_scale(&scale, size, size);
	cairo_matrix_init_identity(&identity);
	font = cairo_scaled_font_create(face->drawn, &scale, &identity, options);
	cairo_font_options_destroy(options);
	return font;
}

bool
iw_face_has(const struct iw_face *face, gunichar c)
{
	FcCharSet *set;

	return FcPatternGetCharSet(face->pattern, FC_CHARSET, 0, &set) == FcResultMatch && FcCharSetHasChar(set, c);
}
