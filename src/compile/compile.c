/* SPDX-License-Identifier: Apache-2.0 */
#include "compile/compile.h"

#include <stdlib.h>
#include <string.h>

#include "compile/content.h"
#include "xml/node.h"

const struct iw_item_option *
iw_question_option(const struct iw_question *q, enum iw_option_kind kind, size_t n)
{
	for (size_t i = 0; i < q->body.option_count; i++)
		if (q->body.options[i].kind == kind && n-- == 0)
			return &q->body.options[i];
	return NULL;
}

char
iw_question_match(const struct iw_question *q, const struct iw_item_option *prompt)
{
	for (size_t i = 0; i < q->shown.count; i++) {
		const struct iw_item_option *r = iw_question_option(q, IW_RESPONSE, q->shown.order[i]);

		if (r->id && prompt->match && strcmp(r->id, prompt->match) == 0)
			return (char)('A' + i);
	}
	return '\0';
}

size_t
iw_question_place(const struct iw_question *q, size_t index)
{
	size_t place = 0;

	for (size_t i = 0; i <= index; i++)
		place += q->body.options[i].kind == IW_STEP;
	return q->body.options[index].kind == IW_STEP ? place : 0;
}

size_t
iw_question_key(const struct iw_question *q, size_t key[IW_MOST_OPTIONS])
{
	size_t n = 0;

	if (q->item->type == IW_MATCHING) {
		for (; n < q->shown.prompt_count; n++)
			key[n] = (size_t)(iw_question_match(q, iw_question_option(q, IW_PROMPT, q->shown.prompts[n])) -
			                  'A');
		return n;
	}
	for (size_t i = 0; i < q->shown.count; i++) {
		size_t step = iw_question_place(q, q->shown.order[i]);

		if (step)
			key[step - 1] = i;
		else if (q->body.options[q->shown.order[i]].kind == IW_KEY)
			key[n] = i;
		n += step || q->body.options[q->shown.order[i]].kind == IW_KEY;
	}
	return n;
}

/* What no compiled form can do without: an answer. */
static const char *
cannot_show(const struct iw_question *q)
{
	const size_t *n = q->body.counts;

	if (q->item->type == IW_TYPES || !q->body.stem)
		return "has no stem or no interaction";
	if (q->body.option_count > 2 * IW_MOST_OPTIONS || n[IW_PROMPT] > IW_MOST_OPTIONS ||
	    n[IW_RESPONSE] > IW_MOST_OPTIONS ||
	    (q->item->type != IW_MATCHING && q->body.option_count > IW_MOST_OPTIONS))
		return "has more than 26 options";
	if (q->item->type == IW_MATCHING ? !n[IW_PROMPT] || !n[IW_RESPONSE] : !n[IW_KEY] && !n[IW_STEP])
		return "has no key";
	for (size_t i = 0; i < q->body.option_count; i++)
		if (q->body.options[i].kind == IW_PROMPT && !iw_question_match(q, &q->body.options[i]))
			return "has a prompt that matches none of its responses";
	return NULL;
}

static enum iw_status
load_question(struct iw_compiled *c, const struct iw_form_item *wanted, struct iw_question *q, struct iw_error *e)
{
	const struct iw_item *item = iw_bank_item(c->bank, wanted->ref.name);
	const char *path = iw_owner_path(c->bank, &c->form->owner), *why;
	enum iw_status status;

	if (!item)
		return iw_fail(e, IW_FOUND, "%s:%u: there is no item '%s' in the bank", path, wanted->ref.at.line,
		               wanted->ref.name);
	q->item = item;
	q->scored = wanted->scored;
	status = iw_bank_body(c->bank, item, &c->arena, &q->xml, &q->body, e);
	if (status != IW_OK)
		return status;
	/* Responses are needed in the author's order before they are arranged. */
	q->shown.count = q->body.counts[IW_RESPONSE];
	for (size_t i = 0; i < q->shown.count && i < IW_MOST_OPTIONS; i++)
		q->shown.order[i] = i;
	if ((why = cannot_show(q)) != NULL)
		return iw_fail(e, IW_FOUND, "%s:%u: item '%s' %s; see itemwright lint",
		               iw_owner_path(c->bank, &item->owner), item->owner.at.line, item->id, why);
	return IW_OK;
}

static enum iw_status
load_questions(struct iw_compiled *c, struct iw_error *e)
{
	enum iw_status status = IW_OK;

	for (size_t i = 0; i < c->form->item_count && status == IW_OK; i++) {
		struct iw_question *q = &c->questions[c->question_count++];

		q->xml = (struct iw_xml)IW_XML_INIT;
		status = load_question(c, &c->form->items[i], q, e);
	}
	return status;
}

static void
arrange(struct iw_compiled *c)
{
	struct iw_arrange_input *input = iw_alloc(c->question_count, sizeof *input);
	struct iw_arrangement *shown = iw_alloc(c->question_count, sizeof *shown);

	for (size_t i = 0; i < c->question_count; i++)
		input[i] = (struct iw_arrange_input){ c->questions[i].item->type, &c->questions[i].body };
	iw_arrange(c->form->seed, input, c->question_count, shown);
	for (size_t i = 0; i < c->question_count; i++)
		c->questions[i].shown = shown[i];
	free(shown);
	free(input);
}

/* The pictures that candidates see, in the order in which they see them. */
static enum iw_status
shown_media(struct iw_compiled *c, const struct iw_question *q, struct iw_error *e)
{
	enum iw_status status = iw_content_media(q->body.stem, c->bank->root, &c->media, e);
	bool matching = q->item->type == IW_MATCHING;

	for (size_t i = 0; i < q->shown.prompt_count && status == IW_OK; i++)
		status = iw_content_media(iw_question_option(q, IW_PROMPT, q->shown.prompts[i])->node, c->bank->root,
		                          &c->media, e);
	for (size_t i = 0; i < q->shown.count && status == IW_OK; i++) {
		const struct iw_item_option *o = matching ? iw_question_option(q, IW_RESPONSE, q->shown.order[i])
		                                          : &q->body.options[q->shown.order[i]];

		status = iw_content_media(o->node, c->bank->root, &c->media, e);
	}
	return status;
}

static enum iw_status
rationale_media(struct iw_compiled *c, const xmlNode *node, struct iw_error *e)
{
	enum iw_status status = IW_OK;

	for (const xmlNode *n = iw_node_first(node); n && status == IW_OK; n = iw_node_next(n))
		status = iw_node_is(n, "rationale") ? iw_content_media(n, c->bank->root, &c->media, e)
		                                    : rationale_media(c, n, e);
	return status;
}

static enum iw_status
collect_media(struct iw_compiled *c, struct iw_error *e)
{
	enum iw_status status = IW_OK;

	for (size_t i = 0; i < c->question_count && status == IW_OK; i++)
		status = shown_media(c, &c->questions[i], e);
	c->candidate_media = c->media.count;
	for (size_t i = 0; i < c->question_count && status == IW_OK; i++)
		status = rationale_media(c, c->questions[i].body.node, e);
	return status;
}

enum iw_status
iw_compile(const struct iw_bank *bank, const struct iw_form *form, struct iw_compiled *compiled, struct iw_error *e)
{
	enum iw_status status;

	*compiled = (struct iw_compiled){ .bank = bank, .form = form };
	if (!bank->exam || !bank->exam->id || !bank->exam->version || !form->id || !form->version)
		return iw_fail(e, IW_FOUND, "the exam and the form need an id and a version; see itemwright lint");
	if (!form->item_count)
		return iw_fail(e, IW_FOUND, "form '%s' has no items", form->id);
	compiled->name = iw_printf("%s-%s-%s", bank->exam->id, form->id, form->version);
	compiled->questions = iw_alloc(form->item_count, sizeof *compiled->questions);
	status = load_questions(compiled, e);
	if (status == IW_OK) {
		arrange(compiled);
		status = collect_media(compiled, e);
	}
	if (status != IW_OK)
		iw_compiled_release(compiled);
	return status;
}

void
iw_compiled_release(struct iw_compiled *compiled)
{
	for (size_t i = 0; i < compiled->question_count; i++)
		iw_xml_release(&compiled->questions[i].xml);
	free(compiled->questions);
	iw_media_release(&compiled->media);
	iw_arena_release(&compiled->arena);
	free(compiled->name);
	*compiled = (struct iw_compiled){ 0 };
}
