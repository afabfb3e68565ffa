/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Archives through libarchive: what `export -o NAME.tar.zst` writes, and the extraction of packages.
 *
 * Written archives have fixed metadata (mode 0644, owner 0, no names, no times but the format's least)
 * and are the same under any time zone and locale. They are not canonical as packages are: another
 * version of a compression library may give other bytes. Whoever needs the same bytes takes zip.h.
 *
 * Reading is for packages that iw_zip_check has accepted, and for nothing else.
 */
#ifndef IW_ARCHIVE_H
#define IW_ARCHIVE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/status.h"
#include "base/tree.h"
#include "pack/zip.h"

/* Whether a name ends as an archive that can be written: .zip, .tar, .tar.gz, .tgz, .tar.zst, .tar.xz. */
bool iw_archive_is_name(const char *name);

/* Add the archive of `tree` to `out`, in the format that the end of `name` asks for. */
enum iw_status iw_archive_write(const struct iw_tree *tree, const char *name, struct iw_buf *out, struct iw_error *e);

/*
 * Whether libarchive sees just the members that the strict reader has listed: the same names, in the
 * same order, regular files of the same bytes, and nothing else. IW_FOUND when not.
 */
enum iw_status iw_archive_compare(const void *bytes, size_t len, const struct iw_zip_listing *listing,
                                  struct iw_error *e);

/*
 * Write the members below `dir`, which must not be there yet (IW_UNUSABLE). They are written beside it in
 * full and put in place by one rename, so that `dir` appears whole or not at all. Compares first.
 */
enum iw_status iw_archive_extract(const void *bytes, size_t len, const struct iw_zip_listing *listing, const char *dir,
                                  struct iw_error *e);

#endif
