/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/hw-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const fault_texts[HW_FAULT_N] = {
  [HW_FAULT_NONE] = "",
  [HW_FAULT_MISSING] = N_("This is needed to go on"),
  [HW_FAULT_NOT_A_NUMBER] = N_("This is not a number; write it in figures"),
  [HW_FAULT_NOT_A_DAY] = N_("This is not a day; choose one from the calendar"),
  [HW_FAULT_NOT_A_CHOICE] = N_("Choose one from the list"),
  [HW_FAULT_TOO_LOW] = N_("This is lower than it can be; check the number"),
  [HW_FAULT_TOO_HIGH] = N_("This is higher than it can be; check the number"),
  [HW_FAULT_TOO_LONG] = N_("This is too long; say it in fewer words"),
  [HW_FAULT_BEFORE_START] = N_("This ends before it starts; choose a later day"),
  [HW_FAULT_PAST] = N_("This day is past; choose a day to come"),
  [HW_FAULT_AHEAD] = N_("This day is still to come; choose today or a day before"),
  [HW_FAULT_NO_CHANGE] = N_("This is where you are today; say where you want to be"),
  [HW_FAULT_WRONG_WAY] = N_("This is worse than today; check the number"),
  [HW_FAULT_TO_COME] = N_("This day is still to come; choose one that is past"),
};

static gboolean
is_blank (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return *text == '\0';
}

static HwFault
check_number (const HwAnswers  *answers,
              const HwQuestion *question)
{
  gint64 scaled;
  double value;

  if (!hw_answers_get_scaled (answers, question->id, &scaled))
    return HW_FAULT_NOT_A_NUMBER;

  value = hw_scaled_to_double (scaled);
  if (question->low >= question->high)
    return HW_FAULT_NONE;

  return value < question->low ? HW_FAULT_TOO_LOW : value > question->high ? HW_FAULT_TOO_HIGH : HW_FAULT_NONE;
}

static HwFault
check_choice (const char     *answer,
              const HwChoice *choices)
{
  for (guint i = 0; choices != NULL && choices[i].id != NULL; i++)
    if (g_str_equal (choices[i].id, answer))
      return HW_FAULT_NONE;

  return choices == NULL ? HW_FAULT_NONE : HW_FAULT_NOT_A_CHOICE;
}

static HwFault
check_weekdays (const char       *answer,
                const HwQuestion *question)
{
  if (strlen (answer) != 7 || strspn (answer, "01") != 7)
    return HW_FAULT_NOT_A_CHOICE;

  return question->required && strchr (answer, '1') == NULL ? HW_FAULT_MISSING : HW_FAULT_NONE;
}

/* By the question's own limits; there is a real answer. */
static HwFault
check_answer (const HwAnswers  *answers,
              const HwQuestion *question)
{
  const char *answer = hw_answers_get_text (answers, question->id);

  switch (question->kind)
    {
    case HW_ASK_NUMBER:
    case HW_ASK_MONEY:
    case HW_ASK_SHARE:
      return check_number (answers, question);

    case HW_ASK_DAY:
      return hw_answers_get_day (answers, question->id) == HW_DAY_NONE ? HW_FAULT_NOT_A_DAY : HW_FAULT_NONE;

    case HW_ASK_CHOICE:
      return check_choice (answer, question->choices);

    case HW_ASK_YES_NO:
      return g_str_equal (answer, "yes") || g_str_equal (answer, "no") ? HW_FAULT_NONE : HW_FAULT_NOT_A_CHOICE;

    case HW_ASK_WEEKDAYS:
      return check_weekdays (answer, question);

    case HW_ASK_TEXT:
    case HW_ASK_WORDS:
    default:
      return g_utf8_strlen (answer, -1) > HW_TEXT_MOST ? HW_FAULT_TOO_LONG : HW_FAULT_NONE;
    }
}

HwFault
hw_form_check (const HwForm    *self,
               const HwAnswers *answers,
               guint            i,
               HwDay            today)
{
  const HwQuestion *question;
  HwFault fault;

  g_return_val_if_fail (i < self->n, HW_FAULT_NONE);

  question = &self->questions[i];
  if (is_blank (hw_answers_get_text (answers, question->id)))
    return question->required && hw_form_applies (self, answers, i) ? HW_FAULT_MISSING : HW_FAULT_NONE;

  fault = check_answer (answers, question);
  return fault == HW_FAULT_NONE && self->check != NULL ? self->check (answers, i, today) : fault;
}

gboolean
hw_form_find_fault (const HwForm    *self,
                    const HwAnswers *answers,
                    HwDay            today,
                    guint           *i,
                    HwFault         *fault)
{
  for (guint k = 0; k < self->n; k++)
    {
      const HwFault found = hw_form_applies (self, answers, k) ? hw_form_check (self, answers, k, today) : HW_FAULT_NONE;

      if (found != HW_FAULT_NONE)
        {
          *i = k;
          *fault = found;
          return TRUE;
        }
    }

  return FALSE;
}

gboolean
hw_form_applies (const HwForm    *self,
                 const HwAnswers *answers,
                 guint            i)
{
  g_return_val_if_fail (i < self->n, FALSE);

  return self->applies == NULL || self->applies (answers, i);
}

int
hw_form_find (const HwForm *self,
              const char   *question)
{
  for (guint i = 0; i < self->n; i++)
    if (g_str_equal (self->questions[i].id, question))
      return (int) i;

  return -1;
}

const char *
hw_fault_text (HwFault fault)
{
  g_return_val_if_fail ((guint) fault < HW_FAULT_N, "");

  return fault == HW_FAULT_NONE ? "" : _(fault_texts[fault]);
}

gboolean
hw_form_draft_is_of (const HwEntry *draft,
                     const HwForm  *form,
                     gint64         id)
{
  return g_str_equal (hw_answers_get_text (draft->answers, HW_DRAFT_FORM), form->id) &&
         (id != 0 ? draft->id == id : hw_answers_get_yes (draft->answers, HW_DRAFT_NEW));
}
