/* SPDX-License-Identifier: Apache-2.0 */
#include "compile/picture.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

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
	static const char kept[][5] = { "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs" };

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

		if (len > in->len - at - 12)
			return damaged(name, "PNG", e);
		if (is_shown(p + at + 4))
			iw_buf_add(out, p + at, (size_t)len + 12);
		if (memcmp(p + at + 4, "IEND", 4) == 0)
			return IW_OK; /* what stands behind the end is not part of the picture */
		at += (size_t)len + 12;
	}
	return damaged(name, "PNG", e);
}

/* A JPEG is segments of marker, length and data up to the scan (ITU-T T.81). Of the application segments
 * APP0 (JFIF), APP2 (ICC profile) and APP14 (Adobe's colour transform) change what is shown. */
static enum iw_status
clean_jpeg(const char *name, const struct iw_buf *in, struct iw_buf *out, struct iw_error *e)
{
	const unsigned char *p = (const unsigned char *)in->data;
	size_t at = 2, end = in->len;

	while (end > 4 && !(p[end - 2] == 0xff && p[end - 1] == 0xd9))
		end--;
	iw_buf_add(out, p, 2);
	while (end - at >= 4 && p[at] == 0xff) {
		unsigned marker = p[at + 1];
		size_t len = (size_t)p[at + 2] << 8 | p[at + 3];
		bool application = marker >= 0xe0 && marker <= 0xef;

		if (marker == 0xda) {
			iw_buf_add(out, p + at, end - at);
			return IW_OK;
		}
		if (len < 2 || len > end - at - 2)
			return damaged(name, "JPEG", e);
		if (marker != 0xfe && (!application || marker == 0xe0 || marker == 0xe2 || marker == 0xee))
			iw_buf_add(out, p + at, len + 2);
		at += len + 2;
	}
	return damaged(name, "JPEG", e);
}

/* GIF and WebP are passed on whole, so they may not hold comments or metadata. */
static enum iw_status
without(const char *name, const struct iw_buf *in, const char *const *marks, struct iw_error *e)
{
	for (; *marks; marks++)
		if (memmem(in->data, in->len, *marks, strlen(*marks)))
			return iw_fail(e, IW_FOUND, "%s: the picture carries metadata, which could reach candidates; save it as PNG",
			               name);
	return IW_OK;
}

static enum iw_status
clean_gif(const char *name, const struct iw_buf *in, struct iw_buf *out, struct iw_error *e)
{
	static const char *const marks[] = { "\x21\xfe", "XMP DataXMP", NULL };
	enum iw_status status = without(name, in, marks, e);

	if (status == IW_OK)
		iw_buf_add(out, in->data, in->len);
	return status;
}

static enum iw_status
clean_webp(const char *name, const struct iw_buf *in, struct iw_buf *out, struct iw_error *e)
{
	static const char *const marks[] = { "EXIF", "XMP ", NULL };
	enum iw_status status = without(name, in, marks, e);

	if (status == IW_OK)
		iw_buf_add(out, in->data, in->len);
	return status;
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
		return iw_fail(e, IW_FOUND, "%s: not a picture that every front end shows; use PNG, JPEG, GIF, WebP or SVG", name);
	return (*kind)->clean(name, in, out, e);
}
