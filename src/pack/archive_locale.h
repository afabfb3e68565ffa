/* SPDX-License-Identifier: Apache-2.0 */
/*
 * libarchive converts names through the locale of the thread: while it works that is C.UTF-8, whatever
 * the user has. Only this thread is changed, and only between the two calls.
 */
#ifndef IW_ARCHIVE_LOCALE_H
#define IW_ARCHIVE_LOCALE_H

#include <locale.h>

struct iw_archive_locale {
	locale_t ours, before; /* `ours` is 0 where the system has no such locale: then the user's stays */
};

struct iw_archive_locale iw_archive_locale_enter(void);
void iw_archive_locale_leave(struct iw_archive_locale *l);

#endif
