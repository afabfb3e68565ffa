/* SPDX-License-Identifier: Apache-2.0 */
#include "pdf/picture.h"

#include <librsvg/rsvg.h>
#include <string.h>

#include "pdf/xml.h"

#define PIXEL 0.75       /* of CSS, in points */
#define LARGER 1.35      /* in large print */
#define MOST_OF_PAGE 0.6 /* of its height */
#define MOST 1e6         /* of a width or height in pixels */

void
iw_picture_free(void *data)
{
	struct iw_picture *picture = data;

	if (picture->pixels)
		cairo_surface_destroy(picture->pixels);
	g_clear_object(&picture->svg);
	g_free(picture);
}

static bool
read_svg(struct iw_picture *picture, const void *bytes, size_t len, const char **why)
{
	gboolean has_width, has_height, has_box;
	RsvgLength width, height;
	RsvgRectangle box;

	picture->svg = rsvg_handle_new_from_data(bytes, len, NULL);
	if (!picture->svg) {
		*why = "it is not an SVG that can be drawn";
		return false;
	}
	rsvg_handle_set_dpi(picture->svg, 96);
	if (rsvg_handle_get_intrinsic_size_in_pixels(picture->svg, &picture->width, &picture->height))
		return true;
	rsvg_handle_get_intrinsic_dimensions(picture->svg, &has_width, &width, &has_height, &height, &has_box, &box);
	picture->width = has_box ? box.width : 300;
	picture->height = has_box ? box.height : 150;
	return true;
}

static bool
read_picture(struct iw_doc *doc, const char *name, struct iw_picture *picture)
{
	const char *type, *why = NULL;
	const void *bytes;
	size_t len;

	if (!doc->host->picture(doc->job, name, &bytes, &len, &type)) {
		doc->failed = true;
		return false;
	}
	if (strcmp(type, "image/svg+xml") == 0) {
		iw_fonts_for_svg(doc->fonts);
		read_svg(picture, bytes, len, &why);
	} else {
		picture->pixels = iw_pixels_read(type, bytes, len, &why);
		if (picture->pixels) {
			char *id = g_strdup(name); /* so that it is stored once */

			cairo_surface_set_mime_data(picture->pixels, CAIRO_MIME_TYPE_UNIQUE_ID, (unsigned char *)id,
			                            strlen(id), g_free, id);
			picture->width = cairo_image_surface_get_width(picture->pixels);
			picture->height = cairo_image_surface_get_height(picture->pixels);
		}
	}
	if (!why && !(picture->width > 0 && picture->height > 0 && picture->width < MOST && picture->height < MOST))
		why = "its width and height are not those of a picture";
	if (why)
		iw_refuse(doc, "the picture %s cannot be shown: %s; save it again, as PNG or SVG", name, why);
	return !why;
}

static struct iw_picture *
get_picture(struct iw_doc *doc, const xmlNode *img)
{
	const char *name = iw_attr(img, "src");
	struct iw_picture *picture = g_hash_table_lookup(doc->pictures, name);

	if (!picture) {
		picture = g_new0(struct iw_picture, 1);
		picture->name = name;
		picture->broken = !read_picture(doc, name, picture);
		picture->width *= PIXEL * (doc->design.large ? LARGER : 1);
		picture->height *= PIXEL * (doc->design.large ? LARGER : 1);
		g_hash_table_insert(doc->pictures, g_strdup(name), picture);
	}
	return picture->broken ? NULL : picture;
}

static void
draw_picture(struct iw_canvas *canvas, const struct iw_atom *atom, double x, double y)
{
	const struct iw_picture *picture = atom->what;
	cairo_t *cr = canvas->cr;
	double top = y - atom->height;

	iw_canvas_mark(canvas, atom->tag, false);
	cairo_save(cr);
	if (picture->svg) {
		RsvgRectangle area = { x, top, atom->width, atom->height };

		if (!rsvg_handle_render_document(picture->svg, cr, &area, NULL))
			iw_refuse(canvas->doc, "the picture %s cannot be drawn: it is too complex; save it as PNG",
			          picture->name);
	} else {
		cairo_translate(cr, x, top);
		cairo_scale(cr, atom->width / cairo_image_surface_get_width(picture->pixels),
		            atom->height / cairo_image_surface_get_height(picture->pixels));
		cairo_set_source_surface(cr, picture->pixels, 0, 0);
		cairo_paint(cr);
	}
	cairo_restore(cr);
	if (atom->tag) {
		const double box[] = { x, top, x + atom->width, y };

		memcpy(atom->tag->box, box, sizeof box);
	}
}

/* The size to show it in: as the author says, else its own, within `most`. */
static void
set_size(const struct iw_doc *doc, const struct iw_picture *picture, const xmlNode *img, double most, double *width,
         double *height)
{
	double pixel = PIXEL * (doc->design.large ? LARGER : 1), scale = 1;
	double highest = (doc->design.page_height - doc->design.top - doc->design.bottom) * MOST_OF_PAGE;
	bool wide = *iw_attr(img, "width"), high = *iw_attr(img, "height");

	*width = wide ? iw_attr_count(img, "width", 100000) * pixel : picture->width;
	*height = high ? iw_attr_count(img, "height", 100000) * pixel : picture->height;
	if (wide && !high)
		*height = *width * picture->height / picture->width;
	if (high && !wide)
		*width = *height * picture->width / picture->height;
	if (most > 0)
		scale = MIN(scale, most / *width);
	scale = MIN(scale, highest / *height);
	*width *= scale;
	*height *= scale;
}

double
iw_picture_width(struct iw_doc *doc, const xmlNode *img)
{
	const struct iw_picture *picture = get_picture(doc, img);
	double width = 0, height;

	if (picture)
		set_size(doc, picture, img, 0, &width, &height);
	return width;
}

/* A picture that says nothing, by an empty alt, is an artifact. */
static struct iw_tag *
figure_tag(struct iw_doc *doc, const xmlNode *img, struct iw_tag *parent)
{
	char *alt = iw_keep(doc, g_strdup(iw_attr(img, "alt")), g_free);
	bool has_alt = xmlHasProp(img, (const xmlChar *)"alt");
	struct iw_tag *tag;

	g_strstrip(alt);
	if (has_alt && !*alt)
		return NULL;
	tag = iw_tag_new(doc, parent, "Figure");
	tag->alt = has_alt ? alt : doc->words->picture;
	return tag;
}

const struct iw_object *
iw_picture_object(struct iw_doc *doc, const xmlNode *img, struct iw_tag *parent, double most)
{
	const struct iw_picture *picture = get_picture(doc, img);
	struct iw_object *object;
	double width, height;

	if (!picture)
		return NULL;
	set_size(doc, picture, img, most, &width, &height);
	object = iw_new(doc, sizeof *object);
	*object = (struct iw_object){ draw_picture, picture, figure_tag(doc, img, parent), width, height, 0 };
	return object;
}

struct iw_strip *
iw_picture_strip(struct iw_doc *doc, const xmlNode *img, struct iw_tag *parent, double x, double width)
{
	const struct iw_object *object = iw_picture_object(doc, img, parent, width);
	struct iw_strip *strip;

	if (!object)
		return NULL;
	strip = iw_strip_new(doc, object->ascent);
	iw_strip_add(doc, strip,
	             (struct iw_atom){ .draw = object->draw,
	                               .what = object->what,
	                               .tag = object->tag,
	                               .x = x,
	                               .y = object->ascent,
	                               .width = object->width,
	                               .height = object->ascent });
	return strip;
}
