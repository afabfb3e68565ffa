/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as a picture of any kind, SVG too: what is left of it is taken again unchanged. */
#include <string.h>

#include "fuzz.h"
#include "model/picture.h"
#include "xml/init.h"

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	iw_xml_init();
	return 0;
}

/* Whether there is an element of that name, and not just one whose name begins so. */
static bool
has(const char *svg, const char *tag)
{
	size_t n = strlen(tag);

	while ((svg = strstr(svg, tag)) != NULL) {
		svg += n;
		if (strchr(" \t\r\n/>", *svg))
			return true;
	}
	return false;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct iw_buf in = IW_BUF_INIT, out = IW_BUF_INIT, again = IW_BUF_INIT;
	const struct iw_picture_kind *kind = NULL, *second = NULL;
	struct iw_error e = { "" };
	enum iw_status status;

	iw_buf_add(&in, data, size);
	status = iw_picture_clean("x", &in, &out, &kind, &e);
	if (status != IW_OK) {
		must(status == IW_FOUND && e.text[0]);
	} else {
		must(out.len > 0 && iw_picture_clean("x", &out, &again, &second, &e) == IW_OK && second == kind);
		must(again.len == out.len && memcmp(again.data, out.data, out.len) == 0);
		if (strcmp(kind->extension, "svg") == 0)
			must(!strstr(out.data, "<!--") && !has(out.data, "<script") && !has(out.data, "<metadata"));
		else
			must(out.len <= in.len);
	}
	iw_buf_release(&again);
	iw_buf_release(&out);
	iw_buf_release(&in);
	return 0;
}
