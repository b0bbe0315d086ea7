/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole file, read for how its figures and dates are written: the columns
 * that hold some, the currency column, and how many rows are marked cancelled. */
#include "import/hw-plan.h"

#include "core/hw-error.h"

#include <string.h>

#define TICK_EVERY 8192 /* records */

typedef struct
{
  HwImportPlan *plan;
  int          *numbers;    /* (owned) columns */
  guint         n_numbers;
  int           date;
  int           currency;
  int           status;
} Watch;

static gboolean
is_number_field (int field)
{
  static const HwField fields[] = {
    HW_FIELD_QUANTITY, HW_FIELD_UNIT_PRICE, HW_FIELD_AMOUNT, HW_FIELD_DISCOUNT, HW_FIELD_TAX, HW_FIELD_UNIT_COST,
    HW_FIELD_LEAD_DAYS, HW_FIELD_PACK, HW_FIELD_MIN_ORDER, HW_FIELD_SHELF_DAYS,
    HW_FIELD_MONEY_IN, HW_FIELD_MONEY_OUT, HW_FIELD_BALANCE, HW_FIELD_RECEIVED,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if ((int) fields[i] == field)
      return TRUE;

  return FALSE;
}

static void
count_currency (HwImportPlan *plan,
                const HwCell *cell)
{
  guint i;

  /* The further lines of a receipt leave it blank. */
  if (cell->length == 0 && plan->n_currencies > 0)
    plan->currencies[plan->last_currency].rows++;
  if (cell->length != 3)
    return;

  for (i = 0; i < plan->n_currencies; i++)
    if (memcmp (plan->currencies[i].code, cell->text, 3) == 0)
      {
        plan->currencies[i].rows++;
        plan->last_currency = i;
        return;
      }

  if (i < HW_PLAN_CURRENCIES && g_ascii_isalpha (cell->text[0]) && g_ascii_isalpha (cell->text[1]) && g_ascii_isalpha (cell->text[2]))
    {
      memcpy (plan->currencies[i].code, cell->text, 3);
      plan->currencies[i].rows = 1;
      plan->last_currency = i;
      plan->n_currencies++;
    }
}

static void
look (Watch    *watch,
      HwRecord *record)
{
  HwImportPlan *plan = watch->plan;
  HwCell *cell;

  for (guint i = 0; i < watch->n_numbers; i++)
    if ((guint) watch->numbers[i] < record->n_cells)
      {
        cell = &record->cells[watch->numbers[i]];
        hw_cell_trim (cell);
        hw_number_evidence_add_cell (&plan->numbers[watch->numbers[i]], cell->text, cell->length, cell->hint == HW_CELL_NUMBER);
      }

  if (watch->date >= 0 && (guint) watch->date < record->n_cells)
    {
      cell = &record->cells[watch->date];
      hw_cell_trim (cell);
      hw_date_evidence_add (&plan->dates[watch->date], cell->text, cell->length, plan->year_now);
    }

  if (watch->currency >= 0 && (guint) watch->currency < record->n_cells)
    {
      cell = &record->cells[watch->currency];
      hw_cell_trim (cell);
      count_currency (plan, cell);
    }

  if (watch->status >= 0 && (guint) watch->status < record->n_cells)
    {
      cell = &record->cells[watch->status];
      if (cell->length > 0)
        plan->marked_rows += hw_cell_meaning (cell->text, cell->length) == HW_MEANS_CANCELLED;
    }

  plan->evidence_rows++;
}

static gboolean
is_blank (const HwRecord *record)
{
  for (guint i = 0; i < record->n_cells; i++)
    if (record->cells[i].length > 0)
      return FALSE;

  return TRUE;
}

gboolean
hw_plan_read_evidence (HwImportPlan  *plan,
                       const HwTick  *tick,
                       GError       **error)
{
  g_autoptr(HwRows) rows = hw_rows_new (&plan->source, error);
  Watch watch = { .plan = plan, .date = plan->column[HW_FIELD_DATE], .currency = plan->column[HW_FIELD_CURRENCY],
                  .status = plan->column[HW_FIELD_STATUS] };
  g_autofree int *columns = NULL;
  GError *failed = NULL;
  HwRecord record;

  if (rows == NULL)
    return FALSE;

  watch.numbers = columns = g_new0 (int, HW_N_FIELDS + (plan->spread != NULL ? plan->spread->len : 0));
  plan->numbers = g_new0 (HwNumberEvidence, MAX (plan->table->n_columns, 1));
  plan->dates = g_new0 (HwDateEvidence, MAX (plan->table->n_columns, 1));
  for (int f = 0; f < HW_N_FIELDS; f++)
    if (plan->column[f] >= 0 && is_number_field (f))
      watch.numbers[watch.n_numbers++] = plan->column[f];
  for (guint i = 0; plan->spread != NULL && i < plan->spread->len; i++)
    watch.numbers[watch.n_numbers++] = g_array_index (plan->spread, HwSpread, i).column;

  for (gint64 n = 1; hw_rows_next (rows, &record, &failed); n++)
    {
      if (n % TICK_EVERY == 0 && !hw_tick (tick, hw_rows_get_share (rows)))
        {
          g_set_error_literal (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_CANCELLED, "stopped while reading");
          return FALSE;
        }
      if (record.number > plan->table->heading && !is_blank (&record) && hw_table_has_record (plan->table, &record))
        look (&watch, &record);
    }

  if (failed != NULL)
    g_propagate_error (error, failed);
  return failed == NULL;
}
