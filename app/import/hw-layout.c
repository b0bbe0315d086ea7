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
has (const HwImportPlan *plan,
     const HwSampleRow  *row,
     HwField             field)
{
  return hw_sample_cell (row, plan->column[field])[0] != '\0';
}

/* A line of a bank. */
static gboolean
is_moved (const HwImportPlan *plan,
          const HwSampleRow  *row)
{
  return has (plan, row, HW_FIELD_NOTE) && (has (plan, row, HW_FIELD_AMOUNT) || has (plan, row, HW_FIELD_MONEY_IN) || has (plan, row, HW_FIELD_MONEY_OUT));
}

static gboolean
is_sold (const HwImportPlan *plan,
         const HwSampleRow  *row)
{
  const char *first = hw_sample_cell (row, 0);
  const char *item = hw_sample_cell (row, plan->column[HW_FIELD_ITEM]);

  if (hw_cell_is_total (item, strlen (item)) != 0)
    return FALSE;
  if (plan->kind == HW_IMPORT_BANK)
    return is_moved (plan, row) && hw_cell_is_total (first, strlen (first)) == 0;

  return (has (plan, row, HW_FIELD_ITEM) || has (plan, row, HW_FIELD_SKU)) && (has (plan, row, HW_FIELD_AMOUNT) || has (plan, row, HW_FIELD_QUANTITY))
         && hw_cell_is_total (first, strlen (first)) == 0;
}

/* The next row of a receipt whose number stands there has its day from the first. */
static gboolean
has_receipt (const HwImportPlan *plan,
             const HwSampleRow  *row)
{
  return has (plan, row, HW_FIELD_ORDER);
}

static gboolean
counted (const HwImportPlan *plan,
         const HwSampleRow  *row,
         gint64             *value)
{
  const int column = plan->column[HW_FIELD_QUANTITY] >= 0 ? plan->column[HW_FIELD_QUANTITY] : plan->column[HW_FIELD_AMOUNT];
  const char *cell = hw_sample_cell (row, column);
  const HwNumberStatus status = hw_number_read (cell, strlen (cell), '.', value);

  return column >= 0 && (status == HW_NUMBER_OK || status == HW_NUMBER_TOO_FINE);
}

/* A row that names no goods, over the lines of the same order, and holds their sum. */
static gboolean
is_head (const HwImportPlan *plan,
         guint               at)
{
  const HwSampleRow *row = g_ptr_array_index (plan->table->rows, at);
  const char *order = hw_sample_cell (row, plan->column[HW_FIELD_ORDER]);
  gint64 said, value, sum = 0;
  guint lines = 0;

  if (!counted (plan, row, &said))
    return FALSE;

  for (guint i = at + 1; i < plan->table->rows->len; i++, lines++)
    {
      const HwSampleRow *line = g_ptr_array_index (plan->table->rows, i);

      if (!g_str_equal (hw_sample_cell (line, plan->column[HW_FIELD_ORDER]), order))
        break;
      sum += counted (plan, line, &value) ? value : 0;
    }

  return lines > 1 && sum == said;
}

void
hw_plan_find_heads (HwImportPlan *plan)
{
  guint heads = 0, others = 0;

  plan->order_heads = FALSE;
  if (plan->column[HW_FIELD_ORDER] < 0 || plan->column[HW_FIELD_ITEM] < 0)
    return;

  for (guint i = 0; i < plan->table->rows->len; i++)
    {
      const HwSampleRow *row = g_ptr_array_index (plan->table->rows, i);

      if (has (plan, row, HW_FIELD_ITEM) || has (plan, row, HW_FIELD_SKU) || !has (plan, row, HW_FIELD_ORDER))
        continue;
      if (is_head (plan, i))
        heads++;
      else
        others += has (plan, row, HW_FIELD_QUANTITY) || has (plan, row, HW_FIELD_AMOUNT);
    }

  /* The last of the sample may be cut from its lines. */
  plan->order_heads = heads > 0 && others <= heads / 10;
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
      const char *note = hw_sample_cell (row, plan->column[HW_FIELD_NOTE]);

      if (hw_cell_is_balance (note, strlen (note)) || hw_cell_is_total (note, strlen (note)) != 0)
        continue;
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

  if (plan->blank_days == 0 || (plan->kind != HW_IMPORT_SALES && plan->kind != HW_IMPORT_BANK))
    return TRUE;

  question = hw_import_question_new ("no-date", _("Some rows have no date. What shall happen to them?"));
  hw_import_question_add_choice (question, "leave-out", _("Leave them out"));
  hw_import_question_add_choice (question, "above", _("They are of the day in the row above"));
  if (!hw_plan_ask (plan, question, &value, error))
    return FALSE;

  plan->fill_days = g_strcmp0 (value, "above") == 0;
  return TRUE;
}
