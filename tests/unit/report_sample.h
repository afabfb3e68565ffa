/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Findings that no bank has, for tests of the output formats: with every kind of text, place, acceptance and fix.
 */
#ifndef IW_REPORT_SAMPLE_H
#define IW_REPORT_SAMPLE_H

#include "base/mem.h"
#include "base/utf8.h"
#include "lint/report/common.h"
#include "scratch.h"
#include "tap.h"

#define HOSTILE                                                                                                        \
	"a \"b\" 'c' <d> & ]]> 100% ::error::x\r\n\ty {0} [l](http://e) \x1b[31m \x01 \xff\xc0 \xe2\x80\xae \xc2\x9b " \
	"\xef\xbf\xbe \xf0\x9f\x9a\xb2 \xc3\xa9"
#define HOSTILE_PATH "items/\x1b]0;\xc3\xb6 %,:\n\xff<&\"'.xml"
static const char content[] =
	"<items>\n  <a x='\xc3\xa4\xf0\x9f\x9a\xb2' y='no'/>\n\t<?itemwright allow='r'?>\n</items>\n";
static const char mended[] = "<items>\n  <a x='\xc3\xa4\xf0\x9f\x9a\xb2' y='yes'/>\n\t\n</items>\n";

struct sample {
	struct iw_source sources[2];
	struct iw_lint lint;
	struct iw_report report;
};

static inline struct iw_finding *
add(struct sample *s, const char *rule, enum iw_severity severity, const char *path, struct iw_span at,
    const char *subject, const char *message)
{
	return iw_findings_add(&s->lint.findings, &(struct iw_finding){
							  .rule = iw_rule_find(rule),
							  .severity = severity,
							  .path = path,
							  .at = at,
							  .message = iw_strdup(message),
							  .subject = subject,
							  .content = 7,
						  });
}

static inline void
start(struct sample *s)
{
	*s = (struct sample){ .sources = { { .path = "exam.xml" }, { .path = "items/fix.xml" } } };
	s->lint.bank = (struct iw_bank){ .root = scratch_dir, .sources = s->sources, .source_count = 2 };
	s->report = (struct iw_report){ .lint = &s->lint, .prefix = "./banks//x/../http/" };
}

/* The place of `words` in content, reckoned from the text alone. */
static inline struct iw_span
place(const char *words)
{
	const char *at = strstr(content, words), *line = at, *end = at + strlen(words);
	struct iw_span s = { .start = (uint32_t)(at - content), .end = (uint32_t)(end - content), .line = 1 };

	while (line > content && line[-1] != '\n')
		line--;
	for (const char *p = content; p < line; p++)
		s.line += *p == '\n';
	s.end_line = s.line;
	s.column = (uint32_t)iw_utf8_count(line, (size_t)(at - line)) + 1;
	s.end_column = (uint32_t)iw_utf8_count(line, (size_t)(end - line)) + 1;
	return s;
}

/* Everything that a finding can be; in the order that findings have. */
static inline void
fill(struct sample *s)
{
	static const struct iw_span lines = { 5, 90, 2, 3, 4, 2 }, nowhere = { 0 }, whole = { 0, 0, 1, 1, 1, 1 };
	struct iw_finding *f;

	start(s);
	scratch_write("items/fix.xml", content);
	add(s, "blueprint/weight-sum", IW_NOTE, "exam.xml", whole, "ex", "the exam itself");
	add(s, "item/key-count", IW_ERROR, HOSTILE_PATH, lines, HOSTILE, HOSTILE);
	add(s, "item/key-count", IW_ERROR, HOSTILE_PATH, lines, HOSTILE, HOSTILE);
	f = add(s, "item/key-count", IW_WARNING, "items/fix.xml", place("no"), "one", "is no");
	iw_finding_fix(f, "say yes and remove the instruction", place("no"), "yes");
	iw_finding_fix(f, "say yes and remove the instruction", place("<?itemwright allow='r'?>"), "");
	f = add(s, "bank/near-duplicate", IW_WARNING, "items/fix.xml", place("y="), "one", "is like '[a]\\{'");
	f->related = (struct iw_related){ HOSTILE_PATH, "[a]\\{", lines };
	f = add(s, "bank/near-duplicate", IW_WARNING, "items/fix.xml", place("y='"), "one", "is like another");
	f->related = (struct iw_related){ "items/more.xml", NULL, lines };
	f = add(s, "bank/out-of-scope", IW_WARNING, "items/fix.xml", place("x="), "one", "is allowed");
	f->acceptance = IW_ALLOWED;
	f->reason = HOSTILE;
	f = add(s, "bank/out-of-scope", IW_ERROR, "items/fix.xml", place("a x"), "one", "is allowed without a reason");
	f->acceptance = IW_ALLOWED;
	f = add(s, "bank/out-of-scope", IW_ERROR, "items/fix.xml", place("x"), "two", "is in the baseline");
	f->acceptance = IW_BASELINED;
	add(s, "bank/unused-media", IW_NOTE, "media/a.png", nowhere, NULL, "has no place");
}

static inline struct iw_buf
render(const struct sample *s, const char *format)
{
	struct iw_buf out = IW_BUF_INIT;

	iw_format_find(format)->write(&s->report, &out);
	return out;
}

static inline json_t *
render_json(const struct sample *s, const char *format)
{
	struct iw_buf out = render(s, format);
	json_t *j = json_loadb(out.data, out.len, JSON_REJECT_DUPLICATES, NULL);

	iw_buf_release(&out);
	return j;
}

/* Follow names, and indexes such as "#2", into a document. */
static inline const json_t *
get(const json_t *j, const char *path)
{
	char step[64];

	while (j && *path) {
		size_t n = strcspn(path, " ");

		snprintf(step, sizeof step, "%.*s", (int)n, path);
		j = step[0] == '#' ? json_array_get(j, strtoul(step + 1, NULL, 10)) : json_object_get(j, step);
		path += n + (path[n] == ' ');
	}
	return j;
}

static const char *
text(const json_t *j, const char *path)
{
	return json_string_value(get(j, path));
}

/* Whether `has` stands in what a format gives. */
static inline bool
gives(const struct sample *s, const char *format, const char *has)
{
	struct iw_buf out = render(s, format);
	bool found = strstr(out.data, has) != NULL;

	if (!found)
		printf("# %s\n", out.data);
	iw_buf_release(&out);
	return found;
}

#endif
