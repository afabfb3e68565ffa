/* SPDX-License-Identifier: Apache-2.0 */
/* A form of all kinds of questions, for the tests of scoring. */
#ifndef IW_SCORE_FORM_H
#define IW_SCORE_FORM_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "score/answer_key.h"

#define FORM_HEAD                                                                                                                     \
	"{\"version\":1,\"name\":\"tiny-A-1\",\"exam\":{\"id\":\"tiny\",\"version\":\"1.0\",\"title\":\"Tiny\",\"language\":\"en\"}," \
	"\"form\":{\"id\":\"A\",\"version\":\"1\",\"title\":\"Form A\",\"seed\":\"1\"},"
#define FORM_DOMAINS "\"domains\":[{\"id\":\"d1\",\"title\":\"One\"},{\"id\":\"d2\",\"title\":\"Two\"}],"
#define FORM_SCORING                                                                                                     \
	"\"scoring\":{\"model\":\"compensatory\",\"minimum\":100,\"maximum\":1000,\"passing\":750,\"scale\":\"linear\"," \
	"\"table\":[{\"raw\":0,\"reported\":100,\"pass\":false},{\"raw\":1,\"reported\":400,\"pass\":false},"            \
	"{\"raw\":2,\"reported\":749,\"pass\":false},{\"raw\":3,\"reported\":750,\"pass\":true},"                        \
	"{\"raw\":4,\"reported\":1000,\"pass\":true}],\"sections\":["                                                    \
	"{\"domain\":\"d1\",\"scored\":2,\"expected\":1.5,\"needed\":2},"                                                \
	"{\"domain\":\"d2\",\"scored\":2,\"expected\":0.7,\"needed\":1}]},"
#define FORM_QUESTIONS                                                                                                 \
	"\"questions\":["                                                                                              \
	"{\"id\":\"q1\",\"item\":\"i1\",\"type\":\"multiple-choice\",\"domain\":\"d1\",\"scored\":true,"               \
	"\"key\":[\"B\"],\"options\":{\"A\":\"a\",\"B\":\"b\",\"C\":\"c\",\"D\":\"d\"}},"                              \
	"{\"id\":\"q2\",\"item\":\"i2\",\"type\":\"multiple-response\",\"domain\":\"d1\",\"scored\":true,"             \
	"\"key\":[\"A\",\"C\"],\"options\":{\"A\":\"a\",\"B\":\"b\",\"C\":\"c\",\"D\":\"d\",\"E\":\"e\"}},"            \
	"{\"id\":\"q3\",\"item\":\"i3\",\"type\":\"ordering\",\"domain\":\"d2\",\"scored\":true,"                      \
	"\"key\":[\"C\",\"A\",\"B\"],\"options\":{\"A\":\"a\",\"B\":\"b\",\"C\":\"c\",\"D\":\"d\"}},"                  \
	"{\"id\":\"q4\",\"item\":\"i4\",\"type\":\"matching\",\"domain\":\"d2\",\"scored\":true,"                      \
	"\"key\":[\"1-B\",\"2-A\",\"3-B\"],\"options\":{\"A\":\"a\",\"B\":\"b\",\"C\":\"c\"},"                         \
	"\"prompts\":{\"1\":\"x\",\"2\":\"y\",\"3\":\"z\"}},"                                                          \
	"{\"id\":\"q5\",\"item\":\"i5\",\"type\":\"multiple-choice\",\"domain\":\"d2\",\"scored\":false,"              \
	"\"key\":[\"A\"],\"options\":{\"A\":\"a\",\"B\":\"b\",\"C\":\"c\"}},"                                          \
	"{\"id\":\"q6\",\"item\":\"i6\",\"type\":\"multiple-response\",\"domain\":\"d1\",\"scored\":false,"            \
	"\"key\":[\"B\",\"D\"],\"options\":{\"A\":\"a\",\"B\":\"b\",\"C\":\"c\",\"D\":\"d\"}}]}"
#define FORM FORM_HEAD FORM_SCORING FORM_DOMAINS FORM_QUESTIONS

static inline void
read_form(struct iw_answer_key *key)
{
	struct iw_error e = { "" };

	if (iw_answer_key_parse(key, "t.key.zip", FORM, strlen(FORM), &e) != IW_OK) {
		printf("Bail out! %s\n", e.text);
		exit(1);
	}
}

#endif
