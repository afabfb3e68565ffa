/* SPDX-License-Identifier: Apache-2.0 */
/* The exam as data: ranges, weights, times, and how many items each domain gets. */
#include <stdlib.h>

#include "compile/rng.h"
#include "model/exam.h"
#include "tap.h"
#include "xml/init.h"

static struct iw_arena arena = IW_ARENA_INIT;
static struct iw_exam exam;

/* Read an exam element; strings stay in the arena. */
static void
read_exam(const char *attributes, const char *content)
{
	struct iw_xml xml = IW_XML_INIT;

	iw_buf_printf(&xml.bytes, "<exam xmlns='urn:itemwright:1' %s>%s</exam>", attributes, content);
	iw_xml_parse(&xml);
	if (!xml.doc)
		printf("Bail out! %s\n", xml.problems[0].message), exit(1);
	iw_exam_read(&exam, &arena, &xml, 7);
	iw_xml_release(&xml);
}

static void
test_whole(void)
{
	read_exam("id='e' version='2.0' xml:lang='de' time-limit='PT180M'",
	          "<title> An\n exam </title>"
	          "<blueprint scored='65' unscored='10' tolerance='2'>"
	          "<domain id='d1' weight='31'><title>One</title><task id='1.1'><title>T</title></task><task id='1.2'><title>U</title></task></domain>"
	          "<domain id='d2' weight='69'><title>Two</title></domain></blueprint>"
	          "<item-types><matching prompts='3..7'/><multiple-choice keys='1' distractors='3'/></item-types>"
	          "<scoring minimum='100' maximum='1000' passing='750'/>"
	          "<terms><in-scope>A</in-scope><out-of-scope>Amazon  Lex</out-of-scope></terms>"
	          "<lint><words list='vague-term' add='now and then, often' remove='usually'/><rule id='a/b' severity='off'/>"
	          "<words list='x'/></lint>");
	is_num(exam.owner.source, 7);
	is_str(exam.id, "e");
	is_str(exam.version, "2.0");
	is_str(exam.lang, "de");
	is_str(exam.title, "An exam");
	is_num(exam.minutes, 180);
	is_num(exam.scored, 65);
	is_num(exam.unscored, 10);
	is_num(exam.tolerance, 2);
	is_num(exam.domain_count, 2);
	is_str(exam.domains[0].title, "One");
	is_num(exam.domains[1].weight, 690000);
	is_num(exam.domains[0].task_count, 2);
	is_str(exam.domains[0].tasks[1].id, "1.2");
	is_num(iw_exam_domain(&exam, "d2"), 1);
	is_num(iw_exam_domain(&exam, "d3"), 2);
	ok(iw_domain_has_task(&exam.domains[0], "1.1"));
	ok(!iw_domain_has_task(&exam.domains[1], "1.1"));
	ok(exam.types[IW_MATCHING].allowed && exam.types[IW_MULTIPLE_CHOICE].allowed);
	ok(!exam.types[IW_ORDERING].allowed && !exam.types[IW_MULTIPLE_RESPONSE].allowed);
	ok(exam.has_scoring);
	is_str(exam.model, "compensatory");
	is_str(exam.scale, "linear");
	is_str(exam.cut, NULL);
	is_num(exam.out_of_scope_count, 1);
	is_num(exam.setting_count, 1);
	is_str(exam.settings[0].severity, "off");
	is_num(exam.word_count, 2);
	is_str(exam.words[0].list, "vague-term");
	is_str(exam.words[0].add, "now and then, often");
	is_str(exam.words[0].remove, "usually");
	is_num(exam.words[0].at.line, 2);
	is_str(exam.words[1].list, "x");
	ok(!exam.words[1].add && !exam.words[1].remove);
}

/* What breaks the schema is read as far as it goes. */
static void
test_broken(void)
{
	read_exam("", "");
	ok(!exam.id && !exam.version && !exam.domains && !exam.has_scoring);
	is_str(exam.title, "");
	is_num(exam.minutes, 0);
	read_exam("", "<blueprint><domain/><domain weight='x' id=''/></blueprint><blueprint scored='9'><domain/></blueprint><item-types><essay/></item-types><lint><rule/><words/></lint>");
	is_num(exam.domain_count, 2);
	is_num(exam.scored, 0);
	is_num(iw_exam_domain(&exam, "d"), 2);
	ok(exam.setting_count == 1 && !exam.settings[0].rule);
	ok(exam.word_count == 1 && !exam.words[0].list);
	read_exam("time-limit='PTnanM'", "<item-types><ordering steps='x..y'/><matching prompts=''/></item-types>");
	is_num(exam.minutes, 0);
	is_num(exam.types[IW_ORDERING].steps.least, 0);
}

static void
test_ranges(void)
{
	static const struct {
		const char *text;
		unsigned least, most;
	} table[] = {
		{ "3", 3, 3 }, { "0", 0, 0 }, { "2..", 2, UINT16_MAX }, { "..4", 0, 4 }, { "3..7", 3, 7 }, { "999..999", 999, 999 }, { "5..2", 5, 2 },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		char types[100];

		snprintf(types, sizeof types, "<item-types><ordering steps='%s'/></item-types>", table[i].text);
		read_exam("", types);
		is_num(exam.types[IW_ORDERING].steps.least, table[i].least);
		is_num(exam.types[IW_ORDERING].steps.most, table[i].most);
		is_str(exam.types[IW_ORDERING].steps.text, table[i].text);
	}
	read_exam("", "<item-types><multiple-choice/><multiple-response/></item-types>");
	is_num(exam.types[IW_MULTIPLE_CHOICE].keys.most, 1);
	is_num(exam.types[IW_MULTIPLE_RESPONSE].keys.least, 2);
	is_num(exam.types[IW_MULTIPLE_RESPONSE].keys.most, UINT16_MAX);
	is_num(exam.types[IW_MULTIPLE_CHOICE].distractors.least, 0);
}

static void
test_durations(void)
{
	static const struct {
		const char *text;
		unsigned minutes;
	} table[] = {
		{ "PT180M", 180 },   { "PT3H", 180 },     { "PT2H30M", 150 }, { "PT90S", 2 },    { "PT60S", 1 },     { "PT61S", 2 },
		{ "PT1M0.5S", 2 },   { "P1D", 1440 },     { "P1DT1H", 1500 }, { "P0D", 0 },      { "PT0M", 0 },      { "P1Y", 0 },
		{ "P1M", 0 },        { "P1MT1H", 0 },     { "-PT5M", 0 },     { "PT-5M", 0 },    { "PTinfM", 0 },    { "PTnanS", 0 },
		{ "PT1e9M", 0 },     { "PT0x10M", 0 },    { "", 0 },          { "P", 0 },        { "PT", 0 },        { "PT5", 0 },
		{ "PTM", 0 },        { "5M", 0 },         { "PT999999999999H", 0 }, { "PT1H1D", 0 },   { "PT5D", 0 },      { "P5H", 0 },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		char attribute[100];

		snprintf(attribute, sizeof attribute, "time-limit='%s'", table[i].text);
		read_exam(attribute, "");
		if (!is_num(exam.minutes, table[i].minutes))
			tap_show("of", table[i].text);
	}
}

static void
test_weights(void)
{
	static const struct {
		const char *text;
		uint32_t weight;
	} table[] = {
		{ "31", 310000 }, { "31.", 310000 }, { "0.5", 5000 }, { ".5", 5000 }, { "33.3333", 333333 }, { "33.33339", 333333 },
		{ "100", 1000000 }, { "0", 0 }, { "+7", 70000 }, { "007", 70000 }, { "x", 0 }, { "1.2.3", 12000 },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		char blueprint[100];

		snprintf(blueprint, sizeof blueprint, "<blueprint><domain weight='%s'/></blueprint>", table[i].text);
		read_exam("", blueprint);
		if (!is_num(exam.domains[0].weight, table[i].weight))
			tap_show("of", table[i].text);
	}
}

static void
set_weights(struct iw_domain *domains, const uint32_t *weights, size_t n)
{
	exam = (struct iw_exam){ .domains = domains, .domain_count = n };
	for (size_t i = 0; i < n; i++)
		domains[i] = (struct iw_domain){ .weight = weights[i] };
}

static void
test_counts(void)
{
	static const struct {
		unsigned items;
		size_t n;
		uint32_t weights[6];
		unsigned counts[6];
	} table[] = {
		{ 65, 5, { 310000, 260000, 200000, 120000, 110000 }, { 20, 17, 13, 8, 7 } },
		{ 10, 3, { 333333, 333333, 333334 }, { 3, 3, 4 } },
		{ 10, 3, { 1, 1, 1 }, { 4, 3, 3 } },              /* ties: the earlier first */
		{ 11, 3, { 1, 1, 1 }, { 4, 4, 3 } },
		{ 1, 4, { 1, 1, 1, 1 }, { 1, 0, 0, 0 } },
		{ 3, 4, { 250000, 250000, 250000, 250000 }, { 1, 1, 1, 0 } },
		{ 5, 2, { 0, 1000000 }, { 0, 5 } },
		{ 0, 2, { 500000, 500000 }, { 0, 0 } },
		{ 9999, 2, { 1, 999999 }, { 0, 9999 } },
		{ 10, 2, { 0, 0 }, { 0, 0 } },
		{ 10, 2, { 100000, 300000 }, { 3, 7 } },          /* 2.5 and 7.5, in proportion */
		{ 7, 1, { 1000000 }, { 7 } },
		{ 7, 0, { 0 }, { 0 } },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct iw_domain domains[6];
		unsigned counts[6] = { 0 };

		set_weights(domains, table[i].weights, table[i].n);
		iw_exam_counts(&exam, table[i].items, counts);
		for (size_t j = 0; j < table[i].n; j++)
			is_num(counts[j], table[i].counts[j]);
	}
}

/* For any weights: the counts sum to the items, each is its quota rounded down or up, and who is
 * rounded up had no smaller a remainder than who is not. */
static void
test_many_counts(void)
{
	struct iw_rng rng = iw_rng_stream(1, 0);
	size_t bad_sum = 0, bad_quota = 0, bad_order = 0;

	for (int round = 0; round < 20000; round++) {
		size_t n = 1 + iw_rng_below(&rng, 12);
		unsigned items = (unsigned)iw_rng_below(&rng, round % 2 ? 20 : 9999), sum = 0, counts[12];
		uint64_t total = 0, largest_down = 0, smallest_up = UINT64_MAX;
		uint32_t weights[12];
		struct iw_domain domains[12];

		for (size_t i = 0; i < n; i++)
			total += weights[i] = (uint32_t)(round % 3 ? 1 + iw_rng_below(&rng, 1000000) : 10000 * (1 + iw_rng_below(&rng, 9)));
		set_weights(domains, weights, n);
		iw_exam_counts(&exam, items, counts);
		for (size_t i = 0; i < n; i++) {
			uint64_t quota = (uint64_t)weights[i] * items / total, rest = (uint64_t)weights[i] * items % total;

			sum += counts[i];
			bad_quota += counts[i] != quota && counts[i] != quota + 1;
			if (counts[i] == quota && rest > largest_down)
				largest_down = rest;
			if (counts[i] == quota + 1 && rest < smallest_up)
				smallest_up = rest;
		}
		bad_sum += sum != items;
		bad_order += smallest_up < largest_down;
	}
	is_num(bad_sum, 0);
	is_num(bad_quota, 0);
	is_num(bad_order, 0);
}

int
main(void)
{
	iw_xml_init();
	test_whole();
	test_broken();
	test_ranges();
	test_durations();
	test_weights();
	test_counts();
	test_many_counts();
	iw_arena_release(&arena);
	return done();
}
