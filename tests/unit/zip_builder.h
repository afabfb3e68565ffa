/* SPDX-License-Identifier: Apache-2.0 */
/*
 * ZIPs by hand, right or wrong in any field: for tests of the strict reader. Written without src/pack, so
 * that a mistake there is not made here too. What is not set is as in a canonical package.
 */
#ifndef IW_ZIP_BUILDER_H
#define IW_ZIP_BUILDER_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include <zlib.h>

#include "base/buf.h"

struct zb_member {
	const char *name, *data;
	size_t name_len;          /* when the name has a NUL */
	const char *central_name; /* when the directory has another */
	uint32_t version_xor, flags_xor, method, time, date_xor, crc_xor, packed_add, size_add; /* in both headers */
	uint32_t local_flags_xor, local_crc_xor, local_size_add, local_packed_add;
	uint32_t made_by_xor, disk, internal, external_xor, offset_add; /* in the directory */
	const char *extra, *central_extra, *comment, *descriptor, *gap;
	bool unlisted, listed_only;
};

struct zb_zip {
	const char *what;
	struct zb_member m[4];
	const char *prefix, *gap, *before_end, *suffix, *comment;
	uint32_t count_add, disk_count_add, disk, directory_disk, size_add, offset_add;
};

static inline void
zb_put(struct iw_buf *b, uint32_t value, int width)
{
	while (width-- > 0) {
		iw_buf_char(b, (char)(value & 0xff));
		value >>= 8;
	}
}

static inline void
zb_text(struct iw_buf *b, const char *s)
{
	iw_buf_str(b, s ? s : "");
}

static inline uint32_t
zb_len(const char *s)
{
	return s ? (uint32_t)strlen(s) : 0;
}

static inline uint32_t
zb_flags(const struct zb_member *m, const char *name)
{
	uint32_t flags = 0;

	for (; *name; name++)
		if ((unsigned char)*name >= 0x80)
			flags = 1 << 11;
	return flags ^ m->flags_xor;
}

/* The fields that both headers have in the same order, from the version needed to the size. */
static inline void
zb_shared(struct iw_buf *b, const struct zb_member *m, bool local, const char *name)
{
	uint32_t n = zb_len(m->data), crc = (uint32_t)crc32(0, (const unsigned char *)(m->data ? m->data : ""), n);

	zb_put(b, 10 ^ m->version_xor, 2);
	zb_put(b, zb_flags(m, name) ^ (local ? m->local_flags_xor : 0), 2);
	zb_put(b, m->method, 2);
	zb_put(b, m->time, 2);
	zb_put(b, 0x21 ^ m->date_xor, 2);
	zb_put(b, crc ^ m->crc_xor ^ (local ? m->local_crc_xor : 0), 4);
	zb_put(b, n + m->packed_add + (local ? m->local_packed_add : 0), 4);
	zb_put(b, n + m->size_add + (local ? m->local_size_add : 0), 4);
}

static inline void
zb_local(struct iw_buf *b, const struct zb_member *m)
{
	size_t name_len = m->name_len ? m->name_len : strlen(m->name);

	zb_put(b, 0x04034b50, 4);
	zb_shared(b, m, true, m->name);
	zb_put(b, (uint32_t)name_len, 2);
	zb_put(b, zb_len(m->extra), 2);
	iw_buf_add(b, m->name, name_len);
	zb_text(b, m->extra);
	zb_text(b, m->data);
	zb_text(b, m->descriptor);
	zb_text(b, m->gap);
}

static inline void
zb_central(struct iw_buf *b, const struct zb_member *m, size_t offset)
{
	const char *name = m->central_name ? m->central_name : m->name;
	size_t name_len = m->name_len ? m->name_len : strlen(name);

	zb_put(b, 0x02014b50, 4);
	zb_put(b, (3 << 8 | 10) ^ m->made_by_xor, 2);
	zb_shared(b, m, false, name);
	zb_put(b, (uint32_t)name_len, 2);
	zb_put(b, zb_len(m->central_extra), 2);
	zb_put(b, zb_len(m->comment), 2);
	zb_put(b, m->disk, 2);
	zb_put(b, m->internal, 2);
	zb_put(b, ((uint32_t)0100644 << 16) ^ m->external_xor, 4);
	zb_put(b, (uint32_t)offset + m->offset_add, 4);
	iw_buf_add(b, name, name_len);
	zb_text(b, m->central_extra);
	zb_text(b, m->comment);
}

static inline void
zb_build(struct iw_buf *b, const struct zb_zip *z)
{
	size_t offset[4] = { 0 }, start, size;
	uint32_t count = 0;

	zb_text(b, z->prefix);
	for (size_t i = 0; i < 4 && z->m[i].name; i++) {
		offset[i] = b->len;
		if (!z->m[i].listed_only)
			zb_local(b, &z->m[i]);
	}
	zb_text(b, z->gap);
	start = b->len;
	for (size_t i = 0; i < 4 && z->m[i].name; i++)
		if (!z->m[i].unlisted) {
			zb_central(b, &z->m[i], offset[i]);
			count++;
		}
	size = b->len - start;
	zb_text(b, z->before_end);
	zb_put(b, 0x06054b50, 4);
	zb_put(b, z->disk, 2);
	zb_put(b, z->directory_disk, 2);
	zb_put(b, count + z->disk_count_add, 2);
	zb_put(b, count + z->count_add, 2);
	zb_put(b, (uint32_t)size + z->size_add, 4);
	zb_put(b, (uint32_t)start + z->offset_add, 4);
	zb_put(b, zb_len(z->comment), 2);
	zb_text(b, z->comment);
	zb_text(b, z->suffix);
}

#endif
