/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shop's business year, and what was done to its records. */
#include "hw-report-fixture-private.h"

#include "report/hw-row-sum.h"

static HwMoney
sum_rows (HwDay    from,
          HwDay    to,
          gpointer data)
{
  return hw_row_sum (&((HwReportFixture *) data)->report, from, to).sales;
}

void
hw_report_fixture_add_year (HwReportFixture *self)
{
  static HwReportChange changes[] = {
    { 20540, (char *) "Entered or changed", (char *) "goal: =1+1", (char *) "Ines", (char *) "flour costs more", 3 },
    { 20500, (char *) "A file was added", (char *) "till.csv", (char *) "", (char *) "", 1 },
  };
  const HwFiscal fiscal = { HW_FISCAL_MONTHS, 10, 0 };
  HwReport *report = &self->report;

  self->year = hw_year_new (&fiscal, report->as_of, report->first_day, report->last_day, sum_rows, self);
  self->changes = g_array_new (FALSE, FALSE, sizeof (HwReportChange));
  g_array_append_vals (self->changes, changes, G_N_ELEMENTS (changes));
  report->year = self->year;
  report->changes = self->changes;
}
