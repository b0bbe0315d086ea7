/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/money/hw-ramp.h"

#include "core/hw-error.h"
#include "core/hw-sort.h"
#include "engine/math/hw-rank.h"
#include "engine/money/hw-cash-flow.h"

#include <math.h>

#define WEEKS_A_YEAR 52.0
#define MONTHS_A_YEAR 12.0
#define MONTHS_MOST 600
#define DRAWS_LEAST 100
#define LOOK_EACH 256 /* draws between two looks at Cancel */

/* What all draws are kept in. */
typedef struct
{
  double *parts;   /* by part, then draw */
  double *so_far;  /* by month, then draw */
  double *nets;    /* the same, each month alone */
  double *npv, *irr, *payback, *trough, *cost;
  gsize   n, n_irr, n_payback;
} Draws;

static void
draws_clear (Draws *self)
{
  g_free (self->parts);
  g_free (self->so_far);
  g_free (self->nets);
  g_free (self->npv);
  g_free (self->irr);
  g_free (self->payback);
  g_free (self->trough);
  g_free (self->cost);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Draws, draws_clear)

static gboolean
is_good_pert (const HwPert *part)
{
  return isfinite (part->low) && isfinite (part->high) && part->low >= 0.0 && part->low <= part->mode &&
         part->mode <= part->high;
}

static gboolean
is_good (const HwRampInput *input)
{
  const HwBenefitInput *base = &input->base;

  if (!isfinite (base->effect) || !isfinite (base->effect_sd) || base->effect_sd < 0.0 || !isfinite (base->rate) ||
      base->rate <= -1.0 || base->n_draws < DRAWS_LEAST || input->n_months < 1 || input->n_months > MONTHS_MOST)
    return FALSE;

  for (int p = HW_BENEFIT_EFFECT + 1; p < HW_BENEFIT_N; p++)
    if (!is_good_pert (&base->parts[p]))
      return FALSE;

  for (gsize t = 0; t <= input->n_months; t++)
    if (!isfinite (input->out[t]) || input->out[t] < 0.0 ||
        (t < input->n_months && !(input->share[t] >= 0.0 && input->share[t] <= 1.0)))
      return FALSE;

  return base->parts[HW_BENEFIT_LOST].high <= 1.0;
}

static double
month_rate (const HwRampInput *input)
{
  return pow (1.0 + input->base.rate, 1.0 / MONTHS_A_YEAR) - 1.0;
}

static void
fill_flow (const HwRampInput *input,
           const double      *x,
           double            *net,
           double            *cost)
{
  const double gain = x[HW_BENEFIT_EFFECT] * (1.0 - x[HW_BENEFIT_LOST]) * x[HW_BENEFIT_VOLUME] * x[HW_BENEFIT_MARGIN];
  const double running = x[HW_BENEFIT_RUNNING] + x[HW_BENEFIT_HOURS] * WEEKS_A_YEAR * x[HW_BENEFIT_WAGE];

  net[0] = -input->out[0] * x[HW_BENEFIT_SET_UP];
  *cost = -net[0];
  for (gsize t = 1; t <= input->n_months; t++)
    {
      const double share = input->share[t - 1], once = input->out[t] * x[HW_BENEFIT_SET_UP];

      net[t] = share * (gain - running) / MONTHS_A_YEAR - once;
      *cost += once + (share < 1.0 ? share * running / MONTHS_A_YEAR : 0.0);
    }
}

static double
value_of (const HwRampInput *input,
          const double      *x,
          double            *net)
{
  double cost;

  fill_flow (input, x, net, &cost);
  return hw_cash_flow_npv (net, input->n_months + 1, month_rate (input));
}

static void
likeliest (const HwRampInput *input,
           double            *x)
{
  x[HW_BENEFIT_EFFECT] = input->base.effect;
  for (int p = HW_BENEFIT_EFFECT + 1; p < HW_BENEFIT_N; p++)
    x[p] = input->base.parts[p].mode;
}

static double
year_rate (double month)
{
  return pow (1.0 + month, MONTHS_A_YEAR) - 1.0;
}

static void
take_likeliest (const HwRampInput *input,
                HwRamp            *ramp)
{
  double x[HW_BENEFIT_N], cost, at_nothing;

  likeliest (input, x);
  fill_flow (input, x, ramp->net, &cost);
  ramp->npv = hw_cash_flow_npv (ramp->net, ramp->n, month_rate (input));
  ramp->irr = year_rate (hw_cash_flow_irr (ramp->net, ramp->n));
  ramp->payback = hw_cash_flow_payback (ramp->net, ramp->n, 0.0);
  ramp->trough = hw_cash_flow_trough (ramp->net, ramp->n, &ramp->trough_at);

  /* The value is a straight line in the effect. */
  x[HW_BENEFIT_EFFECT] = 0.0;
  at_nothing = value_of (input, x, ramp->middle);
  x[HW_BENEFIT_EFFECT] = 1.0;
  cost = value_of (input, x, ramp->middle) - at_nothing;
  ramp->break_even = cost > 0.0 ? -at_nothing / cost : (double) NAN;
}

static gboolean
draw (const HwRampInput *input,
      const HwTick      *tick,
      Draws             *draws,
      double            *net)
{
  const double rate = month_rate (input);
  const gsize n = input->n_months + 1;
  HwRng rng;

  hw_rng_init (&rng, input->base.seed);
  for (gsize i = 0; i < draws->n; i++)
    {
      double x[HW_BENEFIT_N], sum = 0.0;

      if (i % LOOK_EACH == 0 && !hw_tick (tick, (double) i / (double) draws->n))
        return FALSE;

      x[HW_BENEFIT_EFFECT] = input->base.effect + input->base.effect_sd * hw_rng_normal (&rng);
      for (int p = HW_BENEFIT_EFFECT + 1; p < HW_BENEFIT_N; p++)
        x[p] = hw_pert_draw (&rng, &input->base.parts[p]);
      for (int p = 0; p < HW_BENEFIT_N; p++)
        draws->parts[(gsize) p * draws->n + i] = x[p];

      fill_flow (input, x, net, &draws->cost[i]);
      draws->npv[i] = hw_cash_flow_npv (net, n, rate);
      draws->trough[i] = hw_cash_flow_trough (net, n, NULL);
      draws->irr[draws->n_irr] = year_rate (hw_cash_flow_irr (net, n));
      draws->n_irr += isfinite (draws->irr[draws->n_irr]);
      draws->payback[draws->n_payback] = hw_cash_flow_payback (net, n, 0.0);
      draws->n_payback += isfinite (draws->payback[draws->n_payback]);
      for (gsize t = 0; t < n; t++)
        {
          draws->nets[t * draws->n + i] = net[t];
          draws->so_far[t * draws->n + i] = sum += net[t];
        }
    }

  return TRUE;
}

/* One part at a time, from its 5 to its 95 %, with the rest at its likeliest. */
static void
take_swings (const HwRampInput *input,
             Draws             *draws,
             double            *net,
             HwRamp            *ramp)
{
  for (int p = 0; p < HW_BENEFIT_N; p++)
    {
      const HwSpread part = hw_spread_take (draws->parts + (gsize) p * draws->n, draws->n);
      double x[HW_BENEFIT_N], low, high;

      likeliest (input, x);
      x[p] = part.low;
      low = value_of (input, x, net);
      x[p] = part.high;
      high = value_of (input, x, net);
      ramp->worst[p] = fmin (low, high);
      ramp->best[p] = fmax (low, high);
    }
}

static void
take_draws (Draws  *draws,
            HwRamp *ramp)
{
  gsize n_pays = 0;

  for (gsize i = 0; i < draws->n; i++)
    n_pays += draws->npv[i] > 0.0;

  ramp->pays = (double) n_pays / (double) draws->n;
  ramp->never = 1.0 - (double) draws->n_payback / (double) draws->n;
  ramp->npvs = hw_spread_take (draws->npv, draws->n);
  ramp->irrs = hw_spread_take (draws->irr, draws->n_irr);
  ramp->paybacks = hw_spread_take (draws->payback, draws->n_payback);
  ramp->troughs = hw_spread_take (draws->trough, draws->n);
  ramp->cost = hw_spread_take (draws->cost, draws->n);
  ramp->cost_90 = hw_rank_sorted_quantile (draws->cost, draws->n, 0.9);
  for (gsize t = 0; t < ramp->n; t++)
    {
      const HwSpread so_far = hw_spread_take (draws->so_far + t * draws->n, draws->n);
      const double *sums = draws->so_far + t * draws->n; /* sorted by now */
      double *net = draws->nets + t * draws->n;

      ramp->low[t] = so_far.low;
      ramp->middle[t] = so_far.middle;
      ramp->high[t] = so_far.high;
      ramp->sum_lo80[t] = hw_rank_sorted_quantile (sums, draws->n, 0.1);
      ramp->sum_hi80[t] = hw_rank_sorted_quantile (sums, draws->n, 0.9);
      ramp->sum_lo95[t] = hw_rank_sorted_quantile (sums, draws->n, 0.025);
      ramp->sum_hi95[t] = hw_rank_sorted_quantile (sums, draws->n, 0.975);
      hw_sort_doubles (net, draws->n);
      ramp->lo80[t] = hw_rank_sorted_quantile (net, draws->n, 0.1);
      ramp->hi80[t] = hw_rank_sorted_quantile (net, draws->n, 0.9);
      ramp->lo95[t] = hw_rank_sorted_quantile (net, draws->n, 0.025);
      ramp->hi95[t] = hw_rank_sorted_quantile (net, draws->n, 0.975);
    }
}

gboolean
hw_ramp_run (const HwRampInput  *input,
             const HwTick       *tick,
             HwRamp             *ramp,
             GError            **error)
{
  const gsize n = input->n_months + 1, n_draws = input->base.n_draws;
  g_auto (Draws) draws = { .n = n_draws };
  g_autofree double *net = NULL;

  if (!is_good (input))
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "a part of the money is no number or out of order");
      return FALSE;
    }

  net = g_new (double, n);
  draws.parts = g_new (double, n_draws * HW_BENEFIT_N);
  draws.so_far = g_new (double, n_draws * n);
  draws.nets = g_new (double, n_draws * n);
  draws.npv = g_new (double, n_draws);
  draws.irr = g_new (double, n_draws);
  draws.payback = g_new (double, n_draws);
  draws.trough = g_new (double, n_draws);
  draws.cost = g_new (double, n_draws);
  if (!draw (input, tick, &draws, net))
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_CANCELLED, "stopped");
      return FALSE;
    }

  *ramp = (HwRamp) { .n = n, .net = g_new (double, n), .low = g_new (double, n), .middle = g_new (double, n),
                     .high = g_new (double, n), .lo80 = g_new (double, n), .hi80 = g_new (double, n),
                     .lo95 = g_new (double, n), .hi95 = g_new (double, n),
                     .sum_lo80 = g_new (double, n), .sum_hi80 = g_new (double, n),
                     .sum_lo95 = g_new (double, n), .sum_hi95 = g_new (double, n) };
  take_likeliest (input, ramp);
  take_swings (input, &draws, net, ramp);
  take_draws (&draws, ramp);
  return TRUE;
}

void
hw_ramp_clear (HwRamp *self)
{
  g_clear_pointer (&self->net, g_free);
  g_clear_pointer (&self->low, g_free);
  g_clear_pointer (&self->middle, g_free);
  g_clear_pointer (&self->high, g_free);
  g_clear_pointer (&self->lo80, g_free);
  g_clear_pointer (&self->hi80, g_free);
  g_clear_pointer (&self->lo95, g_free);
  g_clear_pointer (&self->hi95, g_free);
  g_clear_pointer (&self->sum_lo80, g_free);
  g_clear_pointer (&self->sum_hi80, g_free);
  g_clear_pointer (&self->sum_lo95, g_free);
  g_clear_pointer (&self->sum_hi95, g_free);
  self->n = 0;
}
