/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/render.h"

#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"

static void
say(void *context, enum iw_level level, const char *where, const char *text)
{
	static const char *const names[] = { "note", "warning", "error" };
	const char *plugin = context;

	iw_say("%s: %s%s%s: %s", plugin, where ? where : "", where ? ": " : "", names[level], text);
}

/* The --option values of a plugin, which have been checked; made in `arena`. */
static void
set_options(struct iw_renderer *r, const struct iw_args *args, struct iw_arena *arena)
{
	size_t len = strlen(r->name);
	const char *s;

	r->settings = iw_arena_alloc(arena, args->given_count, sizeof *r->settings);
	for (size_t i = 0; (s = iw_args_nth(args, "option", i)) != NULL; i++)
		if (strncmp(s, r->name, len) == 0 && s[len] == '.') {
			const char *name = s + len + 1, *equals = strchr(name, '=');

			r->settings[r->setting_count++] = (struct iw_setting_pair){
				iw_arena_str(arena, name, (size_t)(equals - name)),
				equals + 1,
			};
		}
}

/* Whether `name` (of `len` bytes) is in "a,b,c". */
static bool
is_listed(const char *list, const char *name, size_t len)
{
	for (const char *p = list; *p; p += strcspn(p, ","), p += *p == ',')
		if (strcspn(p, ",") == len && memcmp(p, name, len) == 0)
			return true;
	return false;
}

/* Whether each --option names one of the plugins and has a value. */
static enum iw_status
check_options(const struct iw_args *args, const char *plugins, struct iw_error *e)
{
	const char *s;

	for (size_t i = 0; (s = iw_args_nth(args, "option", i)) != NULL; i++) {
		const char *dot = strchr(s, '.');

		if (!dot || !strchr(dot, '='))
			return iw_fail(e, IW_UNUSABLE, "--option takes PLUGIN.NAME=VALUE, not '%s'", s);
		if (!is_listed(plugins, s, (size_t)(dot - s)))
			return iw_fail(e, IW_UNUSABLE, "--option %s is for plugin '%.*s', which is not run", s,
			               (int)(dot - s), s);
	}
	return IW_OK;
}

static size_t
count_names(const char *list)
{
	size_t n = 1;

	for (; *list; list++)
		n += *list == ',';
	return n;
}

static enum iw_status
load(struct iw_rendering *r, const char *name, size_t len, const struct iw_args *args, struct iw_error *e)
{
	struct iw_renderer *plugin = &r->plugins[r->count++];
	enum iw_status status;

	plugin->name = iw_strndup(name, len);
	status = iw_plugin_load(plugin->name, &plugin->loaded, e);
	if (status != IW_OK)
		return status;
	set_options(plugin, args, &r->arena);
	return iw_plugin_check_settings(plugin->loaded, plugin->settings, plugin->setting_count, e);
}

static enum iw_status
start_runner(struct iw_rendering *r, struct iw_error *e)
{
	const struct iw_loaded **plugins = iw_alloc(r->count, sizeof *plugins);
	enum iw_status status;

	for (size_t i = 0; i < r->count; i++)
		plugins[i] = r->plugins[i].loaded;
	status = iw_runner_start(plugins, r->count, &r->runner, e);
	free(plugins);
	return status;
}

enum iw_status
iw_rendering_start(struct iw_rendering *r, const char *list, const struct iw_args *args, struct iw_error *e)
{
	enum iw_status status = check_options(args, list, e);

	*r = (struct iw_rendering){ .arena = IW_ARENA_INIT };
	r->plugins = iw_alloc(count_names(list), sizeof *r->plugins);
	for (const char *at = list; *at && status == IW_OK; at += strcspn(at, ","), at += *at == ',')
		status = load(r, at, strcspn(at, ","), args, e);
	return status == IW_OK ? start_runner(r, e) : status;
}

void
iw_rendering_release(struct iw_rendering *r)
{
	iw_runner_free(r->runner);
	for (size_t i = 0; i < r->count; i++) {
		iw_loaded_free(r->plugins[i].loaded);
		free(r->plugins[i].name);
	}
	free(r->plugins);
	iw_arena_release(&r->arena);
}

struct iw_plugin_run
iw_rendering_of(const struct iw_renderer *plugin, const struct iw_plugin_document *document,
                struct iw_plugin_input *input, struct iw_tree *out)
{
	*input = (struct iw_plugin_input){
		.document = document,
		.settings = plugin->settings,
		.setting_count = plugin->setting_count,
		.say = say,
		.say_context = plugin->name,
	};
	return (struct iw_plugin_run){ plugin->loaded, input, out, IW_OK, { "" } };
}

/* A view of the form; its table of pictures is made in `arena`. */
static enum iw_status
view(struct iw_prepared *p, bool full, struct iw_arena *arena, struct iw_plugin_document *document, struct iw_error *e)
{
	const struct iw_media *media = &p->compiled.media;
	struct iw_plugin_picture *pictures = iw_arena_alloc(arena, media->count, sizeof *pictures);

	for (size_t i = 0; i < media->count; i++) {
		const struct iw_medium *m = &media->at[i];

		pictures[i] = (struct iw_plugin_picture){ m->name, m->type, &m->bytes };
	}
	*document = (struct iw_plugin_document){
		.view = full ? IW_VIEW_FULL : IW_VIEW_CANDIDATE,
		.pictures = pictures,
		.picture_count = media->count,
	};
	return iw_prepared_view(p, full, &document->doc, e);
}

/* Hand over what succeeded; of what failed, the first is the error, and the others are said. */
static enum iw_status
hand_over(const struct iw_rendering *r, const struct iw_plugin_run *runs, iw_rendered *rendered, void *context,
          struct iw_error *e)
{
	enum iw_status status = IW_OK;

	for (size_t i = 0; i < r->count; i++) {
		enum iw_status own = runs[i].status;
		struct iw_error why = runs[i].error;

		if (own == IW_OK)
			own = rendered(context, r->plugins[i].name, runs[i].out, &why);
		if (own != IW_OK && status != IW_OK)
			iw_say("%s", why.text);
		if (own != IW_OK && status == IW_OK) {
			status = own;
			*e = why;
		}
	}
	return status;
}

enum iw_status
iw_render(struct iw_rendering *r, struct iw_prepared *p, bool full, iw_rendered *rendered, void *context,
          struct iw_error *e)
{
	struct iw_plugin_input *inputs = iw_alloc(r->count, sizeof *inputs);
	struct iw_plugin_run *runs = iw_alloc(r->count, sizeof *runs);
	struct iw_tree *trees = iw_alloc(r->count, sizeof *trees);
	struct iw_plugin_document document;
	enum iw_status status = view(p, full, &r->arena, &document, e);

	for (size_t i = 0; i < r->count; i++) {
		trees[i] = (struct iw_tree)IW_TREE_INIT;
		runs[i] = iw_rendering_of(&r->plugins[i], &document, &inputs[i], &trees[i]);
	}
	if (status == IW_OK) {
		iw_runner_run(r->runner, runs, r->count, iw_parallel_jobs(0));
		status = hand_over(r, runs, rendered, context, e);
	}
	for (size_t i = 0; i < r->count; i++)
		iw_tree_release(&trees[i]);
	free(trees);
	free(runs);
	free(inputs);
	return status;
}
