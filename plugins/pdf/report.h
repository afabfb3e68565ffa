/* SPDX-License-Identifier: Apache-2.0 */
/* A score report as it is set (schemas/score-report.xsd). What a drawing shows is told in words and numbers too. */
#ifndef IW_PDF_REPORT_H
#define IW_PDF_REPORT_H

#include "pdf/parts.h"

struct iw_report {
	struct iw_doc *doc;
	const struct iw_report_words *words;
	struct iw_tag *tag;
	struct iw_flow *flow;
	double air; /* what the space between its parts is multiplied with, so that they fit on one page */
};

struct iw_text { /* to be set as it is, in an element of its own */
	const char *text;
	const char *lang; /* NULL where the text alone can tell its direction: a name, a number */
};

/* The same, in the language of the document, or in that of the pages' own words. */
struct iw_text iw_text_of(const struct iw_report *r, const char *text);
struct iw_text iw_text_ours(const struct iw_report *r, const char *text);

/* A paragraph of a text. Add it to a flow, as wide as that, in an element of `parent`. */
struct iw_para *iw_report_para(struct iw_doc *doc, const struct iw_style *style, struct iw_tag *tag,
                               struct iw_text text);
void iw_report_text(struct iw_flow *flow, const struct iw_style *style, struct iw_tag *parent, const char *type,
                    struct iw_text text);

/* What an element of the document holds. */
const char *iw_report_content(struct iw_doc *doc, const xmlNode *node);

/* An attribute as a number, whatever the locale. */
double iw_report_number(const xmlNode *node, const char *name);

/* At least so many gaps of the design above what comes next, on the same page. */
void iw_report_gap(struct iw_report *r, double gaps);

/* A rule; and one that begins a part of the report, with its heading. */
void iw_report_rule(struct iw_report *r);
void iw_report_heading(struct iw_report *r, const char *text);

struct iw_report_fact { /* a name, and a value below it */
	const char *name;
	struct iw_text value;
	struct iw_style style; /* of the value */
	double share;          /* of the width */
};

/* Up to three facts side by side, with the values on one line. */
void iw_report_facts(struct iw_report *r, const struct iw_report_fact *facts, size_t count);

/* report_scale.c: where a score stands on its scale; a share of `width`, with a mark at another one if that is >= 0. */
void iw_report_scale(struct iw_report *r, const xmlNode *scaled);
struct iw_strip *iw_report_bar(struct iw_doc *doc, double width, double share, double mark);

/* report_sections.c: the table of the sections. */
void iw_report_sections(struct iw_report *r);

#endif
