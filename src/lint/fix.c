/* SPDX-License-Identifier: Apache-2.0 */
#include "lint/fix.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/commit.h"
#include "base/path.h"

/* The edits that were chosen for one file. */
struct plan {
	const struct iw_edit **edits;
	size_t count, cap;
};

static bool
overlaps(const struct iw_edit *a, const struct iw_edit *b)
{
	if (a->at.start == b->at.start)
		return true;
	return a->at.start < b->at.end && b->at.start < a->at.end;
}

static bool
fits(const struct plan *plan, const struct iw_finding *f)
{
	for (size_t i = 0; i < f->edit_count; i++)
		for (size_t j = 0; j < plan->count; j++)
			if (overlaps(&f->edits[i], plan->edits[j]))
				return false;
	return true;
}

static int
by_place(const void *a, const void *b)
{
	const struct iw_edit *x = *(const struct iw_edit *const *)a, *y = *(const struct iw_edit *const *)b;

	return (x->at.start > y->at.start) - (x->at.start < y->at.start);
}

static void
add(struct plan *plan, const struct iw_finding *f)
{
	for (size_t i = 0; i < f->edit_count; i++) {
		IW_GROW(plan->edits, plan->count, plan->cap);
		plan->edits[plan->count++] = &f->edits[i];
	}
}

static enum iw_status
apply(struct plan *plan, const char *path, struct iw_commit *commit, struct iw_error *e)
{
	struct iw_buf old = IW_BUF_INIT, new = IW_BUF_INIT;
	enum iw_status status = iw_file_read(path, IW_XML_MOST_BYTES, &old, NULL, e);
	struct stat st = { 0 };
	size_t at = 0;

	qsort(plan->edits, plan->count, sizeof *plan->edits, by_place);
	if (status == IW_OK && (stat(path, &st) != 0 || plan->edits[plan->count - 1]->at.end > old.len))
		status = iw_fail(e, IW_UNUSABLE, "%s changed while it was being read; run the command again", path);
	for (size_t i = 0; i < plan->count && status == IW_OK; i++) {
		const struct iw_edit *edit = plan->edits[i];

		iw_buf_add(&new, old.data + at, edit->at.start - at);
		iw_buf_str(&new, edit->text);
		at = edit->at.end;
	}
	if (status == IW_OK) {
		iw_buf_add(&new, old.data + at, old.len - at);
		status = iw_commit_add(commit, path, new.data, new.len, st.st_mode & 0777, e);
	}
	iw_buf_release(&old);
	iw_buf_release(&new);
	return status;
}

/* The findings of one file, which are neighbours from `first` on. Returns the next file's first. */
static size_t
fix_file(const struct iw_lint *lint, size_t first, struct iw_commit *commit, struct iw_fixed *fixed,
         enum iw_status *status, struct iw_error *e)
{
	const struct iw_findings *all = &lint->findings;
	struct plan plan = { 0 };
	size_t i = first;

	for (; i < all->count && strcmp(all->at[i].path, all->at[first].path) == 0; i++)
		if (iw_finding_is_open(&all->at[i]) && all->at[i].edit_count && fits(&plan, &all->at[i])) {
			add(&plan, &all->at[i]);
			fixed->findings++;
		}
	if (plan.count) {
		char *path = iw_path_join(lint->bank.root, all->at[first].path);

		*status = apply(&plan, path, commit, e);
		fixed->files++;
		free(path);
	}
	free(plan.edits);
	return i;
}

enum iw_status
iw_fix(const struct iw_lint *lint, struct iw_fixed *fixed, struct iw_error *e)
{
	struct iw_commit commit = IW_COMMIT_INIT;
	enum iw_status status = IW_OK;

	*fixed = (struct iw_fixed){ 0 };
	for (size_t i = 0; i < lint->findings.count && status == IW_OK;)
		i = fix_file(lint, i, &commit, fixed, &status, e);
	if (status == IW_OK && fixed->files)
		status = iw_commit_finish(&commit, e);
	iw_commit_release(&commit);
	return status;
}
