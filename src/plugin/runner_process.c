/* SPDX-License-Identifier: Apache-2.0 */
#include "plugin/runner_process.h"

#include <libxml/parser.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* A picture that has come. */
struct picture {
	const char *name, *type;
	struct iw_buf bytes;
};

struct document {
	enum iw_view view;
	struct iw_buf xml;
	struct picture *pictures;
	size_t picture_count, picture_cap;
	/* Made when all is there: */
	xmlDoc *doc;
	struct iw_plugin_document shown;
};

/* A run that is asked for, and what it came to. */
struct order {
	struct iw_ask_plugin ask;
	struct iw_setting_pair *settings;
	size_t setting_count, setting_cap;
	/* Made when all is there: */
	const struct server *server;
	struct iw_plugin_input input;
	struct iw_tree out;
};

struct server {
	struct iw_sender to;
	const struct iw_loaded *const *plugins;
	size_t plugin_count;
	struct document *documents;
	size_t document_count, document_cap;
	struct order *orders;
	size_t order_count, order_cap;
	struct iw_arena arena; /* names, types, values */
};

static void
forget(struct server *s)
{
	for (size_t i = 0; i < s->document_count; i++) {
		struct document *d = &s->documents[i];

		for (size_t k = 0; k < d->picture_count; k++)
			iw_buf_release(&d->pictures[k].bytes);
		free(d->pictures);
		iw_buf_release(&d->xml);
		xmlFreeDoc(d->doc);
	}
	for (size_t i = 0; i < s->order_count; i++) {
		free(s->orders[i].settings);
		iw_tree_release(&s->orders[i].out);
	}
	s->document_count = s->order_count = 0;
	iw_arena_clear(&s->arena);
}

static bool
take_document(struct server *s, const char *bytes, size_t len)
{
	uint32_t view;

	if (len != sizeof view)
		return false;
	memcpy(&view, bytes, sizeof view);
	IW_GROW(s->documents, s->document_count, s->document_cap);
	s->documents[s->document_count++] = (struct document){ .view = (enum iw_view)view, .xml = IW_BUF_INIT };
	return true;
}

/* Two strings, each with a NUL. Returns what follows; NULL when they are not there. */
static const char *
read_pair(const char *bytes, size_t len, const char **first, const char **second)
{
	const char *end = bytes + len, *nul = memchr(bytes, '\0', len);

	if (!nul)
		return NULL;
	*first = bytes;
	*second = nul + 1;
	nul = memchr(*second, '\0', (size_t)(end - *second));
	return nul ? nul + 1 : NULL;
}

/* A picture that has the name of the one before it goes on. */
static bool
take_picture(struct server *s, struct document *d, const char *bytes, size_t len)
{
	const char *name, *type, *rest = read_pair(bytes, len, &name, &type);
	struct picture *last = d->picture_count ? &d->pictures[d->picture_count - 1] : NULL;

	if (!rest)
		return false;
	if (!last || strcmp(last->name, name) != 0) {
		IW_GROW(d->pictures, d->picture_count, d->picture_cap);
		last = &d->pictures[d->picture_count++];
		*last = (struct picture){ iw_arena_str(&s->arena, name, strlen(name)),
			                  iw_arena_str(&s->arena, type, strlen(type)), IW_BUF_INIT };
	}
	iw_buf_add(&last->bytes, rest, (size_t)(bytes + len - rest));
	return true;
}

static bool
take_plugin(struct server *s, const char *bytes, size_t len)
{
	struct order order = { .server = s, .out = IW_TREE_INIT };

	if (len != sizeof order.ask)
		return false;
	memcpy(&order.ask, bytes, len);
	IW_GROW(s->orders, s->order_count, s->order_cap);
	s->orders[s->order_count++] = order;
	return order.ask.plugin < s->plugin_count && order.ask.document < s->document_count;
}

static bool
take_setting(struct server *s, struct order *o, const char *bytes, size_t len)
{
	const char *name, *value;

	if (!read_pair(bytes, len, &name, &value))
		return false;
	IW_GROW(o->settings, o->setting_count, o->setting_cap);
	o->settings[o->setting_count++] = (struct iw_setting_pair){ iw_arena_str(&s->arena, name, strlen(name)),
		                                                    iw_arena_str(&s->arena, value, strlen(value)) };
	return true;
}

/* The document as plugins are given it. It was one before it was sent: it needs no limits. */
static bool
make_document(struct server *s, struct document *d)
{
	struct iw_plugin_picture *pictures = iw_arena_alloc(&s->arena, d->picture_count, sizeof *pictures);

	for (size_t i = 0; i < d->picture_count; i++)
		pictures[i] =
			(struct iw_plugin_picture){ d->pictures[i].name, d->pictures[i].type, &d->pictures[i].bytes };
	if (d->xml.len <= INT_MAX)
		d->doc = xmlReadMemory(d->xml.data, (int)d->xml.len, NULL, "UTF-8", XML_PARSE_HUGE | XML_PARSE_NONET);
	d->shown = (struct iw_plugin_document){ d->doc, d->view, pictures, d->picture_count };
	return d->doc;
}

static bool
answer(const struct order *o, enum iw_answer kind, uint32_t code, const char *name, const void *bytes, size_t len)
{
	const struct iw_answer_head head = { (uint32_t)(o - o->server->orders), code };
	struct iw_buf b = IW_BUF_INIT;
	bool sent;

	iw_buf_add(&b, &head, sizeof head);
	if (name)
		iw_buf_add(&b, name, strlen(name) + 1);
	sent = iw_send_long(&o->server->to, kind, b.data, b.len, bytes, len);
	iw_buf_release(&b);
	return sent;
}

static void
say(void *context, enum iw_level level, const char *where, const char *text)
{
	(void)answer(context, IW_ANSWER_REPORT, level, where ? where : "", text, strlen(text));
}

static bool
answer_run(const struct order *o, const struct iw_plugin_run *run)
{
	bool sent = true;

	for (size_t i = 0; i < o->out.count && run->status == IW_OK && sent; i++) {
		const struct iw_entry *entry = &o->out.entries[i];

		sent = answer(o, IW_ANSWER_WRITE, 0, entry->name, entry->data.data, entry->data.len);
	}
	return sent && answer(o, IW_ANSWER_END, run->status, NULL, run->error.text, strlen(run->error.text));
}

static bool
take_run(struct server *s, const char *bytes, size_t len)
{
	struct iw_plugin_run *runs = iw_alloc(s->order_count, sizeof *runs);
	uint32_t jobs;
	bool good = len == sizeof jobs;

	if (good)
		memcpy(&jobs, bytes, sizeof jobs);
	for (size_t i = 0; i < s->document_count && good; i++)
		good = make_document(s, &s->documents[i]);
	for (size_t i = 0; i < s->order_count; i++) {
		struct order *o = &s->orders[i];

		o->input = (struct iw_plugin_input){ .document = &s->documents[o->ask.document].shown,
			                             .settings = o->settings,
			                             .setting_count = o->setting_count,
			                             .say = say,
			                             .say_context = o };
		runs[i] = (struct iw_plugin_run){ s->plugins[o->ask.plugin], &o->input, &o->out, IW_OK, { "" } };
	}
	if (good)
		iw_plugins_run(runs, s->order_count, jobs);
	for (size_t i = 0; i < s->order_count && good; i++)
		good = answer_run(&s->orders[i], &runs[i]);
	free(runs);
	forget(s);
	return good && iw_send(&s->to, IW_ANSWER_DONE, NULL, 0, NULL, 0);
}

static bool
take(void *context, uint32_t kind, const char *bytes, size_t len)
{
	struct server *s = context;
	struct document *d = s->document_count ? &s->documents[s->document_count - 1] : NULL;
	struct order *o = s->order_count ? &s->orders[s->order_count - 1] : NULL;

	switch (kind) {
	case IW_ASK_DOCUMENT: return take_document(s, bytes, len);
	case IW_ASK_XML:
		if (d)
			iw_buf_add(&d->xml, bytes, len);
		return d;
	case IW_ASK_PICTURE: return d && take_picture(s, d, bytes, len);
	case IW_ASK_PLUGIN: return take_plugin(s, bytes, len);
	case IW_ASK_SETTING: return o && take_setting(s, o, bytes, len);
	case IW_ASK_RUN: return take_run(s, bytes, len);
	default: return false;
	}
}

void
iw_runner_serve(int fd, const struct iw_loaded *const *plugins, size_t count)
{
	struct server s = { .to = { fd }, .plugins = plugins, .plugin_count = count, .arena = IW_ARENA_INIT };
	const bool never = false;

	iw_receive_until(&never, fd, take, &s);
	forget(&s);
	free(s.documents);
	free(s.orders);
	iw_arena_release(&s.arena);
}
