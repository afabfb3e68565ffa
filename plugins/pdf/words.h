/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The words of the pages themselves, from words-XX.txt, a file for each language. {n} stands for a number, {m} for a
 * second one. A language that has no file gets English words, and its own direction.
 */
#ifndef IW_PDF_WORDS_H
#define IW_PDF_WORDS_H

#include <itemwright/plugin.h>

struct iw_report_words { /* of a score report: the same as in plugins/html */
	const char *title, *candidate, *form;
	const char *result, *pass, *fail, *counts; /* the verdict, or that there is none */
	const char *score, *passing, *scale, *correct, *scored;
	const char *sections, *section, *answers, *level, *meets, *needs;
	const char *bar_share, *bar_needed, *caution;
	const char *means, *means_whole, *means_scaled, *means_counts, *means_unscored;
};

struct iw_words {
	const char *lang;
	/* The cover, and what runs along the pages. */
	const char *booklet, *questions, *time, *minutes, *form, *version;
	const char *name, *candidate, *date, *signature;
	const char *closed; /* do not open the booklet yet */
	const char *begin, *rule_sheet, *rule_all, *rule_whole, *rule_order;
	const char *how;
	const char *choice, *response, *ordering, *matching; /* the types of question */
	const char *how_choice, *how_response, *how_ordering, *how_matching;
	const char *page; /* Page {n} of {m} */
	const char *next, *end;
	/* A question. */
	const char *question, *select, *select_order, *match;
	const char *prompts, *responses, *notes, *picture;
	/* The answer sheet. */
	const char *sheet, *fill;
	/* The answer key. */
	const char *key, *secret, *answer, *overview, *details;
	const char *unscored, *counts, *task;
	const char *passing, *scale, *cut, *model;
	const char *correct, *wrong, *step, *unused, *matches, *left_over;
	const char *rationale, *references;
	struct iw_report_words report;
};

/* The words for a language such as "de-AT". False when they cannot be had, which has been reported. */
bool iw_words_init(struct iw_words *words, const struct iw_host *host, struct iw_job *job, const char *lang);
void iw_words_release(struct iw_words *words);

/* A text with its numbers put in; to be freed with g_free. */
char *iw_words_fill(const char *text, const char *n, const char *m);

#endif
