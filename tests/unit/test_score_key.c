/* SPDX-License-Identifier: Apache-2.0 */
/* The answer key: what form.json says, and that one that is damaged is refused with the place. */
#include "base/buf.h"
#include "score_form.h"
#include "tap.h"

static void
test_good(void)
{
	struct iw_answer_key key;

	read_form(&key);
	is_str(key.name, "tiny-A-1");
	is_num(key.count, 6);
	is_num(key.scored, 4);
	is_num(key.domain_count, 2);
	is_num(key.domains[0].scored, 2);
	ok(key.domains[1].has_level && key.domains[1].needed == 1);
	is_str(key.questions[3].text, "1-B 2-A 3-B");
	is_num(key.questions[3].prompts, 3);
	is_num(key.questions[1].set, 5);
	ok(key.rows && key.rows[3].pass && !key.rows[2].pass && key.rows[2].reported == 749);
	ok(key.raw_only == NULL);
	is_num(iw_answer_key_find(&key, "q1", 2), 0);
	is_num(iw_answer_key_find(&key, "q6", 2), 5);
	is_num(iw_answer_key_find(&key, "q7", 2), 6);
	is_num(iw_answer_key_find(&key, "q0", 2), 6);
	is_num(iw_answer_key_find(&key, "q01", 3), 6);
	is_num(iw_answer_key_find(&key, "Q1", 2), 6);
	is_num(iw_answer_key_find(&key, "q", 1), 6);
	is_num(iw_answer_key_find(&key, "q1 ", 3), 6);
	is_num(iw_answer_key_find(&key, "q99999999999", 12), 6);
	iw_answer_key_release(&key);
}

static void
test_without_scale(void)
{
	static const char none[] = FORM_HEAD FORM_DOMAINS FORM_QUESTIONS,
			  raw[] = FORM_HEAD
			  "\"scoring\":{\"raw-only\":\"because\",\"sections\":[{\"domain\":\"d1\",\"scored\":2,"
			  "\"expected\":null,\"needed\":null}]}," FORM_DOMAINS FORM_QUESTIONS,
			  old[] = FORM_HEAD "\"scoring\":{}," FORM_DOMAINS FORM_QUESTIONS;
	struct iw_answer_key key;
	struct iw_error e = { "" };

	is_num(iw_answer_key_parse(&key, "t", none, strlen(none), &e), IW_OK);
	ok(!key.rows && !key.raw_only && !key.domains[0].has_level);
	iw_answer_key_release(&key);
	is_num(iw_answer_key_parse(&key, "t", raw, strlen(raw), &e), IW_OK);
	ok(!key.rows && !key.domains[0].has_level);
	is_str(key.raw_only, "because");
	iw_answer_key_release(&key);
	is_num(iw_answer_key_parse(&key, "t", old, strlen(old), &e), IW_OK);
	ok(!key.rows && key.raw_only && strstr(key.raw_only, "pack the form again"));
	iw_answer_key_release(&key);
}

/* The form with `from` replaced by `to`, which must be refused, with these words. */
static void
refused(const char *from, const char *to, const char *words)
{
	const char *at = strstr(FORM, from);
	struct iw_buf b = IW_BUF_INIT;
	struct iw_answer_key key;
	struct iw_error e = { "" };
	enum iw_status status;

	if (!ok_named(at != NULL, from))
		return;
	iw_buf_add(&b, FORM, (size_t)(at - FORM));
	iw_buf_str(&b, to);
	iw_buf_str(&b, at + strlen(from));
	status = iw_answer_key_parse(&key, "t.key.zip", b.data, b.len, &e);
	is_num(status, IW_UNUSABLE);
	if (!ok_named(strstr(e.text, words) && strstr(e.text, "t.key.zip: form.json is not as"), words))
		tap_show("said", e.text);
	if (status == IW_OK)
		iw_answer_key_release(&key);
	iw_buf_release(&b);
}

static void
test_damaged(void)
{
	refused("{\"version\":1", "[", "it is no JSON");
	refused("\"version\":1,", "\"version\":2,", "version is not 1");
	refused("\"name\":\"tiny-A-1\",", "", "'name' is missing");
	refused("\"title\":\"Tiny\"", "\"title\":1", "'title' is missing");
	refused("{\"id\":\"d2\"", "{\"id\":\"d1\"", "domain 2");
	refused("\"questions\":[{", "\"questions\":[],\"x\":[{", "0 questions");
	refused("\"id\":\"q2\"", "\"id\":\"q3\"", "question 2");
	refused("\"type\":\"ordering\"", "\"type\":\"essay\"", "question 3");
	refused("\"domain\":\"d2\",\"scored\":true", "\"domain\":\"d3\",\"scored\":true", "question 3");
	refused("\"scored\":false", "\"scored\":0", "question 5");
	refused("[\"B\"]", "[]", "question 1");
	refused("[\"B\"]", "[\"E\"]", "question 1");
	refused("[\"B\"]", "[\"A\",\"B\"]", "question 1");
	refused("[\"A\",\"C\"]", "[\"C\",\"A\"]", "question 2");
	refused("[\"A\",\"C\"]", "[\"A\",\"A\"]", "question 2");
	refused("[\"C\",\"A\",\"B\"]", "[\"C\",\"A\",\"C\"]", "question 3");
	refused("\"2-A\"", "\"3-A\"", "question 4");
	refused("\"2-A\",", "", "question 4");
	refused(",\"3-B\"", "", "question 4");
	refused("\"2-A\"", "\"2-D\"", "question 4");
	refused("\"2-A\"", "\"2-AA\"", "question 4");
	refused("\"prompts\":{\"1\":\"x\",", "\"prompts\":{", "question 4");
	refused("{\"raw\":4,\"reported\":1000,\"pass\":true}", "", "it is no JSON");
	refused(",{\"raw\":4,\"reported\":1000,\"pass\":true}", "", "4 rows for 0 to 4 points");
	refused("\"raw\":2", "\"raw\":3", "row 2");
	refused("\"reported\":749", "\"reported\":750", "contradicts itself at 2");
	refused("\"reported\":400", "\"reported\":99", "contradicts itself at 1");
	refused("\"reported\":1000", "\"reported\":1001", "contradicts itself at 4");
}

int
main(void)
{
	test_good();
	test_without_scale();
	test_damaged();
	return done();
}
