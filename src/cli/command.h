/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Commands. One file a command (cmd_*.c) with a const descriptor; commands.c lists them. From the
 * descriptor come parsing, usage, --help and the man page, so that they cannot differ.
 */
#ifndef IW_COMMAND_H
#define IW_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/status.h"

/* An option: --name, -letter when there is one, with a value when `value` names it. */
struct iw_flag {
	const char *name;
	char letter; /* 0: none */
	const char *value;
	const char *help; /* one line, lower case, no full stop */
	bool many;        /* may be given several times */
};

struct iw_args;

struct iw_command {
	const char *name;
	const char *operands;        /* as in usage: "[PATH...]" */
	const char *summary;         /* one line, lower case, no full stop */
	const char *about;           /* for --help and the man page: paragraphs separated by an empty line */
	const struct iw_flag *flags; /* ends with a NULL name; may be NULL */
	size_t least, most;          /* operands; `most` SIZE_MAX for any number */
	enum iw_status (*run)(const struct iw_args *args, struct iw_error *e);
};

extern const struct iw_command *const iw_commands[]; /* ends with NULL */
const struct iw_command *iw_command_find(const char *name);

/* The parsed command line of one command. Strings are borrowed from argv. */
struct iw_args {
	const struct iw_command *command;
	struct iw_given *given;
	size_t given_count;
	const char *const *operands;
	size_t operand_count;
};

struct iw_given {
	const struct iw_flag *flag;
	const char *value; /* NULL for a flag without one */
};

/* Parse argv[1..]; argv[0] is the command's name. IW_UNUSABLE with the reason on wrong usage. */
enum iw_status iw_args_parse(struct iw_args *args, const struct iw_command *command, int argc, char **argv,
                             struct iw_error *e);
void iw_args_release(struct iw_args *args);

bool iw_args_has(const struct iw_args *args, const char *name);

/* The value of an option, or NULL; the n-th (from 0) value of one that may be given several times. */
const char *iw_args_value(const struct iw_args *args, const char *name);
const char *iw_args_nth(const struct iw_args *args, const char *name, size_t n);

/* The whole number from `least` to `most` given for an option, or `fallback`. */
enum iw_status iw_args_number(const struct iw_args *args, const char *name, unsigned least, unsigned most,
                              unsigned fallback, unsigned *number, struct iw_error *e);

/* The help text and the man page (roff) of a command; of the program when `command` is NULL. */
void iw_help_text(const struct iw_command *command, struct iw_buf *out);
void iw_help_man(const struct iw_command *command, struct iw_buf *out);

/* Write to standard output. IW_SYSTEM when it cannot be written. */
enum iw_status iw_print(const char *bytes, size_t len, struct iw_error *e);

/* Say something to the user, on standard error, with the program's name before it. */
__attribute__((format(printf, 1, 2))) void iw_say(const char *fmt, ...);

#endif
