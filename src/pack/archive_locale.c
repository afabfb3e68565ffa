/* SPDX-License-Identifier: Apache-2.0 */
#include "pack/archive_locale.h"

struct iw_archive_locale
iw_archive_locale_enter(void)
{
	struct iw_archive_locale l = { (locale_t)0, (locale_t)0 };

	l.ours = newlocale(LC_ALL_MASK, "C.UTF-8", (locale_t)0);
	if (l.ours)
		l.before = uselocale(l.ours);
	return l;
}

void
iw_archive_locale_leave(struct iw_archive_locale *l)
{
	if (!l->ours)
		return;
	uselocale(l->before);
	freelocale(l->ours);
	l->ours = (locale_t)0;
}
