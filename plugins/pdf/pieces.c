/* SPDX-License-Identifier: Apache-2.0 */
#include "pdf/pieces.h"

#include "pdf/fonts.h"

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
add_piece(struct iw_run *run, const char *text, int len, guint first, guint count)
{
	struct iw_piece piece = { text, len, first, count };

	g_array_append_val(run->pieces, piece);
}

/* Marks may have changed places: give each glyph of the pieces from `first` on the character that the font has it for.
 */
static void
match_pieces(struct iw_run *run, guint first)
{
	hb_font_t *font = pango_font_get_hb_font(run->item->analysis.font);

	for (guint i = first; i < run->pieces->len; i++) {
		struct iw_piece *piece = &g_array_index(run->pieces, struct iw_piece, i);
		gulong glyph = g_array_index(run->glyphs, cairo_glyph_t, piece->first).index;

		for (guint k = first; k < run->pieces->len; k++) {
			struct iw_piece *other = &g_array_index(run->pieces, struct iw_piece, k), text = *other;
			hb_codepoint_t nominal = 0;

			if (!hb_font_get_nominal_glyph(font, g_utf8_get_char(text.text), &nominal) || nominal != glyph)
				continue;
			other->text = piece->text;
			other->len = piece->len;
			piece->text = text.text;
			piece->len = text.len;
			break;
		}
	}
}

/*
 * From right to left the characters of a cluster go to its glyphs, which stand in reverse, one by one, the last one
 * getting what is left; with fewer characters than glyphs, all go to all.
 */
static void
add_pieces(struct iw_run *run, const char *text, int len, guint first)
{
	guint count = run->glyphs->len - first;
	const char *starts[17], *p = text;

	if (count == 1 || g_utf8_strlen(text, len) < (long)count || count >= G_N_ELEMENTS(starts)) {
		add_piece(run, text, len, first, count);
		return;
	}
	for (guint i = 0; i < count; i++, p = g_utf8_next_char(p))
		starts[i] = p;
	starts[count] = text + len;
	for (guint i = 0; i < count; i++) {
		guint n = count - 1 - i;

		add_piece(run, starts[n], (int)(starts[n + 1] - starts[n]), first + i, 1);
	}
	match_pieces(run, run->pieces->len - count);
}

/* Which of the glyphs of a cluster is the letter; the others are marks. */
static guint
letter_of(const PangoGlyphInfo *info, guint count)
{
	for (guint i = 0; i < count; i++)
		if (info[i].geometry.width > 0)
			return i;
	return 0;
}

/*
 * From left to right a cluster is a piece. One that ends in a mark goes on with the next one, the letter of which is
 * drawn last: readers take where the last glyph ends for the end of the text.
 */
static void
add_cluster(struct iw_run *run, const char *text, int len, guint first, const PangoGlyphInfo *info, guint count)
{
	bool all = run->glyphs->len - first == count;

	if (run->open && !g_unichar_isspace(g_utf8_get_char(text))) {
		struct iw_piece *last = &g_array_index(run->pieces, struct iw_piece, run->pieces->len - 1);
		guint letter = first + (all ? letter_of(info, count) : 0);
		cairo_glyph_t glyph = g_array_index(run->glyphs, cairo_glyph_t, letter);

		g_array_remove_index(run->glyphs, letter);
		g_array_append_val(run->glyphs, glyph);
		last->len = (int)(text + len - last->text);
		last->count = run->glyphs->len - last->first;
	} else {
		add_piece(run, text, len, first, run->glyphs->len - first);
	}
	run->open = all && count > 1 && info[count - 1].geometry.width == 0;
}

/* Whether a glyph stands where its font puts it, behind the one before: what reads by places relies on that. */
static bool
is_placed_plainly(const PangoItem *item, const PangoGlyphInfo *info)
{
	hb_font_t *font = pango_font_get_hb_font(item->analysis.font);
	int advance = hb_font_get_glyph_h_advance(font, info->glyph), tolerance, unused;

	hb_font_get_scale(font, &tolerance, &unused);
	tolerance /= 20; /* of the size: half of what poppler takes for the end of a word */
	return ABS(info->geometry.x_offset) < tolerance && ABS(info->geometry.y_offset) < tolerance &&
	       ABS(info->geometry.width - advance) < tolerance;
}

/* Note the cluster of which the pieces from `first` on have been made, of the glyphs of Pango's from `info` on. */
static void
note_cluster(struct iw_run *run, const char *text, int len, guint first, const PangoGlyphInfo *info, int count)
{
	struct iw_cluster cluster = { text, len, first, run->pieces->len - first, 0, false, false };

	cluster.space = g_unichar_isspace(g_utf8_get_char(text));
	cluster.plain = count == 1 && g_utf8_strlen(text, len) == 1 && is_placed_plainly(run->item, info);
	if (cluster.count == (guint)count)
		cluster.base = letter_of(info, cluster.count);
	g_array_append_val(run->clusters, cluster);
}

/* Whether the cluster that glyph `i` is of does not stand for itself: it is a mark, or begins with one. */
static bool
is_mark(const struct iw_run *run, const PangoGlyphString *glyphs, int i)
{
	return g_unichar_ismark(g_utf8_get_char(run->text + glyphs->log_clusters[i])) ||
	       (glyphs->glyphs[i].geometry.width == 0 && glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY);
}

/*
 * The end of the cluster that glyph `i` begins, as an index of glyphs; `start` becomes where its text begins. Pango
 * takes marks for clusters of their own, which go with their letter here.
 */
static int
cluster_end(const struct iw_run *run, const PangoGlyphString *glyphs, int i, int *start)
{
	bool more = true;

	*start = glyphs->log_clusters[i];
	while (more) {
		int first = i;

		while (i < glyphs->num_glyphs && glyphs->log_clusters[i] == glyphs->log_clusters[first])
			i++;
		*start = MIN(*start, glyphs->log_clusters[first]);
		more = i < glyphs->num_glyphs && is_mark(run, glyphs, run->reversed ? i - 1 : i);
	}
	return i;
}

static void
add_glyphs(struct iw_run *run, const PangoGlyphString *glyphs, double x, double y)
{
	int after = run->item->length; /* where the text of the cluster before begins, from right to left */

	for (int i = 0, next; i < glyphs->num_glyphs; i = next) {
		guint first = run->glyphs->len, piece = run->pieces->len;
		const char *text;
		int start, stop;

		next = cluster_end(run, glyphs, i, &start);
		text = run->text + start;
		stop = run->reversed               ? after
		       : next < glyphs->num_glyphs ? glyphs->log_clusters[next]
		                                   : run->item->length;
		after = start;
		for (int g = i; g < next; g++) {
			const PangoGlyphInfo *info = &glyphs->glyphs[g];
			cairo_glyph_t glyph = { drawn_glyph(run->item, info->glyph, text, stop - start),
				                x + (double)info->geometry.x_offset / PANGO_SCALE,
				                y + (double)info->geometry.y_offset / PANGO_SCALE };

			x += (double)info->geometry.width / PANGO_SCALE;
			if (glyph.index != PANGO_GLYPH_EMPTY && !(glyph.index & PANGO_GLYPH_UNKNOWN_FLAG))
				g_array_append_val(run->glyphs, glyph);
		}
		if (first == run->glyphs->len)
			continue;
		if (!run->reversed) {
			add_cluster(run, text, stop - start, first, &glyphs->glyphs[i], (guint)(next - i));
			continue;
		}
		add_pieces(run, text, stop - start, first);
		note_cluster(run, text, stop - start, piece, &glyphs->glyphs[i], next - i);
	}
}

struct iw_run
iw_run_new(const char *text, const PangoItem *item, const PangoGlyphString *glyphs, double x, double y)
{
	struct iw_run run = { .item = item,
		              .text = text + item->offset,
		              .reversed = item->analysis.level & 1,
		              .glyphs = g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t)),
		              .pieces = g_array_new(FALSE, FALSE, sizeof(struct iw_piece)),
		              .clusters = g_array_new(FALSE, FALSE, sizeof(struct iw_cluster)) };

	add_glyphs(&run, glyphs, x, y);
	return run;
}

void
iw_run_free(struct iw_run *run)
{
	g_array_unref(run->glyphs);
	g_array_unref(run->pieces);
	g_array_unref(run->clusters);
}
