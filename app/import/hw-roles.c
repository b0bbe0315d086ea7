/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The headings say what a column may be, its cells whether it can be; the kind
 * of the file follows from the roles that are left, and the fields from both. */
#include "import/hw-kind.h"

#include "core/hw-error.h"

#include <string.h>

static gboolean
half (gint64 part,
      gint64 whole)
{
  return part * 2 >= whole;
}

/* Whether the cells are what the role needs. Columns without a cell may still
 * play the roles that most rows leave blank. */
static gboolean
cells_fit (const HwColumn *column,
           HwRole          role)
{
  const gint64 filled = column->filled;
  const gboolean dates = filled > 0 && half (column->dates.dates + column->dates.serials, filled);
  const gboolean numbers = filled > 0 && half (column->numbers.numbers, filled);

  switch ((int) role)
    {
    case HW_ROLE_DATE:
    case HW_ROLE_DATE_OTHER:
      return dates;

    case HW_ROLE_TIME:
      return filled > 0 && half (column->times, filled);

    case HW_ROLE_QUANTITY:
    case HW_ROLE_STOCK:
    case HW_ROLE_PRICE:
    case HW_ROLE_COST:
    case HW_ROLE_NET:
    case HW_ROLE_LINE:
    case HW_ROLE_GROSS:
    case HW_ROLE_TOTAL:
    case HW_ROLE_ORDER_TOTAL:
    case HW_ROLE_LEAD:
    case HW_ROLE_MIN_ORDER:
    case HW_ROLE_SHELF:
      return numbers && !half (column->dates.dates, filled);

    case HW_ROLE_PACK:
    case HW_ROLE_DISCOUNT:
    case HW_ROLE_TAX:
      return filled == 0 || numbers;

    case HW_ROLE_CURRENCY:
    case HW_ROLE_STATUS:
    case HW_ROLE_VOID:
    case HW_ROLE_CANCELLED_AT:
    case HW_ROLE_TYPE:
    case HW_ROLE_BANK:
    case HW_ROLE_CONTACT:
    case HW_ROLE_CATALOGUE:
    case HW_ROLE_STORE_ROOM:
    case HW_ROLE_EMAIL:
      return TRUE;

    case HW_ROLE_ITEM:
    case HW_ROLE_NOTE:
    case HW_ROLE_GROUP:
    case HW_ROLE_CATEGORY:
    case HW_ROLE_VARIANT:
    case HW_ROLE_HANDLE:
      return filled > 0 && !half (column->dates.dates, filled);

    default:
      return filled > 0;
    }
}

/* Surer words first, then fuller columns, then the first. */
static int
claim (const HwColumn *column,
       HwRole          role)
{
  int points = column->words.sureness * 100;

  if (role == HW_ROLE_SKU && strstr (column->words.words, "sku") != NULL)
    points += 50;
  if (role == HW_ROLE_ORDER && (strstr (column->words.words, "order") != NULL || strstr (column->words.words, "receipt") != NULL
                                || strstr (column->words.words, "invoice") != NULL))
    points += 10;
  if (role == HW_ROLE_DATE && strstr (column->words.words, "time") == NULL)
    points += 5;
  if (role == HW_ROLE_PRICE && g_str_equal (column->words.words, "sale price"))
    points -= 10; /* beside "regular price": for a while only */
  if (role == HW_ROLE_STOCK && strstr (column->words.words, "on hand") != NULL)
    points += 10;
  if (strchr (column->heading, '?') != NULL && role != HW_ROLE_VOID)
    points -= 30;
  if (role == HW_ROLE_DISCOUNT && (strstr (column->words.words, "line") != NULL || strstr (column->words.words, "item") != NULL))
    points += 50;
  if (role == HW_ROLE_STATUS && strstr (column->words.words, "fulfil") != NULL)
    points -= 150;

  return points;
}

static gboolean
takes (const HwCast     *cast,
       const HwColumn *a,
       const HwColumn *b,
       HwRole          role)
{
  const guint rows = cast->plan->table->rows->len;

  /* A column that is nearly empty gives way to one that is not. */
  if (a->filled * 10 < rows && b->filled * 2 > rows)
    return FALSE;
  if (b->filled * 10 < rows && a->filled * 2 > rows)
    return TRUE;

  return claim (a, role) > claim (b, role);
}

static void
cast_roles (HwCast             *cast,
            const HwImportPlan *plan)
{
  const HwTable *table = plan->table;

  cast->plan = plan;
  for (int r = 0; r < HW_N_ROLES; r++)
    {
      cast->best[r] = -1;
      cast->count[r] = 0;
    }

  for (guint c = 0; c < table->n_columns; c++)
    for (int i = 0; i < HW_HEADING_ROLES; i++)
      {
        const HwRole role = table->columns[c].words.roles[i];

        if (role == HW_ROLE_NONE || !cells_fit (&table->columns[c], role))
          continue;
        cast->count[role]++;
        if (cast->best[role] < 0 || takes (cast, &table->columns[c], &table->columns[cast->best[role]], role))
          cast->best[role] = (int) c;
      }
}

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
static int
find_group_column (const HwTable *table)
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
          && !half (plan->table->columns[c].numbers.numbers, MAX (plan->table->columns[c].filled, 1)))
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

/* A heading as written, without regard to case, or a number from 1. */
static int
find_column (const HwTable *table,
             const char    *text)
{
  guint64 number;

  for (guint c = 0; c < table->n_columns; c++)
    {
      g_autofree char *a = g_utf8_casefold (table->columns[c].heading, -1);
      g_autofree char *b = g_utf8_casefold (text, -1);

      if (*a != '\0' && g_str_equal (a, b))
        return (int) c;
    }

  if (g_ascii_string_to_unsigned (text, 10, 1, table->n_columns, &number, NULL))
    return (int) number - 1;

  return -1;
}

static gboolean
take_map (HwImportPlan  *plan,
          GError       **error)
{
  GHashTableIter iter;
  gpointer id, text;

  if (plan->map == NULL)
    return TRUE;

  g_hash_table_iter_init (&iter, plan->map);
  while (g_hash_table_iter_next (&iter, &id, &text))
    {
      HwField field;
      const int column = find_column (plan->table, text);

      if (!hw_field_from_id (id, &field) || column < 0)
        {
          g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_NO_COLUMN, "no column “%s” for “%s”", (const char *) text, (const char *) id);
          return FALSE;
        }
      plan->column[field] = column;
      /* It means this and nothing else. */
      memset (plan->table->columns[column].words.roles, 0, sizeof plan->table->columns[column].words.roles);
    }

  return TRUE;
}

static gboolean
check_needs (const HwImportPlan  *plan,
             GError             **error)
{
  const int *column = plan->column;
  const char *missing = NULL;

  switch (plan->kind)
    {
    case HW_IMPORT_SALES:
      missing = column[HW_FIELD_DATE] < 0 ? "date" : NULL;
      if (missing == NULL && column[HW_FIELD_ITEM] < 0 && column[HW_FIELD_SKU] < 0 && column[HW_FIELD_QUANTITY] < 0
          && column[HW_FIELD_AMOUNT] < 0 && plan->group_column < 0)
        missing = "item";
      break;
    case HW_IMPORT_STOCK:
      missing = column[HW_FIELD_QUANTITY] < 0 ? "quantity" : NULL;
      G_GNUC_FALLTHROUGH;
    case HW_IMPORT_PRODUCTS:
      if (column[HW_FIELD_ITEM] < 0 && column[HW_FIELD_SKU] < 0)
        missing = "item";
      break;
    case HW_IMPORT_SUPPLIERS:
      missing = column[HW_FIELD_SUPPLIER] < 0 && column[HW_FIELD_SUPPLIER_NAME] < 0 ? "supplier" : NULL;
      break;
    case HW_IMPORT_CUSTOMERS:
      missing = column[HW_FIELD_CUSTOMER] < 0 && column[HW_FIELD_CUSTOMER_NAME] < 0 ? "customer" : NULL;
      break;
    case HW_IMPORT_AUTO:
    default:
      break;
    }

  if (missing == NULL)
    return TRUE;

  g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_NO_COLUMN, "no column for “%s”", missing);
  return FALSE;
}

/* Blank dates that mean "as above": at least one row in twenty, each below a dated one. */
static void
find_fill (HwImportPlan *plan)
{
  guint blank = 0, dated = 0;

  for (guint i = 0; i < plan->table->rows->len; i++)
    {
      const HwSampleRow *row = g_ptr_array_index (plan->table->rows, i);
      const gboolean sold = hw_sample_cell (row, plan->column[HW_FIELD_ITEM])[0] != '\0'
                            && (hw_sample_cell (row, plan->column[HW_FIELD_AMOUNT])[0] != '\0'
                                || hw_sample_cell (row, plan->column[HW_FIELD_QUANTITY])[0] != '\0');

      if (hw_sample_cell (row, plan->column[HW_FIELD_DATE])[0] != '\0')
        dated++;
      else if (sold && dated > 0 && hw_cell_is_total (hw_sample_cell (row, 0), strlen (hw_sample_cell (row, 0))) == 0)
        blank++;
    }

  plan->fill_days = blank * 20 >= dated && blank > 0 && dated > 0;
}

gboolean
hw_plan_is_data (const HwImportPlan *plan,
                 const HwSampleRow  *row)
{
  const int date = plan->column[HW_FIELD_DATE];
  HwDateParts parts;

  if (plan->kind != HW_IMPORT_SALES || date < 0)
    return TRUE;

  return hw_date_split (hw_sample_cell (row, date), strlen (hw_sample_cell (row, date)), &parts);
}

gboolean
hw_plan_find_columns (HwImportPlan  *plan,
                      GError       **error)
{
  HwCast cast;

  for (int f = 0; f < HW_N_FIELDS; f++)
    plan->column[f] = -1;
  plan->void_column = plan->cancelled_column = plan->first_name = plan->handle_column = -1;
  plan->n_rivals = 0;

  if (!take_map (plan, error))
    return FALSE;

  cast_roles (&cast, plan);
  plan->group_column = find_group_column (plan->table);
  if (!hw_plan_choose_kind (plan, &cast, error))
    return FALSE;

  switch (plan->kind)
    {
    case HW_IMPORT_SALES:
      set_sales (plan, &cast);
      set_goods (plan, &cast);
      hw_plan_find_amount (plan);
      find_fill (plan);
      break;
    case HW_IMPORT_PRODUCTS:
    case HW_IMPORT_STOCK:
      set_goods (plan, &cast);
      break;
    case HW_IMPORT_SUPPLIERS:
    case HW_IMPORT_CUSTOMERS:
      set_party (plan, &cast);
      break;
    case HW_IMPORT_AUTO:
    default:
      break;
    }

  return check_needs (plan, error);
}
