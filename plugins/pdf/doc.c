/* SPDX-License-Identifier: Apache-2.0 */
#include "pdf/doc.h"

#include <string.h>

struct iw_kept {
	void *object;
	void (*release)(void *object);
};

void
iw_design_init(struct iw_design *d, bool large, bool letter, enum iw_type type)
{
	double text = large ? 18 : 9.8, small = large ? 18 : 8.6;

	*d = (struct iw_design){
		.page_width = letter ? 612 : 595.276,
		.page_height = letter ? 792 : 841.89,
		.side = large ? 51 : 56,
		.top = large ? 78 : 66,
		.bottom = large ? 74 : 60,
		.hang = large ? 46 : 30,
		.indent = large ? 25 : 13.4,
		.gap = large ? 13 : 6.5,
		.small_gap = large ? 9 : 3.6,
		.question_gap = large ? 40 : 24,
		.pad = large ? 9 : 6,
		.bubble = large ? 19 : 12.5,
		.text = { type, text, large ? 26 : 14.2, .grey = 0 },
		.small = { IW_SANS, small, large ? 25 : 12.4, .grey = 0.25 },
		.code = { IW_MONO, large ? 18 : 8.3, large ? 25 : 12, .grey = 0 },
		.cell = { type, large ? 18 : 9.2, large ? 25 : 13, .grey = 0 },
		.head = { IW_SANS, large ? 18 : 8.3, large ? 25 : 13, .bold = true },
		.hint = { IW_SANS, small, large ? 25 : 12.4, .grey = 0.3 },
		.letter = { IW_SANS, large ? 18 : 9.3, large ? 26 : 14.2, .bold = true },
		.number = { IW_SANS, large ? 21 : 11.6, large ? 26 : 14.2, .bold = true },
		.heading = { IW_SANS, large ? 24 : 14, large ? 32 : 20, .bold = true },
		.title = { type, large ? 36 : 29, large ? 44 : 36, .bold = true },
		.running = { IW_SANS, large ? 18 : 8, large ? 22 : 10, .grey = 0.3 },
		.large = large,
	};
}

static void
release_kept(void *data)
{
	struct iw_kept *kept = data;

	kept->release(kept->object);
	g_free(kept);
}

void *
iw_keep(struct iw_doc *doc, void *object, void (*release)(void *object))
{
	struct iw_kept *kept = g_new(struct iw_kept, 1);

	*kept = (struct iw_kept){ object, release };
	if (!doc->pool)
		doc->pool = g_ptr_array_new_with_free_func(release_kept);
	g_ptr_array_add(doc->pool, kept);
	return object;
}

void *
iw_new(struct iw_doc *doc, size_t size)
{
	return iw_keep(doc, g_malloc0(size), g_free);
}

char *
iw_format(struct iw_doc *doc, const char *format, ...)
{
	va_list ap;
	char *text;

	va_start(ap, format);
	text = g_strdup_vprintf(format, ap);
	va_end(ap);
	return iw_keep(doc, text, g_free);
}

void
iw_forget(struct iw_doc *doc)
{
	g_clear_pointer(&doc->pool, g_ptr_array_unref);
}

/* Report a text unless it has been reported of the same place. Takes the text over. */
static void
report(struct iw_doc *doc, enum iw_level level, char *text)
{
	char *key = g_strdup_printf("%p %s", (const void *)doc->where, text);

	if (g_hash_table_add(doc->reported, key))
		doc->host->report(doc->job, level, doc->where, text);
	g_free(text);
}

void
iw_warn(struct iw_doc *doc, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	report(doc, IW_LEVEL_WARNING, g_strdup_vprintf(format, ap));
	va_end(ap);
}

void
iw_refuse(struct iw_doc *doc, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	report(doc, IW_LEVEL_ERROR, g_strdup_vprintf(format, ap));
	va_end(ap);
	doc->failed = true;
}
