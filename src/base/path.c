/* SPDX-License-Identifier: Apache-2.0 */
#include "base/path.h"

#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"

char *
iw_path_join(const char *dir, const char *name)
{
	size_t n = strlen(dir);

	if (strcmp(dir, ".") == 0 || name[0] == '/')
		return iw_strdup(name);
	return iw_printf("%s%s%s", dir, n && dir[n - 1] == '/' ? "" : "/", name);
}

char *
iw_path_dir(const char *path)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		return iw_strdup(".");
	return slash == path ? iw_strdup("/") : iw_strndup(path, (size_t)(slash - path));
}

const char *
iw_path_base(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* How much of two paths, in whole parts, is the same. */
static size_t
shared(const char *a, const char *b)
{
	size_t same = 0;

	for (size_t i = 0;; i++) {
		if ((a[i] == '/' || !a[i]) && (b[i] == '/' || !b[i]))
			same = i;
		if (a[i] != b[i] || !a[i])
			return same;
	}
}

char *
iw_path_relative(const char *from, const char *to)
{
	struct iw_buf out = IW_BUF_INIT;
	char *relative;
	size_t same;

	/* The root is the one folder whose path ends in a slash. */
	from += strcmp(from, "/") == 0;
	to += strcmp(to, "/") == 0;
	same = shared(from, to);
	for (const char *up = from + same; (up = strchr(up, '/')) != NULL; up++)
		iw_buf_str(&out, out.len ? "/.." : "..");
	if (to[same])
		iw_buf_str(&out, to + same + (out.len == 0));
	relative = iw_strdup(out.len ? out.data : ".");
	iw_buf_release(&out);
	return relative;
}

bool
iw_path_has_suffix(const char *path, const char *suffix)
{
	size_t n = strlen(path), m = strlen(suffix);

	return n >= m && strcmp(path + n - m, suffix) == 0;
}

/* What does more than be shown, or is not shown; of joiners too, no name of a file has need. */
static bool
is_deceptive(uint32_t c)
{
	return iw_utf8_is_harmful(c) || iw_utf8_is_unseen(c) || c == 0x200c || c == 0x200d;
}

bool
iw_path_is_inside(const char *path)
{
	size_t len = strlen(path), part = 0, n;
	uint32_t c;

	if (len == 0 || len > 1023 || path[0] == '/' || path[len - 1] == '/')
		return false;
	for (size_t i = 0; i < len; i += n) {
		if ((n = iw_utf8_decode(path + i, len - i, &c)) == 0 || is_deceptive(c) || c == '\\' || c == ':')
			return false;
		if (c == '/')
			part = i + 1;
		if (i + n - part > 255 || path[part] == '/')
			return false;
		if (path[part] == '.' && strchr("/", path[part + 1]))
			return false;
		if (strncmp(path + part, "..", 2) == 0 && strchr("/", path[part + 2]))
			return false;
	}
	return true;
}
