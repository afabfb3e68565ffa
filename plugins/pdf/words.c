/* SPDX-License-Identifier: Apache-2.0 */
#include "pdf/words.h"

#include <glib.h>

#include "share/words.h"

static const struct string {
	const char *part, *id; /* in the file */
	size_t at;             /* in struct iw_words */
} strings[] = {
	{ "", "booklet", offsetof(struct iw_words, booklet) },
	{ "", "questions", offsetof(struct iw_words, questions) },
	{ "", "time", offsetof(struct iw_words, time) },
	{ "", "minutes", offsetof(struct iw_words, minutes) },
	{ "", "form", offsetof(struct iw_words, form) },
	{ "", "version", offsetof(struct iw_words, version) },
	{ "", "name", offsetof(struct iw_words, name) },
	{ "", "candidate", offsetof(struct iw_words, candidate) },
	{ "", "date", offsetof(struct iw_words, date) },
	{ "", "signature", offsetof(struct iw_words, signature) },
	{ "", "closed", offsetof(struct iw_words, closed) },
	{ "", "begin", offsetof(struct iw_words, begin) },
	{ "", "rule.sheet", offsetof(struct iw_words, rule_sheet) },
	{ "", "rule.all", offsetof(struct iw_words, rule_all) },
	{ "", "rule.whole", offsetof(struct iw_words, rule_whole) },
	{ "", "rule.order", offsetof(struct iw_words, rule_order) },
	{ "", "how", offsetof(struct iw_words, how) },
	{ "", "type.multiple-choice", offsetof(struct iw_words, choice) },
	{ "", "type.multiple-response", offsetof(struct iw_words, response) },
	{ "", "type.ordering", offsetof(struct iw_words, ordering) },
	{ "", "type.matching", offsetof(struct iw_words, matching) },
	{ "", "how.multiple-choice", offsetof(struct iw_words, how_choice) },
	{ "", "how.multiple-response", offsetof(struct iw_words, how_response) },
	{ "", "how.ordering", offsetof(struct iw_words, how_ordering) },
	{ "", "how.matching", offsetof(struct iw_words, how_matching) },
	{ "", "page", offsetof(struct iw_words, page) },
	{ "", "next", offsetof(struct iw_words, next) },
	{ "", "end", offsetof(struct iw_words, end) },
	{ "", "question", offsetof(struct iw_words, question) },
	{ "", "select", offsetof(struct iw_words, select) },
	{ "", "select-order", offsetof(struct iw_words, select_order) },
	{ "", "match", offsetof(struct iw_words, match) },
	{ "", "prompts", offsetof(struct iw_words, prompts) },
	{ "", "responses", offsetof(struct iw_words, responses) },
	{ "", "notes", offsetof(struct iw_words, notes) },
	{ "", "picture", offsetof(struct iw_words, picture) },
	{ "", "sheet", offsetof(struct iw_words, sheet) },
	{ "", "fill", offsetof(struct iw_words, fill) },
	{ "", "key", offsetof(struct iw_words, key) },
	{ "", "secret", offsetof(struct iw_words, secret) },
	{ "", "answer", offsetof(struct iw_words, answer) },
	{ "", "overview", offsetof(struct iw_words, overview) },
	{ "", "details", offsetof(struct iw_words, details) },
	{ "", "unscored", offsetof(struct iw_words, unscored) },
	{ "", "counts", offsetof(struct iw_words, counts) },
	{ "", "task", offsetof(struct iw_words, task) },
	{ "", "passing", offsetof(struct iw_words, passing) },
	{ "", "scale", offsetof(struct iw_words, scale) },
	{ "", "cut", offsetof(struct iw_words, cut) },
	{ "", "model", offsetof(struct iw_words, model) },
	{ "", "correct", offsetof(struct iw_words, correct) },
	{ "", "wrong", offsetof(struct iw_words, wrong) },
	{ "", "step", offsetof(struct iw_words, step) },
	{ "", "unused", offsetof(struct iw_words, unused) },
	{ "", "matches", offsetof(struct iw_words, matches) },
	{ "", "left-over", offsetof(struct iw_words, left_over) },
	{ "", "rationale", offsetof(struct iw_words, rationale) },
	{ "", "references", offsetof(struct iw_words, references) },
	{ "report", "title", offsetof(struct iw_words, report.title) },
	{ "report", "candidate", offsetof(struct iw_words, report.candidate) },
	{ "report", "form", offsetof(struct iw_words, report.form) },
	{ "report", "result", offsetof(struct iw_words, report.result) },
	{ "report", "pass", offsetof(struct iw_words, report.pass) },
	{ "report", "fail", offsetof(struct iw_words, report.fail) },
	{ "report", "counts", offsetof(struct iw_words, report.counts) },
	{ "report", "score", offsetof(struct iw_words, report.score) },
	{ "report", "passing", offsetof(struct iw_words, report.passing) },
	{ "report", "scale", offsetof(struct iw_words, report.scale) },
	{ "report", "correct", offsetof(struct iw_words, report.correct) },
	{ "report", "scored", offsetof(struct iw_words, report.scored) },
	{ "report", "sections", offsetof(struct iw_words, report.sections) },
	{ "report", "section", offsetof(struct iw_words, report.section) },
	{ "report", "answers", offsetof(struct iw_words, report.answers) },
	{ "report", "level", offsetof(struct iw_words, report.level) },
	{ "report", "meets", offsetof(struct iw_words, report.meets) },
	{ "report", "needs", offsetof(struct iw_words, report.needs) },
	{ "report", "bar.share", offsetof(struct iw_words, report.bar_share) },
	{ "report", "bar.needed", offsetof(struct iw_words, report.bar_needed) },
	{ "report", "caution", offsetof(struct iw_words, report.caution) },
	{ "report", "means", offsetof(struct iw_words, report.means) },
	{ "report", "means.whole", offsetof(struct iw_words, report.means_whole) },
	{ "report", "means.scaled", offsetof(struct iw_words, report.means_scaled) },
	{ "report", "means.counts", offsetof(struct iw_words, report.means_counts) },
	{ "report", "means.unscored", offsetof(struct iw_words, report.means_unscored) },
};

static const char **
place_of(struct iw_words *words, const struct string *string)
{
	return (const char **)(void *)((char *)words + string->at);
}

bool
iw_words_init(struct iw_words *words, const struct iw_host *host, struct iw_job *job, const char *lang)
{
	struct iw_language language;
	bool good = iw_language_open(&language, host, job, lang);

	*words = (struct iw_words){ .lang = NULL };
	for (size_t i = 0; i < G_N_ELEMENTS(strings) && good; i++) {
		struct iw_string found = iw_language_find(&language, strings[i].part, strings[i].id, NULL);

		good = found.text;
		*place_of(words, &strings[i]) = g_strndup(found.text, found.len);
	}
	if (good)
		words->lang = g_strdup(language.tag);
	else
		iw_words_release(words);
	return good;
}

void
iw_words_release(struct iw_words *words)
{
	for (size_t i = 0; i < G_N_ELEMENTS(strings); i++)
		g_free((char *)*place_of(words, &strings[i]));
	g_free((char *)words->lang);
}

char *
iw_words_fill(const char *text, const char *n, const char *m)
{
	GString *filled = g_string_new(text);

	g_string_replace(filled, "{n}", n ? n : "", 0);
	g_string_replace(filled, "{m}", m ? m : "", 0);
	return g_string_free(filled, FALSE);
}
