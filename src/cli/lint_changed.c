/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/lint_changed.h"

#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "base/path.h"
#include "base/repository.h"
#include "cli/git.h"

/* What the threads that read files need. */
struct reading {
	const char *root;
	struct iw_changed *changed;
	const struct iw_git_bytes *old; /* of each file */
};

static void
read_now(const struct reading *r, const char *path, struct iw_texts_pair *file)
{
	char *full = iw_path_join(r->root, path);
	struct iw_xml xml = IW_XML_INIT;

	if (iw_xml_read(&xml, full, NULL) == IW_OK)
		file->is_known = iw_texts_find(&file->now, &xml);
	iw_xml_release(&xml);
	free(full);
}

static void
read_old(const struct iw_git_bytes *bytes, struct iw_texts_pair *file)
{
	struct iw_xml xml = IW_XML_INIT;

	if (!bytes->data)
		return;
	iw_buf_add(&xml.bytes, bytes->data, bytes->len);
	iw_xml_parse(&xml);
	(void)iw_texts_find(&file->old, &xml);
	iw_xml_release(&xml);
}

static bool
is_file_of_items(const char *path)
{
	return strncmp(path, "items/", 6) == 0 && iw_path_has_suffix(path, ".xml");
}

static void
read_file(void *context, size_t index, unsigned worker)
{
	const struct reading *r = context;
	const char *path = r->changed->paths[index];
	struct iw_texts_pair *file = &r->changed->files[index];

	(void)worker;
	if (!is_file_of_items(path))
		return;
	read_now(r, path, file);
	read_old(&r->old[index], file);
}

static void
add_path(struct iw_changed *changed, const char *path)
{
	changed->paths[changed->count] = iw_strdup(path);
	iw_map_add(&changed->by_path, changed->paths[changed->count], changed->count, NULL);
	changed->count++;
}

/* There is room for the baseline too. */
static void
take_paths(struct iw_changed *changed, const struct iw_git_changes *changes)
{
	changed->paths = iw_alloc(changes->count + 1, sizeof *changed->paths);
	changed->files = iw_alloc(changes->count + 1, sizeof *changed->files);
	for (size_t i = 0; i < changes->count; i++)
		add_path(changed, changes->at[i].path);
}

/* Whether two folders are in one repository. */
static bool
are_together(const char *a, const char *b)
{
	char *x = iw_repository_find(a), *y = iw_repository_find(b);
	bool together = x && y && strcmp(x, y) == 0;

	free(x);
	free(y);
	return together;
}

/* The baseline may be in another folder than the bank. One that is in no repository, or another, counts as changed. */
static enum iw_status
add_baseline(struct iw_changed *changed, const char *root, const char *commit, const char *path, struct iw_error *e)
{
	char *full = iw_path_join(root, path), *folder = iw_path_dir(full);
	const char *const paths[] = { iw_path_base(full), NULL };
	struct iw_git_changes changes = { 0 };
	bool together = are_together(root, folder);
	enum iw_status status = together ? iw_git_changed(folder, commit, paths, &changes, e) : IW_OK;

	if (status == IW_OK && (changes.count || !together))
		add_path(changed, path);
	iw_git_changes_release(&changes);
	free(folder);
	free(full);
	return status;
}

static enum iw_status
find_files(struct iw_changed *changed, const char *root, const char *commit, unsigned jobs, struct iw_error *e)
{
	static const char *const parts[] = { "exam.xml", "forms", "items", "media", NULL };
	struct iw_git_changes changes = { 0 };
	struct iw_buf all = IW_BUF_INIT;
	enum iw_status status = iw_git_changed(root, commit, parts, &changes, e);
	struct iw_git_bytes *old;

	if (status != IW_OK)
		return status;
	take_paths(changed, &changes);
	for (size_t i = 0; i < changes.count; i++)
		if (!is_file_of_items(changes.at[i].path))
			changes.at[i].old[0] = '\0';
	old = iw_alloc(changes.count, sizeof *old);
	status = iw_git_old_bytes(root, &changes, old, &all, e);
	if (status == IW_OK) {
		iw_parallel(changed->count, jobs, read_file, &(struct reading){ root, changed, old });
		iw_texts_match(changed->files, changed->count);
	}
	free(old);
	iw_buf_release(&all);
	iw_git_changes_release(&changes);
	return status;
}

enum iw_status
iw_changed_find(struct iw_changed *changed, const char *root, const char *revision, const struct iw_baseline *baseline,
                unsigned jobs, struct iw_error *e)
{
	char *repository = iw_repository_find(root), commit[IW_GIT_ID_SIZE];
	enum iw_status status = IW_OK;

	*changed = (struct iw_changed){ .by_path = IW_MAP_INIT };
	if (!repository)
		status = iw_fail(e, IW_UNUSABLE,
		                 "%s is in no git repository, and --changed-since asks git what has changed", root);
	free(repository);
	if (status == IW_OK)
		status = iw_git_commit(root, revision, commit, e);
	if (status == IW_OK)
		status = find_files(changed, root, commit, jobs, e);
	if (status == IW_OK && baseline)
		status = add_baseline(changed, root, commit, baseline->path, e);
	if (status != IW_OK)
		iw_changed_release(changed);
	return status;
}

void
iw_changed_release(struct iw_changed *changed)
{
	for (size_t i = 0; i < changed->count; i++) {
		free(changed->paths[i]);
		free(changed->files[i].now.at);
		free(changed->files[i].old.at);
	}
	free(changed->files);
	free(changed->paths);
	iw_map_release(&changed->by_path);
	*changed = (struct iw_changed){ .by_path = IW_MAP_INIT };
}

/* The file, or the folder around it that is a repository of its own; NULL when neither has changed. */
static const struct iw_texts_pair *
find_file(const struct iw_changed *changed, const char *path)
{
	const size_t *index = iw_map_get(&changed->by_path, path);
	char *folder = index ? NULL : iw_strdup(path), *slash;

	while (!index && (slash = strrchr(folder, '/')) != NULL) {
		*slash = '\0';
		index = iw_map_get(&changed->by_path, folder);
	}
	free(folder);
	return index ? &changed->files[*index] : NULL;
}

static bool
has_changed(const struct iw_changed *changed, const char *path, uint32_t at)
{
	const struct iw_texts_pair *file = find_file(changed, path);
	const struct iw_item_text *text = file && file->is_known ? iw_texts_at(&file->now, at) : NULL;

	return text ? text->changed : file != NULL;
}

bool
iw_changed_has(const struct iw_changed *changed, const struct iw_finding *f)
{
	return has_changed(changed, f->path, f->at.start) ||
	       (f->related.path && has_changed(changed, f->related.path, f->related.at.start));
}
