/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the roles of the columns to the fields of a row: which column serves which,
 * by the kind of the file. A mapping the owner gave stands already. */
#include "import/hw-bank.h"
#include "import/hw-log-columns.h"

#include <string.h>

static guint
count_filled (const HwSampleRow *row)
{
  guint filled = 0;

  for (guint c = 0; c < row->n_cells; c++)
    filled += row->cells[c][0] != '\0';

  return filled;
}

/* A report with headings between its rows: the first column holds them, and is
 * blank in the rows themselves. */
int
hw_plan_find_groups (const HwTable *table)
{
  guint headings = 0, below = 0, others = 0;

  if (table->n_columns < 3 || table->columns[0].words.roles[0] == HW_ROLE_DATE)
    return -1;

  for (guint i = 0; i + 1 < table->rows->len; i++)
    {
      const HwSampleRow *row = g_ptr_array_index (table->rows, i);
      const char *cell = hw_sample_cell (row, 0);
      const guint filled = count_filled (row);

      if (filled == 1 && *cell != '\0' && hw_sample_cell (g_ptr_array_index (table->rows, i + 1), 0)[0] == '\0')
        headings++;
      else if (filled > 1 && *cell == '\0')
        below++;
      else if (filled > 1 && hw_cell_is_total (cell, strlen (cell)) == 0)
        others++;
    }

  return headings > 0 && below >= headings && others * 10 <= below ? 0 : -1;
}

/* A list with headings between its rows: each stands alone in its row, over one
 * that is fuller. */
static gboolean
has_headings (const HwTable *table)
{
  guint headings = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      if (count_filled (g_ptr_array_index (table->rows, i)) != 1)
        continue;
      if (i + 1 == table->rows->len || count_filled (g_ptr_array_index (table->rows, i + 1)) == 1)
        return FALSE;
      headings++;
    }

  return headings > 0 && headings * 2 < table->rows->len && table->n_columns > 2;
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
take_types (HwImportPlan *plan)
{
  for (guint c = 0; c < plan->table->n_columns && plan->n_types < HW_PLAN_TYPES; c++)
    for (int i = 0; i < HW_HEADING_ROLES; i++)
      if (plan->table->columns[c].words.roles[i] == HW_ROLE_TYPE && plan->table->columns[c].words.sureness >= 2
          && plan->table->columns[c].numbers.numbers * 2 < MAX (plan->table->columns[c].filled, 1))
        {
          plan->types[plan->n_types++] = (int) c;
          set (plan, HW_FIELD_TYPE, (int) c);
          break;
        }
}

static void
take_variants (HwImportPlan *plan)
{
  for (guint c = 0; c < plan->table->n_columns && plan->n_variants < HW_PLAN_VARIANTS; c++)
    if (plan->table->columns[c].words.roles[0] == HW_ROLE_VARIANT && plan->table->columns[c].filled > 0)
      plan->variants[plan->n_variants++] = (int) c;
}

/* Whether a column of names or numbers groups rows as receipts do: some stand twice. */
static gboolean
repeats (const HwTable *table,
         int            column)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint twice = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const char *cell = hw_sample_cell (g_ptr_array_index (table->rows, i), column);

      if (*cell != '\0' && !g_hash_table_add (seen, (gpointer) cell))
        twice++;
    }

  return twice > 0;
}

/* "#1191", "SO-17": a number, though the heading says "Name". */
static gboolean
looks_numbered (const HwTable *table,
                int            column)
{
  guint numbered = 0, filled = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const char *cell = hw_sample_cell (g_ptr_array_index (table->rows, i), column);

      if (*cell == '\0')
        continue;
      filled++;
      numbered += g_ascii_isdigit (cell[strlen (cell) - 1]) && strchr (cell, ' ') == NULL;
    }

  return filled > 0 && numbered * 10 >= filled * 9;
}

static void
set_sales (HwImportPlan *plan,
           const HwCast   *cast)
{
  set (plan, HW_FIELD_DATE, cast->best[HW_ROLE_DATE]);
  set (plan, HW_FIELD_TIME, cast->best[HW_ROLE_TIME]);
  set (plan, HW_FIELD_ORDER, cast->best[HW_ROLE_ORDER]);
  if (plan->column[HW_FIELD_ORDER] < 0 && hw_cast_has (cast, HW_ROLE_NAME) && looks_numbered (plan->table, cast->best[HW_ROLE_NAME]))
    set (plan, HW_FIELD_ORDER, cast->best[HW_ROLE_NAME]);
  else if (plan->column[HW_FIELD_ORDER] < 0 && hw_cast_has (cast, HW_ROLE_NUMBER) && repeats (plan->table, cast->best[HW_ROLE_NUMBER]))
    set (plan, HW_FIELD_ORDER, cast->best[HW_ROLE_NUMBER]);
  else if (hw_cast_has (cast, HW_ROLE_NAME) && hw_cast_has (cast, HW_ROLE_ITEM))
    set (plan, HW_FIELD_CUSTOMER_NAME, hw_cast_has (cast, HW_ROLE_CUSTOMER_NAME) ? cast->best[HW_ROLE_CUSTOMER_NAME] : cast->best[HW_ROLE_NAME]);

  set (plan, HW_FIELD_QUANTITY, cast->best[HW_ROLE_QUANTITY]);
  set (plan, HW_FIELD_DISCOUNT, cast->best[HW_ROLE_DISCOUNT]);
  set (plan, HW_FIELD_TAX, cast->best[HW_ROLE_TAX]);
  set (plan, HW_FIELD_STATUS, cast->best[HW_ROLE_STATUS]);
  set (plan, HW_FIELD_CUSTOMER, cast->best[HW_ROLE_CUSTOMER]);
  set (plan, HW_FIELD_CUSTOMER_NAME, cast->best[HW_ROLE_CUSTOMER_NAME]);
  set (plan, HW_FIELD_SHOP, cast->best[HW_ROLE_SHOP]);
  plan->void_column = cast->best[HW_ROLE_VOID];
  plan->cancelled_column = cast->best[HW_ROLE_CANCELLED_AT];
  if (plan->column[HW_FIELD_CUSTOMER_NAME] >= 0 && plan->column[HW_FIELD_CUSTOMER_NAME] == cast->best[HW_ROLE_NAME])
    plan->first_name = cast->best[HW_ROLE_FIRST_NAME];
  take_types (plan);
}

static void
set_item (HwImportPlan *plan,
          const HwCast   *cast)
{
  const gboolean coded = plan->column[HW_FIELD_SKU] >= 0;

  set (plan, HW_FIELD_ITEM, cast->best[HW_ROLE_ITEM]);
  if (plan->column[HW_FIELD_ITEM] >= 0)
    plan->group_column = -1;
  else if (plan->group_column < 0)
    {
      if (plan->kind != HW_IMPORT_SALES)
        set (plan, HW_FIELD_ITEM, cast->best[HW_ROLE_NAME]);
      set (plan, HW_FIELD_ITEM, cast->best[HW_ROLE_NOTE]);
      if (!coded)
        set (plan, HW_FIELD_ITEM, cast->best[HW_ROLE_GROUP]);
      if (!coded)
        set (plan, HW_FIELD_ITEM, cast->best[HW_ROLE_CATEGORY]);
    }
}

static void
set_goods (HwImportPlan *plan,
           const HwCast   *cast)
{
  const gboolean sales = plan->kind == HW_IMPORT_SALES;

  set (plan, HW_FIELD_SKU, cast->best[HW_ROLE_SKU]);
  if (!sales && plan->column[HW_FIELD_SKU] < 0 && hw_cast_has (cast, HW_ROLE_NUMBER))
    set (plan, HW_FIELD_SKU, cast->best[HW_ROLE_NUMBER]);
  set_item (plan, cast);
  set (plan, HW_FIELD_CATEGORY, cast->best[HW_ROLE_CATEGORY]);
  if (plan->column[HW_FIELD_CATEGORY] == plan->column[HW_FIELD_ITEM])
    plan->column[HW_FIELD_CATEGORY] = -1;

  if (!sales)
    set (plan, HW_FIELD_QUANTITY, hw_cast_has (cast, HW_ROLE_STOCK) ? cast->best[HW_ROLE_STOCK] : cast->best[HW_ROLE_QUANTITY]);
  set (plan, HW_FIELD_UNIT_PRICE, cast->best[HW_ROLE_PRICE]);
  set (plan, HW_FIELD_UNIT_COST, cast->best[HW_ROLE_COST]);
  set (plan, HW_FIELD_CURRENCY, cast->best[HW_ROLE_CURRENCY]);
  set (plan, HW_FIELD_SUPPLIER, cast->best[HW_ROLE_SUPPLIER]);
  set (plan, HW_FIELD_SUPPLIER_NAME, cast->best[HW_ROLE_SUPPLIER_NAME]);
  set (plan, HW_FIELD_LEAD_DAYS, cast->best[HW_ROLE_LEAD]);
  set (plan, HW_FIELD_PACK, cast->best[HW_ROLE_PACK]);
  set (plan, HW_FIELD_MIN_ORDER, cast->best[HW_ROLE_MIN_ORDER]);
  set (plan, HW_FIELD_UNIT, cast->best[HW_ROLE_UNIT]);
  set (plan, HW_FIELD_SHELF_DAYS, cast->best[HW_ROLE_SHELF]);
  if (sales)
    return;

  plan->headed = has_headings (plan->table);
  plan->handle_column = cast->best[HW_ROLE_HANDLE];
  take_variants (plan);
  if (plan->kind == HW_IMPORT_STOCK)
    set (plan, HW_FIELD_DATE, cast->best[HW_ROLE_DATE]);
}

static void
set_party (HwImportPlan *plan,
           const HwCast   *cast)
{
  const gboolean supplier = plan->kind == HW_IMPORT_SUPPLIERS;
  const HwField number = supplier ? HW_FIELD_SUPPLIER : HW_FIELD_CUSTOMER;
  const HwField name = supplier ? HW_FIELD_SUPPLIER_NAME : HW_FIELD_CUSTOMER_NAME;
  const int other = cast->best[supplier ? HW_ROLE_SUPPLIER_NAME : HW_ROLE_CUSTOMER_NAME];

  set (plan, number, cast->best[supplier ? HW_ROLE_SUPPLIER : HW_ROLE_CUSTOMER]);
  if (plan->column[number] < 0 && hw_cast_has (cast, HW_ROLE_NUMBER))
    set (plan, number, cast->best[HW_ROLE_NUMBER]);
  if (other >= 0 && strstr (plan->table->columns[other].words.words, "contact") == NULL)
    set (plan, name, other);
  set (plan, name, cast->best[HW_ROLE_NAME]);
  set (plan, name, other);
  set (plan, HW_FIELD_EMAIL, cast->best[HW_ROLE_EMAIL]);
  if (supplier)
    {
      set (plan, HW_FIELD_LEAD_DAYS, cast->best[HW_ROLE_LEAD]);
      set (plan, HW_FIELD_MIN_ORDER, cast->best[HW_ROLE_MIN_ORDER]);
    }
  if (plan->column[name] == cast->best[HW_ROLE_NAME])
    plan->first_name = cast->best[HW_ROLE_FIRST_NAME];
}

/* Beside products, one row may be all there is of a shop: the very word is enough. */
static int
find_shop_down (const HwCast *cast)
{
  const HwTable *table = cast->plan->table;

  for (guint c = 0; c < table->n_columns && !hw_cast_has (cast, HW_ROLE_SHOP); c++)
    for (int i = 0; i < HW_HEADING_ROLES; i++)
      if (table->columns[c].words.roles[i] == HW_ROLE_SHOP && table->columns[c].words.sureness == 3 && table->columns[c].filled > 0)
        return (int) c;

  return cast->best[HW_ROLE_SHOP];
}

/* The first column of words that means nothing else. */
static int
find_item_down (const HwImportPlan *plan,
                int                 shop)
{
  const HwTable *table = plan->table;

  for (guint c = 0; c < table->n_columns; c++)
    if ((int) c != plan->column[HW_FIELD_CATEGORY] && (int) c != shop && table->columns[c].filled * 2 > table->rows->len
        && table->columns[c].numbers.numbers * 2 < (gint64) table->columns[c].filled)
      return (int) c;

  return -1;
}

/* Of a table that runs across: what stands down, its groups, and no figure. */
static void
set_spread (HwImportPlan *plan,
            const HwCast *cast)
{
  const int shop = find_shop_down (cast);

  set (plan, HW_FIELD_CATEGORY, cast->best[HW_ROLE_CATEGORY]);
  if (plan->spread_items)
    {
      set (plan, HW_FIELD_DATE, cast->best[HW_ROLE_DATE]);
      set (plan, HW_FIELD_SHOP, shop);
      return;
    }

  set (plan, HW_FIELD_SKU, cast->best[HW_ROLE_SKU]);
  set (plan, HW_FIELD_ITEM, cast->best[HW_ROLE_ITEM]);
  if (plan->column[HW_FIELD_SKU] < 0)
    set (plan, HW_FIELD_ITEM, find_item_down (plan, shop));
  if (plan->column[HW_FIELD_ITEM] < 0 && plan->column[HW_FIELD_SKU] < 0 && plan->column[HW_FIELD_CATEGORY] >= 0)
    {
      plan->column[HW_FIELD_ITEM] = plan->column[HW_FIELD_CATEGORY];
      plan->column[HW_FIELD_CATEGORY] = -1;
    }
  /* What sold where nothing else is named: the shop itself. */
  set (plan, HW_FIELD_ITEM, plan->column[HW_FIELD_SKU] < 0 ? shop : -1);
  if (shop != plan->column[HW_FIELD_ITEM])
    set (plan, HW_FIELD_SHOP, shop);
}

void
hw_plan_set_fields (HwImportPlan *plan,
                    const HwCast *cast)
{
  switch (plan->kind)
    {
    case HW_IMPORT_SALES:
      if (hw_plan_is_spread (plan))
        {
          set_spread (plan, cast);
          break;
        }
      set_sales (plan, cast);
      set_goods (plan, cast);
      hw_plan_find_amount (plan);
      hw_plan_find_heads (plan);
      hw_plan_find_fill (plan);
      break;
    case HW_IMPORT_PRODUCTS:
    case HW_IMPORT_STOCK:
      set_goods (plan, cast);
      break;
    case HW_IMPORT_SUPPLIERS:
    case HW_IMPORT_CUSTOMERS:
      set_party (plan, cast);
      break;
    case HW_IMPORT_BANK:
      if (plan->table->recognised)
        hw_bank_set (plan, cast);
      else
        hw_bank_look (plan);
      hw_plan_find_fill (plan);
      break;
    case HW_IMPORT_PURCHASES:
    case HW_IMPORT_WASTE:
    case HW_IMPORT_HOURS:
    case HW_IMPORT_METER:
    case HW_IMPORT_SURVEY:
    case HW_IMPORT_FIGURES:
      if (!hw_plan_is_spread (plan))
        hw_log_set (plan, cast);
      break;
    case HW_IMPORT_AUTO:
    default:
      break;
    }
}
