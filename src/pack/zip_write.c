/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>

#include <zlib.h>

#include "base/mem.h"
#include "pack/zip_name.h"
#include "pack/zip_record.h"

/* List a tree with the places that its entries will have. Names and data stay the tree's. */
static enum iw_status
plan(const struct iw_tree *tree, struct iw_zip_listing *list, struct iw_error *e)
{
	uint64_t at = 0, directory = IW_ZIP_END_SIZE;

	if (tree->count == 0)
		return iw_fail(e, IW_FOUND, "there is nothing to pack: an empty package is not written");
	if (tree->count > IW_ZIP_MOST_MEMBERS)
		return iw_fail(e, IW_FOUND, "%zu files are more than a package may hold, which is %d", tree->count,
		               IW_ZIP_MOST_MEMBERS);
	for (size_t i = 0; i < tree->count; i++) {
		const struct iw_entry *entry = &tree->entries[i];
		const unsigned char *data = (const unsigned char *)entry->data.data;
		size_t name = strlen(entry->name);

		if (entry->data.len > UINT32_MAX - 1 || at + directory > UINT32_MAX - 1)
			break;
		IW_GROW(list->members, list->count, list->cap);
		list->members[list->count++] = (struct iw_zip_member){
			entry->name,  data, (uint32_t)entry->data.len, (uint32_t)crc32_z(0, data, entry->data.len),
			(uint32_t)at,
		};
		at += IW_ZIP_LOCAL_SIZE + name + entry->data.len;
		directory += IW_ZIP_CENTRAL_SIZE + name;
	}
	if (list->count < tree->count || at + directory > UINT32_MAX - 1)
		return iw_fail(e, IW_FOUND,
		               "the files are more than a package may hold, which is 4 GiB: use smaller media");
	return iw_zip_check_names(list, e);
}

enum iw_status
iw_zip_write(const struct iw_tree *tree, struct iw_buf *out, struct iw_error *e)
{
	struct iw_zip_listing list = IW_ZIP_LISTING_INIT;
	enum iw_status status = plan(tree, &list, e);
	size_t start = out->len, directory;
	struct iw_zip_record record;

	if (status != IW_OK)
		goto out;
	for (size_t i = 0; i < list.count; i++) {
		record = iw_zip_local(&list.members[i]);
		iw_zip_put(&record, out);
		iw_buf_str(out, list.members[i].name);
		iw_buf_add(out, list.members[i].data, list.members[i].size);
	}
	directory = out->len - start;
	for (size_t i = 0; i < list.count; i++) {
		record = iw_zip_central(&list.members[i]);
		iw_zip_put(&record, out);
		iw_buf_str(out, list.members[i].name);
	}
	record = iw_zip_end(list.count, out->len - start - directory, directory);
	iw_zip_put(&record, out);
out:
	free(list.members);
	return status;
}
