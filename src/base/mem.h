/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Memory. None of these returns NULL: when memory runs out the program says so and ends with exit
 * code 3. Outputs are renamed into place at the very end, so nothing partial is left behind.
 */
#ifndef IW_MEM_H
#define IW_MEM_H

#include <stddef.h>

/* `n` objects of `size` bytes, zeroed. Free with free(). */
void *iw_alloc(size_t n, size_t size);
void *iw_realloc(void *p, size_t n, size_t size);
char *iw_strdup(const char *s);
char *iw_strndup(const char *s, size_t len);
__attribute__((format(printf, 1, 2))) char *iw_printf(const char *fmt, ...);

/* End the program because memory ran out. */
_Noreturn void iw_out_of_memory(void);

/* Room for one more element at the end of a growing array. */
#define IW_GROW(array, count, cap)                                                                                     \
	((count) < (cap) ? (void)0                                                                                     \
	                 : (void)((array) = iw_realloc((array), (cap) = (cap) ? 2 * (cap) : 8, sizeof *(array))))

/* An arena: many small objects that live and die together. */
struct iw_arena {
	struct iw_block *blocks;
};

#define IW_ARENA_INIT                                                                                                  \
	{                                                                                                              \
		NULL                                                                                                   \
	}

/* Zeroed memory that lives until the arena is released. */
void *iw_arena_alloc(struct iw_arena *arena, size_t n, size_t size);
char *iw_arena_str(struct iw_arena *arena, const char *s, size_t len);

/* Forget all objects but keep a block for the next ones. */
void iw_arena_clear(struct iw_arena *arena);
void iw_arena_release(struct iw_arena *arena);

#endif
