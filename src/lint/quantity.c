/* SPDX-License-Identifier: Apache-2.0 */
#include "lint/quantity.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lint/lexicon.h"

/* What a number's unit makes of it: only numbers of one family compare. */
struct unit {
	const char *name;
	enum iw_family family;
	double factor;
};

static const struct unit units[] = {
	{ "ns", IW_TIME, 1e-9 },
	{ "ms", IW_TIME, 1e-3 },
	{ "millisecond", IW_TIME, 1e-3 },
	{ "s", IW_TIME, 1 },
	{ "sec", IW_TIME, 1 },
	{ "second", IW_TIME, 1 },
	{ "min", IW_TIME, 60 },
	{ "minute", IW_TIME, 60 },
	{ "h", IW_TIME, 3600 },
	{ "hr", IW_TIME, 3600 },
	{ "hour", IW_TIME, 3600 },
	{ "day", IW_TIME, 86400 },
	{ "week", IW_TIME, 604800 },
	{ "month", IW_TIME, 2629746 },
	{ "year", IW_TIME, 31556952 },
	{ "decade", IW_TIME, 3.2e8 },
	{ "century", IW_TIME, 3.2e9 },
	{ "bit", IW_BYTES, 0.125 },
	{ "byte", IW_BYTES, 1 },
	{ "b", IW_BYTES, 1 },
	{ "kb", IW_BYTES, 1e3 },
	{ "mb", IW_BYTES, 1e6 },
	{ "gb", IW_BYTES, 1e9 },
	{ "tb", IW_BYTES, 1e12 },
	{ "pb", IW_BYTES, 1e15 },
	{ "kib", IW_BYTES, 1024 },
	{ "mib", IW_BYTES, 1048576 },
	{ "gib", IW_BYTES, 1073741824 },
	{ "tib", IW_BYTES, 1.1e12 },
	{ "mm", IW_LENGTH, 1e-3 },
	{ "cm", IW_LENGTH, 1e-2 },
	{ "m", IW_LENGTH, 1 },
	{ "metre", IW_LENGTH, 1 },
	{ "meter", IW_LENGTH, 1 },
	{ "km", IW_LENGTH, 1e3 },
	{ "kilometre", IW_LENGTH, 1e3 },
	{ "kilometer", IW_LENGTH, 1e3 },
	{ "inch", IW_LENGTH, 0.0254 },
	{ "foot", IW_LENGTH, 0.3048 },
	{ "feet", IW_LENGTH, 0.3048 },
	{ "mile", IW_LENGTH, 1609.344 },
	{ "mg", IW_MASS, 1e-3 },
	{ "g", IW_MASS, 1 },
	{ "gram", IW_MASS, 1 },
	{ "kg", IW_MASS, 1e3 },
	{ "kilogram", IW_MASS, 1e3 },
	{ "hundred", IW_NUMBER, 1e2 },
	{ "thousand", IW_NUMBER, 1e3 },
	{ "million", IW_NUMBER, 1e6 },
	{ "billion", IW_NUMBER, 1e9 },
	{ "trillion", IW_NUMBER, 1e12 },
};

/* What is left to read of an option. */
struct reader {
	const struct iw_token *t, *end;
};

static bool
take(struct reader *r, const char *lower)
{
	if (r->t == r->end || !iw_token_is(r->t, lower))
		return false;
	r->t++;
	return true;
}

static bool
is_minus(const struct iw_token *t)
{
	return iw_token_is(t, "-") || iw_token_is(t, "\xe2\x88\x92") || iw_token_is(t, "\xe2\x80\x93");
}

/* "1,000.5"; not "1,3,4", which is a list. `*rest` is what follows, as the GB of "10GB". */
static bool
parse(const char *s, double *value, const char **rest)
{
	char plain[40], *end;
	size_t n = 0, digits = 0;
	bool grouped = false;

	for (; (*s >= '0' && *s <= '9') || *s == '.' || *s == ','; s++) {
		if (*s == ',' ? !digits || digits > 3 || (grouped && digits != 3) : n + 2 > sizeof plain)
			return false;
		if (*s == '.' && grouped && digits != 3)
			return false;
		if (*s != ',')
			plain[n++] = *s;
		grouped |= *s == ',';
		digits = *s == ',' || *s == '.' ? 0 : digits + 1;
	}
	if (!n || (grouped && digits != 3 && !memchr(plain, '.', n)))
		return false;
	plain[n] = '\0';
	if (strchr(plain, '.') != strrchr(plain, '.'))
		return false;
	*value = strtod(plain, &end);
	*rest = s;
	return *end == '\0';
}

static const struct unit *
find_unit(const char *name)
{
	size_t len = strlen(name);

	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		size_t n = strlen(units[i].name);

		if (strncmp(name, units[i].name, n) == 0 && (len == n || (n > 2 && len == n + 1 && name[n] == 's') ||
		                                             (n > 2 && len == n + 2 && strcmp(name + n, "es") == 0)))
			return &units[i];
	}
	return NULL;
}

/* A power of ten behind a number: "x 10^3", "10 -3". */
static bool
take_power(struct reader *r, double *value)
{
	struct reader save = *r;
	double sign = 1, exponent;
	const char *rest;

	if (!(take(r, "x") || take(r, "\xc3\x97") || take(r, "*") || take(r, "\xc2\xb7")) || !take(r, "10") ||
	    !take(r, "^")) {
		*r = save;
		return false;
	}
	(void)(take(r, "{") || take(r, "("));
	if (r->t < r->end && is_minus(r->t)) {
		sign = -1;
		r->t++;
	}
	if (r->t == r->end || !parse(r->t->lower, &exponent, &rest) || *rest) {
		*r = save;
		return false;
	}
	r->t++;
	(void)(take(r, "}") || take(r, ")"));
	*value *= pow(10, sign * exponent);
	return true;
}

/* A number that is a word of `list`: its advice is the value. */
static bool
take_word(struct reader *r, enum iw_list list, double *value)
{
	const struct iw_phrase *phrase;
	size_t n = iw_lexicon_match(list, r->t, (size_t)(r->end - r->t), &phrase);

	if (!n || !phrase->advice)
		return false;
	*value = strtod(phrase->advice, NULL);
	r->t += n;
	return true;
}

static bool
take_value(struct reader *r, double *value, const char **suffix)
{
	const char *rest;
	double below;

	*suffix = "";
	if (take_word(r, IW_WORDS_NUMBER, value))
		return true;
	if (r->t == r->end || r->t->kind != IW_TOKEN_NUMBER || !parse(r->t->lower, value, suffix))
		return false;
	r->t++;
	if (**suffix || r->t + 1 >= r->end || !iw_token_is(r->t, "/") || r->t[1].kind != IW_TOKEN_NUMBER)
		return true;
	if (!parse(r->t[1].lower, &below, &rest) || *rest || below == 0)
		return false;
	*value /= below;
	r->t += 2;
	return true;
}

/* "$", "about", "=": what may stand before a number. */
static void
skip_before(struct reader *r)
{
	static const char *const before[] = {
		"$", "\xe2\x82\xac", "\xc2\xa3", "about", "approximately", "in", "around"
	};
	size_t i = 0;

	while (i < sizeof before / sizeof *before)
		i = take(r, before[i]) ? 0 : i + 1;
}

/* "am" and "pm" behind a time of day, in hours. */
static bool
take_half_day(struct reader *r, double *hours)
{
	bool pm = take(r, "pm") || take(r, "p.m");

	if (!pm && !take(r, "am") && !take(r, "a.m"))
		return false;
	(void)take(r, ".");
	*hours = fmod(*hours, 12) + (pm ? 12 : 0);
	return true;
}

/* "10:30", "8 am" */
static bool
read_clock(struct reader r, struct iw_quantity *q)
{
	unsigned hours = 0, minutes = 0;
	int used = 0;

	if (r.t == r.end || r.t->kind != IW_TOKEN_NUMBER || r.t->len > 8)
		return false;
	if (sscanf(r.t->lower, "%2u:%2u%n", &hours, &minutes, &used) != 2 || r.t->lower[used] ||
	    r.t->lower[used - 3] != ':') {
		used = 0;
		if (sscanf(r.t->lower, "%2u%n", &hours, &used) != 1 || r.t->lower[used])
			return false;
		used = 0;
	}
	r.t++;
	q->value = hours + minutes / 60.0;
	q->family = IW_CLOCK;
	return (take_half_day(&r, &q->value) || used) && r.t == r.end;
}

/* "May 3", "3 May 1890", "May 1890"; days of a month and months of a year are alike long, for comparing. */
static bool
read_date(struct reader r, struct iw_quantity *q)
{
	double month = 0, number[2] = { 0, 0 }, day, year;
	const char *suffix = "";
	size_t n = 0;

	for (; r.t < r.end; (void)take(&r, ",")) {
		if (month == 0 && take_word(&r, IW_WORDS_MONTH, &month))
			continue;
		if (n == 2 || r.t->kind != IW_TOKEN_NUMBER || !parse(r.t->lower, &number[n++], &suffix))
			return false;
		r.t++;
	}
	if (month == 0 || n == 0)
		return false;
	year = n == 2 ? number[1] : number[0] > 31 ? number[0] : 0;
	day = n == 2 || number[0] <= 31 ? number[0] : 0;
	q->value = (year * 12 + month) * 31 + day;
	q->family = IW_DATE;
	return true;
}

/* "200 BC" */
static void
take_era(struct reader *r, struct iw_quantity *q)
{
	bool before = take(r, "bc") || take(r, "bce");

	if (before)
		q->value = -q->value;
	if (before || take(r, "ad") || take(r, "ce"))
		q->family = IW_DATE;
}

/* The units behind a number: "million years", "GB". False when its suffix is none. */
static bool
take_units(struct reader *r, const char *suffix, struct iw_quantity *q)
{
	const struct unit *unit = *suffix ? find_unit(suffix) : NULL;

	if (*suffix && !unit)
		return false;
	while (unit || (r->t < r->end && (unit = find_unit(r->t->lower)) != NULL && r->t++)) {
		q->value *= unit->factor;
		q->family = unit->family;
		if (unit->family != IW_NUMBER)
			break;
		unit = NULL;
	}
	return true;
}

/* Whether little else is said: three words, a percent sign. */
static bool
is_nearly_over(const struct reader *r)
{
	size_t words = 0;

	for (const struct iw_token *t = r->t; t < r->end; t++) {
		if (t->kind != IW_TOKEN_WORD && !iw_token_is(t, "%") && !iw_token_is(t, "\xc2\xb0") &&
		    !iw_token_is(t, "\""))
			return false;
		words += t->kind == IW_TOKEN_WORD;
	}
	return words <= 3;
}

bool
iw_quantity_read(const struct iw_text *option, struct iw_quantity *q)
{
	struct reader r = { option->tokens, option->tokens + option->count };
	const char *suffix;
	double sign = 1;

	while (r.end > r.t && (r.end[-1].kind == IW_TOKEN_BREAK || iw_token_is(r.end - 1, ".")))
		r.end--;
	if (read_clock(r, q) || read_date(r, q))
		return true;
	skip_before(&r);
	if (r.t + 1 < r.end && is_minus(r.t) && !r.t[1].spaced) {
		sign = -1;
		r.t++;
	}
	skip_before(&r);
	if (!take_value(&r, &q->value, &suffix))
		return false;
	q->family = IW_NUMBER;
	(void)take_power(&r, &q->value);
	q->value *= sign;
	take_era(&r, q);
	return take_units(&r, suffix, q) && is_nearly_over(&r);
}
