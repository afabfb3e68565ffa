/* SPDX-License-Identifier: Apache-2.0 */
#include "model/picture.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/path.h"

enum { MOST_BYTES = 16 << 20 };

static uint32_t
big_endian(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static enum iw_status
damaged(const char *name, const char *what, struct iw_error *e)
{
	return iw_fail(e, IW_FOUND, "%s: this %s file is damaged; save the picture again", name, what);
}

/* A PNG is a signature and chunks of length, type, data and CRC (ISO/IEC 15948). Kept are those that
 * change what is shown. */
static bool
is_shown(const unsigned char *type)
{
	static const char kept[][5] = { "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA",
		                        "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs" };

	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
		if (memcmp(type, kept[i], 4) == 0)
			return true;
	return false;
}

static enum iw_status
clean_png(const char *name, const struct iw_buf *in, struct iw_buf *out, struct iw_error *e)
{
	const unsigned char *p = (const unsigned char *)in->data;
	size_t at = 8;

	iw_buf_add(out, p, 8);
	while (in->len - at >= 12) {
		uint32_t len = big_endian(p + at);

		if (len > in->len - at - 12 || (len && memcmp(p + at + 4, "IEND", 4) == 0))
			return damaged(name, "PNG", e);
		if (is_shown(p + at + 4))
			iw_buf_add(out, p + at, (size_t)len + 12);
		if (memcmp(p + at + 4, "IEND", 4) == 0)
			return IW_OK; /* what stands behind the end is not part of the picture */
		at += (size_t)len + 12;
	}
	return damaged(name, "PNG", e);
}

/* Whether a segment changes what is shown. Of the application segments these are JFIF (its thumbnail, which
 * can be of another picture, goes with it), an ICC profile and Adobe's colour transform. */
static bool
jpeg_is_shown(unsigned marker, const unsigned char *data, size_t len)
{
	switch (marker) {
	case 0xe0: return len == 14 && memcmp(data, "JFIF", 5) == 0;
	case 0xe2: return len > 12 && memcmp(data, "ICC_PROFILE", 12) == 0;
	case 0xee: return len == 12 && memcmp(data, "Adobe", 5) == 0;
	default: return marker >= 0xc0 && marker <= 0xdf;
	}
}

/* Where the marker behind a scan's data stands: 0xff that is no data, no restart and no filling. */
static size_t
jpeg_scan_end(const unsigned char *p, size_t at, size_t len)
{
	while (len - at >= 2 && !(p[at] == 0xff && p[at + 1] != 0 && p[at + 1] != 0xff && (p[at + 1] & 0xf8) != 0xd0))
		at++;
	return at;
}

/* A JPEG is segments of marker, length and data; data of the picture follows each SOS (ITU-T T.81). */
static enum iw_status
clean_jpeg(const char *name, const struct iw_buf *in, struct iw_buf *out, struct iw_error *e)
{
	const unsigned char *p = (const unsigned char *)in->data;
	size_t at = 2, len = in->len;

	iw_buf_add(out, p, 2);
	while (len - at >= 4 && p[at] == 0xff && p[at + 1] != 0xd9) {
		unsigned marker = p[at + 1];
		size_t size = (size_t)p[at + 2] << 8 | p[at + 3], end = at + 2 + size;

		if (marker == 0xff) { /* filling */
			at++;
			continue;
		}
		if (size < 2 || end > len || (marker >= 0xd0 && marker <= 0xd8))
			return damaged(name, "JPEG", e);
		if (marker == 0xda)
			end = jpeg_scan_end(p, end, len);
		if (jpeg_is_shown(marker, p + at + 4, size - 2))
			iw_buf_add(out, p + at, end - at);
		at = end;
	}
	if (len - at < 2 || p[at] != 0xff || p[at + 1] != 0xd9)
		return damaged(name, "JPEG", e);
	iw_buf_add(out, p + at, 2); /* what stands behind the end is not part of the picture */
	return IW_OK;
}

/* Behind the sub-blocks that begin at `at`; beyond `len` when they do not end. */
static size_t
gif_blocks_end(const unsigned char *p, size_t at, size_t len)
{
	while (at < len && p[at])
		at += (size_t)p[at] + 1;
	return at + 1;
}

static size_t
gif_colours(unsigned flags)
{
	return flags & 0x80 ? (size_t)3 << ((flags & 7) + 1) : 0;
}

/* Whether an application's extension is the one that repeats the images, under one of its two names. */
static bool
gif_repeats(const unsigned char *block)
{
	return memcmp(block, "\x0bNETSCAPE2.0", 12) == 0 || memcmp(block,
	                                                           "\x0b"
	                                                           "ANIMEXTS1.0",
	                                                           12) == 0;
}

/* A GIF is a header, then images and extensions, each in sub-blocks. Of the extensions those that time the
 * images and repeat them are shown; comments and all else go. */
static enum iw_status
clean_gif(const char *name, const struct iw_buf *in, struct iw_buf *out, struct iw_error *e)
{
	const unsigned char *p = (const unsigned char *)in->data;
	size_t len = in->len, at = len < 13 ? len : 13 + gif_colours(p[10]), end;

	if (at < len)
		iw_buf_add(out, p, at);
	for (; at < len && p[at] != 0x3b; at = end) {
		bool image = p[at] == 0x2c, shown = image;

		if (len - at < (image ? 10 : 2) || (!image && p[at] != 0x21))
			return damaged(name, "GIF", e);
		end = gif_blocks_end(p, image ? at + 11 + gif_colours(p[at + 9]) : at + 2, len);
		if (end > len)
			return damaged(name, "GIF", e);
		if (!image)
			shown = p[at + 1] == 0xf9 || (p[at + 1] == 0xff && end - at >= 14 && gif_repeats(p + at + 2));
		if (shown)
			iw_buf_add(out, p + at, end - at);
	}
	if (at >= len)
		return damaged(name, "GIF", e);
	iw_buf_add(out, p + at, 1); /* what stands behind the end is not part of the picture */
	return IW_OK;
}

static uint32_t
little_endian(const unsigned char *p)
{
	return (uint32_t)p[3] << 24 | (uint32_t)p[2] << 16 | (uint32_t)p[1] << 8 | p[0];
}

/* A WebP is a RIFF file of chunks. It is passed on whole, so it may hold none but those of the picture. */
static enum iw_status
clean_webp(const char *name, const struct iw_buf *in, struct iw_buf *out, struct iw_error *e)
{
	static const char *const shown[] = { "VP8 ", "VP8L", "VP8X", "ANIM", "ANMF", "ALPH", "ICCP", NULL };
	const unsigned char *p = (const unsigned char *)in->data;
	size_t end = (size_t)little_endian(p + 4) + 8, size, i;

	for (size_t at = 12; at < end; at += 8 + size + size % 2) {
		if (end > in->len || end - at < 8 || (size = little_endian(p + at + 4)) > end - at - 8)
			return damaged(name, "WebP", e);
		for (i = 0; shown[i] && memcmp(p + at, shown[i], 4) != 0; i++)
			;
		if (!shown[i])
			return iw_fail(e, IW_FOUND,
			               "%s: the picture carries metadata, which could reach candidates; save it as PNG",
			               name);
	}
	if (end <= 12)
		return damaged(name, "WebP", e);
	iw_buf_add(out, p, end);
	return IW_OK;
}

static bool
begins(const struct iw_buf *in, size_t at, const char *mark, size_t len)
{
	return in->len >= at + len && memcmp(in->data + at, mark, len) == 0;
}

static const struct iw_picture_kind png = { "image/png", "png", clean_png };
static const struct iw_picture_kind jpeg = { "image/jpeg", "jpg", clean_jpeg };
static const struct iw_picture_kind gif = { "image/gif", "gif", clean_gif };
static const struct iw_picture_kind webp = { "image/webp", "webp", clean_webp };
static const struct iw_picture_kind svg = { "image/svg+xml", "svg", iw_svg_clean };

static const struct iw_picture_kind *
kind_of(const struct iw_buf *in)
{
	size_t text = 0;

	if (begins(in, 0, "\x89PNG\r\n\x1a\n", 8))
		return &png;
	if (begins(in, 0, "\xff\xd8\xff", 3))
		return &jpeg;
	if (begins(in, 0, "GIF87a", 6) || begins(in, 0, "GIF89a", 6))
		return &gif;
	if (begins(in, 0, "RIFF", 4) && begins(in, 8, "WEBP", 4))
		return &webp;
	if (begins(in, 0, "\xef\xbb\xbf", 3))
		text = 3;
	text += strspn(in->data + text, " \t\r\n");
	return in->data[text] == '<' ? &svg : NULL;
}

enum iw_status
iw_picture_clean(const char *name, const struct iw_buf *in, struct iw_buf *out, const struct iw_picture_kind **kind,
                 struct iw_error *e)
{
	*kind = kind_of(in);
	if (!*kind)
		return iw_fail(e, IW_FOUND,
		               "%s: not a picture that every front end shows; use PNG, JPEG, GIF, WebP or SVG", name);
	return (*kind)->clean(name, in, out, e);
}

enum iw_status
iw_picture_read(const char *root, const char *source, struct iw_buf *out, const struct iw_picture_kind **kind,
                struct iw_error *e)
{
	struct iw_buf bytes = IW_BUF_INIT;
	enum iw_status status;
	char *path;

	if (!iw_path_is_inside(source) || strncmp(source, "media/", 6) != 0)
		return iw_fail(e, IW_FOUND, "'%s' is not a path below media/ of the bank", source);
	path = iw_path_join(root, source);
	status = iw_file_read(path, MOST_BYTES, &bytes, NULL, e);
	if (status == IW_OK)
		status = iw_picture_clean(source, &bytes, out, kind, e);
	iw_buf_release(&bytes);
	free(path);
	return status;
}
