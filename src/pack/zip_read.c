/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The reader goes once from the first byte to the last. It believes of each local header only the size,
 * the CRC and the name; from these it makes the records that the writer would write, and demands that
 * just these stand in the file, without a byte before, between or after.
 */
#include <stdlib.h>
#include <string.h>

#include <zlib.h>

#include "base/mem.h"
#include "pack/zip_name.h"
#include "pack/zip_record.h"

/* Where the reader finds what it believes, from the start of a local header (APPNOTE 4.3.7). */
enum { CRC_AT = 14, SIZE_AT = 22, NAME_LENGTH_AT = 26 };

struct reader {
	const unsigned char *bytes;
	size_t len, at, total;
	struct iw_zip_listing list;
};

static enum iw_status
cut_short(const struct reader *r, struct iw_error *e)
{
	return iw_fail(e, IW_FOUND,
	               "the package ends at byte %zu, within a member or the directory; it was cut short or "
	               "a size is wrong: fetch it again",
	               r->len);
}

static size_t
left(const struct reader *r)
{
	return r->len - r->at;
}

/* The name after a record, which must be `name`. */
static enum iw_status
expect_name(struct reader *r, const char *name, struct iw_error *e)
{
	size_t n = strlen(name);
	char shown[IW_ZIP_SHOWN];

	if (left(r) < n)
		return cut_short(r, e);
	if (memcmp(r->bytes + r->at, name, n) != 0)
		return iw_fail(e, IW_FOUND,
		               "byte %zu: the directory has another name where the member is '%s'; the package "
		               "was changed: fetch it again",
		               r->at, iw_zip_show(name, shown));
	r->at += n;
	return IW_OK;
}

/* Read what is believed, as the last of the list: it is released with it. */
static enum iw_status
believe(struct reader *r, struct iw_error *e)
{
	const unsigned char *p = r->bytes + r->at;
	const char *name = (const char *)p + IW_ZIP_LOCAL_SIZE;
	size_t n;

	if (left(r) < IW_ZIP_LOCAL_SIZE || left(r) - IW_ZIP_LOCAL_SIZE < (n = iw_zip_number(p + NAME_LENGTH_AT, 2)))
		return cut_short(r, e);
	if (n == 0 || memchr(name, '\0', n))
		return iw_fail(e, IW_FOUND,
		               "byte %zu: the name of a member is empty or has a NUL byte; such a package is "
		               "hostile: do not use it",
		               r->at);
	if (r->list.count == IW_ZIP_MOST_MEMBERS)
		return iw_fail(e, IW_FOUND, "the package has more than %d members", IW_ZIP_MOST_MEMBERS);
	IW_GROW(r->list.members, r->list.count, r->list.cap);
	r->list.members[r->list.count++] = (struct iw_zip_member){
		iw_strndup(name, n), NULL, iw_zip_number(p + SIZE_AT, 4), iw_zip_number(p + CRC_AT, 4), (uint32_t)r->at,
	};
	return IW_OK;
}

static enum iw_status
read_member(struct reader *r, struct iw_error *e)
{
	enum iw_status status = believe(r, e);
	struct iw_zip_member *m;
	struct iw_zip_record record;
	char shown[IW_ZIP_SHOWN];

	if (status != IW_OK)
		return status;
	m = &r->list.members[r->list.count - 1];
	record = iw_zip_local(m);
	if ((status = iw_zip_expect(&record, r->bytes, r->len, r->at, e)) != IW_OK)
		return status;
	r->at += IW_ZIP_LOCAL_SIZE + strlen(m->name);
	if (left(r) < m->size)
		return cut_short(r, e);
	m->data = r->bytes + r->at;
	if (crc32_z(0, m->data, m->size) != m->crc)
		return iw_fail(e, IW_FOUND,
		               "'%s': its bytes do not match their CRC-32; the package is damaged: fetch it again",
		               iw_zip_show(m->name, shown));
	r->at += m->size;
	r->total += m->size;
	if (r->total > IW_TREE_MOST_BYTES)
		return iw_fail(e, IW_FOUND, "the members are together larger than %zu bytes", IW_TREE_MOST_BYTES);
	return IW_OK;
}

static enum iw_status
read_directory(struct reader *r, struct iw_error *e)
{
	struct iw_zip_record record;
	size_t start = r->at;
	enum iw_status status = IW_OK;

	for (size_t i = 0; i < r->list.count && status == IW_OK; i++) {
		record = iw_zip_central(&r->list.members[i]);
		status = iw_zip_expect(&record, r->bytes, r->len, r->at, e);
		if (status != IW_OK)
			return status;
		r->at += IW_ZIP_CENTRAL_SIZE;
		status = expect_name(r, r->list.members[i].name, e);
	}
	if (status != IW_OK)
		return status;
	record = iw_zip_end(r->list.count, r->at - start, start);
	if ((status = iw_zip_expect(&record, r->bytes, r->len, r->at, e)) != IW_OK)
		return status;
	r->at += IW_ZIP_END_SIZE;
	if (left(r) > 0)
		return iw_fail(e, IW_FOUND,
		               "byte %zu: %zu bytes follow the end of the package; something was appended: fetch "
		               "it again",
		               r->at, left(r));
	return IW_OK;
}

enum iw_status
iw_zip_check(const void *bytes, size_t len, struct iw_zip_listing *out, struct iw_error *e)
{
	struct reader r = { bytes, len, 0, 0, IW_ZIP_LISTING_INIT };
	enum iw_status status = IW_OK;

	if (len > UINT32_MAX - 1)
		status = iw_fail(e, IW_FOUND, "%zu bytes are more than a package may have, which is 4 GiB", len);
	else if (len < 4 || memcmp(bytes, "PK\3\4", 4) != 0)
		status = iw_fail(e, IW_FOUND,
		                 "byte 0: no member begins here; it is no package, is empty, or something was put "
		                 "before it: fetch it again");
	while (status == IW_OK && left(&r) >= 4 && memcmp(r.bytes + r.at, "PK\3\4", 4) == 0)
		status = read_member(&r, e);
	if (status == IW_OK)
		status = read_directory(&r, e);
	if (status == IW_OK)
		status = iw_zip_check_names(&r.list, e);
	if (status == IW_OK) {
		*out = r.list;
		r.list = (struct iw_zip_listing)IW_ZIP_LISTING_INIT;
	}
	iw_zip_listing_release(&r.list);
	return status;
}

const struct iw_zip_member *
iw_zip_get(const struct iw_zip_listing *listing, const char *name)
{
	size_t low = 0, high = listing->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = strcmp(listing->members[middle].name, name);

		if (order == 0)
			return &listing->members[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

void
iw_zip_listing_release(struct iw_zip_listing *listing)
{
	for (size_t i = 0; i < listing->count; i++)
		free(listing->members[i].name);
	free(listing->members);
	*listing = (struct iw_zip_listing)IW_ZIP_LISTING_INIT;
}
