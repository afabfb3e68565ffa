/* SPDX-License-Identifier: Apache-2.0 */
#include "base/tree.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/path.h"

/* The place of `name`, and whether it is there. */
static size_t
place(const struct iw_tree *tree, const char *name, bool *found)
{
	size_t low = 0, high = tree->count;

	*found = false;
	while (low < high && !*found) {
		size_t middle = low + (high - low) / 2;
		int order = strcmp(tree->entries[middle].name, name);

		if (order < 0)
			low = middle + 1;
		else
			high = middle;
		if (order == 0) {
			*found = true;
			low = middle;
		}
	}
	return low;
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
	size_t at = place(tree, name, &found);

	if (!iw_path_is_inside(name))
		return iw_fail(e, IW_FOUND, "'%s' cannot be the name of an output: it must be a plain relative path",
		               name);
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
	size_t at = place(tree, name, &found);

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
