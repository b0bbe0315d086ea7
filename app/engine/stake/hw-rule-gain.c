/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stake/hw-rule-gain.h"

#include "core/hw-error.h"
#include "core/hw-sort.h"
#include "engine/forecast/hw-forecast.h"

#include <math.h>
#include <stdlib.h>

#define AVERAGED 8        /* of the same weekday */
#define MISSES_LEAST 12   /* that a quantile is taken from */
#define WEEKS_LEAST 8
#define ALIKE_MOST 0.5    /* neighbouring weeks: correlation counted with at most */

/* The rule's figure for period @t, if only what lies @lag and more before it is known. */
static double
figure (const HwRuleCase *self,
        HwRule            rule,
        gsize             t,
        gsize             lag)
{
  const gsize least = rule == HW_RULE_LAST_WEEK ? 1 : AVERAGED, most = rule == HW_RULE_ALL ? G_MAXSIZE : least;
  double sum = 0.0;
  gsize k = 0;

  for (gsize back = lag; back <= t && k < most; back += self->season)
    if (!isnan (self->y[t - back]))
      {
        sum += self->y[t - back];
        k++;
      }

  return k >= least ? sum / (double) k : NAN;
}

/**
 * hw_rule_stock:
 * @self: the series and where it is cut
 * @rule: which
 * @ahead: periods after the origin
 *
 * The rule's figure plus the quantile under / (under + over) of its own misses on all
 * earlier periods, the same number of weeks ahead: the newsvendor's amount.
 *
 * Source: Arrow, Harris and Marschak (1951), Econometrica 19(3).
 * Checked against: hand-worked cases, tests/engine/test-hw-stake.c.
 *
 * Returns: units, 0 or more; NAN with fewer than 12 misses to go by
 */
double
hw_rule_stock (const HwRuleCase *self,
               HwRule            rule,
               gsize             ahead)
{
  const gsize lag = (ahead / self->season + 1) * self->season, t = self->origin + ahead;
  g_autofree double *misses = g_new (double, self->origin + 1);
  const double next = figure (self, rule, t, lag);
  gsize k = 0;
  double place;

  for (gsize i = lag; i < self->origin; i++)
    {
      const double said = figure (self, rule, i, lag);

      if (!isnan (said) && !isnan (self->y[i]))
        misses[k++] = self->y[i] - said;
    }

  if (k < MISSES_LEAST || isnan (next))
    return NAN;

  hw_sort_doubles (misses, k);
  place = CLAMP (self->under / (self->under + self->over) * (double) (k + 1) - 1.0, 0.0, (double) (k - 1));
  k = (gsize) place;
  return MAX (next + misses[k] + (place - (double) k) * (place > (double) k ? misses[k + 1] - misses[k] : 0.0), 0.0);
}

static double
lose (const HwRuleCase *self,
      double            stock,
      double            asked)
{
  return stock > asked ? self->over * (stock - asked) : self->under * (asked - stock);
}

/* The forecast's amount at the newsvendor's chance, between the quantiles it has. */
static double
amount_at (const HwForecastResult *r,
           gsize                   h,
           double                  chance)
{
  const double *q = r->quantiles + h * HW_LEVELS;
  gsize k = 1;

  while (k < HW_LEVELS - 1 && hw_levels[k] < chance)
    k++;

  return q[k - 1] + (q[k] - q[k - 1]) * CLAMP ((chance - hw_levels[k - 1]) / (hw_levels[k] - hw_levels[k - 1]), 0.0, 1.0);
}

/**
 * hw_rule_try:
 * @self: the series and where it is cut; @self->origin + weeks * season <= @self->n
 * @weeks: how many are looked ahead
 * @losses: (array length=weeks each): what is lost in each week is added
 * @n_tried: (out): periods compared
 *
 * Forecast, simple rule and plain averages each put there what they think right, knowing
 * only what lies before the origin; what was asked for then says what each lost.
 *
 * Cost: one hw_forecast_run().
 *
 * Errors: those of hw_forecast_run().
 *
 * Checked against: series that one of the rules knows, tests/engine/test-hw-stake.c.
 *
 * Returns: %FALSE with @error where no forecast can be made
 */
gboolean
hw_rule_try (const HwRuleCase   *self,
             gsize               weeks,
             const HwRuleWeeks  *losses,
             gsize              *n_tried,
             GError            **error)
{
  const gsize horizon = weeks * self->season;
  const double chance = self->under / (self->under + self->over);
  const HwForecastInput input = { .y = self->y, .n = self->origin, .season = (int) self->season, .non_negative = TRUE };
  g_auto (HwForecastResult) r = { 0 };

  *n_tried = 0;
  if (!hw_forecast_run (&input, horizon, &r, error))
    return FALSE;

  for (gsize h = 0; h < horizon; h++)
    {
      const double asked = self->y[self->origin + h];
      const double last = hw_rule_stock (self, HW_RULE_LAST_WEEK, h), mean = hw_rule_stock (self, HW_RULE_AVERAGE, h);
      const double all = hw_rule_stock (self, HW_RULE_ALL, h);

      if (isnan (asked) || isnan (last) || isnan (mean) || isnan (all))
        continue;

      losses->last_week[h / self->season] += lose (self, last, asked);
      losses->average[h / self->season] += lose (self, mean, asked);
      losses->all[h / self->season] += lose (self, all, asked);
      losses->forecast[h / self->season] += lose (self, amount_at (&r, h, chance), asked);
      ++*n_tried;
    }

  return TRUE;
}

/* Mean of the differences and its standard error, with what neighbours share. */
static void
compare_weeks (const double *dear,
               const double *cheap,
               gsize         n,
               double       *mean,
               double       *se)
{
  double sum = 0.0, squares = 0.0, products = 0.0, alike;

  for (gsize i = 0; i < n; i++)
    sum += dear[i] - cheap[i];

  *mean = sum / (double) n;
  for (gsize i = 0; i < n; i++)
    {
      const double off = dear[i] - cheap[i] - *mean;

      squares += off * off;
      products += i > 0 ? off * (dear[i - 1] - cheap[i - 1] - *mean) : 0.0;
    }

  alike = squares > 0.0 ? CLAMP (products / squares, 0.0, ALIKE_MOST) : 0.0;
  *se = sqrt (squares / (double) (n - 1) / (double) n * (1.0 + alike) / (1.0 - alike));
}

/**
 * hw_rule_gain:
 * @losses: (array length=n each): what each loses in each week, all products together [money]
 * @n: weeks, at least 8
 * @per_year: weeks in a year, times what the products tried stand for
 * @least: less than that does not matter [money a year]
 * @out: (out caller-allocates): untouched on error
 *
 * The mean difference of the weeks, by Student's t, neighbouring weeks taken as alike
 * as they are. A forecast that only does what an average of the past does as well is no
 * find: it is certain only if it beats the averages for sure, too.
 *
 * Errors: TOO_SHORT with fewer than 8 weeks.
 *
 * Source: Diebold and Mariano (1995), J. Business and Economic Statistics 13(3), for
 * the comparison of losses.
 * Checked against: noise around a constant, tests/bench/bench-stake.c.
 */
gboolean
hw_rule_gain (const HwRuleWeeks  *losses,
              gsize               n,
              double              per_year,
              double              least,
              HwRuleGain         *out,
              GError            **error)
{
  HwStakeRange plain[2];
  double mean, se;

  if (n < WEEKS_LEAST)
    {
      g_set_error_literal (error, HW_ENGINE_ERROR, HW_ENGINE_ERROR_TOO_SHORT, "fewer than 8 weeks to compare");
      return FALSE;
    }

  *out = (HwRuleGain) { 0 };
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      compare_weeks (i == 0 ? losses->average : losses->all, losses->forecast, n, &mean, &se);
      hw_stake_range_of_gain (mean * per_year, se * per_year, (double) (n - 1), least, &plain[i]);
    }

  compare_weeks (losses->last_week, losses->forecast, n, &mean, &se);
  hw_stake_range_of_gain (mean * per_year, se * per_year, (double) (n - 1), least, &out->range);
  out->range.certain = out->range.certain && plain[0].certain && plain[1].certain;
  for (gsize i = 0; i < n; i++)
    {
      out->rule += losses->last_week[i];
      out->forecast += losses->forecast[i];
    }

  return TRUE;
}
