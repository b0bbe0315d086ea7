/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of a table that runs across: the year where its headings say none, and whether its
 * figures are money or pieces. */
#include "import/hw-spread.h"

#include "core/hw-money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define YEARS_ASKED 3

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

int
hw_spread_find_year (const HwImportPlan *plan)
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

  year = hw_spread_find_year (plan);
  if (year == 0)
    {
      if (!hw_plan_ask (plan, hw_spread_year_question (plan), &value, error))
        return FALSE;
      year = value != NULL ? (int) g_ascii_strtoll (value, NULL, 10) : plan->year_now;
    }

  set_days (plan, year);
  return TRUE;
}

/* What words say of figures: 1 money, -1 units, 0 nothing. "Sales" may be either. */
static int
words_say (const char *text)
{
  static const char *const money[] = { "revenue", "turnover", "amount", "umsatz", "betrag", "erlos", "einnahmen", "chiffre d affaires",
                                       "montant", "importe", "ingresos", "fatturato", "importo", "omzet", "bedrag",
                                       "receita", "faturamento", "money", "takings", "omsattning", "trzby" };
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
