/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/hw-pilot-paper.h"

#include "core/hw-format.h"
#include "report/hw-page.h"
#include "report/hw-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  const HwPilotPaper *paper;
  const HwFormat     *format;
  HwPage             *page;
} Pen;

static char *
dup_week (const Pen *pen,
          double     money)
{
  return isnan (money) ? g_strdup ("") : hw_format_money_about (pen->format, money);
}

/* What changes and what stays beside it, with what each sold in a week before. */
static void
add_pairs (const Pen *pen)
{
  const GPtrArray *pairs = pen->paper->pilot->pairs;
  const char *const changed[] = { C_("one of a pair", "Changes"), _("a week before"), NULL };
  const char *const stays[] = { _("Stays as it is"), _("a week before"), NULL };

  for (guint side = 0; side < 2 && pairs->len > 0; side++)
    {
      hw_page_section (pen->page, side == 0 ? _("What changes, by lot") : _("What stays as it is, by lot"));
      hw_page_row (pen->page, TRUE, side == 0 ? changed : stays);
      for (guint i = 0; i < pairs->len; i++)
        {
          const HwPilotPair *pair = g_ptr_array_index (pairs, i);
          g_autofree char *week = dup_week (pen, side == 0 ? pair->changed_week : pair->partner_week);
          const char *name = side == 0 ? pair->changed : pair->partner;
          const char *const cells[] = { name, week, NULL };

          if (*name != '\0')
            hw_page_row (pen->page, FALSE, cells);
        }
    }
}

static void
add_weeks (const Pen *pen)
{
  const HwLock *lock = pen->paper->pilot->lock;

  if (lock->design != HW_DESIGN_SWITCHBACK || lock->changed->len == 0)
    return;

  hw_page_section (pen->page, _("In which weeks it is on, by lot"));
  for (guint i = 0; i < lock->changed->len; i++)
    {
      g_autofree char *on = hw_format_day (pen->format, (HwDay) g_array_index (lock->changed, gint64, i), HW_DAY_FULL);
      g_autofree char *off = hw_format_day (pen->format, (HwDay) g_array_index (lock->partner, gint64, i), HW_DAY_FULL);
      /* Translators: 1 and 2 are dates. */
      g_autofree char *text = g_strdup_printf (_("On from %1$s, off from %2$s"), on, off);

      hw_page_point (pen->page, "•", text);
    }
}

gboolean
hw_pilot_paper_write (const HwPilotPaper  *paper,
                      const char          *path,
                      GError             **error)
{
  g_autoptr (HwFormat) format = hw_format_new (paper->language, paper->business->country, paper->business->currency);
  g_autofree char *day = hw_format_day (format, paper->as_of, HW_DAY_LONG);
  const char *name = hw_answers_get_text (paper->pilot->initiative->answers, "name");
  /* Translators: 1 the name of the business, 2 a date, 3 a short code that stands for how it was worked out. */
  g_autofree char *foot = g_strdup_printf (_("%1$s, %2$s. Made by Headway, run %3$s."), paper->business->name, day, paper->run_id);
  /* Translators: %s is the name of a trial. */
  g_autofree char *title = g_strdup_printf (_("Plan of the trial: %s"), name);
  g_autoptr (HwPage) page = hw_page_new (hw_sheet_is_letter (paper->business->country), title, foot, paper->as_of);
  const Pen pen = { paper, format, page };

  hw_page_title (page, title);
  hw_page_note (page, day);
  for (guint i = 0; i < paper->lines->len; i++)
    {
      const HwPilotLine *line = g_ptr_array_index (paper->lines, i);

      hw_page_strong (page, line->head);
      hw_page_text (page, line->text);
    }

  add_weeks (&pen);
  add_pairs (&pen);
  hw_page_sign (page, _("Agreed by"), _("Day"));
  return hw_page_write (page, path, error);
}
