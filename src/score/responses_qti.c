/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Responses as QTI results: a document for each candidate, as 1EdTech's Results Reporting has it (imsqti_result, 2.1 to
 * 3.0), with the responses that docs/qti.md describes.
 *
 *     <assessmentResult><context sourcedId="1001"/>
 *       <itemResult identifier="q1" ...><responseVariable identifier="RESPONSE" ...>
 *         <candidateResponse><value>B</value></candidateResponse></responseVariable></itemResult></assessmentResult>
 *
 * Engines differ in how they spell names: 3.0 has camel case here and hyphens and the prefix qti- everywhere else.
 * Names are compared without these, in any namespace. What the candidate answered is taken; what an engine made of it
 * (correctResponse, outcomes) is not looked at.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "score/responses.h"
#include "xml/node.h"
#include "xml/parse.h"

struct document {
	struct iw_xml xml;
	struct iw_row *row;
	char *out;      /* the rest of the scratch */
	bool *is_final; /* for each question: a result was seen that is not of an unfinished attempt */
	bool *is_there;
};

static bool
looks_like_xml(const char *bytes, size_t len)
{
	size_t i = 0;

	while (i < len && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r' || bytes[i] == '\n'))
		i++;
	return i < len && bytes[i] == '<';
}

/* Whether a name is `word`, which is in lower case, but for case, hyphens and the prefix qti-. */
static bool
is_spelt(const xmlChar *name, const char *word)
{
	const char *s = (const char *)name;

	if (strncmp(s, "qti-", 4) == 0)
		s += 4;
	for (; *s; s++) {
		if (*s == '-')
			continue;
		if ((*s >= 'A' && *s <= 'Z' ? *s + ('a' - 'A') : *s) != *word)
			return false;
		word++;
	}
	return *word == '\0';
}

static xmlNode *
next_named(xmlNode *node, const char *word)
{
	while (node && (node->type != XML_ELEMENT_NODE || !is_spelt(node->name, word)))
		node = node->next;
	return node;
}

/* The value of an attribute, or NULL. Borrowed from the tree. */
static const char *
attribute(const xmlNode *node, const char *word)
{
	for (const xmlAttr *a = node->properties; a; a = a->next)
		if (is_spelt(a->name, word))
			return a->children && a->children->content ? (const char *)a->children->content : "";
	return NULL;
}

static size_t
place(const struct document *d, const xmlNode *node)
{
	return iw_xml_node_span(&d->xml, node).start;
}

/* P1 is 1; 0 when it is no prompt or place. */
static unsigned
number_of(const char *s, size_t len)
{
	unsigned n = 0;

	if (len < 2 || len > 4 || s[0] != 'P' || s[1] == '0')
		return 0;
	for (size_t i = 1; i < len; i++) {
		if (s[i] < '0' || s[i] > '9')
			return 0;
		n = 10 * n + (unsigned)(s[i] - '0');
	}
	return n;
}

/* "C P1" or "P1 C": the number, and the rest in *letter. 0 when it is neither, and all of it is the letter. */
static unsigned
split_pair(const char *s, size_t len, const char **letter, size_t *letter_len)
{
	const char *space = memchr(s, ' ', len);
	size_t first = space ? (size_t)(space - s) : len, second = space ? len - first - 1 : 0;
	unsigned n = number_of(s, first);

	if (n) {
		*letter = s + len - second;
		*letter_len = second;
		return n;
	}
	n = space ? number_of(space + 1, second) : 0;
	*letter = s;
	*letter_len = n ? first : len;
	return n;
}

/* White space folded to single spaces, in place. */
static size_t
fold(char *s)
{
	size_t n = 0;

	for (const char *p = s; *p; p++) {
		bool space = *p == ' ' || *p == '\t' || *p == '\r' || *p == '\n';

		if (!space)
			s[n++] = *p;
		else if (n && s[n - 1] != ' ')
			s[n++] = ' ';
	}
	if (n && s[n - 1] == ' ')
		n--;
	s[n] = '\0';
	return n;
}

static void
put(struct document *d, const char *s, size_t len)
{
	memcpy(d->out, s, len);
	d->out += len;
}

/* What is put into the places of an ordering item, in any order; or, without places, its order. */
struct arrangement {
	char places[IW_KEY_MOST_LETTERS];
	bool has_places, has_none;
};

/* An option of an ordering item, in place n or, when n is 0, behind those before it, where it stands already. */
static bool
arrange(struct document *d, struct arrangement *a, size_t q, unsigned n, const char *letter, size_t len, size_t at)
{
	a->has_places |= n > 0;
	a->has_none |= n == 0;
	if (len != 1 || (a->has_places && a->has_none))
		return iw_row_bad(d->row, IW_BAD_RESPONSE, at, q, 0, NULL);
	if (n == 0)
		return true;
	if (n > d->row->key->questions[q].key_count)
		return iw_row_bad(d->row, IW_BAD_PROMPT, at, q, n, NULL);
	if (a->places[n - 1])
		return iw_row_bad(d->row, IW_BAD_PROMPT_TWICE, at, q, n, NULL);
	a->places[n - 1] = *letter;
	return true;
}

/* One value, added as CSV has it to those before it, or put into its place. */
static bool
add_value(struct document *d, struct arrangement *a, size_t q, const char *s, size_t len, size_t at)
{
	const struct iw_key_question *question = &d->row->key->questions[q];
	char *start = d->out, number[16];
	const char *letter = s;
	size_t letter_len = len;
	unsigned n = question->type < IW_ORDERING ? 0 : split_pair(s, len, &letter, &letter_len);
	struct iw_slip slip;

	if (n && question->type == IW_MATCHING)
		put(d, number, (size_t)snprintf(number, sizeof number, "%u-", n));
	put(d, letter, letter_len);
	if (iw_mark(question, start, (size_t)(d->out - start), &slip) == IW_UNREADABLE) {
		d->row->bad = iw_bad_slip(&slip, q, at);
		d->row->bad.at = at;
		return false;
	}
	if (question->type == IW_ORDERING && !arrange(d, a, q, n, letter, letter_len, at))
		return false;
	if (n && question->type == IW_ORDERING)
		d->out = start;
	else
		put(d, " ", 1);
	return true;
}

/* <candidateResponse>: its values become the cell of the question. */
static bool
read_values(struct document *d, const xmlNode *response, size_t q)
{
	struct arrangement a = { .has_places = false };
	char *start = d->out;
	struct iw_cell *cell = &d->row->cells[q];
	bool good = true;

	for (xmlNode *v = next_named(response->children, "value"); v && good; v = next_named(v->next, "value")) {
		xmlChar *text = xmlNodeGetContent(v);
		size_t len = text ? fold((char *)text) : 0;

		if (cell->at == 0)
			cell->at = (uint32_t)place(d, v);
		if (len)
			good = add_value(d, &a, q, (const char *)text, len, place(d, v));
		xmlFree(text);
	}
	for (size_t i = 0; i < sizeof a.places; i++)
		if (a.places[i]) {
			put(d, &a.places[i], 1);
			put(d, " ", 1);
		}
	cell->text = start;
	cell->len = (uint32_t)(d->out - start);
	return good;
}

/* Whether a result is of an attempt that was not ended, beside which there may be another. */
static bool
is_unfinished(const xmlNode *item)
{
	const char *status = attribute(item, "sessionstatus");

	return status && (strcmp(status, "initial") == 0 || strcmp(status, "pendingSubmission") == 0);
}

/* Whether this result counts: false when another one of the question does, or, with row->bad, when none can. */
static bool
counts(struct document *d, const xmlNode *item, size_t q)
{
	bool unfinished = is_unfinished(item);

	if (d->is_there[q] && unfinished == !d->is_final[q])
		return iw_row_bad(d->row, IW_BAD_QUESTION_TWICE, place(d, item), q, 0, NULL);
	if (d->is_there[q] && unfinished)
		return false;
	d->is_there[q] = true;
	d->is_final[q] = !unfinished;
	return true;
}

static bool
read_item(struct document *d, xmlNode *item)
{
	const struct iw_answer_key *key = d->row->key;
	const char *id = attribute(item, "identifier");
	size_t q = iw_answer_key_find(key, id ? id : "", id ? strlen(id) : 0);
	xmlNode *response = NULL;

	if (q == key->count)
		return iw_row_bad(d->row, IW_BAD_QUESTION, place(d, item), 0, 0, NULL);
	if (!counts(d, item, q))
		return d->row->bad.kind == IW_BAD_NONE;
	d->row->cells[q] = iw_cell_of("", 0, 0);
	for (xmlNode *v = next_named(item->children, "responsevariable"); v;
	     v = next_named(v->next, "responsevariable")) {
		const char *name = attribute(v, "identifier");

		if (!name || strcmp(name, "RESPONSE") != 0)
			continue; /* duration, numAttempts */
		if (response)
			return iw_row_bad(d->row, IW_BAD_QUESTION_TWICE, place(d, v), q, 0, NULL);
		response = v;
	}
	response = response ? next_named(response->children, "candidateresponse") : NULL;
	return response ? read_values(d, response, q) : true;
}

/* Who it is: context's sourcedId; where there is none, its one session identifier. */
static bool
read_context(struct document *d, xmlNode *root)
{
	xmlNode *context = next_named(root->children, "context"), *session;
	const char *id = context ? attribute(context, "sourcedid") : NULL;
	size_t len;

	if (context && !id) {
		session = next_named(context->children, "sessionidentifier");
		if (session && !next_named(session->next, "sessionidentifier"))
			id = attribute(session, "identifier");
	}
	if (!id)
		return iw_row_bad(d->row, IW_BAD_NO_CANDIDATE, place(d, context ? context : root), 0, 0, NULL);
	len = strlen(id);
	d->row->candidate = iw_cell_of(d->out, len, place(d, context));
	put(d, id, len);
	return true;
}

/* Whether the test that it is a result of, where it says so in our way, is this form. */
static bool
check_form(struct document *d, xmlNode *root)
{
	xmlNode *test = next_named(root->children, "testresult");
	const char *id = test ? attribute(test, "identifier") : NULL;

	if (!id || strncmp(id, "form-", 5) != 0 || strcmp(id + 5, d->row->key->name) == 0)
		return true;
	return iw_row_bad(d->row, IW_BAD_FORM, place(d, test), 0, 0, NULL);
}

static void
read_root(struct document *d, xmlNode *root)
{
	xmlNode *item = next_named(root->children, "itemresult");

	if (!is_spelt(root->name, "assessmentresult")) {
		iw_row_bad(d->row, IW_BAD_XML, place(d, root), 0, 0,
		           "this is no QTI result: it begins with another element");
		return;
	}
	if (!read_context(d, root) || !check_form(d, root))
		return;
	if (!item)
		iw_row_bad(d->row, IW_BAD_XML, place(d, root), 0, 0, "there is no itemResult, and so nothing to score");
	for (; item; item = next_named(item->next, "itemresult"))
		if (!read_item(d, item))
			return;
}

/* What libxml2 has to say quotes the document, and so may name the candidate. */
static void
add_problem(struct iw_row *row, const struct iw_problem *problem)
{
	const char *why = problem->kind == IW_XML_MALFORMED
	                          ? "it is not well-formed XML here; in it, & and < are written &amp; and &lt;"
	                          : problem->message;

	iw_row_bad(row, IW_BAD_XML, problem->at.start, 0, 0, why);
}

static void
read_document(const struct iw_response_file *s, const char *record, size_t len, struct iw_row *row)
{
	size_t count = row->key->count;
	struct document d = { .xml = IW_XML_INIT, .row = row };

	(void)s;
	iw_row_clear(row);
	/* Each value is at most as long as it stands there; the prompt's number takes a byte more than "P1 ". */
	d.out = iw_row_scratch(row, 2 * len);
	d.is_final = iw_alloc(2 * count, sizeof *d.is_final);
	d.is_there = d.is_final + count;
	iw_buf_add(&d.xml.bytes, record, len);
	iw_xml_parse(&d.xml);
	if (d.xml.doc)
		read_root(&d, xmlDocGetRootElement(d.xml.doc));
	else if (d.xml.problem_count)
		add_problem(row, &d.xml.problems[0]);
	iw_row_lay_out(row, count);
	free(d.is_final);
	iw_xml_release(&d.xml);
}

const struct iw_response_format iw_responses_qti = {
	.name = "qti",
	.suffixes = ".xml ",
	.is_whole = true,
	.is = looks_like_xml,
	.read = read_document,
};
