/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The records of a canonical ZIP as lists of fields: written by the writer, demanded by the reader. For
 * zip_write.c and zip_read.c only.
 */
#ifndef IW_ZIP_RECORD_H
#define IW_ZIP_RECORD_H

#include "pack/zip.h"

enum {
	IW_ZIP_LOCAL_SIZE = 30,
	IW_ZIP_CENTRAL_SIZE = 46,
	IW_ZIP_END_SIZE = 22,
	IW_ZIP_MOST_MEMBERS = 20000, /* as in a tree; a ZIP without zip64 holds 65534 */
};

struct iw_zip_field {
	const char *name;
	const char *rule; /* what is demanded, in words */
	uint32_t value;
	uint32_t width; /* bytes, least significant first; 0 ends a list */
};

struct iw_zip_record {
	const char *name;
	struct iw_zip_field fields[18];
};

struct iw_zip_record iw_zip_local(const struct iw_zip_member *m);
struct iw_zip_record iw_zip_central(const struct iw_zip_member *m);
struct iw_zip_record iw_zip_end(size_t count, size_t size, size_t offset);

void iw_zip_put(const struct iw_zip_record *record, struct iw_buf *out);

/* IW_OK when the record stands at `at`; else IW_FOUND, and the first field that differs is named. */
enum iw_status iw_zip_expect(const struct iw_zip_record *record, const unsigned char *bytes, size_t len, size_t at,
                             struct iw_error *e);

/* The number of `width` bytes at `p`. */
uint32_t iw_zip_number(const unsigned char *p, uint32_t width);

#endif
