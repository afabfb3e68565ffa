/* SPDX-License-Identifier: Apache-2.0 */
/* GIF: the first image, on the canvas that it belongs to. */
#include <gif_lib.h>
#include <string.h>

#include "pdf/picture.h"

static const char damaged[] = "it is damaged";

struct reader {
	const unsigned char *bytes;
	size_t len;
};

static int
read_bytes(GifFileType *gif, GifByteType *to, int len)
{
	struct reader *reader = gif->UserData;
	size_t n = MIN((size_t)len, reader->len);

	memcpy(to, reader->bytes, n);
	reader->bytes += n;
	reader->len -= n;
	return (int)n;
}

/* Read up to the first image. The transparent colour is in `clear`, or -1. */
static bool
find_image(GifFileType *gif, int *clear)
{
	GifRecordType type;
	GifByteType *block;
	int code;

	*clear = -1;
	while (DGifGetRecordType(gif, &type) == GIF_OK && type != TERMINATE_RECORD_TYPE) {
		if (type == IMAGE_DESC_RECORD_TYPE)
			return DGifGetImageDesc(gif) == GIF_OK;
		if (type != EXTENSION_RECORD_TYPE || DGifGetExtension(gif, &code, &block) != GIF_OK)
			return false;
		if (code == GRAPHICS_EXT_FUNC_CODE && block && block[0] >= 4 && block[1] & 1)
			*clear = block[4];
		while (block)
			if (DGifGetExtensionNext(gif, &block) != GIF_OK)
				return false;
	}
	return false;
}

static void
put_line(const GifFileType *gif, const ColorMapObject *map, const GifPixelType *line, int clear, uint32_t *to)
{
	for (int x = 0; x < gif->Image.Width && gif->Image.Left + x < gif->SWidth; x++) {
		int c = line[x];

		if (c != clear && c < map->ColorCount)
			to[gif->Image.Left + x] = 0xff000000U | (uint32_t)map->Colors[c].Red << 16 |
			                          (uint32_t)map->Colors[c].Green << 8 | map->Colors[c].Blue;
	}
}

/* The lines of an image, which stand in four passes when it is interlaced. */
static bool
read_lines(GifFileType *gif, const ColorMapObject *map, int clear, cairo_surface_t *surface)
{
	static const int first[] = { 0, 4, 2, 1 }, step[] = { 8, 8, 4, 2 };
	GifPixelType *line = g_malloc0((size_t)gif->Image.Width + 1);
	unsigned char *data = cairo_image_surface_get_data(surface);
	size_t stride = (size_t)cairo_image_surface_get_stride(surface);
	bool good = map;

	for (int pass = 0; pass < (gif->Image.Interlace ? 4 : 1) && good; pass++) {
		int y = gif->Image.Interlace ? first[pass] : 0;

		for (; y < gif->Image.Height && good; y += gif->Image.Interlace ? step[pass] : 1) {
			good = DGifGetLine(gif, line, gif->Image.Width) == GIF_OK;
			if (good && gif->Image.Top + y < gif->SHeight)
				put_line(gif, map, line, clear, (void *)(data + stride * (size_t)(gif->Image.Top + y)));
		}
	}
	g_free(line);
	cairo_surface_mark_dirty(surface);
	return good;
}

cairo_surface_t *
iw_gif_read(const unsigned char *bytes, size_t len, const char **why)
{
	struct reader reader = { bytes, len };
	int error, clear;
	GifFileType *gif = DGifOpen(&reader, read_bytes, &error);
	cairo_surface_t *surface = NULL;

	*why = damaged;
	if (gif && find_image(gif, &clear) && gif->SWidth > 0 && gif->SHeight > 0)
		surface = iw_pixels_new(CAIRO_FORMAT_ARGB32, gif->SWidth, gif->SHeight, why);
	if (surface && !read_lines(gif, gif->Image.ColorMap ? gif->Image.ColorMap : gif->SColorMap, clear, surface)) {
		*why = damaged;
		g_clear_pointer(&surface, cairo_surface_destroy);
	}
	if (gif)
		DGifCloseFile(gif, &error);
	return surface;
}
