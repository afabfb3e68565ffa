/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "pdf/finish.h"

struct writer {
	qpdf_data q;
	struct iw_canvas *canvas;
	GPtrArray *owners;   /* for each page a GArray of qpdf_oh: whose each piece of content is */
	GArray *links;       /* of qpdf_oh: the areas of links, and */
	GArray *link_owners; /* whose they are */
};

static qpdf_oh
name(const struct writer *w, const char *text)
{
	char *with_slash = g_strconcat("/", text, NULL);
	qpdf_oh oh = qpdf_oh_new_name(w->q, with_slash);

	g_free(with_slash);
	return oh;
}

static void
set(const struct writer *w, qpdf_oh dictionary, const char *key, qpdf_oh value)
{
	qpdf_oh_replace_key(w->q, dictionary, key, value);
}

static void
set_text(const struct writer *w, qpdf_oh dictionary, const char *key, const char *text)
{
	if (text)
		set(w, dictionary, key, qpdf_oh_new_unicode_string(w->q, text));
}

/* An area of a page: from the top in, from the bottom out. */
static qpdf_oh
rectangle(const struct writer *w, double left, double top, double right, double bottom)
{
	double height = w->canvas->doc->design.page_height;
	const double sides[] = { left, height - bottom, right, height - top };
	qpdf_oh array = qpdf_oh_new_array(w->q);

	for (size_t i = 0; i < G_N_ELEMENTS(sides); i++)
		qpdf_oh_append_item(w->q, array, iw_qpdf_real(w->q, sides[i]));
	return array;
}

/* A place to lead to: a page, and how far down. */
static qpdf_oh
destination(const struct writer *w, int page, double y)
{
	qpdf_oh array = qpdf_oh_new_array(w->q);

	qpdf_oh_append_item(w->q, array, qpdf_get_page_n(w->q, (size_t)page));
	qpdf_oh_append_item(w->q, array, name(w, "XYZ"));
	qpdf_oh_append_item(w->q, array, qpdf_oh_new_null(w->q));
	qpdf_oh_append_item(w->q, array, iw_qpdf_real(w->q, w->canvas->doc->design.page_height - MAX(0, y - 12)));
	qpdf_oh_append_item(w->q, array, qpdf_oh_new_null(w->q));
	return array;
}

static qpdf_oh
attributes(const struct writer *w, const char *owner)
{
	qpdf_oh dictionary = qpdf_oh_new_dictionary(w->q);

	set(w, dictionary, "/O", name(w, owner));
	return dictionary;
}

static void
set_attributes(const struct writer *w, qpdf_oh element, const struct iw_tag *tag)
{
	qpdf_oh a;

	if (tag->scope || tag->columns > 1 || tag->rows > 1) {
		a = attributes(w, "Table");
		if (tag->scope)
			set(w, a, "/Scope", name(w, tag->scope));
		if (tag->columns > 1)
			set(w, a, "/ColSpan", qpdf_oh_new_integer(w->q, tag->columns));
		if (tag->rows > 1)
			set(w, a, "/RowSpan", qpdf_oh_new_integer(w->q, tag->rows));
		set(w, element, "/A", a);
	} else if (tag->numbering) {
		a = attributes(w, "List");
		set(w, a, "/ListNumbering", name(w, tag->numbering));
		set(w, element, "/A", a);
	} else if (tag->box[2] > tag->box[0]) {
		a = attributes(w, "Layout");
		set(w, a, "/BBox", rectangle(w, tag->box[0], tag->box[1], tag->box[2], tag->box[3]));
		set(w, element, "/A", a);
	}
}

static qpdf_oh
content_kid(const struct writer *w, const struct iw_kid *kid, qpdf_oh owner)
{
	GArray *owners = w->owners->pdata[kid->page];
	qpdf_oh dictionary = qpdf_oh_new_dictionary(w->q);

	g_array_index(owners, qpdf_oh, (guint)kid->mcid) = owner;
	set(w, dictionary, "/Type", name(w, "MCR"));
	set(w, dictionary, "/Pg", qpdf_get_page_n(w->q, (size_t)kid->page));
	set(w, dictionary, "/MCID", qpdf_oh_new_integer(w->q, kid->mcid));
	return dictionary;
}

static qpdf_oh
link_kid(const struct writer *w, const struct iw_kid *kid, qpdf_oh owner)
{
	qpdf_oh dictionary = qpdf_oh_new_dictionary(w->q);

	g_array_index(w->link_owners, qpdf_oh, kid->link) = owner;
	set(w, dictionary, "/Type", name(w, "OBJR"));
	set(w, dictionary, "/Pg", qpdf_get_page_n(w->q, (size_t)kid->page));
	set(w, dictionary, "/Obj", g_array_index(w->links, qpdf_oh, kid->link));
	return dictionary;
}

/* An element and all below it. */
static qpdf_oh
element(const struct writer *w, const struct iw_tag *tag, qpdf_oh parent)
{
	qpdf_oh oh = qpdf_make_indirect_object(w->q, qpdf_oh_new_dictionary(w->q)), kids = qpdf_oh_new_array(w->q);

	set(w, oh, "/Type", name(w, "StructElem"));
	set(w, oh, "/S", name(w, tag->type));
	set(w, oh, "/P", parent);
	set_text(w, oh, "/Lang", tag->lang);
	set_text(w, oh, "/Alt", tag->alt);
	set_text(w, oh, "/ActualText", tag->actual);
	set_attributes(w, oh, tag);
	for (guint i = 0; i < tag->kids->len; i++) {
		const struct iw_kid *kid = &g_array_index(tag->kids, struct iw_kid, i);

		qpdf_oh_append_item(w->q, kids,
		                    kid->tag        ? element(w, kid->tag, oh)
		                    : kid->mcid < 0 ? link_kid(w, kid, oh)
		                                    : content_kid(w, kid, oh));
	}
	set(w, oh, "/K", kids);
	return oh;
}

static const struct iw_anchor *
find_anchor(const struct writer *w, const char *anchor)
{
	for (guint i = 0; i < w->canvas->anchors->len; i++) {
		const struct iw_anchor *a = &g_array_index(w->canvas->anchors, struct iw_anchor, i);

		if (strcmp(a->name, anchor) == 0)
			return a;
	}
	return NULL;
}

static qpdf_oh
link_area(const struct writer *w, const struct iw_link *link, int number)
{
	qpdf_oh oh = qpdf_make_indirect_object(w->q, qpdf_oh_new_dictionary(w->q)), border = qpdf_oh_new_array(w->q),
		action;
	const struct iw_anchor *anchor = link->anchor ? find_anchor(w, link->anchor) : NULL;

	for (int i = 0; i < 3; i++)
		qpdf_oh_append_item(w->q, border, qpdf_oh_new_integer(w->q, 0));
	set(w, oh, "/Type", name(w, "Annot"));
	set(w, oh, "/Subtype", name(w, "Link"));
	set(w, oh, "/Rect", rectangle(w, link->x, link->y, link->x + link->width, link->y + link->height));
	set(w, oh, "/Border", border);
	set(w, oh, "/F", qpdf_oh_new_integer(w->q, 4)); /* printed */
	set(w, oh, "/StructParent", qpdf_oh_new_integer(w->q, number));
	set_text(w, oh, "/Contents", link->uri ? link->uri : anchor ? anchor->title : NULL);
	if (link->uri) {
		action = qpdf_oh_new_dictionary(w->q);
		set(w, action, "/S", name(w, "URI"));
		set(w, action, "/URI", qpdf_oh_new_string(w->q, link->uri));
		set(w, oh, "/A", action);
	} else if (anchor) {
		set(w, oh, "/Dest", destination(w, anchor->page, anchor->y));
	}
	return oh;
}

static void
add_links(struct writer *w)
{
	const GArray *links = w->canvas->links;
	int pages = (int)w->canvas->pages->len;

	for (guint i = 0; i < links->len; i++) {
		const struct iw_link *link = &g_array_index(links, struct iw_link, i);
		qpdf_oh page = qpdf_get_page_n(w->q, (size_t)link->page), area = link_area(w, link, pages + (int)i),
			none = 0;

		if (!qpdf_oh_has_key(w->q, page, "/Annots"))
			set(w, page, "/Annots", qpdf_oh_new_array(w->q));
		qpdf_oh_append_item(w->q, qpdf_oh_get_key(w->q, page, "/Annots"), area);
		g_array_append_val(w->links, area);
		g_array_append_val(w->link_owners, none);
	}
}

/* From pieces of content and links back to elements. */
static qpdf_oh
parent_tree(const struct writer *w)
{
	qpdf_oh tree = qpdf_make_indirect_object(w->q, qpdf_oh_new_dictionary(w->q)), numbers = qpdf_oh_new_array(w->q);
	long long number = 0;

	for (guint i = 0; i < w->owners->len; i++) {
		const GArray *owners = w->owners->pdata[i];
		qpdf_oh array = qpdf_make_indirect_object(w->q, qpdf_oh_new_array(w->q));

		for (guint k = 0; k < owners->len; k++) {
			qpdf_oh owner = g_array_index(owners, qpdf_oh, k);

			qpdf_oh_append_item(w->q, array, owner ? owner : qpdf_oh_new_null(w->q));
		}
		qpdf_oh_append_item(w->q, numbers, qpdf_oh_new_integer(w->q, number++));
		qpdf_oh_append_item(w->q, numbers, array);
	}
	for (guint i = 0; i < w->link_owners->len; i++) {
		qpdf_oh_append_item(w->q, numbers, qpdf_oh_new_integer(w->q, number++));
		qpdf_oh_append_item(w->q, numbers, g_array_index(w->link_owners, qpdf_oh, i));
	}
	set(w, tree, "/Nums", numbers);
	return tree;
}

static void
add_outline(const struct writer *w)
{
	qpdf_oh root = qpdf_get_root(w->q), outline = qpdf_make_indirect_object(w->q, qpdf_oh_new_dictionary(w->q)),
		last = 0;
	int count = 0;

	for (guint i = 0; i < w->canvas->anchors->len; i++) {
		const struct iw_anchor *a = &g_array_index(w->canvas->anchors, struct iw_anchor, i);
		qpdf_oh item;

		if (!a->listed)
			continue;
		item = qpdf_make_indirect_object(w->q, qpdf_oh_new_dictionary(w->q));
		set_text(w, item, "/Title", a->title);
		set(w, item, "/Parent", outline);
		set(w, item, "/Dest", destination(w, a->page, a->y));
		if (last) {
			set(w, last, "/Next", item);
			set(w, item, "/Prev", last);
		} else {
			set(w, outline, "/First", item);
		}
		last = item;
		count++;
	}
	if (!count)
		return;
	set(w, outline, "/Type", name(w, "Outlines"));
	set(w, outline, "/Last", last);
	set(w, outline, "/Count", qpdf_oh_new_integer(w->q, count));
	set(w, root, "/Outlines", outline);
	set(w, root, "/PageMode", name(w, "UseOutlines"));
}

static void
release_owners(void *owners)
{
	g_array_unref(owners);
}

void
iw_finish_structure(qpdf_data q, struct iw_canvas *canvas, const struct iw_tag *root)
{
	struct writer w = { q, canvas, g_ptr_array_new_with_free_func(release_owners),
		            g_array_new(FALSE, FALSE, sizeof(qpdf_oh)), g_array_new(FALSE, FALSE, sizeof(qpdf_oh)) };
	qpdf_oh tree = qpdf_make_indirect_object(q, qpdf_oh_new_dictionary(q)), kids = qpdf_oh_new_array(q), marked;

	for (guint i = 0; i < canvas->pages->len; i++) {
		const GArray *marks = canvas->pages->pdata[i];
		GArray *owners = g_array_new(FALSE, TRUE, sizeof(qpdf_oh));

		g_array_set_size(owners, marks->len);
		g_ptr_array_add(w.owners, owners);
		set(&w, qpdf_get_page_n(q, i), "/StructParents", qpdf_oh_new_integer(q, (long long)i));
		set(&w, qpdf_get_page_n(q, i), "/Tabs", name(&w, "S"));
	}
	add_links(&w);
	set(&w, tree, "/Type", name(&w, "StructTreeRoot"));
	qpdf_oh_append_item(q, kids, element(&w, root, tree));
	set(&w, tree, "/K", kids);
	set(&w, tree, "/ParentTree", parent_tree(&w));
	set(&w, tree, "/ParentTreeNextKey",
	    qpdf_oh_new_integer(q, (long long)(canvas->pages->len + canvas->links->len)));
	set(&w, qpdf_get_root(q), "/StructTreeRoot", tree);
	marked = qpdf_oh_new_dictionary(q);
	set(&w, marked, "/Marked", qpdf_oh_new_bool(q, QPDF_TRUE));
	set(&w, qpdf_get_root(q), "/MarkInfo", marked);
	add_outline(&w);
	g_array_unref(w.links);
	g_array_unref(w.link_owners);
	g_ptr_array_unref(w.owners);
}
