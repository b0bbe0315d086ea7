/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was understood of a file and no total shows, in a plain sentence each. */
#include "import/hw-plan.h"

#include <glib/gi18n-lib.h>

static void
say_sales (const HwImportPlan *plan,
           HwImportReport     *report)
{
  const gboolean spread = hw_plan_is_spread (plan);

  if (!report->amount_known)
    hw_import_report_add_note (report, g_strdup (_("There are no amounts in this file, so what came in stays unknown. "
                                                   "Import a list of products with prices to see orders in money.")));
  if (spread && plan->spread_field == HW_FIELD_AMOUNT)
    hw_import_report_add_note (report, g_strdup (_("The figures are money, and nobody says how many pieces. "
                                                   "They count as money only; the forecast in pieces leaves them out.")));
  else if (!spread && plan->column[HW_FIELD_QUANTITY] < 0)
    hw_import_report_add_note (report, g_strdup (_("There are no quantities in this file. Each row counts as one piece.")));
}

void
hw_plan_say (const HwImportPlan *plan,
             HwImportReport     *report)
{
  if (plan->kind == HW_IMPORT_SALES && report->rows_imported > 0)
    say_sales (plan, report);
}
