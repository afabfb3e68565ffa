/* SPDX-License-Identifier: Apache-2.0 */
#include "pdf/strip.h"

#include "pdf/shapes.h"

struct iw_flow *
iw_flow_new(struct iw_doc *doc, double width)
{
	struct iw_flow *flow = iw_new(doc, sizeof *flow);

	flow->doc = doc;
	flow->width = width;
	return flow;
}

double
iw_flow_height(const struct iw_flow *flow)
{
	double height = 0;

	for (const struct iw_strip *s = flow->first; s; s = s->next)
		height += s->height + (s == flow->first ? 0 : s->space);
	return height;
}

struct iw_strip *
iw_strip_new(struct iw_doc *doc, double height)
{
	struct iw_strip *strip = iw_new(doc, sizeof *strip);

	strip->height = height;
	return strip;
}

struct iw_atom *
iw_strip_add(struct iw_doc *doc, struct iw_strip *strip, struct iw_atom atom)
{
	struct iw_atom *a = iw_new(doc, sizeof *a);

	*a = atom;
	a->next = NULL;
	if (strip->last)
		strip->last->next = a;
	else
		strip->first = a;
	return strip->last = a;
}

void
iw_strip_rect(struct iw_doc *doc, struct iw_strip *strip, double x, double y, double width, double height, double grey)
{
	double *shade = iw_new(doc, sizeof *shade);

	*shade = grey;
	iw_strip_add(doc, strip,
	             (struct iw_atom){ .draw = iw_draw_rect,
	                               .what = shade,
	                               .x = x,
	                               .y = y,
	                               .width = width,
	                               .height = height,
	                               .behind = true });
}

void
iw_flow_add(struct iw_flow *flow, struct iw_strip *strip)
{
	strip->space = MAX(strip->space, flow->gap);
	strip->cost = MAX(strip->cost, flow->cost);
	flow->gap = 0;
	flow->cost = 0;
	if (flow->last)
		flow->last->next = strip;
	else
		flow->first = strip;
	flow->last = strip;
	strip->next = NULL;
}

void
iw_flow_gap(struct iw_flow *flow, double gap, int cost)
{
	if (!flow->first)
		return;
	flow->gap = MAX(flow->gap, gap);
	flow->cost = MAX(flow->cost, cost);
}

static void
shift(struct iw_strip *strip, double x, double y)
{
	for (struct iw_atom *a = strip->first; a; a = a->next) {
		a->x += x;
		a->y += y;
	}
}

void
iw_flow_append(struct iw_flow *to, struct iw_flow *from, double x)
{
	struct iw_strip *next;

	for (struct iw_strip *s = from->first; s; s = next) {
		next = s->next;
		shift(s, x, 0);
		iw_flow_add(to, s);
	}
	from->first = from->last = NULL;
}

static void
move_atoms(struct iw_strip *to, struct iw_strip *from)
{
	if (!from->first)
		return;
	if (to->last)
		to->last->next = from->first;
	else
		to->first = from->first;
	to->last = from->last;
	from->first = from->last = NULL;
}

static double
first_baseline(const struct iw_flow *flow)
{
	return flow->first ? flow->first->baseline : 0;
}

void
iw_strip_take(struct iw_strip *strip, struct iw_flow *flow, double x, double drop, double from, double to)
{
	double y = drop;

	for (struct iw_strip *s = flow->first; s; s = s->next) {
		y += s == flow->first ? 0 : s->space;
		if (y >= from && y < to) {
			shift(s, x, y - from);
			if (strip->baseline == 0 && s->baseline > 0)
				strip->baseline = y - from + s->baseline;
			strip->height = MAX(strip->height, y - from + s->height);
			move_atoms(strip, s);
		}
		y += s->height;
	}
}

void
iw_flow_beside(struct iw_flow *to, struct iw_flow *const *flows, const double *x, size_t count, double most,
               bool aligned)
{
	double baseline = 0, height = 0, step;

	for (size_t i = 0; aligned && i < count; i++)
		baseline = MAX(baseline, first_baseline(flows[i]));
	for (size_t i = 0; i < count; i++) {
		double drop = first_baseline(flows[i]) > 0 && aligned ? baseline - first_baseline(flows[i]) : 0;

		height = MAX(height, drop + iw_flow_height(flows[i]));
	}
	/* What is higher than allowed is cut into parts of a third of that; a strip goes with its top. */
	step = height > most ? most / 3 : height + 1;
	for (double from = 0; from < height || from == 0; from += step) {
		struct iw_strip *strip = iw_strip_new(to->doc, 0);

		for (size_t i = 0; i < count; i++) {
			double b = first_baseline(flows[i]);

			iw_strip_take(strip, flows[i], x[i], aligned && b > 0 ? baseline - b : 0, from, from + step);
		}
		/* A line that reaches into the next part does so, lest a gap be seen. */
		if (from + step < height && strip->height < step + to->doc->design.text.lead * 1.5)
			strip->height = step;
		strip->cost = from > 0 ? IW_BREAK_LINE : 0;
		if (strip->height > 0 || from == 0)
			iw_flow_add(to, strip);
	}
}

void
iw_flow_fill(struct iw_flow *flow, double x, double width, double grey)
{
	for (struct iw_strip *s = flow->first; s; s = s->next) {
		double above = s == flow->first ? 0 : s->space;

		iw_strip_rect(flow->doc, s, x, -above, width, s->height + above, grey);
	}
}

void
iw_flow_hold(struct iw_flow *flow, int cost)
{
	for (struct iw_strip *s = flow->first; s; s = s->next)
		if (s != flow->first)
			s->cost = MAX(s->cost, cost);
}

void
iw_flow_mirror(struct iw_flow *flow)
{
	for (struct iw_strip *s = flow->first; s; s = s->next)
		for (struct iw_atom *a = s->first; a; a = a->next)
			a->x = flow->width - a->x - a->width;
}
