/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The words of a plugin in C, from files words-XX.txt of its own folder; docs/languages.md tells of their format.
 * words.xsl is the same for stylesheets.
 *
 * A document in "de-AT" is told in the words of words-de-at.txt, words-de.txt or words-en.txt, the first that is there.
 * A string that the file lacks is told in English, with one warning for all of them.
 */
#ifndef IW_SHARE_WORDS_H
#define IW_SHARE_WORDS_H

#include <itemwright/plugin.h>

/* A piece of a file, which the host holds until render() returns. */
struct iw_string {
	const char *text; /* NULL for none; not ended by a NUL */
	size_t len;
};

struct iw_language {
	const struct iw_host *host;
	struct iw_job *job;
	char tag[64]; /* of the words: "de" */
	struct iw_string own, english;
	bool warned; /* that a string is missing */
};

/* The words for a language. False when they cannot be had, which has been reported; nothing is to be released. */
bool iw_language_open(struct iw_language *language, const struct iw_host *host, struct iw_job *job, const char *lang);

/*
 * A string, of a part such as "report" or of "", what stands before the first part. Where `n`, a whole number, is not
 * NULL, the string "id.n" for just this number, else that of its plural form, else "id.other", else "id". No text when
 * there is none, which has been reported.
 */
struct iw_string iw_language_find(struct iw_language *language, const char *part, const char *id, const char *n);

#endif
