/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Stylesheets under lock: XSLT 1.0 that reads nothing but its own folder and the folder "share" beside it,
 * writes nothing but its result, and ends. It may call functions of ours, in the namespace IW_XSLT_NS:
 *     data-uri('m1.png')        the picture of that name as a data: URI
 *     file('page.js')           the text of a file of its own folder
 *     file('page.js', 'none')   likewise; the second string when there is no such file
 *     sha256('text')            the SHA-256 of the text in UTF-8, as base64
 */
#ifndef IW_XSLT_H
#define IW_XSLT_H

#include <libxml/tree.h>

#include "base/buf.h"
#include "base/builtin.h"
#include "base/status.h"

#define IW_XSLT_NS "urn:itemwright:xslt:1"

struct iw_xslt; /* a compiled stylesheet */

/* What a stylesheet may ask for while it runs. */
struct iw_xslt_host {
	void *context;
	/* The bytes of a picture and its media type, borrowed; NULL when there is none of that name. */
	const struct iw_buf *(*media)(void *context, const char *name, const char **type);
	/*
	 * Add the text of a file of the stylesheet's folder to `text`. IW_FOUND when there is none of that name,
	 * another status when it may not be read. May be NULL: then there are no files.
	 */
	enum iw_status (*file)(void *context, const char *name, struct iw_buf *text, struct iw_error *e);
};

/* Compile folder/name. What it includes or imports must be in the same folder, or in "share" beside that. */
enum iw_status iw_xslt_load(const char *folder, const char *name, struct iw_xslt **xslt, struct iw_error *e);

/* Compile one that lives within the program. Included and imported stylesheets must be in the same table. */
enum iw_status iw_xslt_load_builtin(const struct iw_builtin *table, const char *name, struct iw_xslt **xslt,
                                    struct iw_error *e);
void iw_xslt_free(struct iw_xslt *xslt);

/*
 * Apply it. `params` is name, value, ..., NULL, values are strings; it may be NULL. The result, as the
 * stylesheet's xsl:output says, is added to `out` only if the run ended well and without a message of
 * libxslt. xsl:message is a failure: its text becomes the error.
 */
enum iw_status iw_xslt_apply(struct iw_xslt *xslt, const xmlDoc *doc, const char *const *params,
                             const struct iw_xslt_host *host, struct iw_buf *out, struct iw_error *e);

#endif
