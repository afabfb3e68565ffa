/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two readers must agree before a byte is written: the strict one, which listed the package, and
 * libarchive. What is written are the names and bytes that both have seen, each as a new regular file in
 * a folder that we have just made. So archive_write_disk has no part in it: nothing of an archive
 * (links, devices, owners, modes, "..") can reach the disk, which is what its ARCHIVE_EXTRACT_SECURE_*
 * flags would guard.
 */
#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/commit.h"
#include "base/mem.h"
#include "base/path.h"
#include "pack/archive.h"
#include "pack/archive_locale.h"

static bool
same_header(struct archive_entry *header, const struct iw_zip_member *m)
{
	const char *name = archive_entry_pathname_utf8(header);

	return name && strcmp(name, m->name) == 0 && archive_entry_filetype(header) == AE_IFREG &&
	       !archive_entry_hardlink(header) && !archive_entry_symlink(header) &&
	       !archive_entry_is_encrypted(header) && archive_entry_size_is_set(header) &&
	       archive_entry_size(header) == (la_int64_t)m->size;
}

static bool
same_data(struct archive *a, const struct iw_zip_member *m)
{
	size_t at = 0, n;
	la_int64_t offset;
	const void *block;
	int rc;

	while ((rc = archive_read_data_block(a, &block, &n, &offset)) == ARCHIVE_OK) {
		if (offset != (la_int64_t)at || n > m->size - at || (n && memcmp(m->data + at, block, n) != 0))
			return false;
		at += n;
	}
	return rc == ARCHIVE_EOF && at == m->size;
}

/* The first member that libarchive sees in another way; `count` when it sees all as they are. */
static size_t
agreed(struct archive *a, const struct iw_zip_listing *listing, bool *all)
{
	struct archive_entry *header;
	size_t i = 0;

	while (i < listing->count && archive_read_next_header(a, &header) == ARCHIVE_OK &&
	       same_header(header, &listing->members[i]) && same_data(a, &listing->members[i]))
		i++;
	*all = i == listing->count && archive_read_next_header(a, &header) == ARCHIVE_EOF;
	return i;
}

enum iw_status
iw_archive_compare(const void *bytes, size_t len, const struct iw_zip_listing *listing, struct iw_error *e)
{
	struct iw_archive_locale locale = iw_archive_locale_enter();
	struct archive *a = archive_read_new();
	enum iw_status status = IW_OK;
	bool all = false;
	size_t i = 0;

	if (archive_read_support_format_zip_seekable(a) == ARCHIVE_OK &&
	    archive_read_open_memory(a, bytes, len) == ARCHIVE_OK)
		i = agreed(a, listing, &all);
	if (!all) {
		const char *why = archive_error_string(a);

		status = iw_fail(e, IW_FOUND,
		                 "%s: libarchive reads this member in another way than the strict reader (%s); it "
		                 "is not extracted",
		                 i < listing->count ? listing->members[i].name : "the end", why ? why : "it differs");
	}
	archive_read_free(a);
	iw_archive_locale_leave(&locale);
	return status;
}

/* Remove what was extracted, file by file, and the folders that this empties. */
static void
remove_extracted(const char *root, const struct iw_zip_listing *listing)
{
	for (size_t i = 0; i < listing->count; i++) {
		char *path = iw_path_join(root, listing->members[i].name);
		size_t least = strlen(root);

		(void)unlink(path);
		for (char *slash; (slash = strrchr(path, '/')) != NULL && (size_t)(slash - path) >= least;) {
			*slash = '\0';
			if (rmdir(path) != 0)
				break;
		}
		free(path);
	}
	(void)rmdir(root);
}

static enum iw_status
write_members(const struct iw_zip_listing *listing, const char *root, struct iw_error *e)
{
	struct iw_commit c = IW_COMMIT_INIT;
	enum iw_status status = IW_OK;

	for (size_t i = 0; i < listing->count && status == IW_OK; i++) {
		char *path = iw_path_join(root, listing->members[i].name);

		status = iw_commit_add(&c, path, listing->members[i].data, listing->members[i].size, 0644, e);
		free(path);
	}
	if (status == IW_OK)
		status = iw_commit_finish(&c, e);
	iw_commit_release(&c);
	return status;
}

static char *
without_slash(const char *dir)
{
	size_t n = strlen(dir);

	while (n > 1 && dir[n - 1] == '/')
		n--;
	return iw_strndup(dir, n);
}

enum iw_status
iw_archive_extract(const void *bytes, size_t len, const struct iw_zip_listing *listing, const char *dir,
                   struct iw_error *e)
{
	char *place = without_slash(dir), *parent = iw_path_dir(place), *root = NULL;
	enum iw_status status = iw_archive_compare(bytes, len, listing, e);
	struct stat st;

	if (status == IW_OK && lstat(place, &st) == 0)
		status = iw_fail(e, IW_UNUSABLE, "%s: is there already; extract into a folder that is not there yet",
		                 dir);
	if (status != IW_OK)
		goto out;
	root = iw_printf("%s/.%s.XXXXXX", parent, iw_path_base(place));
	if (!mkdtemp(root)) {
		status = iw_fail(e, IW_SYSTEM, "%s: no folder can be made there: %s", parent, strerror(errno));
		goto out;
	}
	status = write_members(listing, root, e);
	/* rename would replace a folder that is empty, and fails on any other. */
	if (status == IW_OK && (chmod(root, 0755) != 0 || rename(root, place) != 0))
		status = iw_fail(e, IW_SYSTEM, "%s: cannot be put in place: %s", dir, strerror(errno));
	if (status != IW_OK)
		remove_extracted(root, listing);
out:
	free(root);
	free(parent);
	free(place);
	return status;
}
