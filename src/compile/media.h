/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The pictures of a form. They are called m1.png, m2.svg, ... in the order in which they are first shown, so
 * that no file name of an author reaches a candidate, and are cleaned of what a picture can carry besides
 * what it shows: comments, metadata, scripts (picture.h).
 */
#ifndef IW_MEDIA_H
#define IW_MEDIA_H

#include "base/buf.h"
#include "base/status.h"

struct iw_medium {
	char *name;       /* "m1.png" */
	char *source;     /* "media/flow.png" */
	const char *type; /* "image/png" */
	struct iw_buf bytes;
};

struct iw_media {
	struct iw_medium *at;
	size_t count, cap;
};

/* The picture of that path in the bank, which is read and named when it is met for the first time. */
enum iw_status iw_media_add(struct iw_media *media, const char *root, const char *source, struct iw_error *e);

/* By its path in the bank; NULL when there is none. */
const struct iw_medium *iw_media_by_source(const struct iw_media *media, const char *source);

void iw_media_release(struct iw_media *media);

#endif
