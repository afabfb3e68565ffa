/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/password.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* One line, a byte at a time: what follows in a pipe is not ours to take. */
static enum iw_status
read_line(int fd, struct iw_secret *out, struct iw_error *e)
{
	size_t len = 0;
	char c = '\0';
	ssize_t n;

	while ((n = read(fd, &c, 1)) != 0 && !(n == 1 && c == '\n')) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return iw_fail(e, IW_UNUSABLE, "the password cannot be read: %s", strerror(errno));
		if (len + 1 >= out->size)
			return iw_fail(e, IW_UNUSABLE, "the password is longer than %zu bytes", out->size - 1);
		out->bytes[len++] = (unsigned char)c;
	}
	out->bytes[len] = '\0';
	if (n == 0 && len == 0)
		return iw_fail(e, IW_UNUSABLE, "no password was given");
	return IW_OK;
}

static void
ask(const char *prompt)
{
	if (write(STDERR_FILENO, prompt, strlen(prompt)) < 0)
		return;
}

static enum iw_status
read_unseen(int tty, const char *prompt, struct iw_secret *out, struct iw_error *e)
{
	struct termios before, unseen;
	enum iw_status status;

	if (tcgetattr(tty, &before) != 0)
		return iw_fail(e, IW_UNUSABLE, "the terminal cannot hide a password: %s", strerror(errno));
	unseen = before;
	unseen.c_lflag &= ~(tcflag_t)ECHO;
	ask(prompt);
	tcsetattr(tty, TCSAFLUSH, &unseen);
	status = read_line(tty, out, e);
	tcsetattr(tty, TCSAFLUSH, &before);
	ask("\n");
	return status;
}

enum iw_status
iw_password(void *context, const char *prompt, struct iw_secret *out, struct iw_error *e)
{
	(void)context;
	if (isatty(STDIN_FILENO))
		return read_unseen(STDIN_FILENO, prompt, out, e);
	return read_line(STDIN_FILENO, out, e);
}
