/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The headings say what a column may be, its cells whether it can be; the kind
 * of the file follows from the roles that are left, and the fields from both. */
#include "import/hw-spread.h"

#include "core/hw-error.h"

#include <string.h>

static gboolean
half (gint64 part,
      gint64 whole)
{
  return part * 2 >= whole;
}

/* What the cells of a column must be for a role. */
typedef enum
{
  NEEDS_SOMETHING,
  NEEDS_NOTHING,        /* most rows may leave it blank */
  NEEDS_DATES,
  NEEDS_DATES_OR_BLANK,
  NEEDS_TIMES,
  NEEDS_NUMBERS,
  NEEDS_NUMBERS_OR_NAME, /* under the very word, cells that are no numbers are flaws to be listed */
  NEEDS_NUMBERS_OR_BLANK,
  NEEDS_NUMBERS_OR_TIMES, /* "7.5" or "7:30" */
  NEEDS_WORDS,
  NEEDS_FEW,            /* the same ones again and again, under the very word */
} Need;

static const Need needs[HW_N_ROLES] = {
  [HW_ROLE_DATE] = NEEDS_DATES, [HW_ROLE_DATE_OTHER] = NEEDS_DATES, [HW_ROLE_DUE] = NEEDS_DATES_OR_BLANK, [HW_ROLE_CAME] = NEEDS_DATES_OR_BLANK,
  [HW_ROLE_TIME] = NEEDS_TIMES,

  [HW_ROLE_QUANTITY] = NEEDS_NUMBERS, [HW_ROLE_STOCK] = NEEDS_NUMBERS, [HW_ROLE_PRICE] = NEEDS_NUMBERS_OR_NAME, [HW_ROLE_COST] = NEEDS_NUMBERS,
  [HW_ROLE_NET] = NEEDS_NUMBERS, [HW_ROLE_LINE] = NEEDS_NUMBERS, [HW_ROLE_GROSS] = NEEDS_NUMBERS, [HW_ROLE_TOTAL] = NEEDS_NUMBERS,
  [HW_ROLE_ORDER_TOTAL] = NEEDS_NUMBERS, [HW_ROLE_LEAD] = NEEDS_NUMBERS, [HW_ROLE_MIN_ORDER] = NEEDS_NUMBERS, [HW_ROLE_SHELF] = NEEDS_NUMBERS,
  [HW_ROLE_HOURS] = NEEDS_NUMBERS_OR_TIMES, [HW_ROLE_READING] = NEEDS_NUMBERS, [HW_ROLE_WASTED] = NEEDS_NUMBERS, [HW_ROLE_MARK] = NEEDS_NUMBERS,
  [HW_ROLE_VALUE] = NEEDS_NUMBERS, [HW_ROLE_RECEIVED] = NEEDS_NUMBERS, [HW_ROLE_BALANCE] = NEEDS_NUMBERS,

  [HW_ROLE_MONEY_IN] = NEEDS_NUMBERS_OR_BLANK, [HW_ROLE_MONEY_OUT] = NEEDS_NUMBERS_OR_BLANK, [HW_ROLE_PACK] = NEEDS_NUMBERS_OR_BLANK,
  [HW_ROLE_DISCOUNT] = NEEDS_NUMBERS_OR_BLANK, [HW_ROLE_TAX] = NEEDS_NUMBERS_OR_BLANK,

  [HW_ROLE_CURRENCY] = NEEDS_NOTHING, [HW_ROLE_STATUS] = NEEDS_NOTHING, [HW_ROLE_VOID] = NEEDS_NOTHING, [HW_ROLE_CANCELLED_AT] = NEEDS_NOTHING,
  [HW_ROLE_TYPE] = NEEDS_NOTHING, [HW_ROLE_BANK] = NEEDS_NOTHING, [HW_ROLE_CONTACT] = NEEDS_NOTHING, [HW_ROLE_CATALOGUE] = NEEDS_NOTHING,
  [HW_ROLE_STORE_ROOM] = NEEDS_NOTHING, [HW_ROLE_EMAIL] = NEEDS_NOTHING,

  [HW_ROLE_ITEM] = NEEDS_WORDS, [HW_ROLE_NOTE] = NEEDS_WORDS, [HW_ROLE_GROUP] = NEEDS_WORDS, [HW_ROLE_CATEGORY] = NEEDS_WORDS,
  [HW_ROLE_VARIANT] = NEEDS_WORDS, [HW_ROLE_HANDLE] = NEEDS_WORDS,

  [HW_ROLE_SHOP] = NEEDS_FEW,
};

/* Each text of the sample stands there twice, on average. */
static gboolean
is_few (const HwTable *table,
        guint          column)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < table->rows->len; i++)
    {
      const char *cell = hw_sample_cell (g_ptr_array_index (table->rows, i), (int) column);

      if (*cell != '\0')
        g_hash_table_add (seen, (gpointer) cell);
    }

  return table->columns[column].filled >= 2 * g_hash_table_size (seen);
}

static gboolean
cells_fit (const HwTable *table,
           guint          at,
           HwRole         role)
{
  const HwColumn *column = &table->columns[at];
  const gint64 filled = column->filled;
  const gboolean dates = filled > 0 && half (column->dates.dates + column->dates.serials, filled);
  const gboolean numbers = filled > 0 && half (column->numbers.numbers, filled);
  const gboolean plain = !half (column->dates.dates, MAX (filled, 1));

  switch (needs[role])
    {
    case NEEDS_DATES:
      return dates;
    case NEEDS_DATES_OR_BLANK:
      return filled == 0 || dates;
    case NEEDS_TIMES:
      return filled > 0 && half (column->times, filled);
    case NEEDS_NUMBERS:
      return numbers && plain;
    case NEEDS_NUMBERS_OR_NAME:
      return (numbers || (column->numbers.numbers > 0 && column->words.sureness == 3)) && plain;
    case NEEDS_NUMBERS_OR_BLANK:
      return filled == 0 || numbers;
    case NEEDS_NUMBERS_OR_TIMES:
      return filled > 0 && half (column->numbers.numbers + column->times, filled) && plain;
    case NEEDS_NOTHING:
      return TRUE;
    case NEEDS_WORDS:
      return filled > 0 && plain;
    case NEEDS_FEW:
      return filled > 0 && plain && column->words.sureness >= 2 && is_few (table, at);
    case NEEDS_SOMETHING:
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

void
hw_cast_roles (HwCast             *cast,
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

        if (role == HW_ROLE_NONE || !cells_fit (table, c, role))
          continue;
        cast->count[role]++;
        if (cast->best[role] < 0 || takes (cast, &table->columns[c], &table->columns[cast->best[role]], role))
          cast->best[role] = (int) c;
      }
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

/* It means this and nothing else. */
static void
fix_column (HwImportPlan *plan,
            HwField       field,
            int           column)
{
  HwHeading *words = &plan->table->columns[column].words;

  plan->column[field] = column;
  memset (words->roles, 0, sizeof words->roles);
}

/* "amount-column" is answered as a mapping would be; "none" means there is none. */
static gboolean
take_amount_answer (HwImportPlan  *plan,
                    GError       **error)
{
  const char *answer = hw_plan_answer (plan, "amount-column");
  const int column = answer != NULL ? find_column (plan->table, answer) : -1;

  if (answer == NULL || g_str_equal (answer, "none"))
    return TRUE;
  if (column < 0)
    {
      g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_ANSWER, "no column “%s”", answer);
      return FALSE;
    }

  fix_column (plan, HW_FIELD_AMOUNT, column);
  return TRUE;
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

      if (g_str_has_prefix (id, HW_IMPORT_NOT_USED) && column >= 0)
        {
          memset (plan->table->columns[column].words.roles, 0, sizeof plan->table->columns[column].words.roles);
          continue;
        }

      if (!hw_field_from_id (id, &field) || column < 0)
        {
          g_set_error (error, HW_IMPORT_ERROR, HW_IMPORT_ERROR_NO_COLUMN, "no column “%s” for “%s”", (const char *) text, (const char *) id);
          return FALSE;
        }
      fix_column (plan, field, column);
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
      if (hw_plan_is_spread (plan))
        break;
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
    case HW_IMPORT_BANK:
      missing = column[HW_FIELD_DATE] < 0 ? "date" : column[HW_FIELD_AMOUNT] < 0 && column[HW_FIELD_MONEY_IN] < 0 && column[HW_FIELD_MONEY_OUT] < 0 ? "amount" : NULL;
      break;
    case HW_IMPORT_PURCHASES:
    case HW_IMPORT_WASTE:
      if (column[HW_FIELD_ITEM] < 0 && column[HW_FIELD_SKU] < 0)
        missing = "item";
      G_GNUC_FALLTHROUGH;
    case HW_IMPORT_HOURS:
    case HW_IMPORT_METER:
    case HW_IMPORT_SURVEY:
    case HW_IMPORT_FIGURES:
      if (hw_plan_is_spread (plan))
        break;
      missing = missing != NULL ? missing : column[HW_FIELD_DATE] < 0 ? "date" : column[HW_FIELD_QUANTITY] < 0 ? "quantity" : NULL;
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

gboolean
hw_plan_is_list (const HwImportPlan *plan)
{
  return plan->kind == HW_IMPORT_PRODUCTS || plan->kind == HW_IMPORT_STOCK || plan->kind == HW_IMPORT_SUPPLIERS
         || plan->kind == HW_IMPORT_CUSTOMERS;
}

gboolean
hw_plan_is_data (const HwImportPlan *plan,
                 const HwSampleRow  *row)
{
  const int date = plan->column[HW_FIELD_DATE];
  const char *cell = hw_sample_cell (row, date);
  HwDateParts parts;
  int month, day;

  if (plan->kind != HW_IMPORT_SALES || date < 0)
    return TRUE;

  return hw_date_split (cell, strlen (cell), &parts) || hw_date_split_yearless (cell, strlen (cell), &month, &day);
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

  plan->origin = hw_source_find (plan->table);
  if (plan->origin != NULL)
    hw_source_apply (plan->origin, plan->table);
  if (!take_amount_answer (plan, error) || !take_map (plan, error))
    return FALSE;

  hw_cast_roles (&cast, plan);
  plan->group_column = hw_plan_find_groups (plan->table);
  if (plan->origin == NULL && hw_spread_find (plan, &cast))
    {
      plan->group_column = -1;
      hw_cast_roles (&cast, plan);
      hw_plan_set_fields (plan, &cast);
      return check_needs (plan, error);
    }
  if (!hw_plan_choose_kind (plan, &cast, error))
    return FALSE;

  hw_plan_set_fields (plan, &cast);
  return check_needs (plan, error);
}
