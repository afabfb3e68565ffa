/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The answer sheet: a bubble for each option; for ordering and matching a row of bubbles for each place or prompt.
 * Four squares at the corners, a smaller one beside the first, and a bar code with form and page are for scanners.
 */
#include "pdf/sheet.h"

#include "pdf/xml.h"

#define GUTTER 0.7 /* between columns, in bubbles */
#define ROWS 5     /* at least, below the header of the first page */

static size_t
count_of(const xmlNode *parent, const char *name)
{
	size_t count = 0;

	for (const xmlNode *n = iw_first(parent); n; n = iw_next(n))
		count += iw_is(n, name);
	return count;
}

/* How many bubbles a row of a question has, and how many rows. */
static void
shape_of(const xmlNode *interaction, size_t *letters, size_t *rows)
{
	bool matching = iw_is(interaction, "matching");

	*letters = count_of(interaction, matching ? "response" : "option");
	*rows = matching                         ? count_of(interaction, "prompt")
	        : iw_is(interaction, "ordering") ? (size_t)iw_attr_count(interaction, "select", 1000)
	                                         : 1;
}

/* Choose the columns by the longest row. */
static void
measure(struct iw_sheet *s)
{
	const struct iw_design *d = &s->doc->design;
	bool rows_are_labelled = false;
	size_t longest = 4;
	double gutter = d->bubble * GUTTER;

	for (const xmlNode *n = iw_first(s->doc->form); n; n = iw_next(n)) {
		const xmlNode *interaction = iw_is(n, "question") ? iw_interaction_of(n) : NULL;
		size_t letters, rows;

		if (!interaction)
			continue;
		shape_of(interaction, &letters, &rows);
		longest = MAX(longest, letters);
		rows_are_labelled |= rows > 1;
	}
	s->pitch = d->bubble * 1.28;
	s->row = d->bubble * 1.42;
	s->number = d->bubble * (d->large ? 2.2 : 1.9);
	s->label = rows_are_labelled ? s->pitch : 0;
	s->letters = (size_t)((s->width - s->number - s->label) / s->pitch);
	s->letters = MIN(longest, s->letters);
	s->columns = (guint)((s->width + gutter) / (s->number + s->label + (double)s->letters * s->pitch + gutter));
	s->columns = MAX(1, MIN(s->columns, 6));
}

static struct iw_strip *
new_row(const struct iw_sheet *s)
{
	struct iw_strip *strip = iw_strip_new(s->doc, s->row);

	strip->baseline = s->row / 2 + s->doc->design.bubble * 0.21;
	return strip;
}

/* One line of bubbles: from number `from` on those of a question's options or responses, as many as there is room for.
 */
static void
add_bubbles(const struct iw_sheet *s, struct iw_strip *strip, const xmlNode *question, const char *row,
            struct iw_tag *tag, size_t from)
{
	size_t i = 0;

	for (const xmlNode *n = iw_first(iw_interaction_of(question)); n; n = iw_next(n)) {
		struct iw_bubble bubble = { iw_attr(question, "id"), row, iw_attr(n, "letter"), false };

		if (!iw_is_any(n, "option response"))
			continue;
		if (i >= from && i < from + s->letters)
			iw_strip_bubble(s->doc, strip, tag,
			                s->number + s->label + s->pitch * ((double)(i - from) + 0.5), s->row / 2,
			                bubble);
		i++;
	}
}

static void
add_label(const struct iw_sheet *s, struct iw_strip *strip, struct iw_tag *tag, const char *text, double right,
          bool bold)
{
	struct iw_style style = bold ? s->doc->design.letter : s->doc->design.small;
	struct iw_atom label;

	if (!s->doc->design.large)
		style.size = s->doc->design.bubble * (bold ? 0.8 : 0.7);
	label = iw_label(s->doc, &style, "en", tag, text, -1);
	label.x = right - label.width;
	label.y = s->row / 2 + style.size * 0.36; /* in the middle of the bubbles */
	iw_strip_add(s->doc, strip, label);
}

static const char *
row_name(struct iw_doc *doc, const xmlNode *interaction, size_t row)
{
	const xmlNode *n = iw_first(interaction);

	if (!iw_is(interaction, "matching"))
		return iw_format(doc, "%zu", row + 1);
	for (; n; n = iw_next(n))
		if (iw_is(n, "prompt") && row-- == 0)
			return iw_attr(n, "number");
	return "";
}

/* The letters of a question as they are to be read out. */
static const char *
letters_of(struct iw_doc *doc, const xmlNode *interaction)
{
	GString *text = g_string_new(NULL);

	for (const xmlNode *n = iw_first(interaction); n; n = iw_next(n))
		if (iw_is_any(n, "option response"))
			g_string_append_printf(text, "%s%s", text->len ? " " : "", iw_attr(n, "letter"));
	return iw_keep(doc, g_string_free(text, FALSE), g_free);
}

/* A line beside the rows of one question, which holds them together; it becomes one with those above and below. */
static void
add_bracket(const struct iw_sheet *s, struct iw_strip *strip, bool first, bool last)
{
	double inset = (s->row - s->doc->design.bubble) / 2, top = first ? inset : 0;

	iw_strip_rect(s->doc, strip, s->number * 0.86, top, 0.6, s->row - top - (last ? inset : 0), 0.55);
}

/* A row of a question; its bubbles go on below when they are too many for a line. */
static void
add_row(const struct iw_sheet *s, struct iw_flow *flow, const xmlNode *question, struct iw_tag *item, size_t row,
        size_t rows)
{
	const xmlNode *interaction = iw_interaction_of(question);
	struct iw_tag *body = iw_tag_new(s->doc, item, "LBody"), *bubbles = iw_tag_new(s->doc, body, "Span");
	const char *name = rows > 1 ? row_name(s->doc, interaction, row) : "";
	size_t letters, unused;

	shape_of(interaction, &letters, &unused);
	bubbles->actual = letters_of(s->doc, interaction);
	for (size_t from = 0; from == 0 || from < letters; from += s->letters) {
		struct iw_strip *strip = new_row(s);

		if (from == 0 && row == 0) {
			strip->starts = true;
			add_label(s, strip, iw_tag_new(s->doc, item, "Lbl"), iw_attr(question, "number"),
			          s->number * 0.72, true);
		}
		if (from == 0 && rows > 1)
			add_label(s, strip, iw_tag_new(s->doc, body, "Span"), name, s->number + s->label * 0.6, false);
		add_bubbles(s, strip, question, name, bubbles, from);
		if (rows > 1)
			add_bracket(s, strip, from + row == 0, row + 1 == rows && from + s->letters >= letters);
		iw_flow_add(flow, strip);
	}
}

static struct iw_flow *
questions_flow(const struct iw_sheet *s)
{
	struct iw_flow *flow = iw_flow_new(s->doc, (s->width + s->doc->design.bubble * GUTTER) / s->columns -
	                                                   s->doc->design.bubble * GUTTER);
	struct iw_tag *list = iw_tag_new(s->doc, s->tag, "L");
	int number = 0;

	list->numbering = "Decimal";
	for (const xmlNode *n = iw_first(s->doc->form); n; n = iw_next(n)) {
		struct iw_tag *item;
		size_t letters, rows;

		if (!iw_is(n, "question") || !iw_interaction_of(n))
			continue;
		/* Each fifth question is set off, so that the eye keeps its place. */
		iw_flow_gap(flow, number % 5 == 0 ? s->row * 0.4 : 0, IW_BREAK_FREE);
		item = iw_tag_new(s->doc, list, "LI");
		shape_of(iw_interaction_of(n), &letters, &rows);
		for (size_t row = 0; row < rows; row++)
			add_row(s, flow, n, item, row, rows);
		number++;
	}
	if (s->doc->rtl)
		iw_flow_mirror(flow);
	return flow;
}

/* Where the columns of a page end. */
static double
foot_of(const struct iw_sheet *s)
{
	return s->doc->design.page_height - EDGE - MARK - s->doc->design.gap * 2;
}

static struct iw_frame
column_frame(void *context, int number)
{
	const struct iw_sheet *s = context;
	const struct iw_design *d = &s->doc->design;
	int page = s->first + number / (int)s->columns;
	guint column = (guint)number % s->columns;
	double gutter = d->bubble * GUTTER, step = (s->width + gutter) / s->columns;
	double top = page == 0 ? iw_sheet_top(s) + s->header : iw_sheet_top(s), height = foot_of(s) - top;

	if (s->doc->rtl)
		column = s->columns - 1 - column;
	return (struct iw_frame){ page, d->side + step * column, top, step - gutter,
		                  s->limit > 0 ? MIN(height, s->limit) : height };
}

/* Place the questions; then again into columns as low as the same number of pages allows. */
static void
place_questions(struct iw_sheet *s, struct iw_pages *pages)
{
	struct iw_flow *flow = questions_flow(s);
	guint head = pages->placed->len;
	double low = 0, high = s->doc->design.page_height;
	int count;

	iw_pages_place(pages, flow, high / 2, column_frame, s);
	count = pages->count;
	for (int i = 0; i < 12; i++) {
		s->limit = (low + high) / 2;
		g_array_set_size(pages->placed, head);
		pages->count = 1;
		iw_pages_place(pages, flow, s->limit, column_frame, s);
		*(pages->count > count ? &low : &high) = s->limit;
	}
	s->limit = high;
	g_array_set_size(pages->placed, head);
	pages->count = 1;
	iw_pages_place(pages, flow, s->limit, column_frame, s);
}

void
iw_make_sheet(struct iw_pages *pages, struct iw_tag *root)
{
	struct iw_doc *doc = pages->doc;
	struct iw_sheet s = { .doc = doc, .tag = iw_tag_new(doc, root, "Sect") };

	s.width = doc->design.page_width - 2 * doc->design.side;
	measure(&s);
	iw_sheet_head(&s, pages);
	s.first = iw_sheet_top(&s) + s.header + ROWS * s.row > foot_of(&s);
	place_questions(&s, pages);
	pages->furnish = iw_sheet_furnish;
}
