/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Runs of glyphs with the text that they stand for. Each glyph gets characters of its own wherever that can be, and
 * a run from right to left is drawn in the order seen: so readers of PDF find the text again.
 */
#include <string.h>

#include "pdf/canvas.h"
#include "pdf/fonts.h"

struct piece { /* glyphs, one as a rule, and the characters that they stand for */
	const char *text;
	int len;
	guint first, count; /* of the run's glyphs */
};

struct run {
	const PangoItem *item;
	bool reversed;
	GArray *glyphs; /* of cairo_glyph_t */
	GArray *pieces; /* of struct piece */
};

/* Pango empties the space at the end of a line; it is drawn all the same, lest words of two lines be read as one. */
static PangoGlyph
drawn_glyph(const PangoItem *item, PangoGlyph glyph, const char *text, int len)
{
	hb_codepoint_t space = PANGO_GLYPH_EMPTY;

	if (glyph == PANGO_GLYPH_EMPTY && len == 1 && *text == ' ')
		hb_font_get_nominal_glyph(pango_font_get_hb_font(item->analysis.font), ' ', &space);
	return glyph == PANGO_GLYPH_EMPTY ? space : glyph;
}

static void
add_piece(struct run *run, const char *text, int len, guint first, guint count)
{
	struct piece piece = { text, len, first, count };

	g_array_append_val(run->pieces, piece);
}

/*
 * The characters of a cluster go to its glyphs one by one, the last glyph getting what is left; with fewer
 * characters than glyphs, all go to all. Glyphs of a run from right to left stand in reverse.
 */
static void
add_pieces(struct run *run, const char *text, int len, guint first)
{
	guint count = run->glyphs->len - first;
	const char *starts[17], *p = text;

	if (count == 0)
		return;
	if (count == 1 || g_utf8_strlen(text, len) < (long)count || count >= G_N_ELEMENTS(starts)) {
		add_piece(run, text, len, first, count);
		return;
	}
	for (guint i = 0; i < count; i++, p = g_utf8_next_char(p))
		starts[i] = p;
	starts[count] = text + len;
	for (guint i = 0; i < count; i++) {
		guint n = run->reversed ? count - 1 - i : i;

		add_piece(run, starts[n], (int)(starts[n + 1] - starts[n]), first + i, 1);
	}
}

/* The end of the cluster that glyph `i` begins, as an index of glyphs. */
static int
cluster_end(const PangoGlyphString *glyphs, int i)
{
	int start = glyphs->log_clusters[i];

	while (i < glyphs->num_glyphs && glyphs->log_clusters[i] == start)
		i++;
	return i;
}

static void
add_glyphs(struct run *run, const PangoGlyphString *glyphs, const char *text, double x, double y)
{
	int after = run->item->length; /* where the text of the cluster before begins, from right to left */

	for (int i = 0, next; i < glyphs->num_glyphs; i = next) {
		int start = glyphs->log_clusters[i], stop;
		guint first = run->glyphs->len;

		next = cluster_end(glyphs, i);
		stop = run->reversed               ? after
		       : next < glyphs->num_glyphs ? glyphs->log_clusters[next]
		                                   : run->item->length;
		after = start;
		for (int g = i; g < next; g++) {
			const PangoGlyphInfo *info = &glyphs->glyphs[g];
			cairo_glyph_t glyph = { drawn_glyph(run->item, info->glyph, text + start, stop - start),
				                x + (double)info->geometry.x_offset / PANGO_SCALE,
				                y + (double)info->geometry.y_offset / PANGO_SCALE };

			x += (double)info->geometry.width / PANGO_SCALE;
			if (glyph.index != PANGO_GLYPH_EMPTY && !(glyph.index & PANGO_GLYPH_UNKNOWN_FLAG))
				g_array_append_val(run->glyphs, glyph);
		}
		add_pieces(run, text + start, stop - start, first);
	}
}

static bool
is_mark(const struct piece *piece)
{
	return piece->len > 0 && g_unichar_ismark(g_utf8_get_char(piece->text));
}

/* In a run from right to left a mark stands before the letter that it belongs to; readers want it behind. */
static void
put_marks_behind(GArray *pieces)
{
	guint i = 0;

	while (i < pieces->len) {
		guint base = i;
		struct piece letter;

		while (base < pieces->len && is_mark(&g_array_index(pieces, struct piece, base)))
			base++;
		if (base > i && base < pieces->len) {
			letter = g_array_index(pieces, struct piece, base);
			g_array_remove_index(pieces, base);
			g_array_insert_val(pieces, i, letter);
		}
		i = base + 1;
	}
}

static void
show(cairo_t *cr, const struct run *run)
{
	GString *text = g_string_new(NULL);
	GArray *glyphs = g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t));
	GArray *clusters = g_array_new(FALSE, FALSE, sizeof(cairo_text_cluster_t));

	for (guint i = 0; i < run->pieces->len; i++) {
		const struct piece *piece = &g_array_index(run->pieces, struct piece, i);
		cairo_text_cluster_t cluster = { piece->len, (int)piece->count };

		g_string_append_len(text, piece->text, piece->len);
		g_array_append_vals(glyphs, &g_array_index(run->glyphs, cairo_glyph_t, piece->first), piece->count);
		g_array_append_val(clusters, cluster);
	}
	cairo_show_text_glyphs(cr, text->str, (int)text->len, (void *)glyphs->data, (int)glyphs->len,
	                       (void *)clusters->data, (int)clusters->len, 0);
	g_string_free(text, TRUE);
	g_array_unref(glyphs);
	g_array_unref(clusters);
}

void
iw_draw_glyphs(struct iw_canvas *canvas, const char *text, const PangoItem *item, const PangoGlyphString *glyphs,
               double x, double y)
{
	struct run run = { item, item->analysis.level & 1, g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t)),
		           g_array_new(FALSE, FALSE, sizeof(struct piece)) };

	add_glyphs(&run, glyphs, text + item->offset, x, y);
	if (run.reversed)
		put_marks_behind(run.pieces);
	if (run.glyphs->len) {
		cairo_set_scaled_font(canvas->cr, iw_font_scaled(item->analysis.font));
		show(canvas->cr, &run);
	}
	g_array_unref(run.glyphs);
	g_array_unref(run.pieces);
}
