/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A JUnit report: a test suite for each file of the bank, a failed test for each error and warning, and one that passed
 * for a file without any, so that a CI server shows what was checked. Notes fail nothing: they are in system-out.
 *
 * Servers know a test again by its class and name, and show only one of each: a name has no line, and is unique.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/hash.h"
#include "base/mem.h"
#include "base/path.h"
#include "lint/report/common.h"
#include "lint/report/markup.h"

/* A file, and its findings: those from `first` on, up to `end`. */
struct suite {
	const struct iw_report *report;
	const char *path;
	size_t id, first, end;
	char *name, *class; /* the path for CI; the same without .xml */
	const char *timestamp;
};

static bool
fails(const struct iw_finding *f)
{
	return iw_finding_is_open(f) && f->severity >= IW_WARNING;
}

static bool
informs(const struct iw_finding *f)
{
	return iw_finding_is_open(f) && f->severity < IW_WARNING;
}

/* When it was: SOURCE_DATE_EPOCH, or the beginning of time, so that reports are the same. */
static void
find_time(char timestamp[static 32])
{
	static const long long year_10000 = 253402300800;
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	char *end = NULL;
	struct tm tm = { 0 };
	time_t t = 0;

	if (epoch && *epoch >= '0' && *epoch <= '9') {
		long long n;

		errno = 0;
		n = strtoll(epoch, &end, 10);
		if (!errno && !*end && n < year_10000)
			t = (time_t)n;
	}
	gmtime_r(&t, &tm);
	strftime(timestamp, 32, "%Y-%m-%dT%H:%M:%S", &tm);
}

static void
add_head(struct iw_markup *m, const struct suite *s, size_t failures)
{
	iw_markup_attr(m, "name", s->name);
	iw_markup_attr(m, "package", "itemwright");
	iw_markup_number(m, "id", s->id);
	iw_markup_attr(m, "timestamp", s->timestamp);
	iw_markup_attr(m, "hostname", "localhost");
	iw_markup_number(m, "tests", failures ? failures : 1);
	iw_markup_number(m, "failures", failures);
	iw_markup_number(m, "errors", 0);
	iw_markup_number(m, "time", 0);
	iw_markup_open(m, "properties");
	iw_markup_close(m);
}

static void
open_test(struct iw_markup *m, const struct suite *s, const char *name)
{
	iw_markup_open(m, "testcase");
	iw_markup_attr(m, "name", name);
	iw_markup_attr(m, "classname", s->class);
	iw_markup_number(m, "time", 0);
}

/* "group/name ID", and from the second one of a file on " (N)". */
static void
find_name(struct iw_map *names, struct iw_arena *arena, const struct iw_finding *f, struct iw_buf *name)
{
	size_t *turn;

	iw_buf_str(name, f->rule->id);
	if (f->subject)
		iw_buf_printf(name, " %s", f->subject);
	turn = iw_map_add(names, iw_arena_str(arena, name->data, name->len), 0, NULL);
	if (++*turn > 1)
		iw_buf_printf(name, " (%zu)", *turn);
}

static void
add_failure(struct iw_markup *m, const struct suite *s, const struct iw_finding *f, const char *name)
{
	struct iw_buf text = IW_BUF_INIT;

	iw_add_gcc_line(&text, s->name, f);
	iw_buf_printf(&text, "help: %s\n", f->rule->help);
	open_test(m, s, name);
	iw_markup_open(m, "failure");
	iw_markup_attr(m, "type", iw_severity_name(f->severity));
	iw_markup_attr(m, "message", f->message);
	iw_markup_text(m, text.data);
	iw_markup_close(m);
	iw_markup_close(m);
	iw_buf_release(&text);
}

static void
add_tests(struct iw_markup *m, const struct suite *s, size_t failures)
{
	const struct iw_findings *list = &s->report->lint->findings;
	struct iw_arena arena = IW_ARENA_INIT;
	struct iw_map names = IW_MAP_INIT;
	struct iw_buf name = IW_BUF_INIT;

	for (size_t i = s->first; i < s->end; i++) {
		if (!fails(&list->at[i]))
			continue;
		iw_buf_clear(&name);
		find_name(&names, &arena, &list->at[i], &name);
		add_failure(m, s, &list->at[i], name.data);
	}
	if (!failures) {
		open_test(m, s, "no errors or warnings");
		iw_markup_close(m);
	}
	iw_buf_release(&name);
	iw_map_release(&names);
	iw_arena_release(&arena);
}

static void
add_output(struct iw_markup *m, const struct suite *s)
{
	const struct iw_findings *list = &s->report->lint->findings;
	struct iw_buf notes = IW_BUF_INIT;

	for (size_t i = s->first; i < s->end; i++)
		if (informs(&list->at[i]))
			iw_add_gcc_line(&notes, s->name, &list->at[i]);
	iw_markup_open(m, "system-out");
	if (notes.len)
		iw_markup_text(m, notes.data);
	iw_markup_close(m);
	iw_markup_open(m, "system-err");
	iw_markup_close(m);
	iw_buf_release(&notes);
}

static void
add_suite(struct iw_markup *m, struct suite *s)
{
	const struct iw_findings *list = &s->report->lint->findings;
	struct iw_buf path = IW_BUF_INIT;
	size_t failures = 0;

	for (size_t i = s->first; i < s->end; i++)
		failures += fails(&list->at[i]);
	iw_add_ci_path(&path, s->report, s->path);
	s->name = path.data;
	s->class = iw_strndup(path.data, path.len - (iw_path_has_suffix(path.data, ".xml") ? strlen(".xml") : 0));
	iw_markup_open(m, "testsuite");
	add_head(m, s, failures);
	add_tests(m, s, failures);
	add_output(m, s);
	iw_markup_close(m);
	free(s->class);
	iw_buf_release(&path);
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The files that are shown, in order, some of them twice. Free with free(). */
static const char **
find_files(const struct iw_report *report, size_t *count)
{
	const struct iw_bank *bank = &report->lint->bank;
	const struct iw_findings *list = &report->lint->findings;
	const char **paths = iw_alloc(bank->source_count + list->count, sizeof *paths);
	size_t n = 0;

	for (size_t i = 0; i < bank->source_count && !report->partial; i++)
		paths[n++] = bank->sources[i].path;
	for (size_t i = 0; i < list->count; i++)
		if (iw_finding_is_open(&list->at[i]) && (n == 0 || paths[n - 1] != list->at[i].path))
			paths[n++] = list->at[i].path;
	if (n)
		qsort(paths, n, sizeof *paths, by_name);
	*count = n;
	return paths;
}

void
iw_report_junit(const struct iw_report *report, struct iw_buf *out)
{
	const struct iw_findings *list = &report->lint->findings;
	struct suite s = { .report = report };
	char timestamp[32];
	size_t count, at = 0;
	const char **paths = find_files(report, &count);
	struct iw_markup m;

	find_time(timestamp);
	s.timestamp = timestamp;
	iw_markup_begin(&m, "testsuites");
	for (size_t i = 0; i < count; i++) {
		if (i && strcmp(paths[i], paths[i - 1]) == 0)
			continue;
		s.path = paths[i];
		while (at < list->count && strcmp(list->at[at].path, s.path) < 0)
			at++;
		s.first = at;
		while (at < list->count && strcmp(list->at[at].path, s.path) == 0)
			at++;
		s.end = at;
		add_suite(&m, &s);
		s.id++;
	}
	iw_markup_end(&m, out);
	free(paths);
}
