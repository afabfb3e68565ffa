/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as a baseline: refused with a plain reason, or entries in order, which are the same when written again. */
#include <string.h>

#include "base/mem.h"
#include "fuzz.h"
#include "lint/baseline.h"

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	return 0;
}

/* Nothing of the file goes into the reason, which a terminal shows. */
static void
check_reason(const char *reason)
{
	must(strncmp(reason, "b.json", 6) == 0);
	for (const char *p = reason; *p; p++)
		must(*p >= ' ' && *p < 0x7f);
}

static void
check_entry(const struct iw_accepted *a, const char *text, size_t size)
{
	must(a->at.start < a->at.end && a->at.end <= size);
	must(text[a->at.start] == '{' && text[a->at.end - 1] == '}');
	must(a->at.line >= 1 && a->at.column >= 1 && a->at.end_line >= a->at.line);
	must(a->at.end_line > a->at.line || a->at.end_column > a->at.column);
	must(a->count >= 1 && a->count <= IW_BASELINE_MOST_COUNT && strchr(a->rule, '/'));
}

static void
check_again(const struct iw_baseline *b)
{
	struct iw_buf once = IW_BUF_INIT, twice = IW_BUF_INIT;
	struct iw_baseline again;
	struct iw_error e = { "" };

	iw_baseline_write(b, &once);
	iw_baseline_init(&again, "b.json");
	must(iw_baseline_parse(&again, "b.json", once.data, once.len, &e) == IW_OK && again.count == b->count);
	for (size_t i = 0; i < b->count; i++) {
		must(iw_accepted_order(&again.entries[i], &b->entries[i]) == 0);
		must(again.entries[i].count == b->entries[i].count && again.entries[i].at.line == i + 4);
	}
	iw_baseline_write(&again, &twice);
	must(once.len == twice.len && memcmp(once.data, twice.data, once.len) == 0);
	iw_baseline_release(&again);
	iw_buf_release(&once);
	iw_buf_release(&twice);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = iw_strndup((const char *)data, size);
	struct iw_baseline b;
	struct iw_error e = { "" };
	enum iw_status status;

	iw_baseline_init(&b, "b.json");
	status = iw_baseline_parse(&b, "b.json", text, size, &e);
	must(status == IW_OK || status == IW_UNUSABLE);
	if (status == IW_OK) {
		for (size_t i = 0; i < b.count; i++) {
			check_entry(&b.entries[i], text, size);
			must(i == 0 || iw_accepted_order(&b.entries[i - 1], &b.entries[i]) < 0);
		}
		check_again(&b);
	} else {
		check_reason(e.text);
	}
	iw_baseline_release(&b);
	free(text);
	return 0;
}
