/* SPDX-License-Identifier: Apache-2.0 */
/*
 * text - a form as plain text, for a terminal, a mail or a screen reader.
 *
 * It is also the reference for plugins in C: it uses nothing but itemwright/plugin.h and libxml2, walks the
 * compiled form (schemas/compiled-form.xsd) and writes one output. It shows answers exactly when the document has
 * them, and never asks which view it was given.
 */
#include <itemwright/plugin.h>
#include <stdlib.h>
#include <string.h>

struct page {
	const struct iw_host *host;
	struct iw_job *job;
	const char *output;
	size_t width;
	char line[4096]; /* the line that is being filled, without its indentation */
	size_t len, indent, hanging;
	bool good, verbatim;
};

static void
put(struct page *p, const char *bytes, size_t len)
{
	p->good = p->good && p->host->write(p->job, p->output, bytes, len);
}

/* Columns, taking each character for one. */
static size_t
columns(const char *s, size_t len)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++)
		n += ((unsigned char)s[i] & 0xc0) != 0x80;
	return n;
}

static void
flush(struct page *p)
{
	static const char spaces[] = "                                ";

	while (p->len && !p->verbatim && p->line[p->len - 1] == ' ')
		p->len--;
	if (p->len)
		put(p, spaces, p->indent < sizeof spaces ? p->indent : sizeof spaces - 1);
	put(p, p->line, p->len);
	put(p, "\n", 1);
	p->len = 0;
	p->indent = p->hanging;
}

static void
end_line(struct page *p)
{
	if (p->len)
		flush(p);
}

static void
add_word(struct page *p, const char *word, size_t len)
{
	bool space = p->len && p->line[p->len - 1] != ' ';

	if (p->len && p->indent + columns(p->line, p->len) + space + columns(word, len) > p->width) {
		flush(p);
		space = false;
	}
	if (len > sizeof p->line - p->len - 1)
		len = sizeof p->line - p->len - 1;
	if (space)
		p->line[p->len++] = ' ';
	memcpy(p->line + p->len, word, len);
	p->len += len;
}

static void
add_char(struct page *p, char c)
{
	if (p->len + 1 < sizeof p->line)
		p->line[p->len++] = c;
}

/* Text in which white space separates words. A piece that touches the one before stays with it. */
static void
add_text(struct page *p, const char *s)
{
	static const char blank[] = " \t\r\n";

	for (size_t n; *s; s += n) {
		if (p->verbatim) {
			n = 1;
			if (*s == '\n')
				flush(p);
			else
				add_char(p, *s);
		} else if (strchr(blank, *s)) {
			n = strspn(s, blank);
			if (p->len && p->line[p->len - 1] != ' ')
				add_char(p, ' ');
		} else {
			n = strcspn(s, blank);
			if (p->len && p->line[p->len - 1] != ' ')
				for (size_t i = 0; i < n; i++)
					add_char(p, s[i]);
			else
				add_word(p, s, n);
		}
	}
}

static bool
is(const xmlNode *n, const char *name)
{
	return n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, name) == 0;
}

static const xmlNode *
child(const xmlNode *parent, const char *name)
{
	const xmlNode *n = parent->children;

	while (n && !is(n, name))
		n = n->next;
	return n;
}

/* The value of an attribute, or "". */
static const char *
attr(const xmlNode *n, const char *name)
{
	const xmlAttr *a = n->properties;

	while (a && strcmp((const char *)a->name, name) != 0)
		a = a->next;
	return a && a->children ? (const char *)a->children->content : "";
}

static const char *
plural(const char *count)
{
	return strcmp(count, "1") == 0 ? "" : "s";
}

static void add_content(struct page *p, const xmlNode *node);

/* Elements that stand on lines of their own. */
static bool
is_block(const xmlNode *n)
{
	static const char *const names[] = { "p",  "pre",    "ul",    "ol", "li",      "blockquote",
		                             "tr", "figure", "table", "br", "caption", "figcaption" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (is(n, names[i]))
			return true;
	return false;
}

/* What stands before and after an element's text where plain text needs a sign. */
static const struct sign {
	const char *name, *before, *after;
} signs[] = {
	{ "td", "", " | " },        { "th", "", " | " },          { "sup", "^", "" },
	{ "sub", "_", "" },         { "mfrac", "(", ")" },        { "msqrt", "sqrt(", ")" },
	{ "note", "[Note: ", "]" }, { "caption", "Table: ", "" }, { "mtd", "", " " },
};

static const struct sign *
sign_of(const xmlNode *n)
{
	static const struct sign none = { "", "", "" };

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (is(n, signs[i].name))
			return &signs[i];
	return &none;
}

static void
add_element(struct page *p, const xmlNode *n)
{
	const struct sign *sign = sign_of(n);
	bool block = is_block(n), pre = is(n, "pre");

	if (block)
		end_line(p);
	if (is(n, "li"))
		add_text(p, "- ");
	add_text(p, sign->before);
	if (is(n, "img")) {
		add_text(p, "[Picture: ");
		add_text(p, attr(n, "alt"));
		add_text(p, "]");
	}
	p->verbatim |= pre;
	add_content(p, n);
	if (block)
		end_line(p);
	if (pre)
		p->verbatim = false;
	add_text(p, sign->after);
}

/* Scripts and fractions of a formula, whose parts are told apart by a sign. */
static const char *
between(const xmlNode *parent)
{
	return is(parent, "mfrac")                          ? ")/("
	       : is(parent, "msup") || is(parent, "mover")  ? "^"
	       : is(parent, "msub") || is(parent, "munder") ? "_"
	                                                    : NULL;
}

static void
add_content(struct page *p, const xmlNode *node)
{
	const char *sign = between(node);
	bool first = true;

	for (const xmlNode *n = node->children; n; n = n->next) {
		if (n->type == XML_TEXT_NODE)
			add_text(p, (const char *)n->content);
		if (n->type != XML_ELEMENT_NODE)
			continue;
		if (sign && !first)
			add_text(p, sign);
		first = false;
		add_element(p, n);
	}
}

/* A label and the text beside it. */
static void
add_item(struct page *p, const char *label, const xmlNode *text, size_t indent)
{
	end_line(p);
	p->indent = indent;
	p->hanging = indent + columns(label, strlen(label)) + 1;
	add_text(p, label);
	add_text(p, " ");
	add_content(p, text);
	end_line(p);
	p->indent = p->hanging = 0;
}

/* Why an option is right or wrong, when the document says it. */
static void
add_answer(struct page *p, const xmlNode *option)
{
	const xmlNode *rationale = child(option, "rationale");
	const char *mark = strcmp(attr(option, "key"), "yes") == 0 ? "Key." : "";
	char text[64];

	if (*attr(option, "place"))
		snprintf(text, sizeof text, "Step %s.", attr(option, "place")), mark = text;
	if (*attr(option, "match"))
		snprintf(text, sizeof text, "Matches %s.", attr(option, "match")), mark = text;
	if (!rationale && !*mark)
		return;
	p->indent = p->hanging = 7;
	add_text(p, mark);
	add_text(p, " ");
	if (rationale)
		add_content(p, rationale);
	end_line(p);
	p->indent = p->hanging = 0;
}

static void
add_interaction(struct page *p, const xmlNode *interaction)
{
	for (const xmlNode *n = interaction->children; n; n = n->next) {
		bool prompt = is(n, "prompt");
		char label[32];

		if (n->type != XML_ELEMENT_NODE)
			continue;
		if (is(n, "response") && n->prev && is(n->prev, "prompt"))
			put(p, "\n", 1);
		snprintf(label, sizeof label, "%s%s", attr(n, prompt ? "number" : "letter"), prompt ? ")" : ".");
		add_item(p, label, child(n, "text"), 4);
		add_answer(p, n);
	}
}

static void
add_references(struct page *p, const xmlNode *question)
{
	for (const xmlNode *n = question->children; n; n = n->next)
		if (is(n, "reference")) {
			add_item(p, "See:", n, 4);
			if (*attr(n, "href")) {
				p->indent = 9;
				add_text(p, attr(n, "href"));
				end_line(p);
			}
		}
}

static void
add_question(struct page *p, const xmlNode *question)
{
	const xmlNode *rationale = child(question, "rationale");
	char heading[160];
	bool full = *attr(question, "item");

	snprintf(heading, sizeof heading, "Question %s%s%s%s%s", attr(question, "number"), full ? "  (" : "",
	         attr(question, "item"),
	         full ? strcmp(attr(question, "scored"), "no") == 0 ? ", unscored" : ", scored" : "", full ? ")" : "");
	put(p, "\n", 1);
	add_text(p, heading);
	end_line(p);
	put(p, "\n", 1);
	add_content(p, child(question, "stem"));
	end_line(p);
	put(p, "\n", 1);
	for (const xmlNode *n = question->children; n; n = n->next)
		if (child(n, "option") || child(n, "prompt"))
			add_interaction(p, n);
	if (rationale)
		add_item(p, "Why:", rationale, 4);
	add_references(p, question);
}

static void
add_cover(struct page *p, const xmlNode *root)
{
	const char *questions = attr(root, "questions"), *minutes = attr(root, "minutes");
	char facts[200];

	add_content(p, child(root, "exam-title"));
	end_line(p);
	add_content(p, child(root, "form-title"));
	end_line(p);
	snprintf(facts, sizeof facts, "%s question%s%s%s%s", questions, plural(questions), *minutes ? ", " : "",
	         minutes,
	         !*minutes          ? ""
	         : *plural(minutes) ? " minutes"
	                            : " minute");
	add_text(p, facts);
	end_line(p);
}

static bool
render(const struct iw_host *host, struct iw_job *job, const xmlDoc *form)
{
	const xmlNode *root = form->children;
	struct page p = { .host = host, .job = job, .good = true };
	char output[300];

	p.width = (size_t)strtoul(host->option(job, "width"), NULL, 10);
	if (p.width < 40 || p.width > 400)
		return iw_plugin_fail(host, job, NULL, "width is from 40 to 400 columns, not %zu", p.width);
	snprintf(output, sizeof output, "%s.txt", attr(root, "name"));
	p.output = output;
	add_cover(&p, root);
	for (const xmlNode *n = root->children; n; n = n->next)
		if (is(n, "question"))
			add_question(&p, n);
	return p.good;
}

static const struct iw_option options[] = {
	{ "width", IW_OPTION_NUMBER, NULL, "78", "columns of a line, from 40 to 400" },
	{ NULL, IW_OPTION_TEXT, NULL, NULL, NULL },
};

IW_PLUGIN(.name = "text", .version = "1.0", .summary = "plain text, for a terminal or a mail",
          .views = IW_VIEW_CANDIDATE | IW_VIEW_FULL, .options = options, .render = render);
