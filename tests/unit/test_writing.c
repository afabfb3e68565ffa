/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What rules say of the wording of an item, over a table of small ones. Every rule looks at every item: what is not
 * expected of it is a failure too.
 */
#include "item_rules.h"
#include "tap.h"
#include "writing_cases.h"
#include "xml/init.h"

static void
add_option(struct iw_buf *xml, char type, const char *s, size_t len, size_t number)
{
	const char *equals = memchr(s, '=', len);

	if (type == 'm') {
		size_t prompt = equals ? (size_t)(equals - s) : 0;

		iw_buf_printf(xml, "<response id='r%zu'>%.*s</response>", number, (int)(len - prompt - 1),
		              s + prompt + 1);
		if (prompt)
			iw_buf_printf(xml, "<prompt match='r%zu'>%.*s</prompt>", number, (int)prompt, s);
		return;
	}
	if (*s == '*')
		iw_buf_printf(xml, "<key>%.*s</key>", (int)len - 1, s + 1);
	else if (type != 'o')
		iw_buf_printf(xml, "<distractor>%.*s</distractor>", (int)len, s);
	else if (*s == '-')
		iw_buf_printf(xml, "<distractor>%.*s</distractor>", (int)len - 1, s + 1);
	else
		iw_buf_printf(xml, "<step>%.*s</step>", (int)len, s);
}

/* The content of <item>, from the short form of a case. */
static void
write_case(struct iw_buf *xml, const struct writing_case *w)
{
	static const struct {
		char type;
		const char *name;
	} types[] = {
		{ 'c', "multiple-choice" }, { 'r', "multiple-response" }, { 'o', "ordering" }, { 'm', "matching" }
	};
	size_t type = 0, number = 0;

	while (types[type].type != w->type)
		type++;
	iw_buf_printf(xml, "<stem><p>%s</p></stem><%s>", w->stem, types[type].name);
	for (const char *s = w->options; *s; s += *s == '|') {
		size_t len = strcspn(s, "|");

		add_option(xml, w->type, s, len, ++number);
		s += len;
	}
	iw_buf_printf(xml, "</%s>", types[type].name);
}

/* The rules that find something, without their group. */
static void
run_rules(struct item_bank *bank, struct item_text *t, struct iw_buf *said)
{
	struct iw_prose prose;

	iw_prose_read(&prose, &t->arena, &t->body, bank->lexicon);
	for (size_t r = 0; r < iw_rule_count; r++) {
		struct iw_findings findings = { 0 };

		if (iw_rules[r].prose)
			item_bank_run(bank, &iw_rules[r], t, &prose, &findings);
		if (findings.count)
			iw_buf_printf(said, "%s%s", said->len ? " " : "", strchr(iw_rules[r].id, '/') + 1);
		iw_findings_release(&findings);
	}
}

static void
check_case(struct item_bank *bank, const struct writing_case *w)
{
	struct item_text t;
	struct iw_buf xml = IW_BUF_INIT, said = IW_BUF_INIT;

	write_case(&xml, w);
	item_text_read(&t, "id='i'", xml.data);
	run_rules(bank, &t, &said);
	if (!is_str(said.data, w->said)) {
		tap_show("stem", w->stem);
		tap_show("options", w->options);
	}
	item_text_release(&t);
	iw_buf_release(&said);
	iw_buf_release(&xml);
}

/* Every rule is expected and not expected often enough to be told from one that always or never speaks. */
static void
count_cases(void)
{
	size_t n = sizeof writing_cases / sizeof *writing_cases;

	for (size_t r = 0; r < iw_rule_count; r++) {
		const char *name = strchr(iw_rules[r].id, '/') + 1;
		size_t with = 0;

		for (size_t i = 0; iw_rules[r].prose && i < n; i++)
			with += strstr(writing_cases[i].said, name) != NULL;
		if (iw_rules[r].prose)
			ok_named(with >= 6 && n - with >= 6, iw_rules[r].id);
	}
}

static size_t
count_of_item(struct item_bank *bank, const char *rule, const char *attributes, const char *content)
{
	struct iw_findings findings = { 0 };
	struct item_text t;
	size_t n;

	item_text_read(&t, attributes, content);
	item_bank_run(bank, iw_rule_find(rule), &t, NULL, &findings);
	n = findings.count;
	iw_findings_release(&findings);
	item_text_release(&t);
	return n;
}

#define WHY "<rationale>why</rationale>"
#define SEE "<reference href='https://example.org/'>See</reference>"
#define CHOICE(options) "<stem/><multiple-choice>" options "</multiple-choice>"

static void
test_missing(struct item_bank *bank)
{
	static const struct {
		const char *attributes, *content;
		size_t rationale, reference; /* findings */
	} table[] = {
		{ "", CHOICE("<key>a</key><distractor>b</distractor>"), 1, 1 },
		{ "", CHOICE("<key>a" WHY "</key><distractor>b</distractor>") SEE, 1, 0 },
		{ "", CHOICE("<key>a</key><distractor>b" WHY "</distractor>") SEE, 1, 0 },
		{ "", CHOICE("<key>a" WHY "</key><distractor>b" WHY "</distractor>"), 0, 1 },
		{ "", CHOICE("<key>a<rationale/></key><distractor>b" WHY "</distractor>") SEE SEE, 0, 0 },
		{ "status='approved'", CHOICE("<key>a</key><distractor>b</distractor>"), 1, 1 },
		{ "status='review'", CHOICE("<key>a</key><key>c</key>"), 1, 1 },
		{ "status='retired'", CHOICE("<key>a</key><distractor>b</distractor>"), 0, 0 },
		{ "", CHOICE(""), 0, 1 },
		{ "", "<multiple-response><key>a" WHY "</key><key>b</key></multiple-response>", 1, 1 },
		{ "", "<multiple-response><key>a" WHY "</key><key>b" WHY "</key></multiple-response>" SEE, 0, 0 },
		{ "", "<ordering><step>a</step><step>b</step></ordering>", 1, 1 },
		{ "", "<ordering><step>a</step><step>b" WHY "</step></ordering>" SEE, 0, 0 },
		{ "", "<matching><prompt>a</prompt><response>b</response></matching>", 1, 1 },
		{ "", "<matching><prompt>a" WHY "</prompt><response>b</response></matching>", 0, 1 },
		{ "", "<stem><p>" SEE "</p></stem>", 0, 1 },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		is_num(count_of_item(bank, "writing/missing-rationale", table[i].attributes, table[i].content),
		       table[i].rationale);
		is_num(count_of_item(bank, "writing/missing-reference", table[i].attributes, table[i].content),
		       table[i].reference);
	}
}

enum { MOST_ITEMS = 200 };

/* A bank of items that are known by a few numbers only. */
struct small_bank {
	struct iw_source source;
	struct iw_exam exam;
	struct iw_bank bank;
	struct iw_item items[MOST_ITEMS], *all[MOST_ITEMS];
	char ids[MOST_ITEMS][8];
};

static void
add_item(struct small_bank *b, struct iw_item item)
{
	size_t n = b->bank.item_count++;

	snprintf(b->ids[n], sizeof b->ids[n], "i%zu", n);
	item.id = b->ids[n];
	b->items[n] = item;
	b->all[n] = &b->items[n];
	b->source.items = b->items;
	b->source.item_count = b->bank.item_count;
	b->bank.sources = &b->source;
	b->bank.items = b->all;
	b->bank.exam = &b->exam;
	b->source.path = "items.xml";
	iw_map_add(&b->bank.by_id, item.id, n, NULL);
}

static void
run_bank_rule(struct small_bank *b, const char *rule, const struct iw_form *form, struct iw_findings *findings)
{
	struct iw_check c = { .rule = iw_rule_find(rule), .severity = IW_NOTE, .bank = &b->bank, .findings = findings };

	*findings = (struct iw_findings){ 0 };
	if (form)
		c.rule->form(&c, form);
	else
		c.rule->bank(&c);
	iw_map_release(&b->bank.by_id);
}

/* `n` items of `usual` words, and one of `odd` words. */
static size_t
too_long(size_t n, uint32_t usual, uint32_t step, uint32_t odd, enum iw_item_status status)
{
	struct small_bank *b = iw_alloc(1, sizeof *b);
	struct iw_findings findings;
	size_t found;

	for (size_t i = 0; i < n; i++)
		add_item(b, (struct iw_item){ .reading = usual + (uint32_t)i * step });
	add_item(b, (struct iw_item){ .reading = odd, .status = status });
	run_bank_rule(b, "writing/reading-load", NULL, &findings);
	found = findings.count && strcmp(findings.at[0].subject, b->ids[n]) != 0 ? SIZE_MAX : findings.count;
	iw_findings_release(&findings);
	free(b);
	return found;
}

static void
test_reading_load(void)
{
	is_num(too_long(30, 60, 0, 121, IW_DRAFT), 1);
	is_num(too_long(30, 60, 0, 120, IW_DRAFT), 0);
	is_num(too_long(30, 60, 0, 121, IW_RETIRED), 0);
	is_num(too_long(30, 20, 0, 100, IW_DRAFT), 0);
	is_num(too_long(30, 20, 0, 130, IW_APPROVED), 1);
	is_num(too_long(19, 60, 0, 1000, IW_DRAFT), 1);
	is_num(too_long(18, 60, 0, 1000, IW_DRAFT), 0);
	is_num(too_long(19, 60, 0, 1000, IW_RETIRED), 0);
	is_num(too_long(100, 200, 0, 401, IW_DRAFT), 1);
	is_num(too_long(100, 200, 0, 400, IW_DRAFT), 0);
	is_num(too_long(100, 100, 2, 480, IW_DRAFT), 0);
	is_num(too_long(100, 100, 2, 600, IW_DRAFT), 1);
	is_num(too_long(20, 0, 0, 500, IW_REVIEW), 1);
}

/* Items whose keys stand so often at each place; whether that is found, in the bank or on a form of all of them. */
static bool
uneven(const size_t *places, uint16_t options, const struct iw_item *like, bool on_form)
{
	struct small_bank *b = iw_alloc(1, sizeof *b);
	struct iw_form_item *refs = iw_alloc(MOST_ITEMS, sizeof *refs);
	struct iw_form form = { .items = refs };
	struct iw_findings findings;
	bool found;

	for (uint16_t at = 0; at < options; at++)
		for (size_t i = 0; i < places[at]; i++) {
			struct iw_item item = *like;

			item.option_count = options;
			item.key_place = at;
			add_item(b, item);
		}
	for (; form.item_count < b->bank.item_count; form.item_count++)
		refs[form.item_count].ref.name = b->ids[form.item_count];
	run_bank_rule(b, "writing/key-position", on_form ? &form : NULL, &findings);
	found = findings.count > 0;
	iw_findings_release(&findings);
	free(refs);
	free(b);
	return found;
}

static void
test_key_position(void)
{
	static const struct iw_item choice = { .type = IW_MULTIPLE_CHOICE, .key_count = 1 },
				    response = { .type = IW_MULTIPLE_RESPONSE, .key_count = 1 },
				    two = { .type = IW_MULTIPLE_CHOICE, .key_count = 2 },
				    retired = { .type = IW_MULTIPLE_CHOICE, .key_count = 1, .status = IW_RETIRED },
				    shuffled = { .type = IW_MULTIPLE_CHOICE, .key_count = 1, .shuffle = true };
	static const struct {
		size_t places[5];
		uint16_t options;
		const struct iw_item *like;
		bool bank, form;
	} table[] = {
		{ { 20, 0, 0, 0 }, 4, &choice, true, true },
		{ { 19, 0, 0, 0 }, 4, &choice, false, false }, /* fewer than five a place */
		{ { 5, 5, 5, 5 }, 4, &choice, false, false },
		{ { 10, 5, 3, 2 }, 4, &choice, false, false },
		{ { 40, 20, 20, 20 }, 4, &choice, false, false }, /* p = 0.007 */
		{ { 20, 60, 20, 20 }, 4, &choice, true, true },
		{ { 7, 8, 30 }, 3, &choice, true, true },
		{ { 25, 10, 10 }, 3, &choice, false, false },
		{ { 20, 4 }, 2, &choice, false, false }, /* p = 0.0011 */
		{ { 21, 4 }, 2, &choice, true, true },   /* p = 0.0007 */
		{ { 0, 0, 0, 0, 25 }, 5, &choice, true, true },
		{ { 30 }, 1, &choice, false, false },
		{ { 40, 0, 0, 0 }, 4, &response, false, false },
		{ { 40, 0, 0, 0 }, 4, &two, false, false },
		{ { 40, 0, 0, 0 }, 4, &retired, false, false },
		{ { 40, 0, 0, 0 }, 4, &shuffled, true, false },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		ok(uneven(table[i].places, table[i].options, table[i].like, false) == table[i].bank);
		ok(uneven(table[i].places, table[i].options, table[i].like, true) == table[i].form);
	}
}

int
main(void)
{
	struct item_bank bank;

	iw_xml_init();
	item_bank_start(&bank);
	for (size_t i = 0; i < sizeof writing_cases / sizeof *writing_cases; i++)
		check_case(&bank, &writing_cases[i]);
	count_cases();
	test_missing(&bank);
	test_reading_load();
	test_key_position();
	item_bank_release(&bank);
	return done();
}
