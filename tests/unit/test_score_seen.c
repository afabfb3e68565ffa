/* SPDX-License-Identifier: Apache-2.0 */
/* Candidates who are there twice: found, and nobody else taken for one; figures of results; bytes among 64. */
#include <math.h>
#include <sodium.h>
#include <stdlib.h>

#include "base/find64.h"
#include "score/seen.h"
#include "score/tally.h"
#include "score_form.h"
#include "tap.h"

/* Stands for a look into the file: candidates are numbers, which stand as the offset. */
static bool
same(void *context, const struct iw_seen_place *earlier)
{
	return earlier->offset == *(const uint64_t *)context;
}

static const struct iw_seen_place *
add(struct iw_seen *seen, uint64_t hash, uint64_t candidate)
{
	struct iw_seen_place place = { hash, candidate, 0, 0 };

	return iw_seen_add(seen, &place, same, &candidate);
}

/* `bits` of the hash are left: collisions by the thousand. */
static void
test_collisions(uint64_t bits, size_t n)
{
	struct iw_seen seen;
	size_t wrong = 0;

	iw_seen_init(&seen);
	for (uint64_t i = 0; i < n; i++)
		wrong += add(&seen, iw_seen_hash(&seen, (const char *)&i, sizeof i) & bits, i) != NULL;
	for (uint64_t i = 0; i < n; i++) {
		const struct iw_seen_place *p = add(&seen, iw_seen_hash(&seen, (const char *)&i, sizeof i) & bits, i);

		wrong += !p || p->offset != i;
	}
	is_num(wrong, 0);
	is_num(seen.count, n);
	iw_seen_release(&seen);
}

static void
test_tally(void)
{
	struct iw_answer_key key;
	struct iw_tally t;
	struct iw_figures f;
	static const uint16_t right[][2] = { { 2, 2 }, { 1, 0 }, { 2, 1 }, { 0, 0 } };

	read_form(&key);
	iw_tally_init(&t, &key);
	ok(isnan(iw_tally_raw(&t).mean));
	iw_tally_add(&t, 4, right[0]);
	f = iw_tally_raw(&t);
	ok(f.mean == 4 && isnan(f.sd));
	for (int i = 1; i < 4; i++)
		iw_tally_add(&t, (size_t)right[i][0] + right[i][1], right[i]);
	/* raw 4 1 3 0, scaled 1000 400 750 100 */
	f = iw_tally_raw(&t);
	ok(f.mean == 2 && fabs(f.sd - sqrt(10.0 / 3)) < 1e-12);
	f = iw_tally_scaled(&t);
	ok(f.mean == 562.5 && fabs(f.sd - 394.49334595) < 1e-6);
	is_num(iw_tally_passed(&t), 2);
	is_num(t.right[0], 5);
	is_num(t.meets[0], 2);
	is_num(t.meets[1], 2);
	iw_tally_release(&t);
	iw_answer_key_release(&key);
}

/* The bars of any scale hold each candidate once, and the cut stands between who fails and who passes. */
static void
test_histogram(double minimum, double maximum, double passing, const long reported[5])
{
	static const uint16_t right[2] = { 0 };
	struct iw_buf text = IW_BUF_INIT;
	struct iw_answer_key key;
	struct iw_tally t;
	uint64_t above = 0, below = 0, passed = 0, all = 0;
	bool under = false;

	read_form(&key);
	key.minimum = minimum;
	key.maximum = maximum;
	key.passing = passing;
	for (size_t raw = 0; raw < 5; raw++)
		key.rows[raw] = (struct iw_key_row){ reported[raw], (double)reported[raw] >= passing };
	iw_tally_init(&t, &key);
	for (size_t raw = 0; raw < 5; raw++)
		for (size_t n = 0; n <= 10 * raw; n++) {
			iw_tally_add(&t, raw, right);
			passed += key.rows[raw].pass;
			all++;
		}
	iw_tally_text(&t, &text);
	for (char *line = strstr(text.data, "scaled scores"); line && (line = strchr(line, '\n')) != NULL && *++line;) {
		char *bar = strchr(line, '|'), *end = strchr(line, '\n');

		if (bar && bar < end)
			*(under ? &below : &above) += strtoul(bar + 1 + strspn(bar + 1, "# "), NULL, 10);
		under = under || (strstr(line, " to pass") && strstr(line, " to pass") < end);
	}
	if (passing > minimum) {
		is_num(above, passed);
		is_num(below, all - passed);
	}
	is_num(above + below, all);
	iw_tally_release(&t);
	iw_answer_key_release(&key);
	iw_buf_release(&text);
}

static void
test_histograms(void)
{
	test_histogram(100, 1000, 750, (const long[]){ 100, 400, 749, 750, 1000 });
	test_histogram(0, 10, 7, (const long[]){ 0, 3, 6, 7, 10 });
	test_histogram(0, 100, 74.5, (const long[]){ 0, 30, 74, 75, 100 });
	test_histogram(200, 800, 200, (const long[]){ 200, 300, 400, 500, 800 });
	test_histogram(200, 800, 800, (const long[]){ 200, 300, 400, 799, 800 });
	test_histogram(-3, 3, 0, (const long[]){ -3, -1, -1, 0, 3 });
	test_histogram(1, 1.5, 1.2, (const long[]){ 1, 1, 1, 2, 2 });
	test_histogram(0, 1e9, 333333333, (const long[]){ 0, 1, 333333332, 333333333, 1000000000 });
}

static void
test_find(void)
{
	unsigned char bytes[64];
	uint64_t want, state = 1;
	size_t wrong = 0;

	for (int i = 0; i < 100000; i++) {
		want = 0;
		for (unsigned k = 0; k < 64; k++) {
			state = state * UINT64_C(6364136223846793005) + 1442695040888963407;
			bytes[k] = (unsigned char)((state >> 60) + (i % 3 == 0 ? ',' - 8 : i % 3 == 1 ? 0xf4 : 0));
			want |= (uint64_t)(bytes[k] == ',') << k;
		}
		wrong += iw_find64((const char *)bytes, ',') != want;
		wrong += iw_find64_by_words((const char *)bytes, ',') != want;
		want = 0;
		for (unsigned k = 0; k < 64; k++)
			want |= (uint64_t)(bytes[k] == 0xfc) << k;
		wrong += iw_find64((const char *)bytes, '\xfc') != want;
		wrong += iw_find64_by_words((const char *)bytes, '\xfc') != want;
	}
	is_num(wrong, 0);
}

int
main(void)
{
	if (sodium_init() < 0)
		return 1;
	test_collisions(UINT64_MAX, 50000);
	test_collisions(0xff000000000000ff, 20000);
	test_collisions(UINT64_C(0xffffffff00000000), 2000);
	test_collisions(0, 500);
	test_tally();
	test_histograms();
	test_find();
	return done();
}
