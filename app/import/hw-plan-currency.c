/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which currency the amounts are in: the currency column says, or a heading, or
 * the signs in the cells; where that is not the business's, the owner. Amounts of
 * two currencies are never added. */
#include "import/hw-currency-sign.h"
#include "import/hw-plan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static int
signed_column (const HwImportPlan *plan)
{
  static const HwField money[] = { HW_FIELD_AMOUNT, HW_FIELD_MONEY_IN, HW_FIELD_MONEY_OUT, HW_FIELD_UNIT_PRICE, HW_FIELD_UNIT_COST };

  for (guint i = 0; plan->spread != NULL && plan->spread_field == HW_FIELD_AMOUNT && i < plan->spread->len; i++)
    if (plan->numbers[g_array_index (plan->spread, HwSpread, i).column].n_signs > 0)
      return g_array_index (plan->spread, HwSpread, i).column;

  for (gsize i = 0; i < G_N_ELEMENTS (money); i++)
    if (plan->column[money[i]] >= 0
        && (plan->table->columns[plan->column[money[i]]].words.currency[0] != '\0' || plan->numbers[plan->column[money[i]]].n_signs > 0))
      return plan->column[money[i]];

  return -1;
}

/* The currency that the file itself names: by its column, its headings, its cells. */
static void
find_currency (HwImportPlan *plan)
{
  const int column = signed_column (plan);

  plan->file_currency[0] = '\0';
  if (plan->n_currencies == 1)
    g_strlcpy (plan->file_currency, plan->currencies[0].code, sizeof plan->file_currency);
  else if (column >= 0 && plan->table->columns[column].words.currency[0] != '\0')
    g_strlcpy (plan->file_currency, plan->table->columns[column].words.currency, sizeof plan->file_currency);
  else if (column >= 0)
    g_strlcpy (plan->file_currency, plan->numbers[column].signs[0].sign, sizeof plan->file_currency);
}

/* "$" and "€" in one column are two currencies; "$" and "US$" are one. */
static void
count_signs (HwImportPlan *plan)
{
  const int column = signed_column (plan);
  const HwNumberEvidence *numbers = column >= 0 ? &plan->numbers[column] : NULL;

  plan->sign_column = -1;
  if (numbers == NULL || numbers->n_signs < 2 || plan->n_currencies > 0)
    return;

  for (guint i = 0; i < numbers->n_signs; i++)
    {
      const char *code = hw_sign_currency (numbers->signs[i].sign);
      guint c = 0;

      if (code == NULL)
        continue;
      while (c < plan->n_currencies && !hw_sign_fits (numbers->signs[i].sign, plan->currencies[c].code))
        c++;
      if (c == plan->n_currencies)
        g_strlcpy (plan->currencies[plan->n_currencies++].code, code, sizeof plan->currencies[0].code);
      plan->currencies[c].rows += numbers->signs[i].cells;
    }

  if (plan->n_currencies > 1)
    plan->sign_column = column;
  else
    plan->n_currencies = 0;
}

static gboolean
choose_currency (HwImportPlan  *plan,
                 GError       **error)
{
  HwImportQuestion *question = hw_import_question_new ("currency", _("The file holds amounts in more than one currency. Which one shall be imported?"));
  const HwCurrencyCount *most = &plan->currencies[0];
  const char *value;

  for (guint i = 0; i < plan->n_currencies; i++)
    {
      const HwCurrencyCount *it = &plan->currencies[i];
      g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, it->rows);
      /* Translators: a currency's three letters, and how many rows. */
      g_autofree char *label = g_strdup_printf (ngettext ("Only %s (%s row)", "Only %s (%s rows)", (gulong) it->rows), it->code, count);

      hw_import_question_add_choice (question, it->code, label);
      if (g_str_equal (it->code, plan->business) || (it->rows > most->rows && !g_str_equal (most->code, plan->business)))
        most = it;
    }

  if (!hw_plan_ask (plan, question, &value, error))
    return FALSE;

  g_strlcpy (plan->keep, value != NULL ? value : most->code, sizeof plan->keep);
  g_strlcpy (plan->currency, plan->keep, sizeof plan->currency);
  return TRUE;
}

gboolean
hw_plan_decide_currency (HwImportPlan  *plan,
                         GError       **error)
{
  const char *code, *value;
  HwImportQuestion *question;

  g_strlcpy (plan->currency, plan->business, sizeof plan->currency);
  if (plan->kind == HW_IMPORT_SUPPLIERS || plan->kind == HW_IMPORT_CUSTOMERS)
    return TRUE;
  count_signs (plan);
  if (plan->n_currencies > 1)
    return choose_currency (plan, error);

  find_currency (plan);
  code = hw_sign_currency (plan->file_currency);
  if (code == NULL || hw_sign_fits (plan->file_currency, plan->business))
    return TRUE;

  question = hw_import_question_new ("currency", _("The file names another currency than this business. Which one are the amounts in?"));
  if (plan->currency_open)
    {
      g_autofree char *label = g_strdup_printf (_("%s: use it for the business"), code);

      hw_import_question_add_choice (question, code, label);
    }
  {
    g_autofree char *label = g_strdup_printf (_("%s, whatever the file says"), plan->business);

    hw_import_question_add_choice (question, plan->business, label);
  }

  if (!hw_plan_ask (plan, question, &value, error))
    return FALSE;
  if (value != NULL || plan->currency_open)
    g_strlcpy (plan->currency, value != NULL ? value : code, sizeof plan->currency);
  return TRUE;
}
