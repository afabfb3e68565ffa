/* SPDX-License-Identifier: Apache-2.0 */
/* Memory: buffers, arenas, and the end of the program when there is none left. */
#include <stdalign.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/mem.h"
#include "tap.h"

static void
test_buffer(void)
{
	struct iw_buf b = IW_BUF_INIT;
	char *room;

	is_str(b.data, "");
	iw_buf_add(&b, NULL, 0);
	is_num(b.cap, 0);
	iw_buf_clear(&b);
	is_str(b.data, "");
	iw_buf_str(&b, "ab");
	iw_buf_char(&b, 'c');
	iw_buf_add(&b, "d\0e", 3);
	is_num(b.len, 6);
	ok(memcmp(b.data, "abcd\0e", 7) == 0);
	iw_buf_clear(&b);
	is_num(b.len, 0);
	is_str(b.data, "");
	iw_buf_printf(&b, "%05d|%s", 42, "x");
	iw_buf_printf(&b, "%300s", "y");
	is_num(b.len, 307);
	ok(strncmp(b.data, "00042|x ", 8) == 0 && b.data[306] == 'y' && !b.data[307]);
	room = iw_buf_room(&b, 1000);
	ok(room == b.data + b.len && b.cap >= b.len + 1001);
	memset(room, 'z', 1000);
	b.len += 1000;
	iw_buf_str(&b, "!");
	ok(b.data[1306] == 'z' && b.data[1307] == '!' && b.data[1308] == '\0');
	iw_buf_release(&b);
	is_str(b.data, "");
	is_num(b.cap, 0);
	iw_buf_str(&b, "again");
	is_str(b.data, "again");
	iw_buf_release(&b);
	iw_buf_release(&b);
}

static void
test_growth(void)
{
	struct iw_buf b = IW_BUF_INIT;
	size_t *numbers = NULL, count = 0, cap = 0, moves = 0, last = 0, wrong = 0;

	for (size_t i = 0; i < 100000; i++) {
		iw_buf_char(&b, (char)('a' + i % 26));
		moves += b.cap != last;
		last = b.cap;
	}
	for (size_t i = 0; i < 100000; i++)
		wrong += b.data[i] != (char)('a' + i % 26);
	is_num(wrong, 0);
	is_num(strlen(b.data), 100000);
	ok_named(moves < 30, "a buffer grows by doubling");
	iw_buf_release(&b);
	for (size_t i = 0; i < 1000; i++) {
		IW_GROW(numbers, count, cap);
		numbers[count++] = i;
	}
	ok(count == 1000 && cap >= count && numbers[0] == 0 && numbers[999] == 999);
	free(numbers);
}

static void
test_alloc(void)
{
	unsigned char *zeros = iw_alloc(100, 3), *none = iw_alloc(0, 8);
	char *s = iw_strndup("abcdef", 3), *t = iw_strdup(s), *p = iw_printf("%s-%d", t, 7);
	size_t sum = 0;

	for (size_t i = 0; i < 300; i++)
		sum += zeros[i];
	is_num(sum, 0);
	ok(none != NULL);
	is_str(s, "abc");
	is_str(t, "abc");
	ok(t != s);
	is_str(p, "abc-7");
	free(zeros);
	free(none);
	free(s);
	free(t);
	free(p);
}

static bool
is_zero(const unsigned char *p, size_t len)
{
	while (len && !*p)
		p++, len--;
	return len == 0;
}

static void
test_arena(void)
{
	static const size_t sizes[] = { 1, 7, 16, 17, 100, 4096, 65000, 1, 200000, 3, 65536 };
	enum { N = sizeof sizes / sizeof *sizes };
	struct iw_arena arena = IW_ARENA_INIT;
	unsigned char *at[N];

	for (int round = 0; round < 3; round++) {
		bool aligned = true, zeroed = true, kept = true;

		for (size_t i = 0; i < N; i++) {
			at[i] = iw_arena_alloc(&arena, sizes[i], 1);
			aligned = aligned && (uintptr_t)at[i] % alignof(max_align_t) == 0;
			zeroed = zeroed && is_zero(at[i], sizes[i]);
			memset(at[i], (int)i + 1, sizes[i]);
		}
		for (size_t i = 0; i < N; i++)
			kept = kept && at[i][0] == i + 1 && at[i][sizes[i] - 1] == i + 1;
		ok_named(aligned, "objects are aligned");
		ok_named(zeroed, "objects are zeroed, also after a clear");
		ok_named(kept, "objects do not overlap");
		iw_arena_clear(&arena);
	}
	is_str(iw_arena_str(&arena, "abcdef", 4), "abcd");
	is_str(iw_arena_str(&arena, "", 0), "");
	ok(iw_arena_alloc(&arena, 0, 8) != NULL);
	iw_arena_release(&arena);
	ok(arena.blocks == NULL);
	iw_arena_clear(&arena);
	iw_arena_release(&arena);
}

static void
ask_alloc(void)
{
	free(iw_alloc(SIZE_MAX / 2, 4));
}

static void
ask_realloc(void)
{
	free(iw_realloc(NULL, SIZE_MAX / 16 + 1, 16));
}

static void
ask_room(void)
{
	struct iw_buf b = IW_BUF_INIT;

	(void)iw_buf_room(&b, SIZE_MAX - 1);
}

static void
ask_arena(void)
{
	struct iw_arena arena = IW_ARENA_INIT;

	(void)iw_arena_alloc(&arena, 1, SIZE_MAX - 3);
}

/* What is too much ends the program with code 3 and a message; it never wraps around to little. */
static void
test_too_much(void)
{
	static const struct {
		const char *what;
		void (*ask)(void);
	} table[] = {
		{ "iw_alloc", ask_alloc }, { "iw_realloc", ask_realloc }, { "iw_buf_room", ask_room }, { "iw_arena_alloc", ask_arena },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		char text[200] = "";
		int pipes[2], status = 0;
		ssize_t n = 0;
		pid_t child;

		if (pipe(pipes) != 0 || (child = fork()) < 0)
			break;
		if (child == 0) {
			dup2(pipes[1], STDERR_FILENO);
			table[i].ask();
			_exit(0);
		}
		close(pipes[1]);
		n = read(pipes[0], text, sizeof text - 1);
		close(pipes[0]);
		waitpid(child, &status, 0);
		ok_named(WIFEXITED(status) && WEXITSTATUS(status) == 3, table[i].what);
		ok_named(n > 0 && strstr(text, "out of memory"), table[i].what);
	}
}

int
main(void)
{
	test_buffer();
	test_growth();
	test_alloc();
	test_arena();
	test_too_much();
	return done();
}
