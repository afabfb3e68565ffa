/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The scale against a worked example that was computed apart, in R (tests/scale): two forms of 65 items, both kinds of
 * scale, every row, every section. Then what must hold for any forms, and what is refused.
 */
#include <jansson.h>
#include <math.h>
#include <stdlib.h>

#include "compile/rng.h"
#include "scale/scale.h"
#include "tap.h"

enum { MOST = 80, DOMAINS = 5 };

/* A form that owns its items. */
struct test_form {
	struct iw_scale_form form;
	struct iw_irt_item items[MOST];
	size_t domains[MOST];
};

static struct test_form example[2]; /* R and N */
static const struct iw_scale_line line = { 100, 1000, 750, 46.37, false };

static bool
is_near(double got, double want, double within)
{
	return fabs(got - want) <= within || (isnan(got) && isnan(want));
}

/* A number of a field, NAN when it is empty; *s becomes what is behind it. */
static double
field(char **s)
{
	char *end = *s + strcspn(*s, ",\r\n");
	double value = end == *s ? (double)NAN : strtod(*s, NULL);

	*s = *end ? end + 1 : end;
	return value;
}

static FILE *
data(const char *name)
{
	const char *srcdir = getenv("srcdir");
	char path[1024];
	FILE *f;

	snprintf(path, sizeof path, "%s/tests/scale/%s", srcdir ? srcdir : ".", name);
	f = fopen(path, "r");
	if (!f) {
		printf("Bail out! %s is not there\n", path);
		exit(1);
	}
	return f;
}

static void
read_items(void)
{
	FILE *f = data("example_items.csv");
	char text[256];

	for (int i = 0; i < 2; i++)
		example[i].form = (struct iw_scale_form){ 0, example[i].items, example[i].domains };
	while (fgets(text, sizeof text, f)) {
		struct test_form *t = &example[*text == 'N'];
		char *s = strchr(strchr(text, ',') + 1, ',') + 1; /* form,item,domain,a,b,c */
		size_t n = t->form.count;

		if (strncmp(text, "form", 4) == 0 || n == MOST)
			continue;
		t->domains[n] = (size_t)field(&s) - 1;
		t->items[n].a = field(&s);
		t->items[n].b = field(&s);
		t->items[n].c = field(&s);
		t->form.count++;
	}
	fclose(f);
	is_num(example[0].form.count, 65);
	is_num(example[1].form.count, 65);
}

/* The example is written to six places, so that half of the last one is as near as can be told. */
static bool
is_row(const struct iw_scale_row *linear, const struct iw_scale_row *segments, char *s)
{
	static const double within = 5.001e-7;
	bool good = is_near(linear->theta, field(&s), within);

	good = is_near(linear->equated, field(&s), within) && segments->equated == linear->equated && good;
	good = is_near(linear->scaled, field(&s), within) && good;
	good = is_near(segments->scaled, field(&s), within) && good;
	good = (double)linear->pass == field(&s) && segments->pass == linear->pass && good;
	good = (double)linear->reported == field(&s) && good;
	return (double)segments->reported == field(&s) && good;
}

static void
test_table(void)
{
	struct iw_scale_line two = line;
	struct iw_scale scales[2][2]; /* form, kind */
	size_t seen[2] = { 0 }, wrong = 0;
	FILE *f = data("example_table.csv");
	char text[256];

	two.two_segment = true;
	for (int i = 0; i < 2; i++) {
		is_num(iw_scale_make(&scales[i][0], &line, &example[i].form, &example[0].form, DOMAINS, NULL), IW_OK);
		is_num(iw_scale_make(&scales[i][1], &two, &example[i].form, &example[0].form, DOMAINS, NULL), IW_OK);
		is_num(scales[i][0].row_count, 66);
		is_num(scales[i][1].row_count, 66);
	}
	while (fgets(text, sizeof text, f)) {
		int i = *text == 'N';
		char *s = strchr(text, ',') + 1;
		size_t raw;

		if (strncmp(text, "form", 4) == 0)
			continue;
		raw = (size_t)field(&s);
		if (raw >= 66 || scales[i][0].rows[raw].raw != raw ||
		    !is_row(&scales[i][0].rows[raw], &scales[i][1].rows[raw], s)) {
			printf("# not as computed here: %s", text);
			wrong++;
		}
		seen[i]++;
	}
	fclose(f);
	is_num(wrong, 0);
	is_num(seen[0], 66);
	is_num(seen[1], 66);
	is_num(scales[0][0].raw_cut, 47);
	is_num(scales[1][0].raw_cut, 46);
	is_num(scales[1][1].raw_cut, 46);
	for (int i = 0; i < 4; i++)
		iw_scale_release(&scales[i / 2][i % 2]);
}

static void
test_sections(void)
{
	FILE *f = data("example.json");
	json_t *all = json_loadf(f, 0, NULL), *sections = json_object_get(all, "section");
	double theta = json_real_value(json_object_get(all, "theta_cut"));
	struct iw_scale scales[2];

	fclose(f);
	ok(is_near(iw_tcc_inverse(example[0].items, 65, line.cut), theta, 1e-10));
	is_num(json_array_size(sections), 10);
	for (int i = 0; i < 2; i++)
		is_num(iw_scale_make(&scales[i], &line, &example[i].form, &example[0].form, DOMAINS, NULL), IW_OK);
	for (size_t i = 0; i < json_array_size(sections); i++) {
		const json_t *want = json_array_get(sections, i);
		int form = *json_string_value(json_object_get(want, "form")) == 'N';
		size_t domain = (size_t)json_integer_value(json_object_get(want, "domain")) - 1;
		const struct iw_scale_section *got = &scales[form].sections[domain];

		is_num(got->scored, json_integer_value(json_object_get(want, "items")));
		is_num(got->needed, json_integer_value(json_object_get(want, "meets_if_raw_at_least")));
		ok(is_near(got->expected, json_real_value(json_object_get(want, "expected_at_cut")), 1e-9));
	}
	iw_scale_release(&scales[0]);
	iw_scale_release(&scales[1]);
	json_decref(all);
}

/* The reference form needs no parameters: the same scores, no abilities, and each section its share of the cut. */
static void
test_bare(void)
{
	struct iw_scale_form bare = { 65, NULL, example[0].domains };
	struct iw_scale with, without;

	is_num(iw_scale_make(&with, &line, &example[0].form, &example[0].form, DOMAINS, NULL), IW_OK);
	is_num(iw_scale_make(&without, &line, &bare, &bare, DOMAINS, NULL), IW_OK);
	for (size_t i = 0; i <= 65; i++)
		if (with.rows[i].scaled != without.rows[i].scaled || with.rows[i].pass != without.rows[i].pass ||
		    !isnan(without.rows[i].theta) || without.rows[i].equated != (double)i)
			ok_named(false, "a row without parameters is the same");
	ok(is_near(without.sections[0].expected, 20 * 46.37 / 65, 1e-12));
	is_num(without.sections[0].needed, 15);
	is_num(without.sections[4].needed, 5);
	iw_scale_release(&with);
	iw_scale_release(&without);

	iw_scale_raw_only(&without, &bare, DOMAINS + 1, NULL);
	is_num(without.row_count, 0);
	is_num(without.sections[0].scored, 20);
	is_num(without.sections[5].scored, 0);
	ok(isnan(without.sections[0].expected));
	iw_scale_release(&without);
	is_num(iw_scale_make(&without, &line, &bare, &bare, DOMAINS + 1, NULL), IW_OK);
	ok(isnan(without.sections[5].expected));
	iw_scale_release(&without);
}

static double
draw(struct iw_rng *rng, double least, double most)
{
	return least + (most - least) * (double)iw_rng_below(rng, 1 << 20) / (1 << 20);
}

static void
draw_form(struct test_form *t, struct iw_rng *rng, bool guessing)
{
	t->form = (struct iw_scale_form){ 3 + iw_rng_below(rng, MOST - 3), t->items, t->domains };
	for (size_t i = 0; i < t->form.count; i++) {
		t->items[i].a = draw(rng, .3, 2.5);
		t->items[i].b = draw(rng, -3, 3);
		t->items[i].c = guessing ? draw(rng, .01, .35) : 0;
		t->domains[i] = iw_rng_below(rng, DOMAINS);
	}
}

/* How many things do not hold of a table. */
static size_t
flaws(const struct iw_scale *s, const struct iw_scale_line *l, double top)
{
	size_t wrong = s->rows[0].equated != 0, scored = 0, passing = 0;

	for (size_t i = 0; i < s->row_count; i++) {
		const struct iw_scale_row *r = &s->rows[i];
		double shown = (double)r->reported;

		wrong += r->raw != i;
		wrong += i > 0 && !(r->scaled > r[-1].scaled && r->equated > r[-1].equated);
		wrong += i > 0 && (r->reported < r[-1].reported || r->pass < r[-1].pass);
		wrong += r->pass != (r->scaled >= l->passing) || r->pass != (i >= s->raw_cut);
		wrong += r->pass != (shown >= l->passing) || shown < l->minimum || shown > l->maximum;
		wrong += r->equated < 0 || r->equated > top || (l->two_segment && r->scaled < l->minimum);
		passing += r->pass;
	}
	for (size_t i = 0; i < s->section_count; i++) {
		const struct iw_scale_section *d = &s->sections[i];

		scored += d->scored;
		wrong += d->scored ? !(d->expected > 0 && d->expected < (double)d->scored) || d->needed > d->scored ||
		                             (double)d->needed < d->expected - 1e-9
		                   : !isnan(d->expected);
	}
	wrong += s->rows[s->row_count - 1].scaled != l->maximum || !passing;
	return wrong + (scored != s->scored) + (s->row_count != s->scored + 1);
}

static void
test_properties(void)
{
	static const struct iw_scale_line scales[] = {
		{ 100, 1000, 750, 0, false }, { 0, 100, 70, 0, true },         { 200.5, 800, 400.25, 0, false },
		{ -3, 3.5, .5, 0, true },     { 0, 1e9, 999999998, 0, false }, { 0, 1, .5, 0, false },
	};
	struct iw_rng rng = iw_rng_stream(5, 0);
	size_t wrong = 0, made = 0;

	for (int i = 0; i < 600; i++) {
		static struct test_form form, reference;
		struct iw_scale_line l = scales[i % 6];
		struct iw_scale s;
		double least;

		draw_form(&form, &rng, i % 2);
		draw_form(&reference, &rng, i % 2);
		least = iw_tcc_floor(reference.items, reference.form.count) + .01;
		l.cut = draw(&rng, least, (double)reference.form.count - .01);
		if (i % 5 == 0)
			l.cut = ceil(l.cut - .5) > least && ceil(l.cut - .5) < (double)reference.form.count
			                ? ceil(l.cut - .5)
			                : l.cut;
		if (iw_scale_make(&s, &l, i % 3 ? &form.form : &reference.form, &reference.form, DOMAINS, NULL) !=
		    IW_OK)
			continue;
		wrong += flaws(&s, &l, (double)reference.form.count);
		made++;
		iw_scale_release(&s);
	}
	is_num(made, 600);
	is_num(wrong, 0);
}

/* A form of the same items is worth the same, so that a whole cut is met by just that score. */
static void
test_same_items(void)
{
	static struct test_form copy;
	size_t wrong = 0;

	copy = example[1];
	copy.form.items = copy.items;
	copy.form.domains = copy.domains;
	for (size_t cut = 1; cut < 65; cut++) {
		struct iw_scale_line l = { 100, 1000, 750, (double)cut, cut % 2 };
		struct iw_scale s;

		if (iw_scale_make(&s, &l, &copy.form, &example[1].form, DOMAINS, NULL) != IW_OK) {
			wrong++;
			continue;
		}
		wrong += s.raw_cut != cut || s.rows[cut].reported != 750 || !(s.rows[cut].scaled >= 750);
		for (size_t i = 0; i <= 65; i++)
			wrong += !is_near(s.rows[i].equated, (double)i, 1e-10);
		iw_scale_release(&s);
	}
	is_num(wrong, 0);
}

/* Scores that are rounded across the cut are put back: 749.6 of a fail, and 749.4 of a pass on a scale with 749.3. */
static void
test_rounding(void)
{
	static size_t domains[1000];
	struct iw_scale_form bare = { 1000, NULL, domains };
	struct iw_scale_line l = { 0, 1000, 749.3, 749.95, false };
	struct iw_scale s;

	is_num(iw_scale_make(&s, &l, &bare, &bare, 0, NULL), IW_OK);
	ok(s.rows[750].scaled < 749.5 && s.rows[750].pass);
	is_num(s.raw_cut, 750);
	is_num(s.rows[749].reported, 748);
	is_num(s.rows[750].reported, 750);
	iw_scale_release(&s);
	l = (struct iw_scale_line){ 0, 1000, 750, 749.4, false };
	is_num(iw_scale_make(&s, &l, &bare, &bare, 0, NULL), IW_OK);
	ok(s.rows[749].scaled > 749.5 && !s.rows[749].pass);
	is_num(s.rows[749].reported, 749);
	iw_scale_release(&s);
}

/* Below the sum of its c a form has no ability; Kolen's rule goes from 0 to the reference's sum in proportion. */
static void
test_kolen(void)
{
	static struct test_form form, reference;
	struct iw_rng rng = iw_rng_stream(9, 0);
	struct iw_scale_line l = { 100, 1000, 750, 0, false };
	struct iw_scale s;
	double own, other;

	draw_form(&form, &rng, true);
	draw_form(&reference, &rng, true);
	own = iw_tcc_floor(form.items, form.form.count);
	other = iw_tcc_floor(reference.items, reference.form.count);
	l.cut = (double)reference.form.count - 1.5;
	is_num(iw_scale_make(&s, &l, &form.form, &reference.form, DOMAINS, NULL), IW_OK);
	ok(own > 2);
	for (size_t i = 0; i <= form.form.count; i++) {
		bool below = (double)i <= own;

		if (below != (isnan(s.rows[i].theta) && i < form.form.count) ||
		    (below && !is_near(s.rows[i].equated, (double)i * other / own, 1e-12)))
			ok_named(false, "a row below the sum of c goes by Kolen's rule");
	}
	iw_scale_release(&s);
}

static void
refuses(const struct iw_scale_line *l, const struct test_form *form, const struct test_form *reference,
        const char *word)
{
	struct iw_scale s;
	struct iw_error e = { "" };

	is_num(iw_scale_make(&s, l, &form->form, &reference->form, DOMAINS, &e), IW_FOUND);
	if (!ok_named(strstr(e.text, word) != NULL, word))
		printf("# %s\n", e.text);
}

static void
test_refused(void)
{
	static const struct {
		struct iw_scale_line line;
		const char *word;
	} table[] = {
		{ { 100, 1000, 750, 65, false }, "the cut is 65, but" },
		{ { 100, 1000, 750, 66.5, false }, "65 scored questions" },
		{ { 100, 1000, 750, 0, false }, "above 0" },
		{ { 100, 1000, 750, -1, true }, "above 0" },
		{ { 100, 1000, 750, (double)NAN, false }, "above 0" },
		{ { 100, 1000, 1000, 46, false }, "minimum < passing < maximum" },
		{ { 750, 1000, 750, 46, true }, "minimum < passing < maximum" },
		{ { 100, (double)INFINITY, 750, 46, false }, "minimum < passing < maximum" },
		{ { 100.2, 1000, 100.7, 46, false }, "whole number" },
		{ { 100, 750.9, 750.5, 46, false }, "whole number" },
	};
	static struct test_form reference;
	struct iw_scale_line l = line;
	struct iw_rng rng = iw_rng_stream(7, 0);

	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		refuses(&table[i].line, &example[0], &example[0], table[i].word);
	do
		draw_form(&reference, &rng, true);
	while (reference.form.count < 30);
	l.cut = iw_tcc_floor(reference.items, reference.form.count);
	refuses(&l, &reference, &reference, "who only guesses is expected to reach");
	/* With c on one form alone, all scores up to the sum of c would be worth nothing. */
	refuses(&line, &reference, &example[0], "does not rise");
}

int
main(void)
{
	read_items();
	test_table();
	test_sections();
	test_bare();
	test_same_items();
	test_rounding();
	test_kolen();
	test_properties();
	test_refused();
	return done();
}
