/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a picture is, and the picture without what it does not show.
 *
 * A picture file can carry a title, comments, the name of its author, a time, the place where it was taken,
 * scripts and links: any of them can tell a key. PNG, JPEG, GIF, WebP and SVG are taken; PNG loses its text,
 * time and EXIF chunks, JPEG and GIF their comments and application data but for colour and repetition, SVG
 * its comments, metadata, what is of an editor's own namespaces, and pictures that it embeds are cleaned too; an SVG
 * with scripts, links or embedded documents is refused, and a WebP is taken only when it carries nothing of the kind.
 */
#ifndef IW_PICTURE_H
#define IW_PICTURE_H

#include "base/buf.h"
#include "base/status.h"

struct iw_picture_kind {
	const char *type;      /* "image/png" */
	const char *extension; /* "png" */
	enum iw_status (*clean)(const char *name, const struct iw_buf *in, struct iw_buf *out, struct iw_error *e);
};

/* Add the cleaned picture to `out`. `name` is for messages. The kind is told by the bytes, not the name. */
enum iw_status iw_picture_clean(const char *name, const struct iw_buf *in, struct iw_buf *out,
                                const struct iw_picture_kind **kind, struct iw_error *e);

/*
 * Read the picture of that path below the bank's folder and clean it. IW_FOUND when the path is not one below media/
 * or the picture cannot be shown; IW_UNUSABLE when it cannot be read.
 */
enum iw_status iw_picture_read(const char *root, const char *source, struct iw_buf *out,
                               const struct iw_picture_kind **kind, struct iw_error *e);

/* picture_svg.c */
enum iw_status iw_svg_clean(const char *name, const struct iw_buf *in, struct iw_buf *out, struct iw_error *e);

#endif
