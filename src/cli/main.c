/* SPDX-License-Identifier: Apache-2.0 */
#include <locale.h>
#include <signal.h>
#include <string.h>

#include "base/temporary.h"
#include "cli/command.h"
#include "xml/init.h"

/* Tell the user what went wrong, if anything did. */
static enum iw_status
told(enum iw_status status, const struct iw_error *e)
{
	if (e->text[0])
		iw_say("%s", e->text);
	return status;
}

/* Ends with the status of the command: the one place where the program exits. */
static enum iw_status
run(const struct iw_command *command, int argc, char **argv)
{
	struct iw_args args;
	struct iw_error e = { "" };
	enum iw_status status = iw_args_parse(&args, command, argc, argv, &e);

	if (status == IW_OK)
		status = command->run(&args, &e);
	iw_args_release(&args);
	return told(status, &e);
}

static enum iw_status
show_help(const struct iw_command *command)
{
	struct iw_buf text = IW_BUF_INIT;
	struct iw_error e = { "" };
	enum iw_status status;

	iw_help_text(command, &text);
	status = iw_print(text.data, text.len, &e);
	iw_buf_release(&text);
	return told(status, &e);
}

static enum iw_status
show_version(void)
{
	static const char text[] = "itemwright " PACKAGE_VERSION "\n";
	struct iw_error e = { "" };

	return told(iw_print(text, sizeof text - 1, &e), &e);
}

static bool
asks_for_help(int argc, char **argv)
{
	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
		if (strcmp(argv[i], "--help") == 0)
			return true;
	return false;
}

static enum iw_status
start(int argc, char **argv)
{
	const struct iw_command *command;

	/* Numbers and texts are the same in every locale. A closed pipe and a file that outgrows its limit are
	 * write errors, not deaths: what was begun is cleaned up. */
	setlocale(LC_ALL, "C");
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	iw_temporary_watch();
	iw_xml_init();
	if (argc < 2) {
		(void)show_help(NULL);
		return IW_UNUSABLE;
	}
	if (strcmp(argv[1], "--help") == 0)
		return show_help(NULL);
	if (strcmp(argv[1], "--version") == 0)
		return show_version();
	command = iw_command_find(argv[1]);
	if (!command) {
		iw_say("'%s' is not a command; see itemwright --help", argv[1]);
		return IW_UNUSABLE;
	}
	if (asks_for_help(argc - 1, argv + 1))
		return show_help(command);
	return run(command, argc - 1, argv + 1);
}

int
main(int argc, char **argv)
{
	return (int)start(argc, argv);
}
