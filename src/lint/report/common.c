/* SPDX-License-Identifier: Apache-2.0 */
#include "lint/report/common.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

static bool
is_text(uint32_t c)
{
	return c == '\t' || c == '\n' || c == '\r' || !iw_utf8_is_harmful(c);
}

static bool
is_xml(uint32_t c)
{
	return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xfffe && c != 0xffff);
}

void
iw_add_text(struct iw_buf *out, const char *s)
{
	iw_utf8_add(out, s, is_text);
}

void
iw_add_xml_chars(struct iw_buf *out, const char *s)
{
	iw_utf8_add(out, s, is_xml);
}

void
iw_add_line(struct iw_buf *out, const char *s)
{
	size_t from = out->len;

	iw_add_text(out, s);
	for (char *p = out->data + from; (p = strpbrk(p, "\t\n\r")) != NULL;)
		*p++ = ' ';
}

/* Take back the last part of out[from..], unless there is none or it is "..". */
static bool
take_back(struct iw_buf *out, size_t from)
{
	size_t at = out->len;

	while (at > from && out->data[at - 1] != '/')
		at--;
	if (at == out->len || strcmp(out->data + at, "..") == 0)
		return false;
	out->len = at > from ? at - 1 : at;
	out->data[out->len] = '\0';
	return true;
}

static void
add_parts(struct iw_buf *out, size_t from, const char *path)
{
	for (size_t n; *path; path += n + (path[n] == '/')) {
		n = strcspn(path, "/");
		if (n == 0 || (n == 1 && path[0] == '.'))
			continue;
		if (n == 2 && strncmp(path, "..", 2) == 0 && take_back(out, from))
			continue;
		if (out->len > from)
			iw_buf_char(out, '/');
		iw_buf_add(out, path, n);
	}
}

void
iw_add_ci_path(struct iw_buf *out, const struct iw_report *report, const char *path)
{
	size_t from = out->len;

	if (report->prefix)
		add_parts(out, from, report->prefix);
	add_parts(out, from, path);
}

void
iw_add_uri_path(struct iw_buf *out, const char *path)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

	for (; *path; path++)
		if (strchr(plain, *path))
			iw_buf_char(out, *path);
		else
			iw_buf_printf(out, "%%%02X", (unsigned char)*path);
}

void
iw_add_gcc_line(struct iw_buf *out, const char *path, const struct iw_finding *f)
{
	iw_add_line(out, path);
	if (f->at.line)
		iw_buf_printf(out, ":%" PRIu32 ":%" PRIu32, f->at.line, f->at.column);
	iw_buf_printf(out, ": %s: ", iw_severity_name(f->severity));
	iw_add_line(out, f->message);
	iw_buf_printf(out, " [%s]\n", f->rule->id);
}

json_t *
iw_json_ci_path(const struct iw_report *report, const char *path)
{
	struct iw_buf b = IW_BUF_INIT;
	json_t *j;

	iw_add_ci_path(&b, report, path);
	j = iw_json_string(b.data);
	iw_buf_release(&b);
	return j;
}

struct print {
	uint64_t fingerprint;
	size_t finding;
};

static int
by_fingerprint(const void *a, const void *b)
{
	const struct print *x = a, *y = b;

	if (x->fingerprint != y->fingerprint)
		return x->fingerprint < y->fingerprint ? -1 : 1;
	return (x->finding > y->finding) - (x->finding < y->finding);
}

uint32_t *
iw_fingerprint_turns(const struct iw_findings *findings)
{
	struct print *prints = iw_alloc(findings->count, sizeof *prints);
	uint32_t *turns = iw_alloc(findings->count, sizeof *turns), turn = 0;

	for (size_t i = 0; i < findings->count; i++)
		prints[i] = (struct print){ iw_finding_fingerprint(&findings->at[i]), i };
	if (findings->count)
		qsort(prints, findings->count, sizeof *prints, by_fingerprint);
	for (size_t i = 0; i < findings->count; i++) {
		turn = i && prints[i].fingerprint == prints[i - 1].fingerprint ? turn + 1 : 1;
		turns[prints[i].finding] = turn;
	}
	free(prints);
	return turns;
}

json_t *
iw_json_fingerprint(const struct iw_finding *f, uint32_t turn)
{
	if (turn > 1)
		return json_sprintf("%016" PRIx64 ":%" PRIu32, iw_finding_fingerprint(f), turn);
	return json_sprintf("%016" PRIx64, iw_finding_fingerprint(f));
}

const char *
iw_subject_kind(const char *path)
{
	if (strncmp(path, "items/", strlen("items/")) == 0)
		return "item";
	return strncmp(path, "forms/", strlen("forms/")) == 0 ? "form" : "exam";
}
