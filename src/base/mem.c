/* SPDX-License-Identifier: Apache-2.0 */
#include "base/mem.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/status.h"

enum { BLOCK_SIZE = 65536 - 64 };

struct iw_block {
	struct iw_block *next;
	size_t used, size;
	alignas(max_align_t) char data[];
};

void
iw_out_of_memory(void)
{
	static const char text[] = "itemwright: out of memory; nothing was written\n";

	if (write(STDERR_FILENO, text, sizeof text - 1) < 0)
		_exit(IW_SYSTEM);
	_exit(IW_SYSTEM);
}

static size_t
product(size_t n, size_t size)
{
	if (size && n > SIZE_MAX / size)
		iw_out_of_memory();
	return n && size ? n * size : 1;
}

void *
iw_alloc(size_t n, size_t size)
{
	void *p = calloc(1, product(n, size));

	if (!p)
		iw_out_of_memory();
	return p;
}

void *
iw_realloc(void *p, size_t n, size_t size)
{
	void *q = realloc(p, product(n, size));

	if (!q)
		iw_out_of_memory();
	return q;
}

char *
iw_strndup(const char *s, size_t len)
{
	char *copy = iw_alloc(len + 1, 1);

	memcpy(copy, s, len);
	return copy;
}

char *
iw_strdup(const char *s)
{
	return iw_strndup(s, strlen(s));
}

char *
iw_printf(const char *fmt, ...)
{
	va_list ap;
	char *s;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	s = iw_alloc((size_t)n + 1, 1);
	va_start(ap, fmt);
	vsnprintf(s, (size_t)n + 1, fmt, ap);
	va_end(ap);
	return s;
}

void *
iw_arena_alloc(struct iw_arena *arena, size_t n, size_t size)
{
	size_t align = alignof(max_align_t), bytes = product(n, size), need = (bytes + align - 1) / align * align;
	struct iw_block *b = arena->blocks;
	char *p;

	if (bytes > SIZE_MAX / 2)
		iw_out_of_memory();
	if (!b || b->size - b->used < need) {
		size_t room = need > BLOCK_SIZE ? need : BLOCK_SIZE;

		b = iw_alloc(1, sizeof *b + room);
		b->size = room;
		b->next = arena->blocks;
		arena->blocks = b;
	}
	p = b->data + b->used;
	b->used += need;
	return p;
}

char *
iw_arena_str(struct iw_arena *arena, const char *s, size_t len)
{
	char *copy = iw_arena_alloc(arena, len + 1, 1);

	memcpy(copy, s, len);
	return copy;
}

void
iw_arena_clear(struct iw_arena *arena)
{
	struct iw_block *b = arena->blocks;

	if (!b)
		return;
	while (b->next) {
		struct iw_block *next = b->next;

		free(b);
		b = next;
	}
	memset(b->data, 0, b->used);
	b->used = 0;
	arena->blocks = b;
}

void
iw_arena_release(struct iw_arena *arena)
{
	for (struct iw_block *b = arena->blocks, *next; b; b = next) {
		next = b->next;
		free(b);
	}
	arena->blocks = NULL;
}
