/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/render.h"

#include <stdlib.h>
#include <string.h>

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

static void
say(void *context, enum iw_level level, const char *where, const char *text)
{
	static const char *const names[] = { "note", "warning", "error" };
	const char *plugin = context;

	iw_say("%s: %s%s%s: %s", plugin, where ? where : "", where ? ": " : "", names[level], text);
}

/* PLUGIN.NAME=VALUE for this plugin, as pairs. The names are copied into `arena`. */
static struct iw_setting_pair *
settings_of(const struct iw_args *args, const char *plugin, struct iw_arena *arena, size_t *count)
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
			return iw_fail(e, IW_UNUSABLE, "--option %s is for plugin '%.*s', which is not run", s, (int)(dot - s), s);
	}
	return IW_OK;
}

enum iw_status
iw_render(struct iw_prepared *p, const char *name, bool full, const struct iw_args *args, struct iw_tree *out,
          struct iw_error *e)
{
	struct iw_arena arena = IW_ARENA_INIT;
	struct iw_loaded *loaded = NULL;
	struct iw_plugin_input input = {
		.full = full,
		.host = { &p->compiled.media, media },
		.say = say,
		.say_context = (void *)(uintptr_t)name,
	};
	enum iw_status status = iw_plugin_load(name, &loaded, e);

	input.settings = settings_of(args, name, &arena, &input.setting_count);
	if (status == IW_OK)
		status = iw_plugin_check_settings(loaded, input.settings, input.setting_count, e);
	if (status == IW_OK)
		status = iw_prepared_view(p, full, &input.form, e);
	if (status == IW_OK)
		status = iw_plugin_run(loaded, &input, out, e);
	iw_loaded_free(loaded);
	iw_arena_release(&arena);
	return status;
}
