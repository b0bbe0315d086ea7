/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-stock-case-laws.c: loss functions, and a single order against a law. */
#include "bench-stock-cases.h"

#include "engine/stock/hw-disruption.h"
#include "engine/stock/hw-refuse.h"
#include "engine/stock/hw-yield.h"

#include <math.h>
#include <string.h>

/* The law of a textbook's call: named by the family, parameters by name. */
static HwLaw
law_of (const char *name,
        JsonObject *in)
{
  if (g_str_has_prefix (name, "standard"))
    return hw_law_normal (0.0, 1.0);
  if (g_str_has_prefix (name, "normal"))
    return hw_law_normal (bench_number (in, "mean"), bench_number (in, "sd"));
  if (g_str_has_prefix (name, "lognormal"))
    return hw_law_lognormal (bench_number (in, "mu"), bench_number (in, "sigma"));
  if (g_str_has_prefix (name, "exponential"))
    return hw_law_exponential (bench_number (in, "mu"));
  if (g_str_has_prefix (name, "uniform"))
    return hw_law_uniform (bench_number (in, "a"), bench_number (in, "b"));
  if (g_str_has_prefix (name, "poisson"))
    return hw_law_poisson (bench_number (in, "mean"));
  if (g_str_has_prefix (name, "geometric"))
    return hw_law_geometric (bench_number (in, "p"));
  if (g_str_has_prefix (name, "gamma"))
    return bench_has (in, "shape") ? hw_law_gamma (bench_number (in, "shape"), bench_number (in, "scale"))
                                   : hw_law_gamma (bench_number (in, "a"), bench_number (in, "b"));

  return bench_has (in, "r") ? hw_law_negative (bench_number (in, "r"), bench_number (in, "p"))
                             : hw_law_negative_from (bench_number (in, "mean"), bench_number (in, "sd"));
}

static gboolean
put_losses (const HwLaw *law,
            JsonObject  *in,
            gboolean     second,
            JsonObject  *result,
            GError     **error)
{
  const double x = bench_has (in, "z") ? bench_number (in, "z") : bench_number (in, "x");
  HwTails t;

  if (!hw_law_check (law, error))
    return FALSE;
  if (!isfinite (x))
    return hw_refuse (error, "there is no point to ask about");

  t = hw_law_tails (law, x);
  bench_put (result, "loss", t.loss);
  bench_put (result, "complementary_loss", t.left);
  bench_return_list (result, second ? (double[]){ t.second_loss, t.second_left } : (double[]){ t.loss, t.left }, 2);
  return TRUE;
}

/* "loss_KIND" or "tb_KIND_loss", "tb_KIND_second_loss". */
static gboolean
named_loss (const char *family,
            JsonObject *in,
            JsonObject *result,
            GError    **error)
{
  const char *name = strchr (family, '_') + 1;
  const HwLaw law = law_of (name, in);

  return put_losses (&law, in, g_str_has_suffix (family, "_second_loss"), result, error);
}

/* A frozen distribution, or chances. */
static gboolean
read_law (BenchLaw   *law,
          JsonObject *in,
          const char *frozen,
          const char *chances,
          GError    **error)
{
  return bench_has (in, frozen) ? bench_law_read (law, in, frozen, error)
                                : bench_law_read_chances (law, in, chances, error);
}

static gboolean
any_loss (const char *family,
          JsonObject *in,
          JsonObject *result,
          GError    **error)
{
  g_auto (BenchLaw) law = { 0 };

  return read_law (&law, in, "distrib", "pmf", error)
         && put_losses (&law.law, in, g_str_has_suffix (family, "_second_loss"), result, error);
}

/* A level that is given is kept, else the best is looked for. */
static gboolean
put_newsvendor (const HwLaw *demand,
                JsonObject  *in,
                JsonObject  *result,
                GError     **error)
{
  const double holding = bench_number (in, "holding_cost"), shortage = bench_number (in, "stockout_cost");
  HwNewsvendor n;

  if (!(bench_has (in, "base_stock_level")
          ? hw_newsvendor_at (demand, holding, shortage, bench_number (in, "base_stock_level"), &n, error)
          : hw_newsvendor_best (demand, holding, shortage, &n, error)))
    return FALSE;

  bench_put (result, "base_stock_level", n.level);
  bench_put (result, "cost", n.cost);
  bench_return_list (result, (double[]){ n.level, n.cost }, 2);
  return TRUE;
}

/* Demand of the waiting time and the period to the next look. */
static HwLaw
demand_of (JsonObject *in)
{
  const HwLaw one = bench_has (in, "demand_sd")
                      ? hw_law_normal (bench_number (in, "demand_mean"), bench_number (in, "demand_sd"))
                      : hw_law_poisson (bench_number (in, "demand_mean"));
  HwLaw all;

  (void) hw_law_over (&one, bench_number_or (in, "lead_time", 0.0) + 1.0, &all);
  return all;
}

static gboolean
newsvendor (const char *family,
            JsonObject *in,
            JsonObject *result,
            GError    **error)
{
  const HwLaw demand = demand_of (in);

  if (!put_newsvendor (&demand, in, result, error))
    return FALSE;

  if (g_str_has_suffix (family, "_cost"))
    bench_return (result, json_array_get_double_element (bench_array (result, "returned"), 1));
  return TRUE;
}

static gboolean
newsvendor_of_law (const char *family,
                   JsonObject *in,
                   JsonObject *result,
                   GError    **error)
{
  g_auto (BenchLaw) law = { 0 };

  return read_law (&law, in, "demand_distrib", "demand_pmf", error) && put_newsvendor (&law.law, in, result, error);
}

static gboolean
newsvendor_explicit (const char *family,
                     JsonObject *in,
                     JsonObject *result,
                     GError    **error)
{
  const HwLaw demand = demand_of (in);
  const HwUnitMoney money = { bench_number (in, "revenue"), bench_number (in, "purchase_cost"),
                              bench_number (in, "salvage_value"), bench_number_or (in, "holding_cost", 0.0),
                              bench_number_or (in, "stockout_cost", 0.0) };
  HwNewsvendor n;

  if (!(bench_has (in, "base_stock_level")
          ? hw_newsvendor_profit_at (&demand, &money, bench_number (in, "base_stock_level"), &n, error)
          : hw_newsvendor_profit_best (&demand, &money, &n, error)))
    return FALSE;

  bench_put (result, "base_stock_level", n.level);
  bench_put (result, "expected_profit", n.profit);
  bench_return_list (result, (double[]){ n.level, n.profit }, 2);
  return TRUE;
}

static gboolean
put_level (JsonObject         *result,
           const HwNewsvendor *n)
{
  bench_put (result, "base_stock_level", n->level);
  bench_put (result, "cost", n->cost);
  bench_return_list (result, (double[]){ n->level, n->cost }, 2);
  return TRUE;
}

static gboolean
newsvendor_disrupted (const char *family,
                      JsonObject *in,
                      JsonObject *result,
                      GError    **error)
{
  const HwDisruptedPeriods terms = { bench_number (in, "holding_cost"), bench_number (in, "stockout_cost"),
                                     bench_number (in, "demand"), bench_number (in, "disruption_prob"),
                                     bench_number (in, "recovery_prob") };
  HwNewsvendor n;

  return (bench_has (in, "base_stock_level")
            ? hw_disrupted_level_at (&terms, bench_number (in, "base_stock_level"), &n, error)
            : hw_disrupted_level (&terms, &n, error))
         && put_level (result, &n);
}

static gboolean
newsvendor_yield (const char *family,
                  JsonObject *in,
                  JsonObject *result,
                  GError    **error)
{
  const double demand = bench_number (in, "demand"), holding = bench_number (in, "holding_cost");
  const double shortage = bench_number (in, "stockout_cost");
  g_auto (BenchLaw) off = { 0 };
  HwNewsvendor n;

  if (!bench_has (in, "yield_distribution"))
    off.law = hw_law_normal (bench_number (in, "yield_mean"), bench_number (in, "yield_sd"));
  else if (!bench_law_read (&off, in, "yield_distribution", error))
    return FALSE;

  return (bench_has (in, "base_stock_level")
            ? hw_yield_order_at (&off.law, demand, holding, shortage, bench_number (in, "base_stock_level"), &n, error)
            : hw_yield_order (&off.law, demand, holding, shortage, &n, error))
         && put_level (result, &n);
}

const BenchCase bench_cases_of_laws[] = {
  { "loss_normal", named_loss },
  { "loss_poisson", named_loss },
  { "loss_gamma", named_loss },
  { "loss_lognormal", named_loss },
  { "loss_nbinom", named_loss },
  { "tb_standard_normal_loss", named_loss },
  { "tb_standard_normal_second_loss", named_loss },
  { "tb_normal_loss", named_loss },
  { "tb_normal_second_loss", named_loss },
  { "tb_lognormal_loss", named_loss },
  { "tb_lognormal_second_loss", named_loss },
  { "tb_exponential_loss", named_loss },
  { "tb_exponential_second_loss", named_loss },
  { "tb_gamma_loss", named_loss },
  { "tb_gamma_second_loss", named_loss },
  { "tb_uniform_loss", named_loss },
  { "tb_uniform_second_loss", named_loss },
  { "tb_poisson_loss", named_loss },
  { "tb_poisson_second_loss", named_loss },
  { "tb_geometric_loss", named_loss },
  { "tb_geometric_second_loss", named_loss },
  { "tb_negative_binomial_loss", named_loss },
  { "tb_negative_binomial_second_loss", named_loss },
  { "tb_discrete_loss", any_loss },
  { "tb_discrete_second_loss", any_loss },
  { "tb_continuous_loss", any_loss },
  { "tb_continuous_second_loss", any_loss },
  { "newsvendor_normal", newsvendor },
  { "newsvendor_poisson", newsvendor },
  { "newsvendor_discrete", newsvendor_of_law },
  { "newsvendor_explicit_normal", newsvendor_explicit },
  { "newsvendor_disruptions", newsvendor_disrupted },
  { "tb_newsvendor_normal", newsvendor },
  { "tb_newsvendor_normal_cost", newsvendor },
  { "tb_newsvendor_normal_explicit", newsvendor_explicit },
  { "tb_newsvendor_poisson", newsvendor },
  { "tb_newsvendor_poisson_cost", newsvendor },
  { "tb_newsvendor_poisson_explicit", newsvendor_explicit },
  { "tb_newsvendor_discrete", newsvendor_of_law },
  { "tb_newsvendor_continuous", newsvendor_of_law },
  { "tb_newsvendor_with_disruptions", newsvendor_disrupted },
  { "tb_newsvendor_with_additive_yield_uncertainty", newsvendor_yield },
  { NULL, NULL },
};
