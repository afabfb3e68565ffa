/* SPDX-License-Identifier: Apache-2.0 */
#include <archive.h>
#include <archive_entry.h>

#include "base/path.h"
#include "pack/archive.h"
#include "pack/archive_locale.h"

/*
 * gzip would hold the time of writing, and zip's times and attributes need no more than we set. Levels
 * are spelled out so that another default does not change the bytes.
 */
static const struct ending {
	const char *suffix;
	int (*format)(struct archive *);
	int (*filter)(struct archive *);
	const char *options;
} endings[] = {
	{ ".zip", archive_write_set_format_zip, archive_write_add_filter_none,
	  "zip:compression=deflate,zip:hdrcharset=UTF-8" },
	{ ".tar", archive_write_set_format_pax_restricted, archive_write_add_filter_none, NULL },
	{ ".tar.gz", archive_write_set_format_pax_restricted, archive_write_add_filter_gzip,
	  "gzip:compression-level=9,gzip:!timestamp" },
	{ ".tgz", archive_write_set_format_pax_restricted, archive_write_add_filter_gzip,
	  "gzip:compression-level=9,gzip:!timestamp" },
	{ ".tar.zst", archive_write_set_format_pax_restricted, archive_write_add_filter_zstd,
	  "zstd:compression-level=19" },
	{ ".tar.xz", archive_write_set_format_pax_restricted, archive_write_add_filter_xz, "xz:compression-level=6" },
};

static const struct ending *
ending_of(const char *name)
{
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (iw_path_has_suffix(name, endings[i].suffix))
			return &endings[i];
	return NULL;
}

bool
iw_archive_is_name(const char *name)
{
	return ending_of(name) != NULL;
}

static la_ssize_t
add_bytes(struct archive *a, void *context, const void *bytes, size_t len)
{
	(void)a;
	iw_buf_add(context, bytes, len);
	return (la_ssize_t)len;
}

/*
 * No time is set: tar then has 0 and zip, which keeps local time, the least it can hold (1980-01-01
 * 00:00), which is the same in every time zone.
 */
static int
add_entry(struct archive *a, struct archive_entry *header, const struct iw_entry *entry)
{
	int rc;

	archive_entry_clear(header);
	archive_entry_set_pathname_utf8(header, entry->name);
	archive_entry_set_filetype(header, AE_IFREG);
	archive_entry_set_perm(header, 0644);
	archive_entry_set_uid(header, 0);
	archive_entry_set_gid(header, 0);
	archive_entry_set_size(header, (la_int64_t)entry->data.len);
	rc = archive_write_header(a, header);
	if (rc == ARCHIVE_OK && entry->data.len > 0 &&
	    archive_write_data(a, entry->data.data, entry->data.len) != (la_ssize_t)entry->data.len)
		rc = ARCHIVE_FATAL;
	return rc;
}

static int
open_archive(struct archive *a, const struct ending *ending, struct iw_buf *out)
{
	int rc = ending->format(a);

	if (rc == ARCHIVE_OK)
		rc = ending->filter(a);
	if (rc == ARCHIVE_OK && ending->options)
		rc = archive_write_set_options(a, ending->options);
	/* Else the last block would be filled up, behind the end of what is compressed too. */
	if (rc == ARCHIVE_OK)
		rc = archive_write_set_bytes_in_last_block(a, 1);
	if (rc == ARCHIVE_OK)
		rc = archive_write_open(a, out, NULL, add_bytes, NULL);
	return rc;
}

enum iw_status
iw_archive_write(const struct iw_tree *tree, const char *name, struct iw_buf *out, struct iw_error *e)
{
	const struct ending *ending = ending_of(name);
	struct archive *a = archive_write_new();
	struct archive_entry *header = archive_entry_new();
	struct iw_archive_locale locale = iw_archive_locale_enter();
	enum iw_status status = IW_OK;
	size_t start = out->len;
	int rc;

	if (!ending) {
		status = iw_fail(e, IW_UNUSABLE,
		                 "%s: not the name of an archive; end it in .zip, .tar, .tar.gz, .tar.zst or "
		                 ".tar.xz, or name a folder",
		                 name);
		goto out;
	}
	rc = open_archive(a, ending, out);
	for (size_t i = 0; i < tree->count && rc == ARCHIVE_OK; i++)
		rc = add_entry(a, header, &tree->entries[i]);
	if (rc == ARCHIVE_OK)
		rc = archive_write_close(a);
	if (rc != ARCHIVE_OK) {
		const char *why = archive_error_string(a);

		status = iw_fail(e, IW_SYSTEM, "%s: the archive cannot be made: %s", name,
		                 why ? why : "no reason is known");
		out->len = start;
	}
out:
	archive_entry_free(header);
	archive_write_free(a);
	iw_archive_locale_leave(&locale);
	return status;
}
