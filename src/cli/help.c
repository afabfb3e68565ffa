/* SPDX-License-Identifier: Apache-2.0 */
/* Help and man pages, from the commands' descriptors. */
#include <string.h>

#include "cli/command.h"

static const char about_program[] =
	"Itemwright is a compiler for examinations. It reads a bank of items written in XML, says what is wrong "
	"with them, compiles forms that meet the exam's blueprint, exports them through plugins, and packs them "
	"as signed archives.\n\n"
	"A bank is a folder with exam.xml. Commands find it by walking up from where they are run.";

static const char *const exits[][2] = {
	{ "0", "all is well" },
	{ "1", "findings at error severity, or a failed verification" },
	{ "2", "wrong usage, or input that cannot be used" },
	{ "3", "the system failed, for example a full disk; what could not be written whole is as it was" },
};

/* Text in lines of at most 78 columns. */
static void
fill(struct iw_buf *out, const char *text)
{
	size_t column = 0;

	while (*text) {
		size_t n = strcspn(text, " \n");

		if (column && column + 1 + n > 78) {
			iw_buf_char(out, '\n');
			column = 0;
		}
		if (column && n) {
			iw_buf_char(out, ' ');
			column++;
		}
		iw_buf_add(out, text, n);
		column += n;
		text += n;
		if (*text == '\n') {
			iw_buf_char(out, '\n');
			column = 0;
		}
		text += *text != '\0';
	}
	iw_buf_char(out, '\n');
}

static void
flag_text(const struct iw_flag *f, struct iw_buf *out)
{
	size_t start = out->len;

	iw_buf_str(out, "  ");
	if (f->letter)
		iw_buf_printf(out, "-%c, ", f->letter);
	else
		iw_buf_str(out, "    ");
	iw_buf_printf(out, "--%s%s%s", f->name, f->value ? " " : "", f->value ? f->value : "");
	do
		iw_buf_char(out, ' ');
	while (out->len - start < 30);
	iw_buf_printf(out, "%s\n", f->help);
}

static const struct iw_flag help_flag = { "help", 0, NULL, "show this help", false };

static void
program_text(struct iw_buf *out)
{
	iw_buf_str(out, "usage: itemwright COMMAND [OPTION...] [ARGUMENT...]\n\n");
	fill(out, about_program);
	iw_buf_str(out, "\ncommands:\n");
	for (size_t i = 0; iw_commands[i]; i++)
		iw_buf_printf(out, "  %-10s %s\n", iw_commands[i]->name, iw_commands[i]->summary);
	iw_buf_str(out,
	           "\nitemwright COMMAND --help tells more of one; itemwright --version says which version this is.\n");
}

void
iw_help_text(const struct iw_command *command, struct iw_buf *out)
{
	if (!command) {
		program_text(out);
		return;
	}
	iw_buf_printf(out, "usage: itemwright %s%s%s%s\n\n", command->name, command->flags ? " [OPTION...]" : "",
	              *command->operands ? " " : "", command->operands);
	fill(out, command->about);
	iw_buf_str(out, "\noptions:\n");
	for (const struct iw_flag *f = command->flags; f && f->name; f++)
		flag_text(f, out);
	flag_text(&help_flag, out);
	iw_buf_str(out, "\nexit codes:\n");
	for (size_t i = 0; i < sizeof exits / sizeof *exits; i++)
		iw_buf_printf(out, "  %s  %s\n", exits[i][0], exits[i][1]);
}

/* Text of a man page: backslashes, hyphens and leading dots mean something to roff. */
static void
roff(struct iw_buf *out, const char *text)
{
	for (const char *p = text; *p; p++) {
		if (p > text && p[-1] == '\n' && *p == '\n')
			iw_buf_str(out, ".PP");
		if ((p == text || p[-1] == '\n') && (*p == '.' || *p == '\''))
			iw_buf_str(out, "\\&");
		if (*p == '\\')
			iw_buf_str(out, "\\e");
		else if (*p == '-')
			iw_buf_str(out, "\\-");
		else
			iw_buf_char(out, *p);
	}
	iw_buf_char(out, '\n');
}

static void
flag_man(const struct iw_flag *f, struct iw_buf *out)
{
	iw_buf_str(out, ".TP\n");
	if (f->letter)
		iw_buf_printf(out, "\\fB\\-%c\\fR, ", f->letter);
	iw_buf_str(out, "\\fB\\-\\-");
	for (const char *p = f->name; *p; p++)
		iw_buf_printf(out, "%s%c", *p == '-' ? "\\" : "", *p);
	iw_buf_printf(out, "\\fR%s%s%s\n", f->value ? " \\fI" : "", f->value ? f->value : "", f->value ? "\\fR" : "");
	roff(out, f->help);
}

static void
head(const struct iw_command *command, struct iw_buf *out)
{
	iw_buf_printf(out, ".TH ITEMWRIGHT%s", command ? "\\-" : "");
	for (const char *p = command ? command->name : ""; *p; p++)
		iw_buf_char(out, (char)(*p - 32));
	iw_buf_printf(out, " 1 \"\" \"Itemwright %s\" \"Itemwright manual\"\n.SH NAME\nitemwright%s%s \\- ",
	              PACKAGE_VERSION, command ? "\\-" : "", command ? command->name : "");
	roff(out, command ? command->summary : "a compiler for examinations");
	iw_buf_str(out, ".SH SYNOPSIS\n\\fBitemwright");
	if (command)
		iw_buf_printf(out, " %s\\fR%s ", command->name, command->flags ? " [\\fIOPTION\\fR...]" : "");
	else
		iw_buf_str(out, "\\fR \\fICOMMAND\\fR [\\fIOPTION\\fR...] [\\fIARGUMENT\\fR...]");
	roff(out, command ? command->operands : "");
	iw_buf_str(out, ".SH DESCRIPTION\n");
	roff(out, command ? command->about : about_program);
}

void
iw_help_man(const struct iw_command *command, struct iw_buf *out)
{
	head(command, out);
	if (command) {
		iw_buf_str(out, ".SH OPTIONS\n");
		for (const struct iw_flag *f = command->flags; f && f->name; f++)
			flag_man(f, out);
		flag_man(&help_flag, out);
	} else {
		iw_buf_str(out, ".SH COMMANDS\n");
		for (size_t i = 0; iw_commands[i]; i++) {
			iw_buf_printf(out, ".TP\n\\fBitemwright\\-%s\\fR(1)\n", iw_commands[i]->name);
			roff(out, iw_commands[i]->summary);
		}
	}
	iw_buf_str(out, ".SH EXIT STATUS\n");
	for (size_t i = 0; i < sizeof exits / sizeof *exits; i++) {
		iw_buf_printf(out, ".TP\n%s\n", exits[i][0]);
		roff(out, exits[i][1]);
	}
}
