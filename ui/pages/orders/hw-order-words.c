/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/orders/hw-order-words.h"

#include "domain/hw-records.h"

#include <glib/gi18n.h>

char *
hw_order_say_total (const HwStockPlan *plan,
                    const HwOrderSum  *sum,
                    const HwFormat    *format)
{
  g_autofree char *value = sum->value != HW_UNKNOWN ? hw_format_money (format, sum->value) : g_strdup ("–");
  g_autofree char *n = hw_format_number (format, sum->n, 0);
  g_autofree char *left_out = hw_format_number (format, sum->n_left_out, 0);
  g_autofree char *total = NULL;

  if (sum->n > 0)
    /* Translators: 1 how many products, 2 money. */
    total = g_strdup_printf (ngettext ("%1$s item to order · %2$s", "%1$s items to order · %2$s", sum->n), n, value);
  if (total != NULL && sum->n_left_out > 0)
    /* Translators: 1 "22 items to order · 1,065 €", 2 how many suggested products the owner does not order. */
    return g_strdup_printf (ngettext ("%1$s · %2$s left out", "%1$s · %2$s left out", sum->n_left_out), total, left_out);
  if (total != NULL)
    return g_steal_pointer (&total);
  if (plan->n_unknown == plan->lines->len)
    return g_strdup (_("Not known yet"));

  return g_strdup (_("Nothing to order"));
}

char *
hw_order_say_note (const HwStockPlan *plan,
                   const HwOrderSum  *sum,
                   const HwFormat    *format)
{
  g_autofree char *day = hw_format_day (format, plan->as_of, HW_DAY_SHORT);

  if (plan->terms.budget != HW_UNKNOWN && (plan->terms.said & HW_SAID_BUDGET) != 0 && sum->value != HW_UNKNOWN)
    {
      const HwMoney left = plan->terms.budget - sum->value;
      g_autofree char *budget = hw_format_money (format, plan->terms.budget);
      g_autofree char *money = hw_format_money (format, ABS (left));

      if (left < 0)
        /* Translators: 1 a date, 2 and 3 money. */
        return g_strdup_printf (_("As of %1$s. %3$s more than the budget of %2$s."), day, budget, money);
      /* Translators: 1 a date, 2 and 3 money. */
      return g_strdup_printf (_("As of %1$s. Of the budget of %2$s, %3$s is left."), day, budget, money);
    }

  if (plan->n_unknown > 0)
    /* Translators: 1 a date, 2 how many products. */
    return g_strdup_printf (ngettext ("As of %s. How much is left of %u product is not known.",
                                      "As of %s. How much is left of %u products is not known.",
                                      plan->n_unknown), day, plan->n_unknown);

  /* Translators: %s is a date. */
  return g_strdup_printf (_("As of %s. What brings most for its money comes first."), day);
}
