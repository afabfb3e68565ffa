/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/render.h"

#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "plugin/run.h"

static const struct iw_buf *
media(void *context, const char *name, const char **type)
{
	const struct iw_medium *m = iw_media_by_name(context, name);

	if (!m)
		return NULL;
	*type = m->type;
	return &m->bytes;
}

void
iw_render_say(void *context, enum iw_level level, const char *where, const char *text)
{
	static const char *const names[] = { "note", "warning", "error" };
	const char *plugin = context;

	iw_say("%s: %s%s%s: %s", plugin, where ? where : "", where ? ": " : "", names[level], text);
}

struct iw_setting_pair *
iw_render_settings(const struct iw_args *args, const char *plugin, struct iw_arena *arena, size_t *count)
{
	struct iw_setting_pair *pairs = iw_arena_alloc(arena, args->given_count, sizeof *pairs);
	size_t len = strlen(plugin);
	const char *s;

	*count = 0;
	for (size_t i = 0; (s = iw_args_nth(args, "option", i)) != NULL; i++)
		if (strncmp(s, plugin, len) == 0 && s[len] == '.') {
			const char *name = s + len + 1, *equals = strchr(name, '=');

			pairs[(*count)++] = (struct iw_setting_pair){
				iw_arena_str(arena, name, (size_t)(equals - name)),
				equals + 1,
			};
		}
	return pairs;
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

enum iw_status
iw_render_check_options(const struct iw_args *args, const char *plugins, struct iw_error *e)
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

/* A plugin of the list, ready to run. */
struct rendering {
	char *name;
	struct iw_loaded *loaded;
	struct iw_plugin_input input;
	struct iw_tree out;
};

static enum iw_status
load(struct rendering *r, struct iw_prepared *p, bool full, const struct iw_args *args, struct iw_arena *arena,
     struct iw_error *e)
{
	enum iw_status status = iw_plugin_load(r->name, &r->loaded, e);

	r->input = (struct iw_plugin_input){
		.view = full ? IW_VIEW_FULL : IW_VIEW_CANDIDATE,
		.host = { .context = &p->compiled.media, .media = media },
		.say = iw_render_say,
		.say_context = r->name,
	};
	r->input.settings = iw_render_settings(args, r->name, arena, &r->input.setting_count);
	if (status == IW_OK)
		status = iw_plugin_check_settings(r->loaded, r->input.settings, r->input.setting_count, e);
	if (status == IW_OK)
		status = iw_prepared_view(p, full, &r->input.form, e);
	return status;
}

static size_t
count_names(const char *list)
{
	size_t n = 1;

	for (; *list; list++)
		n += *list == ',';
	return n;
}

/* Hand over what succeeded; of what failed, the first is the error, and the others are said. */
static enum iw_status
hand_over(struct rendering *all, const struct iw_plugin_run *runs, size_t count, iw_rendered *rendered, void *context,
          struct iw_error *e)
{
	enum iw_status status = IW_OK;

	for (size_t i = 0; i < count; i++) {
		enum iw_status own = runs[i].status;
		struct iw_error why = runs[i].error;

		if (own == IW_OK)
			own = rendered(context, all[i].name, &all[i].out, &why);
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
iw_render(struct iw_prepared *p, const char *list, bool full, const struct iw_args *args, iw_rendered *rendered,
          void *context, struct iw_error *e)
{
	size_t most = count_names(list), count = 0;
	struct rendering *all = iw_alloc(most, sizeof *all);
	struct iw_plugin_run *runs = iw_alloc(most, sizeof *runs);
	struct iw_arena arena = IW_ARENA_INIT;
	enum iw_status status = IW_OK;

	for (const char *at = list; *at && status == IW_OK; at += strcspn(at, ","), at += *at == ',') {
		struct rendering *r = &all[count];

		r->name = iw_strndup(at, strcspn(at, ","));
		r->out = (struct iw_tree)IW_TREE_INIT;
		status = load(r, p, full, args, &arena, e);
		runs[count++] = (struct iw_plugin_run){ r->loaded, &r->input, &r->out, IW_OK, { "" } };
	}
	if (status == IW_OK) {
		iw_plugins_run(runs, count, iw_parallel_jobs(0));
		status = hand_over(all, runs, count, rendered, context, e);
	}
	for (size_t i = 0; i < count; i++) {
		iw_tree_release(&all[i].out);
		iw_loaded_free(all[i].loaded);
		free(all[i].name);
	}
	free(runs);
	free(all);
	iw_arena_release(&arena);
	return status;
}
