/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/stock/hw-stock-buy.h"

#include "core/hw-error.h"
#include "engine/stock/hw-supplier-order.h"
#include "jobs/stock/hw-stock-spend.h"

#include <math.h>

#define ORDERS_A_LOOK 0.25 /* of one product */

static gboolean
has_terms (const HwSupplier      *supplier,
           const HwSupplierTerms *terms)
{
  return supplier != NULL && (supplier->min_order > 0 || (terms != NULL && terms->freight > 0));
}

gboolean
hw_stock_buy_limits (const HwStockKit *kit,
                     const HwProduct  *product,
                     HwMoney           budget)
{
  return budget != HW_UNKNOWN ||
         has_terms (hw_waiting_find_supplier (kit->suppliers, product->supplier_id),
                    hw_stock_kit_supplier_terms (kit, product->supplier_id));
}

static HwStockSupplier *
add_supplier (HwStockPlan        *plan,
              const HwStockGroup *group)
{
  HwStockSupplier *supplier = g_new0 (HwStockSupplier, 1);

  supplier->supplier_id = group->terms.supplier_id;
  supplier->name = g_strdup (group->supplier != NULL ? group->supplier->name : "");
  supplier->min_order = group->supplier != NULL ? group->supplier->min_order : 0;
  g_ptr_array_add (plan->suppliers, supplier);
  return supplier;
}

/* Chance of an order at the next look whatever is ordered now: of some product, each
 * ordered about once in four looks. */
static double
chance_again (const HwStockGroup *group)
{
  return 1.0 - exp (-ORDERS_A_LOOK * (double) group->works->len);
}

/* Now, filled up, or at the next look. Where it is better to wait the lines keep what
 * they ask for, so that the owner sees what it would be. */
static gboolean
order_of_supplier (const HwStockGroup  *group,
                   const HwStockWork   *works,
                   HwStockPlan         *plan,
                   GError             **error)
{
  const HwFreightStep steps[] = { { 0, group->terms.freight }, { group->terms.freight_free, 0 } };
  g_autoptr (GArray) options = NULL;
  g_autofree gsize *first = NULL;
  g_autofree double *most = g_new (double, group->works->len);
  g_auto (HwSupplierOrder) order = { 0 };
  HwStockSupplier *supplier;
  HwSupplierOrderInput input;

  hw_stock_group_options (group->works, &options, &first);
  for (guint i = 0; i < group->works->len; i++)
    most[i] = ((const HwStockWork *) g_ptr_array_index (group->works, i))->most;

  input = (HwSupplierOrderInput) {
    .options = (const HwBudgetOption *) (gconstpointer) options->data, .first = first, .most = most,
    .n_items = group->works->len, .minimum = MAX (group->supplier->min_order, 0),
    .freight = group->terms.freight > 0 ? steps : NULL,
    .n_freight = group->terms.freight <= 0 ? 0 : group->terms.freight_free > 0 ? 2 : 1,
    .again = chance_again (group),
  };
  if (!hw_supplier_order_plan (&input, &order, error))
    return FALSE;

  if (order.reason == HW_SUPPLIER_NOTHING)
    return TRUE;

  supplier = add_supplier (plan, group);
  supplier->wait = order.wait;
  supplier->missing = order.wait || order.reason == HW_SUPPLIER_AS_ASKED ? order.missing : 0;
  supplier->freight = order.freight;
  for (guint i = 0; !order.wait && i < group->works->len; i++)
    {
      HwStockWork *work = g_ptr_array_index (group->works, i);

      hw_stock_group_take (work, hw_stock_group_product (group->kit, works, work),
                   order.chosen[i] >= 0 ? &g_array_index (options, HwBudgetOption, first[i] + (gsize) order.chosen[i]) : NULL);
    }

  return TRUE;
}

static int
compare_suppliers (gconstpointer a,
                   gconstpointer b)
{
  const HwStockSupplier *x = *(HwStockSupplier *const *) a;
  const HwStockSupplier *y = *(HwStockSupplier *const *) b;

  if (x->value != y->value)
    return x->value > y->value ? -1 : 1;

  return g_strcmp0 (x->name, y->name);
}

/* Values of lines and suppliers as they stand now. */
static gboolean
add_up (HwStockWork      *works,
        const GPtrArray  *groups,
        HwStockPlan      *plan,
        GError          **error)
{
  for (guint g = 0; g < groups->len; g++)
    {
      const HwStockGroup *group = g_ptr_array_index (groups, g);
      HwStockSupplier *supplier = hw_stock_group_supplier (plan, group->terms.supplier_id);

      for (guint i = 0; i < group->works->len; i++)
        {
          HwStockLine *line = ((HwStockWork *) g_ptr_array_index (group->works, i))->line;

          if (!hw_money_times (hw_stock_group_each (line, line->order_now), line->order_now, &line->value))
            {
              g_set_error (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "%s: the order's value overflows", line->key);
              return FALSE;
            }

          if (line->order_now <= 0)
            continue;

          supplier = supplier != NULL ? supplier : add_supplier (plan, group);
          supplier->n_lines++;
          if (!hw_scaled_add (&supplier->value, line->value))
            {
              g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "a supplier's order overflows");
              return FALSE;
            }
        }
    }

  for (guint i = plan->suppliers->len; i-- > 0;)
    if (((const HwStockSupplier *) g_ptr_array_index (plan->suppliers, i))->n_lines == 0)
      g_ptr_array_remove_index (plan->suppliers, i);

  g_ptr_array_sort (plan->suppliers, compare_suppliers);
  return TRUE;
}

static HwMoney
spent (const HwStockPlan *plan)
{
  HwMoney sum = hw_stock_group_freight (plan);

  for (guint i = 0; i < plan->suppliers->len; i++)
    sum += ((const HwStockSupplier *) g_ptr_array_index (plan->suppliers, i))->value;

  return sum;
}

gboolean
hw_stock_buy (HwStockWork       *works,
              gsize              n,
              const HwStockKit  *kit,
              HwStockPlan       *plan,
              GError           **error)
{
  g_autoptr (GPtrArray) groups = hw_stock_group_all (works, n, kit);

  for (guint g = 0; g < groups->len; g++)
    {
      const HwStockGroup *group = g_ptr_array_index (groups, g);

      if (has_terms (group->supplier, &group->terms) && !order_of_supplier (group, works, plan, error))
        return FALSE;
    }

  if (plan->terms.budget != HW_UNKNOWN && !hw_stock_spend (works, n, groups, kit, plan, error))
    return FALSE;
  if (!add_up (works, groups, plan, error))
    return FALSE;

  plan->budget_left = plan->terms.budget != HW_UNKNOWN ? MAX (plan->terms.budget - hw_stock_kit_drafted (kit) - spent (plan), 0) : HW_UNKNOWN;
  return TRUE;
}
