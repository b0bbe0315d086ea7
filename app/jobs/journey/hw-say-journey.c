/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/journey/hw-say-journey.h"

#include <glib/gi18n-lib.h>

gboolean
hw_journey_asks_on (const HwJourney *journey)
{
  return journey->n_questions > 0 &&
         (journey->next == HW_NEXT_GOAL || journey->next == HW_NEXT_IDEA || journey->next == HW_NEXT_WAIT);
}

char *
hw_say_next (const HwJourney *journey)
{
  if (!hw_journey_asks_on (journey))
    return g_strdup (hw_next_step_text (journey->next));

  /* Translators: 1 how many questions have an answer, 2 how many there are. */
  return g_strdup_printf (_("Go on with the questions: %1$u of %2$u are done"), journey->n_asked, journey->n_questions);
}

char *
hw_say_next_step (HwNextStep      step,
                  const char     *name,
                  HwDay           day,
                  const HwFormat *format)
{
  g_autofree char *when = day != HW_DAY_NONE ? hw_format_day (format, day, HW_DAY_FULL) : NULL;
  const char *text = hw_next_step_text (step);

  if (step == HW_NEXT_WAIT)
    /* Translators: %s is a day. */
    return when != NULL ? g_strdup_printf (_("Nothing to do before %s"), when) : g_strdup (text);

  if (name == NULL || *name == '\0')
    return g_strdup (text);

  if (when != NULL)
    /* Translators: 1 what to do, 2 the name of what is tried, 3 a day. */
    return g_strdup_printf (_("%1$s: %2$s, on %3$s"), text, name, when);

  /* Translators: 1 what to do, 2 the name of what is tried. */
  return g_strdup_printf (_("%1$s: %2$s"), text, name);
}

char *
hw_say_data_found (const HwDataFound *found,
                   const HwFormat    *format)
{
  g_autofree char *n = hw_format_number (format, (double) found->n_sales, 0);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (found->n_sales == 0)
    return g_strdup (_("No sales yet"));

  first = hw_format_day (format, found->first_sale, HW_DAY_LONG);
  last = hw_format_day (format, found->last_sale, HW_DAY_LONG);
  /* Translators: 1 how many sales, 2 how many products, 3 and 4 the first and last day. */
  return g_strdup_printf (ngettext ("%1$s sales of %2$u product from %3$s to %4$s",
                                    "%1$s sales of %2$u products from %3$s to %4$s", found->n_products),
                          n, found->n_products, first, last);
}
