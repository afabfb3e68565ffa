/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One run of the plugin: the form, what the user wants, and what is shared by all that is set.
 *
 * Lengths are in points of 1/72 inch, from the top left corner. Along a line they are counted from where reading
 * begins; what is set for a language that is written from right to left is mirrored as a whole (strip.h).
 *
 * Memory that is asked for with iw_new lives until the output that is being made is done.
 */
#ifndef IW_PDF_DOC_H
#define IW_PDF_DOC_H

#include <itemwright/plugin.h>

#include "pdf/fonts.h"
#include "pdf/words.h"

enum iw_align { IW_START, IW_CENTER, IW_END };

struct iw_style { /* of a piece of text */
	enum iw_type type;
	double size, lead; /* of the letters, and from line to line */
	bool bold, italic;
	double grey;     /* 0 is black */
	unsigned colour; /* 0xRRGGBB in place of the grey; 0 for none */
	enum iw_align align;
};

/* The measures of the pages; design.c. */
struct iw_design {
	double page_width, page_height;
	double side, top, bottom; /* margins of the text */
	double hang;              /* for what hangs in the margin: the numbers of questions */
	double indent;            /* of an option's text behind its letter */
	double gap, small_gap;    /* between paragraphs, and between options */
	double question_gap;
	double pad;    /* around code and in the cells of tables */
	double bubble; /* the diameter of one */
	struct iw_style text, small, code, cell, head, hint, letter, number, heading, title, running;
	bool large;
};

struct iw_doc {
	const struct iw_host *host;
	struct iw_job *job;
	const xmlNode *form;
	const char *lang;
	bool rtl;       /* the direction of the pages */
	bool block_rtl; /* of what is being set: the pages, or a question in another language */
	const struct iw_words *words;
	struct iw_design design;
	struct iw_fonts *fonts;
	GPtrArray *pool;      /* of struct iw_kept */
	GHashTable *pictures; /* name -> struct iw_picture */
	GHashTable *reported; /* what has been warned of */
	const xmlNode *where; /* what is being set, for what is reported */
	GPtrArray *notes;     /* of the question that is being set: <note> elements */
	bool links;           /* whether links may lead out of the document */
	bool failed;
};

void iw_design_init(struct iw_design *design, bool large, bool letter, enum iw_type type);

/* Memory, zeroed, and objects of GLib, until the output is done. */
void *iw_new(struct iw_doc *doc, size_t size);
char *iw_format(struct iw_doc *doc, const char *format, ...) __attribute__((format(printf, 2, 3)));
void *iw_keep(struct iw_doc *doc, void *object, void (*release)(void *object));
void iw_forget(struct iw_doc *doc);

/* Tell of something that could not be set as it should, once for each question and text. */
void iw_warn(struct iw_doc *doc, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The same for what ends the run. */
void iw_refuse(struct iw_doc *doc, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
