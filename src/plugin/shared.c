/* SPDX-License-Identifier: Apache-2.0 */
/* Plugins that are shared objects. */
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"
#include "plugin/child.h"
#include "plugin/host.h"

/* libxml2 broke its ABI once: 2.14 is libxml2.so.16, older ones are .so.2. */
static bool
same_libxml(uint32_t theirs)
{
	return (theirs >= 21400) == (LIBXML_VERSION >= 21400);
}

/* The file that was checked is the one that is loaded, whatever the path names by then. */
static void *
open_object(const char *path, struct iw_error *e)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	char by_fd[64];
	void *object;

	if (fd < 0) {
		(void)iw_fail(e, IW_UNUSABLE, "%s cannot be opened", path);
		return NULL;
	}
	snprintf(by_fd, sizeof by_fd, "/proc/self/fd/%d", fd);
	object = dlopen(access(by_fd, R_OK) == 0 ? by_fd : path, RTLD_NOW | RTLD_LOCAL);
	if (!object) {
		const char *why = dlerror();

		/* The loader knows it by its number only. */
		if (why && strncmp(why, by_fd, strlen(by_fd)) == 0)
			why += strlen(by_fd) + (why[strlen(by_fd)] == ':');
		(void)iw_fail(e, IW_UNUSABLE, "%s cannot be loaded:%s%s", path, why && *why == ' ' ? "" : " ",
		              why ? why : "?");
	}
	/* The loader tells objects apart by name: the number stays taken for as long as the plugin is loaded,
	 * which is for ever. */
	if (!object)
		close(fd);
	return object;
}

static const char *
misfit(const struct iw_plugin *p)
{
	if (p->abi_major != IW_ABI_MAJOR)
		return "was built for another major version of the plugin ABI; rebuild it against this "
		       "itemwright/plugin.h";
	if (p->abi_minor > IW_ABI_MINOR)
		return "needs a newer itemwright";
	if (p->size < offsetof(struct iw_plugin, render) + sizeof p->render)
		return "has a damaged stamp: its struct is too small";
	if (!same_libxml(p->libxml))
		return "was built against an incompatible libxml2; rebuild it";
	return NULL;
}

const struct iw_plugin *
iw_shared_open(const char *path, struct iw_error *e)
{
	void *object = open_object(path, e);
	const struct iw_plugin *p = object ? dlsym(object, "itemwright_plugin") : NULL;
	const char *why = p ? misfit(p) : NULL;

	if (!object)
		return NULL;
	if (!p)
		(void)iw_fail(e, IW_UNUSABLE, "%s is not an itemwright plugin: it exports no 'itemwright_plugin'",
		              path);
	else if (why)
		(void)iw_fail(e, IW_UNUSABLE, "%s %s", path, why);
	else if (!p->name || !p->version || !p->summary)
		(void)iw_fail(e, IW_UNUSABLE, "%s has no name, version or summary", path);
	else if (!p->render)
		(void)iw_fail(e, IW_UNUSABLE, "%s has no render callback", path);
	else
		return p;
	return NULL;
}

/* Strings one after the other: '+', the text and a NUL, or '-' for NULL. */
static void
put(struct iw_buf *b, const char *s)
{
	iw_buf_char(b, s ? '+' : '-');
	if (s)
		iw_buf_add(b, s, strlen(s) + 1);
}

/* What is left of such strings, which nobody vouches for. */
struct strings {
	const char *at, *end;
	struct iw_arena *arena;
	bool damaged;
};

/* What it declares is shown to users. */
static const char *
shown(struct iw_arena *arena, const char *bytes, size_t len)
{
	char *line = iw_utf8_line(bytes, len);
	const char *kept = iw_arena_str(arena, line, strlen(line));

	free(line);
	return kept;
}

static const char *
get(struct strings *s)
{
	const char *from = s->at + 1, *nul;

	if (s->at >= s->end || s->damaged) {
		s->damaged = true;
		return NULL;
	}
	if (*s->at == '-') {
		s->at++;
		return NULL;
	}
	nul = memchr(from, '\0', (size_t)(s->end - from));
	s->damaged = *s->at != '+' || !nul;
	if (s->damaged)
		return NULL;
	s->at = nul + 1;
	return shown(s->arena, from, (size_t)(nul - from));
}

/* A probe of one file. */
struct probe {
	struct iw_loaded *loaded;
	const char *path;
	bool good;
	char *reason; /* why it was refused */
};

static void
describe(const struct iw_plugin *p, struct iw_buf *b)
{
	char number[32];

	put(b, p->name);
	put(b, p->version);
	put(b, p->summary);
	put(b, p->size >= offsetof(struct iw_plugin, media_types) + sizeof p->media_types ? p->media_types : NULL);
	snprintf(number, sizeof number, "%u", p->views);
	put(b, number);
	for (const struct iw_option *o = p->options; o && o->name; o++) {
		put(b, o->name);
		snprintf(number, sizeof number, "%d", (int)o->type);
		put(b, number);
		put(b, o->choices);
		put(b, o->fallback);
		put(b, o->help);
	}
}

static void
ask(void *context, const struct iw_sender *sender)
{
	const struct probe *probe = context;
	struct iw_buf b = IW_BUF_INIT;
	struct iw_error e;
	const struct iw_plugin *p = iw_shared_open(probe->path, &e);

	if (p)
		describe(p, &b);
	if (p)
		(void)iw_send(sender, IW_MESSAGE_PLUGIN, b.data, b.len, NULL, 0);
	else
		(void)iw_send(sender, IW_MESSAGE_REFUSED, e.text, strlen(e.text), NULL, 0);
	iw_buf_release(&b);
}

enum { MOST_OPTIONS = 256 };

static bool
learn(struct iw_loaded *loaded, const char *bytes, size_t len)
{
	struct strings s = { bytes, bytes + len, &loaded->arena, false };
	struct iw_option *options = iw_arena_alloc(&loaded->arena, MOST_OPTIONS + 1, sizeof *options);
	struct iw_plugin *p = &loaded->plugin;
	const char *number;

	p->name = get(&s);
	p->version = get(&s);
	p->summary = get(&s);
	p->media_types = get(&s);
	number = get(&s);
	p->views = number ? (uint32_t)strtoul(number, NULL, 10) : 0;
	for (size_t n = 0; s.at < s.end && !s.damaged && n < MOST_OPTIONS; n++) {
		options[n].name = get(&s);
		number = get(&s);
		options[n].type = (enum iw_option_type)(number ? strtol(number, NULL, 10) : -1);
		options[n].choices = get(&s);
		options[n].fallback = get(&s);
		options[n].help = get(&s);
	}
	p->options = options;
	return !s.damaged && s.at == s.end && p->name && p->version && p->summary;
}

static bool
hear(void *context, uint32_t kind, const char *bytes, size_t len)
{
	struct probe *probe = context;

	if (probe->good || probe->reason)
		return false;
	if (kind == IW_MESSAGE_REFUSED)
		probe->reason = iw_utf8_line(bytes, len);
	else
		probe->good = kind == IW_MESSAGE_PLUGIN && learn(probe->loaded, bytes, len);
	return probe->good || probe->reason;
}

enum iw_status
iw_shared_load(struct iw_loaded *loaded, const char *path, struct iw_error *e)
{
	struct probe probe = { .loaded = loaded, .path = path };
	struct iw_task task = {
		.context = &probe, .body = ask, .receive = hear, .readable = &probe.path, .readable_count = 1
	};
	struct iw_buf why = IW_BUF_INIT;
	enum iw_status status = IW_OK;

	loaded->shared = true;
	iw_tasks_run(&task, 1, 1);
	iw_task_reason(&task, &why);
	if (probe.reason)
		status = iw_fail(e, IW_UNUSABLE, "%s", probe.reason);
	else if (task.end != IW_CHILD_DONE || !probe.good)
		status = iw_fail(e, IW_UNUSABLE, "%s cannot be loaded: %s", path, why.data);
	iw_buf_release(&why);
	free(probe.reason);
	return status;
}
