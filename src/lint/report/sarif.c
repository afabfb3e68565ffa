/* SPDX-License-Identifier: Apache-2.0 */
/*
 * SARIF 2.1.0, errata 01. Accepted findings are kept, and marked. Nothing depends on the time or the machine: the root
 * of the repository is named SRCROOT and left to the consumer.
 */
#include <stdlib.h>
#include <string.h>

#include "lint/report/sarif.h"

static const char schema[] =
	"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/* Text of a message: a brace would begin a placeholder, and "](" a link. */
static void
add_literal(struct iw_buf *out, const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		iw_buf_char(out, s[i]);
		if (s[i] == '{' || s[i] == '}')
			iw_buf_char(out, s[i]);
		if (s[i] == ']' && s[i + 1] == '(')
			iw_buf_char(out, ' ');
	}
}

/* A link to the related location, which has the id 1. */
static void
add_link(struct iw_buf *out, const char *name)
{
	iw_buf_char(out, '[');
	for (; *name; name++) {
		if (strchr("[]\\", *name))
			iw_buf_char(out, '\\');
		add_literal(out, name, 1);
	}
	iw_buf_str(out, "](1)");
}

/* GitHub shows a related location only where the message has a link to it. */
static void
add_with_link(struct iw_buf *out, const struct iw_finding *f)
{
	const char *name = f->related.subject ? f->related.subject : "the other place";
	const char *rest = f->message;
	struct iw_buf quoted = IW_BUF_INIT;
	const char *at;

	iw_buf_printf(&quoted, "'%s'", name);
	at = strstr(f->message, quoted.data);
	if (at) {
		add_literal(out, rest, (size_t)(at - rest) + 1);
		add_link(out, name);
		rest = at + quoted.len - 1;
	}
	add_literal(out, rest, strlen(rest));
	if (!at) {
		iw_buf_str(out, " (see ");
		add_link(out, name);
		iw_buf_char(out, ')');
	}
	iw_buf_release(&quoted);
}

json_t *
iw_sarif_message(const struct iw_finding *f)
{
	struct iw_buf text = IW_BUF_INIT;
	json_t *message;

	if (f->related.path)
		add_with_link(&text, f);
	else
		add_literal(&text, f->message, strlen(f->message));
	message = json_pack("{s:o}", "text", iw_json_string(text.data));
	iw_buf_release(&text);
	return message;
}

static json_t *
tool(void)
{
	return json_pack("{s:{s:s, s:s, s:s, s:s, s:o}}", "driver", "name", "itemwright", "version", PACKAGE_VERSION,
	                 "semanticVersion", PACKAGE_VERSION, "language", "en", "rules", iw_sarif_rules());
}

static json_t *
run_of(const struct iw_report *report)
{
	const struct iw_findings *list = &report->lint->findings;
	struct iw_sarif s = { .report = report, .files = IW_MAP_INIT, .artifacts = json_array() };
	uint32_t *turns = iw_fingerprint_turns(list);
	json_t *results = json_array();

	for (size_t i = 0; i < list->count; i++)
		json_array_append_new(results, iw_sarif_result(&s, &list->at[i], turns[i]));
	free(turns);
	iw_map_release(&s.files);
	return json_pack("{s:o, s:[{s:b}], s:{s:{s:{s:s}}}, s:s, s:s, s:s, s:o, s:o}", "tool", tool(), "invocations",
	                 "executionSuccessful", true, "originalUriBaseIds", "SRCROOT", "description", "text",
	                 "The root of the repository.", "defaultEncoding", "UTF-8", "columnKind", "unicodeCodePoints",
	                 "language", "en", "artifacts", s.artifacts, "results", results);
}

void
iw_report_sarif(const struct iw_report *report, struct iw_buf *out)
{
	iw_json_write(json_pack("{s:s, s:s, s:[o]}", "$schema", schema, "version", "2.1.0", "runs", run_of(report)),
	              out);
}
