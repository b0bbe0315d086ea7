/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/assess/hw-answer-again.h"

#include "widgets/hw-keep.h"

#include <glib/gi18n.h>

#define MONTHS_BETWEEN 6

gboolean
hw_answer_again_is_set (HwDesk *desk)
{
  const HwJourney *journey = hw_desk_get_journey (desk);

  for (guint i = 0; journey != NULL && i < journey->reviews->len; i++)
    {
      const HwEntry *review = g_ptr_array_index (journey->reviews, i);

      if (!hw_answers_get_yes (review->answers, "done") && hw_answers_get_day (review->answers, "day") > journey->as_of)
        return TRUE;
    }

  return FALSE;
}

void
hw_answer_again_set (GtkWidget *from,
                     HwDesk    *desk)
{
  g_autoptr (HwEntry) review = hw_entry_new (HW_ENTRY_REVIEW, 0);
  const HwDay today = hw_session_get_today (hw_desk_get_session (desk));

  hw_answers_set_day (review->answers, "day", hw_day_add_months (today, MONTHS_BETWEEN));
  hw_answers_set (review->answers, "about", _("Answer the questions again"));
  hw_keep_entry (from, desk, hw_entry_save_new (review), _("A day to answer again is kept"), NULL, NULL);
}
