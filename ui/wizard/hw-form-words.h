/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hw-form-words.h: what a form's table does not know because it hangs on the
 * business or on earlier answers: choices, units, notes and ways out, by question.
 */
#pragma once

#include "domain/hw-form.h"

G_BEGIN_DECLS

typedef struct _HwFormWords HwFormWords;

HwFormWords    *hw_form_words_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void            hw_form_words_free        (HwFormWords *self);

void            hw_form_words_set_choices (HwFormWords *self, const char *question, const HwChoice *choices, guint n);
void            hw_form_words_set_unit    (HwFormWords *self, const char *question, const char *unit);
void            hw_form_words_set_note    (HwFormWords *self, const char *question, const char *note);
void            hw_form_words_set_way     (HwFormWords *self, const char *question, const char *way);

/* As they are read on the screen: those set, else the question's own, translated;
 * valid until the next call. */
const HwChoice *hw_form_words_get_choices (HwFormWords *self, const HwQuestion *question, guint *n);
const char     *hw_form_words_get_unit    (HwFormWords *self, const HwQuestion *question); /* (nullable) */
const char     *hw_form_words_get_note    (HwFormWords *self, const char *question);       /* (nullable) */
const char     *hw_form_words_get_way     (HwFormWords *self, const char *question);       /* (nullable) */

/* Whether @answer is one of the choices set for @question, or none were set. */
gboolean        hw_form_words_may_choose  (HwFormWords *self, const HwQuestion *question, const char *answer);

G_END_DECLS
