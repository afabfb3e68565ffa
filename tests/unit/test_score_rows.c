/* SPDX-License-Identifier: Apache-2.0 */
/* Records of each format: the candidate and the responses that are read, and what is bad, with its place. */
#include "base/mem.h"
#include "score/responses.h"
#include "score_form.h"
#include "tap.h"
#include "xml/init.h"

static struct iw_answer_key key;

/* "Jane|B|A C||..." of the record; of a bad one its rule, line and column. */
static const char *
shown(const struct iw_response_file *s, const char *record)
{
	static char out[2000];
	size_t len = strlen(record), n = 0;
	struct iw_row row;

	iw_row_init(&row, &key);
	s->format->read(s, record, len, &row);
	iw_row_check_name(&row);
	if (row.bad.kind != IW_BAD_NONE) {
		iw_bad_locate(&row.bad, record, len);
		snprintf(out, sizeof out, "%s %zu:%zu", iw_bad_rule(row.bad.kind), row.bad.line, row.bad.column);
	} else {
		n = (size_t)snprintf(out, sizeof out, "%.*s", (int)row.candidate.len, row.candidate.text);
		for (size_t q = 0; q < key.count; q++) {
			uint32_t c = s->columns->of[q];

			n += (size_t)snprintf(out + n, sizeof out - n, "|%.*s", (int)(row.at[c + 1] - 1 - row.at[c]),
			                      row.text + row.at[c]);
		}
	}
	iw_row_release(&row);
	return out;
}

/* Columns of a CSV file with that first line; what is wrong with it in *why, or NULL. */
static struct iw_columns *
open_csv(const char *head, char **why)
{
	struct iw_bad bad = { 0 };
	size_t used;
	struct iw_columns *columns = iw_responses_csv.head(&key, head, strlen(head), &used, &bad);

	*why = NULL;
	if (columns)
		return columns;
	iw_bad_locate(&bad, head, strlen(head));
	*why = iw_printf("%zu:%zu %s", bad.line, bad.column, bad.why);
	iw_bad_release(&bad);
	return NULL;
}

static void
test_csv_heads(void)
{
	static const struct {
		const char *head, *why;
	} table[] = {
		{ "candidate,q1,q2,q3,q4,q5,q6\n", NULL },
		{ "candidate;q1;q2;q3;q4;q5;q6\r\n", NULL },
		{ "q6\tq5\tq4\tq3\tq2\tq1\tcandidate\n", NULL },
		{ "\"candidate\",\"q1\",q2, q3 ,q4,q5,q6", NULL },
		{ "", "1:1 the first line is empty; it names the columns: candidate, q1, ..." },
		{ "\nx", "1:1 the first line is empty; it names the columns: candidate, q1, ..." },
		{ "candidate,q1,q2,q3,q4,q5", "1:25 there is no column q6" },
		{ "q1,q2,q3,q4,q5,q6", "1:1 the first line names no column candidate" },
		{ "candidate,q1,q2,q3,q4,q5,q6,q7",
		  "1:29 column 8 is none of this form: its columns are candidate and q1 to q6" },
		{ "candidate,q1,q2,q3,q4,q5,q6,",
		  "1:29 column 8 is none of this form: its columns are candidate and q1 to q6" },
		{ "Candidate,q1", "1:1 column 1 is none of this form: its columns are candidate and q1 to q6" },
		{ "candidate,q1,q2,q1", "1:17 column 4 is there before, under the same name" },
		{ "candidate,candidate", "1:11 column 2 is there before, under the same name" },
		{ "candidate,\"q1,q2", "1:11 the quotation marks of this cell do not pair" },
		{ "candidate,q1,q2,q3,q4,q5,q6\rJane,,,,,,\r",
		  "1:1 lines end in CR alone; save the file with LF or CR LF" },
		{ "\xff\xfe"
		  "c",
		  "1:1 the file is in UTF-16; save it as UTF-8" },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		char *why;
		struct iw_columns *columns = open_csv(table[i].head, &why);

		is_str(why, table[i].why);
		ok((columns != NULL) == (table[i].why == NULL));
		free(why);
		iw_columns_free(columns);
	}
}

static void
test_csv(void)
{
	static const struct {
		const char *line, *want;
	} table[] = {
		{ "Jane,B,A C,C A B,1-B 2-A 3-B,A,B D", "Jane|B|A C|C A B|1-B 2-A 3-B|A|B D" },
		{ "Jane,,,,,,", "Jane||||||" },
		{ "\"Doe, Jane\",B,,,,,", "Doe, Jane|B|||||" },
		{ "\"Jane \"\"JJ\"\" Doe\",\"B\",\"A C\",,,,\"\"", "Jane \"JJ\" Doe|B|A C||||" },
		{ "  Jane  ,B,,,,,", "Jane|B|||||" },
		{ "'=SUM(A1),B,,,,,", "=SUM(A1)|B|||||" },
		{ "\"''x\",B,,,,,", "'x|B|||||" },
		{ "' Jane,B,,,,,", "Jane|B|||||" },
		{ "\xe5\xb1\xb1\xe7\x94\xb0,B,,,,,", "\xe5\xb1\xb1\xe7\x94\xb0|B|||||" },
		{ "Jane,B,,,,", "responses/columns 1:1" },
		{ "Jane,B,,,,,,", "responses/columns 1:1" },
		{ "Jane", "responses/columns 1:1" },
		{ ",B,,,,,", "responses/candidate 1:1" },
		{ "  ,B,,,,,", "responses/candidate 1:3" },
		{ "',B,,,,,", "responses/candidate 1:1" },
		{ "Ja\xe2\x80\xaene,B,,,,,", "responses/candidate 1:1" },
		{ "Ja\x01ne,B,,,,,", "responses/candidate 1:1" },
		{ "M\xfcller,B,,,,,", "responses/encoding 1:1" },
		{ "\"Jane,B,,,,,", "responses/quotes 1:1" },
		{ "Jane,\"B\"x,,,,,", "responses/quotes 1:6" },
		{ "Jane,B\",,,,,", "responses/quotes 1:6" },
		{ "\xc3\xa9,\"B,,,,,", "responses/quotes 1:3" },
	};
	char *why;
	struct iw_columns *columns = open_csv("candidate,q1,q2,q3,q4,q5,q6\n", &why);
	struct iw_response_file s = { .format = &iw_responses_csv, .columns = columns };

	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		is_str(shown(&s, table[i].line), table[i].want);
	iw_columns_free(columns);
	columns = open_csv("q6\tq5\tq4\tcandidate\tq3\tq2\tq1\n", &why);
	s.columns = columns;
	is_str(shown(&s, "B D\tA\t\tJane, Doe\tC A B\tA C\tB"), "Jane, Doe|B|A C|C A B||A|B D");
	is_str(shown(&s, "\"B D\"\tA\t\t\"Jane\tDoe\"\tC A B\tA C\tB"), "responses/candidate 1:10");
	iw_columns_free(columns);
}

static void
test_json(void)
{
	static const struct {
		const char *line, *want;
	} table[] = {
		{ "{\"candidate\":\"Jane\",\"responses\":{\"q1\":\"B\",\"q2\":[\"A\",\"C\"],\"q4\":\"1-B 2-A\"}}",
		  "Jane|B|A C||1-B 2-A||" },
		{ " { \"responses\" : { \"q6\" : null , \"q5\" : [ ] , \"q1\" : \"\" } , \"x\" : [1,{}] , \"candidate\" : \" J\\u0061ne \" } ",
		  "Jane||||||" },
		{ "{\"form\":\"tiny-A-1\",\"candidate\":\"1\",\"responses\":{\"q1\":\"\\u0042\",\"q3\":[\"C\",\"\\u0041\",\"B\"]}}",
		  "1|B||C A B|||" },
		{ "{\"candidate\":\"'=1\",\"responses\":{}}", "'=1||||||" },
		{ "{\"form\":\"tiny-B-1\",\"candidate\":\"1\",\"responses\":{}}", "responses/form 1:9" },
		{ "{\"candidate\":\"1\",\"responses\":{\"q7\":\"A\"}}", "responses/question 1:31" },
		{ "{\"candidate\":\"\xc3\xa9\",\"responses\":{\"q1\":\"A\",\"q1\":\"A\"}}",
		  "responses/question-twice 1:40" },
		{ "{\"candidate\":\"1\",\"responses\":{\"q1\":1}}", "responses/json 1:36" },
		{ "{\"candidate\":\"1\",\"responses\":{\"q1\":[1]}}", "responses/json 1:37" },
		{ "{\"candidate\":\"1\",\"responses\":{\"q1\":{}}}", "responses/json 1:36" },
		{ "{\"candidate\":\"1\",\"responses\":[]}", "responses/json 1:30" },
		{ "{\"candidate\":1,\"responses\":{}}", "responses/json 1:14" },
		{ "{\"candidate\":\"1\"}", "responses/json 1:1" },
		{ "{\"responses\":{}}", "responses/candidate 1:1" },
		{ "{\"candidate\":\" \",\"responses\":{}}", "responses/candidate 1:14" },
		{ "{\"candidate\":\"a\\u202eb\",\"responses\":{}}", "responses/candidate 1:14" },
		{ "{\"candidate\":\"1\",\"candidate\":\"1\",\"responses\":{}}", "responses/json 1:18" },
		{ "{\"candidate\":\"1\",\"responses\":{}} x", "responses/json 1:34" },
		{ "{\"candidate\":\"1\",\"responses\":{", "responses/json 1:31" },
		{ "{", "responses/json 1:2" },
		{ "[{\"candidate\":\"1\",\"responses\":{}}]", "responses/json 1:1" },
		{ "{\"candidate\":\"\xff\",\"responses\":{}}", "responses/json 1:15" },
	};
	struct iw_columns *columns = iw_columns_plain(&key);
	struct iw_response_file s = { .format = &iw_responses_json, .columns = columns };

	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		is_str(shown(&s, table[i].line), table[i].want);
	iw_columns_free(columns);
}

#define RESULT(inside) "<assessmentResult>\n<context sourcedId='Jane'/>\n" inside "</assessmentResult>"
#define ITEM(q, values)                                                                                                \
	"<itemResult identifier='" q "'><responseVariable identifier='RESPONSE'><candidateResponse>\n" values          \
	"</candidateResponse></responseVariable></itemResult>\n"
#define V(value) "<value>" value "</value>"

static void
test_qti(void)
{
	static const struct {
		const char *document, *want;
	} table[] = {
		{ RESULT(ITEM("q1", V("B"))), "Jane|B |||||" },
		{ RESULT(ITEM("q2", V("C") V(" A ")) ITEM("q1", "")), "Jane||C A ||||" },
		{ RESULT(ITEM("q3", V("C") V("A") V("B"))), "Jane|||C A B |||" },
		{ RESULT(ITEM("q3", V("B P3") V("C\n P1") V("P2 A"))), "Jane|||C A B |||" },
		{ RESULT(ITEM("q3", V("B P3") V("C P1"))), "Jane|||C B |||" },
		{ RESULT(ITEM("q4", V("P1 B") V("A P2") V("P3 B"))), "Jane||||1-B 2-A 3-B ||" },
		{ RESULT(ITEM("q1", "<value/><value> </value><value><![CDATA[B]]></value>")), "Jane|B |||||" },
		{ RESULT("<itemResult identifier='q1'/>"), "Jane||||||" },
		{ RESULT("<testResult identifier='form-tiny-A-1'/>" ITEM("q1", V("B"))), "Jane|B |||||" },
		{ RESULT("<testResult identifier='T1'/>" ITEM("q1", V("B"))), "Jane|B |||||" },
		{ "<r:assessmentResult xmlns:r='http://www.imsglobal.org/xsd/imsqti_result_v3p0'><r:context><r:sessionIdentifier "
		  "sourceID='x' identifier='S-1'/></r:context><r:itemResult identifier='q1'><r:responseVariable identifier='duration'>"
		  "<r:candidateResponse><r:value>1</r:value></r:candidateResponse></r:responseVariable><r:responseVariable "
		  "identifier='RESPONSE'><r:correctResponse><r:value>A</r:value></r:correctResponse><r:candidateResponse><r:value>B"
		  "</r:value></r:candidateResponse></r:responseVariable></r:itemResult></r:assessmentResult>",
		  "S-1|B |||||" },
		{ "<qti-assessment-result><qti-context sourced-id='7'/><qti-item-result identifier='q1'><qti-response-variable "
		  "identifier='RESPONSE'><qti-candidate-response><qti-value>B</qti-value></qti-candidate-response>"
		  "</qti-response-variable></qti-item-result></qti-assessment-result>",
		  "7|B |||||" },
		{ RESULT("<itemResult identifier='q1' sessionStatus='initial'/>" ITEM("q1", V("B"))), "Jane|B |||||" },
		{ RESULT(ITEM("q1", V("B")) "<itemResult identifier='q1' sessionStatus='pendingSubmission'/>"),
		  "Jane|B |||||" },
		{ RESULT(ITEM("q1", V("B")) ITEM("q1", V("B"))), "responses/question-twice 5:1" },
		{ RESULT(ITEM("q7", V("B"))), "responses/question 3:1" },
		{ RESULT(ITEM("item-1", V("B"))), "responses/question 3:1" },
		{ RESULT(ITEM("q1", V("E"))), "responses/letter 4:1" },
		{ RESULT(ITEM("q2", V("A") "\n" V("F"))), "responses/letter 5:1" },
		{ RESULT(ITEM("q1", V("choice_1"))), "responses/response 4:1" },
		{ RESULT(ITEM("q4", V("P1 B") V("P4 A"))), "responses/prompt 4:20" },
		{ RESULT(ITEM("q4", V("P1"))), "responses/response 4:1" },
		{ RESULT(ITEM("q4", V("B"))), "responses/response 4:1" },
		{ RESULT(ITEM("q3", V("A P4"))), "responses/prompt 4:1" },
		{ RESULT(ITEM("q3", V("A P1") V("B P1"))), "responses/prompt-twice 4:20" },
		{ RESULT(ITEM("q3", V("P1"))), "responses/response 4:1" },
		{ RESULT(ITEM("q3", V("C P0") V("A P1") V("B P2"))), "responses/response 4:1" },
		{ RESULT(ITEM("q3", V("C P01"))), "responses/response 4:1" },
		{ RESULT(ITEM("q3", V("C A") V("B"))), "responses/response 4:1" },
		{ RESULT(ITEM("q3", V("C P1") V("A"))), "responses/response 4:20" },
		{ RESULT(ITEM("q3", V("A") V("C P1"))), "responses/response 4:17" },
		{ RESULT("<testResult identifier='form-tiny-B-1'/>" ITEM("q1", V("B"))), "responses/form 3:1" },
		{ RESULT(""), "responses/xml 1:1" },
		{ "<assessmentResult><itemResult identifier='q1'/></assessmentResult>", "responses/candidate 1:1" },
		{ "<assessmentResult><context/><itemResult identifier='q1'/></assessmentResult>",
		  "responses/candidate 1:19" },
		{ "<assessmentResult><context sourcedId=' '/><itemResult identifier='q1'/></assessmentResult>",
		  "responses/candidate 1:19" },
		{ "<qti-assessment-item/>", "responses/xml 1:1" },
		{ "<assessmentResult>", "responses/xml 1:19" },
		{ "<!DOCTYPE x [<!ENTITY e 'B'>]><assessmentResult/>", "responses/xml 1:1" },
		{ "", "responses/xml 1:1" },
	};
	struct iw_columns *columns = iw_columns_plain(&key);
	struct iw_response_file s = { .format = &iw_responses_qti, .columns = columns };

	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		is_str(shown(&s, table[i].document), table[i].want);
	iw_columns_free(columns);
}

static void
test_formats(void)
{
	ok(iw_response_format_of("candidate,q1", 12) == &iw_responses_csv);
	ok(iw_response_format_of("", 0) == &iw_responses_csv);
	ok(iw_response_format_of(" \n{\"", 4) == &iw_responses_json);
	ok(iw_response_format_of("[", 1) == &iw_responses_json);
	ok(iw_response_format_of("\n<?xml", 6) == &iw_responses_qti);
	ok(iw_response_format_find("jsonl") == &iw_responses_json);
	ok(iw_response_format_find("xls") == NULL);
	ok(iw_response_format_has(NULL, "a/b.CSV") && iw_response_format_has(NULL, "b.ndjson"));
	ok(!iw_response_format_has(NULL, "a.csv/b") && !iw_response_format_has(NULL, "b.minisig"));
	ok(iw_response_format_has(&iw_responses_qti, "b.xml") && !iw_response_format_has(&iw_responses_qti, "b.csv"));
}

int
main(void)
{
	iw_xml_init();
	read_form(&key);
	test_csv_heads();
	test_csv();
	test_json();
	test_qti();
	test_formats();
	iw_answer_key_release(&key);
	return done();
}
