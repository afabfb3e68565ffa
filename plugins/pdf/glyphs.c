/* SPDX-License-Identifier: Apache-2.0 */
/* Runs of glyphs are drawn, with what is said of them. */
#include "pdf/canvas.h"
#include "pdf/doc.h"
#include "pdf/fonts.h"
#include "pdf/pieces.h"
#include "pdf/tags.h"

/* Draw pieces `from` to `to`. */
static void
show(cairo_t *cr, const struct iw_run *run, guint from, guint to)
{
	GString *text = g_string_new(NULL);
	GArray *glyphs = g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t));
	GArray *clusters = g_array_new(FALSE, FALSE, sizeof(cairo_text_cluster_t));

	for (guint i = from; i < to; i++) {
		const struct iw_piece *piece = &g_array_index(run->pieces, struct iw_piece, i);
		cairo_text_cluster_t cluster = { piece->len, (int)piece->count };

		g_string_append_len(text, piece->text, piece->len);
		g_array_append_vals(glyphs, &g_array_index(run->glyphs, cairo_glyph_t, piece->first), piece->count);
		g_array_append_val(clusters, cluster);
	}
	if (from < to)
		cairo_show_text_glyphs(cr, text->str, (int)text->len, (void *)glyphs->data, (int)glyphs->len,
		                       (void *)clusters->data, (int)clusters->len, 0);
	g_string_free(text, TRUE);
	g_array_unref(glyphs);
	g_array_unref(clusters);
}

/*
 * Draw a word of the clusters from `first` to before `stop`. Readers take the first glyph for its left end and the
 * last one for its right end: at both ends the letter stands outside of its marks.
 */
static void
show_word(struct iw_canvas *canvas, struct iw_tag *tag, struct iw_run *run, guint first, guint stop)
{
	const struct iw_cluster *left = &g_array_index(run->clusters, struct iw_cluster, first);
	const struct iw_cluster *right = &g_array_index(run->clusters, struct iw_cluster, stop - 1);
	struct iw_piece base = g_array_index(run->pieces, struct iw_piece, left->first + left->base);
	char *word = g_strndup(right->text, (gsize)(left->text + left->len - right->text));

	g_array_remove_index(run->pieces, left->first + left->base);
	g_array_insert_val(run->pieces, left->first, base);
	iw_canvas_mark_word(canvas, tag, iw_keep(canvas->doc, word, g_free));
	show(canvas->cr, run, left->first, right->first + right->count);
}

/* The end of the word that begins with a cluster, or of the space; `plain` tells whether its glyphs tell all. */
static guint
word_end(const struct iw_run *run, guint first, bool *plain)
{
	guint stop = first;

	*plain = true;
	while (stop < run->clusters->len && !g_array_index(run->clusters, struct iw_cluster, stop).space)
		*plain &= g_array_index(run->clusters, struct iw_cluster, stop++).plain;
	return MAX(stop, first + 1);
}

/* Whether each glyph of a run tells what it is: nothing else has to be said. */
static bool
is_plain(const struct iw_run *run)
{
	bool plain = true;

	for (guint i = 0; i < run->clusters->len && plain;)
		i = word_end(run, i, &plain);
	return plain;
}

/* Draw a run from right to left: the words that are to say how they are written, and what is between them. */
static void
show_words(struct iw_canvas *canvas, struct iw_tag *tag, struct iw_run *run)
{
	guint drawn = 0;

	for (guint i = 0, stop; i < run->clusters->len; i = stop) {
		guint first = g_array_index(run->clusters, struct iw_cluster, i).first;
		const struct iw_cluster *last;
		bool plain;

		stop = word_end(run, i, &plain);
		if (plain)
			continue;
		if (drawn < first)
			iw_canvas_mark(canvas, tag, true);
		show(canvas->cr, run, drawn, first);
		show_word(canvas, tag, run, i, stop);
		last = &g_array_index(run->clusters, struct iw_cluster, stop - 1);
		drawn = last->first + last->count;
	}
	if (drawn < run->pieces->len)
		iw_canvas_mark(canvas, tag, true);
	show(canvas->cr, run, drawn, run->pieces->len);
}

void
iw_draw_glyphs(struct iw_canvas *canvas, struct iw_tag *tag, const char *text, const PangoItem *item,
               const PangoGlyphString *glyphs, double x, double y)
{
	struct iw_run run = iw_run_new(text, item, glyphs, x, y);

	if (run.glyphs->len)
		cairo_set_scaled_font(canvas->cr, iw_font_scaled(item->analysis.font));
	if (run.glyphs->len && run.reversed && !is_plain(&run)) {
		guint kids = tag ? tag->kids->len : 0;

		/* Drawn from left to right, these pieces are read from right to left, with no other in between. */
		iw_canvas_part(canvas);
		show_words(canvas, tag, &run);
		iw_canvas_part(canvas);
		if (tag)
			iw_tag_turn(tag, kids);
	} else if (run.glyphs->len) {
		iw_canvas_mark(canvas, tag, run.reversed);
		show(canvas->cr, &run, 0, run.pieces->len);
	}
	iw_run_free(&run);
}
