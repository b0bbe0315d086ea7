/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of money that are no bank's: journals of bookkeeping programs, of no use here,
 * and expenses, whose amounts stand without a minus. */
#include "import/hw-bank.h"

#include <string.h>

#define ACCOUNT_LONGEST 9 /* digits of a number in a chart of accounts */

static gboolean
is_short (const HwTable *table,
          guint          column)
{
  for (guint i = 0; i < table->rows->len; i++)
    if (strlen (hw_sample_cell (g_ptr_array_index (table->rows, i), (int) column)) > ACCOUNT_LONGEST)
      return FALSE;

  return TRUE;
}

/* Numbers of accounts in a chart: whole, and shorter than a bank's. */
static gboolean
holds_accounts (const HwImportPlan *plan,
                const char         *headings)
{
  for (guint c = 0; c < plan->table->n_columns; c++)
    {
      const HwColumn *it = &plan->table->columns[c];
      g_autofree char *padded = g_strdup_printf ("|%s|", it->words.words);

      if (it->words.words[0] != '\0' && strstr (headings, padded) != NULL && it->filled > 0
          && it->numbers.numbers * 10 >= (gint64) it->filled * 9 && is_short (plan->table, c))
        return TRUE;
    }

  return FALSE;
}

gboolean
hw_bank_books_accounts (const HwImportPlan *plan)
{
  return holds_accounts (plan, "|konto|kontonummer|sollkonto|soll konto|account|account code|debit account|compte|compte debit|cuenta|cuenta debe|conto|conto dare|")
         && holds_accounts (plan, "|gegenkonto|gegenkonto ohne bu schlussel|habenkonto|haben konto|contra account|counter account|offset account|credit account|"
                                  "contrepartie|compte credit|contrapartida|cuenta haber|contropartita|conto avere|tegenrekening|");
}

/* Whom it was paid to, and nothing that was sold. */
static gboolean
names_payees (const HwCast *cast)
{
  const int column = cast->best[HW_ROLE_SUPPLIER_NAME];
  const char *words = column >= 0 ? cast->plan->table->columns[column].words.words : "";

  return column >= 0 && !hw_cast_has (cast, HW_ROLE_ITEM) && !hw_cast_has (cast, HW_ROLE_SKU) && !hw_cast_has (cast, HW_ROLE_CUSTOMER)
         && !hw_cast_has (cast, HW_ROLE_CUSTOMER_NAME) && strstr (words, "brand") == NULL && strstr (words, "marke") == NULL
         && strstr (words, "manufacturer") == NULL && strstr (words, "hersteller") == NULL;
}

gboolean
hw_bank_names_spending (const HwCast *cast)
{
  if (hw_cast_has (cast, HW_ROLE_BALANCE) || hw_cast_has (cast, HW_ROLE_DIRECTION) || hw_cast_has (cast, HW_ROLE_PRICE) || hw_cast_has (cast, HW_ROLE_QUANTITY))
    return FALSE;

  return names_payees (cast)
         || hw_plan_title_says (cast->plan, "expense|spending|ausgaben|depenses|d\303\251penses|gastos|spese|uitgaven|despesas|wydatki|v\303\275daje|utgifter|udgifter");
}
