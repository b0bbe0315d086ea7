/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-spread.h"

#include "import/hw-metric-name.h"

#include <string.h>

#define PERIODS_LEAST  3
#define DAYS_LEAST     5 /* a row of an order may hold a few dates of its own */
#define PRODUCTS_LEAST 3
#define FIGURES_LEAST  2   /* one alone may as well be a list of sales */
#define FIGURES_LOOKED 200

/* Whether the second comes after the first, as columns of one table do. */
static gboolean
follows (const HwPeriod *a,
         const HwPeriod *b,
         guint          *turns)
{
  if (a->kind != b->kind || (a->year != 0) != (b->year != 0))
    return FALSE;
  if (a->kind == HW_PERIOD_DAY)
    return b->day > a->day && b->day - a->day <= 7;
  if (a->kind == HW_PERIOD_YEAR || a->year != 0)
    return b->year > a->year || (b->year == a->year && b->number > a->number);
  if (b->number > a->number)
    return TRUE;

  /* April to March. */
  return (*turns)++ == 0 && b->number == 1;
}

guint
hw_spread_count_periods (char * const *cells,
                         guint         n)
{
  guint found[HW_PERIOD_N] = { 0 }, turns[HW_PERIOD_N] = { 0 }, best = 0;
  gboolean broken[HW_PERIOD_N] = { FALSE };
  HwPeriod last[HW_PERIOD_N];

  for (guint c = 0; c < n; c++)
    {
      HwPeriod period;

      if (!hw_period_read (cells[c], &period))
        continue;
      broken[period.kind] |= found[period.kind] > 0 && !follows (&last[period.kind], &period, &turns[period.kind]);
      last[period.kind] = period;
      found[period.kind]++;
    }

  for (int k = HW_PERIOD_DAY; k < HW_PERIOD_N; k++)
    if (!broken[k] && found[k] >= (k == HW_PERIOD_YEAR ? 2 : k == HW_PERIOD_DAY ? DAYS_LEAST : PERIODS_LEAST))
      best = MAX (best, found[k]);

  return best;
}

static gboolean
holds_numbers (const HwColumn *column)
{
  return column->filled == 0 || (column->numbers.numbers * 10 >= (gint64) column->filled * 8);
}

static HwPeriodKind
main_kind (const HwTable *table)
{
  guint found[HW_PERIOD_N] = { 0 };
  HwPeriodKind best = HW_PERIOD_NONE;
  HwPeriod period;

  for (guint c = 0; c < table->n_columns; c++)
    if (hw_period_read (table->columns[c].heading, &period) && holds_numbers (&table->columns[c]))
      found[period.kind]++;

  for (int k = HW_PERIOD_DAY; k < HW_PERIOD_N; k++)
    if (found[k] > found[best])
      best = (HwPeriodKind) k;

  return best;
}

/* The first column of words that is no period. */
static int
find_words (const HwTable *table)
{
  for (guint c = 0; c < table->n_columns; c++)
    {
      const HwColumn *it = &table->columns[c];
      HwPeriod period;

      if (it->filled * 2 > table->rows->len && it->numbers.numbers * 2 < (gint64) it->filled && it->dates.dates * 2 < (gint64) it->filled
          && !hw_period_read (it->heading, &period))
        return (int) c;
    }

  return -1;
}

static void
add (HwImportPlan *plan,
     guint         column,
     HwDay         day,
     HwPeriod      period)
{
  const HwSpread spread = { .column = (int) column, .day = day, .period = period };

  g_array_append_val (plan->spread, spread);
  memset (plan->table->columns[column].words.roles, 0, sizeof plan->table->columns[column].words.roles);
}

/* Sums over the columns are none of them. */
static void
drop_other_figures (HwImportPlan *plan)
{
  static const HwRole figures[] = { HW_ROLE_QUANTITY, HW_ROLE_NET, HW_ROLE_LINE, HW_ROLE_GROSS, HW_ROLE_TOTAL, HW_ROLE_ORDER_TOTAL,
                                    HW_ROLE_VALUE, HW_ROLE_STOCK };

  for (guint c = 0; c < plan->table->n_columns; c++)
    for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
      if (plan->table->columns[c].words.roles[0] == figures[i])
        memset (plan->table->columns[c].words.roles, 0, sizeof plan->table->columns[c].words.roles);
}

/* How many of a column's cells name a figure of the library; with @filled. */
static guint
count_figures (const HwImportPlan *plan,
               guint               column,
               guint              *filled)
{
  guint found = 0;

  *filled = 0;
  for (guint i = 0; i < MIN (plan->table->rows->len, FIGURES_LOOKED); i++)
    {
      const char *cell = hw_sample_cell (g_ptr_array_index (plan->table->rows, i), (int) column);

      *filled += *cell != '\0';
      found += *cell != '\0' && hw_metric_name_find (plan->own, cell) != NULL;
    }

  return found;
}

/* With periods across, whether what stands down are figures rather than products. */
static gboolean
find_figures_down (HwImportPlan *plan)
{
  guint best = 0, filled;
  int column = -1;

  for (guint c = 0; c < plan->table->n_columns; c++)
    {
      const guint found = count_figures (plan, c, &filled);

      if (found > best && found * 2 >= filled)
        {
          best = found;
          column = (int) c;
        }
    }

  if (column < 0)
    return FALSE;

  plan->kind = HW_IMPORT_FIGURES;
  plan->spread_field = HW_FIELD_QUANTITY;
  if (plan->column[HW_FIELD_ITEM] < 0)
    plan->column[HW_FIELD_ITEM] = column;
  return TRUE;
}

static gboolean
find_periods (HwImportPlan *plan,
              const HwCast *cast)
{
  const HwTable *table = plan->table;
  g_autofree char **headings = g_new0 (char *, MAX (table->n_columns, 1));
  const HwPeriodKind kind = main_kind (table);

  for (guint c = 0; c < table->n_columns; c++)
    headings[c] = table->columns[c].heading;
  if (kind == HW_PERIOD_NONE || hw_spread_count_periods (headings, table->n_columns) == 0)
    return FALSE;
  if (!hw_cast_has (cast, HW_ROLE_ITEM) && !hw_cast_has (cast, HW_ROLE_SKU) && find_words (table) < 0)
    return FALSE;

  for (guint c = 0; c < table->n_columns; c++)
    {
      HwPeriod period;

      if (hw_period_read (table->columns[c].heading, &period) && period.kind == kind && holds_numbers (&table->columns[c]))
        add (plan, c, hw_period_first (&period, 0), period);
    }

  drop_other_figures (plan);
  if (plan->spread->len > 0 && plan->asked_kind != HW_IMPORT_SALES && find_figures_down (plan))
    return TRUE;
  if (plan->asked_kind == HW_IMPORT_FIGURES)
    g_array_set_size (plan->spread, 0);
  return plan->spread->len > 0;
}

/* What a sum over days or a list of sales has; a heading that means it and a figure too
 * leaves open which. */
static gboolean
means_sales (const HwColumn *column)
{
  static const HwRole figures[] = { HW_ROLE_QUANTITY, HW_ROLE_NET, HW_ROLE_LINE, HW_ROLE_GROSS, HW_ROLE_TOTAL, HW_ROLE_ORDER_TOTAL,
                                    HW_ROLE_DISCOUNT, HW_ROLE_TAX, HW_ROLE_PRICE, HW_ROLE_COST, HW_ROLE_WASTED, HW_ROLE_HOURS };

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    if (column->words.roles[0] == figures[i] && column->words.sureness == 3)
      return TRUE;

  return FALSE;
}

/* A column of days or months, and all others figures of the library by their headings. */
static gboolean
find_figures_across (HwImportPlan *plan,
                     const HwCast *cast)
{
  const HwTable *table = plan->table;
  guint figures = 0, certain = 0;

  if (plan->asked_kind == HW_IMPORT_SALES || !hw_cast_has (cast, HW_ROLE_DATE) || hw_cast_has (cast, HW_ROLE_ITEM)
      || hw_cast_has (cast, HW_ROLE_SKU) || hw_cast_has (cast, HW_ROLE_ORDER) || hw_cast_has (cast, HW_ROLE_METRIC))
    return FALSE;

  for (guint c = 0; c < table->n_columns; c++)
    {
      const HwColumn *it = &table->columns[c];

      if ((int) c == cast->best[HW_ROLE_DATE] || it->filled == 0)
        continue;
      if (hw_metric_name_find (plan->own, it->heading) != NULL && holds_numbers (it))
        {
          figures++;
          certain += !means_sales (it);
        }
      else if (it->numbers.numbers * 2 > (gint64) it->filled)
        return FALSE;
    }

  if (figures == 0 || (plan->asked_kind == HW_IMPORT_AUTO && (figures < FIGURES_LEAST || certain < figures)))
    return FALSE;

  for (guint c = 0; c < table->n_columns; c++)
    if ((int) c != cast->best[HW_ROLE_DATE] && table->columns[c].filled > 0 && holds_numbers (&table->columns[c])
        && hw_metric_name_find (plan->own, table->columns[c].heading) != NULL)
      {
        add (plan, c, HW_DAY_NONE, (HwPeriod) { .day = HW_DAY_NONE });
        g_array_index (plan->spread, HwSpread, plan->spread->len - 1).figure = hw_metric_name_find (plan->own, table->columns[c].heading);
      }

  plan->kind = HW_IMPORT_FIGURES;
  plan->spread_field = HW_FIELD_QUANTITY;
  plan->spread_items = TRUE;
  if (plan->column[HW_FIELD_DATE] < 0)
    plan->column[HW_FIELD_DATE] = cast->best[HW_ROLE_DATE];
  return TRUE;
}

/* A column of days, and others of figures whose headings mean nothing else: each is a
 * product. */
static gboolean
find_products (HwImportPlan *plan,
               const HwCast *cast)
{
  const HwTable *table = plan->table;
  guint products = 0;

  if (!hw_cast_has (cast, HW_ROLE_DATE) || hw_cast_has (cast, HW_ROLE_ITEM) || hw_cast_has (cast, HW_ROLE_SKU) || hw_cast_has (cast, HW_ROLE_ORDER)
      || hw_cast_has (cast, HW_ROLE_QUANTITY) || hw_cast_has (cast, HW_ROLE_PRICE) || cast->count[HW_ROLE_BANK] > 0
      || hw_cast_has (cast, HW_ROLE_HOURS) || hw_cast_has (cast, HW_ROLE_READING) || hw_cast_has (cast, HW_ROLE_MARK))
    return FALSE;

  for (guint c = 0; c < table->n_columns; c++)
    {
      const HwColumn *it = &table->columns[c];

      if ((int) c == cast->best[HW_ROLE_DATE] || it->filled == 0)
        continue;
      if (it->words.roles[0] == HW_ROLE_NONE && *it->heading != '\0' && holds_numbers (it) && it->dates.dates == 0)
        products++;
      else if (it->words.roles[0] == HW_ROLE_NONE && *it->heading != '\0')
        return FALSE;
    }

  if (products < PRODUCTS_LEAST)
    return FALSE;

  for (guint c = 0; c < table->n_columns; c++)
    if ((int) c != cast->best[HW_ROLE_DATE] && table->columns[c].words.roles[0] == HW_ROLE_NONE && *table->columns[c].heading != '\0'
        && holds_numbers (&table->columns[c]) && hw_cell_is_total (table->columns[c].heading, strlen (table->columns[c].heading)) == 0)
      add (plan, c, HW_DAY_NONE, (HwPeriod) { .day = HW_DAY_NONE });

  drop_other_figures (plan);
  plan->spread_items = plan->spread->len > 0;
  return plan->spread_items;
}

gboolean
hw_spread_find (HwImportPlan *plan,
                const HwCast *cast)
{
  plan->spread = plan->spread != NULL ? g_array_set_size (plan->spread, 0) : g_array_new (FALSE, FALSE, sizeof (HwSpread));
  plan->spread_items = FALSE;
  plan->spread_field = HW_FIELD_AMOUNT;
  if (plan->table->heading == 0
      || (plan->asked_kind != HW_IMPORT_AUTO && plan->asked_kind != HW_IMPORT_SALES && plan->asked_kind != HW_IMPORT_FIGURES))
    return FALSE;

  plan->kind = HW_IMPORT_SALES;
  if (find_periods (plan, cast) || find_figures_across (plan, cast)
      || (plan->asked_kind != HW_IMPORT_FIGURES && find_products (plan, cast)))
    return TRUE;

  plan->kind = HW_IMPORT_AUTO;
  return FALSE;
}
