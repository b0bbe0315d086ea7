/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-form-view.h: a form asked one question at a time: progress, Back that keeps,
 * Save and go on later, faults in words at the field, units in the field.
 *
 * In:  a form (domain/hw-form.h), a format, today, choices and notes by question,
 *      answers so far.
 * Out: "way" when the button beside a question is pressed (hw_form_view_set_way()),
 *      "done" with every question answered rightly, "later" to keep a draft, "left"
 *      for Back on the first question, "changed" as answers come, "shown" with each
 *      question that is.
 * Thread: the window's. Parses through core/hw-format; keeps nothing itself.
 */
#pragma once

#include "core/hw-format.h"
#include "domain/hw-form.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HW_TYPE_FORM_VIEW (hw_form_view_get_type ())

G_DECLARE_FINAL_TYPE (HwFormView, hw_form_view, HW, FORM_VIEW, GtkWidget)

GtkWidget       *hw_form_view_new          (void);

/* @format is borrowed: @keeper, which owns it, is held. Starts at the first
 * question without a right answer, and says what is wrong with one that has an answer.
 * @last: the text of the button that ends it. */
void             hw_form_view_start        (HwFormView      *self,
                                            const HwForm    *form,
                                            const HwAnswers *answers, /* (nullable) */
                                            const HwFormat  *format,
                                            GObject         *keeper,
                                            HwDay            today,
                                            const char      *last);

/* For a question whose choices depend on the business. Copies. */
void             hw_form_view_set_choices  (HwFormView      *self,
                                            const char      *question,
                                            const HwChoice  *choices,
                                            guint            n);
/* The unit in the field where it depends on an earlier answer. */
void             hw_form_view_set_unit     (HwFormView      *self,
                                            const char      *question,
                                            const char      *unit);
/* What the records show, beside the question; NULL for none. */
void             hw_form_view_set_note     (HwFormView      *self,
                                            const char      *question,
                                            const char      *note);

/* A button below the question that leads to what it lacks; "way" tells that it was
 * pressed. NULL for none. */
void             hw_form_view_set_way      (HwFormView      *self,
                                            const char      *question,
                                            const char      *label);

/* The day a week begins with where it is not the format's: 0 Monday .. 6 Sunday. */
void             hw_form_view_set_first_day (HwFormView     *self,
                                             int             first_day);
/* A question that cannot be answered otherwise now: left out while its answer is right. */
void             hw_form_view_set_skipped  (HwFormView      *self,
                                            const char      *question,
                                            gboolean         skipped);
/* FALSE for a form too short to be left for later. */
void             hw_form_view_set_later_shown (HwFormView   *self,
                                               gboolean      shown);

const HwAnswers *hw_form_view_get_answers  (HwFormView      *self);
/* An answer put there by the program: the owner may change it. */
void             hw_form_view_set_answer   (HwFormView      *self,
                                            const char      *question,
                                            const char      *answer);
void             hw_form_view_show         (HwFormView      *self,
                                            const char      *question);
const char      *hw_form_view_get_question (HwFormView      *self);

G_END_DECLS
