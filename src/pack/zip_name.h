/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names in a package: each must be one that Linux, macOS and Windows can hold, and no two may meet on a
 * system that ignores case or normalises Unicode. Beyond iw_path_is_inside, which keeps a path inside:
 *
 * - at most 32 parts; none ends in a dot or a space; none is a device of Windows (CON, NUL.txt, COM1, ...);
 *   none of < > " | ? *
 * - beyond ASCII only the lower-case letters of Latin-1, Latin Extended-A, Greek and Cyrillic, kana,
 *   CJK ideographs (U+4E00-9FFF) and Hangul syllables, and of these only what is its own NFC form and its
 *   own case fold. So two different names can be equal only in the case of ASCII letters.
 * - no two are equal when that case is ignored; no file is also a folder; a folder is spelled in one way
 */
#ifndef IW_ZIP_NAME_H
#define IW_ZIP_NAME_H

#include "pack/zip.h"

/* What is wrong with a name, or NULL: "'%s' %s" is a sentence. */
const char *iw_zip_name_problem(const char *name);

/* Check the names of a listing for themselves, for their order and against each other. */
enum iw_status iw_zip_check_names(const struct iw_zip_listing *listing, struct iw_error *e);

/* A printable form of a name that may hold anything, for messages. Returns `out`. */
enum { IW_ZIP_SHOWN = 96 };
const char *iw_zip_show(const char *name, char out[IW_ZIP_SHOWN]);

#endif
