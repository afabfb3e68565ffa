/* SPDX-License-Identifier: Apache-2.0 */
/*
 * pdf - a form on paper: a booklet with the questions, an answer sheet, and an answer key; and score reports.
 * docs/pdf.md tells what they hold.
 *
 * The text of items becomes flows of strips (block.h, strip.h), which are placed on pages (pages.h), drawn (canvas.h)
 * and finished (finish.h). The booklet and the sheet take nothing from the document that the candidate view does not
 * have, so they are the same from either view. Nothing is read but fonts and its own words (words.h).
 */
#include <string.h>

#include "pdf/finish.h"
#include "pdf/parts.h"
#include "pdf/picture.h"
#include "pdf/xml.h"

struct part {
	const char *name; /* as in pdf.part, and behind the form's name in the output's; NULL for the report */
	void (*make)(struct iw_pages *pages, struct iw_tag *root);
	bool secret;
};

static const struct part parts[] = {
	{ "booklet", iw_make_booklet, false },
	{ "sheet", iw_make_sheet, false },
	{ "key", iw_make_key, true },
};

static const struct part report = { NULL, iw_make_report, false };

static const char *
words_for(const struct iw_doc *doc, const struct part *part)
{
	return part->make == iw_make_booklet ? doc->words->booklet
	       : part->make == iw_make_sheet ? doc->words->sheet
	       : part->make == iw_make_key   ? doc->words->key
	                                     : doc->words->report.title;
}

static char *
title_of(const struct iw_doc *doc, const struct part *part)
{
	const xmlNode *exam = iw_child(doc->form, "exam-title"), *form = iw_child(doc->form, "form-title");
	xmlChar *exam_text = exam ? xmlNodeGetContent(exam) : NULL, *form_text = form ? xmlNodeGetContent(form) : NULL;
	char *title = g_strjoin(" \xe2\x80\x93 ", exam_text ? (char *)exam_text : "",
	                        form_text ? (char *)form_text : "", words_for(doc, part), NULL);

	xmlFree(exam_text);
	xmlFree(form_text);
	return title;
}

/* The table of the bubbles on an answer sheet. */
static bool
write_bubbles(const struct iw_canvas *canvas, const struct part *part)
{
	const struct iw_doc *doc = canvas->doc;
	char *output = g_strdup_printf("%s-%s.csv", iw_attr(doc->form, "name"), part->name);
	bool good = canvas->bubbles->len == 0 ||
	            doc->host->write(doc->job, output, canvas->bubbles->str, canvas->bubbles->len);

	g_free(output);
	return good;
}

static bool
make_part(struct iw_doc *doc, const struct part *part)
{
	struct iw_pages pages;
	struct iw_canvas *canvas = iw_canvas_new(doc);
	struct iw_tag *root = iw_tag_new(doc, NULL, "Document");
	char *output = g_strconcat(iw_attr(doc->form, "name"), part->name ? "-" : "", part->name ? part->name : "",
	                           ".pdf", NULL),
	     *title = title_of(doc, part);

	root->lang = doc->lang;
	iw_tag_join(root);
	doc->links = part->secret;
	iw_pages_init(&pages, doc);
	part->make(&pages, root);
	if (!doc->failed) {
		iw_pages_draw(&pages, canvas);
		doc->failed = !iw_canvas_finish(canvas) || doc->failed || !iw_finish(canvas, root, title, output) ||
		              !write_bubbles(canvas, part);
	}
	iw_pages_release(&pages);
	iw_canvas_free(canvas);
	iw_forget(doc);
	g_free(output);
	g_free(title);
	return !doc->failed;
}

static bool
is_option(const struct iw_doc *doc, const char *name, const char *value)
{
	return strcmp(doc->host->option(doc->job, name), value) == 0;
}

static bool
is_report(const xmlNode *root)
{
	return iw_is(root, "score-report");
}

/* Whether there is what the options ask for, in the document at hand. */
static bool
has_parts(const struct iw_doc *doc)
{
	if (is_report(doc->form))
		return is_option(doc, "part", "booklet") ||
		       iw_plugin_fail(
			       doc->host, doc->job, NULL,
			       "a score report has no parts: leave out pdf.part, which is for exports of a form");
	if (strcmp(iw_attr(doc->form, "view"), "full") != 0 &&
	    (is_option(doc, "part", "key") || is_option(doc, "part", "all")))
		return iw_plugin_fail(
			doc->host, doc->job, NULL,
			"the answer key needs the full view: add --view full, or choose pdf.part=booklet or "
			"pdf.part=sheet");
	return true;
}

static bool
make_parts(struct iw_doc *doc)
{
	bool all = is_option(doc, "part", "all"), good = true;

	if (is_report(doc->form))
		return make_part(doc, &report);
	for (size_t i = 0; i < G_N_ELEMENTS(parts) && good; i++)
		if (all || is_option(doc, "part", parts[i].name))
			good = make_part(doc, &parts[i]);
	return good;
}

static bool
render(const struct iw_host *host, struct iw_job *job, const xmlDoc *form)
{
	const xmlNode *root = xmlDocGetRootElement(form);
	struct iw_words words;
	struct iw_doc doc = { .host = host, .job = job, .form = root, .lang = iw_lang(root), .words = &words };
	char *why;
	bool good;

	if (!has_parts(&doc) || !iw_words_init(&words, host, job, doc.lang))
		return false;
	doc.fonts = iw_fonts_new(&why);
	if (!doc.fonts) {
		iw_plugin_fail(host, job, NULL, "%s", why);
		g_free(why);
		iw_words_release(&words);
		return false;
	}
	doc.rtl = doc.block_rtl = iw_lang_is_rtl(doc.lang);
	iw_design_init(&doc.design, is_option(&doc, "size", "large"), is_option(&doc, "paper", "letter"),
	               is_option(&doc, "typeface", "sans") ? IW_SANS : IW_SERIF);
	doc.pictures = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, iw_picture_free);
	doc.reported = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	good = make_parts(&doc);
	g_hash_table_destroy(doc.pictures);
	g_hash_table_destroy(doc.reported);
	iw_fonts_free(doc.fonts);
	iw_words_release(&words);
	return good;
}

static const struct iw_option options[] = {
	{ "part", IW_OPTION_CHOICE, "booklet|sheet|key|all", "booklet",
	  "what to make: the questions, the answer sheet, the answer key, or each of them" },
	{ "paper", IW_OPTION_CHOICE, "a4|letter", "a4", "the paper that it is printed on" },
	{ "size", IW_OPTION_CHOICE, "normal|large", "normal", "the size of the text: large is 18 point" },
	{ "typeface", IW_OPTION_CHOICE, "serif|sans", "serif", "the typeface of the questions" },
	{ "publisher", IW_OPTION_TEXT, NULL, "", "who publishes the form; shown on the cover and on reports" },
	{ "notice", IW_OPTION_TEXT, NULL, "",
	  "a notice for the cover or the report, such as the rules on confidentiality" },
	{ NULL, IW_OPTION_TEXT, NULL, NULL, NULL },
};

IW_PLUGIN(.name = "pdf", .version = "1.0",
          .summary = "a booklet to print, an answer sheet, and an answer key; score reports",
          .views = IW_VIEW_CANDIDATE | IW_VIEW_FULL | IW_VIEW_REPORT, .options = options, .render = render,
          .media_types = "application/pdf text/csv");
