/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/lint_scope.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/path.h"

enum { MOST_LISTED = 64 << 20 }; /* bytes of a list of paths */

void
iw_scope_release(struct iw_scope *scope)
{
	for (size_t i = 0; i < scope->count; i++)
		free(scope->paths[i]);
	free(scope->paths);
	free(scope->root);
	iw_map_release(&scope->by_path);
	*scope = (struct iw_scope){ .by_path = IW_MAP_INIT };
}

/* Take over a path relative to the bank, "." for all of it. */
static void
add_part(struct iw_scope *scope, char *part)
{
	bool added = false;

	if (strcmp(part, ".") == 0)
		scope->whole = true;
	else
		iw_map_add(&scope->by_path, part, scope->count, &added);
	if (!added) {
		free(part);
		return;
	}
	IW_GROW(scope->paths, scope->count, scope->cap);
	scope->paths[scope->count++] = part;
}

/* Take over the folder of a bank as the user names it: the one that is linted, or again the same. */
static enum iw_status
set_root(struct iw_scope *scope, char *root, const char *real_root, const char *path, struct iw_error *e)
{
	char *first = scope->root ? realpath(scope->root, NULL) : NULL;
	bool same = first && strcmp(first, real_root) == 0;

	free(first);
	if (!scope->root) {
		scope->root = root;
		return IW_OK;
	}
	free(root);
	if (same)
		return IW_OK;
	return iw_fail(e, IW_UNUSABLE, "%s belongs to another bank than the paths before it; lint one bank at a time",
	               path);
}

static enum iw_status
add_path(struct iw_scope *scope, const char *path, struct iw_error *e)
{
	char *real = realpath(path, NULL), *root = real ? iw_bank_find(path) : NULL;
	char *real_root = root ? realpath(root, NULL) : NULL;
	enum iw_status status;

	if (!real) {
		status = iw_fail(e, IW_UNUSABLE, "%s: there is no such file or folder", path);
	} else if (!real_root) {
		status = iw_fail(e, IW_UNUSABLE,
		                 "%s: no exam.xml here or in a folder above; a bank is a folder with exam.xml", path);
		free(root);
	} else {
		status = set_root(scope, root, real_root, path, e);
		if (status == IW_OK)
			add_part(scope, iw_path_relative(real_root, real));
	}
	free(real_root);
	free(real);
	return status;
}

static enum iw_status
read_input(struct iw_buf *out, struct iw_error *e)
{
	ssize_t n;

	do {
		n = read(STDIN_FILENO, iw_buf_room(out, 65536), 65536);
		if (n > 0)
			out->len += (size_t)n;
	} while (n > 0 ? out->len <= MOST_LISTED : n < 0 && errno == EINTR);
	out->data[out->len] = '\0';
	if (n < 0)
		return iw_fail(e, IW_SYSTEM, "the list of paths on standard input cannot be read: %s", strerror(errno));
	if (n > 0)
		return iw_fail(e, IW_UNUSABLE, "the list of paths on standard input is larger than %d bytes",
		               MOST_LISTED);
	return IW_OK;
}

/* One path a line, or between NULs when there is one. */
static enum iw_status
add_listed(struct iw_scope *scope, struct iw_error *e)
{
	struct iw_buf list = IW_BUF_INIT;
	enum iw_status status = read_input(&list, e);
	char end = memchr(list.data, '\0', list.len) ? '\0' : '\n';

	for (size_t i = 0, n; i < list.len && status == IW_OK; i += n + 1) {
		char *stop = memchr(list.data + i, end, list.len - i);

		n = stop ? (size_t)(stop - list.data) - i : list.len - i;
		list.data[i + n] = '\0';
		if (n)
			status = add_path(scope, list.data + i, e);
	}
	iw_buf_release(&list);
	return status;
}

enum iw_status
iw_scope_find(struct iw_scope *scope, const struct iw_args *args, struct iw_error *e)
{
	enum iw_status status = IW_OK;
	bool listed = false;

	*scope = (struct iw_scope){ .by_path = IW_MAP_INIT };
	for (size_t i = 0; i < args->operand_count && status == IW_OK; i++) {
		bool list = strcmp(args->operands[i], "-") == 0;

		if (list && listed)
			status = iw_fail(e, IW_UNUSABLE, "'-' is given twice; there is one list on standard input");
		else
			status = list ? add_listed(scope, e) : add_path(scope, args->operands[i], e);
		listed |= list;
	}
	if (status != IW_OK)
		return status;
	if (!args->operand_count) {
		/* Without a PATH the whole bank is meant, from wherever in it. */
		status = add_path(scope, ".", e);
		scope->whole = true;
	} else if (!scope->root) {
		/* A list with nothing on it. */
		scope->root = iw_bank_find(".");
	}
	return status;
}

/* Whether a path, or a folder around it, is what was asked about. */
static bool
is_asked_for(const struct iw_scope *scope, const char *path)
{
	char *folder = iw_strdup(path), *slash;
	bool found;

	while (!(found = iw_map_get(&scope->by_path, folder) != NULL) && (slash = strrchr(folder, '/')) != NULL)
		*slash = '\0';
	free(folder);
	return found;
}

/* Every part of the scope that `path` is in has something. */
static void
mark_parts(const struct iw_scope *scope, bool *has, const char *path)
{
	char *folder = iw_strdup(path), *slash;

	do {
		const size_t *index = iw_map_get(&scope->by_path, folder);

		if (index)
			has[*index] = true;
		slash = strrchr(folder, '/');
		if (slash)
			*slash = '\0';
	} while (slash);
	free(folder);
}

enum iw_status
iw_scope_check(const struct iw_scope *scope, const struct iw_bank *bank, const char *baseline, struct iw_error *e)
{
	enum iw_status status = IW_OK;
	bool *has;

	if (scope->whole || !scope->count)
		return IW_OK;
	has = iw_alloc(scope->count, sizeof *has);
	for (size_t i = 0; i < bank->source_count; i++)
		mark_parts(scope, has, bank->sources[i].path);
	for (size_t i = 0; i < bank->media.count; i++)
		mark_parts(scope, has, bank->media.path[i]);
	if (baseline)
		mark_parts(scope, has, baseline);
	for (size_t i = 0; i < scope->count && status == IW_OK; i++)
		if (!has[i])
			status = iw_fail(e, IW_UNUSABLE,
			                 "%s is not part of the bank: items are items/**/*.xml, forms are "
			                 "forms/**/*.xml, pictures are below media/",
			                 scope->paths[i]);
	free(has);
	return status;
}

bool
iw_scope_has(const struct iw_scope *scope, const struct iw_finding *f)
{
	/* Of two copies the finding is on one; an entry of the baseline is about what it accepts. */
	return scope->whole || is_asked_for(scope, f->path) ||
	       (f->related.path && is_asked_for(scope, f->related.path));
}
