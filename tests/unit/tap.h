/* SPDX-License-Identifier: Apache-2.0 */
/*
 * TAP (testanything.org) for unit tests: checks print a line each, `return done();` ends main.
 * Text is compared by is_str, numbers by is_num: on failure both sides are shown.
 */
#ifndef IW_TAP_H
#define IW_TAP_H

#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static int tap_count, tap_failed;

static inline bool
tap_check(bool good, const char *file, int line, const char *what)
{
	tap_count++;
	tap_failed += !good;
	printf("%s %d - %s:%d %s\n", good ? "ok" : "not ok", tap_count, file, line, what);
	fflush(stdout);
	return good;
}

/* A diagnostic of several lines stays one: each begins with '#'. */
static inline void
tap_show(const char *label, const char *text)
{
	printf("# %s: ", label);
	for (const char *s = text ? text : "(null)"; *s; s++) {
		putchar(*s);
		if (*s == '\n' && s[1])
			printf("#    ");
	}
	putchar('\n');
}

static inline bool
tap_is_str(const char *got, const char *want, const char *file, int line, const char *what)
{
	bool good = got && want ? strcmp(got, want) == 0 : got == want;

	if (!tap_check(good, file, line, what)) {
		tap_show("got ", got);
		tap_show("want", want);
	}
	return good;
}

static inline bool
tap_is_num(intmax_t got, intmax_t want, const char *file, int line, const char *what)
{
	if (!tap_check(got == want, file, line, what))
		printf("# got  %" PRIdMAX ", want %" PRIdMAX "\n", got, want);
	return got == want;
}

static inline int
tap_done(void)
{
	printf("1..%d\n", tap_count);
	return tap_failed != 0;
}

#define ok(cond) tap_check((cond), __FILE__, __LINE__, #cond)
#define ok_named(cond, name) tap_check((cond), __FILE__, __LINE__, name)
#define is_str(got, want) tap_is_str((got), (want), __FILE__, __LINE__, #got)
#define is_num(got, want) tap_is_num((intmax_t)(got), (intmax_t)(want), __FILE__, __LINE__, #got)
#define done() tap_done()

#endif
