/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cli/command.h"

static size_t
count_flags(const struct iw_flag *flags)
{
	size_t n = 0;

	while (flags && flags[n].name)
		n++;
	return n;
}

/* getopt_long's two tables; long options return their index + 256. Free both with free(). */
static void
make_tables(const struct iw_flag *flags, size_t n, struct option **longs, char **shorts)
{
	struct iw_buf s = IW_BUF_INIT;

	*longs = iw_alloc(n + 1, sizeof **longs);
	iw_buf_char(&s, ':'); /* errors are told here */
	for (size_t i = 0; i < n; i++) {
		(*longs)[i] = (struct option){
			.name = flags[i].name,
			.has_arg = flags[i].value ? required_argument : no_argument,
			.val = 256 + (int)i,
		};
		if (flags[i].letter) {
			iw_buf_char(&s, flags[i].letter);
			if (flags[i].value)
				iw_buf_char(&s, ':');
		}
	}
	*shorts = iw_strdup(s.data);
	iw_buf_release(&s);
}

static const struct iw_flag *
flag_of(const struct iw_flag *flags, size_t n, int c)
{
	if (c >= 256)
		return &flags[c - 256];
	for (size_t i = 0; i < n; i++)
		if (flags[i].letter == c)
			return &flags[i];
	return NULL;
}

static enum iw_status
add(struct iw_args *args, const struct iw_flag *flag, const char *value, struct iw_error *e)
{
	if (value && !*value)
		return iw_fail(e, IW_UNUSABLE, "--%s needs a value, not an empty one", flag->name);
	if (!flag->many && iw_args_has(args, flag->name))
		return iw_fail(e, IW_UNUSABLE, "--%s is given twice", flag->name);
	args->given = iw_realloc(args->given, args->given_count + 1, sizeof *args->given);
	args->given[args->given_count++] = (struct iw_given){ flag, value };
	return IW_OK;
}

static enum iw_status
wrong(const struct iw_command *command, char **argv, int c, struct iw_error *e)
{
	/* getopt: ':' for a missing value; '?' with the option's number when it has a value that it does not take. */
	const char *name = command->name, *what = "is not an option";

	if (c == ':')
		what = "needs a value";
	else if (optopt >= 256)
		what = "takes no value";
	if (optopt && optopt < 256)
		return iw_fail(e, IW_UNUSABLE, "%s: -%c %s; see itemwright %s --help", name, optopt, what, name);
	return iw_fail(e, IW_UNUSABLE, "%s: %s %s; see itemwright %s --help", name, argv[optind - 1], what, name);
}

static enum iw_status
check_operands(const struct iw_args *args, struct iw_error *e)
{
	const struct iw_command *c = args->command;

	if (args->operand_count < c->least)
		return iw_fail(e, IW_UNUSABLE, "usage: itemwright %s %s; see itemwright %s --help", c->name,
		               c->operands, c->name);
	if (args->operand_count > c->most)
		return iw_fail(e, IW_UNUSABLE, "%s: '%s' is one argument too many; see itemwright %s --help", c->name,
		               args->operands[c->most], c->name);
	return IW_OK;
}

enum iw_status
iw_args_parse(struct iw_args *args, const struct iw_command *command, int argc, char **argv, struct iw_error *e)
{
	size_t n = count_flags(command->flags);
	enum iw_status status = IW_OK;
	struct option *longs;
	char *shorts;
	int c;

	*args = (struct iw_args){ .command = command };
	make_tables(command->flags, n, &longs, &shorts);
	optind = 0; /* glibc: start anew, also with what is left of a cluster */
	while (status == IW_OK && (c = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
		const struct iw_flag *flag = c == ':' || c == '?' ? NULL : flag_of(command->flags, n, c);

		status = flag ? add(args, flag, optarg, e) : wrong(command, argv, c, e);
	}
	free(longs);
	free(shorts);
	args->operands = (const char *const *)argv + optind;
	args->operand_count = (size_t)(argc - optind);
	if (status == IW_OK)
		status = check_operands(args, e);
	return status;
}

void
iw_args_release(struct iw_args *args)
{
	free(args->given);
	*args = (struct iw_args){ 0 };
}

const char *
iw_args_nth(const struct iw_args *args, const char *name, size_t n)
{
	for (size_t i = 0; i < args->given_count; i++)
		if (strcmp(args->given[i].flag->name, name) == 0 && n-- == 0)
			return args->given[i].value;
	return NULL;
}

const char *
iw_args_value(const struct iw_args *args, const char *name)
{
	return iw_args_nth(args, name, 0);
}

bool
iw_args_has(const struct iw_args *args, const char *name)
{
	for (size_t i = 0; i < args->given_count; i++)
		if (strcmp(args->given[i].flag->name, name) == 0)
			return true;
	return false;
}

enum iw_status
iw_args_number(const struct iw_args *args, const char *name, unsigned least, unsigned most, unsigned fallback,
               unsigned *number, struct iw_error *e)
{
	const char *s = iw_args_value(args, name);
	unsigned long n;
	char *end;

	*number = fallback;
	if (!s)
		return IW_OK;
	errno = 0;
	n = strtoul(s, &end, 10);
	if (*s < '0' || *s > '9' || *end || errno || n < least || n > most)
		return iw_fail(e, IW_UNUSABLE, "--%s takes a whole number from %u to %u, not '%s'", name, least, most,
		               s);
	*number = (unsigned)n;
	return IW_OK;
}
