/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-log-columns.h"

#include "core/hw-money.h"

#include <string.h>

static gboolean
has_product (const HwCast *cast)
{
  return hw_cast_has (cast, HW_ROLE_ITEM) || hw_cast_has (cast, HW_ROLE_SKU);
}

static gboolean
has_supplier (const HwCast *cast)
{
  return hw_cast_has (cast, HW_ROLE_SUPPLIER) || hw_cast_has (cast, HW_ROLE_SUPPLIER_NAME);
}

static gboolean
has_buyer (const HwCast *cast)
{
  return hw_cast_has (cast, HW_ROLE_CUSTOMER) || hw_cast_has (cast, HW_ROLE_CUSTOMER_NAME);
}

/* The amount is what the goods cost: nobody sells for that. */
static gboolean
pays_cost (const HwCast *cast)
{
  static const HwRole amounts[] = { HW_ROLE_LINE, HW_ROLE_NET, HW_ROLE_TOTAL };
  const HwTable *table = cast->plan->table;
  guint compared = 0, fits = 0;
  int amount = -1;

  for (gsize i = 0; i < G_N_ELEMENTS (amounts) && amount < 0; i++)
    amount = cast->best[amounts[i]];
  if (amount < 0 || !hw_cast_has (cast, HW_ROLE_COST) || !hw_cast_has (cast, HW_ROLE_QUANTITY) || hw_cast_has (cast, HW_ROLE_PRICE))
    return FALSE;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const int columns[] = { cast->best[HW_ROLE_QUANTITY], cast->best[HW_ROLE_COST], amount };
      gint64 value[3], line;
      guint there = 0;

      for (guint k = 0; k < 3; k++)
        {
          const HwNumberEvidence *numbers = &table->columns[columns[k]].numbers;
          const char *cell = hw_sample_cell (g_ptr_array_index (table->rows, i), columns[k]);

          there += hw_number_read (cell, strlen (cell), numbers->sure[1] > numbers->sure[0] ? ',' : '.', &value[k]) == HW_NUMBER_OK;
        }
      if (there < 3 || !hw_money_times (value[1], value[0], &line))
        continue;
      compared++;
      fits += ABS (line - value[2]) <= 200;
    }

  return compared > 0 && fits * 10 >= compared * 9;
}

static int
purchase_likeness (const HwCast *cast)
{
  const int marks = hw_cast_has (cast, HW_ROLE_PURCHASE) + hw_cast_has (cast, HW_ROLE_DUE) + hw_cast_has (cast, HW_ROLE_CAME)
                    + hw_cast_has (cast, HW_ROLE_RECEIVED);

  if (!has_supplier (cast) || !has_product (cast) || !hw_cast_has (cast, HW_ROLE_QUANTITY) || has_buyer (cast)
      || hw_cast_has (cast, HW_ROLE_STOCK))
    return 0;

  return pays_cost (cast) || marks >= 2 || (marks == 1 && hw_cast_has (cast, HW_ROLE_COST)) || hw_cast_has (cast, HW_ROLE_PURCHASE) ? 2
         : marks == 1 || hw_cast_has (cast, HW_ROLE_COST) ? 1 : 0;
}

static int
waste_likeness (const HwCast *cast)
{
  if (!has_product (cast) || hw_cast_has (cast, HW_ROLE_ORDER) || has_buyer (cast))
    return 0;
  if (hw_cast_has (cast, HW_ROLE_WASTED))
    return hw_cast_has (cast, HW_ROLE_QUANTITY) ? 0 : 2;

  return hw_cast_has (cast, HW_ROLE_REASON) && hw_cast_has (cast, HW_ROLE_QUANTITY) && !hw_cast_has (cast, HW_ROLE_STATUS) ? 2 : 0;
}

/* Marks from 0 to 10 in nearly every cell. */
static gboolean
are_marks (const HwCast *cast)
{
  const HwTable *table = cast->plan->table;
  guint fit = 0, filled = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const char *cell = hw_sample_cell (g_ptr_array_index (table->rows, i), cast->best[HW_ROLE_MARK]);
      gint64 value;

      if (*cell == '\0')
        continue;
      filled++;
      fit += hw_number_read (cell, strlen (cell), '.', &value) == HW_NUMBER_OK && value >= 0 && value <= 100000 && value % 10000 == 0;
    }

  return filled > 0 && fit * 10 >= filled * 9;
}

static gboolean
has_money (const HwCast *cast)
{
  return hw_cast_has (cast, HW_ROLE_NET) || hw_cast_has (cast, HW_ROLE_GROSS) || hw_cast_has (cast, HW_ROLE_PRICE)
         || hw_cast_has (cast, HW_ROLE_TOTAL) || hw_cast_has (cast, HW_ROLE_TAX);
}

/* "kWh" in a heading leaves no doubt. */
static gboolean
names_energy (const HwCast *cast)
{
  return strstr (cast->plan->table->columns[cast->best[HW_ROLE_READING]].words.words, "kwh") != NULL;
}

int
hw_log_likeness (const HwCast *cast,
                 HwImportKind  kind)
{
  if (!hw_cast_has (cast, HW_ROLE_DATE))
    return 0;

  switch ((int) kind)
    {
    case HW_IMPORT_PURCHASES:
      return purchase_likeness (cast);

    case HW_IMPORT_WASTE:
      return waste_likeness (cast);

    case HW_IMPORT_HOURS:
      if (!hw_cast_has (cast, HW_ROLE_HOURS) || has_product (cast) || hw_cast_has (cast, HW_ROLE_QUANTITY))
        return 0;
      return hw_cast_has (cast, HW_ROLE_STAFF) || cast->plan->table->n_columns <= 3 ? 2 : 1;

    case HW_IMPORT_METER:
      if (!hw_cast_has (cast, HW_ROLE_READING) || has_product (cast))
        return 0;
      return hw_cast_has (cast, HW_ROLE_METER) || names_energy (cast) ? 2 : 0;

    case HW_IMPORT_SURVEY:
      if (!hw_cast_has (cast, HW_ROLE_MARK) || !are_marks (cast) || has_product (cast) || has_money (cast)
          || hw_cast_has (cast, HW_ROLE_QUANTITY))
        return 0;
      return 2;

    case HW_IMPORT_FIGURES:
      return hw_cast_has (cast, HW_ROLE_METRIC) && hw_cast_has (cast, HW_ROLE_VALUE) && !has_product (cast) ? 2 : 0;

    default:
      return 0;
    }
}

static void
set (HwImportPlan *plan,
     HwField       field,
     int           column)
{
  if (plan->column[field] < 0)
    plan->column[field] = column;
}

static void
set_goods (HwImportPlan *plan,
           const HwCast *cast)
{
  set (plan, HW_FIELD_SKU, cast->best[HW_ROLE_SKU]);
  set (plan, HW_FIELD_ITEM, cast->best[HW_ROLE_ITEM]);
  set (plan, HW_FIELD_UNIT, cast->best[HW_ROLE_UNIT]);
  set (plan, HW_FIELD_UNIT_COST, cast->best[HW_ROLE_COST]);
}

static void
set_purchase (HwImportPlan *plan,
              const HwCast *cast)
{
  set_goods (plan, cast);
  set (plan, HW_FIELD_ORDER, hw_cast_has (cast, HW_ROLE_PURCHASE) ? cast->best[HW_ROLE_PURCHASE] : cast->best[HW_ROLE_ORDER]);
  set (plan, HW_FIELD_SUPPLIER, cast->best[HW_ROLE_SUPPLIER]);
  set (plan, HW_FIELD_SUPPLIER_NAME, cast->best[HW_ROLE_SUPPLIER_NAME]);
  set (plan, HW_FIELD_QUANTITY, cast->best[HW_ROLE_QUANTITY]);
  set (plan, HW_FIELD_UNIT_COST, cast->best[HW_ROLE_PRICE]);
  set (plan, HW_FIELD_DUE, cast->best[HW_ROLE_DUE]);
  set (plan, HW_FIELD_CAME, cast->best[HW_ROLE_CAME]);
  set (plan, HW_FIELD_RECEIVED, cast->best[HW_ROLE_RECEIVED]);
  set (plan, HW_FIELD_STATUS, cast->best[HW_ROLE_STATUS]);
  set (plan, HW_FIELD_CURRENCY, cast->best[HW_ROLE_CURRENCY]);
  if (plan->column[HW_FIELD_CAME] == plan->column[HW_FIELD_DATE])
    plan->column[HW_FIELD_CAME] = -1;
  if (plan->column[HW_FIELD_DUE] == plan->column[HW_FIELD_DATE])
    plan->column[HW_FIELD_DUE] = -1;
}

void
hw_log_set (HwImportPlan *plan,
            const HwCast *cast)
{
  set (plan, HW_FIELD_DATE, cast->best[HW_ROLE_DATE]);
  switch ((int) plan->kind)
    {
    case HW_IMPORT_PURCHASES:
      set_purchase (plan, cast);
      break;

    case HW_IMPORT_WASTE:
      set_goods (plan, cast);
      set (plan, HW_FIELD_QUANTITY, hw_cast_has (cast, HW_ROLE_WASTED) ? cast->best[HW_ROLE_WASTED] : cast->best[HW_ROLE_QUANTITY]);
      set (plan, HW_FIELD_NOTE, cast->best[HW_ROLE_REASON]);
      break;

    case HW_IMPORT_HOURS:
      set (plan, HW_FIELD_QUANTITY, cast->best[HW_ROLE_HOURS]);
      set (plan, HW_FIELD_NOTE, cast->best[HW_ROLE_STAFF]);
      break;

    case HW_IMPORT_METER:
      set (plan, HW_FIELD_QUANTITY, cast->best[HW_ROLE_READING]);
      set (plan, HW_FIELD_ITEM, cast->best[HW_ROLE_METER]);
      set (plan, HW_FIELD_UNIT, cast->best[HW_ROLE_UNIT]);
      break;

    case HW_IMPORT_SURVEY:
      set (plan, HW_FIELD_QUANTITY, cast->best[HW_ROLE_MARK]);
      set (plan, HW_FIELD_ITEM, cast->best[HW_ROLE_ASKED]);
      break;

    case HW_IMPORT_FIGURES:
      set (plan, HW_FIELD_QUANTITY, cast->best[HW_ROLE_VALUE]);
      set (plan, HW_FIELD_ITEM, cast->best[HW_ROLE_METRIC]);
      break;

    default:
      break;
    }
}
