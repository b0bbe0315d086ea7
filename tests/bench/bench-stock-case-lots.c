/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-stock-case-lots.c: how much to order at a time. */
#include "bench-stock-cases.h"

#include "engine/stock/hw-disruption.h"
#include "engine/stock/hw-joint-order.h"
#include "engine/stock/hw-lot-plan.h"
#include "engine/stock/hw-quantity-discount.h"
#include "engine/stock/hw-shared-limit.h"
#include "engine/stock/hw-yield.h"

#include <math.h>
#include <string.h>

static HwLotTerms
lot_terms (JsonObject *in)
{
  return (HwLotTerms){ bench_number (in, "fixed_cost"), bench_number (in, "holding_cost"),
                       bench_number (in, "demand_rate") };
}

static gboolean
put_lot (JsonObject  *result,
         const HwLot *lot)
{
  bench_put (result, "order_quantity", lot->quantity);
  bench_put (result, "cost", lot->cost);
  bench_return_list (result, (double[]){ lot->quantity, lot->cost }, 2);
  return TRUE;
}

static gboolean
plain_lot (const char *family,
           JsonObject *in,
           JsonObject *result,
           GError    **error)
{
  const HwLotTerms terms = lot_terms (in);
  HwLot lot;

  return (bench_has (in, "order_quantity")
            ? hw_economic_lot_at (&terms, bench_number (in, "order_quantity"), &lot, error)
            : hw_economic_lot (&terms, &lot, error))
         && put_lot (result, &lot);
}

static gboolean
waiting_lot (const char *family,
             JsonObject *in,
             JsonObject *result,
             GError    **error)
{
  const HwLotTerms terms = lot_terms (in);
  const double shortage = bench_number (in, "stockout_cost");
  HwLot lot;

  if (!hw_economic_lot_waiting (&terms, shortage, &lot, error))
    return FALSE;
  if ((bench_has (in, "order_quantity") || bench_has (in, "stockout_fraction"))
      && !hw_economic_lot_waiting_at (&terms, shortage, bench_number_or (in, "order_quantity", lot.quantity),
                                      bench_number_or (in, "stockout_fraction", lot.short_fraction), &lot, error))
    return FALSE;

  put_lot (result, &lot);
  bench_put (result, "stockout_fraction", lot.short_fraction);
  bench_return_list (result, (double[]){ lot.quantity, lot.short_fraction, lot.cost }, 3);
  return TRUE;
}

static gboolean
made_lot (const char *family,
          JsonObject *in,
          JsonObject *result,
          GError    **error)
{
  const HwLotTerms terms = lot_terms (in);
  const double making = bench_number (in, "production_rate");
  HwLot lot;

  return (bench_has (in, "order_quantity")
            ? hw_economic_lot_made_at (&terms, making, bench_number (in, "order_quantity"), &lot, error)
            : hw_economic_lot_made (&terms, making, &lot, error))
         && put_lot (result, &lot);
}

/* The three discounts read alike. */
static gboolean
discount_lot (const char *family,
              JsonObject *in,
              JsonObject *result,
              GError    **error)
{
  const HwDiscountTerms terms = { bench_number (in, "fixed_cost"), bench_number (in, "holding_cost_rate"),
                                  bench_number (in, "demand_rate") };
  const HwPackTerms packs = { bench_number_or (in, "pack_size", 1.0), bench_number_or (in, "moq", 0.0),
                              bench_number_or (in, "max_quantity", INFINITY),
                              bench_number_or (in, "shelf_life_years", INFINITY) };
  gsize n, n_prices;
  g_autofree double *from = bench_numbers (in, "breakpoints", &n);
  g_autofree double *price = bench_numbers (in, "unit_costs", &n_prices);
  const HwPriceList list = { from, price, MIN (n, n_prices) };
  HwDiscountLot lot;
  gboolean done;

  if (strstr (family, "incremental") != NULL)
    done = hw_discount_by_steps (&terms, &list, &lot, error);
  else if (strstr (family, "pack") != NULL)
    done = hw_discount_in_packs (&terms, &list, &packs, &lot, error);
  else
    done = hw_discount_all_units (&terms, &list, &lot, error);
  if (!done)
    return FALSE;

  bench_put (result, "order_quantity", lot.quantity);
  bench_put (result, "region", (double) lot.place);
  bench_put (result, "cost", lot.cost);
  bench_put (result, "annual_cost", lot.cost);
  bench_return_list (result, (double[]){ lot.quantity, (double) lot.place, lot.cost }, 3);
  return TRUE;
}

static HwDisruptedTerms
disrupted_terms (JsonObject *in)
{
  return (HwDisruptedTerms){ lot_terms (in), bench_number (in, "stockout_cost"), bench_number (in, "disruption_rate"),
                             bench_number (in, "recovery_rate") };
}

static gboolean
disrupted_lot (const char *family,
               JsonObject *in,
               JsonObject *result,
               GError    **error)
{
  const HwDisruptedTerms terms = disrupted_terms (in);
  HwLot lot, rough;

  if (!hw_disrupted_lot (&terms, &lot, error) || !hw_disrupted_lot_rough (&terms, &rough, error))
    return FALSE;

  bench_put (result, "approx_order_quantity", rough.quantity);
  bench_put (result, "approx_cost", rough.cost);
  return put_lot (result, bench_flag (in, "approximate") ? &rough : &lot);
}

static gboolean
disrupted_lot_at (const char *family,
                  JsonObject *in,
                  JsonObject *result,
                  GError    **error)
{
  const HwDisruptedTerms terms = disrupted_terms (in);
  const double quantity = bench_number (in, "order_quantity");
  HwLot lot;

  if (!(bench_flag (in, "approximate") ? hw_disrupted_lot_rough_at (&terms, quantity, &lot, error)
                                       : hw_disrupted_lot_at (&terms, quantity, &lot, error)))
    return FALSE;

  bench_return (result, lot.cost);
  return TRUE;
}

static gboolean
yield_lot (const char *family,
           JsonObject *in,
           JsonObject *result,
           GError    **error)
{
  const HwLotTerms terms = lot_terms (in);
  const HwYield yield = { bench_number (in, "yield_mean"), bench_number (in, "yield_sd") };
  const double quantity = bench_number (in, "order_quantity");
  const gboolean at = bench_has (in, "order_quantity");
  HwLot lot;
  gboolean done;

  if (strstr (family, "additive") != NULL)
    done = at ? hw_yield_lot_plus_at (&terms, &yield, quantity, &lot, error)
              : hw_yield_lot_plus (&terms, &yield, &lot, error);
  else
    done = at ? hw_yield_lot_times_at (&terms, &yield, quantity, &lot, error)
              : hw_yield_lot_times (&terms, &yield, &lot, error);

  return done && put_lot (result, &lot);
}

static void
put_quick_order (JsonObject         *result,
                 const char         *key,
                 const HwJointOrder *order)
{
  JsonArray *answer = json_array_new (), *quantity = json_array_new (), *multiple = json_array_new ();

  bench_add_numbers (quantity, order->quantity, order->n);
  bench_add_numbers (multiple, order->multiple, order->n);
  json_array_add_array_element (answer, quantity);
  bench_add (answer, order->cycle);
  json_array_add_array_element (answer, multiple);
  bench_add (answer, order->cost);
  json_object_set_array_member (result, key, answer);
}

static gboolean
joint_order (const char *family,
             JsonObject *in,
             JsonObject *result,
             GError    **error)
{
  const double shared = bench_number (in, "shared_fixed_cost");
  gsize n;
  g_autofree double *own = bench_numbers (in, "individual_fixed_costs", &n);
  g_autofree double *holding = bench_numbers_n (in, "holding_costs", n);
  g_autofree double *rate = bench_numbers_n (in, "demand_rates", n);
  g_autofree HwJointItem *items = g_new (HwJointItem, n + 1);
  g_auto (HwJointOrder) best = { 0 }, quick = { 0 };

  for (gsize i = 0; i < n; i++)
    items[i] = (HwJointItem){ own[i], holding[i], rate[i] };

  if (!hw_joint_order_quick (shared, items, n, &quick, error))
    return FALSE;
  put_quick_order (result, "returned", &quick);
  put_quick_order (result, "silver_heuristic", &quick);
  bench_put (result, "silver_heuristic_cost", quick.cost);
  if (strcmp (family, "jrp") != 0)
    return TRUE;

  if (!hw_joint_order_best (shared, items, n, &best, error))
    return FALSE;
  bench_put (result, "optimal_cost", best.cost);
  bench_put (result, "cycle_time", best.cycle);
  bench_put_numbers (result, "multiples", best.multiple, n);
  return TRUE;
}

/* As a textbook tells it: periods from 1 on, what is asked from period to period. */
static void
put_plan_by_period (JsonObject      *result,
                    const HwLotPlan *plan)
{
  JsonArray *answer = json_array_new (), *quantity = json_array_new (), *to_go = json_array_new (),
            *next = json_array_new ();

  bench_add (quantity, 0.0);
  bench_add (to_go, 0.0);
  bench_add (next, 0.0);
  bench_add_numbers (quantity, plan->quantity, plan->n);
  bench_add_numbers (to_go, plan->to_go, plan->n + 1);
  for (gsize t = 0; t < plan->n; t++)
    bench_add (next, (double) (plan->next[t] + 1));

  json_array_add_array_element (answer, quantity);
  bench_add (answer, plan->cost);
  json_array_add_array_element (answer, to_go);
  json_array_add_array_element (answer, next);
  json_object_set_array_member (result, "returned", answer);
}

static gboolean
lot_plan (const char *family,
          JsonObject *in,
          JsonObject *result,
          GError    **error)
{
  const double periods = bench_number (in, "num_periods");
  const gsize n = periods >= 1.0 && periods < 1e6 ? (gsize) periods : 0;
  g_autofree double *demand = bench_numbers_n (in, "demand", n);
  g_autofree double *order_cost = bench_numbers_n (in, "fixed_cost", n);
  g_autofree double *price = bench_numbers_n (in, "purchase_cost", n);
  g_autofree double *holding = bench_numbers_n (in, "holding_cost", n);
  const HwLotPeriods all = { n, demand, order_cost, price, holding };
  g_auto (HwLotPlan) plan = { 0 };

  if (!hw_lot_plan_best (&all, &plan, error))
    return FALSE;

  bench_put (result, "cost", plan.cost);
  bench_put_numbers (result, "order_quantities", plan.quantity, n);
  put_plan_by_period (result, &plan);
  return TRUE;
}

static gboolean
limited_lots (const char *family,
              JsonObject *in,
              JsonObject *result,
              GError    **error)
{
  gsize n;
  g_autofree double *order_cost = bench_numbers (in, "fixed_costs", &n);
  g_autofree double *rate = bench_numbers_n (in, "demand_rates", n);
  g_autofree double *price = bench_numbers_n (in, "unit_costs", n);
  g_autofree double *size
      = bench_has (in, "unit_volumes") ? bench_numbers_n (in, "unit_volumes", n) : g_new0 (double, n + 1);
  g_autofree HwLimitedItem *items = g_new (HwLimitedItem, n + 1);
  g_auto (HwLimitedLots) lots = { 0 };

  for (gsize i = 0; i < n; i++)
    items[i] = (HwLimitedItem){ order_cost[i], rate[i], price[i], size[i] };
  if (!hw_limited_lots_best (items, n, bench_number (in, "holding_cost_rate"),
                             bench_number_or (in, "budget_avg_inventory", INFINITY),
                             bench_number_or (in, "space_max", INFINITY), &lots, error))
    return FALSE;

  bench_put (result, "cost", lots.cost);
  bench_put_numbers (result, "order_quantities", lots.quantity, n);
  bench_put (result, "multiplier_budget", lots.budget_worth);
  bench_put (result, "multiplier_space", lots.room_worth);
  bench_put (result, "unconstrained_cost", lots.free_cost);
  bench_put (result, "naive_proportional_cost", NAN); /* asked for, and nowhere defined */
  return TRUE;
}

const BenchCase bench_cases_of_lots[] = {
  { "eoq", plain_lot },
  { "tb_economic_order_quantity", plain_lot },
  { "eoq_backorders", waiting_lot },
  { "tb_economic_order_quantity_with_backorders", waiting_lot },
  { "epq", made_lot },
  { "tb_economic_production_quantity", made_lot },
  { "eoq_all_units_discount", discount_lot },
  { "eoq_incremental_discount", discount_lot },
  { "eoq_moq_pack_pricebreak", discount_lot },
  { "tb_economic_order_quantity_with_all_units_discounts", discount_lot },
  { "tb_economic_order_quantity_with_incremental_discounts", discount_lot },
  { "eoq_disruptions", disrupted_lot },
  { "tb_eoq_with_disruptions", disrupted_lot },
  { "tb_eoq_with_disruptions_cost", disrupted_lot_at },
  { "eoq_yield_multiplicative", yield_lot },
  { "eoq_yield_additive", yield_lot },
  { "tb_eoq_with_multiplicative_yield_uncertainty", yield_lot },
  { "tb_eoq_with_additive_yield_uncertainty", yield_lot },
  { "jrp", joint_order },
  { "tb_joint_replenishment_problem_silver_heuristic", joint_order },
  { "wagner_whitin", lot_plan },
  { "tb_wagner_whitin", lot_plan },
  { "multi_item_constrained_eoq", limited_lots },
  { NULL, NULL },
};
