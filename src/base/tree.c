/* SPDX-License-Identifier: Apache-2.0 */
#include "base/tree.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/path.h"

/* The place of a name of `len` bytes, and whether it is there. */
static size_t
place(const struct iw_tree *tree, const char *name, size_t len, bool *found)
{
	size_t low = 0, high = tree->count;

	*found = false;
	while (low < high && !*found) {
		size_t middle = low + (high - low) / 2;
		const char *there = tree->entries[middle].name;
		int order = strncmp(there, name, len);

		if (order < 0)
			low = middle + 1;
		else
			high = middle;
		if (order == 0 && !there[len]) {
			*found = true;
			low = middle;
		}
	}
	return low;
}

/*
 * An entry that cannot be a file beside a file `name`: one of the folders that `name` is in, or one in a folder `name`.
 * NULL without one. Such are together in the order of bytes, after `name/`.
 */
static const char *
rival(const struct iw_tree *tree, const char *name)
{
	size_t len = strlen(name), at;
	bool found;
	char *inside;

	for (const char *slash = strchr(name, '/'); slash; slash = strchr(slash + 1, '/')) {
		at = place(tree, name, (size_t)(slash - name), &found);
		if (found)
			return tree->entries[at].name;
	}
	inside = iw_printf("%s/", name);
	at = place(tree, inside, len + 1, &found);
	found = at < tree->count && strncmp(tree->entries[at].name, inside, len + 1) == 0;
	free(inside);
	return found ? tree->entries[at].name : NULL;
}

static struct iw_entry *
insert(struct iw_tree *tree, size_t at, const char *name)
{
	IW_GROW(tree->entries, tree->count, tree->cap);
	memmove(tree->entries + at + 1, tree->entries + at, (tree->count - at) * sizeof *tree->entries);
	tree->count++;
	tree->entries[at] = (struct iw_entry){ iw_strdup(name), IW_BUF_INIT };
	return &tree->entries[at];
}

enum iw_status
iw_tree_write(struct iw_tree *tree, const char *name, const void *bytes, size_t len, struct iw_error *e)
{
	bool found;
	size_t at = place(tree, name, strlen(name), &found);
	const char *other;

	if (!iw_path_is_inside(name))
		return iw_fail(e, IW_FOUND, "'%s' cannot be the name of an output: it must be a plain relative path",
		               name);
	other = found ? NULL : rival(tree, name);
	if (other)
		return iw_fail(e, IW_FOUND, "there cannot be outputs '%s' and '%s': one is a folder of the other", name,
		               other);
	if (!found && tree->count >= IW_TREE_MOST_ENTRIES)
		return iw_fail(e, IW_FOUND, "more than %zu outputs", IW_TREE_MOST_ENTRIES);
	if (len > IW_TREE_MOST_BYTES - tree->bytes)
		return iw_fail(e, IW_FOUND, "outputs of more than %zu bytes", IW_TREE_MOST_BYTES);
	if (!found)
		insert(tree, at, name);
	iw_buf_add(&tree->entries[at].data, bytes, len);
	tree->bytes += len;
	return IW_OK;
}

const struct iw_buf *
iw_tree_get(const struct iw_tree *tree, const char *name)
{
	bool found;
	size_t at = place(tree, name, strlen(name), &found);

	return found ? &tree->entries[at].data : NULL;
}

void
iw_tree_release(struct iw_tree *tree)
{
	for (size_t i = 0; i < tree->count; i++) {
		free(tree->entries[i].name);
		iw_buf_release(&tree->entries[i].data);
	}
	free(tree->entries);
	*tree = (struct iw_tree)IW_TREE_INIT;
}
