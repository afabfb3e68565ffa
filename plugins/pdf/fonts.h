/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The fonts that are installed, and which of them is used for what.
 *
 * Fontconfig is asked once what there is; which face a text gets is then decided here alone, from a fixed list of
 * families for each kind of type. So the choice does not depend on the user's settings, locale or environment, and
 * the same fonts give the same pages. A character that no family of the list has is looked for in all that is
 * installed (iw_fonts_find).
 *
 * Sizes are in points. Faces and fonts live as long as the struct iw_fonts.
 */
#ifndef IW_PDF_FONTS_H
#define IW_PDF_FONTS_H

#include <cairo.h>
#include <hb.h>
#include <pango/pango.h>
#include <stdbool.h>

enum iw_type { IW_SERIF, IW_SANS, IW_MONO, IW_TYPES };

/* Whose forms of the Han characters are wanted. */
enum iw_han { IW_HAN_CN, IW_HAN_TW, IW_HAN_HK, IW_HAN_JP, IW_HAN_KR, IW_HANS };

struct iw_fonts;
struct iw_face; /* one face of a font file */

/* NULL with the reason in `why`, which is to be freed with g_free, when there is no font to set a text in. */
struct iw_fonts *iw_fonts_new(char **why);
void iw_fonts_free(struct iw_fonts *fonts);

/* What Pango lays text out with, for either direction. Borrowed. */
PangoContext *iw_fonts_context(struct iw_fonts *fonts, bool rtl);

/*
 * A name for the families for a kind of type, to be used as a family with Pango. Han characters come first for their
 * languages.
 */
const char *iw_fonts_name(struct iw_fonts *fonts, enum iw_type type, enum iw_han han, bool han_first);

/* For fontmap.c: the families that such a name stands for, best first, separated by commas; NULL for another name. */
const char *iw_fonts_families(struct iw_fonts *fonts, const char *name);

/* Use, from now on and after all others, a family that has the character; false when there is none to be added. */
bool iw_fonts_find(struct iw_fonts *fonts, gunichar c);

/* The font for formulas, which has a MATH table; NULL when none is installed. */
const struct iw_face *iw_fonts_math(const struct iw_fonts *fonts);
hb_face_t *iw_face_hb(const struct iw_face *face);
cairo_scaled_font_t *iw_face_scaled(const struct iw_face *face, double size); /* to be destroyed */

/* What a text that Pango has laid out is drawn with. Borrowed. */
cairo_scaled_font_t *iw_font_scaled(PangoFont *font);

/* Let SVG pictures find fonts in the same way, from now on and on this thread, until all is freed. */
void iw_fonts_for_svg(struct iw_fonts *fonts);

/* The face of a family that comes nearest to a style, or NULL: for fontmap.c. */
struct iw_face *iw_fonts_match(struct iw_fonts *fonts, const PangoFontDescription *style);

/* faces.c: a face of a pattern of fontconfig's, which outlives it; NULL when it is of no use on paper. */
struct _FcPattern;
struct _FcConfig;
struct iw_face *iw_face_new(struct _FcPattern *pattern);
void iw_face_free(void *face);
const char *iw_face_name(const struct iw_face *face);
bool iw_face_has(const struct iw_face *face, gunichar c);
int iw_face_distance(const struct iw_face *face, const PangoFontDescription *style); /* from what is wanted */
double iw_face_zoom(const struct iw_face *face); /* what its size is multiplied with to go with Latin */
const PangoCoverage *iw_face_coverage(struct iw_face *face);

/* fontmap.c: a font map for Pango that draws from `fonts`, which outlive it. */
PangoFontMap *iw_fontmap_new(struct iw_fonts *fonts);
void iw_fontmap_forget(PangoFontMap *map); /* which families names stand for: that has changed */

/* svg_fonts.c: `system` tells where fonts are. */
void iw_svg_fonts_set(struct _FcConfig *system);
void iw_svg_fonts_unset(void);

#endif
