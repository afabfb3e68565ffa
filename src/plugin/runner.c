/* SPDX-License-Identifier: Apache-2.0 */
#include "plugin/runner.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "plugin/runner_process.h"

struct iw_runner {
	pid_t pid;
	struct iw_sender sender; /* the socket, which is read too */
	const struct iw_loaded **plugins;
	size_t count;
};

/* Nothing of ours stays open in the runner but the socket, and standard error for what the program itself has to say.
 */
static _Noreturn void
be_runner(int fd, const struct iw_loaded *const *plugins, size_t count)
{
	int null = open("/dev/null", O_RDWR);

	for (int i = 0; i < 2 && null >= 0; i++)
		dup2(null, i);
	signal(SIGINT, SIG_DFL);
	(void)prctl(PR_SET_PDEATHSIG, SIGKILL); /* it is of no use alone */
	iw_runner_serve(fd, plugins, count);
	_exit(0);
}

enum iw_status
iw_runner_start(const struct iw_loaded *const *plugins, size_t count, struct iw_runner **runner, struct iw_error *e)
{
	int fds[2];
	pid_t pid;

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds) != 0)
		return iw_fail(e, IW_SYSTEM, "no process can be started for plugins: %s", strerror(errno));
	fflush(NULL);
	pid = fork();
	if (pid == 0) {
		close(fds[0]);
		be_runner(fds[1], plugins, count);
	}
	close(fds[1]);
	if (pid < 0) {
		close(fds[0]);
		return iw_fail(e, IW_SYSTEM, "no process can be started for plugins: %s", strerror(errno));
	}
	*runner = iw_alloc(1, sizeof **runner);
	**runner = (struct iw_runner){ pid, { fds[0] }, iw_alloc(count, sizeof *plugins), count };
	memcpy((*runner)->plugins, plugins, count * sizeof *plugins);
	return IW_OK;
}

void
iw_runner_free(struct iw_runner *runner)
{
	if (!runner)
		return;
	close(runner->sender.fd);
	while (waitpid(runner->pid, NULL, 0) < 0 && errno == EINTR)
		;
	free(runner->plugins);
	free(runner);
}

/* Two strings one after the other, as the head of a message. */
static void
pair(struct iw_buf *b, const char *first, const char *second)
{
	iw_buf_clear(b);
	iw_buf_add(b, first, strlen(first) + 1);
	iw_buf_add(b, second, strlen(second) + 1);
}

static bool
send_document(const struct iw_sender *to, const struct iw_plugin_document *d, struct iw_buf *room)
{
	uint32_t view = d->view;
	xmlChar *xml = NULL;
	int len = 0;
	bool sent;

	xmlDocDumpMemoryEnc((xmlDoc *)(uintptr_t)d->doc, &xml, &len, "UTF-8"); /* which changes nothing in it */
	if (!xml)
		iw_out_of_memory();
	sent = iw_send(to, IW_ASK_DOCUMENT, &view, sizeof view, NULL, 0) &&
	       iw_send_long(to, IW_ASK_XML, NULL, 0, xml, (size_t)len);
	xmlFree(xml);
	for (size_t i = 0; i < d->picture_count && sent; i++) {
		const struct iw_plugin_picture *p = &d->pictures[i];

		pair(room, p->name, p->type);
		sent = iw_send_long(to, IW_ASK_PICTURE, room->data, room->len, p->bytes->data, p->bytes->len);
	}
	return sent;
}

static bool
send_plugin(const struct iw_runner *r, const struct iw_plugin_run *run, uint32_t document, struct iw_buf *room)
{
	const struct iw_plugin_input *input = run->input;
	struct iw_ask_plugin ask = { 0, document };
	bool sent;

	while (ask.plugin < r->count && r->plugins[ask.plugin] != run->loaded)
		ask.plugin++;
	sent = iw_send(&r->sender, IW_ASK_PLUGIN, &ask, sizeof ask, NULL, 0);
	for (size_t i = 0; i < input->setting_count && sent; i++) {
		pair(room, input->settings[i].name, input->settings[i].value);
		sent = iw_send(&r->sender, IW_ASK_SETTING, room->data, room->len, NULL, 0);
	}
	return sent;
}

/* Runs that follow one another share a document that is the same. */
static bool
send_all(const struct iw_runner *r, const struct iw_plugin_run *runs, size_t count, uint32_t jobs)
{
	struct iw_buf room = IW_BUF_INIT;
	uint32_t documents = 0;
	bool sent = true;

	for (size_t i = 0; i < count && sent; i++) {
		const struct iw_plugin_document *d = runs[i].input->document;

		if (i == 0 || d != runs[i - 1].input->document) {
			sent = send_document(&r->sender, d, &room);
			documents++;
		}
		sent = sent && send_plugin(r, &runs[i], documents - 1, &room);
	}
	iw_buf_release(&room);
	return sent && iw_send(&r->sender, IW_ASK_RUN, &jobs, sizeof jobs, NULL, 0);
}

/* Runs of which there is more to come. */
struct waiting {
	struct iw_plugin_run *runs;
	size_t count;
	bool done;
};

static bool
take_end(struct iw_plugin_run *run, uint32_t status, const char *error, size_t len)
{
	run->status = (enum iw_status)status;
	snprintf(run->error.text, sizeof run->error.text, "%.*s", (int)len, error);
	return status <= IW_SYSTEM;
}

/* What a run reports or writes: of a question, or to an output, and that. */
static bool
take_named(struct iw_plugin_run *run, uint32_t kind, uint32_t level, const char *bytes, size_t len)
{
	const struct iw_plugin_input *input = run->input;
	const char *nul = memchr(bytes, '\0', len), *rest;
	struct iw_error e;
	char *text;

	if (!nul)
		return false;
	rest = nul + 1;
	len -= (size_t)(rest - bytes);
	if (kind == IW_ANSWER_WRITE)
		return iw_tree_write(run->out, bytes, rest, len, &e) == IW_OK;
	text = iw_strndup(rest, len);
	input->say(input->say_context, (enum iw_level)level, *bytes ? bytes : NULL, text);
	free(text);
	return kind == IW_ANSWER_REPORT;
}

static bool
take(void *context, uint32_t kind, const char *bytes, size_t len)
{
	struct waiting *w = context;
	const char *rest = bytes + sizeof(struct iw_answer_head);
	struct iw_answer_head head;

	w->done = kind == IW_ANSWER_DONE;
	if (w->done)
		return true;
	if (len < sizeof head)
		return false;
	memcpy(&head, bytes, sizeof head);
	len -= sizeof head;
	if (head.run >= w->count)
		return false;
	if (kind == IW_ANSWER_END)
		return take_end(&w->runs[head.run], head.code, rest, len);
	return take_named(&w->runs[head.run], kind, head.code, rest, len);
}

void
iw_runner_run(struct iw_runner *runner, struct iw_plugin_run *runs, size_t count, unsigned jobs)
{
	struct waiting w = { runs, count, false };

	for (size_t i = 0; i < count; i++)
		runs[i].status =
			iw_fail(&runs[i].error, IW_SYSTEM, "plugin '%s' was not run: the process for plugins has ended",
		                runs[i].loaded->plugin.name);
	if (send_all(runner, runs, count, jobs))
		iw_receive_until(&w.done, runner->sender.fd, take, &w);
	for (size_t i = 0; i < count; i++)
		if (runs[i].status != IW_OK)
			iw_tree_release(runs[i].out);
}
