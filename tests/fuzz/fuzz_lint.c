/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Any bytes as a file of items: each item's texts cut into words, and every rule that looks at one item over it.
 * Tokens follow one another; findings say something, at a place that is in the file; fixes leave well-formed XML.
 */
#include <string.h>

#include "base/utf8.h"
#include "fuzz.h"
#include "lint/lexicon.h"
#include "lint/rule.h"
#include "xml/init.h"
#include "xml/node.h"

static const char exam_file[] =
	"<exam xmlns='urn:itemwright:1' id='x' version='1' xml:lang='en'><title>X</title>"
	"<blueprint scored='1'><domain id='d' weight='100'><title>D</title><task "
	"id='t'><title>T</title></task></domain>"
	"</blueprint><item-types><multiple-choice keys='1' distractors='3'/><multiple-response keys='2..' "
	"options='5..'/>"
	"<ordering steps='3..5'/></item-types><scoring model='compensatory' minimum='0' maximum='1' passing='1'/>"
	"<terms><out-of-scope>often red</out-of-scope><out-of-scope>x</out-of-scope></terms>"
	"<lint><words list='vague-term' add='now and then' remove='often'/></lint></exam>";

static struct iw_source sources[2] = { { .kind = IW_SOURCE_EXAM, .path = "exam.xml" },
	                               { .kind = IW_SOURCE_ITEMS, .path = "items/x.xml" } };
static struct iw_xml exam_xml = IW_XML_INIT;
static struct iw_arena exam_arena = IW_ARENA_INIT;
static struct iw_exam exam;
static struct iw_bank bank = { .sources = sources, .source_count = 2, .exam = &exam };
static struct iw_lexicon *lexicon;

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	iw_xml_init();
	iw_buf_str(&exam_xml.bytes, exam_file);
	iw_xml_parse(&exam_xml);
	must(exam_xml.doc != NULL);
	iw_exam_read(&exam, &exam_arena, &exam_xml, 0);
	lexicon = iw_lexicon_new(exam.lang, &exam);
	return 0;
}

static void
check_text(const struct iw_text *text)
{
	size_t behind = 0, words = 0;

	must(text->raw[text->len] == '\0' && strlen(text->raw) == text->len);
	for (size_t i = 0; i < text->count; i++) {
		const struct iw_token *t = &text->tokens[i];

		must(t->len > 0 && t->at >= behind && t->at + t->len <= text->len);
		must(iw_utf8_valid(t->lower, strlen(t->lower)) == strlen(t->lower) && strlen(t->lower) <= t->len);
		must(!t->phrases || iw_token_is_word(t));
		behind = t->at + t->len;
		words += iw_token_is_word(t);
	}
	must(words == text->words);
}

static void
check_prose(const struct iw_prose *prose)
{
	must(prose->ask <= prose->ask_end && prose->ask_end <= prose->stem.count);
	must(prose->option_count == prose->body->option_count);
	check_text(&prose->stem);
	for (size_t i = 0; i < prose->option_count; i++)
		check_text(&prose->options[i]);
}

/* Line and column, counted from the beginning of the file. */
static void
check_place(const struct iw_xml *xml, uint32_t offset, uint32_t line, uint32_t column)
{
	const char *bytes = xml->bytes.data;
	size_t lines = 1, start = xml->bytes.len > 2 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

	for (size_t i = 0; i < offset; i++)
		if (bytes[i] == '\n') {
			lines++;
			start = i + 1;
		}
	must(line == lines);
	if (offset >= start)
		must(column == iw_utf8_count(bytes + start, offset - start) + 1);
}

static void
check_span(const struct iw_xml *xml, struct iw_span at)
{
	must(at.start <= at.end && at.end <= xml->bytes.len);
	check_place(xml, at.start, at.line, at.column);
	check_place(xml, at.end, at.end_line, at.end_column);
}

static int
by_place(const void *a, const void *b)
{
	const struct iw_edit *x = a, *y = b;

	return x->at.start != y->at.start ? (x->at.start > y->at.start) - (x->at.start < y->at.start)
	                                  : (x->at.end > y->at.end) - (x->at.end < y->at.end);
}

/* Edits do not overlap, and what they make is well-formed. */
static void
check_fix(const struct iw_xml *xml, struct iw_finding *f)
{
	struct iw_xml mended = IW_XML_INIT;
	uint32_t behind = 0;

	must(f->fix && f->fix[0]);
	qsort(f->edits, f->edit_count, sizeof *f->edits, by_place);
	for (size_t i = 0; i < f->edit_count; i++) {
		const struct iw_edit *e = &f->edits[i];

		check_span(xml, e->at);
		must(e->at.start >= behind);
		iw_buf_add(&mended.bytes, xml->bytes.data + behind, e->at.start - behind);
		iw_buf_str(&mended.bytes, e->text);
		behind = e->at.end;
	}
	iw_buf_add(&mended.bytes, xml->bytes.data + behind, xml->bytes.len - behind);
	iw_xml_parse(&mended);
	must(mended.doc != NULL);
	iw_xml_release(&mended);
}

static void
check_finding(const struct iw_xml *xml, struct iw_finding *f)
{
	size_t len = strlen(f->message);

	must(len > 0 && iw_utf8_valid(f->message, len) == len);
	must(f->path == sources[1].path && f->severity != IW_OFF);
	check_span(xml, f->at);
	must(iw_finding_fingerprint(f) == iw_finding_fingerprint(f));
	if (f->edit_count)
		check_fix(xml, f);
}

static void
check_item(const struct iw_xml *xml, const struct iw_item *item, const struct iw_body *body, struct iw_arena *arena)
{
	struct iw_findings findings = { 0 };
	struct iw_prose prose;

	iw_prose_read(&prose, arena, body, lexicon);
	check_prose(&prose);
	for (size_t r = 0; r < iw_rule_count; r++) {
		struct iw_check c = {
			.rule = &iw_rules[r],
			.severity = iw_rules[r].severity,
			.bank = &bank,
			.lexicon = lexicon,
			.body = body,
			.findings = &findings,
			.jobs = 1,
		};

		if (c.rule->item)
			c.rule->item(&c, item, body);
		if (c.rule->prose)
			c.rule->prose(&c, item, &prose);
	}
	for (size_t i = 0; i < findings.count; i++)
		check_finding(xml, &findings.at[i]);
	iw_findings_release(&findings);
}

/* The root is an item, or holds some. */
static void
check_items(const struct iw_xml *xml, struct iw_arena *arena)
{
	const xmlNode *root = xmlDocGetRootElement(xml->doc), *n;
	bool many = iw_node_is(root, "items");
	struct iw_body body;
	struct iw_item item;

	sources[1].items = &item;
	sources[1].item_count = 1;
	for (n = many ? iw_node_first(root) : root; n; n = many ? iw_node_next(n) : NULL) {
		struct iw_arena passing = IW_ARENA_INIT;

		iw_item_read(&item, &body, arena, &passing, xml, 1, n);
		check_item(xml, &item, &body, &passing);
		iw_arena_release(&passing);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct iw_xml xml = IW_XML_INIT;
	struct iw_arena arena = IW_ARENA_INIT;

	iw_buf_add(&xml.bytes, data, size);
	iw_xml_parse(&xml);
	if (xml.doc)
		check_items(&xml, &arena);
	iw_arena_release(&arena);
	iw_xml_release(&xml);
	return 0;
}
