/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/lint_summary.h"

#include "cli/command.h"

void
iw_lint_summary_count(struct iw_lint_summary *summary, const struct iw_findings *findings)
{
	for (size_t i = 0; i < findings->count; i++) {
		summary->open[findings->at[i].severity] += iw_finding_is_open(&findings->at[i]);
		summary->known += findings->at[i].acceptance == IW_BASELINED;
	}
}

bool
iw_lint_summary_has(const struct iw_lint_summary *summary, enum iw_severity severity)
{
	for (unsigned i = severity; severity != IW_OFF && i <= IW_ERROR; i++)
		if (summary->open[i])
			return true;
	return false;
}

static const char *
s(size_t n)
{
	return n == 1 ? "" : "s";
}

static void
say_found(const struct iw_lint_summary *summary, const struct iw_bank *bank)
{
	size_t errors = summary->open[IW_ERROR], warnings = summary->open[IW_WARNING], notes = summary->open[IW_NOTE];
	size_t items = bank->item_count, forms = bank->form_count;

	if (errors + warnings + notes == 0)
		iw_say("no findings in %zu item%s, %zu form%s", items, s(items), forms, s(forms));
	else
		iw_say("%zu error%s, %zu warning%s, %zu note%s in %zu item%s, %zu form%s", errors, s(errors), warnings,
		       s(warnings), notes, s(notes), items, s(items), forms, s(forms));
}

static void
add(struct iw_buf *list, size_t n, const char *what)
{
	if (n)
		iw_buf_printf(list, "%s%zu %s%s", list->len ? ", " : "", n, what, s(n));
}

static void
say_hidden(const struct iw_lint_summary *summary)
{
	struct iw_buf list = IW_BUF_INIT;

	if (summary->show > IW_WARNING)
		add(&list, summary->open[IW_WARNING], "warning");
	if (summary->show > IW_NOTE)
		add(&list, summary->open[IW_NOTE], "note");
	if (list.len)
		iw_buf_printf(&list, " by --show %s", iw_severity_name(summary->show));
	add(&list, summary->known, "finding");
	if (summary->known)
		iw_buf_str(&list, " in the baseline");
	add(&list, summary->unchanged, "finding");
	if (summary->unchanged)
		iw_buf_printf(&list, " on what is as in %s", summary->since);
	if (list.len)
		iw_say("not shown: %s", list.data);
	iw_buf_release(&list);
}

void
iw_lint_summary_say(const struct iw_lint_summary *summary, const struct iw_bank *bank)
{
	say_found(summary, bank);
	say_hidden(summary);
}
