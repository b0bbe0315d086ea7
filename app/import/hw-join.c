/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders and what was in them often come as two lists: one with a number, a day and a
 * customer, one with the number again and a product on each row. They are put together
 * where their cells prove that they belong together: nearly every line finds its order,
 * and no order stands twice. */
#include "import/hw-kind.h"

#include "core/hw-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FOUND_LEAST  95 /* lines of 100 that find their order */
#define TWICE_MOST   1  /* orders of 100 that stand twice */
#define MOST_ORDERS  1000000
#define MOST_SHEETS  24

/* Where orders may stand. */
typedef struct
{
  HwRowSource  source;
  HwTable     *table;  /* (owned) (nullable) */
  const char  *name;
  int          key;
} Orders;

void
hw_join_clear (HwJoin *self)
{
  g_clear_pointer (&self->by, g_free);
  g_clear_pointer (&self->orders, g_free);
}

/* Only for its table. */
static HwImportPlan
probe_of (const HwImportPlan *plan,
          HwTable            *table)
{
  HwImportPlan probe = *plan;

  probe.table = table;
  return probe;
}

/* Lines: an order's number and a product on each row, and no day. The column of the
 * number, -1 if they are none. */
static int
find_lines_key (const HwImportPlan *plan)
{
  HwCast cast;

  if (plan->table->heading == 0 || plan->table->over != NULL || plan->table->section != NULL)
    return -1;

  hw_cast_roles (&cast, plan);
  if (hw_cast_has (&cast, HW_ROLE_DATE) || hw_cast_has (&cast, HW_ROLE_STOCK)
      || (!hw_cast_has (&cast, HW_ROLE_ITEM) && !hw_cast_has (&cast, HW_ROLE_SKU))
      || (!hw_cast_has (&cast, HW_ROLE_QUANTITY) && !hw_cast_has (&cast, HW_ROLE_PRICE)))
    return -1;

  return cast.best[HW_ROLE_ORDER];
}

static gboolean
plays (const HwColumn *column,
       HwRole          role)
{
  for (int i = 0; i < HW_HEADING_ROLES; i++)
    if (column->words.roles[i] == role)
      return TRUE;

  return FALSE;
}

/* Orders: a number and a day, and no product. Their number has the heading of the lines',
 * or one that means the same. */
static int
find_orders_key (const HwImportPlan *plan,
                 HwTable            *table,
                 const HwColumn     *of_lines)
{
  const HwImportPlan probe = probe_of (plan, table);
  int key = -1;
  HwCast cast;

  if (table->heading == 0 || table->section != NULL)
    return -1;

  hw_cast_roles (&cast, &probe);
  if (!hw_cast_has (&cast, HW_ROLE_DATE) || hw_cast_has (&cast, HW_ROLE_ITEM) || hw_cast_has (&cast, HW_ROLE_SKU))
    return -1;

  for (guint c = 0; c < table->n_columns; c++)
    if (g_str_equal (table->columns[c].words.words, of_lines->words.words))
      return (int) c;
    else if (key < 0 && (plays (&table->columns[c], HW_ROLE_ORDER) || plays (&table->columns[c], HW_ROLE_NUMBER)))
      key = (int) c;

  return key;
}

/* What an order says of all its lines; its sums stay where they are. */
static gboolean
goes_along (const HwColumn *column)
{
  static const HwRole roles[] = { HW_ROLE_DATE, HW_ROLE_TIME, HW_ROLE_CUSTOMER, HW_ROLE_CUSTOMER_NAME, HW_ROLE_STATUS, HW_ROLE_CURRENCY,
                                  HW_ROLE_VOID, HW_ROLE_CANCELLED_AT, HW_ROLE_TYPE, HW_ROLE_SHOP };

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    if (column->words.roles[0] == roles[i])
      return TRUE;

  return FALSE;
}

/* All orders by their number; NULL if some stand twice or there are far too many. */
static HwAside *
read_orders (const HwImportPlan *plan,
             const Orders       *orders,
             int                 key)
{
  g_autoptr(HwAside) aside = hw_aside_new (plan->table->n_columns, plan->table->heading, key);
  g_autoptr(HwRows) rows = hw_rows_new (&orders->source, NULL);
  g_autoptr(GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) cells = g_array_new (FALSE, TRUE, sizeof (HwCell));
  gint64 twice = 0;
  HwRecord record;

  for (guint c = 0; c < orders->table->n_columns; c++)
    if ((int) c != orders->key && goes_along (&orders->table->columns[c]))
      {
        hw_aside_add_column (aside, orders->table->columns[c].heading);
        g_array_append_val (columns, c);
      }

  while (rows != NULL && hw_rows_next (rows, &record, NULL))
    {
      if (record.number <= orders->table->heading || (guint) orders->key >= record.n_cells)
        continue;

      g_array_set_size (cells, 0);
      for (guint i = 0; i < columns->len; i++)
        {
          const guint c = g_array_index (columns, guint, i);
          HwCell cell = { .text = (char *) "" };

          if (c < record.n_cells)
            {
              hw_cell_trim (&record.cells[c]);
              cell = record.cells[c];
            }
          g_array_append_val (cells, cell);
        }
      hw_cell_trim (&record.cells[orders->key]);
      if (record.cells[orders->key].length > 0)
        twice += !hw_aside_add (aside, hw_cell_text (&record.cells[orders->key]), (const HwCell *) (gpointer) cells->data);
      if (hw_aside_get_n_rows (aside) > MOST_ORDERS)
        return NULL;
    }

  return twice * 100 <= TWICE_MOST * (gint64) hw_aside_get_n_rows (aside) ? g_steal_pointer (&aside) : NULL;
}

/* Whether nearly all lines find their order. */
static gboolean
count_lines (const HwImportPlan *plan,
             const HwAside      *aside,
             int                 key,
             HwJoin             *join)
{
  g_autoptr(HwRows) rows = hw_rows_new (&plan->source, NULL);
  HwRecord record;

  join->lines = join->found = 0;
  while (rows != NULL && hw_rows_next (rows, &record, NULL))
    {
      if (record.number <= plan->table->heading || (guint) key >= record.n_cells)
        continue;
      hw_cell_trim (&record.cells[key]);
      if (record.cells[key].length == 0)
        continue;
      join->lines++;
      join->found += hw_aside_has (aside, &record);
    }

  join->n_orders = hw_aside_get_n_rows (aside);
  return join->found > 0 && join->found * 100 >= join->lines * FOUND_LEAST;
}

static void
orders_clear (gpointer data)
{
  hw_table_free (((Orders *) data)->table);
}

static void
add_orders (const HwImportPlan *plan,
            GArray             *list,
            HwRowSource         source,
            const char         *name,
            const HwColumn     *of_lines)
{
  Orders one = { .source = source, .name = name };

  one.table = hw_table_sample (&source, plan->year_now, NULL);
  one.key = one.table != NULL ? find_orders_key (plan, one.table, of_lines) : -1;
  if (one.key < 0)
    {
      hw_table_free (one.table);
      return;
    }

  one.source.separator = one.table->separator;
  g_array_append_val (list, one);
}

static void
add_sheets (const HwImportPlan *plan,
            GArray             *list,
            HwSheets           *book,
            int                 without,
            const HwColumn     *of_lines)
{
  for (guint i = 0; i < MIN (hw_sheets_get_n (book), MOST_SHEETS); i++)
    if ((int) i != without && hw_sheets_get (book, i)->n_rows > 0 && !hw_sheets_get (book, i)->hidden)
      add_orders (plan, list, (HwRowSource) { .path = plan->path, .book = book, .sheet = i }, hw_sheets_get (book, i)->name, of_lines);
}

/* Joins with the one list that fits; where two do, nobody can know. */
static void
join_one (HwImportPlan *plan,
          GArray       *list,
          int           key)
{
  HwJoin join = { 0 };

  for (guint i = 0; i < list->len; i++)
    {
      const Orders *it = &g_array_index (list, Orders, i);
      g_autoptr(HwAside) aside = read_orders (plan, it, key);

      if (aside == NULL || !count_lines (plan, aside, key, &join))
        continue;
      if (plan->aside != NULL)
        {
          g_clear_pointer (&plan->aside, hw_aside_free);
          hw_join_clear (&plan->join);
          return;
        }
      plan->join = join;
      plan->join.by = g_strdup (plan->table->columns[key].heading);
      plan->join.orders = g_strdup (it->name);
      plan->aside = g_steal_pointer (&aside);
    }
}

/* The file beside it as lists that orders may stand in. */
static gboolean
add_beside (HwImportPlan    *plan,
            GArray          *list,
            HwSniff        **sniff,
            HwSheets       **book,
            const HwColumn  *of_lines,
            GError         **error)
{
  *sniff = hw_sniff_file (plan->beside, NULL, error);
  if (*sniff == NULL)
    return FALSE;

  if ((*sniff)->form == HW_FORM_BOOK)
    {
      *book = hw_sheets_open (plan->beside, (*sniff)->form, NULL, error);
      if (*book == NULL)
        return FALSE;
      add_sheets (plan, list, *book, -1, of_lines);
      return TRUE;
    }

  add_orders (plan, list, (HwRowSource) { .path = plan->beside, .encoding = (*sniff)->encoding, .repair = (*sniff)->repair }, NULL, of_lines);
  return TRUE;
}

/* The two files together are known again, whichever is named first. */
static void
take_both_sums (HwImportPlan  *plan,
                const HwSniff *other)
{
  const HwSniff *one = plan->sniff;
  const gboolean first = strcmp (one->sha256, other->sha256) < 0;
  g_autofree char *both = g_strconcat (first ? one->sha256 : other->sha256, first ? other->sha256 : one->sha256, NULL);

  g_free (plan->sum);
  plan->sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, both, -1);
}

gboolean
hw_plan_join (HwImportPlan  *plan,
              GError       **error)
{
  g_autoptr(GArray) list = g_array_new (FALSE, FALSE, sizeof (Orders));
  g_autoptr(HwSniff) sniff = NULL;
  g_autoptr(HwSheets) book = NULL;
  const int key = plan->aside == NULL ? find_lines_key (plan) : -1;
  g_autofree char *base = plan->beside != NULL ? g_path_get_basename (plan->beside) : NULL;
  HwTable *table;

  if (key < 0)
    return TRUE;

  g_array_set_clear_func (list, orders_clear);
  if (plan->book != NULL)
    add_sheets (plan, list, plan->book, (int) plan->source.sheet, &plan->table->columns[key]);
  if (plan->beside != NULL && !add_beside (plan, list, &sniff, &book, &plan->table->columns[key], error))
    return FALSE;

  join_one (plan, list, key);
  if (plan->aside == NULL)
    return TRUE;

  if (plan->join.orders == NULL)
    plan->join.orders = g_filename_display_name (base);
  if (sniff != NULL)
    take_both_sums (plan, sniff);
  plan->source.aside = plan->aside;
  table = hw_table_sample (&plan->source, plan->year_now, error);
  if (table == NULL)
    return FALSE;

  hw_table_free (plan->table);
  plan->table = table;
  return TRUE;
}
