/* SPDX-License-Identifier: Apache-2.0 */
/* The functions of the rules, for registry.c. */
#ifndef IW_RULES_H
#define IW_RULES_H

#include "lint/rule.h"

typedef void iw_file_rule(struct iw_check *c, const struct iw_source *source);
typedef void iw_item_rule(struct iw_check *c, const struct iw_item *item, const struct iw_body *body);
typedef void iw_prose_rule(struct iw_check *c, const struct iw_item *item, const struct iw_prose *prose);
typedef void iw_bank_rule(struct iw_check *c);
typedef void iw_form_rule(struct iw_check *c, const struct iw_form *form);

/* rules_xml.c: all five, by rule->kind */
iw_file_rule iw_rule_problems;

/* rules_count.c */
iw_item_rule iw_rule_key_count, iw_rule_distractor_count, iw_rule_option_count, iw_rule_step_count,
	iw_rule_prompt_count, iw_rule_type_not_allowed;

/* rules_option.c */
iw_item_rule iw_rule_unknown_response, iw_rule_duplicate_option_id, iw_rule_empty_option, iw_rule_duplicate_option,
	iw_rule_select_count, iw_rule_ordering_unshuffled;

/* rules_reference.c */
iw_item_rule iw_rule_unknown_domain, iw_rule_unknown_task, iw_rule_out_of_scope;
iw_bank_rule iw_rule_duplicate_id, iw_rule_unknown_enemy;

/* rules_duplicate.c */
iw_bank_rule iw_rule_duplicate_item, iw_rule_near_duplicate;

/* rules_media.c */
iw_item_rule iw_rule_missing_media, iw_rule_img_alt;
iw_bank_rule iw_rule_unused_media, iw_rule_unusable_media;

/* rules_blueprint.c */
iw_bank_rule iw_rule_weight_sum, iw_rule_short_bank, iw_rule_cut_range, iw_rule_unknown_reference;
iw_form_rule iw_rule_domain_count, iw_rule_scored_count, iw_rule_unscored_count;

/* rules_form.c */
iw_form_rule iw_rule_unknown_item, iw_rule_form_duplicate, iw_rule_not_approved, iw_rule_enemies, iw_rule_wrong_exam;

/* rules_stem.c */
iw_prose_rule iw_rule_negative_stem, iw_rule_unfocused_stem, iw_rule_fill_in_blank, iw_rule_true_false;

/* rules_alike.c */
iw_prose_rule iw_rule_all_of_the_above, iw_rule_none_of_the_above, iw_rule_longest_key, iw_rule_option_length,
	iw_rule_parallel_options;

/* rules_combination.c */
iw_prose_rule iw_rule_combination_option;

/* rules_order.c */
iw_prose_rule iw_rule_option_order;

/* rules_wording.c */
iw_prose_rule iw_rule_absolute_term, iw_rule_vague_term, iw_rule_sensitive_term;

/* rules_clue.c */
iw_prose_rule iw_rule_word_repeat, iw_rule_article_cue;

/* rules_bank.c */
iw_item_rule iw_rule_missing_rationale, iw_rule_missing_reference;
iw_bank_rule iw_rule_reading_load;

/* rules_position.c */
iw_bank_rule iw_rule_key_position;
iw_form_rule iw_rule_form_key_position;

/* rules_config.c */
iw_bank_rule iw_rule_unknown_rule, iw_rule_unknown_words, iw_rule_no_words, iw_rule_allow_reason, iw_rule_unused_allow;

#endif
