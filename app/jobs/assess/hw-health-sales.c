/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far the sales go back, how new they are, what is missing and what is double. */
#include "jobs/assess/hw-health-case.h"

#include <glib/gi18n-lib.h>

#define YEAR 365
#define MANY_GAPS 0.2       /* of the days: nothing can be learned from what is left */
#define SOME_GAPS 0.02
#define SOME_DOUBLES 0.001
#define MANY_DOUBLES 0.05

static char *
say_span (const HwHealthCase *self)
{
  const int days = self->rows->last - self->rows->first + 1;
  g_autofree char *span = hw_format_days (self->format, self->rows->first, self->rows->last);
  const int months = (days + 15) / 30;

  if (days < 61)
    /* Translators: 1 number of days, 2 from day to day. */
    return g_strdup_printf (ngettext ("%1$d day, %2$s", "%1$d days, %2$s", (gulong) days), days, span);

  /* Translators: 1 number of months, 2 from day to day. */
  return g_strdup_printf (ngettext ("%1$d month, %2$s", "%1$d months, %2$s", (gulong) months), months, span);
}

static void
check_span (HwHealthCase *self)
{
  const HwHealthRows *rows = self->rows;
  const int days = rows->last != HW_DAY_NONE ? rows->last - rows->first + 1 : 0;
  const HwHealthGrade grade = days < HW_HEALTH_DAYS_LEAST ? HW_HEALTH_STOPS : days < 2 * YEAR ? HW_HEALTH_HURTS : HW_HEALTH_GOOD;
  char *found = days > 0 ? say_span (self) : g_strdup (_("No sales yet"));

  hw_health_case_mend (hw_health_case_add (self, "span", grade, _("How far back your sales go"), 0, found),
                       days < HW_HEALTH_DAYS_LEAST ? _("What you lose in money: it takes 90 days of sales to say")
                                                   : _("How the time of year moves your sales: it takes two years to see"),
                       _("Add older sales files, as far back as you have them"), _("Import a file"), "win.import");
}

static void
check_fresh (HwHealthCase *self)
{
  static const int old[] = { 7, 14, 45 }; /* days, by HwBy */
  const int days = self->today - self->rows->last;
  g_autofree char *last = hw_format_day (self->format, self->rows->last, HW_DAY_LONG);
  const HwHealthGrade grade = days > 3 * old[self->by] ? HW_HEALTH_STOPS : days > old[self->by] ? HW_HEALTH_HURTS : HW_HEALTH_GOOD;
  /* Translators: 1 a date, 2 how many days ago it was. */
  char *found = g_strdup_printf (ngettext ("The last sale is of %1$s, %2$d day ago", "The last sale is of %1$s, %2$d days ago",
                                           (gulong) days), last, days);

  hw_health_case_mend (hw_health_case_add (self, "fresh", grade, _("How new your sales are"), 0, found),
                       _("Orders and forecasts start from old figures"), _("Add the newest sales"), _("Import a file"), "win.import");
}

static char *
say_gaps (const HwHealthCase *self)
{
  const gulong n = (gulong) self->n_expected;
  g_autofree char *missing = hw_format_number (self->format, (double) self->n_missing, 0);
  g_autofree char *expected = hw_format_number (self->format, (double) self->n_expected, 0);

  switch (self->by)
    {
    case HW_BY_DAY:
      /* Translators: 1 and 2 are numbers. */
      return g_strdup_printf (ngettext ("%1$s of %2$s open day without a sale", "%1$s of %2$s open days without a sale", n),
                              missing, expected);

    case HW_BY_WEEK:
      /* Translators: 1 and 2 are numbers. */
      return g_strdup_printf (ngettext ("%1$s of %2$s week without a sale", "%1$s of %2$s weeks without a sale", n), missing, expected);

    case HW_BY_MONTH:
    default:
      /* Translators: 1 and 2 are numbers. */
      return g_strdup_printf (ngettext ("%1$s of %2$s month without a sale", "%1$s of %2$s months without a sale", n), missing, expected);
    }
}

static void
check_gaps (HwHealthCase *self)
{
  const double share = hw_health_share ((double) self->n_missing, (double) self->n_expected);
  const HwHealthGrade grade = share > MANY_GAPS ? HW_HEALTH_STOPS : share > SOME_GAPS ? HW_HEALTH_HURTS : HW_HEALTH_GOOD;

  hw_health_case_mend (hw_health_case_add (self, "gaps", grade, _("Days that are missing"), self->n_missing, say_gaps (self)),
                       _("A day without sales looks like a closed day, and the forecast leaves it out"),
                       _("Add the files of these days, or note on the Forecast page that you were closed"), _("Go to the forecast"),
                       "win.page::forecast");
}

static void
check_doubles (HwHealthCase *self)
{
  const double share = hw_health_share ((double) self->n_doubles, (double) self->rows->n_lines);
  const HwHealthGrade grade = share > MANY_DOUBLES ? HW_HEALTH_STOPS : share > SOME_DOUBLES ? HW_HEALTH_HURTS : HW_HEALTH_GOOD;
  g_autofree char *n = hw_format_number (self->format, (double) self->n_doubles, 0);
  char *found = self->n_doubles == 0 ? g_strdup (_("No sale is there twice"))
                /* Translators: %s is a number. */
                : g_strdup_printf (ngettext ("%s sale is there twice", "%s sales are there twice", (gulong) self->n_doubles), n);

  hw_health_case_mend (hw_health_case_add (self, "doubles", grade, _("Sales that are there twice"), self->n_doubles, found),
                       _("All sums are too high"), _("Take back the file that holds the same days again"), _("See the files"),
                       "win.page::data");
}

static void
check_amounts (HwHealthCase *self)
{
  const gint64 n = self->rows->n_lines - self->rows->n_ahead - self->rows->n_amounts;
  const double share = hw_health_share ((double) n, (double) (self->rows->n_lines - self->rows->n_ahead));
  const HwHealthGrade grade = share > 0.5 ? HW_HEALTH_STOPS : share > 0.05 ? HW_HEALTH_HURTS : HW_HEALTH_GOOD;
  g_autofree char *text = hw_format_number (self->format, (double) n, 0);
  char *found = n == 0 ? g_strdup (_("Every sale has its amount"))
                /* Translators: %s is a number. */
                : g_strdup_printf (ngettext ("%s sale has no amount", "%s sales have no amount", (gulong) n), text);

  hw_health_case_mend (hw_health_case_add (self, "amounts", grade, _("Amounts of money"), n, found),
                       _("Anything in money"), _("Import the sales with a column of amounts or prices"), _("Import a file"), "win.import");
}

static void
check_imports (HwHealthCase *self)
{
  gint64 n_read = 0, n_left = 0;
  g_autofree char *left = NULL;
  char *found;
  double share;

  for (guint i = 0; i < self->imports->len; i++)
    {
      const HwImport *import = &g_array_index (self->imports, HwImport, i);

      if (import->undone || import->kind != HW_IMPORT_SALES)
        continue;

      n_read += import->rows_read;
      n_left += import->rows_with_issues;
    }

  if (n_read == 0)
    return;

  share = hw_health_share ((double) n_left, (double) n_read);
  left = hw_format_number (self->format, (double) n_left, 0);
  found = n_left == 0 ? g_strdup (_("Every row of your sales files could be read"))
          /* Translators: %s is a number. */
          : g_strdup_printf (ngettext ("%s row of your sales files had something wrong in it",
                                       "%s rows of your sales files had something wrong in them", (gulong) n_left), left);
  hw_health_case_mend (hw_health_case_add (self, "rows", share > 0.05 ? HW_HEALTH_HURTS : HW_HEALTH_GOOD, _("Rows that could not be read"),
                                           n_left, found),
                       _("Sales in these rows are missing or rounded"), _("Look at the list of each file, mend the file and import it again"),
                       _("See the files"), "win.page::data");
}

void
hw_health_check_sales (HwHealthCase *self)
{
  check_span (self);
  if (self->rows->last == HW_DAY_NONE)
    return;

  check_fresh (self);
  check_gaps (self);
  check_doubles (self);
  check_amounts (self);
  check_imports (self);
}
