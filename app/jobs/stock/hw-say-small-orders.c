/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One product in smaller orders and in bad times, in sentences. */
#include "jobs/stock/hw-say-stock.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WEEK 7 /* days */

static HwMoney
rhythm_cost (const HwRhythmPoint *point)
{
  return point->keeping + point->ordering + point->lost + point->waste;
}

static const HwRhythmPoint *
nearest_rhythm (const HwSmallOrders *small,
                int                  days)
{
  const HwRhythmPoint *best = NULL;

  for (guint i = 0; i < small->points->len; i++)
    {
      const HwRhythmPoint *point = &g_array_index (small->points, HwRhythmPoint, i);

      if (best == NULL || ABS (point->days - days) < ABS (best->days - days))
        best = point;
    }

  return best;
}

/* What an order of the plan costs against one of a week, where it is for longer; the
 * sentence so far where not. Takes @said. */
static char *
beside_a_week (char                *said,
               const HwSmallOrders *small,
               const HwFormat      *format)
{
  const HwRhythmPoint *week = nearest_rhythm (small, WEEK);
  g_autofree char *before = said;
  g_autofree char *planned = NULL;
  g_autofree char *lot = NULL;
  g_autofree char *weekly = NULL;

  if (week == NULL || week->days != WEEK || small->now.days <= WEEK)
    return g_steal_pointer (&before);

  lot = hw_format_number (format, small->now.lot, small->now.lot < 10.0 ? 1 : 0);
  planned = hw_format_money_about (format, hw_scaled_to_double (rhythm_cost (&small->now)));
  weekly = hw_format_money_about (format, hw_scaled_to_double (rhythm_cost (week)));
  /* Translators: 1 the sentences before, 2 units, 3 and 4 money. */
  return g_strdup_printf (_("%1$s About %2$s at a time, as planned, cost %3$s a year; a week's worth at a time would cost %4$s."),
                          before, lot, planned, weekly);
}

static char *
say_best (const HwSmallOrders *small,
          const HwFormat      *format)
{
  const HwRhythmPoint *best = nearest_rhythm (small, small->days_best);
  g_autofree char *money = NULL;
  g_autofree char *lot = NULL;
  g_autofree char *best_text = NULL;

  if (best == NULL || small->days_best <= 0)
    return NULL;

  money = hw_format_money_about (format, hw_scaled_to_double (rhythm_cost (best)));
  lot = hw_format_number (format, best->lot, best->lot < 10.0 ? 1 : 0);
  if (small->days_best == 1)
    /* Translators: 1 units, 2 money a year. */
    best_text = g_strdup_printf (_("Cheapest is an order every day, about %1$s each time: %2$s a year."), lot, money);
  else
    /* Translators: 1 days, 2 units, 3 money a year. */
    best_text = g_strdup_printf (ngettext ("Cheapest is an order every %1$d day, about %2$s each time: %3$s a year.",
                                           "Cheapest is an order every %1$d days, about %2$s each time: %3$s a year.",
                                           (gulong) small->days_best), small->days_best, lot, money);
  if (small->days_now == small->days_best)
    /* Translators: %s is the sentence before. */
    return g_strdup_printf (_("%s That is as it is now."), best_text);
  if (small->days_now > 0)
    /* Translators: 1 the sentence before, 2 days. */
    return g_strdup_printf (ngettext ("%1$s Now it comes to one a day.", "%1$s Now it comes to one about every %2$d days.",
                                      (gulong) small->days_now), best_text, small->days_now);

  return g_steal_pointer (&best_text);
}

char *
hw_say_rhythm (const HwSmallOrders *small,
               const HwFormat      *format)
{
  char *best = say_best (small, format);

  return best != NULL ? beside_a_week (best, small, format) : NULL;
}

char *
hw_say_kanban (const HwSmallOrders *small,
               const HwFormat      *format)
{
  g_autofree char *daily = hw_format_number (format, small->kanban_daily, small->kanban_daily < 10.0 ? 1 : 0);
  const int n_days = (int) lround (small->kanban_days);
  g_autofree char *days = g_strdup_printf (ngettext ("%d day", "%d days", (gulong) n_days), n_days);
  g_autofree char *extra = hw_format_percent (format, small->kanban_extra, 0);
  g_autofree char *pack = hw_format_number (format, small->kanban_pack, small->kanban_pack < 10.0 ? 1 : 0);

  if (small->kanban == 0)
    return NULL;

  /* Translators: 1 cards, 2 units a day, 3 "3 days", 4 a percentage, 5 units. */
  return g_strdup_printf (ngettext ("%1$u card is enough: about %2$s a day for %3$s until the next delivery, and %4$s to spare, "
                                    "at %5$s a card.",
                                    "%1$u cards are enough: about %2$s a day for %3$s until the next delivery, and %4$s to spare, "
                                    "at %5$s a card.", small->kanban), small->kanban, daily, days, extra, pack);
}

char *
hw_say_stress (const HwStress *stress,
               const HwFormat *format)
{
  g_autofree char *served = hw_format_percent (format, stress->served, 0);
  g_autofree char *lost = hw_format_money_about (format, hw_scaled_to_double (stress->lost));
  g_autofree char *size = hw_format_number (format, stress->size, stress->kind == HW_STRESS_LATE ? 0 : 1);
  g_autofree char *days = stress->recovers >= 0.0 ? hw_format_number (format, ceil (stress->recovers), 0) : NULL;
  g_autofree char *what = NULL;
  g_autofree char *then = NULL;

  switch (stress->kind)
    {
    case HW_STRESS_LATE:
      /* Translators: in each, %s is a number of days. */
      what = g_strdup_printf (stress->made_here ? _("Nothing of it can be made for %s days, once")
                                                : _("The supplier is %s days late, once"), size);
      break;

    case HW_STRESS_SPIKE:
      /* Translators: %s is how many times as much as usual. */
      what = g_strdup_printf (_("Customers want %s times as much for a while, as happens once in some years"), size);
      break;

    case HW_STRESS_BOTH:
    default:
      what = g_strdup (_("Both at once"));
      break;
    }

  /* Translators: 1 what happens, 2 a share of what customers ask for, 3 money. */
  then = g_strdup_printf (_("%1$s: %2$s of what is asked for is served, and about %3$s is lost."), what, served, lost);
  if (days == NULL)
    /* Translators: %s is the sentence before. */
    return g_strdup_printf (_("%s The shelf does not come back in the days that are looked at."), then);

  /* Translators: 1 the sentence before, 2 days. */
  return g_strdup_printf (_("%1$s The shelf is as before after about %2$s days."), then, days);
}
