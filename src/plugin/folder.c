/* SPDX-License-Identifier: Apache-2.0 */
#include "plugin/folder.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/path.h"

enum iw_status
iw_folder_find(const struct iw_loaded *loaded, const char *kind, const char *name, const char **folder,
               struct iw_error *e)
{
	enum iw_status status;

	if (!iw_path_is_inside(name) || strchr(name, '/'))
		return iw_fail(e, IW_UNUSABLE, "'%s' is not a file of the plugin's folder", name);
	status = iw_fail(e, IW_FOUND, "there is no %s '%s' in a folder '%s' beside the plugin", kind, name,
	                 loaded->plugin.name);
	for (size_t i = 0; i < loaded->data_count && status == IW_FOUND; i++) {
		char *path = iw_path_join(loaded->data[i], name);

		if (iw_file_exists(path)) {
			*folder = loaded->data[i];
			status = iw_plugin_is_safe(*folder, e);
			if (status == IW_OK)
				status = iw_plugin_is_safe(path, e);
		}
		free(path);
	}
	return status;
}

enum iw_status
iw_folder_read(const struct iw_loaded *loaded, const char *name, struct iw_buf *bytes, struct iw_error *e)
{
	enum { MOST = 1 << 20 };
	const char *folder;
	enum iw_status status = iw_folder_find(loaded, "file", name, &folder, e);

	if (status == IW_OK) {
		char *path = iw_path_join(folder, name);

		status = iw_file_read(path, MOST, bytes, NULL, e);
		free(path);
	}
	return status;
}

enum iw_status
iw_folder_share(const char *folder, struct iw_error *e)
{
	char *parent = iw_path_dir(folder), *share = iw_path_join(parent, "share");
	enum iw_status status = iw_dir_exists(share) ? iw_plugin_is_safe(share, e) : IW_OK;

	free(share);
	free(parent);
	return status;
}
