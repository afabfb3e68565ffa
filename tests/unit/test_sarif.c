/* SPDX-License-Identifier: Apache-2.0 */
/* SARIF: places, messages, fixes, and findings that are accepted. */
#include "report_sample.h"

/* The byte at a line and column of `from`. */
static size_t
offset(const char *from, const json_t *region, const char *line_key, const char *column_key)
{
	const char *p = from;
	uint32_t c;

	for (json_int_t n = json_integer_value(json_object_get(region, line_key)); n > 1; n--)
		p = strchr(p, '\n') + 1;
	for (json_int_t n = json_integer_value(json_object_get(region, column_key)); n > 1; n--)
		p += iw_utf8_decode(p, strlen(p), &c);
	return (size_t)(p - from);
}

/* Carry out the replacements of a SARIF fix, the last first; by lines and columns, and bytes must agree. */
static void
test_fix(const json_t *result)
{
	struct iw_buf now = IW_BUF_INIT;
	const json_t *all = get(result, "fixes #0 artifactChanges #0 replacements");

	iw_buf_str(&now, content);
	for (size_t i = json_array_size(all); i-- > 0;) {
		const json_t *one = json_array_get(all, i), *region = get(one, "deletedRegion");
		size_t from = offset(now.data, region, "startLine", "startColumn");
		size_t to = offset(now.data, region, "endLine", "endColumn");
		struct iw_buf next = IW_BUF_INIT;

		is_num(json_integer_value(get(region, "byteOffset")), from);
		is_num(json_integer_value(get(region, "byteLength")), to - from);
		iw_buf_add(&next, now.data, from);
		iw_buf_str(&next, text(one, "insertedContent text"));
		iw_buf_str(&next, now.data + to);
		iw_buf_release(&now);
		now = next;
	}
	is_str(now.data, mended);
	iw_buf_release(&now);
}

static void
test_messages(const json_t *results)
{
	const char *hostile = text(results, "#1 message text");

	ok(strstr(hostile, "{{0}} [l] (http://e) \x1b[31m \x01 \xef\xbf\xbd\xef\xbf\xbd") != NULL);
	is_str(text(results, "#4 message text"), "is like '[\\[a\\]\\\\{{](1)'");
	is_str(text(results, "#5 message text"), "is like another (see [the other place](1))");
	is_num(json_integer_value(get(results, "#5 relatedLocations #0 id")), 1);
	ok(!get(results, "#3 relatedLocations"));
}

static void
test_sarif(struct sample *s)
{
	static const char uri[] = "banks/http/items/%1B%5D0%3B%C3%B6%20%25%2C%3A%0A%FF%3C%26%22%27.xml";
	json_t *j = render_json(s, "sarif");
	const json_t *results = get(j, "runs #0 results");

	is_num(json_array_size(results), 10);
	is_num(json_array_size(get(j, "runs #0 tool driver rules")), (json_int_t)iw_rule_count);
	is_str(text(results, "#1 locations #0 physicalLocation artifactLocation uri"), uri);
	is_str(text(results, "#0 locations #0 logicalLocations #0 fullyQualifiedName"), "exam:ex");
	is_str(text(results, "#3 locations #0 logicalLocations #0 fullyQualifiedName"), "item:one");
	ok(!get(results, "#9 locations #0 physicalLocation region"));
	ok(!get(results, "#9 locations #0 logicalLocations"));
	is_num(json_array_size(get(results, "#3 suppressions")), 0);
	is_str(text(results, "#6 suppressions #0 kind"), "inSource");
	ok(text(results, "#6 suppressions #0 justification") != NULL);
	ok(get(results, "#7 suppressions #0") && !get(results, "#7 suppressions #0 justification"));
	is_str(text(results, "#8 suppressions #0 kind"), "external");
	ok(!get(results, "#8 baselineState"));
	for (size_t i = 0; i < json_array_size(results); i++) {
		const json_t *one = json_array_get(results, i);
		json_int_t rule = json_integer_value(get(one, "ruleIndex"));

		is_str(text(one, "ruleId"),
		       text(json_array_get(get(j, "runs #0 tool driver rules"), (size_t)rule), "id"));
	}
	test_messages(results);
	test_fix(json_array_get(results, 3));
	json_decref(j);
}

static void
test_baseline(struct sample *s)
{
	json_t *j;

	s->report.baseline = true;
	j = render_json(s, "sarif");
	is_str(text(j, "runs #0 results #0 baselineState"), "new");
	is_str(text(j, "runs #0 results #6 baselineState"), "new");
	is_str(text(j, "runs #0 results #8 baselineState"), "unchanged");
	json_decref(j);
	s->report.baseline = false;
}

int
main(void)
{
	struct sample s;

	scratch_make();
	fill(&s);
	test_sarif(&s);
	test_baseline(&s);
	iw_findings_release(&s.lint.findings);
	return done();
}
