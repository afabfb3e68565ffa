/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>
#include <webp/decode.h>
#include <webp/demux.h>

#include "pdf/picture.h"

enum { MOST_PIXELS = 40000000, LONGEST = 32000 };

static const char too_large[] = "it has more than 40 million pixels, or is longer than 32,000";
static const char damaged[] = "it is damaged";

cairo_surface_t *
iw_pixels_new(cairo_format_t format, int64_t width, int64_t height, const char **why)
{
	cairo_surface_t *surface;

	*why = too_large;
	if (width > LONGEST || height > LONGEST || width * height > MOST_PIXELS)
		return NULL;
	surface = cairo_image_surface_create(format, (int)width, (int)height);
	if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS) {
		*why = NULL;
		return surface;
	}
	cairo_surface_destroy(surface);
	return NULL;
}

struct reader {
	const unsigned char *bytes;
	size_t len;
};

static cairo_status_t
read_bytes(void *closure, unsigned char *to, unsigned int len)
{
	struct reader *reader = closure;

	if (len > reader->len)
		return CAIRO_STATUS_READ_ERROR;
	memcpy(to, reader->bytes, len);
	reader->bytes += len;
	reader->len -= len;
	return CAIRO_STATUS_SUCCESS;
}

static uint32_t
big_endian(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static cairo_surface_t *
read_png(const unsigned char *bytes, size_t len, const char **why)
{
	struct reader reader = { bytes, len };
	cairo_surface_t *surface;

	if (len > 24 && (uint64_t)big_endian(bytes + 16) * big_endian(bytes + 20) > MOST_PIXELS) {
		*why = too_large;
		return NULL;
	}
	surface = cairo_image_surface_create_from_png_stream(read_bytes, &reader);
	if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS)
		return surface;
	cairo_surface_destroy(surface);
	*why = damaged;
	return NULL;
}

/* The frame of a JPEG, which tells its kind and its size: its marker is at 1. NULL when there is none. */
static const unsigned char *
jpeg_frame(const unsigned char *p, size_t len)
{
	size_t at = 2;

	while (len - at > 10 && p[at] == 0xff) {
		unsigned marker = p[at + 1];
		size_t size = (size_t)p[at + 2] << 8 | p[at + 3];

		if (marker == 0xff) {
			at++;
			continue;
		}
		if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc)
			return p + at;
		if (size + 2 > len - at)
			break;
		at += size + 2;
	}
	return NULL;
}

/* A JPEG goes into the document as it is; the surface only says how large it is. */
static cairo_surface_t *
read_jpeg(const unsigned char *bytes, size_t len, const char **why)
{
	enum { MARKER = 1, BITS = 4, HEIGHT = 5, WIDTH = 7, COLOURS = 9, PROGRESSIVE = 0xc2 };
	const unsigned char *frame = len > 12 ? jpeg_frame(bytes, len) : NULL;
	int width, height;
	cairo_surface_t *surface;
	unsigned char *copy;

	if (!frame) {
		*why = damaged;
		return NULL;
	}
	if (frame[MARKER] > PROGRESSIVE || frame[BITS] != 8 || frame[COLOURS] > 4 || frame[COLOURS] == 2) {
		*why = "it is of a rare kind of JPEG, which PDF does not have";
		return NULL;
	}
	height = frame[HEIGHT] << 8 | frame[HEIGHT + 1];
	width = frame[WIDTH] << 8 | frame[WIDTH + 1];
	surface = iw_pixels_new(CAIRO_FORMAT_RGB24, width, height, why);
	if (!surface)
		return NULL;
	copy = g_memdup2(bytes, len);
	cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_JPEG, copy, len, g_free, copy);
	return surface;
}

/* The first image of a WebP, premultiplied as cairo wants it, onto a surface of its size. */
static bool
decode_webp(const WebPData *data, cairo_surface_t *surface)
{
	WebPAnimDecoderOptions options;
	WebPAnimDecoder *decoder;
	WebPAnimInfo info;
	uint8_t *pixels;
	int time;
	size_t width = (size_t)cairo_image_surface_get_width(surface),
	       height = (size_t)cairo_image_surface_get_height(surface);
	bool good;

	WebPAnimDecoderOptionsInit(&options);
	options.use_threads = 0;
	options.color_mode = G_BYTE_ORDER == G_LITTLE_ENDIAN ? MODE_bgrA : MODE_Argb;
	decoder = WebPAnimDecoderNew(data, &options);
	good = decoder && WebPAnimDecoderGetInfo(decoder, &info) && info.canvas_width == width &&
	       info.canvas_height == height && WebPAnimDecoderGetNext(decoder, &pixels, &time);
	for (size_t y = 0; good && y < height; y++)
		memcpy(cairo_image_surface_get_data(surface) + (size_t)cairo_image_surface_get_stride(surface) * y,
		       pixels + width * 4 * y, width * 4);
	cairo_surface_mark_dirty(surface);
	if (decoder)
		WebPAnimDecoderDelete(decoder);
	return good;
}

static cairo_surface_t *
read_webp(const unsigned char *bytes, size_t len, const char **why)
{
	WebPData data = { bytes, len };
	cairo_surface_t *surface = NULL;
	int width, height;

	*why = damaged;
	if (!WebPGetInfo(bytes, len, &width, &height))
		return NULL;
	/* Made first, so that what is too large is refused before the decoder gets memory for it. */
	surface = iw_pixels_new(CAIRO_FORMAT_ARGB32, width, height, why);
	if (surface && !decode_webp(&data, surface)) {
		*why = damaged;
		g_clear_pointer(&surface, cairo_surface_destroy);
	}
	return surface;
}

cairo_surface_t *
iw_pixels_read(const char *type, const unsigned char *bytes, size_t len, const char **why)
{
	static const struct {
		const char *type;
		cairo_surface_t *(*read)(const unsigned char *bytes, size_t len, const char **why);
	} known[] = {
		{ "image/png", read_png },
		{ "image/jpeg", read_jpeg },
		{ "image/gif", iw_gif_read },
		{ "image/webp", read_webp },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
		if (strcmp(known[i].type, type) == 0)
			return known[i].read(bytes, len, why);
	*why = "it is of a kind that is not known";
	return NULL;
}
