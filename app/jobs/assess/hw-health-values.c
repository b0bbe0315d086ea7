/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What cannot be right in the sales, and what is at least odd. */
#include "jobs/assess/hw-health-case.h"

#include <glib/gi18n-lib.h>

#define SOME 0.001
#define MANY 0.05

static HwHealthGrade
grade_of (const HwHealthCase *self,
          gint64              n)
{
  const double share = hw_health_share ((double) n, (double) self->rows->n_lines);

  return share > MANY ? HW_HEALTH_STOPS : share > SOME ? HW_HEALTH_HURTS : HW_HEALTH_GOOD;
}

static void
check_ahead (HwHealthCase *self)
{
  const gint64 n = self->rows->n_ahead;
  g_autofree char *text = hw_format_number (self->format, (double) n, 0);
  char *found = n == 0 ? g_strdup (_("No sale is dated after today"))
                /* Translators: %s is a number. */
                : g_strdup_printf (ngettext ("%s sale is dated after today", "%s sales are dated after today", (gulong) n), text);

  hw_health_case_mend (hw_health_case_add (self, "ahead", n > 0 ? MIN (grade_of (self, n), HW_HEALTH_HURTS) : HW_HEALTH_GOOD,
                                           _("Dates that cannot be right"), n, found),
                       _("These sales are left out of every figure"),
                       _("Look whether day and month are mixed up, take the file back and import it again"), _("See the files"),
                       "win.page::data");
}

static void
check_impossible (HwHealthCase *self)
{
  const gint64 n = self->rows->n_nothing + self->rows->n_signs;
  g_autofree char *text = hw_format_number (self->format, (double) n, 0);
  char *found = n == 0 ? g_strdup (_("Amounts of money fit what was sold"))
                /* Translators: %s is a number. */
                : g_strdup_printf (ngettext ("%s sale of nothing, or of a quantity that does not fit its amount",
                                             "%s sales of nothing, or of a quantity that does not fit the amount", (gulong) n), text);

  hw_health_case_mend (hw_health_case_add (self, "impossible", grade_of (self, n), _("Amounts that cannot be right"), n, found),
                       _("Prices and margins of these products are off"), _("Correct the rows in your till's file and import it again"),
                       _("See the files"), "win.page::data");
}

static void
check_brought_back (HwHealthCase *self)
{
  const gint64 n = self->rows->n_too_many_back;
  g_autofree char *text = hw_format_number (self->format, (double) n, 0);
  g_autofree char *all = hw_format_number (self->format, (double) self->rows->n_negative, 0);
  char *found = self->rows->n_negative == 0 ? g_strdup (_("Nothing was brought back"))
                /* Translators: 1 and 2 are numbers. */
                : g_strdup_printf (ngettext ("%1$s row of goods brought back; %2$s of them without an earlier sale",
                                             "%1$s rows of goods brought back; %2$s of them without an earlier sale",
                                             (gulong) self->rows->n_negative), all, text);

  hw_health_case_mend (hw_health_case_add (self, "brought-back", grade_of (self, n), _("Goods brought back"), n, found),
                       _("What sold cannot be told from what came back"),
                       _("Look whether the file writes purchases or stock moves among the sales"), _("See the files"), "win.page::data");
}

static void
check_quantities (HwHealthCase *self)
{
  const gint64 n = self->rows->n_far_quantity;
  g_autofree char *text = hw_format_number (self->format, (double) n, 0);
  char *found = n == 0 ? g_strdup (_("No quantity is far from what is usual"))
                /* Translators: %s is a number. */
                : g_strdup_printf (ngettext ("%s sale is ten times the usual quantity or more",
                                             "%s sales are ten times the usual quantity or more", (gulong) n), text);

  hw_health_case_mend (hw_health_case_add (self, "quantities", MAX (grade_of (self, n), HW_HEALTH_HURTS), _("Unusual quantities"), n, found),
                       _("One slip of the pen can make you order too much"),
                       _("Look at the highest days of your products: is each of them right?"), _("Go to the forecast"), "win.page::forecast");
}

static void
check_prices (HwHealthCase *self)
{
  const gint64 n = self->rows->n_far_price;
  g_autofree char *text = hw_format_number (self->format, (double) n, 0);
  char *found = n == 0 ? g_strdup (_("No price is far from what is usual"))
                /* Translators: %s is a number. */
                : g_strdup_printf (ngettext ("%s sale at four times the usual price, or a quarter of it",
                                             "%s sales at four times the usual price, or a quarter of it", (gulong) n), text);

  hw_health_case_mend (hw_health_case_add (self, "prices", MAX (grade_of (self, n), HW_HEALTH_HURTS), _("Unusual prices"), n, found),
                       _("Money figures of these products are off"), _("Look whether the file mixes pieces and packs, or two currencies"),
                       _("See the files"), "win.page::data");
}

void
hw_health_check_values (HwHealthCase *self)
{
  if (self->rows->n_lines == 0)
    return;

  check_ahead (self);
  if (self->rows->last == HW_DAY_NONE)
    return;

  check_impossible (self);
  check_brought_back (self);
  check_quantities (self);
  check_prices (self);
}
