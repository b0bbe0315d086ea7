/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/stock/hw-stock-group.h"

static void
group_free (gpointer data)
{
  HwStockGroup *group = data;

  g_ptr_array_unref (group->works);
  g_free (group);
}

GPtrArray *
hw_stock_group_all (HwStockWork      *works,
                    gsize             n,
                    const HwStockKit *kit)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (gsize i = 0; i < n; i++)
    {
      gint64 *id = &works[i].line->supplier_id;
      HwStockGroup *group = g_hash_table_lookup (by_id, id);

      if (group == NULL)
        {
          const HwSupplierTerms *terms = hw_stock_kit_supplier_terms (kit, *id);

          group = g_new0 (HwStockGroup, 1);
          group->kit = kit;
          group->supplier = hw_waiting_find_supplier (kit->suppliers, *id);
          group->terms = terms != NULL ? *terms : (HwSupplierTerms) { .supplier_id = *id };
          group->works = g_ptr_array_new ();
          g_hash_table_insert (by_id, id, group);
          g_ptr_array_add (groups, group);
        }

      g_ptr_array_add (group->works, &works[i]);
    }

  return groups;
}

void
hw_stock_group_options (const GPtrArray  *list,
                        GArray          **options,
                        gsize           **first)
{
  *options = g_array_new (FALSE, FALSE, sizeof (HwBudgetOption));
  *first = g_new (gsize, list->len + 1);
  for (guint i = 0; i < list->len; i++)
    {
      const HwStockWork *work = g_ptr_array_index (list, i);

      (*first)[i] = (*options)->len;
      if (work->options != NULL)
        g_array_append_vals (*options, work->options->data, work->options->len);
    }

  (*first)[list->len] = (*options)->len;
}

void
hw_stock_group_take (HwStockWork          *work,
                     const HwProduct      *product,
                     const HwBudgetOption *option)
{
  HwStockLine *line = work->line;
  const HwQuantity before = line->order_now;

  line->order_now = option != NULL ? hw_stock_work_quantity (product, option->amount) : 0;
  if (option == NULL)
    {
      line->gain = 0;
      return;
    }

  if (line->order_now != before)
    line->gain = hw_scaled_from_double (option->worth);
  if (line->order_now > 0 && line->reason == HW_STOCK_ENOUGH)
    line->reason = HW_STOCK_ORDER;
}

const HwProduct *
hw_stock_group_product (const HwStockKit *kit,
                        const HwStockWork *works,
                        const HwStockWork *work)
{
  return &g_array_index (kit->demand->products, HwProduct, (guint) (work - works));
}

HwMoney
hw_stock_group_each (const HwStockLine *line,
                     HwQuantity         quantity)
{
  const HwMoney each = hw_stock_line_each (line, quantity);

  return each != HW_UNKNOWN ? each : 0;
}

HwMoney
hw_stock_group_value (const HwStockGroup *group)
{
  HwMoney sum = 0;

  for (guint i = 0; i < group->works->len; i++)
    {
      const HwStockLine *line = ((const HwStockWork *) g_ptr_array_index (group->works, i))->line;
      HwMoney value;

      if (!hw_money_times (hw_stock_group_each (line, line->order_now), line->order_now, &value) || !hw_scaled_add (&sum, value))
        return G_MAXINT64;
    }

  return sum;
}

HwMoney
hw_stock_group_freight (const HwStockPlan *plan)
{
  HwMoney sum = 0;

  for (guint i = 0; i < plan->suppliers->len; i++)
    sum += ((const HwStockSupplier *) g_ptr_array_index (plan->suppliers, i))->freight;

  return sum;
}

HwStockSupplier *
hw_stock_group_supplier (HwStockPlan *plan,
                         gint64       supplier_id)
{
  for (guint i = 0; i < plan->suppliers->len; i++)
    if (((HwStockSupplier *) g_ptr_array_index (plan->suppliers, i))->supplier_id == supplier_id)
      return g_ptr_array_index (plan->suppliers, i);

  return NULL;
}
