/* SPDX-License-Identifier: Apache-2.0 */
#include "plugin/plugins.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/path.h"

/* The folders of a search; the strings are of one block. */
struct folders {
	char *text;
	const char *at[32];
	size_t count;
};

static void
split(struct folders *f)
{
	char *p = f->text;

	while (*p && f->count < sizeof f->at / sizeof *f->at) {
		size_t n = strcspn(p, ":");
		bool last = p[n] == '\0';

		p[n] = '\0';
		if (*p)
			f->at[f->count++] = p;
		p += n + !last;
	}
}

static struct folders
search_path(void)
{
	const char *own = getenv("ITEMWRIGHT_PLUGIN_PATH"), *dirs = getenv("ITEMWRIGHT_PLUGIN_DIRS");
	struct folders f = { 0 };

	f.text = iw_printf("%s:%s", own ? own : "", dirs ? dirs : IW_PLUGIN_DIR ":" IW_DATA_DIR "/plugins");
	split(&f);
	return f;
}

enum iw_status
iw_plugin_is_safe(const char *path, struct iw_error *e)
{
	struct stat st;

	if (stat(path, &st) != 0)
		return iw_fail(e, IW_UNUSABLE, "%s: there is no such file", path);
	if (st.st_uid != 0 && st.st_uid != geteuid())
		return iw_fail(e, IW_UNUSABLE, "%s belongs to another user; chown it to yourself if you trust it",
		               path);
	/* In a sticky folder such as /tmp others may add files, which are then theirs, but not exchange ours. */
	if (st.st_mode & S_IWOTH && !(S_ISDIR(st.st_mode) && st.st_mode & S_ISVTX))
		return iw_fail(e, IW_UNUSABLE, "%s may be written by anyone; chmod o-w it if you trust it", path);
	return IW_OK;
}

/* The folders NAME/ of the search, with the one beside the plugin first. */
static void
find_data(struct iw_loaded *loaded, const struct folders *folders, size_t own, const char *name)
{
	loaded->data = iw_alloc(folders->count, sizeof *loaded->data);
	loaded->share = iw_alloc(folders->count, sizeof *loaded->share);
	for (size_t i = 0; i < folders->count; i++) {
		size_t at = i == 0 ? own : i <= own ? i - 1 : i;
		char *folder = iw_path_join(folders->at[at], name);

		if (iw_dir_exists(folder)) {
			loaded->share[loaded->data_count] = iw_path_join(folders->at[at], "share");
			loaded->data[loaded->data_count++] = folder;
		} else {
			free(folder);
		}
	}
}

void
iw_loaded_free(struct iw_loaded *loaded)
{
	if (!loaded)
		return;
	for (size_t i = 0; i < loaded->data_count; i++) {
		free(loaded->data[i]);
		free(loaded->share[i]);
	}
	free(loaded->data);
	free(loaded->share);
	free(loaded->path);
	iw_arena_release(&loaded->arena);
	free(loaded);
}

static enum iw_status
check(const struct iw_loaded *loaded, const char *name, struct iw_error *e)
{
	struct iw_error why;

	if (strcmp(loaded->plugin.name, name) != 0)
		return iw_fail(e, IW_UNUSABLE, "%s calls itself '%s'; a plugin's name is that of its file",
		               loaded->path, loaded->plugin.name);
	if (!(loaded->plugin.views & (IW_VIEW_CANDIDATE | IW_VIEW_FULL | IW_VIEW_REPORT)))
		return iw_fail(e, IW_UNUSABLE, "%s declares no view that it can render", loaded->path);
	if (iw_plugin_check_options(&loaded->plugin, &why) != IW_OK)
		return iw_fail(e, IW_UNUSABLE, "%s: %s", loaded->path, why.text);
	return IW_OK;
}

/* Load NAME.so or NAME/plugin.xml of one folder; *there says whether there is either. */
static enum iw_status
load_from(const struct folders *folders, size_t at, const char *name, bool *there, struct iw_loaded **out,
          struct iw_error *e)
{
	char *file = iw_printf("%s.so", name), *object = iw_path_join(folders->at[at], file);
	char *folder = iw_path_join(folders->at[at], name), *sheet = iw_path_join(folder, "plugin.xml");
	struct iw_loaded *loaded = iw_alloc(1, sizeof *loaded);
	bool shared = iw_file_exists(object);
	enum iw_status status = IW_OK;

	*there = shared || iw_file_exists(sheet);
	if (*there) {
		loaded->path = iw_strdup(shared ? object : sheet);
		status = iw_plugin_is_safe(folders->at[at], e);
		if (status == IW_OK && !shared)
			status = iw_plugin_is_safe(folder, e);
		if (status == IW_OK)
			status = iw_plugin_is_safe(loaded->path, e);
		if (status == IW_OK)
			status = shared ? iw_shared_load(loaded, object, e) : iw_sheet_load(loaded, folder, e);
		if (status == IW_OK)
			status = check(loaded, name, e);
	}
	if (*there && status == IW_OK) {
		find_data(loaded, folders, at, name);
		*out = loaded;
	} else {
		iw_loaded_free(loaded);
	}
	free(sheet);
	free(folder);
	free(object);
	free(file);
	return status;
}

enum iw_status
iw_plugin_load(const char *name, struct iw_loaded **loaded, struct iw_error *e)
{
	struct folders folders = search_path();
	enum iw_status status = IW_OK;
	bool there = false;

	if (!*name || strpbrk(name, "/.") || !iw_path_is_inside(name))
		status = iw_fail(e, IW_UNUSABLE, "'%s' cannot be the name of a plugin", name);
	for (size_t i = 0; i < folders.count && status == IW_OK && !there; i++)
		status = load_from(&folders, i, name, &there, loaded, e);
	if (status == IW_OK && !there)
		status = iw_fail(e, IW_UNUSABLE, "there is no plugin '%s'; itemwright plugins lists them", name);
	free(folders.text);
	return status;
}

/* The name of the plugin that an entry of a folder may be; NULL when it is none. Free with free(). */
static char *
plugin_name(const char *folder, const char *entry)
{
	char *path, *sheet, *name = NULL;

	if (entry[0] == '.')
		return NULL;
	if (iw_path_has_suffix(entry, ".so"))
		return iw_strndup(entry, strlen(entry) - 3);
	path = iw_path_join(folder, entry);
	sheet = iw_path_join(path, "plugin.xml");
	if (iw_file_exists(sheet))
		name = iw_strdup(entry);
	free(sheet);
	free(path);
	return name;
}

static int
by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static struct iw_paths
names_in(const char *folder)
{
	struct iw_paths names = IW_PATHS_INIT;
	DIR *d = opendir(folder);
	size_t n = 0;

	for (struct dirent *entry; d && (entry = readdir(d)) != NULL;) {
		char *name = plugin_name(folder, entry->d_name);

		if (!name)
			continue;
		IW_GROW(names.path, names.count, names.cap);
		names.path[names.count++] = name;
	}
	if (d)
		closedir(d);
	if (names.count)
		qsort(names.path, names.count, sizeof *names.path, by_bytes);
	/* NAME.so and NAME/plugin.xml are one entry: the former is taken. */
	for (size_t i = 0; i < names.count; i++) {
		if (n && strcmp(names.path[i], names.path[n - 1]) == 0)
			free(names.path[i]);
		else
			names.path[n++] = names.path[i];
	}
	names.count = n;
	return names;
}

/* What has that name already, loaded or refused: iw_plugin_load looks no further either. */
static const struct iw_found_plugin *
taken(const struct iw_found_plugins *found, const char *name)
{
	for (size_t i = 0; i < found->count; i++)
		if (strcmp(iw_path_base(found->at[i].path), name) == 0)
			return &found->at[i];
	return NULL;
}

static void
list_one(struct iw_found_plugins *found, const struct folders *folders, size_t at, const char *name)
{
	const struct iw_found_plugin *first = taken(found, name);
	struct iw_found_plugin f = { 0 };
	struct iw_error e = { "" };
	bool there;

	f.path = iw_path_join(folders->at[at], name);
	if (first)
		f.reason = iw_printf("another plugin of this name was found first: %s",
		                     first->loaded ? first->loaded->path : first->path);
	else if (load_from(folders, at, name, &there, &f.loaded, &e) != IW_OK)
		f.reason = iw_strdup(e.text);
	IW_GROW(found->at, found->count, found->cap);
	found->at[found->count++] = f;
}

void
iw_plugins_list(struct iw_found_plugins *found)
{
	struct folders folders = search_path();

	*found = (struct iw_found_plugins){ 0 };
	for (size_t i = 0; i < folders.count; i++) {
		struct iw_paths names = names_in(folders.at[i]);

		for (size_t j = 0; j < names.count; j++)
			list_one(found, &folders, i, names.path[j]);
		iw_paths_release(&names);
	}
	free(folders.text);
}

void
iw_plugins_release(struct iw_found_plugins *found)
{
	for (size_t i = 0; i < found->count; i++) {
		iw_loaded_free(found->at[i].loaded);
		free(found->at[i].path);
		free(found->at[i].reason);
	}
	free(found->at);
	*found = (struct iw_found_plugins){ 0 };
}
