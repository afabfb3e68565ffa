/* SPDX-License-Identifier: Apache-2.0 */
/* What somebody may have meant who names a rule that is not there. */
#ifndef IW_NEAREST_H
#define IW_NEAREST_H

/*
 * The id of a rule, or "group/" and a star, that is like `pattern`; NULL when nothing comes near. Of several that are
 * equally near, the first in the order of the rules. Free with free().
 */
char *iw_rule_nearest(const char *pattern);

#endif
