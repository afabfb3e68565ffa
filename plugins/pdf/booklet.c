/* SPDX-License-Identifier: Apache-2.0 */
#include "pdf/parts.h"
#include "pdf/xml.h"

static struct iw_frame
cover_frame(void *context, int number)
{
	const struct iw_design *d = context;

	return (struct iw_frame){ number, d->side, d->top * 0.9, d->page_width - 2 * d->side,
		                  d->page_height - d->top * 0.9 - d->bottom * 0.6 };
}

static void
add_end(struct iw_flow *flow, struct iw_tag *root)
{
	struct iw_style style = flow->doc->design.letter;

	style.align = IW_CENTER;
	iw_flow_gap(flow, flow->doc->design.question_gap * 1.3, IW_BREAK_BAD);
	iw_flow_words(flow, &style, root, "P", flow->doc->words->end, NULL, NULL);
}

void
iw_make_booklet(struct iw_pages *pages, struct iw_tag *root)
{
	struct iw_doc *doc = pages->doc;
	const struct iw_design *d = &doc->design;
	struct iw_flow *flow = iw_flow_new(doc, d->page_width - 2 * d->side - d->hang);
	struct iw_running *running = iw_new(doc, sizeof *running);

	iw_pages_place(pages, iw_cover_flow(doc, root), d->page_height / 2, cover_frame, &doc->design);
	*running = (struct iw_running){ .name = iw_attr(doc->form, "name"), .first = pages->count, .turn = true };
	for (const xmlNode *n = iw_first(doc->form); n && !doc->failed; n = iw_next(n))
		if (iw_is(n, "question")) {
			iw_flow_gap(flow, d->question_gap, IW_BREAK_FREE);
			iw_flow_append(flow, iw_question_flow(doc, n, root), 0);
		}
	add_end(flow, root);
	pages->stretch = d->question_gap * 0.7;
	iw_pages_add(pages, flow);
	pages->furnish = iw_furnish;
	pages->context = running;
}
