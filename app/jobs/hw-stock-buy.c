/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jobs/hw-stock-buy.h"

#include "core/hw-error.h"
#include "engine/stock/hw-supplier-order.h"

#include <math.h>

/* The products of one supplier. */
typedef struct
{
  const HwStockKit *kit;
  const HwSupplier *supplier; /* (nullable) */
  HwSupplierTerms   terms;
  GPtrArray        *works;    /* (owned) of HwStockWork, not owned */
} Group;

static void
group_free (gpointer data)
{
  Group *group = data;

  g_ptr_array_unref (group->works);
  g_free (group);
}

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

static const HwProduct *
product_of (const HwStockKit *kit,
            const HwStockWork *works,
            const HwStockWork *work)
{
  return &g_array_index (kit->demand->products, HwProduct, (guint) (work - works));
}

/* By supplier, in the order of their first products. */
static GPtrArray *
group_works (HwStockWork      *works,
             gsize             n,
             const HwStockKit *kit)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (gsize i = 0; i < n; i++)
    {
      gint64 *id = &works[i].line->supplier_id;
      Group *group = g_hash_table_lookup (by_id, id);

      if (group == NULL)
        {
          const HwSupplierTerms *terms = hw_stock_kit_supplier_terms (kit, *id);

          group = g_new0 (Group, 1);
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

/* The options of all works of @list, one behind the other. */
static void
lay_out_options (const GPtrArray  *list,
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

static void
take_option (HwStockWork          *work,
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

static HwStockSupplier *
add_supplier (HwStockPlan *plan,
              const Group *group)
{
  HwStockSupplier *supplier = g_new0 (HwStockSupplier, 1);

  supplier->supplier_id = group->terms.supplier_id;
  supplier->name = g_strdup (group->supplier != NULL ? group->supplier->name : "");
  supplier->min_order = group->supplier != NULL ? group->supplier->min_order : 0;
  g_ptr_array_add (plan->suppliers, supplier);
  return supplier;
}

/* Chance of an order at the next look whatever is ordered now: every look brings one
 * where several products are bought. */
static double
chance_again (const Group *group)
{
  const double looks = (double) group->works->len * 7.0 / 28.0;

  return 1.0 - exp (-looks);
}

/* Now, filled up, or at the next look. Where it is better to wait the lines keep what
 * they ask for, so that the owner sees what it would be. */
static gboolean
order_of_supplier (const Group        *group,
                   const HwStockWork  *works,
                   HwStockPlan        *plan,
                   GError            **error)
{
  const HwFreightStep steps[] = { { 0, group->terms.freight }, { group->terms.freight_free, 0 } };
  g_autoptr (GArray) options = NULL;
  g_autofree gsize *first = NULL;
  g_autofree double *most = g_new (double, group->works->len);
  g_auto (HwSupplierOrder) order = { 0 };
  HwStockSupplier *supplier;
  HwSupplierOrderInput input;

  lay_out_options (group->works, &options, &first);
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

      take_option (work, product_of (group->kit, works, work),
                   order.chosen[i] >= 0 ? &g_array_index (options, HwBudgetOption, first[i] + (gsize) order.chosen[i]) : NULL);
    }

  return TRUE;
}

/* --- the budget --- */

static HwMoney
each_cost (const HwStockLine *line)
{
  return line->unit_cost != HW_UNKNOWN ? line->unit_cost : line->price != HW_UNKNOWN ? line->price : 0;
}

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

      if (quantity > line->order_now || line->order_now <= 0 || !hw_money_times (each_cost (line), quantity, &option.cost))
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

  lay_out_options (list, &options, &first);
  if (!hw_budget_spend (&(HwBudgetInput) {
        (const HwBudgetOption *) (gconstpointer) options->data, first, list->len, budget, HW_BUDGET_NO_LIMIT }, &out, error))
    return FALSE;

  for (guint i = 0; i < list->len; i++)
    {
      HwStockWork *work = g_ptr_array_index (list, i);
      const gboolean wanted = work->line->order_now > 0;

      take_option (work, product_of (kit, works, work),
                   out.chosen[i] >= 0 ? &g_array_index (options, HwBudgetOption, first[i] + (gsize) out.chosen[i]) : NULL);
      if (wanted && work->line->order_now <= 0)
        work->line->reason = HW_STOCK_OVER_BUDGET;
    }

  return TRUE;
}

static HwMoney
value_of_group (const Group *group)
{
  HwMoney sum = 0;

  for (guint i = 0; i < group->works->len; i++)
    {
      const HwStockLine *line = ((const HwStockWork *) g_ptr_array_index (group->works, i))->line;
      HwMoney value;

      if (!hw_money_times (each_cost (line), line->order_now, &value) || !hw_scaled_add (&sum, value))
        return G_MAXINT64;
    }

  return sum;
}

static HwStockSupplier *
find_supplier (HwStockPlan *plan,
               gint64       supplier_id)
{
  for (guint i = 0; i < plan->suppliers->len; i++)
    if (((HwStockSupplier *) g_ptr_array_index (plan->suppliers, i))->supplier_id == supplier_id)
      return g_ptr_array_index (plan->suppliers, i);

  return NULL;
}

static HwMoney
freight_of_plan (const HwStockPlan *plan)
{
  HwMoney sum = 0;

  for (guint i = 0; i < plan->suppliers->len; i++)
    sum += ((const HwStockSupplier *) g_ptr_array_index (plan->suppliers, i))->freight;

  return sum;
}

static void
drop_group (const Group *group)
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

/* The budget, freight and all, over what is to be ordered; a supplier whose minimum is
 * missed by it gets no order, and what that frees is spent again. */
static gboolean
keep_budget (HwStockWork      *works,
             gsize             n,
             const GPtrArray  *groups,
             const HwStockKit *kit,
             HwStockPlan      *plan,
             GError          **error)
{
  g_autofree HwQuantity *asked = g_new (HwQuantity, n + 1);
  gboolean again = TRUE;

  for (gsize i = 0; i < n; i++)
    {
      asked[i] = works[i].line->order_now;
      cut_options (&works[i], product_of (kit, works, &works[i]));
    }

  while (again)
    {
      g_autoptr (GPtrArray) list = g_ptr_array_new ();

      again = FALSE;
      for (gsize i = 0; i < n; i++)
        if (works[i].options->len > 0)
          {
            works[i].line->order_now = asked[i];
            works[i].line->reason = works[i].line->on_hand <= 0 ? HW_STOCK_ORDER_SOLD_OUT : HW_STOCK_ORDER;
            g_ptr_array_add (list, &works[i]);
          }

      if (!spend (works, list, kit, MAX (plan->terms.budget - freight_of_plan (plan), 0), error))
        return FALSE;

      for (guint g = 0; g < groups->len && !again; g++)
        {
          const Group *group = g_ptr_array_index (groups, g);
          HwStockSupplier *supplier = find_supplier (plan, group->terms.supplier_id);
          const HwMoney value = value_of_group (group);

          if (supplier == NULL || supplier->wait || (value == 0 && supplier->freight == 0) ||
              (value > 0 && value >= supplier->min_order))
            continue;

          drop_group (group);
          supplier->freight = 0;
          again = TRUE;
        }
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
      const Group *group = g_ptr_array_index (groups, g);
      HwStockSupplier *supplier = find_supplier (plan, group->terms.supplier_id);

      for (guint i = 0; i < group->works->len; i++)
        {
          HwStockLine *line = ((HwStockWork *) g_ptr_array_index (group->works, i))->line;

          if (!hw_money_times (each_cost (line), line->order_now, &line->value))
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
  HwMoney sum = freight_of_plan (plan);

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
  g_autoptr (GPtrArray) groups = group_works (works, n, kit);

  for (guint g = 0; g < groups->len; g++)
    {
      const Group *group = g_ptr_array_index (groups, g);

      if (has_terms (group->supplier, &group->terms) && !order_of_supplier (group, works, plan, error))
        return FALSE;
    }

  if (plan->terms.budget != HW_UNKNOWN && !keep_budget (works, n, groups, kit, plan, error))
    return FALSE;
  if (!add_up (works, groups, plan, error))
    return FALSE;

  plan->budget_left = plan->terms.budget != HW_UNKNOWN ? plan->terms.budget - spent (plan) : HW_UNKNOWN;
  return TRUE;
}
