/* SPDX-License-Identifier: Apache-2.0 */
#include "share/words.h"

#include <stdlib.h>
#include <string.h>

/* Whether it is UTF-8 without what text has no use for: a byte order mark, carriage returns, ... */
static bool
is_text(struct iw_string file)
{
	int n;

	for (size_t at = 0; at < file.len; at += (size_t)n) {
		int c;

		n = file.len - at < 4 ? (int)(file.len - at) : 4;
		c = xmlGetUTF8Char((const unsigned char *)file.text + at, &n);
		if ((c < ' ' && c != '\n') || c == 0xFEFF)
			return false;
	}
	return true;
}

/* The words of one tag; no text and true when there is no such file. */
static bool
read_words(const struct iw_language *l, const char *tag, struct iw_string *file)
{
	char name[sizeof l->tag + sizeof "words-.txt"];
	const void *bytes;

	snprintf(name, sizeof name, "words-%s.txt", tag);
	if (!l->host->file(l->job, name, &bytes, &file->len))
		return false;
	file->text = bytes;
	if (bytes && !is_text(*file))
		return iw_plugin_fail(l->host, l->job, NULL,
		                      "%s is not plain text: save it as UTF-8 without a byte order mark, with lines "
		                      "that end in a line feed alone",
		                      name);
	return true;
}

bool
iw_language_open(struct iw_language *l, const struct iw_host *host, struct iw_job *job, const char *lang)
{
	*l = (struct iw_language){ .host = host, .job = job };
	if (host->size < offsetof(struct iw_host, file) + sizeof host->file)
		return iw_plugin_fail(host, job, NULL, "this itemwright hands out no files; install one with ABI 1.2");
	for (size_t i = 0; lang[i] && i < sizeof l->tag - 1; i++)
		l->tag[i] = lang[i] >= 'A' && lang[i] <= 'Z' ? (char)(lang[i] - 'A' + 'a') : lang[i];
	if (!read_words(l, l->tag, &l->own))
		return false;
	if (!l->own.text) {
		l->tag[strcspn(l->tag, "-")] = '\0';
		if (!read_words(l, l->tag, &l->own))
			return false;
	}
	if (!read_words(l, "en", &l->english))
		return false;
	if (!l->english.text)
		return iw_plugin_fail(host, job, NULL, "there is no words-en.txt in the plugin's folder");
	if (!l->own.text) {
		l->own = l->english;
		memcpy(l->tag, "en", sizeof "en");
	}
	return true;
}

static bool
is(const char *text, size_t len, const char *other)
{
	return len == strlen(other) && memcmp(text, other, len) == 0;
}

static bool
is_in(const char *languages, const char *tag)
{
	char primary[16];

	snprintf(primary, sizeof primary, " %.*s ", (int)strcspn(tag, "-"), tag);
	return strstr(languages, primary);
}

/* The plural form of a number by the rules of Unicode; a language that is not here has those of English. */
static const char *
plural(const char *tag, unsigned long n)
{
	unsigned long tens = n % 100, ones = n % 10;
	bool arabic = is_in(" ar ", tag), russian = is_in(" be ru uk ", tag), polish = is_in(" pl ", tag);
	bool few = ones >= 2 && ones <= 4 && !(tens >= 12 && tens <= 14);

	if (is_in(" id ja km ko lo ms my th vi zh ", tag))
		return "other";
	if (arabic && n == 0)
		return "zero";
	if (russian ? ones == 1 && tens != 11 : n == 1 || (n == 0 && is_in(" am bn fa fr gu hi hy kn pt zu ", tag)))
		return "one";
	if (n == 2 && is_in(" ar he iw ", tag))
		return "two";
	if (((russian || polish) && few) || (arabic && tens >= 3 && tens <= 10) ||
	    (is_in(" cs sk ", tag) && n >= 2 && n <= 4))
		return "few";
	return russian || polish || (arabic && tens >= 11) ? "many" : "other";
}

static struct iw_string
find(struct iw_string file, const char *part, const char *id)
{
	const char *end = file.text + file.len, *next;
	bool inside = *part == '\0';

	for (const char *line = file.text; line < end; line = next) {
		const char *stop = memchr(line, '\n', (size_t)(end - line));
		size_t len = (size_t)((stop ? stop : end) - line), at = strlen(id);

		next = stop ? stop + 1 : end;
		if (len > 2 && line[0] == '[' && line[len - 1] == ']')
			inside = is(line + 1, len - 2, part);
		else if (inside && len > at + 3 && is(line, at, id) && is(line + at, 3, " = "))
			return (struct iw_string){ line + at + 3, len - at - 3 };
	}
	return (struct iw_string){ NULL, 0 };
}

/* The same of one of its forms, for a number. */
static struct iw_string
find_form(struct iw_string file, const char *tag, const char *part, const char *id, const char *n)
{
	const char *const forms[] = { n, n ? plural(tag, strtoul(n, NULL, 10)) : NULL, n ? "other" : NULL };
	struct iw_string found = { NULL, 0 };
	char name[80];

	for (size_t i = 0; i < sizeof forms / sizeof *forms && n && !found.text; i++) {
		snprintf(name, sizeof name, "%s.%s", id, forms[i]);
		found = find(file, part, name);
	}
	return found.text ? found : find(file, part, id);
}

struct iw_string
iw_language_find(struct iw_language *l, const char *part, const char *id, const char *n)
{
	struct iw_string found = find_form(l->own, l->tag, part, id, n);
	char text[200];

	if (found.text)
		return found;
	found = find_form(l->english, "en", part, id, n);
	if (!found.text) {
		(void)iw_plugin_fail(l->host, l->job, NULL, "words-en.txt has no string \"%s\"", id);
	} else if (!l->warned) {
		snprintf(text, sizeof text,
		         "words-%s.txt has no string \"%s\": it is told in English, like any other that is missing",
		         l->tag, id);
		l->host->report(l->job, IW_LEVEL_WARNING, NULL, text);
		l->warned = true;
	}
	return found;
}
