/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/stock/hw-stock-spend.h"

/* What may still be chosen of each line: no more than it is to get, at what the plan
 * says it is worth. */
static void
cut_options (HwStockWork     *work,
             const HwProduct *product)
{
  HwStockLine *line = work->line;
  GArray *left = g_array_new (FALSE, FALSE, sizeof (HwBudgetOption));

  for (guint i = 0; work->options != NULL && i < work->options->len; i++)
    {
      HwBudgetOption option = g_array_index (work->options, HwBudgetOption, i);
      const HwQuantity quantity = hw_stock_work_quantity (product, option.amount);

      if (quantity > line->order_now || line->order_now <= 0 ||
          !hw_money_times (hw_stock_group_each (line, quantity), quantity, &option.cost))
        continue;
      if (quantity == line->order_now)
        option.worth = MAX (option.worth, 1e-9);
      g_array_append_val (left, option);
    }

  g_clear_pointer (&work->options, g_array_unref);
  work->options = left;
}

static gboolean
spend (HwStockWork        *works,
       const GPtrArray    *list,
       const HwStockKit   *kit,
       HwMoney             budget,
       GError            **error)
{
  g_autoptr (GArray) options = NULL;
  g_autofree gsize *first = NULL;
  g_auto (HwBudget) out = { 0 };

  hw_stock_group_options (list, &options, &first);
  if (!hw_budget_spend (&(HwBudgetInput) {
        (const HwBudgetOption *) (gconstpointer) options->data, first, list->len, budget, HW_BUDGET_NO_LIMIT }, &out, error))
    return FALSE;

  for (guint i = 0; i < list->len; i++)
    {
      HwStockWork *work = g_ptr_array_index (list, i);
      const gboolean wanted = work->line->order_now > 0;

      hw_stock_group_take (work, hw_stock_group_product (kit, works, work),
                           out.chosen[i] >= 0 ? &g_array_index (options, HwBudgetOption, first[i] + (gsize) out.chosen[i]) : NULL);
      if (wanted && work->line->order_now <= 0)
        work->line->reason = HW_STOCK_OVER_BUDGET;
    }

  return TRUE;
}

static void
drop_group (const HwStockGroup *group)
{
  for (guint i = 0; i < group->works->len; i++)
    {
      HwStockWork *work = g_ptr_array_index (group->works, i);

      if (work->line->order_now > 0)
        {
          work->line->order_now = work->line->gain = 0;
          work->line->reason = HW_STOCK_OVER_BUDGET;
        }
      g_array_set_size (work->options, 0);
    }
}

/* What the supplier takes for bringing what is left of the order. */
static HwMoney
freight_due (const HwStockGroup *group,
             HwMoney             value)
{
  return group->terms.freight_free > 0 && value >= group->terms.freight_free ? 0 : MAX (group->terms.freight, 0);
}

/* Whether a supplier's order, as the budget has left it, cannot stand: it is below the
 * minimum, or has lost its free freight. Then it is mended, and all is to be spent again. */
static gboolean
mend (const GPtrArray *groups,
      HwStockPlan     *plan)
{
  for (guint g = 0; g < groups->len; g++)
    {
      const HwStockGroup *group = g_ptr_array_index (groups, g);
      HwStockSupplier *supplier = hw_stock_group_supplier (plan, group->terms.supplier_id);
      const HwMoney value = hw_stock_group_value (group);

      if (supplier == NULL || supplier->wait || (value == 0 && supplier->freight == 0))
        continue;

      if (value == 0 || value < supplier->min_order)
        {
          drop_group (group);
          supplier->freight = 0;
          return TRUE;
        }
      if (freight_due (group, value) > supplier->freight)
        {
          supplier->freight = freight_due (group, value);
          return TRUE;
        }
    }

  return FALSE;
}

/* The budget, freight and all, over what is to be ordered. Each turn a supplier gets no
 * order, or comes to cost its freight: they come to an end. */
gboolean
hw_stock_spend (HwStockWork       *works,
                gsize              n,
                const GPtrArray   *groups,
                const HwStockKit  *kit,
                HwStockPlan       *plan,
                GError           **error)
{
  g_autofree HwQuantity *asked = g_new (HwQuantity, n + 1);

  for (gsize i = 0; i < n; i++)
    {
      asked[i] = works[i].line->order_now;
      cut_options (&works[i], hw_stock_group_product (kit, works, &works[i]));
    }

  do
    {
      g_autoptr (GPtrArray) list = g_ptr_array_new ();

      for (gsize i = 0; i < n; i++)
        if (works[i].options->len > 0)
          {
            works[i].line->order_now = asked[i];
            works[i].line->reason = works[i].line->on_hand <= 0 ? HW_STOCK_ORDER_SOLD_OUT : HW_STOCK_ORDER;
            g_ptr_array_add (list, &works[i]);
          }

      if (!spend (works, list, kit, MAX (plan->terms.budget - hw_stock_kit_drafted (kit) - hw_stock_group_freight (plan), 0), error))
        return FALSE;
    }
  while (mend (groups, plan));

  return TRUE;
}
