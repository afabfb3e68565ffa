/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as a QTI result: refused with a reason, or a candidate with responses that can be marked. */
#include "responses.h"
#include "xml/init.h"

static struct iw_response_file source;

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	iw_xml_init();
	read_form(&key);
	source = (struct iw_response_file){ .format = &iw_responses_qti, .columns = iw_columns_plain(&key) };
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = iw_alloc(size + 1, 1);
	struct iw_row row;

	if (size)
		memcpy(text, data, size);
	(void)read_record(&source, text, size, &row);
	iw_row_release(&row);
	free(text);
	return 0;
}
