/* SPDX-License-Identifier: Apache-2.0 */
#include "pdf/canvas.h"

#include <cairo-pdf.h>

#include "pdf/doc.h"
#include "pdf/shapes.h"
#include "pdf/tags.h"

static cairo_status_t
keep_bytes(void *closure, const unsigned char *bytes, unsigned int len)
{
	g_byte_array_append(closure, bytes, len);
	return CAIRO_STATUS_SUCCESS;
}

static void
release_marks(void *marks)
{
	g_array_unref(marks);
}

struct iw_canvas *
iw_canvas_new(struct iw_doc *doc)
{
	struct iw_canvas *canvas = g_new0(struct iw_canvas, 1);

	canvas->doc = doc;
	canvas->bytes = g_byte_array_new();
	canvas->pages = g_ptr_array_new_with_free_func(release_marks);
	canvas->links = g_array_new(FALSE, FALSE, sizeof(struct iw_link));
	canvas->anchors = g_array_new(FALSE, FALSE, sizeof(struct iw_anchor));
	canvas->bubbles = g_string_new(NULL);
	canvas->rects = g_array_new(FALSE, FALSE, sizeof(struct iw_rect));
	canvas->surface = cairo_pdf_surface_create_for_stream(keep_bytes, canvas->bytes, doc->design.page_width,
	                                                      doc->design.page_height);
	canvas->cr = cairo_create(canvas->surface);
	return canvas;
}

void
iw_canvas_free(struct iw_canvas *canvas)
{
	cairo_destroy(canvas->cr);
	cairo_surface_destroy(canvas->surface);
	g_string_free(canvas->bubbles, TRUE);
	g_array_unref(canvas->rects);
	g_array_unref(canvas->anchors);
	g_array_unref(canvas->links);
	g_ptr_array_unref(canvas->pages);
	g_byte_array_unref(canvas->bytes);
	g_free(canvas);
}

static void
end_mark(struct iw_canvas *canvas)
{
	if (canvas->marked)
		cairo_tag_end(canvas->cr, "P");
	canvas->marked = false;
}

static void
begin_mark(struct iw_canvas *canvas, struct iw_mark mark)
{
	GArray *marks = canvas->pages->pdata[canvas->pages->len - 1];

	if (!mark.tag || canvas->repeats)
		mark = (struct iw_mark){ IW_MARK_ARTIFACT, NULL, mark.word };
	if (canvas->marked && canvas->on.kind == mark.kind && canvas->on.tag == mark.tag && !canvas->on.word &&
	    !mark.word)
		return;
	end_mark(canvas);
	if (mark.tag) {
		struct iw_kid kid = { .page = (int)canvas->pages->len - 1, .mcid = (int)marks->len };

		iw_tag_join(mark.tag);
		g_array_append_val(mark.tag->kids, kid);
	}
	g_array_append_val(marks, mark);
	cairo_tag_begin(canvas->cr, "P", NULL);
	canvas->on = mark;
	canvas->marked = true;
}

void
iw_canvas_mark(struct iw_canvas *canvas, struct iw_tag *tag, bool reversed)
{
	begin_mark(canvas, (struct iw_mark){ reversed ? IW_MARK_REVERSED : IW_MARK_CONTENT, tag, NULL });
}

void
iw_canvas_mark_word(struct iw_canvas *canvas, struct iw_tag *tag, const char *word)
{
	begin_mark(canvas, (struct iw_mark){ IW_MARK_REVERSED, tag, word });
}

void
iw_canvas_part(struct iw_canvas *canvas)
{
	end_mark(canvas);
}

void
iw_canvas_colour(struct iw_canvas *canvas, unsigned colour)
{
	cairo_set_source_rgb(canvas->cr, (colour >> 16 & 255) / 255.0, (colour >> 8 & 255) / 255.0,
	                     (colour & 255) / 255.0);
}

void
iw_canvas_begin_page(struct iw_canvas *canvas)
{
	g_ptr_array_add(canvas->pages, g_array_new(FALSE, FALSE, sizeof(struct iw_mark)));
	canvas->top = 0;
}

void
iw_canvas_end_page(struct iw_canvas *canvas)
{
	iw_draw_rects(canvas);
	end_mark(canvas);
	cairo_show_page(canvas->cr);
}

bool
iw_canvas_finish(struct iw_canvas *canvas)
{
	cairo_status_t status = cairo_status(canvas->cr);

	cairo_surface_finish(canvas->surface);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(canvas->surface);
	if (status != CAIRO_STATUS_SUCCESS)
		iw_refuse(canvas->doc, "the pages cannot be drawn: %s", cairo_status_to_string(status));
	return status == CAIRO_STATUS_SUCCESS;
}
