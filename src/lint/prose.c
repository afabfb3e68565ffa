/* SPDX-License-Identifier: Apache-2.0 */
#include "lint/prose.h"

#include <string.h>

#include "lint/lexicon.h"
#include "lint/locate.h"
#include "xml/node.h"

/* Stands for what is no text: OBJECT REPLACEMENT CHARACTER. */
#define OPAQUE "\xef\xbf\xbc"

static bool
is_opaque(const xmlNode *n)
{
	return iw_node_is(n, "code") || iw_node_is(n, "pre") || iw_node_is(n, "img") ||
	       (n->ns && strcmp((const char *)n->ns->href, IW_MATHML_NS) == 0);
}

static bool
is_block(const xmlNode *n)
{
	static const char *const names[] = { "p",  "pre", "ul", "ol",     "li",        "table",
		                             "tr", "td",  "th", "figure", "figcaption" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp((const char *)n->name, names[i]) == 0)
			return true;
	return false;
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void
add_folded(struct iw_buf *out, const char *s)
{
	char *to = iw_buf_room(out, strlen(s)), *start = to;
	bool within = out->len && !is_space(to[-1]);

	for (; *s; s++) {
		bool text = !is_space(*s);

		if (text || within)
			*to++ = text ? *s : ' ';
		within = text;
	}
	*to = '\0';
	out->len += (size_t)(to - start);
}

static void
end_block(struct iw_buf *out)
{
	while (out->len && out->data[out->len - 1] == ' ')
		out->data[--out->len] = '\0';
	if (out->len && out->data[out->len - 1] != '\n')
		iw_buf_char(out, '\n');
}

static void
write_text(const xmlNode *node, struct iw_buf *out)
{
	for (const xmlNode *n = node->children; n; n = n->next) {
		bool block = n->type == XML_ELEMENT_NODE && is_block(n);

		if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE) {
			add_folded(out, (const char *)n->content);
			continue;
		}
		if (n->type != XML_ELEMENT_NODE || iw_node_is(n, "rationale"))
			continue;
		if (block)
			end_block(out);
		if (is_opaque(n))
			iw_buf_str(out, OPAQUE);
		else if (iw_node_is(n, "br"))
			iw_buf_char(out, ' ');
		else
			write_text(n, out);
		if (block)
			end_block(out);
	}
}

/* `raw` is for use in between. */
static void
read_text(struct iw_text *text, struct iw_buf *raw, struct iw_arena *arena, const xmlNode *node,
          const struct iw_lexicon *lexicon)
{
	*text = (struct iw_text){ .node = node, .raw = "", .kind = IW_OPTION_KINDS };
	iw_buf_clear(raw);
	if (node)
		write_text(node, raw);
	if (raw->len)
		text->raw = iw_arena_str(arena, raw->data, raw->len);
	text->len = raw->len;
	iw_text_cut(text, arena, lexicon);
}

static bool
is_mark(const struct iw_token *t, char c)
{
	return t->kind == IW_TOKEN_MARK && t->lower[0] == c;
}

/* "e.g.", "vs.", an initial: the full stop behind them ends no sentence. */
static bool
is_abbreviation(const struct iw_token *t)
{
	return t->kind == IW_TOKEN_WORD &&
	       (t->len == 1 || strchr(t->lower, '.') || iw_lexicon_match(IW_WORDS_ABBREVIATION, t, 1, NULL));
}

static bool
ends_sentence(const struct iw_text *text, size_t i)
{
	const struct iw_token *t = &text->tokens[i], *next = i + 1 < text->count ? t + 1 : NULL;

	if (t->kind == IW_TOKEN_BREAK || !next || is_mark(t, '?'))
		return true;
	if (is_mark(t, '!'))
		return next->spaced;
	if (!is_mark(t, '.') || (i && is_abbreviation(t - 1) && next->kind != IW_TOKEN_BREAK))
		return false;
	return next->spaced || next->kind == IW_TOKEN_BREAK;
}

/* "(Select TWO.)" asks nothing by itself, nor does the end of a paragraph behind its last full stop. */
static bool
is_aside(const struct iw_text *text, size_t from, size_t to)
{
	for (; from < to; from++) {
		const struct iw_token *t = &text->tokens[from];

		if ((t->kind != IW_TOKEN_MARK && t->kind != IW_TOKEN_BREAK) || is_mark(t, '('))
			return is_mark(t, '(');
	}
	return true;
}

/* The last question; the last sentence when there is none. */
static void
find_ask(struct iw_prose *prose)
{
	const struct iw_text *stem = &prose->stem;
	bool has_question = false;

	for (size_t from = 0, i = 0; i < stem->count; i++) {
		bool question = is_mark(&stem->tokens[i], '?');

		if (!ends_sentence(stem, i))
			continue;
		if (!is_aside(stem, from, i + 1) && (question || !has_question)) {
			prose->ask = from;
			prose->ask_end = i + 1;
			has_question |= question;
		}
		from = i + 1;
	}
}

void
iw_prose_read(struct iw_prose *prose, struct iw_arena *arena, const struct iw_body *body,
              const struct iw_lexicon *lexicon)
{
	struct iw_buf raw = IW_BUF_INIT;

	*prose = (struct iw_prose){
		.body = body,
		.option_count = body->option_count,
		.keys = body->counts[IW_KEY],
		.distractors = body->counts[IW_DISTRACTOR],
	};
	read_text(&prose->stem, &raw, arena, body->stem, lexicon);
	find_ask(prose);
	prose->options = iw_arena_alloc(arena, body->option_count, sizeof *prose->options);
	for (size_t i = 0; i < body->option_count; i++) {
		read_text(&prose->options[i], &raw, arena, body->options[i].node, lexicon);
		prose->options[i].kind = body->options[i].kind;
	}
	iw_buf_release(&raw);
}

struct iw_span
iw_prose_span(const struct iw_prose *prose, const struct iw_text *text, size_t first, size_t n)
{
	const struct iw_token *from = &text->tokens[first], *to = &text->tokens[first + n - 1];
	const char *piece = text->raw + from->at;
	size_t len = to->at + to->len - from->at;

	return iw_locate_nth(prose->body->xml, text->node, piece, len,
	                     iw_locate_count(text->raw, from->at, from->at + len, piece, len));
}

struct iw_span
iw_text_span(const struct iw_prose *prose, const struct iw_text *text)
{
	return iw_xml_node_span(prose->body->xml, text->node);
}
