/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row without a date takes the one above only where the file is laid out so: the date
 * stands on the first row of each day and of none else. Where most dates are written on
 * every row, a blank one is a gap, and nobody knows what belongs in it. */
#include "import/hw-plan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define EVIDENT 5  /* one blank in so many rows, and no date written twice running: a layout */
#define STRAY   50 /* one in more than so many: gaps */

gboolean
hw_plan_is_spread (const HwImportPlan *plan)
{
  return plan->spread != NULL && plan->spread->len > 0;
}

static gboolean
is_sold (const HwImportPlan *plan,
         const HwSampleRow  *row)
{
  const char *first = hw_sample_cell (row, 0);

  return (hw_sample_cell (row, plan->column[HW_FIELD_ITEM])[0] != '\0' || hw_sample_cell (row, plan->column[HW_FIELD_SKU])[0] != '\0')
         && (hw_sample_cell (row, plan->column[HW_FIELD_AMOUNT])[0] != '\0' || hw_sample_cell (row, plan->column[HW_FIELD_QUANTITY])[0] != '\0')
         && hw_cell_is_total (first, strlen (first)) == 0;
}

/* The next row of a receipt whose number stands there has its day from the first. */
static gboolean
has_receipt (const HwImportPlan *plan,
             const HwSampleRow  *row)
{
  return hw_sample_cell (row, plan->column[HW_FIELD_ORDER])[0] != '\0';
}

void
hw_plan_find_fill (HwImportPlan *plan)
{
  guint blank = 0, dated = 0, twice = 0;
  const char *last = "";

  for (guint i = 0; i < plan->table->rows->len; i++)
    {
      const HwSampleRow *row = g_ptr_array_index (plan->table->rows, i);
      const char *date = hw_sample_cell (row, plan->column[HW_FIELD_DATE]);

      if (*date != '\0')
        {
          dated++;
          twice += g_str_equal (date, last);
          last = date;
        }
      else if (dated > 0 && is_sold (plan, row) && !has_receipt (plan, row))
        blank++;
    }

  plan->fill_days = blank > 0 && dated > 1 && blank * EVIDENT >= dated && twice * 20 <= dated;
  plan->blank_days = blank > 0 && !plan->fill_days && blank * STRAY >= dated ? blank : 0;
}

gboolean
hw_plan_decide_fill (HwImportPlan  *plan,
                     GError       **error)
{
  HwImportQuestion *question;
  const char *value;

  if (plan->blank_days == 0 || plan->kind != HW_IMPORT_SALES)
    return TRUE;

  question = hw_import_question_new ("no-date", _("Some rows have no date. What shall happen to them?"));
  hw_import_question_add_choice (question, "leave-out", _("Leave them out"));
  hw_import_question_add_choice (question, "above", _("They are of the day in the row above"));
  if (!hw_plan_ask (plan, question, &value, error))
    return FALSE;

  plan->fill_days = g_strcmp0 (value, "above") == 0;
  return TRUE;
}
