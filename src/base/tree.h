/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A set of named outputs in memory: what a plugin writes and what an archive is made of. Names are
 * paths for which iw_path_is_inside holds, kept in the order of their bytes, each once; no name is the folder of
 * another.
 */
#ifndef IW_TREE_H
#define IW_TREE_H

#include <stddef.h>

#include "base/buf.h"
#include "base/status.h"

struct iw_tree {
	struct iw_entry *entries;
	size_t count, cap;
	size_t bytes; /* of all entries together */
};

struct iw_entry {
	char *name;
	struct iw_buf data;
};

#define IW_TREE_INIT                                                                                                   \
	{                                                                                                              \
		NULL, 0, 0, 0                                                                                          \
	}

/* What one set of outputs may hold. */
#define IW_TREE_MOST_BYTES ((size_t)512 << 20)
#define IW_TREE_MOST_ENTRIES ((size_t)20000)

/* Append to the entry `name`, which the first call makes. Refuses an unsafe name, one that is a folder of
 * another or has one for a folder, and too much: IW_FOUND. */
enum iw_status iw_tree_write(struct iw_tree *tree, const char *name, const void *bytes, size_t len, struct iw_error *e);

/* The bytes of an entry, or NULL. Borrowed. */
const struct iw_buf *iw_tree_get(const struct iw_tree *tree, const char *name);

void iw_tree_release(struct iw_tree *tree);

#endif
