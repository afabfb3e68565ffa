/* SPDX-License-Identifier: Apache-2.0 */
#include "pdf/text.h"

#include <string.h>

#include "pdf/lines.h"
#include "pdf/xml.h"

#define ZERO_WIDTH_SPACE "\xe2\x80\x8b"

static void
release_para(void *data)
{
	struct iw_para *para = data;

	g_string_free(para->text, TRUE);
	pango_attr_list_unref(para->attrs);
	g_free(para);
}

enum iw_han
iw_han_of(const char *lang)
{
	static const struct {
		const char *prefix;
		enum iw_han han;
	} langs[] = {
		{ "zh-hant-hk", IW_HAN_HK }, { "zh-hk", IW_HAN_HK }, { "zh-hant", IW_HAN_TW }, { "zh-tw", IW_HAN_TW },
		{ "zh", IW_HAN_CN },         { "yue", IW_HAN_HK },   { "ja", IW_HAN_JP },      { "ko", IW_HAN_KR },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(langs); i++) {
		size_t len = strlen(langs[i].prefix);

		if (g_ascii_strncasecmp(lang, langs[i].prefix, len) == 0 && (!lang[len] || lang[len] == '-'))
			return langs[i].han;
	}
	return IW_HANS;
}

struct iw_para *
iw_para_new(struct iw_doc *doc, const struct iw_style *style, const char *lang, struct iw_tag *tag)
{
	struct iw_para *para = iw_keep(doc, g_new0(struct iw_para, 1), release_para);

	para->doc = doc;
	para->style = *style;
	para->tag = tag;
	para->lang = lang;
	para->rtl = iw_lang_is_rtl(lang);
	para->han = IW_HANS;
	para->text = g_string_new(NULL);
	para->attrs = pango_attr_list_new();
	return para;
}

void
iw_para_lean(struct iw_para *para)
{
	if (para->rtl != para->doc->block_rtl && para->style.align != IW_CENTER)
		para->style.align = para->style.align == IW_START ? IW_END : IW_START;
}

bool
iw_para_is_empty(const struct iw_para *para)
{
	return para->text->len == 0;
}

static void
set_range(struct iw_para *para, PangoAttribute *attr, size_t start, size_t end)
{
	attr->start_index = (guint)start;
	attr->end_index = (guint)end;
	pango_attr_list_insert_before(para->attrs, attr); /* what is within comes first and wins */
}

void
iw_para_attr(struct iw_para *para, size_t start, PangoAttribute *attr)
{
	if (start < para->text->len)
		set_range(para, attr, start, para->text->len);
	else
		pango_attribute_destroy(attr);
}

void
iw_para_hold(struct iw_para *para, size_t start)
{
	for (size_t i = start; i + 1 < para->text->len; i++)
		if (para->text->str[i] == '-')
			set_range(para, pango_attr_allow_breaks_new(FALSE), i, i + 2);
}

/*
 * Pango picks a language for a script that the language of the text does not have, by the user's environment. It is
 * picked here.
 */
static const char *
language_for(GUnicodeScript script)
{
	static const struct {
		GUnicodeScript script;
		const char *lang;
	} langs[] = {
		{ G_UNICODE_SCRIPT_LATIN, "en" },    { G_UNICODE_SCRIPT_GREEK, "el" },
		{ G_UNICODE_SCRIPT_CYRILLIC, "ru" }, { G_UNICODE_SCRIPT_ARABIC, "ar" },
		{ G_UNICODE_SCRIPT_HEBREW, "he" },   { G_UNICODE_SCRIPT_HAN, "zh" },
		{ G_UNICODE_SCRIPT_HIRAGANA, "ja" }, { G_UNICODE_SCRIPT_KATAKANA, "ja" },
		{ G_UNICODE_SCRIPT_HANGUL, "ko" },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(langs); i++)
		if (langs[i].script == script)
			return langs[i].lang;
	return "und";
}

static void
set_languages(struct iw_para *para, size_t start)
{
	PangoLanguage *own = pango_language_from_string(para->lang);
	const char *text = para->text->str, *end = text + para->text->len, *from = text + start, *next;
	const char *on = para->lang;

	for (const char *p = from; p <= end; p = next) {
		GUnicodeScript script = p < end ? g_unichar_get_script(g_utf8_get_char(p)) : G_UNICODE_SCRIPT_COMMON;
		const char *lang = on;

		next = p < end ? g_utf8_next_char(p) : p + 1;
		if (script != G_UNICODE_SCRIPT_COMMON && script != G_UNICODE_SCRIPT_INHERITED)
			lang = pango_language_includes_script(own, (PangoScript)script) ? para->lang
			                                                                : language_for(script);
		if (strcmp(lang, on) == 0 && p < end)
			continue;
		if (p > from)
			set_range(para, pango_attr_language_new(pango_language_from_string(on)), (size_t)(from - text),
			          (size_t)(p - text));
		from = p;
		on = lang;
	}
}

/* In a text of another language the script that stands beside Han characters tells whose they are. */
static void
note_han(struct iw_para *para, gunichar c)
{
	GUnicodeScript script = g_unichar_get_script(c);

	if (script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA)
		para->han = IW_HAN_JP;
	else if (script == G_UNICODE_SCRIPT_HANGUL && para->han == IW_HANS)
		para->han = IW_HAN_KR;
	else if (script == G_UNICODE_SCRIPT_HAN && para->han == IW_HANS && iw_han_of(para->lang) != IW_HANS)
		para->han = iw_han_of(para->lang);
}

/* Pango takes very long over a very long word: such a one may be divided here and there. */
static void
let_break(struct iw_para *para, gunichar c)
{
	enum { LONG = 400, STEP = 8 };

	para->unbroken = g_unichar_iswide(c) ? 0 : para->unbroken + 1;
	if (!para->keep && para->unbroken > LONG && para->unbroken % STEP == 0 && !g_unichar_ismark(c))
		g_string_append(para->text, ZERO_WIDTH_SPACE);
}

static bool
ends_with(const struct iw_para *para, const char *end)
{
	size_t len = strlen(end);

	return para->text->len >= len && memcmp(para->text->str + para->text->len - len, end, len) == 0;
}

void
iw_para_add(struct iw_para *para, const char *text, int len)
{
	const char *end = text + (len < 0 ? strlen(text) : (size_t)len), *next;
	size_t start = para->text->len;

	for (const char *p = text; p < end; p = next) {
		next = g_utf8_next_char(p);
		if (!para->keep && strchr(" \t\r\n", *p)) {
			para->unbroken = 0;
			para->space |= para->text->len > 0 && !ends_with(para, " ");
			continue;
		}
		if (para->space && !ends_with(para, IW_LINE_BREAK))
			g_string_append_c(para->text, ' ');
		para->space = false;
		g_string_append_len(para->text, p, next - p);
		let_break(para, g_utf8_get_char(p));
		if (*p & 0x80)
			note_han(para, g_utf8_get_char(p));
	}
	if (para->text->len > start)
		set_languages(para, start);
}

size_t
iw_para_start(struct iw_para *para)
{
	if (para->space && para->text->len)
		g_string_append_c(para->text, ' ');
	para->space = false;
	return para->text->len;
}

void
iw_para_control(struct iw_para *para, const char *character)
{
	iw_para_start(para);
	g_string_append(para->text, character);
}

void
iw_para_object(struct iw_para *para, const struct iw_object *object)
{
	int ascent = (int)(object->ascent * PANGO_SCALE), height = ascent + (int)(object->descent * PANGO_SCALE);
	PangoRectangle extents = { 0, -ascent, (int)(object->width * PANGO_SCALE), height };
	size_t start = iw_para_start(para);

	g_string_append(para->text, "\xef\xbf\xbc"); /* U+FFFC, object replacement character */
	iw_para_attr(para, start, pango_attr_shape_new_with_data(&extents, &extents, (void *)object, NULL, NULL));
}

double
iw_baseline(const struct iw_style *style)
{
	return style->lead / 2 + style->size * 0.355;
}
