/* SPDX-License-Identifier: Apache-2.0 */
#include "model/exam.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "xml/node.h"

static const char *const type_names[IW_TYPES] = {
	[IW_MULTIPLE_CHOICE] = "multiple-choice",
	[IW_MULTIPLE_RESPONSE] = "multiple-response",
	[IW_ORDERING] = "ordering",
	[IW_MATCHING] = "matching",
};

const char *
iw_type_name(enum iw_type type)
{
	return type_names[type];
}

enum iw_type
iw_type_of(const xmlNode *node)
{
	unsigned t = 0;

	while (t < IW_TYPES && !iw_node_is(node, type_names[t]))
		t++;
	return (enum iw_type)t;
}

static const char *
keep(struct iw_arena *arena, const char *s)
{
	return s ? iw_arena_str(arena, s, strlen(s)) : NULL;
}

static const char *
attr(struct iw_arena *arena, const xmlNode *node, const char *name)
{
	return keep(arena, iw_node_attr(node, name));
}

static unsigned
number(const xmlNode *node, const char *name)
{
	const char *s = iw_node_attr(node, name);

	return s ? (unsigned)strtoul(s, NULL, 10) : 0;
}

static const char *
text(struct iw_arena *arena, const xmlNode *node)
{
	struct iw_buf b = IW_BUF_INIT;
	const char *s;

	if (node)
		iw_node_text(node, NULL, &b);
	s = iw_arena_str(arena, b.data, b.len);
	iw_buf_release(&b);
	return s;
}

/* n, n.., ..n or n..m; `fallback` when the attribute is not there. */
static struct iw_count_range
range(struct iw_arena *arena, const xmlNode *node, const char *name, const char *fallback)
{
	const char *given = attr(arena, node, name), *s = given ? given : fallback, *dots;
	struct iw_count_range r = { .most = UINT16_MAX, .text = s };

	r.least = (unsigned)strtoul(s, NULL, 10);
	dots = strstr(s, "..");
	if (!dots)
		r.most = r.least;
	else if (dots[2])
		r.most = (unsigned)strtoul(dots + 2, NULL, 10);
	return r;
}

static void
read_types(struct iw_exam *exam, struct iw_arena *arena, const xmlNode *list)
{
	for (const xmlNode *n = iw_node_first(list); n; n = iw_node_next(n)) {
		enum iw_type type = iw_type_of(n);

		if (type == IW_TYPES)
			continue;
		exam->types[type] = (struct iw_type_rule){
			.allowed = true,
			.keys = range(arena, n, "keys", type == IW_MULTIPLE_CHOICE ? "1" : "2.."),
			.distractors = range(arena, n, "distractors", "0.."),
			.options = range(arena, n, "options", "2.."),
			.steps = range(arena, n, "steps", "2.."),
			.prompts = range(arena, n, "prompts", "2.."),
		};
	}
}

/* A decimal of at most four places in units of 0.0001. */
static uint32_t
decimal(const char *s)
{
	uint32_t value = 0;
	int places = -1;

	for (; s && *s && places < 4; s++) {
		if (*s == '.' && places < 0)
			places = 0;
		else if (*s >= '0' && *s <= '9' && value < 100000000)
			value = value * 10 + (uint32_t)(*s - '0'), places += places >= 0;
		else if (*s != '+')
			break;
	}
	for (places = places < 0 ? 0 : places; places < 4; places++)
		value = value < 100000000 ? value * 10 : value;
	return value;
}

static size_t
count_children(const xmlNode *parent, const char *name)
{
	size_t n = 0;

	for (const xmlNode *c = iw_node_first(parent); c; c = iw_node_next(c))
		n += iw_node_is(c, name);
	return n;
}

static void
read_domain(struct iw_domain *d, struct iw_arena *arena, const struct iw_xml *xml, const xmlNode *node)
{
	d->id = attr(arena, node, "id");
	d->title = text(arena, iw_node_child(node, "title"));
	d->weight = decimal(iw_node_attr(node, "weight"));
	d->at = iw_xml_node_span(xml, node);
	d->tasks = iw_arena_alloc(arena, count_children(node, "task"), sizeof *d->tasks);
	for (const xmlNode *n = iw_node_first(node); n; n = iw_node_next(n))
		if (iw_node_is(n, "task"))
			d->tasks[d->task_count++] = (struct iw_task){
				attr(arena, n, "id"),
				text(arena, iw_node_child(n, "title")),
			};
}

static void
read_blueprint(struct iw_exam *exam, struct iw_arena *arena, const struct iw_xml *xml, const xmlNode *node)
{
	exam->blueprint = iw_xml_node_span(xml, node);
	exam->scored = number(node, "scored");
	exam->unscored = number(node, "unscored");
	exam->tolerance = number(node, "tolerance");
	exam->domains = iw_arena_alloc(arena, count_children(node, "domain"), sizeof *exam->domains);
	for (const xmlNode *n = iw_node_first(node); n; n = iw_node_next(n))
		if (iw_node_is(n, "domain"))
			read_domain(&exam->domains[exam->domain_count++], arena, xml, n);
}

static void
read_scoring(struct iw_exam *exam, struct iw_arena *arena, const struct iw_xml *xml, const xmlNode *node)
{
	exam->has_scoring = true;
	exam->model = attr(arena, node, "model");
	exam->minimum = attr(arena, node, "minimum");
	exam->maximum = attr(arena, node, "maximum");
	exam->passing = attr(arena, node, "passing");
	exam->cut = attr(arena, node, "cut");
	exam->reference = attr(arena, node, "reference");
	exam->scale = attr(arena, node, "scale");
	exam->cut_at = iw_xml_attr_span(xml, node, "cut");
	exam->reference_at = iw_xml_attr_span(xml, node, "reference");
	if (!exam->model)
		exam->model = "compensatory";
	if (!exam->scale)
		exam->scale = "linear";
}

static void
read_terms(struct iw_exam *exam, struct iw_arena *arena, const xmlNode *node)
{
	exam->out_of_scope = iw_arena_alloc(arena, count_children(node, "out-of-scope"), sizeof *exam->out_of_scope);
	for (const xmlNode *n = iw_node_first(node); n; n = iw_node_next(n))
		if (iw_node_is(n, "out-of-scope"))
			exam->out_of_scope[exam->out_of_scope_count++] = text(arena, n);
}

static void
read_lint(struct iw_exam *exam, struct iw_arena *arena, const struct iw_xml *xml, const xmlNode *node)
{
	exam->settings = iw_arena_alloc(arena, count_children(node, "rule"), sizeof *exam->settings);
	exam->words = iw_arena_alloc(arena, count_children(node, "words"), sizeof *exam->words);
	for (const xmlNode *n = iw_node_first(node); n; n = iw_node_next(n)) {
		if (iw_node_is(n, "rule"))
			exam->settings[exam->setting_count++] = (struct iw_setting){
				attr(arena, n, "id"),
				attr(arena, n, "severity"),
				iw_xml_attr_span(xml, n, "id"),
			};
		else if (iw_node_is(n, "words"))
			exam->words[exam->word_count++] = (struct iw_word_change){
				attr(arena, n, "list"),
				attr(arena, n, "add"),
				attr(arena, n, "remove"),
				iw_xml_attr_span(xml, n, "list"),
			};
	}
}

/* The minutes of an xs:duration of days, hours, minutes and seconds, rounded up. */
static unsigned
minutes(const char *s)
{
	static const struct {
		char unit;
		double seconds;
	} units[] = { { 'D', 86400 }, { 'H', 3600 }, { 'M', 60 }, { 'S', 1 } };
	double seconds = 0;
	bool time = false; /* behind the T; before it an M is months */
	size_t u = 0;

	if (!s || *s++ != 'P')
		return 0;
	while (*s && u < sizeof units / sizeof *units) {
		char *end;
		double n;

		if (*s == 'T') {
			time = true;
			s++;
			continue;
		}
		n = strtod(s, &end);
		while (u < sizeof units / sizeof *units && units[u].unit != *end)
			u++;
		/* strtod takes more than a schema does: signs, exponents, "nan". */
		if (end == s || strspn(s, "0123456789.") != (size_t)(end - s) || u == sizeof units / sizeof *units ||
		    time == (u == 0))
			return 0;
		seconds += n * units[u].seconds;
		s = end + 1;
	}
	if (seconds > 6e6)
		return 0;
	return (unsigned)((seconds + 59.999) / 60);
}

void
iw_exam_read(struct iw_exam *exam, struct iw_arena *arena, const struct iw_xml *xml, size_t source)
{
	const xmlNode *root = xmlDocGetRootElement(xml->doc);

	*exam = (struct iw_exam){ 0 };
	iw_owner_read(&exam->owner, arena, xml, source, root);
	exam->id = attr(arena, root, "id");
	exam->version = attr(arena, root, "version");
	exam->lang = keep(arena, iw_node_lang(root));
	exam->lang_at = iw_xml_attr_span(xml, root, "xml:lang");
	exam->minutes = minutes(iw_node_attr(root, "time-limit"));
	exam->title = text(arena, iw_node_child(root, "title"));
	for (const xmlNode *n = iw_node_first(root); n; n = iw_node_next(n)) {
		if (iw_node_is(n, "blueprint") && !exam->domains)
			read_blueprint(exam, arena, xml, n);
		else if (iw_node_is(n, "item-types"))
			read_types(exam, arena, n);
		else if (iw_node_is(n, "scoring"))
			read_scoring(exam, arena, xml, n);
		else if (iw_node_is(n, "terms") && !exam->out_of_scope)
			read_terms(exam, arena, n);
		else if (iw_node_is(n, "lint") && !exam->settings)
			read_lint(exam, arena, xml, n);
	}
}

size_t
iw_exam_domain(const struct iw_exam *exam, const char *id)
{
	size_t i = 0;

	while (i < exam->domain_count && !(exam->domains[i].id && strcmp(exam->domains[i].id, id) == 0))
		i++;
	return i;
}

bool
iw_domain_has_task(const struct iw_domain *domain, const char *id)
{
	for (size_t i = 0; i < domain->task_count; i++)
		if (domain->tasks[i].id && strcmp(domain->tasks[i].id, id) == 0)
			return true;
	return false;
}

void
iw_exam_counts(const struct iw_exam *exam, unsigned items, unsigned *counts)
{
	uint64_t sum = 0;
	unsigned given = 0;

	for (size_t i = 0; i < exam->domain_count; i++)
		sum += exam->domains[i].weight;
	for (size_t i = 0; i < exam->domain_count; i++) {
		counts[i] = sum ? (unsigned)(exam->domains[i].weight * (uint64_t)items / sum) : 0;
		given += counts[i];
	}
	/* One more to those with the largest remainders, until all are given; each at most once. */
	for (uint64_t below = UINT64_MAX; sum && given < items;) {
		uint64_t largest = 0;

		for (size_t i = 0; i < exam->domain_count; i++) {
			uint64_t r = exam->domains[i].weight * (uint64_t)items % sum;

			if (r < below && r >= largest)
				largest = r;
		}
		for (size_t i = 0; i < exam->domain_count && given < items; i++)
			if (exam->domains[i].weight * (uint64_t)items % sum == largest)
				counts[i]++, given++;
		below = largest;
	}
}
