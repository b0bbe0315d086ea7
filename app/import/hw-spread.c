/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/hw-spread.h"

#include "core/hw-money.h"
#include "import/hw-metric-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PERIODS_LEAST  3
#define DAYS_LEAST     5 /* a row of an order may hold a few dates of its own */
#define PRODUCTS_LEAST 3
#define YEARS_ASKED    3
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
    if (column->words.roles[0] == figures[i])
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

  if (figures == 0 || (plan->asked_kind == HW_IMPORT_AUTO && (figures < FIGURES_LEAST || certain == 0)))
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

/* All that stands around the table: its file, its sheet, the lines over it. */
static char *
texts_around (const HwImportPlan *plan)
{
  g_autofree char *base = g_path_get_basename (plan->path);
  GString *text = g_string_new (base);

  for (guint i = 0; i < plan->table->above->len; i++)
    {
      const HwSampleRow *row = g_ptr_array_index (plan->table->above, i);

      for (guint c = 0; c < row->n_cells; c++)
        g_string_append_printf (text, " %s", row->cells[c]);
    }

  if (plan->table->title != NULL)
    g_string_append_printf (text, " %s", plan->table->title);
  if (plan->table->over != NULL)
    g_string_append_printf (text, " %s", plan->table->over);
  return g_string_free (text, FALSE);
}

static int
find_year (const HwImportPlan *plan)
{
  g_autofree char *around = texts_around (plan);
  const int titled = plan->table->title != NULL ? hw_period_find_year (plan->table->title) : 0;

  return titled != 0 ? titled : hw_period_find_year (around);
}

HwImportQuestion *
hw_spread_year_question (const HwImportPlan *plan)
{
  HwImportQuestion *question = hw_import_question_new ("year", _("Of which year are the figures?"));

  for (int i = 0; i < YEARS_ASKED; i++)
    {
      g_autofree char *year = g_strdup_printf ("%d", plan->year_now - i);

      hw_import_question_add_choice (question, year, year);
    }

  return question;
}

/* Months that start anew after December are of the next year. */
static void
set_days (HwImportPlan *plan,
          int           year)
{
  int last = 0;

  for (guint i = 0; i < plan->spread->len; i++)
    {
      HwSpread *it = &g_array_index (plan->spread, HwSpread, i);

      if (it->period.number < last)
        year++;
      last = it->period.number;
      it->day = hw_period_first (&it->period, year);
    }
}

static gboolean
decide_year (HwImportPlan  *plan,
             GError       **error)
{
  gboolean open = FALSE;
  const char *value = NULL;
  int year;

  for (guint i = 0; i < plan->spread->len; i++)
    open |= g_array_index (plan->spread, HwSpread, i).day == HW_DAY_NONE;
  if (!open || plan->spread_items)
    return TRUE;

  year = find_year (plan);
  if (year == 0)
    {
      if (!hw_plan_ask (plan, hw_spread_year_question (plan), &value, error))
        return FALSE;
      year = value != NULL ? (int) g_ascii_strtoll (value, NULL, 10) : plan->year_now;
    }

  set_days (plan, year);
  return TRUE;
}

/* What words say of figures: 1 money, -1 units, 0 nothing. */
static int
words_say (const char *text)
{
  static const char *const money[] = { "sales", "revenue", "turnover", "amount", "umsatz", "betrag", "erlos", "einnahmen", "chiffre d affaires",
                                       "montant", "ventes", "ventas", "importe", "ingresos", "fatturato", "vendite", "importo", "omzet", "bedrag",
                                       "vendas", "receita", "faturamento", "money", "takings", "omsattning", "sprzedaz", "trzby" };
  static const char *const units[] = { "unit", "pieces", "pcs", "quantity", "qty", "stuck", "menge", "anzahl", "quantite", "unites", "pieces",
                                       "unidades", "cantidad", "pezzi", "quantita", "stuks", "aantal", "quantidade", "antal", "count", "sold" };
  char words[200];
  int says = 0;

  hw_heading_words (text, words, sizeof words, NULL, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (units) && says == 0; i++)
    says = strstr (words, units[i]) != NULL ? -1 : 0;
  for (gsize i = 0; i < G_N_ELEMENTS (money) && says == 0; i++)
    says = strstr (words, money[i]) != NULL ? 1 : 0;

  return says;
}

/* A number of a workbook with two decimals; in a text its mark says it. */
static gboolean
has_cents (const HwSampleRow *row,
           int                column)
{
  const char *cell = hw_sample_cell (row, column);
  gint64 value;

  return hw_sample_hint (row, column) == HW_CELL_NUMBER && hw_number_read (cell, strlen (cell), '.', &value) != HW_NUMBER_BAD
         && value % (HW_MONEY_ONE / 10) != 0;
}

/* Cents or a sign in the cells leave no doubt. */
static gboolean
look_like_money (const HwImportPlan *plan)
{
  gint64 numbers = 0, fine = 0;

  for (guint i = 0; i < plan->spread->len; i++)
    {
      const int column = g_array_index (plan->spread, HwSpread, i).column;
      const HwNumberEvidence *it = &plan->table->columns[column].numbers;

      numbers += it->numbers;
      fine += it->sure[0] + it->sure[1];
      if (it->n_signs > 0)
        return TRUE;
      for (guint r = 0; r < plan->table->rows->len; r++)
        fine += has_cents (g_ptr_array_index (plan->table->rows, r), column);
    }

  return fine * 5 > numbers;
}

static gboolean
decide_figures (HwImportPlan  *plan,
                GError       **error)
{
  g_autofree char *around = texts_around (plan);
  HwImportQuestion *question;
  const char *value = NULL;
  int says = look_like_money (plan) ? 1 : words_say (around);

  if (says == 0)
    {
      question = hw_import_question_new ("figures", _("What are the figures in this table?"));
      hw_import_question_add_choice (question, "quantity", _("How much was sold, in pieces"));
      hw_import_question_add_choice (question, "amount", _("What came in, in money"));
      if (!hw_plan_ask (plan, question, &value, error))
        return FALSE;
      says = g_strcmp0 (value, "amount") == 0 ? 1 : -1;
    }

  plan->spread_field = says > 0 ? HW_FIELD_AMOUNT : HW_FIELD_QUANTITY;
  return TRUE;
}

gboolean
hw_spread_decide (HwImportPlan  *plan,
                  GError       **error)
{
  return plan->spread == NULL || plan->spread->len == 0 || (decide_year (plan, error) && (plan->kind == HW_IMPORT_FIGURES || decide_figures (plan, error)));
}
