/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known about the shelves: counts, sold-out days, waste. */
#include "jobs/assess/hw-health-case.h"

#include <glib/gi18n-lib.h>

#define COUNTS_OLD 14        /* days */
#define DAILY_COUNTS 0.5     /* of product-weeks with a count: sold-out days can be seen */
#define WASTE_OLD 60         /* days without waste on record, where there was some */

static void
check_counts (HwHealthCase *self)
{
  const HwHealthRows *rows = self->rows;
  const double share = hw_health_share ((double) rows->n_weeks_counted, (double) rows->n_weeks);
  const HwHealthGrade grade = rows->n_counts == 0 ? HW_HEALTH_STOPS : share < DAILY_COUNTS ? HW_HEALTH_HURTS : HW_HEALTH_GOOD;
  g_autofree char *percent = hw_health_say_share (self, share);
  g_autofree char *never = hw_format_number (self->format, self->n_unknown, 0);
  char *found = rows->n_counts == 0 ? g_strdup (_("Stock was never counted"))
                : self->n_unknown > 0
                /* Translators: 1 a percentage, 2 how many products. */
                ? g_strdup_printf (ngettext ("%1$s of the weeks in which a product sold have a count of it; "
                                             "%2$s product was never counted",
                                             "%1$s of the weeks in which a product sold have a count of it; "
                                             "%2$s products were never counted", self->n_unknown), percent, never)
                /* Translators: %s is a percentage. */
                : g_strdup_printf (_("%s of the weeks in which a product sold have a count of it"), percent);

  hw_health_case_mend (hw_health_case_add (self, "counts", grade, _("Counts of your stock"), rows->n_counts, found),
                       rows->n_counts == 0 ? _("What to order, money that stands still, and what you miss while sold out")
                                           : _("Sold-out days of products that are not counted"),
                       _("Note the stock at the end of each day, or import it from your till"), _("Import a file"), "win.import");
}

static void
check_count_age (HwHealthCase *self)
{
  const HwHealthRows *rows = self->rows;
  const int days = self->today - rows->last_count;
  g_autofree char *last = NULL;

  if (rows->n_counts == 0)
    return;

  last = hw_format_day (self->format, rows->last_count, HW_DAY_LONG);
  hw_health_case_mend (hw_health_case_add (self, "count-age", days > COUNTS_OLD ? HW_HEALTH_HURTS : HW_HEALTH_GOOD,
                                           _("How new your counts are"), 0,
                                           /* Translators: 1 a date, 2 how many days ago it was. */
                                           g_strdup_printf (ngettext ("The last count is of %1$s, %2$d day ago",
                                                                      "The last count is of %1$s, %2$d days ago", (gulong) MAX (days, 0)),
                                                            last, days)),
                       _("Orders start from an old shelf"), _("Count the shelves again, best sellers first"), _("Go to the stock"),
                       "win.page::stock");
}

static void
check_sold_out (HwHealthCase *self)
{
  const HwHealthRows *rows = self->rows;
  const gboolean daily = hw_health_share ((double) rows->n_weeks_counted, (double) rows->n_weeks) >= DAILY_COUNTS;
  g_autofree char *n = hw_format_number (self->format, (double) rows->n_sold_out, 0);
  g_autofree char *found = rows->n_sold_out == 0 ? g_strdup (_("No count says that a product was sold out"))
                /* Translators: %s is a number. */
                : g_strdup_printf (ngettext ("%s count ends at nothing left", "%s counts end at nothing left", (gulong) rows->n_sold_out), n);

  if (rows->n_counts == 0)
    return;

  hw_health_case_mend (hw_health_case_add (self, "sold-out", daily || rows->n_sold_out > 0 ? HW_HEALTH_GOOD : HW_HEALTH_STOPS,
                                           _("Sold-out days"), rows->n_sold_out, g_steal_pointer (&found)),
                       _("What you miss while sold out"), _("Count at the end of the day, also when nothing is left: write 0"),
                       _("Import a file"), "win.import");
}

static void
check_below_zero (HwHealthCase *self)
{
  const HwHealthRows *rows = self->rows;
  const double share = hw_health_share ((double) rows->n_below_zero, (double) rows->n_counts);
  g_autofree char *n = hw_format_number (self->format, (double) rows->n_below_zero, 0);
  g_autofree char *found = rows->n_below_zero == 0 ? g_strdup (_("No count is below zero"))
                /* Translators: %s is a number. */
                : g_strdup_printf (ngettext ("%s count is below zero", "%s counts are below zero", (gulong) rows->n_below_zero), n);

  if (rows->n_counts == 0)
    return;

  hw_health_case_mend (hw_health_case_add (self, "below-zero", share > 0.01 ? HW_HEALTH_HURTS : HW_HEALTH_GOOD, _("Stock below zero"),
                                           rows->n_below_zero, g_steal_pointer (&found)),
                       _("They count as sold out although goods may be there"),
                       _("Enter deliveries before the goods are sold, then count again"), _("Go to the stock"), "win.page::stock");
}

static void
check_waste (HwHealthCase *self)
{
  const HwHealthRows *rows = self->rows;
  const gboolean old = rows->n_waste > 0 && rows->last != HW_DAY_NONE && rows->last - rows->last_waste > WASTE_OLD;
  const HwHealthGrade grade = rows->n_waste == 0 ? HW_HEALTH_UNKNOWN : old ? HW_HEALTH_HURTS : HW_HEALTH_GOOD;
  g_autofree char *n = hw_format_number (self->format, (double) rows->n_waste, 0);
  g_autofree char *days = rows->n_waste > 0 ? hw_format_days (self->format, rows->first_waste, rows->last_waste) : NULL;
  char *found = rows->n_waste == 0 ? g_strdup (_("Nothing on record"))
                /* Translators: 1 a number, 2 from day to day. */
                : g_strdup_printf (ngettext ("%1$s note, %2$s", "%1$s notes, %2$s", (gulong) rows->n_waste), n, days);

  hw_health_case_mend (hw_health_case_add (self, "waste", grade, _("What is thrown away"), rows->n_waste, found),
                       _("What waste costs you"), _("Write down each day what is thrown away"), "", "");
}

void
hw_health_check_stock (HwHealthCase *self)
{
  check_counts (self);
  check_count_age (self);
  check_sold_out (self);
  check_below_zero (self);
  check_waste (self);
}
