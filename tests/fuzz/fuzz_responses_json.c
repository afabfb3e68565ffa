/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as a line of JSON: refused with a plain reason, or what jansson reads too, with the same candidate. */
#include <jansson.h>

#include "responses.h"
#include "score/json_scan.h"

static struct iw_response_file source;

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	read_form(&key);
	source = (struct iw_response_file){ .format = &iw_responses_json, .columns = iw_columns_plain(&key) };
	return 0;
}

/* What jansson refuses for its value alone, a number that a double cannot hold, is JSON all the same. */
static bool
is_overflow(const json_error_t *e)
{
	return json_error_code(e) == json_error_numeric_overflow;
}

static void
check_line(const char *text, size_t len, const struct iw_row *row)
{
	json_error_t e;
	json_t *j = json_loadb(text, len, JSON_DECODE_INT_AS_REAL, &e), *name;
	const char *s;
	size_t n;

	must(j || is_overflow(&e));
	name = json_object_get(j, "candidate");
	if (j) {
		s = json_string_value(name);
		n = json_string_length(name);
		/* Without the spaces around it, of three kinds. */
		must(s && memmem(s, n, row->candidate.text, row->candidate.len));
		must(json_is_object(json_object_get(j, "responses")));
	}
	json_decref(j);
}

/* Any value that is skipped is JSON, and any JSON is skipped, but for what is nested too deep. */
static void
check_skip(const char *text, size_t len)
{
	char *room = iw_alloc(len + 1, 1);
	struct iw_json_scan scan = { text, len, 0, room, NULL };
	json_error_t e;
	json_t *j = json_loadb(text, len, JSON_DECODE_ANY | JSON_DECODE_INT_AS_REAL, &e);
	bool good = iw_json_skip(&scan);

	iw_json_peek(&scan);
	good = good && scan.at == len;
	must(!good || j || is_overflow(&e));
	/* jansson takes a NUL behind a number for the end. */
	must(good || !j || memchr(text, '\0', len) || (scan.why && strcmp(scan.why, "it is nested too deep") == 0));
	json_decref(j);
	free(room);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = iw_alloc(size + 1, 1);
	struct iw_row row;

	if (size)
		memcpy(text, data, size);
	if (read_record(&source, text, size, &row))
		check_line(text, size, &row);
	iw_row_release(&row);
	check_skip(text, size);
	free(text);
	return 0;
}
