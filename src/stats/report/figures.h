/* SPDX-License-Identifier: Apache-2.0 */
/* The figures of a bank as one tree of JSON values, as schemas/stats.schema.json describes it. */
#ifndef IW_FIGURES_H
#define IW_FIGURES_H

#include "base/json.h"
#include "stats/stats.h"
#include "stats/texts.h"

/* `texts` has those of the first `most` pairs of enemy candidates; no more are listed. Release with json_decref. */
json_t *iw_figures(const struct iw_stats *stats, const struct iw_texts *texts, size_t most);

/* Its parts. */
json_t *iw_figures_tally(const struct iw_tally *tally);
json_t *iw_figures_domains(const struct iw_stats *stats);
json_t *iw_figures_blueprint(const struct iw_stats *stats);
json_t *iw_figures_keys(const struct iw_stats *stats);
json_t *iw_figures_reading(const struct iw_stats *stats);
json_t *iw_figures_statistics(const struct iw_stats *stats);
json_t *iw_figures_enemies(const struct iw_stats *stats, const struct iw_texts *texts, size_t most);

/* Values: null for what is not there; six places, since no figure is better than that and libraries of mathematics
 * differ in the last ones. */
json_t *iw_figures_string(const char *s);
json_t *iw_figures_number(double value);
json_t *iw_figures_type(unsigned type);
json_t *iw_figures_file(const struct iw_stats *stats, const struct iw_item *item);

#endif
