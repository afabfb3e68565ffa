/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the pdf plugin reads byte by byte itself: pictures, whole and damaged at random, the same each time; the content
 * of pages; and the bars of a text.
 */
#include <stdlib.h>

#include "pdf/barcode.h"
#include "pdf/finish.h"
#include "pdf/picture.h"
#include "tap.h"

enum { DAMAGES = 20000, MOST_PIXELS = 40000000 };

static const struct {
	const char *file, *type;
	int width, height;
} pictures[] = {
	{ "ramp.png", "image/png", 320, 120 },
	{ "photo.jpg", "image/jpeg", 320, 120 },
	{ "dot.gif", "image/gif", 24, 24 },
	{ "dot.webp", "image/webp", 24, 24 },
};

static uint32_t
next(uint32_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return *state;
}

static unsigned char *
read_file(const char *file, size_t *len)
{
	char *path = g_build_filename(getenv("srcdir"), "tests/pdf/bank/media", file, NULL), *bytes = NULL;

	if (!g_file_get_contents(path, &bytes, len, NULL))
		*len = 0;
	g_free(path);
	return (unsigned char *)bytes;
}

/* Read a copy of just that length; whether there is either a picture of bearable size or a reason. */
static bool
holds(const char *type, const unsigned char *bytes, size_t len)
{
	const char *why = NULL;
	unsigned char *exact = g_malloc(len + 1);
	cairo_surface_t *surface;
	bool good;

	memcpy(exact, bytes, len);
	surface = iw_pixels_read(type, exact, len, &why);
	good = surface ? !why && cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS &&
	                         (int64_t)cairo_image_surface_get_width(surface) *
	                                         cairo_image_surface_get_height(surface) <=
	                                 MOST_PIXELS
	               : why && *why;
	if (surface)
		cairo_surface_destroy(surface);
	g_free(exact);
	return good;
}

static void
test_picture(size_t i)
{
	const char *why = NULL;
	size_t len;
	unsigned char *bytes = read_file(pictures[i].file, &len);
	cairo_surface_t *surface = iw_pixels_read(pictures[i].type, bytes, len, &why);
	uint32_t state = 2463534242U;
	int bad = 0;

	is_str(why, NULL);
	is_num(surface ? cairo_image_surface_get_width(surface) : 0, pictures[i].width);
	is_num(surface ? cairo_image_surface_get_height(surface) : 0, pictures[i].height);
	if (surface)
		cairo_surface_destroy(surface);
	for (size_t cut = 0; cut < len; cut += 1 + len / 400)
		bad += !holds(pictures[i].type, bytes, cut);
	is_num(bad, 0);
	for (int n = 0; n < DAMAGES; n++) {
		unsigned char *copy = g_memdup2(bytes, len);

		/* The head of a file tells most, so half of the damage is there. */
		for (uint32_t k = 0; k <= next(&state) % 4; k++)
			copy[next(&state) % (next(&state) % 2 ? MIN(len, 64) : len)] = (unsigned char)next(&state);
		bad += !holds(pictures[i].type, copy, len);
		g_free(copy);
	}
	is_num(bad, 0);
	g_free(bytes);
}

/* JPEGs of kinds that no reader of PDF has to know are told by their first segments. */
static void
test_kinds(void)
{
	static const struct {
		const char *bytes, *why;
	} kinds[] = {
		{ "\xff\xd8\xff\xc3\1\x11\x08\1\1\1\1\3xxxxxxxx",
		  "it is of a rare kind of JPEG, which PDF does not have" },
		{ "\xff\xd8\xff\xc1\1\x11\x0c\1\1\1\1\3xxxxxxxx",
		  "it is of a rare kind of JPEG, which PDF does not have" },
		{ "\xff\xd8\xff\xc0\1\x11\x08\xff\xff\xff\xff\3xxxxxxxx",
		  "it has more than 40 million pixels, or is longer than 32,000" },
		{ "\xff\xd8\xff\xfe\1\x11xxxxxxxxxxxxxxxxxxxx", "it is damaged" },
	};
	const char *why = NULL;

	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
		ok(!iw_pixels_read("image/jpeg", (const unsigned char *)kinds[i].bytes, 20, &why));
		is_str(why, kinds[i].why);
	}
	ok(!iw_pixels_read("image/tiff", (const unsigned char *)"x", 1, &why));
	is_str(why, "it is of a kind that is not known");
}

static GByteArray *
finish(const char *content, size_t len)
{
	static struct iw_tag heading = { .type = "H1" }, paragraph = { .type = "P" };
	const struct iw_mark marks[] = { { IW_MARK_CONTENT, &heading, NULL },
		                         { IW_MARK_ARTIFACT, NULL, NULL },
		                         { IW_MARK_REVERSED, &paragraph, NULL },
		                         { IW_MARK_REVERSED, &paragraph, "אב" } };
	GArray *array = g_array_new(FALSE, FALSE, sizeof(struct iw_mark));
	GByteArray *out = g_byte_array_new();

	g_array_append_vals(array, marks, G_N_ELEMENTS(marks));
	iw_finish_content((const unsigned char *)content, len, array, out);
	g_array_unref(array);
	return out;
}

static void
test_content(void)
{
	static const struct {
		const char *content, *finished;
	} cases[] = {
		{ "/P << /MCID 0 >> BDC\n(text) Tj\nEMC\n", "/H1 <</MCID 0>> BDC\n(text) Tj\nEMC\n" },
		{ "/P << /MCID 1 >> BDC 0 0 1 1 re f EMC\n", "/Artifact BMC\n0 0 1 1 re\nf\nEMC\n" },
		{ "/P << /MCID 2 >> BDC /Span << /ActualText <feff> >> BDC (x) Tj EMC EMC\n",
		  "/P <</MCID 2>> BDC /ReversedChars BMC\n/Span << /ActualText <feff> >> BDC\n(x) Tj\nEMC\nEMC EMC\n" },
		/* As it is read outside, as it is seen within; what cairo says of its pieces is left out. */
		{ "/P << /MCID 3 >> BDC /Span << /ActualText <feff> >> BDC (x) Tj EMC EMC\n",
		  "/P <</MCID 3>> BDC /Span <</ActualText <FEFF05D005D1>>> BDC /ReversedChars BMC /Span <</ActualText "
		  "<FEFF05D105D0>>> BDC\n\n(x) Tj\n\nEMC EMC EMC EMC\n" },
		{ "(a \\) EMC (b) /P << /MCID 0 >> BDC) Tj\n", "(a \\) EMC (b) /P << /MCID 0 >> BDC) Tj\n" },
		{ "BI /W 1 ID x EMC y EI q\n", "BI\n/W 1 ID x EMC y EI\nq\n" },
		{ "/P << /MCID 9 >> BDC EMC\n", "/P << /MCID 9 >> BDC\nEMC\n" },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		GByteArray *out = finish(cases[i].content, strlen(cases[i].content));

		g_byte_array_append(out, (const guint8 *)"", 1);
		is_str((const char *)out->data, cases[i].finished);
		g_byte_array_unref(out);
	}
}

/* What cairo would never write ends all the same. */
static void
test_damaged_content(void)
{
	static const char signs[] = "/MCID 0 << >> BDC EMC BMC BI ID EI ( ) < > [ ] { } % \\ \n \r P 1 2 -. x";
	uint32_t state = 88172645U;
	bool good = true;

	for (int n = 0; n < 20000; n++) {
		size_t len = next(&state) % 60;
		char *content = g_malloc(len + 1);
		GByteArray *out;

		for (size_t i = 0; i < len; i++)
			content[i] = signs[next(&state) % sizeof signs];
		out = finish(content, len);
		good &= out->len <= len * 30;
		g_byte_array_unref(out);
		g_free(content);
	}
	ok(good);
}

static void
test_barcode(void)
{
	/* Start B, "A" (33), the check sum (104 + 33) % 103 = 34, stop: Code 128 as in ISO/IEC 15417. */
	static const char widths[] = "211214"
				     "111323"
				     "131123"
				     "2331112";
	GByteArray *bars = iw_barcode("A");
	bool good = bars->len == strlen(widths);

	for (size_t i = 0; good && i < bars->len; i++)
		good = bars->data[i] == widths[i] - '0';
	ok(good);
	is_num(iw_barcode_width(bars), 46);
	g_byte_array_unref(bars);
	ok(!iw_barcode("caf\xc3\xa9"));
}

int
main(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(pictures); i++)
		test_picture(i);
	test_kinds();
	test_content();
	test_damaged_content();
	test_barcode();
	return done();
}
