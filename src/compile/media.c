/* SPDX-License-Identifier: Apache-2.0 */
#include "compile/media.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/picture.h"

const struct iw_medium *
iw_media_by_source(const struct iw_media *media, const char *source)
{
	for (size_t i = 0; i < media->count; i++)
		if (strcmp(media->at[i].source, source) == 0)
			return &media->at[i];
	return NULL;
}

enum iw_status
iw_media_add(struct iw_media *media, const char *root, const char *source, struct iw_error *e)
{
	const struct iw_picture_kind *kind = NULL;
	struct iw_buf bytes = IW_BUF_INIT;
	enum iw_status status;

	if (iw_media_by_source(media, source))
		return IW_OK;
	status = iw_picture_read(root, source, &bytes, &kind, e);
	if (status != IW_OK) {
		iw_buf_release(&bytes);
		return status;
	}
	IW_GROW(media->at, media->count, media->cap);
	media->at[media->count] = (struct iw_medium){
		.name = iw_printf("m%zu.%s", media->count + 1, kind->extension),
		.source = iw_strdup(source),
		.type = kind->type,
		.bytes = bytes,
	};
	media->count++;
	return IW_OK;
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
