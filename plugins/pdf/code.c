/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Code: in a face whose letters are all of one width, on a tint, from left to right in every language. A line that
 * is too long goes on below, where an arrow says so; lines are divided here, by columns, since a line may be huge.
 */
#include <string.h>

#include "pdf/block.h"
#include "pdf/text.h"
#include "pdf/xml.h"

enum { BOLD = 1, SLANTED = 2, TAB = 4, HANG = 2 };

#define TINT 0.955
#define ARROW "\xe2\x86\xaa"

struct code {
	struct iw_doc *doc;
	const struct iw_setting *set;
	struct iw_flow *flow;
	struct iw_tag *tag;
	GString *text;
	GString *looks; /* one of BOLD and SLANTED for each byte of the text */
	size_t columns;
	double column; /* its width */
	size_t at;     /* the column that is collected */
	bool begun;    /* to be collected */
};

static void
put(struct code *code, char c, char look)
{
	g_string_append_c(code->text, c);
	g_string_append_c(code->looks, look);
}

/* Collect the text below a node, tabs as spaces. As in HTML, a line feed right behind <pre> is no part of the code. */
static void
collect(struct code *code, const xmlNode *node, char look)
{
	for (const xmlNode *n = node->children; n; n = n->next) {
		const char *text = (const char *)n->content;

		if (n->type == XML_ELEMENT_NODE)
			collect(code, n, iw_is(n, "strong") ? look | BOLD : iw_is(n, "em") ? look | SLANTED : look);
		if (n->type != XML_TEXT_NODE && n->type != XML_CDATA_SECTION_NODE)
			continue;
		for (; *text; text++) {
			if (*text == '\n' && !code->begun) {
				code->begun = true;
				continue;
			}
			code->begun = true;
			if (*text == '\t')
				do
					put(code, ' ', look);
				while (++code->at % TAB);
			else if (*text != '\r')
				put(code, *text, look);
			if (*text == '\n')
				code->at = 0;
			else if (*text != '\t' && (*text & 0xc0) != 0x80)
				code->at++;
		}
	}
}

/* White space at the end is not seen. */
static void
trim(struct code *code)
{
	size_t len = code->text->len;

	while (len && strchr(" \n", code->text->str[len - 1]))
		len--;
	g_string_truncate(code->text, len);
	g_string_truncate(code->looks, len);
}

static size_t
columns_of(const char *p)
{
	gunichar c = g_utf8_get_char(p);

	return g_unichar_iszerowidth(c) ? 0 : g_unichar_iswide(c) ? 2 : 1;
}

/* Where a line that begins at `from` ends if it may have `most` columns: behind a sign that parts, if there is one. */
static const char *
line_end(const char *from, const char *end, size_t most)
{
	const char *p = from, *good = NULL;
	size_t column = 0;

	/* Many characters may have no width at all. */
	while (p < end && column + columns_of(p) <= most && (size_t)(p - from) < 16 * most) {
		column += columns_of(p);
		if (strchr(" ,;)]}>|&/=", *p) && column > most / 2)
			good = g_utf8_next_char(p);
		p = g_utf8_next_char(p);
	}
	if (p == end)
		return end;
	return good ? good : p == from ? g_utf8_next_char(p) : p;
}

static struct iw_para *
make_line(const struct code *code, const char *from, const char *to)
{
	struct iw_para *para = iw_para_new(code->doc, &code->doc->design.code, code->set->lang, code->tag);
	const char *looks = code->looks->str + (from - code->text->str), *next;

	para->keep = true;
	para->rtl = false;
	for (const char *p = from; p < to; looks += next - p, p = next) {
		size_t start = para->text->len;

		for (next = p + 1; next < to && looks[next - p] == *looks; next++)
			;
		iw_para_add(para, p, (int)(next - p));
		if (*looks & BOLD)
			iw_para_attr(para, start, pango_attr_weight_new(PANGO_WEIGHT_BOLD));
		if (*looks & SLANTED) {
			struct iw_span *span = iw_new(code->doc, sizeof *span);

			span->tag = code->tag;
			span->underlined = true;
			iw_para_span(para, start, span);
		}
	}
	iw_para_add(para, " ", 1); /* so that what is read line by line is not run together */
	return para;
}

static void
add_line(const struct code *code, const char *from, const char *to, bool goes_on)
{
	struct iw_flow *line = iw_flow_new(code->doc, code->set->width);
	double x = code->doc->design.pad + (goes_on ? HANG * code->column : 0);

	iw_flow_para(line, make_line(code, from, to), x, code->set->width * 4);
	line->first->last->width = code->set->width - x;
	if (goes_on) {
		struct iw_style style = code->doc->design.code;
		struct iw_atom arrow;

		style.grey = 0.45;
		style.size *= 0.9;
		arrow = iw_label(code->doc, &style, "en", NULL, ARROW, -1);
		arrow.x = code->doc->design.pad * 0.6;
		arrow.y = line->first->baseline;
		iw_strip_add(code->doc, line->first, arrow);
	}
	iw_flow_gap(code->flow, 0, goes_on ? IW_BREAK_LINE : IW_BREAK_ROW);
	iw_flow_append(code->flow, line, 0);
}

/*
 * The end of a line again, by its real width, since letters of other scripts can be wider than their columns. Cut
 * until it fits, but not before a mark that belongs to a letter.
 */
static const char *
fit_line(const struct code *code, const char *from, const char *to, size_t most)
{
	double room = code->column * (double)(most + 1), least, width;
	bool plain = true;

	for (const char *p = from; p < to && plain; p++)
		plain = !(*p & 0x80);
	for (long count = g_utf8_strlen(from, to - from), keep; !plain && count > 1; count = keep) {
		iw_para_widths(make_line(code, from, to), &least, &width);
		if (width <= room)
			break;
		keep = CLAMP((long)((double)count * room / width), 1, count - 1);
		to = g_utf8_offset_to_pointer(from, keep);
		for (; keep > 1 && g_unichar_ismark(g_utf8_get_char(to)); keep--)
			to = g_utf8_prev_char(to);
	}
	return to;
}

static void
add_lines(const struct code *code)
{
	const char *text = code->text->str, *stop;

	do {
		const char *end = text + strcspn(text, "\n"), *from = text;
		size_t most = code->columns;

		stop = end;
		do {
			const char *to = fit_line(code, from, line_end(from, end, most), most);

			add_line(code, from, to, from > text);
			from = to;
			most = code->columns - HANG;
		} while (from < end);
		text = end + 1;
	} while (*stop);
}

static const char *
name_of(const char *language)
{
	static const struct {
		const char *id, *name;
	} names[] = {
		{ "bash", "Bash" },
		{ "console", "Terminal" },
		{ "cpp", "C++" },
		{ "csharp", "C#" },
		{ "css", "CSS" },
		{ "csv", "CSV" },
		{ "dockerfile", "Dockerfile" },
		{ "graphql", "GraphQL" },
		{ "hcl", "HCL" },
		{ "html", "HTML" },
		{ "http", "HTTP" },
		{ "ini", "INI" },
		{ "java", "Java" },
		{ "javascript", "JavaScript" },
		{ "js", "JavaScript" },
		{ "json", "JSON" },
		{ "jsonl", "JSON Lines" },
		{ "log", "Log" },
		{ "markdown", "Markdown" },
		{ "powershell", "PowerShell" },
		{ "python", "Python" },
		{ "ruby", "Ruby" },
		{ "rust", "Rust" },
		{ "sh", "Shell" },
		{ "shell", "Shell" },
		{ "sql", "SQL" },
		{ "text", "Text" },
		{ "toml", "TOML" },
		{ "ts", "TypeScript" },
		{ "typescript", "TypeScript" },
		{ "vtl", "VTL" },
		{ "xml", "XML" },
		{ "yaml", "YAML" },
		{ "yml", "YAML" },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		if (g_ascii_strcasecmp(names[i].id, language) == 0)
			return names[i].name;
	return language;
}

static void
add_name(const struct code *code, const xmlNode *pre, struct iw_tag *tag)
{
	struct iw_style style = code->doc->design.head;
	struct iw_strip *strip;
	struct iw_atom label;

	style.bold = false;
	style.size *= code->doc->design.large ? 1 : 0.88;
	style.grey = 0.35;
	label = iw_label(code->doc, &style, code->set->lang, tag, name_of(iw_attr(pre, "language")),
	                 MAX(0, code->set->width - 2 * code->doc->design.pad));
	strip = iw_strip_new(code->doc, style.lead);
	label.x = code->doc->design.pad;
	label.y = iw_baseline(&style);
	iw_strip_add(code->doc, strip, label);
	strip->baseline = label.y;
	iw_flow_add(code->flow, strip);
	iw_flow_gap(code->flow, 1, IW_BREAK_NEVER);
}

static void
init(struct code *code, struct iw_doc *doc, const struct iw_setting *set, const xmlNode *pre)
{
	*code = (struct code){ .doc = doc, .set = set, .text = g_string_new(NULL), .looks = g_string_new(NULL) };
	code->column = iw_label(doc, &doc->design.code, "en", NULL, "0", -1).width;
	collect(code, pre, 0);
	trim(code);
}

static void
release(struct code *code)
{
	g_string_free(code->text, TRUE);
	g_string_free(code->looks, TRUE);
}

double
iw_code_width(struct iw_doc *doc, const struct iw_setting *set, const xmlNode *pre)
{
	struct code code;
	size_t most = 0;

	init(&code, doc, set, pre);
	for (const char *line = code.text->str; *line; line += strcspn(line, "\n"), line += *line == '\n') {
		size_t columns = 0;

		for (const char *p = line; *p && *p != '\n'; p = g_utf8_next_char(p))
			columns += columns_of(p);
		most = MAX(most, columns);
	}
	release(&code);
	return (double)most * code.column + 2 * doc->design.pad + 1;
}

void
iw_flow_code(struct iw_flow *flow, const struct iw_setting *set, const xmlNode *pre)
{
	struct iw_doc *doc = flow->doc;
	struct iw_tag *p = iw_tag_new(doc, set->tag, "P");
	struct code code;
	double pad = doc->design.pad;

	init(&code, doc, set, pre);
	code.columns = (size_t)MAX(8, (set->width - 2 * pad) / code.column);
	code.flow = iw_flow_new(doc, set->width);
	code.tag = iw_tag_new(doc, p, "Code");
	if (*iw_attr(pre, "language"))
		add_name(&code, pre, p);
	add_lines(&code);
	code.flow->first->height += pad;
	code.flow->first->baseline += pad;
	for (struct iw_atom *a = code.flow->first->first; a; a = a->next)
		a->y += pad;
	code.flow->last->height += pad;
	code.flow->last->cost = MAX(code.flow->last->cost, code.flow->last == code.flow->first ? 0 : IW_BREAK_BAD);
	if (code.flow->first->next)
		code.flow->first->next->cost = MAX(code.flow->first->next->cost, IW_BREAK_BAD);
	iw_flow_fill(code.flow, 0, set->width, TINT);
	if (iw_lang_is_rtl(set->lang))
		iw_flow_mirror(code.flow); /* what is around it will be: twice is not at all */
	iw_flow_append(flow, code.flow, set->x);
	release(&code);
}
