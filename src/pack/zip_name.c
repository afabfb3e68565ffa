/* SPDX-License-Identifier: Apache-2.0 */
#include "pack/zip_name.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/hash.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/utf8.h"

enum { MOST_PARTS = 32 };

/* Beyond ASCII: characters that are their own NFC form and, where iw_utf8_lower keeps them, their own fold. */
static bool
is_stable(uint32_t c)
{
	static const uint32_t ranges[][2] = {
		{ 0x00e0, 0x00f6 }, { 0x00f8, 0x00ff }, { 0x0101, 0x0130 }, { 0x0132, 0x0148 }, { 0x014a, 0x0177 },
		{ 0x017a, 0x017e }, { 0x03ac, 0x03af }, { 0x03b1, 0x03c1 }, { 0x03c3, 0x03ce }, { 0x0430, 0x045f },
		{ 0x3041, 0x3096 }, { 0x30a1, 0x30fa }, { 0x4e00, 0x9fff }, { 0xac00, 0xd7a3 },
	};

	for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
		if (c >= ranges[i][0] && c <= ranges[i][1])
			return iw_utf8_lower(c) == c;
	return false;
}

/* Windows finds the device whatever extension follows. */
static bool
is_device(const char *part, size_t len)
{
	static const char *const plain[] = { "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$" };
	const char *dot = memchr(part, '.', len);
	size_t n = dot ? (size_t)(dot - part) : len;

	while (n > 0 && part[n - 1] == ' ')
		n--;
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		if (n == strlen(plain[i]) && strncasecmp(part, plain[i], n) == 0)
			return true;
	return n == 4 && (strncasecmp(part, "COM", 3) == 0 || strncasecmp(part, "LPT", 3) == 0) && part[3] >= '0' &&
	       part[3] <= '9';
}

static const char *
part_problem(const char *part, size_t len)
{
	size_t n;
	uint32_t c;

	if (part[len - 1] == '.' || part[len - 1] == ' ')
		return "has a part that ends in a dot or a space, which Windows drops";
	if (is_device(part, len))
		return "has a part that is a device on Windows";
	for (size_t i = 0; i < len; i += n) {
		n = iw_utf8_decode(part + i, len - i, &c);
		if (c < 0x80 ? strchr("<>\"|?*", (int)c) != NULL : !is_stable(c))
			return "has a character that not every system keeps as it is; use ASCII letters, digits, '-', "
			       "'_' and '.'";
	}
	return NULL;
}

const char *
iw_zip_name_problem(const char *name)
{
	const char *problem = NULL, *part = name;
	size_t parts = 0;

	if (!iw_path_is_inside(name))
		return "is not a plain relative path";
	while (!problem && part) {
		const char *slash = strchr(part, '/');

		problem = part_problem(part, slash ? (size_t)(slash - part) : strlen(part));
		part = slash ? slash + 1 : NULL;
		if (++parts > MOST_PARTS)
			problem = "is in folders nested too deep";
	}
	return problem;
}

const char *
iw_zip_show(const char *name, char out[IW_ZIP_SHOWN])
{
	size_t at = 0;

	for (const char *s = name; *s; s++) {
		bool plain = *s >= 0x20 && *s < 0x7f && *s != '\'';

		if (at + 8 > IW_ZIP_SHOWN) {
			at += (size_t)snprintf(out + at, IW_ZIP_SHOWN - at, "...");
			break;
		}
		at += (size_t)snprintf(out + at, IW_ZIP_SHOWN - at, plain ? "%c" : "\\x%02x", (unsigned char)*s);
	}
	out[at] = '\0';
	return out;
}

/* What a folded path stands for: `member` was the first to use it, as its own name or as a folder. */
struct use {
	size_t member;
	bool folder;
};

struct names {
	const struct iw_zip_listing *listing;
	struct iw_arena arena;
	struct iw_map map; /* folded path -> index into uses */
	struct use *uses;
	size_t count, cap;
};

/* Record a use of the first `len` bytes of `folded`, or find whom it would meet. */
static enum iw_status
add_use(struct names *names, char *folded, size_t len, struct use use, struct iw_error *e)
{
	const char *name = names->listing->members[use.member].name, *other;
	char a[IW_ZIP_SHOWN], b[IW_ZIP_SHOWN], end = folded[len];
	const struct use *first;
	const size_t *at;

	folded[len] = '\0';
	at = iw_map_get(&names->map, folded);
	if (!at) {
		/* A copy, because `folded` gets its end back. */
		iw_map_add(&names->map, iw_arena_str(&names->arena, folded, len), names->count, NULL);
		IW_GROW(names->uses, names->count, names->cap);
		names->uses[names->count++] = use;
	}
	folded[len] = end;
	if (!at)
		return IW_OK;
	first = &names->uses[*at];
	other = names->listing->members[first->member].name;
	if (first->folder && use.folder && strncmp(name, other, len) == 0)
		return IW_OK;
	return iw_fail(e, IW_FOUND, "'%s' and '%s' cannot be in one package: %s; rename one of them",
	               iw_zip_show(other, a), iw_zip_show(name, b),
	               first->folder != use.folder ? "a folder and a file would have one name"
	                                           : "on systems that ignore case they would be in one place");
}

static enum iw_status
add_name(struct names *names, size_t member, struct iw_error *e)
{
	const char *name = names->listing->members[member].name;
	size_t len = strlen(name);
	char *folded = iw_arena_str(&names->arena, name, len);
	enum iw_status status = IW_OK;

	for (size_t i = 0; i < len && status == IW_OK; i++) {
		if (folded[i] >= 'A' && folded[i] <= 'Z')
			folded[i] = (char)(folded[i] - 'A' + 'a');
		if (folded[i] == '/')
			status = add_use(names, folded, i, (struct use){ member, true }, e);
	}
	return status == IW_OK ? add_use(names, folded, len, (struct use){ member, false }, e) : status;
}

enum iw_status
iw_zip_check_names(const struct iw_zip_listing *listing, struct iw_error *e)
{
	struct names names = { listing, IW_ARENA_INIT, IW_MAP_INIT, NULL, 0, 0 };
	enum iw_status status = IW_OK;
	char shown[IW_ZIP_SHOWN];

	for (size_t i = 0; i < listing->count && status == IW_OK; i++) {
		const char *name = listing->members[i].name, *problem = iw_zip_name_problem(name);

		if (problem)
			status = iw_fail(e, IW_FOUND, "'%s' %s: no member of a package may be named so",
			                 iw_zip_show(name, shown), problem);
		else if (i > 0 && strcmp(listing->members[i - 1].name, name) >= 0)
			status = iw_fail(e, IW_FOUND, "'%s' is there twice or out of order: members are sorted by name",
			                 iw_zip_show(name, shown));
		else
			status = add_name(&names, i, e);
	}
	free(names.uses);
	iw_map_release(&names.map);
	iw_arena_release(&names.arena);
	return status;
}
