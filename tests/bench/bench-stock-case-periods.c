/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-stock-case-periods.c: one period, and some periods one after the other. */
#include "bench-stock-network.h"

#include "engine/stock/hw-horizon.h"
#include "engine/stock/hw-myopic.h"

#include <math.h>

static HwMyopic
myopic_of (JsonObject *in)
{
  return (HwMyopic){ .mean = bench_number (in, "demand_mean"), .sd = bench_number (in, "demand_sd"),
                     .holding = bench_number (in, "holding_cost"), .shortage = bench_number (in, "stockout_cost"),
                     .price = bench_number (in, "purchase_cost"),
                     .next_price = bench_number (in, "purchase_cost_next_per"),
                     .discount = bench_number_or (in, "discount_factor", 1.0) };
}

/* "tb_myopic", "tb_myopic_cost", "tb_set_myopic_cost_to" */
static gboolean
one_period (const char *family,
            JsonObject *in,
            JsonObject *result,
            GError    **error)
{
  const HwMyopic period = myopic_of (in);
  double level;

  if (!hw_myopic_check (&period, error))
    return FALSE;

  if (g_str_has_prefix (family, "tb_set"))
    {
      if (!hw_myopic_level (&period, bench_number (in, "cost"), bench_flag (in, "left_half"), &level, error))
        return FALSE;
      bench_return (result, level);
      return TRUE;
    }

  level = bench_number_or (in, "base_stock_level", hw_myopic_best (&period));
  if (g_str_has_suffix (family, "_cost"))
    bench_return (result, hw_myopic_cost (&period, level));
  else
    bench_return_list (result, (double[]){ level, hw_myopic_cost (&period, level) }, 2);
  return TRUE;
}

/* Each period's law and costs, from lists or one value for all. */
static gboolean
read_periods (JsonObject      *in,
              HwHorizonPeriod *periods,
              BenchLaw        *laws,
              gsize            n,
              GError         **error)
{
  g_autofree double *mean = bench_numbers_n (in, "demand_mean", n);
  g_autofree double *sd = bench_numbers_n (in, "demand_sd", n);
  g_autofree double *holding = bench_numbers_n (in, "holding_cost", n);
  g_autofree double *shortage = bench_numbers_n (in, "stockout_cost", n);
  g_autofree double *price = bench_numbers_n (in, "purchase_cost", n);
  g_autofree double *ordering = bench_numbers_n (in, "fixed_cost", n);
  g_autofree double *discount = bench_numbers_n (in, "discount_factor", n);
  JsonArray *sources = bench_array (in, "demand_source");
  JsonObject *source = bench_object (in, "demand_source");

  for (gsize t = 0; t < n; t++)
    {
      if (sources != NULL && json_array_get_length (sources) >= n)
        source = json_array_get_object_element (sources, (guint) (json_array_get_length (sources) - n + t));

      laws[t].law = hw_law_normal (mean[t], sd[t]);
      if (source != NULL && !bench_law_read_source (&laws[t], source, error))
        return FALSE;

      periods[t] = (HwHorizonPeriod){ .demand = laws[t].law, .holding = holding[t], .shortage = shortage[t],
                                      .price = price[t], .ordering = ordering[t],
                                      .discount = isnan (discount[t]) ? 1.0 : discount[t] };
    }

  return TRUE;
}

/* A list whose first place stands for no period. */
static JsonArray *
from_1 (void)
{
  JsonArray *list = json_array_new ();

  bench_add (list, 0.0);
  return list;
}

static gboolean
horizon (JsonObject            *in,
         const HwHorizonPeriod *periods,
         gsize                  n,
         JsonObject            *result,
         GError               **error)
{
  const HwHorizonInput input = {
    .periods = periods, .n_periods = n,
    .end_holding = bench_number (in, "terminal_holding_cost"),
    .end_shortage = bench_number (in, "terminal_stockout_cost"),
    .start = bench_int (in, "initial_inventory_level", 0),
    .demand_spread = bench_number_or (in, "d_spread", HW_HORIZON_SPREAD),
    .level_spread = bench_number_or (in, "s_spread", HW_HORIZON_SPREAD),
  };
  g_auto (HwHorizon) plan = { 0 };
  JsonArray *points, *levels;
  JsonObject *all;

  if (!hw_horizon_plan (&input, &plan, error))
    return FALSE;

  points = from_1 ();
  levels = from_1 ();
  for (gsize t = 0; t < n; t++)
    {
      bench_add (points, plan.reorder_point[t]);
      bench_add (levels, plan.order_up_to[t]);
    }

  all = json_object_new ();
  json_object_set_array_member (all, "reorder_points", points);
  json_object_set_array_member (all, "order_up_to_levels", levels);
  bench_put (all, "total_cost", plan.cost);
  json_object_set_object_member (result, "returned", all);
  return TRUE;
}

static gboolean
bounds (JsonObject            *in,
        const HwHorizonPeriod *periods,
        gsize                  n,
        JsonObject            *result,
        GError               **error)
{
  JsonArray *lists[] = { from_1 (), from_1 (), from_1 (), from_1 () };
  JsonArray *all = json_array_new ();
  gboolean is_well = TRUE;

  for (gsize t = 0; t < n && is_well; t++)
    {
      const HwHorizonPeriod *p = &periods[t];
      const gboolean is_last = t + 1 == n;
      const HwMyopic period = {
        .mean = p->demand.a, .sd = p->demand.b, .price = p->price, .discount = p->discount,
        .holding = p->holding + (is_last ? bench_number (in, "terminal_holding_cost") : 0.0),
        .shortage = p->shortage + (is_last ? bench_number (in, "terminal_stockout_cost") : 0.0),
        .next_price = is_last ? 0.0 : periods[t + 1].price,
      };
      HwMyopicBounds b;

      is_well = hw_myopic_bounds (&period, p->ordering, is_last ? 0.0 : periods[t + 1].ordering, &b, error);
      if (!is_well)
        break;

      bench_add (lists[0], b.up_to_least);
      bench_add (lists[1], b.up_to_most);
      bench_add (lists[2], b.reorder_least);
      bench_add (lists[3], b.reorder_most);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    json_array_add_array_element (all, lists[i]);
  json_object_set_array_member (result, "returned", all);
  return is_well;
}

/* "tb_finite_horizon_dp", "tb_myopic_bounds" */
static gboolean
many_periods (const char *family,
              JsonObject *in,
              JsonObject *result,
              GError    **error)
{
  const gsize n = (gsize) CLAMP (bench_int (in, "num_periods", 0), 0, 1000);
  g_autofree HwHorizonPeriod *periods = g_new0 (HwHorizonPeriod, n + 1);
  g_autofree BenchLaw *laws = g_new0 (BenchLaw, n + 1);
  gboolean is_well = read_periods (in, periods, laws, n, error);

  if (is_well)
    is_well = g_str_has_suffix (family, "_bounds") ? bounds (in, periods, n, result, error)
                                                   : horizon (in, periods, n, result, error);

  for (gsize t = 0; t < n; t++)
    bench_law_clear (&laws[t]);
  return is_well;
}

const BenchCase bench_cases_of_periods[] = {
  { "tb_myopic", one_period },
  { "tb_myopic_cost", one_period },
  { "tb_set_myopic_cost_to", one_period },
  { "tb_myopic_bounds", many_periods },
  { "tb_finite_horizon_dp", many_periods },
  { NULL, NULL },
};
