/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Validation against the built-in XSD. Only schemas from within the program are ever compiled. A
 * compiled schema is read by any number of threads; a validator belongs to one.
 */
#ifndef IW_SCHEMA_H
#define IW_SCHEMA_H

#include "xml/parse.h"

#define IW_SCHEMA_URL "itemwright:/schemas/"

struct iw_schema;    /* compiled */
struct iw_validator; /* for one thread */

/* Compile schemas/NAME: "itemwright.xsd" or "compiled-form.xsd". NULL, with the reason, never happens in
 * a tested build. */
struct iw_schema *iw_schema_new(const char *name, struct iw_error *e);
void iw_schema_free(struct iw_schema *schema);

/* Whether a document that we made holds to the schema. IW_SYSTEM, with the first reason, when it does not. */
enum iw_status iw_schema_holds(const struct iw_schema *schema, xmlDoc *doc, struct iw_error *e);

/* The schema must outlive the validator. */
struct iw_validator *iw_validator_new(const struct iw_schema *schema);
void iw_validator_free(struct iw_validator *v);

/* Add a problem to `xml` for each thing that is not as the schema says. Needs xml->doc. */
void iw_validate(struct iw_validator *v, struct iw_xml *xml);

#endif
