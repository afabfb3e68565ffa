/* SPDX-License-Identifier: Apache-2.0 */
#include "compile/media.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/path.h"
#include "compile/picture.h"

enum { MOST_BYTES = 16 << 20 };

const struct iw_medium *
iw_media_by_source(const struct iw_media *media, const char *source)
{
	for (size_t i = 0; i < media->count; i++)
		if (strcmp(media->at[i].source, source) == 0)
			return &media->at[i];
	return NULL;
}

const struct iw_medium *
iw_media_by_name(const struct iw_media *media, const char *name)
{
	for (size_t i = 0; i < media->count; i++)
		if (strcmp(media->at[i].name, name) == 0)
			return &media->at[i];
	return NULL;
}

enum iw_status
iw_media_add(struct iw_media *media, const char *root, const char *source, struct iw_error *e)
{
	struct iw_buf bytes = IW_BUF_INIT, clean = IW_BUF_INIT;
	const struct iw_picture_kind *kind = NULL;
	enum iw_status status;
	char *path;

	if (iw_media_by_source(media, source))
		return IW_OK;
	if (!iw_path_is_inside(source) || strncmp(source, "media/", 6) != 0)
		return iw_fail(e, IW_FOUND, "'%s' is not a path below media/ of the bank", source);
	path = iw_path_join(root, source);
	status = iw_file_read(path, MOST_BYTES, &bytes, NULL, e);
	if (status == IW_OK)
		status = iw_picture_clean(source, &bytes, &clean, &kind, e);
	if (status == IW_OK) {
		IW_GROW(media->at, media->count, media->cap);
		media->at[media->count] = (struct iw_medium){
			.name = iw_printf("m%zu.%s", media->count + 1, kind->extension),
			.source = iw_strdup(source),
			.type = kind->type,
			.bytes = clean,
		};
		media->count++;
		clean = (struct iw_buf)IW_BUF_INIT;
	}
	iw_buf_release(&clean);
	iw_buf_release(&bytes);
	free(path);
	return status;
}

void
iw_media_release(struct iw_media *media)
{
	for (size_t i = 0; i < media->count; i++) {
		free(media->at[i].name);
		free(media->at[i].source);
		iw_buf_release(&media->at[i].bytes);
	}
	free(media->at);
	*media = (struct iw_media){ 0 };
}
