/* SPDX-License-Identifier: Apache-2.0 */
#include "pdf/words.h"

#include <glib.h>
#include <string.h>

static const struct iw_words *const all[] = {
	&iw_words_en, &iw_words_ar, &iw_words_de, &iw_words_es, &iw_words_fr, &iw_words_he, &iw_words_ja,
};

const struct iw_words *
iw_words_of(const char *lang)
{
	for (size_t i = 0; i < G_N_ELEMENTS(all); i++) {
		size_t len = strlen(all[i]->lang);

		if (g_ascii_strncasecmp(lang, all[i]->lang, len) == 0 && (!lang[len] || lang[len] == '-'))
			return all[i];
	}
	return all[0];
}

char *
iw_words_fill(const char *text, const char *n, const char *m)
{
	GString *filled = g_string_new(text);

	g_string_replace(filled, "{n}", n ? n : "", 0);
	g_string_replace(filled, "{m}", m ? m : "", 0);
	return g_string_free(filled, FALSE);
}
