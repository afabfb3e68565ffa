/* SPDX-License-Identifier: Apache-2.0 */
#include "pdf/pages.h"

#include "pdf/shapes.h"

#define UNUSED 100 /* what a column costs that is left empty; less is counted by the square */
#define ROUNDING 0.01

void
iw_pages_init(struct iw_pages *pages, struct iw_doc *doc)
{
	*pages = (struct iw_pages){ .doc = doc, .placed = g_array_new(FALSE, FALSE, sizeof(struct iw_placed)) };
}

void
iw_pages_release(struct iw_pages *pages)
{
	g_array_unref(pages->placed);
}

/* Make the breaks within groups that fit into a column impossible. */
static void
hold_groups(const struct iw_flow *flow, double most)
{
	for (struct iw_strip *s = flow->first, *next; s; s = next) {
		double height = s->height;

		for (next = s->next; next && !next->starts; next = next->next)
			height += next->space + next->height;
		for (struct iw_strip *in = s->next; s->starts && in != next && height <= most; in = in->next)
			in->cost = IW_BREAK_NEVER;
	}
}

static void
place(struct iw_pages *pages, const struct iw_strip *strip, const struct iw_frame *frame, double y, bool repeats)
{
	struct iw_placed placed = { strip, frame->page, frame->x, frame->y + y, frame->y, repeats };

	g_array_append_val(pages->placed, placed);
	pages->count = MAX(pages->count, frame->page + 1);
}

/* The best strip to begin the next column with, if this one begins with `first`, `taken` of it being used. */
static const struct iw_strip *
find_break(const struct iw_strip *first, double taken, double height)
{
	const struct iw_strip *best = NULL, *s;
	double y = taken, least = 0;

	for (s = first; s; s = s->next) {
		double next = y + (s == first ? 0 : s->space) + s->height;

		if (s != first) {
			double empty = (height - y) / height, cost = s->cost + UNUSED * empty * empty;

			if (!best || cost <= least) {
				best = s;
				least = cost;
			}
		}
		if (next > height + ROUNDING)
			break;
		y = next;
	}
	if (!s)
		return NULL; /* all of it fits */
	/* Nothing but bad places: fill the column. A strip that is higher than a column stands alone. */
	return !best ? first->next : least >= IW_BREAK_NEVER ? s : best;
}

/* What each group but the first of a column gets above it, when the column is not the last. */
static double
stretch_of(const struct iw_pages *pages, const struct iw_strip *first, const struct iw_strip *stop, double taken,
           double height)
{
	int groups = 0;

	for (const struct iw_strip *s = first; s != stop; s = s->next) {
		groups += s != first && s->starts;
		taken += (s == first ? 0 : s->space) + s->height;
	}
	return stop && groups ? CLAMP((height - taken) / groups, 0, pages->stretch) : 0;
}

void
iw_pages_place(struct iw_pages *pages, const struct iw_flow *flow, double most,
               struct iw_frame (*frame)(void *context, int number), void *context)
{
	const struct iw_strip *s = flow->first;

	hold_groups(flow, most);
	for (int number = 0; s; number++) {
		struct iw_frame column = frame(context, number);
		double y = 0, more;
		const struct iw_strip *first = s, *stop;

		if (s->head && number > 0)
			for (const struct iw_strip *h = s->head->first; h; h = h->next) {
				place(pages, h, &column, y, true);
				y += h->height + (h->next ? h->next->space : 0);
			}
		stop = find_break(s, y, column.height);
		more = stretch_of(pages, s, stop, y, column.height);
		for (; s != stop; s = s->next) {
			y += s == first ? 0 : s->space + (s->starts ? more : 0);
			place(pages, s, &column, y, false);
			y += s->height;
		}
	}
}

struct body {
	const struct iw_doc *doc;
	int page;
};

static struct iw_frame
body_frame(void *context, int number)
{
	const struct body *body = context;
	const struct iw_design *d = &body->doc->design;
	/* What hangs does so on the side where reading begins. */
	double left = body->doc->rtl ? d->side : d->side + d->hang;

	return (struct iw_frame){ body->page + number, left, d->top, d->page_width - 2 * d->side - d->hang,
		                  d->page_height - d->top - d->bottom };
}

void
iw_pages_add(struct iw_pages *pages, const struct iw_flow *flow)
{
	const struct iw_design *d = &pages->doc->design;
	struct body body = { pages->doc, pages->count };

	iw_pages_place(pages, flow, d->page_height - d->top - d->bottom, body_frame, &body);
}

void
iw_pages_put(struct iw_pages *pages, int page, const struct iw_strip *strip, double x, double y)
{
	struct iw_frame frame = { page, x, y, 0, 0 };

	place(pages, strip, &frame, 0, false);
}

/* Draw the atoms of a page, those that are behind or those that are not. */
static void
draw_atoms(struct iw_canvas *canvas, const struct iw_placed *placed, guint count, bool behind)
{
	for (const struct iw_placed *p = placed; p < placed + count; p++) {
		canvas->repeats = p->repeats;
		canvas->top = p->top;
		for (const struct iw_atom *a = p->strip->first; a; a = a->next)
			if (a->behind == behind)
				a->draw(canvas, a, p->x + a->x, p->y + a->y);
	}
	canvas->repeats = false;
}

void
iw_pages_draw(struct iw_pages *pages, struct iw_canvas *canvas)
{
	const struct iw_placed *placed = (const struct iw_placed *)(void *)pages->placed->data;
	guint first = 0, stop = 0;

	for (int page = 0; page < pages->count; page++, first = stop) {
		while (stop < pages->placed->len && placed[stop].page == page)
			stop++;
		iw_canvas_begin_page(canvas);
		draw_atoms(canvas, placed + first, stop - first, true);
		iw_draw_rects(canvas);
		if (pages->furnish)
			pages->furnish(pages, canvas, page);
		draw_atoms(canvas, placed + first, stop - first, false);
		iw_canvas_end_page(canvas);
	}
}
