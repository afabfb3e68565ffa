/* SPDX-License-Identifier: Apache-2.0 */
/* libxml2 and libxslt made safe, once, before anything else uses them. */
#ifndef IW_XML_INIT_H
#define IW_XML_INIT_H

/* Call first, from the only thread there is. Each measure gives its reason in init.c. */
void iw_xml_init(void);

#endif
