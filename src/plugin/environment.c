/* SPDX-License-Identifier: Apache-2.0 */
#include "plugin/environment.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

/* Names; one that ends in '_' stands for all that begin so. */
static const char *const kept[] = {
	/* words and times */
	"LANG", "LANGUAGE", "LC_", "TZ",
	/* where fonts are */
	"HOME", "XDG_", "FONTCONFIG_",
	/* what we and a build tell plugins */
	"ITEMWRIGHT_", "SOURCE_DATE_EPOCH",
	/* sanitizers */
	"ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"
};

static bool
is_kept(const char *entry)
{
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
		size_t n = strlen(kept[i]);

		if (strncmp(entry, kept[i], n) == 0 && (entry[n] == '=' || kept[i][n - 1] == '_'))
			return true;
	}
	return false;
}

void
iw_environment_reduce(void)
{
	size_t n = 0;

	for (size_t i = 0; environ && environ[i]; i++) {
		if (is_kept(environ[i]))
			environ[n++] = environ[i];
		else
			memset(environ[i], 0, strlen(environ[i]));
	}
	if (environ)
		environ[n] = NULL;
}
