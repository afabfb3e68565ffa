/* SPDX-License-Identifier: Apache-2.0 */
/* What a SARIF log says of the rules: from registry.c and the pages of docs/rules. */
#include <stdlib.h>
#include <string.h>

#include "base/builtin.h"
#include "base/mem.h"
#include "lint/report/sarif.h"

/* "ItemKeyCount" of "item/key-count" */
static json_t *
pascal_name(const char *id)
{
	struct iw_buf name = IW_BUF_INIT;
	bool starts = true;
	json_t *j;

	for (; *id; id++) {
		bool joins = *id == '/' || *id == '-';

		if (!joins)
			iw_buf_char(&name, starts && *id >= 'a' && *id <= 'z' ? (char)(*id - 'a' + 'A') : *id);
		starts = joins;
	}
	j = iw_json_string(name.data);
	iw_buf_release(&name);
	return j;
}

/* The first paragraph of a page, which stands below its title and its header, on one line. */
static void
first_paragraph(const char *page, struct iw_buf *out)
{
	const char *end;

	for (int skipped = 0; page && skipped < 2; skipped++)
		page = strstr(page, "\n\n"), page = page ? page + 2 : NULL;
	if (!page)
		return;
	end = strstr(page, "\n\n");
	iw_buf_add(out, page, end ? (size_t)(end - page) : strcspn(page, "\n"));
	for (char *p = out->data; (p = strchr(p, '\n')) != NULL;)
		*p = ' ';
}

/* Text of a page without the marks of code and emphasis. */
static json_t *
plain(const char *markdown)
{
	struct iw_buf text = IW_BUF_INIT;
	json_t *j;

	for (; *markdown; markdown++)
		if (*markdown != '`' && *markdown != '*')
			iw_buf_char(&text, *markdown);
	j = iw_json_string(text.data);
	iw_buf_release(&text);
	return j;
}

static void
add_page(json_t *to, const struct iw_rule *rule)
{
	char *name = iw_printf("%s.md", rule->id);
	const struct iw_builtin *file = iw_builtin_find(iw_builtin_rules, name);
	struct iw_buf first = IW_BUF_INIT;
	char *page = file ? iw_strndup(file->data, file->len) : iw_printf("%s\n", rule->help);

	first_paragraph(page, &first);
	if (!first.len)
		iw_buf_str(&first, rule->summary);
	json_object_set_new(to, "fullDescription",
	                    json_pack("{s:o, s:o}", "text", plain(first.data), "markdown", iw_json_string(first.data)));
	json_object_set_new(to, "help", json_pack("{s:s, s:o}", "text", rule->help, "markdown", iw_json_string(page)));
	iw_buf_release(&first);
	free(page);
	free(name);
}

const char *
iw_sarif_level(enum iw_severity severity)
{
	return severity == IW_OFF ? "none" : iw_severity_name(severity);
}

/* What GitHub sorts by, besides precision. */
static const char *
problem_severity(enum iw_severity severity)
{
	return severity >= IW_WARNING ? iw_severity_name(severity) : "recommendation";
}

static json_t *
rule_of(const struct iw_rule *rule)
{
	json_t *all = json_pack("{s:s, s:o, s:{s:s}}", "id", rule->id, "name", pascal_name(rule->id),
	                        "shortDescription", "text", rule->summary);

	add_page(all, rule);
	json_object_set_new(
		all, "defaultConfiguration",
		json_pack("{s:b, s:s}", "enabled", rule->severity != IW_OFF, "level", iw_sarif_level(rule->severity)));
	json_object_set_new(all, "properties",
	                    json_pack("{s:[s%], s:s, s:s}", "tags", rule->id, strcspn(rule->id, "/"), "precision",
	                              rule->severity == IW_ERROR ? "very-high" : "high", "problem.severity",
	                              problem_severity(rule->severity)));
	return all;
}

json_t *
iw_sarif_rules(void)
{
	json_t *rules = json_array();

	for (size_t i = 0; i < iw_rule_count; i++)
		json_array_append_new(rules, rule_of(&iw_rules[i]));
	return rules;
}
