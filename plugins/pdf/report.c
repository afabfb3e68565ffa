/* SPDX-License-Identifier: Apache-2.0 */
/* The score report of one candidate: a page, or in large print more. */
#include "pdf/report.h"

#include "pdf/xml.h"

#define GOOD 0x1f6b3a /* of a verdict; told in words too */
#define POOR 0x8a3b12
#define TOP 48 /* margins of the first page */
#define BOTTOM 44

static struct iw_style
sans(const struct iw_style *like, double scale, bool bold)
{
	struct iw_style style = *like;

	style.type = IW_SANS;
	style.size *= scale;
	style.lead *= scale;
	style.bold = bold;
	return style;
}

static void
add_masthead(struct iw_report *r)
{
	struct iw_doc *doc = r->doc;
	const struct iw_design *d = &doc->design;
	struct iw_style kind = sans(&d->small, d->large ? 1 : 1.1, true), title = d->title, value = d->letter;
	const char *candidate = iw_report_content(doc, iw_child(doc->form, "candidate"));
	const struct iw_report_fact facts[] = {
		{ r->words->candidate, { .text = candidate }, value, 0.62 },
		{ r->words->form, { .text = iw_attr(doc->form, "form") }, value, 0.38 },
	};

	title.size *= r->air < 0.5 ? 0.5 : 0.6;
	title.lead *= r->air < 0.5 ? 0.5 : 0.65;
	iw_report_text(r->flow, &kind, r->tag, "P", iw_text_ours(r, r->words->title));
	iw_report_gap(r, 0.6);
	iw_report_text(r->flow, &title, r->tag, "H1",
	               iw_text_of(r, iw_report_content(doc, iw_child(doc->form, "exam-title"))));
	iw_report_gap(r, 2);
	iw_report_rule(r);
	iw_report_gap(r, 1.2);
	iw_report_facts(r, facts, G_N_ELEMENTS(facts));
	iw_report_gap(r, 1.2);
	iw_report_rule(r);
	iw_flow_gap(r->flow, d->gap * 2.4 * r->air, IW_BREAK_BLOCK);
}

static void
add_verdict(struct iw_report *r, const char *text, unsigned colour)
{
	struct iw_style style = sans(&r->doc->design.heading, r->doc->design.large ? 1.2 : 1.5, true);
	struct iw_tag *tag = iw_tag_lang(r->doc, r->tag, "H2", r->doc->words->lang);
	struct iw_para *para;

	style.colour = colour;
	tag->actual = iw_format(r->doc, "%s: %s", r->words->result, text);
	para = iw_report_para(r->doc, &style, tag, iw_text_ours(r, text));
	iw_flow_para(r->flow, para, 0, r->flow->width);
	r->flow->last->starts = true;
	iw_report_gap(r, 1);
}

static void
add_scaled(struct iw_report *r, const xmlNode *scaled)
{
	const struct iw_design *d = &r->doc->design;
	struct iw_style score = sans(&d->title, d->large ? 1.1 : 1.05, true), value = sans(&d->text, 1.25, true);
	const char *scale =
		iw_format(r->doc, "%s\xe2\x80\x93%s", iw_attr(scaled, "minimum"), iw_attr(scaled, "maximum"));
	bool pass = g_str_equal(iw_attr(scaled, "pass"), "yes");
	const struct iw_report_fact facts[] = {
		{ r->words->score, { .text = iw_attr(scaled, "score") }, score, 0.34 },
		{ r->words->passing, { .text = iw_attr(scaled, "passing") }, value, 0.33 },
		{ r->words->scale, { .text = scale }, value, 0.33 },
	};

	add_verdict(r, pass ? r->words->pass : r->words->fail, pass ? GOOD : POOR);
	iw_report_facts(r, facts, G_N_ELEMENTS(facts));
	iw_report_gap(r, 1.6);
	iw_report_scale(r, scaled);
}

static void
add_raw(struct iw_report *r, const xmlNode *raw)
{
	const struct iw_design *d = &r->doc->design;
	struct iw_style score = sans(&d->title, d->large ? 1.1 : 1.05, true), value = sans(&d->text, 1.25, true);
	const struct iw_report_fact facts[] = {
		{ r->words->correct, { .text = iw_attr(raw, "correct") }, score, 0.5 },
		{ r->words->scored, { .text = iw_attr(raw, "scored") }, value, 0.5 },
	};

	add_verdict(r, r->words->counts, 0);
	iw_report_facts(r, facts, G_N_ELEMENTS(facts));
}

static void
add_meaning(struct iw_report *r, bool scaled)
{
	const char *const texts[] = { scaled ? r->words->means_whole : r->words->means_counts,
		                      scaled ? r->words->means_scaled : "", r->words->means_unscored };

	iw_report_heading(r, r->words->means);
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		iw_report_text(r->flow, &r->doc->design.text, r->tag, "P", iw_text_ours(r, texts[i]));
		iw_flow_gap(r->flow, r->doc->design.gap * 0.8 * r->air, IW_BREAK_BLOCK);
	}
}

/* What the publisher says, at the end. */
static struct iw_flow *
foot_flow(struct iw_report *r)
{
	struct iw_doc *doc = r->doc;
	struct iw_flow *flow = iw_flow_new(doc, r->flow->width);

	iw_report_text(flow, &doc->design.small, r->tag, "P", iw_text_ours(r, doc->host->option(doc->job, "notice")));
	iw_flow_gap(flow, doc->design.small_gap, IW_BREAK_NEVER);
	iw_report_text(flow, &doc->design.small, r->tag, "P",
	               (struct iw_text){ .text = doc->host->option(doc->job, "publisher") });
	return flow;
}

static void
lay_out(struct iw_report *r)
{
	const xmlNode *scaled = iw_child(r->doc->form, "scaled"), *raw = iw_child(r->doc->form, "raw");

	add_masthead(r);
	if (scaled)
		add_scaled(r, scaled);
	else
		add_raw(r, raw);
	if (iw_child(r->doc->form, "section"))
		iw_report_sections(r);
	add_meaning(r, scaled != NULL);
}

/* The first page needs no room for running headers. */
static struct iw_frame
frame(void *context, int number)
{
	const struct iw_design *d = context;
	double top = number ? d->top : TOP, bottom = number ? d->bottom : BOTTOM;

	return (struct iw_frame){ number, d->side, top, d->page_width - 2 * d->side, d->page_height - top - bottom };
}

/* All of it, with the foot at the foot of the page when it is one. */
static struct iw_flow *
make_flow(struct iw_doc *doc, struct iw_tag *root, double air, double height)
{
	struct iw_report r = { .doc = doc, .words = &doc->words->report, .tag = root, .air = air };
	struct iw_flow *foot;
	double left;

	r.flow = iw_flow_new(doc, doc->design.page_width - 2 * doc->design.side);
	lay_out(&r);
	foot = foot_flow(&r);
	left = height - iw_flow_height(r.flow) - iw_flow_height(foot);
	iw_flow_gap(r.flow, MAX(doc->design.gap * 2 * air, left), IW_BREAK_BLOCK);
	iw_flow_append(r.flow, foot, 0);
	if (doc->rtl)
		iw_flow_mirror(r.flow);
	return r.flow;
}

/*
 * A report is to be one page, in large print two: there is as much space between its parts as these allow. One that
 * needs more pages all the same is not squeezed.
 */
void
iw_make_report(struct iw_pages *pages, struct iw_tag *root)
{
	static const double airs[] = { 1, 0.8, 0.6, 0.4, 0.25, 0.15, 0.05, 0.8 };
	struct iw_doc *doc = pages->doc;
	struct iw_design *d = &doc->design;
	struct iw_running *running = iw_new(doc, sizeof *running);
	double height = d->page_height - TOP - BOTTOM;

	for (size_t i = 0; i < G_N_ELEMENTS(airs); i++) {
		g_array_set_size(pages->placed, 0);
		pages->count = 0;
		iw_pages_place(pages, make_flow(doc, root, airs[i], height), height / (d->large ? 4 : 2), frame, d);
		if (pages->count <= (d->large ? 2 : 1))
			break;
	}
	*running = (struct iw_running){ .name = iw_report_content(doc, iw_child(doc->form, "candidate")), .first = 1 };
	pages->furnish = iw_furnish;
	pages->context = running;
}
