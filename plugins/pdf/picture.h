/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Pictures: PNG, JPEG, GIF and WebP are pixels, SVG stays lines. The host hands out the bytes (plugin.h); each
 * picture is read once a run and stored once in a document.
 */
#ifndef IW_PDF_PICTURE_H
#define IW_PDF_PICTURE_H

#include <libxml/tree.h>

#include "pdf/strip.h"
#include "pdf/text.h"

struct iw_picture {
	double width, height;    /* as it wants to be shown, in points */
	cairo_surface_t *pixels; /* NULL for SVG */
	struct _RsvgHandle *svg; /* NULL for pixels */
	bool broken;             /* it could not be read: told already */
	const char *name;        /* in the form */
};

/*
 * A picture in a line of text, at most so wide if `most` is more than 0, or on a strip of its own; NULL when it cannot
 * be shown, which has been reported.
 */
const struct iw_object *iw_picture_object(struct iw_doc *doc, const xmlNode *img, struct iw_tag *parent, double most);
struct iw_strip *iw_picture_strip(struct iw_doc *doc, const xmlNode *img, struct iw_tag *parent, double x,
                                  double width);

/* How wide it wants to be. */
double iw_picture_width(struct iw_doc *doc, const xmlNode *img);

void iw_picture_free(void *picture);

/* pixels.c: read a picture of a type such as "image/png". NULL with the reason in `why`. */
cairo_surface_t *iw_pixels_read(const char *type, const unsigned char *bytes, size_t len, const char **why);

/* A picture with nothing in it yet; NULL when it is too large. */
cairo_surface_t *iw_pixels_new(cairo_format_t format, int64_t width, int64_t height, const char **why);

/* gif.c: the first image of a GIF. */
cairo_surface_t *iw_gif_read(const unsigned char *bytes, size_t len, const char **why);

#endif
