/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/money/hw-benefit.h"

#include "core/hw-error.h"
#include "engine/money/hw-cash-flow.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define WEEKS_A_YEAR 52.0
#define SHAPE 4.0
#define DRAWS_LEAST 100
#define YEARS_MOST 50
#define LOOK_EACH 1024 /* draws between two looks at Cancel */

double
hw_pert_mean (const HwPert *pert)
{
  return (pert->low + SHAPE * pert->mode + pert->high) / (SHAPE + 2.0);
}

double
hw_pert_draw (HwRng        *rng,
              const HwPert *pert)
{
  const double width = pert->high - pert->low;
  double a, b;

  if (width <= 0.0)
    return pert->mode;

  a = hw_rng_gamma (rng, 1.0 + SHAPE * (pert->mode - pert->low) / width);
  b = hw_rng_gamma (rng, 1.0 + SHAPE * (pert->high - pert->mode) / width);
  return pert->low + width * a / (a + b);
}

static gboolean
is_good (const HwBenefitInput *input)
{
  if (!isfinite (input->effect) || !(input->effect_sd >= 0.0) || !isfinite (input->effect_sd) || input->years < 1 ||
      input->years > YEARS_MOST || !(input->rate > -1.0) || !isfinite (input->rate) || input->n_draws < DRAWS_LEAST)
    return FALSE;

  for (int p = HW_BENEFIT_EFFECT + 1; p < HW_BENEFIT_N; p++)
    {
      const HwPert *part = &input->parts[p];

      if (!isfinite (part->low) || !isfinite (part->high) || !(part->low <= part->mode) || !(part->mode <= part->high) ||
          part->low < 0.0)
        return FALSE;
    }

  return input->parts[HW_BENEFIT_LOST].high <= 1.0;
}

/* What stays each year before the share of the set-up. */
static double
yearly (const double *x)
{
  return x[HW_BENEFIT_EFFECT] * (1.0 - x[HW_BENEFIT_LOST]) * x[HW_BENEFIT_VOLUME] * x[HW_BENEFIT_MARGIN] -
         x[HW_BENEFIT_RUNNING] - x[HW_BENEFIT_HOURS] * WEEKS_A_YEAR * x[HW_BENEFIT_WAGE];
}

typedef struct
{
  double value;
  gsize  place;
} Ranked;

static int
compare_ranked (const void *a,
                const void *b)
{
  const Ranked *x = a, *y = b;

  return x->value != y->value ? (x->value > y->value) - (x->value < y->value) : (x->place > y->place) - (x->place < y->place);
}

/* Ranks of @values, those of equal ones alike. */
static void
rank (const double *values,
      gsize         n,
      Ranked       *sorted,
      double       *ranks)
{
  for (gsize i = 0; i < n; i++)
    sorted[i] = (Ranked) { values[i], i };

  qsort (sorted, n, sizeof *sorted, compare_ranked);
  for (gsize i = 0, end; i < n; i = end)
    {
      for (end = i + 1; end < n && sorted[end].value == sorted[i].value; end++)
        ;
      for (gsize k = i; k < end; k++)
        ranks[sorted[k].place] = 0.5 * (double) (i + end - 1);
    }
}

static double
correlate (const double *a,
           const double *b,
           gsize         n)
{
  const double mean = 0.5 * (double) (n - 1);
  double ab = 0.0, aa = 0.0, bb = 0.0;

  for (gsize i = 0; i < n; i++)
    {
      ab += (a[i] - mean) * (b[i] - mean);
      aa += (a[i] - mean) * (a[i] - mean);
      bb += (b[i] - mean) * (b[i] - mean);
    }

  return aa > 0.0 && bb > 0.0 ? ab / sqrt (aa * bb) : 0.0;
}

static void
find_what_matters (const double *drawn,
                   const double *year,
                   gsize         n,
                   HwBenefit    *result)
{
  g_autofree Ranked *sorted = g_new (Ranked, n);
  g_autofree double *of_year = g_new (double, n);
  g_autofree double *of_part = g_new (double, n);

  rank (year, n, sorted, of_year);
  for (int p = 0; p < HW_BENEFIT_N; p++)
    {
      rank (drawn + (gsize) p * n, n, sorted, of_part);
      result->matters[p] = correlate (of_part, of_year, n);
    }
}

/* The likeliest of everything but the effect. */
static double
find_break_even (const HwBenefitInput *input)
{
  double x[HW_BENEFIT_N];
  double cost, worth;

  for (int p = 0; p < HW_BENEFIT_N; p++)
    x[p] = input->parts[p].mode;

  x[HW_BENEFIT_EFFECT] = 0.0;
  cost = x[HW_BENEFIT_SET_UP] / input->years - yearly (x);
  worth = (1.0 - x[HW_BENEFIT_LOST]) * x[HW_BENEFIT_VOLUME] * x[HW_BENEFIT_MARGIN];
  return worth > 0.0 ? cost / worth : (double) NAN;
}

gboolean
hw_benefit_run (const HwBenefitInput *input,
                const HwTick         *tick,
                HwBenefit            *result,
                GError              **error)
{
  const gsize n = input->n_draws;
  g_autofree double *drawn = NULL, *year = NULL, *npv = NULL, *payback = NULL;
  double flow[YEARS_MOST + 1];
  gsize n_back = 0, n_pays = 0;
  HwRng rng;

  if (!is_good (input))
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_BAD_VALUE, "a part of the benefit is no number or out of order");
      return FALSE;
    }

  drawn = g_new (double, n * HW_BENEFIT_N);
  year = g_new (double, n);
  npv = g_new (double, n);
  payback = g_new (double, n);
  hw_rng_init (&rng, input->seed);
  for (gsize i = 0; i < n; i++)
    {
      double x[HW_BENEFIT_N];

      if (i % LOOK_EACH == 0 && !hw_tick (tick, (double) i / (double) n))
        {
          g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_CANCELLED, "stopped");
          return FALSE;
        }

      x[HW_BENEFIT_EFFECT] = input->effect + input->effect_sd * hw_rng_normal (&rng);
      for (int p = HW_BENEFIT_EFFECT + 1; p < HW_BENEFIT_N; p++)
        x[p] = hw_pert_draw (&rng, &input->parts[p]);
      for (int p = 0; p < HW_BENEFIT_N; p++)
        drawn[(gsize) p * n + i] = x[p];

      flow[0] = -x[HW_BENEFIT_SET_UP];
      for (guint t = 1; t <= input->years; t++)
        flow[t] = yearly (x);
      year[i] = yearly (x) - x[HW_BENEFIT_SET_UP] / input->years;
      npv[i] = hw_cash_flow_npv (flow, input->years + 1, input->rate);
      n_pays += year[i] > 0.0;
      payback[n_back] = hw_cash_flow_payback (flow, input->years + 1, 0.0);
      n_back += !isnan (payback[n_back]);
    }

  find_what_matters (drawn, year, n, result);
  result->pays = (double) n_pays / (double) n;
  result->never = 1.0 - (double) n_back / (double) n;
  result->break_even = find_break_even (input);
  result->year = hw_spread_take (year, n);
  result->npv = hw_spread_take (npv, n);
  result->payback = hw_spread_take (payback, n_back);
  return TRUE;
}
