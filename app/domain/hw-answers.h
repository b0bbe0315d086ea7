/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-answers.h: what the owner entered in a form: question id -> canonical text.
 *
 * Canonical is the same in every language and country: numbers, money and shares
 * as whole ten-thousandths ("125000"), days as day numbers, choices by their id,
 * yes and no as "yes" and "no", weekdays as seven letters, Monday first ("1111100").
 * Texts as typed. A question without an entry was not answered; "?" is "not sure"
 * and "-" is "does not apply".
 */
#pragma once

#include "core/hw-day.h"
#include "core/hw-money.h"

G_BEGIN_DECLS

typedef struct _HwAnswers HwAnswers;

#define HW_ANSWER_NOT_SURE "?"
#define HW_ANSWER_NOT_MINE "-"

HwAnswers  *hw_answers_new        (void) G_GNUC_WARN_UNUSED_RESULT;
HwAnswers  *hw_answers_copy       (const HwAnswers *self) G_GNUC_WARN_UNUSED_RESULT;
void        hw_answers_free       (HwAnswers *self);

/* NULL if not answered. */
const char *hw_answers_get        (const HwAnswers *self, const char *question);
/* NULL or "" takes the answer away. */
void        hw_answers_set        (HwAnswers *self, const char *question, const char *answer);

gboolean    hw_answers_has        (const HwAnswers *self, const char *question); /* a real one: not ?, not - */
const char *hw_answers_get_text   (const HwAnswers *self, const char *question); /* "" if none */
/* FALSE and @value untouched if there is no number. */
gboolean    hw_answers_get_scaled (const HwAnswers *self, const char *question, gint64 *value);
double      hw_answers_get_number (const HwAnswers *self, const char *question, double otherwise);
HwDay       hw_answers_get_day    (const HwAnswers *self, const char *question); /* HW_DAY_NONE if none */
gboolean    hw_answers_get_yes    (const HwAnswers *self, const char *question); /* FALSE if not "yes" */

void        hw_answers_set_scaled (HwAnswers *self, const char *question, gint64 value);
void        hw_answers_set_number (HwAnswers *self, const char *question, double value); /* rounded to a ten-thousandth */
void        hw_answers_set_day    (HwAnswers *self, const char *question, HwDay day);
void        hw_answers_set_yes    (HwAnswers *self, const char *question, gboolean yes);

/* By question id. */
typedef void (*HwAnswerFunc) (const char *question, const char *answer, gpointer data);
void        hw_answers_each       (const HwAnswers *self, HwAnswerFunc func, gpointer data);
gboolean    hw_answers_equal      (const HwAnswers *a, const HwAnswers *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwAnswers, hw_answers_free)

G_END_DECLS
