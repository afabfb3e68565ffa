/* SPDX-License-Identifier: Apache-2.0 */
/* The strict ZIP reader: what it accepts is, written again, the same bytes, and libarchive sees it too. */
#include <string.h>

#include <zlib.h>

#include "fuzz.h"
#include "pack/archive.h"
#include "pack/zip.h"

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct iw_zip_listing listing = IW_ZIP_LISTING_INIT;
	struct iw_tree tree = IW_TREE_INIT;
	struct iw_buf again = IW_BUF_INIT;
	struct iw_error e = { "" };
	enum iw_status status = iw_zip_check(data, size, &listing, &e);

	if (status != IW_OK && (status != IW_FOUND || !e.text[0] || listing.count))
		abort();
	for (size_t i = 0; i < listing.count; i++)
		if (iw_tree_write(&tree, listing.members[i].name, listing.members[i].data, listing.members[i].size,
		                  &e) != IW_OK)
			abort();
	if (status == IW_OK &&
	    (iw_zip_write(&tree, &again, &e) != IW_OK || again.len != size || memcmp(again.data, data, size) != 0 ||
	     iw_archive_compare(data, size, &listing, &e) != IW_OK))
		abort();
	iw_buf_release(&again);
	iw_tree_release(&tree);
	iw_zip_listing_release(&listing);
	return 0;
}

static uint32_t
number(const uint8_t *p, int width)
{
	uint32_t value = 0;

	while (width-- > 0)
		value = value << 8 | p[width];
	return value;
}

/* Mend the CRCs of half of the mutations: else the fuzzer would hardly get past the first member. */
size_t
LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed)
{
	size_t at = 0, n;

	size = LLVMFuzzerMutate(data, size, most);
	while (seed % 2 && size - at >= 30 && memcmp(data + at, "PK\3\4", 4) == 0) {
		uint32_t name = number(data + at + 26, 2), length = number(data + at + 22, 4), crc;

		n = 30 + (size_t)name;
		if (size - at < n || size - at - n < length)
			break;
		crc = (uint32_t)crc32(0, data + at + n, length);
		for (int i = 0; i < 4; i++)
			data[at + 14 + (size_t)i] = (uint8_t)(crc >> 8 * i);
		at += n + length;
	}
	return size;
}
