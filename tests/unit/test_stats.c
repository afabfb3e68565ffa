/* SPDX-License-Identifier: Apache-2.0 */
/* What the figures of a bank are made with: chi-square, quartiles, histograms, texts word by word, lines of a terminal.
 */
#include <math.h>
#include <stdlib.h>

#include "base/chi_square.h"
#include "base/mem.h"
#include "compile/rng.h"
#include "scratch.h"
#include "stats/compare.h"
#include "stats/evenness.h"
#include "stats/report/plain.h"
#include "stats/report/table.h"
#include "stats/stats.h"
#include "tap.h"
#include "xml/init.h"

static bool
near(double got, double want)
{
	bool good = fabs(got - want) <= 1e-9 * (1 + fabs(want));

	if (!good)
		printf("# got %.12g, want %.12g\n", got, want);
	return good;
}

/* R: pchisq(x, df, lower.tail = FALSE); the first seven are qchisq() of round probabilities. */
static void
test_tail(void)
{
	static const struct {
		double x;
		unsigned degrees;
		double tail;
	} known[] = {
		{ 3.841458820694124, 1, 0.05 },  { 5.991464547107979, 2, 0.05 },    { 7.814727903251179, 3, 0.05 },
		{ 11.07049769351635, 5, 0.05 },  { 18.30703805327515, 10, 0.05 },   { 6.634896601021213, 1, 0.01 },
		{ 37.65248413348277, 25, 0.05 }, { 10, 5, 0.07523524614651217 },    { 3, 2, 0.22313016014842982 },
		{ 6, 3, 0.11161022509471256 },   { 200, 2, 3.720075976020836e-44 }, { 0, 3, 1 },
	};

	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		double tail = iw_chi_square_p(known[i].x, known[i].degrees);

		if (!ok(fabs(tail - known[i].tail) <= 1e-9 * known[i].tail))
			printf("# pchisq(%g, %u): got %.15g, want %.15g\n", known[i].x, known[i].degrees, tail,
			       known[i].tail);
	}
}

static void
test_evenness(void)
{
	static const size_t single[] = { 18, 16, 17, 16 }, several[] = { 2, 1, 2, 0, 0 }, all[] = { 3, 3 };
	struct iw_evenness e = iw_evenness_of(single, 4, 67 * 3);

	/* One key an item: Pearson's, which is (1.5625 + 0.5625 + 0.0625 + 0.5625) / 16.75. */
	ok(near(e.expected, 16.75) && near(e.chi_square, 2.75 / 16.75));
	ok(e.known && e.reliable && e.degrees == 3);
	/* Cochran's Q = (k-1) (k sum G^2 - (sum G)^2) / (k sum L - sum L^2) with G = 2 1 2 0 0 and L = 2 3. */
	e = iw_evenness_of(several, 5, 2 * 3 + 3 * 2);
	ok(near(e.chi_square, 4.0 * (5 * 9 - 25) / (5 * 5 - 13)));
	ok(near(e.p, exp(-e.chi_square / 2) * (1 + e.chi_square / 2)));
	ok(e.known && !e.reliable && e.degrees == 4);
	ok(!iw_evenness_of(all, 2, 0).known);
	ok(!iw_evenness_of(single, 1, 0).known);
	ok(!iw_evenness_of(single, 0, 0).known && iw_evenness_of(single, 0, 0).expected == 0);
}

/* Keys that are drawn evenly are found uneven, at 5 per cent, in 5 per cent of the cases, however many an item has. */
static void
test_evenness_by_chance(void)
{
	enum { TIMES = 4000, ITEMS = 40, OPTIONS = 5 };
	struct iw_rng rng = iw_rng_stream(3, 3);

	for (unsigned keys = 1; keys < OPTIONS; keys++) {
		int uneven = 0;

		for (int t = 0; t < TIMES; t++) {
			size_t counts[OPTIONS] = { 0 };

			for (int i = 0; i < ITEMS; i++) {
				bool taken[OPTIONS] = { false };

				for (unsigned k = 0; k < keys;) {
					size_t at = iw_rng_below(&rng, OPTIONS);

					counts[at] += !taken[at];
					k += !taken[at];
					taken[at] = true;
				}
			}
			uneven += iw_evenness_of(counts, OPTIONS, (size_t)ITEMS * keys * (OPTIONS - keys)).p < 0.05;
		}
		/* Four standard deviations of what 4,000 cases give. */
		if (!ok(uneven > TIMES * 0.036 && uneven < TIMES * 0.064))
			printf("# %d of %d with %u keys\n", uneven, TIMES, keys);
	}
}

static struct iw_spread
spread(const double *values, size_t n)
{
	struct iw_sample sample = { 0 };
	struct iw_spread s;

	for (size_t i = 0; i < n; i++)
		iw_sample_add(&sample, values[i]);
	s = iw_spread_of(&sample);
	iw_sample_release(&sample);
	return s;
}

/* R: summary(c(...)). */
static void
test_spread(void)
{
	struct iw_spread s = spread((double[]){ 4, 1, 3, 2 }, 4);

	is_num(s.count, 4);
	ok(near(s.least, 1) && near(s.lower, 1.75) && near(s.median, 2.5) && near(s.mean, 2.5));
	ok(near(s.upper, 3.25) && near(s.most, 4));
	s = spread((double[]){ 7 }, 1);
	ok(near(s.least, 7) && near(s.lower, 7) && near(s.median, 7) && near(s.upper, 7) && near(s.most, 7));
	s = spread((double[]){ 10, -10, 0, 5, 5, 100 }, 6);
	ok(near(s.lower, 1.25) && near(s.median, 5) && near(s.upper, 8.75) && near(s.mean, 110.0 / 6));
	s = spread(NULL, 0);
	ok(s.count == 0 && s.mean == 0);
}

static void
test_histogram(void)
{
	struct iw_histogram tenths = { .width = 0.1, .bins = 10 },
			    open = { .from = -1, .width = 1, .bins = 2, .open = true };
	struct iw_histogram none = { 0 }, words;
	struct iw_sample sample = { 0 };

	for (int i = 0; i <= 10; i++)
		iw_sample_add(&sample, i / 10.0);
	iw_histogram_fill(&tenths, &sample);
	for (unsigned i = 0; i < 10; i++)
		is_num(tenths.counts[i], i == 9 ? 2 : 1); /* 1 is in the last bin */
	iw_sample_add(&sample, 1.1);
	iw_sample_add(&sample, -0.1);
	iw_histogram_fill(&tenths, &sample);
	is_num(tenths.counts[0], 2);
	is_num(tenths.counts[9], 4); /* and not 1.1 */
	iw_sample_add(&sample, -70);
	iw_sample_add(&sample, 70);
	iw_histogram_fill(&open, &sample);
	is_num(open.counts[0], 2);
	is_num(open.counts[1], 13);
	iw_histogram_fill(&none, &sample);
	iw_sample_release(&sample);
	words = iw_histogram_for(37, 148);
	ok(words.width == 10 && words.from == 30 && words.bins == 12);
	words = iw_histogram_for(37, 150);
	ok(words.width == 20 && words.from == 20 && words.bins == 7);
	words = iw_histogram_for(0, 0);
	ok(words.bins == 1 && words.from == 0);
	words = iw_histogram_for(0, 4e9);
	ok(words.bins >= 1 && words.bins <= 12 && words.width * words.bins > 4e9);
}

/* {what differs}, the rest as it is. */
static void
add_piece(void *context, const char *text, size_t len, bool differs)
{
	struct iw_buf *out = context;

	iw_buf_char(out, differs ? '{' : '(');
	iw_buf_add(out, text, len);
	iw_buf_char(out, differs ? '}' : ')');
}

static void
test_texts(void)
{
	static const struct {
		const char *text, *other, *pieces;
	} cases[] = {
		{ "The tide turns at noon.", "The tide falls at noon.", "(The tide ){turns}( at noon.)" },
		{ "The tide turns at noon.", "the TIDE, turns at noon", "(The tide turns at noon.)" },
		{ "A new tide", "A tide", "(A ){new}( tide)" },
		{ "A tide", "A new tide", "(A tide)" },
		{ "one, two; three", "three", "{one, two}(; three)" },
		{ "(yes)", "no", "((){yes}())" },
		{ "yes", "", "{yes}" },
		{ "", "yes", "" },
		{ "...", "yes", "(...)" },
		{ "is it not so", "it is not so", "{is}( it not so)" },
		{ "a b a", "a b", "(a b ){a}" },
		{ "x y x y", "y x", "{x}( y x ){y}" },
		{ "\xc3\x84pfel und Birnen", "\xc3\xa4pfel und Nüsse", "(\xc3\x84pfel und ){Birnen}" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct iw_buf out = IW_BUF_INIT;

		iw_compare_text(cases[i].text, cases[i].other, add_piece, &out);
		is_str(out.data, cases[i].pieces);
		iw_buf_release(&out);
	}
}

/* Joined the pieces are the text, kinds take turns, and both sides share equally many words. */
static void
count_shared(void *context, const char *text, size_t len, bool differs)
{
	size_t *shared = context;

	for (size_t i = 0; i < len && !differs; i++)
		*shared += text[i] != ' ';
}

static void
test_texts_random(void)
{
	struct iw_rng rng = iw_rng_stream(5, 5);
	size_t wrong = 0, some = 0;

	for (int round = 0; round < 500; round++) {
		struct iw_buf a = IW_BUF_INIT, b = IW_BUF_INIT, pieces = IW_BUF_INIT;
		size_t of_a = 0, of_b = 0;

		for (size_t i = iw_rng_below(&rng, 30); i; i--)
			iw_buf_printf(&a, "%c ", (char)('a' + iw_rng_below(&rng, 5)));
		for (size_t i = iw_rng_below(&rng, 30); i; i--)
			iw_buf_printf(&b, "%c ", (char)('a' + iw_rng_below(&rng, 5)));
		iw_compare_text(a.data, b.data, add_piece, &pieces);
		iw_compare_text(a.data, b.data, count_shared, &of_a);
		iw_compare_text(b.data, a.data, count_shared, &of_b);
		wrong += of_a != of_b || strstr(pieces.data, ")(") || strstr(pieces.data, "}{") ||
		         strstr(pieces.data, "()") || strstr(pieces.data, "{}");
		for (size_t i = 0, j = 0; i < pieces.len; i++)
			if (!strchr("(){}", pieces.data[i]))
				wrong += pieces.data[i] != a.data[j++];
		some += of_a > 5;
		iw_buf_release(&a);
		iw_buf_release(&b);
		iw_buf_release(&pieces);
	}
	is_num(wrong, 0);
	ok(some > 100);
}

/* Texts too long to be compared within take no time; what they have alike at both ends is found still. */
static void
test_texts_long(void)
{
	struct iw_buf a = IW_BUF_INIT, b = IW_BUF_INIT;
	size_t of_a = 0;

	iw_buf_str(&a, "w ");
	iw_buf_str(&b, "w ");
	for (int i = 0; i < 100000; i++) {
		iw_buf_str(&a, "x ");
		iw_buf_str(&b, "y ");
	}
	iw_buf_str(&a, "z z");
	iw_buf_str(&b, "z z");
	iw_compare_text(a.data, b.data, count_shared, &of_a);
	is_num(of_a, 3);
	iw_buf_release(&a);
	iw_buf_release(&b);
}

static void
test_options(void)
{
	const char *a[] = { "the red fox", "a blue whale", "one", "" };
	const char *b[] = { "no match", "a whale", "the red wolf" };
	struct iw_text first = { .options = a, .option_count = 4 }, second = { .options = b, .option_count = 3 };
	struct iw_row *rows;

	is_num(iw_compare_options(&first, &second, &rows), 4);
	ok(rows[0].first == 0 && rows[0].second == 2);
	ok(rows[1].first == 1 && rows[1].second == 1);
	ok(rows[2].first == 2 && rows[2].second == 0); /* what is left */
	ok(rows[3].first == 3 && rows[3].second == SIZE_MAX);
	free(rows);
	is_num(iw_compare_options(&second, &first, &rows), 4);
	ok(rows[0].second == 2 && rows[1].second == 1 && rows[2].second == 0);
	ok(rows[3].first == SIZE_MAX && rows[3].second == 3);
	free(rows);
	first.option_count = second.option_count = 0;
	is_num(iw_compare_options(&first, &second, &rows), 0);
	free(rows);
}

static void
test_plain(void)
{
	static const char hostile[] = "a\tb\x1b[0m\x7f\xc2\x85\xe2\x80\xae\xe2\x81\xa6\xff\xe2\x80\x8f.";
	struct iw_buf out = IW_BUF_INIT;

	iw_plain_add(&out, hostile, sizeof hostile - 1);
	is_str(out.data, "a b\xef\xbf\xbd[0m\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xe2\x80\x8f.");
	iw_buf_release(&out);
	is_num(iw_plain_width("\xe6\xbc\xa2o", 4), 3);
	is_num(iw_plain_fit("\xe6\xbc\xa2o", 4, 1, NULL), 0);
	is_num(iw_plain_fit("\xe6\xbc\xa2o", 4, 2, NULL), 3);
}

static void
test_table(void)
{
	struct iw_buf out = IW_BUF_INIT;

	iw_cell(&out, "ab", 4);
	iw_cell(&out, "abcdef", 4);
	iw_cell_right(&out, "ab", 4);
	iw_cell(&out, "\xe6\xbc\xa2\xe6\xbc\xa2\xe6\xbc\xa2", 4);
	is_str(out.data, "ab  abc…  ab漢… ");
	iw_buf_clear(&out);
	iw_cell_count(&out, 0, 3);
	iw_cell_count(&out, 12, 3);
	iw_cell_count(&out, 12345, 3); /* longer, rather than another number */
	iw_cell_number(&out, -0.25, 2, 6);
	iw_cell_number(&out, 0.125, 2, 5);
	is_str(out.data, "  · 1212345 -0.25 0.13");
	iw_buf_clear(&out);
	iw_bar(&out, 0, 8, 2);
	iw_bar(&out, 1e-9, 8, 2);
	iw_bar(&out, 5, 8, 2);
	iw_bar(&out, 8, 8, 2);
	iw_bar(&out, 9, 8, 2);
	iw_bar(&out, 0, 0, 2);
	is_str(out.data, "  ▏ █▎████  ");
	iw_line_end(&out);
	is_str(out.data, "  ▏ █▎████\n");
	iw_buf_clear(&out);
	iw_side_by_side(&out, "one two three", "x", 18);
	iw_side_by_side(&out, "", "abcdefgh", 18);
	is_str(out.data, "   one    │ x\n   two    │\n   three  │\n          │ abcdef\n          │ gh\n");
	iw_buf_release(&out);
}

#define BANK_ITEM(id, end)                                                                                             \
	"<item id='" id "' domain='d'><stem><p>Which of the two masts of this ship is made of " end                    \
	"?</p></stem></item>"

/* Texts are read a second time: a file that is another one by then is refused. */
static void
test_texts_read(void)
{
	static const char *const later[] = {
		"<items xmlns='urn:itemwright:1'>" BANK_ITEM("a", "oak") BANK_ITEM("b", "elm") "</items>",
		"<items xmlns='urn:itemwright:1'>" BANK_ITEM("a", "oak") BANK_ITEM("c", "oak") "</items>",
		"<items xmlns='urn:itemwright:1'>" BANK_ITEM("a", "oak") "</items>",
		"<items xmlns='urn:itemwright:1'>",
	};
	struct iw_error e = { "" };
	struct iw_stats stats;
	struct iw_texts texts;

	scratch_write("bank/exam.xml", "<exam xmlns='urn:itemwright:1' id='x'/>");
	scratch_write("bank/items/x.xml",
	              "<items xmlns='urn:itemwright:1'>" BANK_ITEM("a", "oak") BANK_ITEM("b", "oak") "</items>");
	if (!ok(iw_stats_collect(&stats, scratch_path("bank"), 2, NULL, &e) == IW_OK))
		return;
	is_num(stats.enemies.count, 1);
	is_num(stats.enemies.copies, 1);
	if (ok(iw_texts_read(&texts, &stats.bank, &stats.enemies, 1, 2, &e) == IW_OK)) {
		is_num(texts.count, 2);
		is_str(iw_texts_of(&texts, stats.bank.items[1])->stem,
		       "Which of the two masts of this ship is made of oak?");
		iw_texts_release(&texts);
	}
	for (size_t i = 0; i < sizeof later / sizeof *later; i++) {
		scratch_write("bank/items/x.xml", later[i]);
		ok(iw_texts_read(&texts, &stats.bank, &stats.enemies, 1, 2, &e) == IW_UNUSABLE);
		is_str(e.text, "items/x.xml changed while it was being read; run the command again");
	}
	(void)remove(scratch_path("bank/items/x.xml"));
	ok(iw_texts_read(&texts, &stats.bank, &stats.enemies, 1, 2, &e) == IW_UNUSABLE);
	ok(iw_texts_read(&texts, &stats.bank, &stats.enemies, 0, 2, &e) == IW_OK);
	is_num(texts.count, 0);
	iw_texts_release(&texts);
	iw_stats_release(&stats);
}

int
main(void)
{
	iw_xml_init();
	scratch_make();
	test_texts_read();
	test_tail();
	test_evenness();
	test_evenness_by_chance();
	test_spread();
	test_histogram();
	test_texts();
	test_texts_random();
	test_texts_long();
	test_options();
	test_plain();
	test_table();
	return done();
}
