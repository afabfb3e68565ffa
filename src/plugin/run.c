/* SPDX-License-Identifier: Apache-2.0 */
#include "plugin/run.h"

#include <stdlib.h>
#include <string.h>

#include "base/path.h"
#include "base/utf8.h"
#include "plugin/child.h"
#include "plugin/host.h"

/* More reports than these are noise. */
enum { MOST_REPORTS = 1000 };

/* A run that is under way. */
struct under_way {
	struct iw_plugin_run *run;
	const char **readable;
	size_t reports;
	enum iw_outcome outcome;
	bool over; /* it has sent its outcome */
};

static void
body(void *context, const struct iw_sender *sender)
{
	const struct under_way *u = context;

	iw_host_render(u->run->loaded, u->run->input, sender);
}

/* A name of a question stands for itself in what is said: letters, digits and the like, or nothing. */
static bool
is_question(const char *name)
{
	return !*name || (iw_path_is_inside(name) && !strpbrk(name, "/ "));
}

static bool
take_report(struct under_way *u, const char *bytes, size_t len)
{
	const struct iw_plugin_input *input = u->run->input;
	struct iw_report_head head;
	char *text;

	if (len < sizeof head || ++u->reports > MOST_REPORTS)
		return false;
	memcpy(&head, bytes, sizeof head);
	if (head.level > IW_LEVEL_ERROR || head.question[sizeof head.question - 1] || !is_question(head.question))
		return false;
	text = iw_utf8_line(bytes + sizeof head, len - sizeof head);
	input->say(input->say_context, (enum iw_level)head.level, *head.question ? head.question : NULL, text);
	free(text);
	return true;
}

static bool
take_write(struct under_way *u, const char *bytes, size_t len)
{
	const char *end = memchr(bytes, '\0', len);
	struct iw_error e;

	return end && iw_tree_write(u->run->out, bytes, end + 1, (size_t)(bytes + len - end - 1), &e) == IW_OK;
}

static bool
take(void *context, uint32_t kind, const char *bytes, size_t len)
{
	struct under_way *u = context;

	if (u->over)
		return false;
	switch (kind) {
	case IW_MESSAGE_REPORT: return take_report(u, bytes, len);
	case IW_MESSAGE_WRITE: return take_write(u, bytes, len);
	case IW_MESSAGE_OUTCOME:
		u->over = len == 1 && (unsigned char)*bytes <= IW_OUTCOME_EMPTY;
		u->outcome = u->over ? (enum iw_outcome)(unsigned char)*bytes : IW_OUTCOME_FAILED;
		return u->over;
	default: return false;
	}
}

/* How it ended, as a status; what it wrote is dropped unless all went well. */
static void
judge(struct under_way *u, const struct iw_task *task)
{
	static const char *const words[] = {
		[IW_OUTCOME_FAILED] = "failed; nothing was written",
		[IW_OUTCOME_SILENT] = "failed without saying why; nothing was written",
		[IW_OUTCOME_EMPTY] = "wrote nothing",
	};
	struct iw_plugin_run *run = u->run;
	const char *name = run->loaded->plugin.name;
	struct iw_buf reason = IW_BUF_INIT;

	if (task->end == IW_CHILD_DONE && u->over && u->outcome == IW_OUTCOME_GOOD) {
		run->status = IW_OK;
		return;
	}
	iw_tree_release(run->out);
	if (task->end == IW_CHILD_DONE && u->over) {
		run->status = iw_fail(&run->error, IW_FOUND, "plugin '%s' %s", name, words[u->outcome]);
		return;
	}
	iw_task_reason(task, &reason);
	run->status = iw_fail(&run->error, IW_FOUND, "plugin '%s' failed: %s; nothing was written", name, reason.data);
	iw_buf_release(&reason);
}

/* What the plugin's process reads: its file, its folders, and what stands beside them to share. */
static void
start(struct under_way *u, struct iw_plugin_run *run, struct iw_task *task)
{
	size_t n = 0;

	u->run = run;
	u->readable = iw_alloc(2 * run->loaded->data_count + 1, sizeof *u->readable);
	u->readable[n++] = run->loaded->path;
	for (size_t i = 0; i < run->loaded->data_count; i++) {
		u->readable[n++] = run->loaded->data[i];
		u->readable[n++] = run->loaded->share[i];
	}
	*task = (struct iw_task){
		.context = u, .body = body, .receive = take, .readable = u->readable, .readable_count = n
	};
}

static void
refuse_view(struct iw_plugin_run *run)
{
	struct iw_buf wanted = IW_BUF_INIT, views = IW_BUF_INIT;

	iw_views_name(run->input->document->view, &wanted);
	iw_views_name(run->loaded->plugin.views, &views);
	run->status = iw_fail(&run->error, IW_UNUSABLE, "plugin '%s' cannot render the %s view; it can render: %s",
	                      run->loaded->plugin.name, wanted.data, views.data);
	iw_buf_release(&wanted);
	iw_buf_release(&views);
}

void
iw_plugins_run(struct iw_plugin_run *runs, size_t count, unsigned jobs)
{
	struct under_way *all = iw_alloc(count, sizeof *all);
	struct iw_task *tasks = iw_alloc(count, sizeof *tasks);
	size_t n = 0;

	for (size_t i = 0; i < count; i++) {
		if (runs[i].loaded->plugin.views & runs[i].input->document->view) {
			start(&all[n], &runs[i], &tasks[n]);
			n++;
		} else {
			refuse_view(&runs[i]);
		}
	}
	iw_tasks_run(tasks, n, jobs);
	for (size_t i = 0; i < n; i++) {
		judge(&all[i], &tasks[i]);
		free(all[i].readable);
	}
	free(tasks);
	free(all);
}
