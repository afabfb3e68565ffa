/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Canonical ZIPs: the one form in which packages are written, and the only one that is accepted.
 * docs/packages.md has the profile byte by byte; the layout of the records is PKWARE's APPNOTE 6.3.10,
 * sections 4.3.7, 4.3.12 and 4.3.16.
 *
 * Invariants: the same tree gives the same bytes everywhere; iw_zip_check accepts exactly what
 * iw_zip_write writes, so an accepted file that is written again is the same file; every name that is
 * accepted can be extracted on Linux, macOS and Windows without meeting another one.
 */
#ifndef IW_ZIP_H
#define IW_ZIP_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/status.h"
#include "base/tree.h"

struct iw_zip_member {
	char *name;                /* owned by the listing */
	const unsigned char *data; /* borrowed from the bytes that were checked */
	uint32_t size, crc;
	uint32_t offset; /* of the local header */
};

/* The members in the order of their names, each once. */
struct iw_zip_listing {
	struct iw_zip_member *members;
	size_t count, cap;
};

#define IW_ZIP_LISTING_INIT                                                                                            \
	{                                                                                                              \
		NULL, 0, 0                                                                                             \
	}

/*
 * Add the archive of a tree to `out`. IW_FOUND when the tree is empty, too large for a ZIP without
 * zip64, or has a name that not every system can hold; then `out` is unchanged.
 */
enum iw_status iw_zip_write(const struct iw_tree *tree, struct iw_buf *out, struct iw_error *e);

/*
 * Check a whole file. IW_OK: it is canonical and `out`, which was empty, lists it; the bytes must outlive
 * the listing. IW_FOUND: it is not, `e` says where and why, and `out` is unchanged. Needs memory for
 * the names only; nothing is unpacked.
 */
enum iw_status iw_zip_check(const void *bytes, size_t len, struct iw_zip_listing *out, struct iw_error *e);

/* The member of that name, or NULL. Borrowed. */
const struct iw_zip_member *iw_zip_get(const struct iw_zip_listing *listing, const char *name);

void iw_zip_listing_release(struct iw_zip_listing *listing);

#endif
