/* SPDX-License-Identifier: Apache-2.0 */
#include "pack/zip_record.h"

#include <string.h>

enum {
	VERSION = 10,        /* 1.0: stored files need no more, and bit 11 asks for no version */
	MADE_BY = 3 << 8,    /* Unix, so that the attributes below are a file's mode */
	UTF8_NAME = 1 << 11, /* the name is UTF-8 (APPNOTE, appendix D) */
	DATE_1980 = 0x0021,  /* 1 January 1980, the earliest that there is */
};

#define REGULAR_0644 ((uint32_t)0100644 << 16)

static const char VERSION_RULE[] = "stored members need version 1.0";
static const char FLAGS_RULE[] = "no encryption, no data descriptor, and UTF-8 only where a name is not ASCII";
static const char METHOD_RULE[] = "members are stored, not compressed";
static const char TIME_RULE[] = "the time is always 1980-01-01 00:00:00";
static const char CRC_RULE[] = "both headers of a member agree";
static const char SIZE_RULE[] = "sizes agree, and a stored member takes as much as it holds";
static const char NAME_RULE[] = "both headers of a member agree";
static const char EXTRA_RULE[] = "there are no extra fields";
static const char COMMENT_RULE[] = "there are no comments";
static const char DISK_RULE[] = "a package is one file";
static const char MODE_RULE[] = "members are regular files of mode 0644";
static const char PLACE_RULE[] = "nothing stands before, between or after what is listed";
static const char COUNT_RULE[] = "the directory lists every member, and there is no zip64";

static uint32_t
flags(const struct iw_zip_member *m)
{
	for (const char *s = m->name; *s; s++)
		if ((unsigned char)*s >= 0x80)
			return UTF8_NAME;
	return 0;
}

struct iw_zip_record
iw_zip_local(const struct iw_zip_member *m)
{
	return (struct iw_zip_record){ "local header",
		                       {
					       { "signature", "a local header begins a member", 0x04034b50, 4 },
					       { "version needed", VERSION_RULE, VERSION, 2 },
					       { "flags", FLAGS_RULE, flags(m), 2 },
					       { "method", METHOD_RULE, 0, 2 },
					       { "time", TIME_RULE, 0, 2 },
					       { "date", TIME_RULE, DATE_1980, 2 },
					       { "CRC-32", CRC_RULE, m->crc, 4 },
					       { "compressed size", SIZE_RULE, m->size, 4 },
					       { "size", SIZE_RULE, m->size, 4 },
					       { "name length", NAME_RULE, (uint32_t)strlen(m->name), 2 },
					       { "extra length", EXTRA_RULE, 0, 2 },
				       } };
}

struct iw_zip_record
iw_zip_central(const struct iw_zip_member *m)
{
	return (struct iw_zip_record){ "directory entry",
		                       {
					       { "signature", PLACE_RULE, 0x02014b50, 4 },
					       { "version made by", "it is Unix, version 1.0", MADE_BY | VERSION, 2 },
					       { "version needed", VERSION_RULE, VERSION, 2 },
					       { "flags", FLAGS_RULE, flags(m), 2 },
					       { "method", METHOD_RULE, 0, 2 },
					       { "time", TIME_RULE, 0, 2 },
					       { "date", TIME_RULE, DATE_1980, 2 },
					       { "CRC-32", CRC_RULE, m->crc, 4 },
					       { "compressed size", SIZE_RULE, m->size, 4 },
					       { "size", SIZE_RULE, m->size, 4 },
					       { "name length", NAME_RULE, (uint32_t)strlen(m->name), 2 },
					       { "extra length", EXTRA_RULE, 0, 2 },
					       { "comment length", COMMENT_RULE, 0, 2 },
					       { "disk", DISK_RULE, 0, 2 },
					       { "internal attributes", MODE_RULE, 0, 2 },
					       { "external attributes", MODE_RULE, REGULAR_0644, 4 },
					       { "offset", PLACE_RULE, m->offset, 4 },
				       } };
}

struct iw_zip_record
iw_zip_end(size_t count, size_t size, size_t offset)
{
	return (struct iw_zip_record){ "end record",
		                       {
					       { "signature", PLACE_RULE, 0x06054b50, 4 },
					       { "disk", DISK_RULE, 0, 2 },
					       { "disk of the directory", DISK_RULE, 0, 2 },
					       { "members on this disk", COUNT_RULE, (uint32_t)count, 2 },
					       { "members", COUNT_RULE, (uint32_t)count, 2 },
					       { "size of the directory", PLACE_RULE, (uint32_t)size, 4 },
					       { "offset of the directory", PLACE_RULE, (uint32_t)offset, 4 },
					       { "comment length", COMMENT_RULE, 0, 2 },
				       } };
}

void
iw_zip_put(const struct iw_zip_record *record, struct iw_buf *out)
{
	for (const struct iw_zip_field *f = record->fields; f->width; f++)
		for (uint32_t i = 0; i < f->width; i++)
			iw_buf_char(out, (char)(f->value >> 8 * i & 0xff));
}

uint32_t
iw_zip_number(const unsigned char *p, uint32_t width)
{
	uint32_t value = 0;

	while (width-- > 0)
		value = value << 8 | p[width];
	return value;
}

enum iw_status
iw_zip_expect(const struct iw_zip_record *record, const unsigned char *bytes, size_t len, size_t at, struct iw_error *e)
{
	for (const struct iw_zip_field *f = record->fields; f->width; at += f->width, f++) {
		uint32_t value;

		if (len - at < f->width)
			return iw_fail(e, IW_FOUND,
			               "the package ends at byte %zu, within the %s; it was cut short: fetch it again",
			               len, record->name);
		value = iw_zip_number(bytes + at, f->width);
		if (value != f->value)
			return iw_fail(e, IW_FOUND,
			               "byte %zu, %s: the %s is 0x%x and must be 0x%x: %s; the package was not "
			               "written by itemwright pack or was changed since: pack it again",
			               at, record->name, f->name, value, f->value, f->rule);
	}
	return IW_OK;
}
