/* SPDX-License-Identifier: Apache-2.0 */
/* Bubbles, and the table that tells a scanner where on which page each of them is (docs/pdf.md). */
#include "pdf/parts.h"
#include "pdf/shapes.h"

#define MILLIMETRES (25.4 / 72)

struct drawn {       /* what draw_bubble draws */
	double grey; /* first: it is what iw_draw_circle takes */
	struct iw_bubble bubble;
};

static void
add_length(GString *text, double points)
{
	char number[G_ASCII_DTOSTR_BUF_SIZE];

	g_string_append_c(text, ',');
	g_string_append(text, g_ascii_formatd(number, sizeof number, "%.2f", points * MILLIMETRES));
}

static void
draw_bubble(struct iw_canvas *canvas, const struct iw_atom *atom, double x, double y)
{
	const struct iw_bubble *bubble = &((const struct drawn *)atom->what)->bubble;

	if (bubble->filled)
		iw_draw_disc(canvas, atom, x, y);
	else
		iw_draw_circle(canvas, atom, x, y);
	if (!bubble->question)
		return;
	if (!canvas->bubbles->len)
		g_string_append(canvas->bubbles, "page,question,row,letter,x,y\r\n");
	g_string_append_printf(canvas->bubbles, "%u,%s,%s,%s", canvas->pages->len, bubble->question, bubble->row,
	                       bubble->letter);
	add_length(canvas->bubbles, x + atom->width / 2);
	add_length(canvas->bubbles, y + atom->height / 2);
	g_string_append(canvas->bubbles, "\r\n");
}

void
iw_strip_bubble(struct iw_doc *doc, struct iw_strip *strip, struct iw_tag *tag, double x, double y,
                struct iw_bubble bubble)
{
	struct iw_style style = doc->design.head;
	double width = doc->design.bubble;
	struct drawn *drawn = iw_new(doc, sizeof *drawn);
	struct iw_atom label;

	*drawn = (struct drawn){ 0.25, bubble };
	style.bold = false;
	style.size = width * (doc->design.large ? 0.6 : 0.58);
	style.grey = 0.35;
	iw_strip_add(doc, strip,
	             (struct iw_atom){ .draw = draw_bubble,
	                               .what = drawn,
	                               .x = x - width / 2,
	                               .y = y - width / 2,
	                               .width = width,
	                               .height = width,
	                               .behind = true });
	if (bubble.filled)
		return;
	label = iw_label(doc, &style, "en", tag, bubble.letter, -1);
	label.x = x - label.width / 2;
	label.y = y + style.size * 0.36;
	iw_strip_add(doc, strip, label);
}
