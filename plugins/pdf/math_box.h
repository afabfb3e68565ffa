/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Boxes of a formula: each has a width, reaches up and down from its baseline, and holds parts at places in it.
 * Lengths are in points; y grows downwards from the baseline.
 */
#ifndef IW_PDF_MATH_BOX_H
#define IW_PDF_MATH_BOX_H

#include <hb-ot.h>
#include <libxml/tree.h>

#include "pdf/text.h"

enum iw_math_part_kind { IW_MATH_BOX, IW_MATH_GLYPH, IW_MATH_RULE, IW_MATH_TEXT };

struct iw_math_part {
	enum iw_math_part_kind kind;
	double x, y; /* of its left end and baseline; of a rule the top */
	double width, height;
	struct iw_math_box *box;
	hb_codepoint_t glyph;
	double size;
	const char *text;    /* that a glyph stands for; NULL for a part of a sign */
	struct iw_atom atom; /* text of another font */
	bool breaks;         /* a line may end before it */
};

struct iw_math_box {
	double width, ascent, descent;
	double italic; /* how far its top leans over its right end */
	double rise;   /* how far the ink of a glyph is above the baseline; 0 when it is not */
	double accent; /* where the middle of an accent goes; -1 for the middle */
	bool glyph;    /* a single character: accents and scripts go by its shape */
	bool whole;    /* not to be mirrored within */
	bool turned;   /* drawn as in a mirror */
	bool unseen;
	GArray *parts; /* of struct iw_math_part */
};

struct iw_math { /* a formula that is being set */
	struct iw_doc *doc;
	const struct iw_face *face;
	hb_font_t *font; /* in units of the font */
	double unit;     /* of one, at size 1 */
	double zoom;     /* of the math font, beside text of the same size */
	const struct iw_style *style;
	const char *lang;
	struct iw_tag *tag;
	bool rtl;
};

struct iw_math_style { /* where a part of a formula stands */
	double size;
	int level; /* of scripts */
	bool display, cramped;
	const char *variant; /* mathvariant, or NULL */
	/* What an operator is to stretch to: around the axis, and across. 0 for as it is. */
	double up, down, across;
};

struct iw_math_box *iw_math_box(struct iw_math *m);

/* Put a box into another, which grows to hold it. */
void iw_math_put(struct iw_math_box *box, struct iw_math_box *part, double x, double y);
void iw_math_rule(struct iw_math_box *box, double x, double y, double width, double height);

/* A box of one glyph, or of a text in the font of the text. */
struct iw_math_box *iw_math_glyph(struct iw_math *m, hb_codepoint_t glyph, double size, const char *text);
struct iw_math_box *iw_math_text(struct iw_math *m, const char *text, double size, bool bold, bool italic);

/* A glyph made at least so high (or wide), by a larger one or by parts; centred on the axis when upright. */
struct iw_math_box *iw_math_stretch(struct iw_math *m, hb_codepoint_t glyph, double size, double wanted, bool upright,
                                    const char *text);

/* A constant of the MATH table, in points at a size. */
double iw_math_constant(const struct iw_math *m, hb_ot_math_constant_t constant, double size);
double iw_math_axis(const struct iw_math *m, double size);

/* The glyph of a character; 0 when the font has none. */
hb_codepoint_t iw_math_glyph_of(const struct iw_math *m, gunichar c);

/* math_set.c: set an element and what it holds. */
struct iw_math_box *iw_math_set(struct iw_math *m, const xmlNode *node, const struct iw_math_style *style);
/* The content of an element as a row. */
struct iw_math_box *iw_math_set_row(struct iw_math *m, const xmlNode *parent, const struct iw_math_style *style);
/* Child number `n`; an empty box when there is none. */
struct iw_math_box *iw_math_set_child(struct iw_math *m, const xmlNode *parent, int n,
                                      const struct iw_math_style *style);
struct iw_math_style iw_math_smaller(const struct iw_math *m, const struct iw_math_style *style);

/* The other files, a function for each kind of element. */
struct iw_math_box *iw_math_token(struct iw_math *m, const xmlNode *node, const struct iw_math_style *style);
struct iw_math_box *iw_math_operator(struct iw_math *m, const char *text, const xmlNode *node,
                                     const struct iw_math_style *style);
struct iw_math_box *iw_math_fraction(struct iw_math *m, const xmlNode *node, const struct iw_math_style *style);
struct iw_math_box *iw_math_root(struct iw_math *m, const xmlNode *node, const struct iw_math_style *style);
struct iw_math_box *iw_math_scripts(struct iw_math *m, const xmlNode *node, const struct iw_math_style *style);
struct iw_math_box *iw_math_limits(struct iw_math *m, const xmlNode *node, const struct iw_math_style *style);
struct iw_math_box *iw_math_table(struct iw_math *m, const xmlNode *node, const struct iw_math_style *style);
struct iw_math_box *iw_math_attach(struct iw_math *m, struct iw_math_box *base, struct iw_math_box *sub,
                                   struct iw_math_box *sup, const struct iw_math_style *style);

/* What is known of an operator: math_operators.c. */
struct iw_operator {
	double before, after; /* space, in parts of an em */
	bool stretchy, across, large, movable, fence, accent;
};
struct iw_operator iw_operator_of(const xmlNode *mo);
struct iw_operator iw_operator_find(const char *text, char form);

/* The operator that an element is, with scripts or alone; NULL when it is none. */
const xmlNode *iw_operator_core(const xmlNode *node);

/* A length such as "2em" or "thickmathspace" in parts of an em; `otherwise` when it is none. */
double iw_math_length(const char *text, double otherwise);

/* math_letters.c: a letter as the mathematical one of a variant such as "bold-italic". */
gunichar iw_math_letter(gunichar c, const char *variant);

#endif
