/* SPDX-License-Identifier: Apache-2.0 */
/* Pictures: what they show stays, what they carry besides goes or is refused. */
#include "model/picture.h"

#include <sodium.h>

#include "base/mem.h"
#include "tap.h"
#include "xml/init.h"

/* A string literal with its length, which may hold NUL. */
#define BYTES(s) s, sizeof(s) - 1

#define PNG "\x89PNG\r\n\x1a\n"
#define IHDR "\0\0\0\x0dIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0\x90wS\xde"
#define IDAT "\0\0\0\4IDATdata\1\2\3\4"
#define PLTE "\0\0\0\3PLTE\1\2\3\1\2\3\4"
#define IEND "\0\0\0\0IEND\xae" "B`\x82"
#define TEXT "\0\0\0\6tEXtsecretcrc4"
#define TIME "\0\0\0\7tIME\7\xe6\1\1\1\1\1crc4"
#define EXIF "\0\0\0\6eXIfsecretcrc4"
#define OWN "\0\0\0\6prVtsecretcrc4"

#define SOI "\xff\xd8"
#define EOI "\xff\xd9"
#define JFIF "\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0"
#define ICC "\xff\xe2\0\x11ICC_PROFILE\0\1\1x"
#define ADOBE "\xff\xee\0\x0e" "Adobe\0d\0\0\0\0\1"
#define DQT "\xff\xdb\0\4\0\1"
#define SOS "\xff\xda\0\4\1\2data\xff\0more\xff\xd0rest"
#define COM "\xff\xfe\0\x08secret"
#define APP1 "\xff\xe1\0\x0e" "Exif\0\0secret"

#define GIF "GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff"
#define GCE "\x21\xf9\4\0\0\0\0\0"
#define LOOP "\x21\xff\x0bNETSCAPE2.0\3\1\0\0\0"
#define IMAGE "\x2c\0\0\0\0\1\0\1\0\0\2\2\x44\1\0"
#define COMMENTED "\x2c\0\0\0\0\1\0\1\0\0\2\4\x21\xfe\x3b\x01\0" /* data that looks like a comment */

/* What of the picture is left; NULL when it is refused. */
static struct iw_buf
clean(const char *bytes, size_t len, const char **type, struct iw_error *e)
{
	struct iw_buf in = IW_BUF_INIT, out = IW_BUF_INIT;
	const struct iw_picture_kind *kind = NULL;
	char *exact = iw_alloc(len + 1, 1); /* so that a sanitizer sees a read behind it */

	memcpy(exact, bytes, len);
	in.data = exact;
	in.len = len;
	e->text[0] = '\0';
	*type = iw_picture_clean("media/x", &in, &out, &kind, e) == IW_OK ? kind->type : NULL;
	free(exact);
	return out;
}

static void
test_bytes(void)
{
	static const struct {
		const char *what, *in;
		size_t in_len;
		const char *type, *out; /* NULL: refused */
		size_t out_len;
	} table[] = {
		{ "PNG", BYTES(PNG IHDR PLTE IDAT IEND), "image/png", BYTES(PNG IHDR PLTE IDAT IEND) },
		{ "PNG with text, time, EXIF, own", BYTES(PNG IHDR TEXT TIME PLTE IDAT EXIF OWN IDAT TEXT IEND), "image/png", BYTES(PNG IHDR PLTE IDAT IDAT IEND) },
		{ "PNG with trailing bytes", BYTES(PNG IHDR IDAT IEND "secret" PNG IHDR IDAT IEND), "image/png", BYTES(PNG IHDR IDAT IEND) },
		{ "PNG cut", BYTES(PNG IHDR IDAT "\0\0\0\0IEN"), NULL, NULL, 0 },
		{ "PNG without its end", BYTES(PNG IHDR IDAT), NULL, NULL, 0 },
		{ "PNG with an endless chunk", BYTES(PNG IHDR "\xff\xff\xff\xffIDATdata"), NULL, NULL, 0 },
		{ "PNG with an end that holds something", BYTES(PNG IHDR IDAT "\0\0\0\6IENDsecretcrc4"), NULL, NULL, 0 },
		{ "PNG of a signature", BYTES(PNG), NULL, NULL, 0 },
		{ "JPEG", BYTES(SOI JFIF ICC ADOBE DQT SOS EOI), "image/jpeg", BYTES(SOI JFIF ICC ADOBE DQT SOS EOI) },
		{ "JPEG with comments and EXIF", BYTES(SOI JFIF COM APP1 DQT COM SOS EOI), "image/jpeg", BYTES(SOI JFIF DQT SOS EOI) },
		{ "JPEG with comments between scans", BYTES(SOI DQT SOS COM APP1 SOS EOI), "image/jpeg", BYTES(SOI DQT SOS SOS EOI) },
		{ "JPEG with trailing bytes", BYTES(SOI DQT SOS EOI "secret"), "image/jpeg", BYTES(SOI DQT SOS EOI) },
		{ "JPEG with another behind", BYTES(SOI DQT SOS EOI SOI APP1 SOS EOI), "image/jpeg", BYTES(SOI DQT SOS EOI) },
		{ "JPEG with a thumbnail", BYTES(SOI "\xff\xe0\0\x13JFIF\0\1\1\0\0\1\0\1\1\1rgb" "\xff\xe0\0\x08JFXX\0\x10" DQT SOS EOI), "image/jpeg", BYTES(SOI DQT SOS EOI) },
		{ "JPEG with what only looks like colour", BYTES(SOI "\xff\xe2\0\x08MPF\0xy" "\xff\xee\0\x08secret" DQT SOS EOI), "image/jpeg", BYTES(SOI DQT SOS EOI) },
		{ "JPEG with filling", BYTES(SOI "\xff\xff\xff" DQT "\xff" SOS "\xff" EOI), "image/jpeg", BYTES(SOI DQT SOS "\xff" EOI) },
		{ "JPEG cut", BYTES(SOI JFIF DQT "\xff\xda\0\4\1\2data"), NULL, NULL, 0 },
		{ "JPEG cut in a segment", BYTES(SOI "\xff\xe1\xff\xff" "x"), NULL, NULL, 0 },
		{ "JPEG with a segment of no length", BYTES(SOI "\xff\xdb\0\0" SOS EOI), NULL, NULL, 0 },
		{ "JPEG within", BYTES(SOI SOI DQT SOS EOI), NULL, NULL, 0 },
		{ "JPEG of three bytes", BYTES("\xff\xd8\xff"), NULL, NULL, 0 },
		{ "GIF", BYTES(GIF GCE IMAGE "\x3b"), "image/gif", BYTES(GIF GCE IMAGE "\x3b") },
		{ "GIF that moves", BYTES(GIF LOOP GCE IMAGE GCE IMAGE "\x3b"), "image/gif", BYTES(GIF LOOP GCE IMAGE GCE IMAGE "\x3b") },
		{ "GIF with comments and XMP", BYTES(GIF "\x21\xfe\6secret\0" "\x21\xff\x0bXMP DataXMP\6secret\0" IMAGE "\x21\xfe\6secret\0" "\x3b"), "image/gif", BYTES(GIF IMAGE "\x3b") },
		{ "GIF with data that looks like a comment", BYTES(GIF COMMENTED "\x3b"), "image/gif", BYTES(GIF COMMENTED "\x3b") },
		{ "GIF with trailing bytes", BYTES(GIF IMAGE "\x3bsecret"), "image/gif", BYTES(GIF IMAGE "\x3b") },
		{ "GIF cut", BYTES(GIF GCE "\x2c\0\0\0\0\1\0\1\0\0\2\xff\x44\1"), NULL, NULL, 0 },
		{ "GIF without its end", BYTES(GIF IMAGE), NULL, NULL, 0 },
		{ "GIF with an unknown block", BYTES(GIF "xxxxxxxxxxxxxxxxxxx" "\x3b"), NULL, NULL, 0 },
		{ "GIF of a signature", BYTES("GIF89a"), NULL, NULL, 0 },
		{ "WebP", BYTES("RIFF\x10\0\0\0WEBPVP8 \3\0\0\0abc\0"), "image/webp", BYTES("RIFF\x10\0\0\0WEBPVP8 \3\0\0\0abc\0") },
		{ "WebP with trailing bytes", BYTES("RIFF\x10\0\0\0WEBPVP8 \3\0\0\0abc\0secret"), "image/webp", BYTES("RIFF\x10\0\0\0WEBPVP8 \3\0\0\0abc\0") },
		{ "WebP with EXIF", BYTES("RIFF\x1e\0\0\0WEBPVP8 \3\0\0\0abc\0EXIF\6\0\0\0secret"), NULL, NULL, 0 },
		{ "WebP with XMP", BYTES("RIFF\x1e\0\0\0WEBPXMP \6\0\0\0secretVP8 \3\0\0\0abc\0"), NULL, NULL, 0 },
		{ "WebP with a chunk of its own", BYTES("RIFF\x1e\0\0\0WEBPVP8 \3\0\0\0abc\0own \6\0\0\0secret"), NULL, NULL, 0 },
		{ "WebP cut", BYTES("RIFF\x10\0\0\0WEBPVP8 \x30\0\0\0abc\0"), NULL, NULL, 0 },
		{ "WebP longer than it is", BYTES("RIFF\xff\xff\xff\xffWEBPVP8 \3\0\0\0abc\0"), NULL, NULL, 0 },
		{ "WebP of nothing", BYTES("RIFF\4\0\0\0WEBP"), NULL, NULL, 0 },
		{ "TIFF", BYTES("II*\0xxxx"), NULL, NULL, 0 },
		{ "BMP", BYTES("BMxxxx"), NULL, NULL, 0 },
		{ "text", BYTES("text"), NULL, NULL, 0 },
		{ "nothing", BYTES(""), NULL, NULL, 0 },
		{ "HTML", BYTES("<html><body/></html>"), NULL, NULL, 0 },
		{ "PDF", BYTES("%PDF-1.7"), NULL, NULL, 0 },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct iw_error e;
		const char *type;
		struct iw_buf out = clean(table[i].in, table[i].in_len, &type, &e);

		is_str(type, table[i].type);
		if (table[i].out)
			ok_named(out.len == table[i].out_len && memcmp(out.data, table[i].out, out.len) == 0, table[i].what);
		else
			ok_named(e.text[0] && strstr(e.text, "media/x"), table[i].what);
		iw_buf_release(&out);
	}
}

/* A picture that is cut anywhere is refused, and none is read behind its end. */
static void
test_cut(void)
{
	static const struct {
		const char *bytes;
		size_t len;
	} whole[] = {
		{ BYTES(PNG IHDR TEXT PLTE IDAT IEND) }, { BYTES(SOI JFIF APP1 DQT SOS COM SOS EOI) }, { BYTES(GIF LOOP GCE COMMENTED IMAGE "\x3b") },
		{ BYTES("RIFF\x1c\0\0\0WEBPVP8X\4\0\0\0abcdVP8 \3\0\0\0abc\0") }, { BYTES("<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>") },
	};
	size_t accepted = 0;

	for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
		for (size_t len = 0; len < whole[i].len; len++) {
			struct iw_error e;
			const char *type;
			struct iw_buf out = clean(whole[i].bytes, len, &type, &e);

			accepted += type != NULL;
			iw_buf_release(&out);
		}
	is_num(accepted, 0);
}

#define SVG(content) "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:ink=\"urn:ink\">" content "</svg>"

static void
test_svg(void)
{
	static const char *const table[][2] = { /* NULL: refused */
		{ SVG("<title>A</title><path id=\"a\" d=\"M0 0\"/>"), SVG("<title>A</title><path id=\"a\" d=\"M0 0\"/>") },
		{ SVG("<!-- secret --><g><?secret?><path/></g>"), SVG("<g><path/></g>") },
		{ "<?xml version='1.0'?><!-- secret --><?secret?>" SVG("<g/>") "<!-- secret -->", SVG("<g/>") },
		{ "\xef\xbb\xbf\n" SVG("<g/>"), SVG("<g/>") },
		{ SVG("<metadata>secret</metadata><ink:view>secret</ink:view><g ink:label=\"secret\" data-name=\"secret\"/>"), SVG("<g/>") },
		{ SVG("<g xml:base=\"http://a/\" xml:space=\"preserve\"/>"), SVG("<g xml:space=\"preserve\"/>") },
		{ SVG("<use xlink:href=\"#a\"/><use href=\"#a\"/>"), SVG("<use xlink:href=\"#a\"/><use href=\"#a\"/>") },
		{ SVG("<rect fill=\"url(#a)\" style=\"mask:url( '#b' )\"/>"), SVG("<rect fill=\"url(#a)\" style=\"mask:url( '#b' )\"/>") },
		{ SVG("<style>a{fill:url(#x)}</style>"), SVG("<style>a{fill:url(#x)}</style>") },
		{ SVG("<image href=\"data:image/png;base64,AA==\"/>"), NULL },
		{ SVG("<script>x</script>"), NULL },
		{ SVG("<g><g><script/></g></g>"), NULL },
		{ SVG("<foreignObject/>"), NULL },
		{ SVG("<a href=\"#x\"/>"), NULL },
		{ SVG("<animate/>"), NULL },
		{ SVG("<set/>"), NULL },
		{ SVG("<g onclick=\"x\"/>"), NULL },
		{ SVG("<g ONLOAD=\"x\"/>"), NULL },
		{ "<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>", NULL },
		{ SVG("<image href=\"http://a/\"/>"), NULL },
		{ SVG("<image xlink:href=\"//a/\"/>"), NULL },
		{ SVG("<image href=\"a.png\"/>"), NULL },
		{ SVG("<image href=\"data:image/svg+xml;base64,AA==\"/>"), NULL },
		{ SVG("<image href=\"data:text/html,x\"/>"), NULL },
		{ SVG("<use href=\"javascript:x\"/>"), NULL },
		{ SVG("<rect fill=\"url(http://a/)\"/>"), NULL },
		{ SVG("<rect fill=\"url(#a) URL( 'a.svg#b')\"/>"), NULL },
		{ SVG("<rect style=\"fill:u\\72l(http://a/)\"/>"), NULL },
		{ SVG("<rect style=\"mask:image-set('a.png' 1x)\"/>"), NULL },
		{ SVG("<style>@import 'a.css';</style>"), NULL },
		{ SVG("<style>@IMPORT 'a.css';</style>"), NULL },
		{ SVG("<style>@\\69mport 'a.css';</style>"), NULL },
		{ SVG("<style><![CDATA[@import 'a.css';]]></style>"), NULL },
		{ SVG("<style>@im<!-- -->port 'a.css';</style>"), NULL },
		{ SVG("<style>a{fill:u<ink:x/>rl(http://a/)}</style>"), NULL },
		{ SVG("<style>@font-face{src:url(a.woff)}</style>"), NULL },
		{ "<!DOCTYPE svg>" SVG(""), NULL },
		{ "<svg/>", NULL },
		{ "<html xmlns='http://www.w3.org/1999/xhtml'/>", NULL },
		{ "<svg xmlns='http://www.w3.org/2000/svg'>", NULL },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct iw_error e;
		const char *type, *begin;
		struct iw_buf out = clean(table[i][0], strlen(table[i][0]), &type, &e);

		is_str(type, table[i][1] ? "image/svg+xml" : NULL);
		if (table[i][1]) {
			begin = strstr(out.data, "<svg");
			while (out.len && out.data[out.len - 1] == '\n')
				out.data[--out.len] = '\0';
			is_str(begin, table[i][1]);
			ok(!strstr(out.data, "secret"));
		} else {
			ok_named(strncmp(e.text, "media/x", 7) == 0 && !out.len, table[i][0]);
		}
		iw_buf_release(&out);
	}
}

/* An SVG that shows a picture in base64. */
static void
embed(struct iw_buf *svg, const char *head, const char *bytes, size_t len)
{
	size_t room = sodium_base64_ENCODED_LEN(len, sodium_base64_VARIANT_ORIGINAL);
	char *text = iw_alloc(room, 1);

	sodium_bin2base64(text, room, (const unsigned char *)bytes, len, sodium_base64_VARIANT_ORIGINAL);
	iw_buf_clear(svg);
	iw_buf_printf(svg, "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"%s%s\"/></svg>", head, text);
	free(text);
}

static void
test_embedded(void)
{
	static const struct {
		const char *head, *bytes;
		size_t len;
		const char *clean;
		size_t clean_len;
	} table[] = {
		{ "data:image/png;base64,", BYTES(PNG IHDR TEXT IDAT EXIF IEND), BYTES(PNG IHDR IDAT IEND) },
		{ "data:image/jpeg;base64,", BYTES(SOI COM DQT SOS EOI), BYTES(SOI DQT SOS EOI) },
		{ "data:image/png;base64,", BYTES(PNG IHDR), NULL, 0 },
		{ "data:image/png;base64,", BYTES("<svg xmlns='http://www.w3.org/2000/svg'/>"), NULL, 0 },
		{ "data:image/png;base64,?", BYTES(PNG IHDR IDAT IEND), NULL, 0 },
	};
	struct iw_buf svg = IW_BUF_INIT, expected = IW_BUF_INIT;

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct iw_error e;
		const char *type;
		struct iw_buf out;

		embed(&svg, table[i].head, table[i].bytes, table[i].len);
		out = clean(svg.data, svg.len, &type, &e);
		is_str(type, table[i].clean ? "image/svg+xml" : NULL);
		if (table[i].clean) {
			embed(&expected, table[i].head, table[i].clean, table[i].clean_len);
			ok(strstr(out.data, expected.data) != NULL);
		}
		iw_buf_release(&out);
	}
	iw_buf_release(&expected);
	iw_buf_release(&svg);
}

/* Outlines are long attributes; only where a schema looks at them are they limited. */
static void
test_long_outline(void)
{
	struct iw_buf svg = IW_BUF_INIT, out;
	struct iw_error e;
	const char *type;

	iw_buf_str(&svg, "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0");
	for (int i = 0; i < 10000; i++)
		iw_buf_str(&svg, " L1 1");
	iw_buf_str(&svg, "\"/></svg>");
	out = clean(svg.data, svg.len, &type, &e);
	is_str(type, "image/svg+xml");
	ok(out.len > svg.len);
	iw_buf_release(&out);
	iw_buf_release(&svg);
}

int
main(void)
{
	iw_xml_init();
	test_embedded();
	test_long_outline();
	test_bytes();
	test_cut();
	test_svg();
	return done();
}
