/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/lint_outputs.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cli/lint_statistics.h"

static enum iw_status
unknown_format(const char *name, struct iw_error *e)
{
	struct iw_buf known = IW_BUF_INIT;
	enum iw_status status;

	for (const struct iw_format *f = iw_formats; f->name; f++)
		iw_buf_printf(&known, "%s%s", f == iw_formats ? "" : f[1].name ? ", " : " or ", f->name);
	status = iw_fail(e, IW_UNUSABLE, "there is no format '%s'; choose %s", name, known.data);
	iw_buf_release(&known);
	return status;
}

static bool
is_same_place(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

static enum iw_status
add_output(struct iw_outputs *outputs, const struct iw_format *format, const char *file, struct iw_error *e)
{
	for (size_t i = 0; i < outputs->count; i++)
		if (is_same_place(outputs->at[i].file, file))
			return file ? iw_fail(e, IW_UNUSABLE, "two formats cannot be written to one file, %s", file)
			            : iw_fail(e, IW_UNUSABLE,
			                      "one format is printed; write the others to files, as in --format "
			                      "%s=FILE",
			                      format->name);
	IW_GROW(outputs->at, outputs->count, outputs->cap);
	outputs->at[outputs->count++] = (struct iw_output){ format, file };
	return IW_OK;
}

/* NAME[=FILE] */
static enum iw_status
read_output(struct iw_outputs *outputs, const char *text, struct iw_error *e)
{
	size_t len = strcspn(text, "=");
	const char *file = text[len] ? text + len + 1 : NULL;
	char *name = iw_strndup(text, len);
	const struct iw_format *format = iw_format_find(name);
	enum iw_status status;

	if (!format)
		status = unknown_format(name, e);
	else if (file && !*file)
		status = iw_fail(e, IW_UNUSABLE, "--format %s= names no file; leave out the '=' to print it", name);
	else
		status = add_output(outputs, format, file, e);
	free(name);
	return status;
}

/* The output that is printed, or NULL. */
static const struct iw_output *
printed(const struct iw_outputs *outputs)
{
	for (size_t i = 0; i < outputs->count; i++)
		if (!outputs->at[i].file)
			return &outputs->at[i];
	return NULL;
}

enum iw_status
iw_outputs_parse(struct iw_outputs *outputs, const struct iw_args *args, struct iw_error *e)
{
	const char *text;
	enum iw_status status;

	*outputs = (struct iw_outputs){ .statistics = iw_args_has(args, "statistics") };
	status = iw_terminal_ask(&outputs->terminal, iw_args_value(args, "color"), e);
	for (size_t i = 0; status == IW_OK && (text = iw_args_nth(args, "format", i)) != NULL; i++)
		status = read_output(outputs, text, e);
	if (status == IW_OK && !outputs->count)
		status = add_output(outputs, iw_format_find("text"), NULL, e);
	if (status == IW_OK && outputs->statistics && printed(outputs) &&
	    strcmp(printed(outputs)->format->name, "text") != 0)
		status = iw_fail(e, IW_UNUSABLE,
		                 "--statistics is printed in place of the findings; write these to a file, as in "
		                 "--format %s=FILE",
		                 printed(outputs)->format->name);
	return status;
}

void
iw_outputs_release(struct iw_outputs *outputs)
{
	free(outputs->at);
	*outputs = (struct iw_outputs){ 0 };
}

enum iw_status
iw_outputs_stage(const struct iw_outputs *outputs, const struct iw_report *report, struct iw_commit *commit,
                 struct iw_error *e)
{
	enum iw_status status = IW_OK;

	for (size_t i = 0; i < outputs->count && status == IW_OK; i++) {
		const struct iw_output *output = &outputs->at[i];
		struct iw_buf bytes = IW_BUF_INIT;

		if (!output->file)
			continue;
		output->format->write(report, &bytes);
		status = iw_commit_add(commit, output->file, bytes.data, bytes.len, 0644, e);
		iw_buf_release(&bytes);
	}
	return status;
}

enum iw_status
iw_outputs_print(const struct iw_outputs *outputs, const struct iw_report *report, struct iw_error *e)
{
	const struct iw_output *output = printed(outputs);
	struct iw_report to_terminal = *report;
	struct iw_buf bytes = IW_BUF_INIT;
	enum iw_status status;

	to_terminal.colour = outputs->terminal.colour;
	to_terminal.links = outputs->terminal.links;
	if (outputs->statistics)
		iw_statistics_write(report->lint, &bytes);
	else if (output)
		output->format->write(&to_terminal, &bytes);
	status = iw_print(bytes.data, bytes.len, e);
	iw_buf_release(&bytes);
	return status;
}
