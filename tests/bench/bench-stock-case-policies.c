/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-stock-case-policies.c: base stock, (r,Q), (s,S), safety stock. */
#include "bench-stock-cases.h"

#include "engine/stock/hw-base-stock.h"
#include "engine/stock/hw-order-quantity-normal.h"
#include "engine/stock/hw-order-quantity.h"
#include "engine/stock/hw-order-up-to.h"
#include "engine/stock/hw-power-approximation.h"
#include "engine/stock/hw-safety-stock.h"

#include <math.h>

static HwStockCosts
costs_of (JsonObject *in)
{
  return (HwStockCosts){ .holding = bench_number (in, "holding_cost"), .shortage = bench_number (in, "stockout_cost"),
                         .ordering = bench_number_or (in, "fixed_cost", 0.0) };
}

/* Chances, a negative binomial by its variance, or a Poisson. */
static gboolean
read_demand (BenchLaw   *law,
             JsonObject *in,
             GError    **error)
{
  const char *kind = bench_text (in, "distribution");

  if (bench_has (in, "demand_pmf"))
    return bench_law_read_chances (law, in, "demand_pmf", error);

  law->law = g_strcmp0 (kind, "negative_binomial") == 0
             ? hw_law_negative_from (bench_number (in, "demand_mean"), sqrt (bench_number (in, "demand_variance")))
             : hw_law_poisson (bench_number (in, "demand_mean"));
  return TRUE;
}

static gboolean
best_order_up_to (const char *family,
                  JsonObject *in,
                  JsonObject *result,
                  GError    **error)
{
  g_auto (BenchLaw) law = { 0 };
  const HwStockCosts costs = costs_of (in);
  HwOrderUpTo best;

  (void) family;
  if (!read_demand (&law, in, error)
      || !hw_order_up_to_best (&law.law, bench_number_or (in, "lead_time", 0.0), &costs, &best, error))
    return FALSE;

  bench_put (result, "reorder_point", best.reorder_point);
  bench_put (result, "order_up_to_level", best.order_up_to);
  bench_put (result, "cost", best.cost);
  bench_put_numbers (result, "stockpyl", (double[]){ best.reorder_point, best.order_up_to, best.cost }, 3);
  bench_return_list (result, (double[]){ best.reorder_point, best.order_up_to, best.cost }, 3);
  return TRUE;
}

static gboolean
cost_of_order_up_to (const char *family,
                     JsonObject *in,
                     JsonObject *result,
                     GError    **error)
{
  g_auto (BenchLaw) law = { 0 };
  const HwStockCosts costs = costs_of (in);
  double cost;

  (void) family;
  if (!read_demand (&law, in, error)
      || !hw_order_up_to_cost (&law.law, bench_number_or (in, "lead_time", 0.0), &costs,
                               (int) bench_number (in, "reorder_point"), (int) bench_number (in, "order_up_to_level"),
                               &cost, error))
    return FALSE;

  bench_return (result, cost);
  return TRUE;
}

static gboolean
power_approximation (const char *family,
                     JsonObject *in,
                     JsonObject *result,
                     GError    **error)
{
  const HwStockCosts costs = costs_of (in);
  HwPowerPolicy policy;

  (void) family;
  if (!hw_power_approximation (bench_number (in, "demand_mean"), bench_number (in, "demand_sd"),
                               bench_number_or (in, "lead_time", 0.0), &costs, &policy, error))
    return FALSE;

  bench_put (result, "reorder_point", policy.reorder_point);
  bench_put (result, "order_up_to_level", policy.order_up_to);
  bench_return_list (result, (double[]){ policy.reorder_point, policy.order_up_to }, 2);
  return TRUE;
}

static gboolean
base_stock (const char *family,
            JsonObject *in,
            JsonObject *result,
            GError    **error)
{
  g_auto (BenchLaw) law = { 0 };
  HwBaseStock level;

  (void) family;
  if (!read_demand (&law, in, error)
      || !hw_base_stock_for_fill (&law.law, bench_number (in, "lead_time"), bench_number (in, "target_fill_rate"),
                                  &level, error))
    return FALSE;

  bench_put (result, "base_stock_level", level.level);
  bench_put (result, "fill_rate", level.fill);
  bench_put (result, "fill_rate_minus_1", level.fill_below);
  return TRUE;
}

static gboolean
safety_stock (const char *family,
              JsonObject *in,
              JsonObject *result,
              GError    **error)
{
  HwSafetyStock stock;
  HwSafetyStockInput input = {
    .mean = bench_number (in, "demand_mean"),
    .sd = bench_number (in, "demand_sd"),
    .wait_mean = bench_number (in, "lead_time_mean"),
    .wait_sd = bench_number_or (in, "lead_time_sd", 0.0),
    .review = bench_number_or (in, "review_period", 0.0),
    .promise = g_strcmp0 (bench_text (in, "service"), "fill") == 0 ? HW_PROMISE_FILL : HW_PROMISE_CYCLE,
    .share = bench_number (in, "target"),
    .quantity = bench_number (in, "order_quantity"),
  };

  (void) family;
  if (!hw_safety_stock_compute (&input, &stock, error))
    return FALSE;

  bench_put (result, "sigma_protection", stock.sigma);
  bench_put (result, "z", stock.z);
  bench_put (result, "safety_stock", stock.safety_stock);
  bench_put (result, "reorder_point", stock.reorder_point);
  return TRUE;
}

static gboolean
best_quantity (const char *family,
               JsonObject *in,
               JsonObject *result,
               GError    **error)
{
  const HwStockCosts costs = costs_of (in);
  HwOrderQuantity best;

  (void) family;
  if (!hw_order_quantity_best (bench_number (in, "demand_mean"), bench_number (in, "lead_time"), &costs, &best, error))
    return FALSE;

  bench_put (result, "reorder_point", best.reorder_point);
  bench_put (result, "order_quantity", best.order_quantity);
  bench_put (result, "cost", best.cost);
  bench_return_list (result, (double[]){ best.reorder_point, best.order_quantity, best.cost }, 3);
  return TRUE;
}

static gboolean
cost_of_quantity (const char *family,
                  JsonObject *in,
                  JsonObject *result,
                  GError    **error)
{
  const HwStockCosts costs = costs_of (in);
  double cost;

  (void) family;
  if (!hw_order_quantity_cost (bench_number (in, "demand_mean"), bench_number (in, "lead_time"), &costs,
                               (int) bench_number (in, "reorder_point"), (int) bench_number (in, "order_quantity"),
                               &cost, error))
    return FALSE;

  bench_return (result, cost);
  return TRUE;
}

static HwNormalDemand
normal_of (JsonObject *in)
{
  return (HwNormalDemand){ .mean = bench_number (in, "demand_mean"), .sd = bench_number (in, "demand_sd"),
                           .wait = bench_number (in, "lead_time") };
}

static gboolean
normal_cost (const char *family,
             JsonObject *in,
             JsonObject *result,
             GError    **error)
{
  const HwStockCosts costs = costs_of (in);
  const HwNormalDemand demand = normal_of (in);
  double cost;

  (void) family;
  if (!hw_normal_quantity_cost (&demand, &costs, bench_number (in, "reorder_point"),
                                bench_number (in, "order_quantity"), &cost, error))
    return FALSE;

  bench_put (result, "cost", cost);
  bench_return (result, cost);
  return TRUE;
}

static gboolean
normal_point (const char *family,
              JsonObject *in,
              JsonObject *result,
              GError    **error)
{
  const HwStockCosts costs = costs_of (in);
  const HwNormalDemand demand = normal_of (in);
  double r;

  (void) family;
  if (!hw_normal_quantity_point (&demand, &costs, bench_number (in, "order_quantity"), &r, error))
    return FALSE;

  bench_put (result, "reorder_point", r);
  bench_return (result, r);
  return TRUE;
}

/* What the textbook's rule would choose, and what that costs. */
static gboolean
put_rule (HwQuantityRule        rule,
          const char           *key,
          const HwNormalDemand *demand,
          const HwStockCosts   *costs,
          JsonObject           *result,
          GError              **error)
{
  HwNormalQuantity q;
  JsonObject *member;
  double cost;

  if (!hw_normal_quantity_by (rule, demand, costs, &q, error)
      || !hw_normal_quantity_cost (demand, costs, q.reorder_point, q.order_quantity, &cost, error))
    return FALSE;

  member = json_object_new ();
  bench_put (member, "r", q.reorder_point);
  bench_put (member, "Q", q.order_quantity);
  bench_put (member, "true_cost", cost);
  json_object_set_object_member (result, key, member);
  return TRUE;
}

static gboolean
normal_best (const char *family,
             JsonObject *in,
             JsonObject *result,
             GError    **error)
{
  static const struct { HwQuantityRule rule; const char *key; } rules[] = {
    { HW_QUANTITY_RULE_STOCK_LEVEL, "approx_eil" },
    { HW_QUANTITY_RULE_BACKORDERS, "approx_eoqb" },
    { HW_QUANTITY_RULE_SAFETY_STOCK, "approx_eoqss" },
    { HW_QUANTITY_RULE_LOSS, "approx_lossf" },
  };
  const HwStockCosts costs = costs_of (in);
  const HwNormalDemand demand = normal_of (in);
  HwNormalQuantity best;

  (void) family;
  if (!hw_normal_quantity_best (&demand, &costs, &best, error))
    return FALSE;

  bench_put (result, "reorder_point", best.reorder_point);
  bench_put (result, "order_quantity", best.order_quantity);
  bench_put (result, "cost", best.cost);
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (GError) none = NULL;

      if (!put_rule (rules[i].rule, rules[i].key, &demand, &costs, result, &none))
        json_object_set_null_member (result, rules[i].key);
    }

  return TRUE;
}

static gboolean
normal_by (HwQuantityRule rule,
           gsize          n,
           JsonObject    *in,
           JsonObject    *result,
           GError       **error)
{
  const HwStockCosts costs = costs_of (in);
  const HwNormalDemand demand = normal_of (in);
  HwNormalQuantity q;

  if (!hw_normal_quantity_by (rule, &demand, &costs, &q, error))
    return FALSE;

  bench_return_list (result, (double[]){ q.reorder_point, q.order_quantity, q.cost }, n);
  return TRUE;
}

static gboolean
by_stock_level (const char *family,
                JsonObject *in,
                JsonObject *result,
                GError    **error)
{
  (void) family;
  return normal_by (HW_QUANTITY_RULE_STOCK_LEVEL, 3, in, result, error);
}

static gboolean
by_backorders (const char *family,
               JsonObject *in,
               JsonObject *result,
               GError    **error)
{
  (void) family;
  return normal_by (HW_QUANTITY_RULE_BACKORDERS, 2, in, result, error);
}

static gboolean
by_safety_stock (const char *family,
                 JsonObject *in,
                 JsonObject *result,
                 GError    **error)
{
  (void) family;
  return normal_by (HW_QUANTITY_RULE_SAFETY_STOCK, 2, in, result, error);
}

static gboolean
by_loss (const char *family,
         JsonObject *in,
         JsonObject *result,
         GError    **error)
{
  (void) family;
  return normal_by (HW_QUANTITY_RULE_LOSS, 2, in, result, error);
}

const BenchCase bench_cases_of_policies[] = {
  { "ss_exact_poisson", best_order_up_to },
  { "ss_exact_pmf", best_order_up_to },
  { "ss_exact_leadtime", best_order_up_to },
  { "ss_power_approximation", power_approximation },
  { "base_stock_fill_rate", base_stock },
  { "safety_stock", safety_stock },
  { "rq_poisson_exact", best_quantity },
  { "rq_normal_exact", normal_best },
  { "rq_cost_normal", normal_cost },
  { "rq_optimal_r_for_q", normal_point },
  { "tb_s_s_discrete_exact", best_order_up_to },
  { "tb_s_s_cost_discrete", cost_of_order_up_to },
  { "tb_s_s_power_approximation", power_approximation },
  { "tb_r_q_poisson_exact", best_quantity },
  { "tb_r_q_cost_poisson", cost_of_quantity },
  { "tb_r_q_cost", normal_cost },
  { "tb_r_q_optimal_r_for_q", normal_point },
  { "tb_r_q_eil_approximation", by_stock_level },
  { "tb_r_q_eoqb_approximation", by_backorders },
  { "tb_r_q_eoqss_approximation", by_safety_stock },
  { "tb_r_q_loss_function_approximation", by_loss },
  { NULL, NULL },
};
