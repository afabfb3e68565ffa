/* SPDX-License-Identifier: Apache-2.0 */
/* The drawings of a score report. They are artifacts: their numbers stand beside them. */
#include "pdf/report.h"

#include "pdf/xml.h"

#define TRACK 0xdddddd
#define REACHED 0x8a8a8a
#define LINE 0x000000 /* that has to be reached */
#define OWN 0x1c4f82

/* A filled rectangle; `what` is its colour, y its top. */
static void
draw_block(struct iw_canvas *canvas, const struct iw_atom *atom, double x, double y)
{
	const unsigned *colour = atom->what;

	iw_canvas_mark(canvas, NULL, false);
	iw_canvas_colour(canvas, *colour);
	cairo_rectangle(canvas->cr, x, y, atom->width, atom->height);
	cairo_fill(canvas->cr);
}

/* From x on, its middle at y of the strip. */
static void
add_block(struct iw_doc *doc, struct iw_strip *strip, unsigned colour, double x, double y, double width, double height)
{
	unsigned *what = iw_new(doc, sizeof *what);

	*what = colour;
	iw_strip_add(doc, strip,
	             (struct iw_atom){ .draw = draw_block,
	                               .what = what,
	                               .x = x,
	                               .y = y - height / 2,
	                               .width = width,
	                               .height = height });
}

struct iw_strip *
iw_report_bar(struct iw_doc *doc, double width, double share, double mark)
{
	double thick = doc->design.large ? 8 : 4.2, thin = doc->design.large ? 2.4 : 1.4;
	struct iw_strip *strip = iw_strip_new(doc, thick * 1.6);
	double y = strip->height / 2;

	add_block(doc, strip, TRACK, 0, y, width, thick);
	if (share > 0)
		add_block(doc, strip, REACHED, 0, y, width * MIN(share, 1), thick);
	if (mark >= 0)
		add_block(doc, strip, LINE, CLAMP(width * mark - thin / 2, 0, width - thin), y, thin, thick * 1.6);
	return strip;
}

/* A sign, and after it what it stands for. Returns where that ends. */
static double
add_legend(struct iw_report *r, struct iw_strip *strip, unsigned colour, double x, double width, const char *text)
{
	const struct iw_style *style = &r->doc->design.small;
	struct iw_atom label =
		iw_label(r->doc, style, r->doc->words->lang, NULL, text, r->flow->width - x - style->size);

	label.y = iw_baseline(style);
	add_block(r->doc, strip, colour, x, label.y - style->size * 0.35, width, style->size);
	label.x = x + width + style->size * 0.5;
	iw_strip_add(r->doc, strip, label);
	return label.x + label.width;
}

static void
add_end(struct iw_report *r, struct iw_strip *strip, const char *text, bool last)
{
	struct iw_atom label = iw_label(r->doc, &r->doc->design.small, "en", NULL, text, -1);

	label.x = last ? r->flow->width - label.width : 0;
	label.y = iw_baseline(&r->doc->design.small);
	iw_strip_add(r->doc, strip, label);
}

static void
add_line(struct iw_report *r, struct iw_strip *strip)
{
	iw_flow_gap(r->flow, 0, IW_BREAK_NEVER);
	iw_flow_add(r->flow, strip);
}

/* The ends of the scale, and below them what the marks are. */
static void
add_words(struct iw_report *r, const xmlNode *scaled, double own, double line)
{
	const struct iw_style *style = &r->doc->design.small;
	struct iw_strip *strip = iw_strip_new(r->doc, style->lead);
	double x;

	add_end(r, strip, iw_attr(scaled, "minimum"), false);
	add_end(r, strip, iw_attr(scaled, "maximum"), true);
	add_line(r, strip);
	strip = iw_strip_new(r->doc, style->lead);
	x = add_legend(r, strip, OWN, 0, own, r->words->score) + style->size * 2;
	if (r->doc->design.large) {
		add_line(r, strip);
		strip = iw_strip_new(r->doc, style->lead);
		x = 0;
	}
	add_legend(r, strip, LINE, x, line, r->words->passing);
	add_line(r, strip);
}

void
iw_report_scale(struct iw_report *r, const xmlNode *scaled)
{
	double zoom = r->doc->design.large ? 1.6 : 1, own = 5 * zoom, line = 1.6 * zoom;
	double least = iw_report_number(scaled, "minimum"), most = iw_report_number(scaled, "maximum");
	double score = (iw_report_number(scaled, "score") - least) / (most - least);
	double passing = (iw_report_number(scaled, "passing") - least) / (most - least);
	struct iw_strip *strip = iw_strip_new(r->doc, 20 * zoom);
	double width = r->flow->width - own, left = own / 2, y = strip->height / 2;

	score = CLAMP(score, 0, 1);
	add_block(r->doc, strip, TRACK, left, y, width, 4.5 * zoom);
	if (score > 0)
		add_block(r->doc, strip, REACHED, left, y, width * score, 4.5 * zoom);
	add_block(r->doc, strip, LINE, left + width * CLAMP(passing, 0, 1) - line / 2, y, line, 20 * zoom);
	add_block(r->doc, strip, OWN, left + width * score - own / 2, y, own, 13 * zoom);
	iw_flow_add(r->flow, strip);
	iw_flow_gap(r->flow, 1, IW_BREAK_NEVER);
	add_words(r, scaled, own, line);
}
