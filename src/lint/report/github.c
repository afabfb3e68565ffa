/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Workflow commands of GitHub Actions, which become annotations. GitHub shows ten a step: these are the worst ones,
 * and a last line says how many there are besides.
 */
#include <inttypes.h>
#include <string.h>

#include "lint/report/common.h"

enum { MOST = 10 };

static const char *const commands[] = {
	[IW_NOTE] = "notice",
	[IW_WARNING] = "warning",
	[IW_ERROR] = "error",
};

/* What a command's data can hold: `special` as %XX, all on one line. */
static void
add_escaped(struct iw_buf *out, const char *s, const char *special)
{
	struct iw_buf text = IW_BUF_INIT;

	iw_add_text(&text, s);
	for (const char *p = text.data; *p; p++)
		if (strchr(special, *p))
			iw_buf_printf(out, "%%%02X", (unsigned char)*p);
		else
			iw_buf_char(out, *p);
	iw_buf_release(&text);
}

static void
add_data(struct iw_buf *out, const char *s)
{
	add_escaped(out, s, "%\r\n");
}

static void
add_property(struct iw_buf *out, const char *name, const char *s)
{
	iw_buf_printf(out, "%s=", name);
	add_escaped(out, s, "%\r\n:,");
}

static void
add_place(struct iw_buf *out, const struct iw_span *at)
{
	if (!at->line)
		return;
	iw_buf_printf(out, ",line=%" PRIu32 ",endLine=%" PRIu32, at->line, at->end_line);
	/* GitHub takes no columns over several lines. */
	if (at->end_line == at->line)
		iw_buf_printf(out, ",col=%" PRIu32 ",endColumn=%" PRIu32, at->column, at->end_column);
}

static void
add_command(struct iw_buf *out, const struct iw_report *report, const struct iw_finding *f)
{
	struct iw_buf path = IW_BUF_INIT;

	iw_add_ci_path(&path, report, f->path);
	iw_buf_printf(out, "::%s ", commands[f->severity]);
	add_property(out, "file", path.data);
	add_place(out, &f->at);
	add_property(out, ",title", f->rule->id);
	iw_buf_str(out, "::");
	add_data(out, f->message);
	iw_buf_str(out, "%0A");
	add_data(out, f->rule->help);
	iw_buf_char(out, '\n');
	iw_buf_release(&path);
}

void
iw_report_github(const struct iw_report *report, struct iw_buf *out)
{
	const struct iw_findings *list = &report->lint->findings;
	size_t shown = 0, more = 0;

	for (unsigned severity = IW_ERROR; severity >= IW_NOTE; severity--)
		for (size_t i = 0; i < list->count; i++) {
			if (!iw_finding_is_open(&list->at[i]) || list->at[i].severity != severity)
				continue;
			if (shown < MOST)
				add_command(out, report, &list->at[i]), shown++;
			else
				more++;
		}
	if (more)
		iw_buf_printf(out, "::notice::and %zu more finding%s; see all with itemwright lint --format text\n",
		              more, more == 1 ? "" : "s");
}
