/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was understood of a file and no total shows, in a plain sentence each. */
#include "core/hw-format.h"
#include "import/hw-metric-name.h"
#include "import/hw-plan.h"

#include <glib/gi18n-lib.h>

#define FIGURES_NAMED 12

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

/* "Mood of the team, Stars online": as the library names them. */
static char *
name_figures (const HwImportPlan *plan)
{
  g_autoptr(GPtrArray) seen = g_ptr_array_new ();
  GString *text = g_string_new (NULL);
  const int column = plan->column[HW_FIELD_ITEM];
  const guint across = hw_plan_is_spread (plan) && plan->spread_items ? plan->spread->len : 0;

  for (guint i = 0; i < across + (column >= 0 ? plan->table->rows->len : 0) && seen->len < FIGURES_NAMED; i++)
    {
      const HwMetric *figure = i < across ? g_array_index (plan->spread, HwSpread, i).figure
                               : hw_metric_name_find (plan->own, hw_sample_cell (g_ptr_array_index (plan->table->rows, i - across), column));

      if (figure == NULL || g_ptr_array_find (seen, figure, NULL))
        continue;
      g_ptr_array_add (seen, (gpointer) figure);
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", _(figure->name));
    }

  return g_string_free (text, FALSE);
}

static void
say_figures (const HwImportPlan *plan,
             HwImportReport     *report)
{
  g_autofree char *names = name_figures (plan);

  /* Translators: names of figures, a comma between. */
  hw_import_report_add_note (report, g_strdup_printf (_("These are values of: %s."), names));
  if (hw_plan_is_spread (plan) && !plan->spread_items)
    hw_import_report_add_note (report, g_strdup (_("Each value counts for the last day of its column.")));
}

/* Lines and orders, or tabs, that were put together. */
static void
say_together (const HwImportPlan *plan,
              HwImportReport     *report)
{
  g_autoptr(HwFormat) format = hw_format_new (NULL, NULL, plan->business);
  g_autoptr(GString) names = g_string_new (NULL);

  if (plan->join.by != NULL)
    {
      g_autofree char *found = hw_format_number (format, (double) plan->join.found, 0);
      g_autofree char *lines = hw_format_number (format, (double) plan->join.lines, 0);

      /* Translators: 1 a sheet or file, 2 the heading of a column, 3 and 4 numbers of lines. */
      hw_import_report_add_note (report, g_strdup_printf (_("The day and the customer come from %1$s, by “%2$s”: %3$s of %4$s lines found theirs."),
                                                          plan->join.orders, plan->join.by, found, lines));
    }
  if (plan->tabs == NULL)
    return;

  for (guint i = 0; i < plan->tabs->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", hw_sheets_get (plan->book, g_array_index (plan->tabs, guint, i))->name);
  /* Translators: names of sheets, a comma between. */
  hw_import_report_add_note (report, g_strdup_printf (_("These sheets are read as one list, one below the other: %s."), names->str));
  if (plan->aside != NULL)
    hw_import_report_add_note (report, g_strdup (_("The rows have no day of their own. Each counts for the first day that its sheet names.")));
}

void
hw_plan_say (const HwImportPlan *plan,
             HwImportReport     *report)
{
  say_together (plan, report);
  if (plan->kind == HW_IMPORT_SALES && report->rows_imported > 0)
    say_sales (plan, report);
  if (plan->kind == HW_IMPORT_BANK && plan->spent && report->rows_imported > 0)
    hw_import_report_add_note (report, g_strdup (_("These are expenses: each amount counts as money that went out.")));
  if (plan->kind == HW_IMPORT_FIGURES && report->rows_imported > 0)
    say_figures (plan, report);
}
